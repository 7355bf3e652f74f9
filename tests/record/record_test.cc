#include "galena/record/record.hpp"

#include <gtest/gtest.h>

#include <string>

#include "galena/record/traits.hpp"

namespace galena {
namespace {

Schema lead_schema() {
  return *Schema::make("lead", {{.name = "country"},
                                {.name = "employees", .type = FieldType::integer},
                                {.name = "revenue", .type = FieldType::money},
                                {.name = "born", .type = FieldType::date}});
}

TEST(Record, StartsBlank) {
  const Record record(lead_schema());
  for (std::uint32_t i = 0; i < record.schema().size(); ++i) EXPECT_TRUE(record[i].is_blank());
  EXPECT_TRUE(record["country"].is_blank());
  EXPECT_TRUE(record["no such field"].is_blank());
}

TEST(Record, SetsByNameAndByNumber) {
  Record record(lead_schema());
  ASSERT_TRUE(record.set("country", std::string("DE")));
  ASSERT_TRUE(record.set(1, "500"));
  ASSERT_TRUE(record.set("revenue", "10.30 EUR"));
  EXPECT_EQ(record["country"].text(), "DE");
  EXPECT_EQ(record["employees"].integer(), 500);
  EXPECT_EQ(record[2].money().to_text(), "10.30 EUR");
  EXPECT_EQ(row_of(record)[1].integer(), 500);
}

TEST(Record, AFailedSetChangesNothing) {
  Record record(lead_schema());
  ASSERT_TRUE(record.set("employees", 5));
  const Record before = record;
  const auto bad = record.set("employees", "five");
  EXPECT_EQ(bad.code(), Code::invalid_argument);
  EXPECT_EQ(bad.problems().front().detail, "bad_value");
  EXPECT_EQ(bad.problems().front().subject, "employees");
  const auto unknown = record.set("employes", 5);
  EXPECT_EQ(unknown.code(), Code::not_found);
  EXPECT_EQ(unknown.problems().front().detail, "unknown_field");
  EXPECT_EQ(record, before);
}

TEST(Record, ResetMakesEverythingBlank) {
  Record record(lead_schema());
  ASSERT_TRUE(record.set("country", "DE"));
  record.reset();
  EXPECT_EQ(record, Record(lead_schema()));
}

TEST(Record, ACopyOwnsItsTexts) {
  Record record(lead_schema());
  ASSERT_TRUE(record.set("country", "a text that is too long for a small string"));
  const Record copy = record;
  record.reset();
  EXPECT_EQ(copy["country"].text(), "a text that is too long for a small string");
}

TEST(Record, TakesTheChangesOfADecision) {
  Record record(lead_schema());
  Decision decision;
  decision.changes = {{"country", Value(), "FR"}, {"born", Value(), "1990-01-31"}};
  ASSERT_TRUE(apply(decision, record));
  EXPECT_EQ(to_text(record["born"]), "1990-01-31");
  decision.changes = {{"country", "FR", "IT"}, {"born", Value(), "31.1.1990"}};
  EXPECT_FALSE(apply(decision, record));
  EXPECT_EQ(record["country"].text(), "FR");
}

}  // namespace
}  // namespace galena
