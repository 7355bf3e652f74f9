#include "galena/record/traits.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

struct Lead {
  std::string country;
  std::optional<int> employees;
  bool active = false;
  double score = 0;
  galena::Decimal discount;
  galena::Money revenue;
  std::optional<galena::Date> born;
  galena::Instant created;
  std::uint8_t level = 0;
};

/// A record whose data is private: read through views, written through functions.
class Person {
 public:
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view city() const { return city_; }
  [[nodiscard]] int age() const { return age_; }
  void rename(std::string name) { name_ = std::move(name); }
  void move_to(std::string_view city) { city_ = city; }
  void set_age(int age) { age_ = age; }

 private:
  std::string name_;
  std::string city_;
  int age_ = 0;
};

using Sheet = std::map<std::string, std::string>;

}  // namespace

template <>
struct galena::RecordTraits<Lead> {
  static constexpr std::string_view entity = "lead";
  static constexpr auto fields = galena::fields(
      galena::field("country", &Lead::country), galena::field("employees", &Lead::employees),
      galena::field("active", &Lead::active), galena::field("score", &Lead::score),
      galena::field("discount", &Lead::discount), galena::field("revenue", &Lead::revenue),
      galena::field("born", &Lead::born), galena::field("created", &Lead::created),
      galena::field("level", &Lead::level));
};

template <>
struct galena::RecordTraits<Person> {
  static constexpr auto fields =
      galena::fields(galena::field(
                         "name", [](const Person& p) -> const std::string& { return p.name(); },
                         [](Person& p, std::string name) { p.rename(std::move(name)); }),
                     galena::field(
                         "city", [](const Person& p) { return p.city(); },
                         [](Person& p, const std::string& city) { p.move_to(city); }),
                     galena::field(
                         "age", [](const Person& p) { return p.age(); },
                         [](Person& p, int age) { p.set_age(age); }));
};

template <>
struct galena::RecordTraits<Sheet> {
  static Schema schema() {
    return *Schema::make("sheet", {{.name = "last_name", .type = FieldType::text},
                                   {.name = "employees", .type = FieldType::integer}});
  }
  static ValueView read(const Sheet& sheet, std::uint32_t field) {
    const auto found = sheet.find(schema_of<Sheet>()[field].name);
    return found == sheet.end() ? ValueView() : ValueView(found->second);
  }
  static Result<void> write(Sheet& sheet, std::uint32_t field, const ValueView& value) {
    const Field& described = schema_of<Sheet>()[field];
    const auto converted = convert_value(described.type, value, described.name);
    if (!converted) return converted.problems();
    sheet[described.name] = to_text(*converted);
    return {};
  }
};

