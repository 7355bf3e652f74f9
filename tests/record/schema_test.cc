#include "galena/record/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace galena {
namespace {

TEST(Schema, FindsFieldsByName) {
  std::vector<Field> fields;
  for (const char* name : {"zeta", "alpha", "mid", "Alpha", "m"}) fields.push_back({.name = name});
  const Schema schema = *Schema::make("x", fields);
  for (std::uint32_t i = 0; i < schema.size(); ++i) EXPECT_EQ(schema.find(schema[i].name), i);
  EXPECT_FALSE(schema.find(""));
  EXPECT_FALSE(schema.find("ALPHA"));
  EXPECT_FALSE(schema.find("zzz"));
  EXPECT_FALSE(Schema().find("a"));
  EXPECT_EQ(Schema().size(), 0U);
}

TEST(Schema, ReportsEveryMistake) {
  const auto schema = Schema::make(
      "x", {{.name = "a"},
            {.name = ""},
            {.name = "a", .values = {{.value = "v"}}},
            {.name = "d", .currency = *Currency::parse("EUR")},
            {.name = "e", .type = FieldType::picklist, .values = {{.value = "v"}}},
            {.name = "f", .type = FieldType::money, .currency = *Currency::parse("EUR")}});
  std::vector<std::string> places;
  for (const Problem& problem : schema.problems()) {
    EXPECT_EQ(problem.code, Code::invalid_argument);
    places.push_back(problem.detail + " at " + problem.subject);
  }
  EXPECT_THAT(places, testing::ElementsAre("missing_name at /fields/1/name",
                                           "duplicate_field at /fields/2/name",
                                           "values_without_picklist at /fields/2/values",
                                           "currency_without_money at /fields/3/currency"));
}

TEST(Schema, IsEqualByContent) {
  const auto make = [](std::size_t limit) {
    return *Schema::make("x", {{.name = "a", .max_length = limit}});
  };
  EXPECT_EQ(make(5), make(5));
  EXPECT_EQ(make(5).hash(), make(5).hash());
  EXPECT_FALSE(make(5) == make(6));
  EXPECT_EQ(make(5).hash().size(), 64U);
}

TEST(Schema, WritesOnlyWhatIsSaid) {
  const Schema schema =
      *Schema::make("x", {{.name = "a"},
                          {.name = "b",
                           .type = FieldType::picklist,
                           .kind = Kind::category,
                           .label = LocalText("B", {{"de", "Be"}}),
                           .required = true,
                           .values = {{.value = "u"}, {.value = "v", .label = "Vau"}}}});
  EXPECT_EQ(schema.to_json(),
            R"({"entity":"x","fields":[{"name":"a","type":"text"},)"
            R"({"name":"b","type":"picklist","kind":"category","label":{"":"B","de":"Be"},)"
            R"("required":true,"values":["u",{"value":"v","label":"Vau"}]}]})");
}

TEST(FieldTypes, HaveNamesThatReadBack) {
  for (std::size_t i = 0; i < std::size(kFieldTypeNames); ++i) {
    const auto type = static_cast<FieldType>(i);
    EXPECT_EQ(field_type_from(field_type_name(type)), type);
  }
  EXPECT_FALSE(field_type_from("string"));
}

}  // namespace
}  // namespace galena