namespace galena {
namespace {

TEST(RecordTraits, GiveASchema) {
  const Schema& schema = schema_of<Lead>();
  EXPECT_EQ(schema.name(), "lead");
  const FieldType expected[] = {FieldType::text,   FieldType::integer, FieldType::boolean,
                                FieldType::number, FieldType::decimal, FieldType::money,
                                FieldType::date,   FieldType::instant, FieldType::integer};
  ASSERT_EQ(schema.size(), std::size(expected));
  for (std::uint32_t i = 0; i < schema.size(); ++i) EXPECT_EQ(schema[i].type, expected[i]) << i;
  EXPECT_EQ(&schema_of<Lead>(), &schema);
  EXPECT_EQ(schema_of<Person>().name(), "record");
}

TEST(RecordTraits, ReadMembersAsValues) {
  const Lead lead{.country = "DE",
                  .employees = 500,
                  .active = true,
                  .score = 0.5,
                  .discount = Decimal(125, 1),
                  .revenue = Money{Decimal(10), *Currency::parse("EUR")},
                  .born = parse_date("1980-02-29"),
                  .created = *parse_instant("2026-11-22T03:01:55Z"),
                  .level = 200};
  const RowView row = row_of(lead);
  EXPECT_EQ(row[0].text(), "DE");
  EXPECT_EQ(row[0].text().data(), lead.country.data());  // borrowed, not copied
  EXPECT_EQ(row[1].integer(), 500);
  EXPECT_TRUE(row[2].boolean());
  EXPECT_EQ(row[3].number(), 0.5);
  EXPECT_EQ(row[4].decimal(), Decimal(125, 1));
  EXPECT_EQ(to_text(row[5]), "10 EUR");
  EXPECT_EQ(to_text(row[6]), "1980-02-29");
  EXPECT_EQ(to_text(row[7]), "2026-11-22T03:01:55Z");
  EXPECT_EQ(row[8].integer(), 200);
  EXPECT_TRUE(row[9].is_blank());
}

TEST(RecordTraits, NoValueIsBlank) {
  const Lead lead;
  EXPECT_TRUE(row_of(lead)[0].is_blank());
  EXPECT_TRUE(row_of(lead)[1].is_blank());
  EXPECT_TRUE(row_of(lead)[6].is_blank());
  EXPECT_FALSE(row_of(lead)[3].is_blank());  // the number 0 is a value
}

TEST(SetField, WritesWithConversion) {
  Lead lead;
  ASSERT_TRUE(set_field(lead, "country", "FR"));
  ASSERT_TRUE(set_field(lead, "employees", "42"));
  ASSERT_TRUE(set_field(lead, "active", "yes"));
  ASSERT_TRUE(set_field(lead, "score", 3));
  ASSERT_TRUE(set_field(lead, "revenue", "12.50 EUR"));
  ASSERT_TRUE(set_field(lead, "born", "1990-01-31"));
  EXPECT_EQ(lead.country, "FR");
  EXPECT_EQ(lead.employees, 42);
  EXPECT_TRUE(lead.active);
  EXPECT_EQ(lead.score, 3.0);
  EXPECT_EQ(lead.revenue.to_text(), "12.50 EUR");
  ASSERT_TRUE(set_field(lead, "employees", ValueView()));
  EXPECT_FALSE(lead.employees);
  ASSERT_TRUE(set_field(lead, "country", ValueView()));
  EXPECT_EQ(lead.country, "");
}

TEST(SetField, RefusesWhatDoesNotFit) {
  Lead lead;
  EXPECT_EQ(set_field(lead, "contry", "DE").code(), Code::not_found);
  EXPECT_EQ(set_field(lead, "employees", "many").code(), Code::invalid_argument);
  const auto too_wide = set_field(lead, "level", 256);
  EXPECT_EQ(too_wide.code(), Code::limit_exceeded);
  EXPECT_EQ(too_wide.problems().front().subject, "level");
  EXPECT_EQ(set_field(lead, "level", -1).code(), Code::limit_exceeded);
  EXPECT_EQ(set_field(lead, "employees", std::int64_t{1} << 40).code(), Code::limit_exceeded);
  EXPECT_EQ(lead.level, 0);
}

TEST(RecordTraits, GetterAndSetterStandForAMember) {
  Person person;
  ASSERT_TRUE(set_field(person, "name", "Ada"));
  ASSERT_TRUE(set_field(person, "city", "London"));
  ASSERT_TRUE(set_field(person, "age", "36"));
  const RowView row = row_of(person);
  EXPECT_EQ(row[0].text(), "Ada");
  EXPECT_EQ(row[0].text().data(), person.name().data());
  EXPECT_EQ(row[1].text(), "London");
  EXPECT_EQ(row[2].integer(), 36);
  EXPECT_EQ(schema_of<Person>()[2].type, FieldType::integer);
}

TEST(RecordTraits, FieldsMayBeKnownAtRunTimeOnly) {
  static_assert(DescribedRecord<Sheet> && DescribedRecord<Lead> && !DescribedRecord<int>);
  Sheet sheet = {{"last_name", "Lovelace"}};
  EXPECT_EQ(row_of(sheet)[0].text(), "Lovelace");
  EXPECT_TRUE(row_of(sheet)[1].is_blank());
  ASSERT_TRUE(set_field(sheet, "employees", 7));
  EXPECT_EQ(sheet.at("employees"), "7");
  EXPECT_EQ(set_field(sheet, "employees", "x").code(), Code::invalid_argument);
  EXPECT_EQ(set_field(sheet, "first_name", "Ada").code(), Code::not_found);
}

TEST(Apply, WritesAllChangesOrNone) {
  Lead lead;
  lead.country = "DE";
  Decision decision;
  decision.changes = {{"country", "DE", "FR"}, {"employees", Value(), 10}};
  ASSERT_TRUE(apply(decision, lead));
  EXPECT_EQ(lead.country, "FR");
  EXPECT_EQ(lead.employees, 10);

  decision.changes = {{"country", "FR", "IT"}, {"employees", 10, "many"}, {"owner", Value(), "u1"}};
  const auto applied = apply(decision, lead);
  ASSERT_EQ(applied.problems().size(), 2U);
  EXPECT_EQ(applied.problems()[0].subject, "employees");
  EXPECT_EQ(applied.problems()[1].subject, "owner");
  EXPECT_EQ(lead.country, "FR");
}

}  // namespace
}  // namespace galena
