#include "galena/record/conform.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace galena {
namespace {

Column texts(std::string name, const std::vector<std::string>& values) {
  ColumnBuilder builder(std::move(name), ColumnType::text);
  for (const std::string& value : values) builder.append_text(value);
  return builder.finish();
}

Column values(std::string name, ColumnType type, const std::vector<Value>& all, int scale = 0,
              Currency currency = {}) {
  ColumnBuilder builder(std::move(name), type, scale, currency);
  for (const Value& value : all) EXPECT_TRUE(builder.append(value.view()));
  return builder.finish();
}

/// Conforms one column to one field and returns the texts of the result.
struct Conformed {
  Conformed(const Column& column, Field field) {
    field.name = "f";
    const auto schema = Schema::make("lead", {field});
    const auto table = Table::make({column});
    auto result = conform(*table, *schema, {{column.name(), "f"}});
    EXPECT_TRUE(result) << result.problems().to_text();
    for (std::size_t row = 0; row < result->table.rows(); ++row) {
      texts.push_back(to_text(result->table[0][row]));
    }
    column_ = result->table[0];
    problems = std::move(result->problems);
  }
  std::vector<std::string> texts;
  std::vector<CellProblem> problems;
  Column column_;
};

using Texts = std::vector<std::string>;

TEST(Conform, OrdersAndNamesColumnsAsTheSchema) {
  const auto schema = Schema::make("lead", {{.name = "last_name"},
                                            {.name = "employees", .type = FieldType::integer},
                                            {.name = "email", .type = FieldType::email}});
  const auto table = Table::make({texts("Mail", {"a@b.c", "d@e.f"}), texts("Skype", {"x", "y"}),
                                  texts("Name", {"Ann", "Bo"})});
  const auto result = conform(*table, *schema, {{"Mail", "email"}, {"Name", "last_name"}});
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->problems.empty());
  const Table& leads = result->table;
  ASSERT_EQ(leads.columns().size(), 3U);
  EXPECT_EQ(leads[0].name(), "last_name");
  EXPECT_EQ(leads[1].type(), ColumnType::integer);
  EXPECT_TRUE(leads.row(1)[1].is_blank());
  EXPECT_EQ(leads.row(1)[0].text(), "Bo");
  EXPECT_EQ(leads.row(0)[2].text(), "a@b.c");
  EXPECT_EQ(leads[2].data(), (*table)[0].data());  // shared, not copied
}

TEST(Conform, ReportsEveryMistakeOfTheMapping) {
  const auto schema = Schema::make("lead", {{.name = "a"}, {.name = "b"}});
  const auto table = Table::make({texts("x", {"1"}), texts("y", {"2"})});
  const auto result =
      conform(*table, *schema, {{"x", "a"}, {"y", "a"}, {"z", "b"}, {"x", "c"}});
  ASSERT_FALSE(result);
  ASSERT_EQ(result.problems().size(), 3U);
  EXPECT_EQ(result.problems()[0].detail, "mapped_twice");
  EXPECT_EQ(result.problems()[0].subject, "a");
  EXPECT_EQ(result.problems()[1].detail, "unknown_column");
  EXPECT_EQ(result.problems()[1].subject, "z");
  EXPECT_EQ(result.problems()[2].detail, "unknown_field");
  EXPECT_EQ(result.problems()[2].subject, "c");
}

TEST(Conform, OneColumnMayFillTwoFields) {
  const auto schema = Schema::make("lead", {{.name = "a"}, {.name = "b"}});
  const auto table = Table::make({texts("x", {"1"})});
  const auto result = conform(*table, *schema, {{"x", "a"}, {"x", "b"}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->table[1].text(0), "1");
}

TEST(Conform, ReadsTypedTextAndLeavesBadValuesBlank) {
  const Conformed plain(texts("n", {"42", "x", "", "-7", "4.0"}), {.type = FieldType::integer});
  EXPECT_EQ(plain.texts, (Texts{"42", "", "", "-7", ""}));
  ASSERT_EQ(plain.problems.size(), 2U);
  EXPECT_EQ(plain.problems[0],
            (CellProblem{1, "n", "bad_value",
                         "'x' is not a whole number such as 42: left blank"}));
  EXPECT_EQ(plain.problems[1].row, 4U);

  const Conformed dictionary(texts("n", {"42", "x", "42", "x", "42", "x"}),
                             {.type = FieldType::integer});
  EXPECT_EQ(dictionary.texts, (Texts{"42", "", "42", "", "42", ""}));
  EXPECT_EQ(dictionary.problems.size(), 3U);
}

TEST(Conform, EveryTypeFromText) {
  EXPECT_EQ(Conformed(texts("c", {"0.5"}), {.type = FieldType::number}).texts, (Texts{"0.5"}));
  EXPECT_EQ(Conformed(texts("c", {"Yes", "0"}), {.type = FieldType::boolean}).texts,
            (Texts{"true", "false"}));
  EXPECT_EQ(Conformed(texts("c", {"2026-11-22"}), {.type = FieldType::date}).texts,
            (Texts{"2026-11-22"}));
  EXPECT_EQ(
      Conformed(texts("c", {"2026-11-22T04:00:00+01:00"}), {.type = FieldType::instant}).texts,
      (Texts{"2026-11-22T03:00:00Z"}));
  EXPECT_EQ(Conformed(texts("c", {"x@y.z"}), {.type = FieldType::email}).texts, (Texts{"x@y.z"}));
}

TEST(Conform, DecimalsShareTheLargestScale) {
  const Conformed decimals(texts("c", {"1.5", "2", "3.125"}), {.type = FieldType::decimal});
  EXPECT_EQ(decimals.texts, (Texts{"1.500", "2.000", "3.125"}));
  EXPECT_EQ(decimals.column_.scale(), 3);
}

TEST(Conform, DecimalZerosGiveWayBeforeAValueIsLost) {
  const Conformed decimals(texts("c", {"1.500000000000000000", "1000000000000"}),
                           {.type = FieldType::decimal});
  EXPECT_EQ(decimals.texts, (Texts{"1.5", "1000000000000.0"}));
  EXPECT_TRUE(decimals.problems.empty());

  const Conformed lost(texts("c", {"0.000000000000000001", "1000000000000"}),
                       {.type = FieldType::decimal});
  EXPECT_EQ(lost.texts, (Texts{"0.000000000000000001", ""}));
  EXPECT_EQ(lost.problems.size(), 1U);
}

TEST(Conform, AmountsOfOneColumnHaveOneCurrency) {
  const Currency euro = *Currency::parse("EUR");
  const Conformed fixed(texts("c", {"1.50", "2.00 EUR", "3.00 USD"}),
                        {.type = FieldType::money, .currency = euro});
  EXPECT_EQ(fixed.texts, (Texts{"1.50 EUR", "2.00 EUR", ""}));
  ASSERT_EQ(fixed.problems.size(), 1U);
  EXPECT_NE(fixed.problems[0].message.find("EUR"), std::string::npos);

  const Conformed open(texts("c", {"", "2.00 EUR", "1.50", "3.00 USD", "4 EUR"}),
                       {.type = FieldType::money});
  EXPECT_EQ(open.texts, (Texts{"", "2.00 EUR", "", "", "4.00 EUR"}));
  EXPECT_EQ(open.problems.size(), 2U);

  const Conformed bare(texts("c", {"1.50", "2"}), {.type = FieldType::money});
  EXPECT_EQ(bare.texts, (Texts{"1.50", "2.00"}));

  const Conformed decimals(
      values("c", ColumnType::decimal, {Decimal(150, 2), Value()}, 2),
      {.type = FieldType::money, .currency = euro});
  EXPECT_EQ(decimals.texts, (Texts{"1.50 EUR", ""}));
}

TEST(Conform, NumbersBetweenTypesWithoutLoss) {
  const Column doubles =
      values("c", ColumnType::number, {100000.0, 0.5, Value(), 3e15, 1e30});
  const Conformed integers(doubles, {.type = FieldType::integer});
  EXPECT_EQ(integers.texts, (Texts{"100000", "", "", "3000000000000000", ""}));
  EXPECT_EQ(integers.problems.size(), 2U);

  const Conformed decimals(doubles, {.type = FieldType::decimal});
  EXPECT_EQ(decimals.texts, (Texts{"100000.0", "0.5", "", "3000000000000000.0", ""}));

  const Column large = values("c", ColumnType::integer,
                              {std::int64_t{1} << 53, (std::int64_t{1} << 53) + 1, INT64_MAX});
  const Conformed numbers(large, {.type = FieldType::number});
  EXPECT_EQ(numbers.problems.size(), 2U);
  EXPECT_EQ(numbers.column_[0].number(), 9007199254740992.0);
  EXPECT_TRUE(numbers.column_.is_null(1));
  EXPECT_TRUE(numbers.column_.is_null(2));
}

TEST(Conform, TypesThatDoNotConvertAreReportedByRow) {
  const Conformed dates(values("c", ColumnType::boolean, {true, Value()}),
                        {.type = FieldType::date});
  EXPECT_EQ(dates.texts, (Texts{"", ""}));
  ASSERT_EQ(dates.problems.size(), 1U);
  EXPECT_EQ(dates.problems[0].detail, "bad_value");
}

TEST(Conform, TypedValuesBecomeCanonicalText) {
  EXPECT_EQ(Conformed(values("c", ColumnType::integer, {42, Value()}), {}).texts,
            (Texts{"42", ""}));
  EXPECT_EQ(Conformed(values("c", ColumnType::date, {*parse_date("2026-11-22")}), {}).texts,
            (Texts{"2026-11-22"}));
}

TEST(Conform, CutsTextBetweenCharacters) {
  const std::vector<std::string> names = {"Zoë", "Zoë Ω", "Łódź", "abc", "abcd"};
  const Conformed plain(texts("c", names), {.max_length = 3});
  EXPECT_EQ(plain.texts, (Texts{"Zoë", "Zoë", "Łód", "abc", "abc"}));
  ASSERT_EQ(plain.problems.size(), 3U);
  EXPECT_EQ(plain.problems[0],
            (CellProblem{1, "c", "too_long", "5 characters, 'f' takes 3: cut there"}));
  EXPECT_EQ(plain.problems[2].row, 4U);

  const Conformed dictionary(texts("c", {"abcd", "ab", "abcd", "ab", "abcd", "ab"}),
                             {.max_length = 3});
  EXPECT_EQ(dictionary.texts, (Texts{"abc", "ab", "abc", "ab", "abc", "ab"}));
  EXPECT_EQ(dictionary.problems.size(), 3U);
}

TEST(Conform, KeepsAndReportsValuesOutsideAClosedPicklist) {
  const Field picklist{.type = FieldType::picklist, .values = {{"hot"}, {"cold"}}};
  const Conformed closed(texts("c", {"hot", "Hot", "", "cold"}), picklist);
  EXPECT_EQ(closed.texts, (Texts{"hot", "Hot", "", "cold"}));
  ASSERT_EQ(closed.problems.size(), 1U);
  EXPECT_EQ(closed.problems[0],
            (CellProblem{1, "c", "unknown_value", "'Hot' is not in the picklist of 'f': kept"}));

  Field open = picklist;
  open.open_values = true;
  EXPECT_TRUE(Conformed(texts("c", {"Hot"}), open).problems.empty());

  Field multi = picklist;
  multi.type = FieldType::multi_picklist;
  const Conformed items(texts("c", {"hot;cold", "cold;warm;tepid"}), multi);
  ASSERT_EQ(items.problems.size(), 1U);
  EXPECT_EQ(items.problems[0].message, "'warm', 'tepid' is not in the picklist of 'f': kept");
}

TEST(Conform, ProblemsComeInRowOrder) {
  const auto schema = Schema::make("lead", {{.name = "a", .type = FieldType::integer},
                                            {.name = "b", .type = FieldType::date}});
  const auto table = Table::make({texts("x", {"1", "no", "no"}), texts("y", {"no", "no", "no"})});
  const auto result = conform(*table, *schema, {{"y", "b"}, {"x", "a"}});
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const CellProblem& problem : result->problems) {
    found.emplace_back(problem.row, problem.column);
  }
  const std::vector<std::pair<std::size_t, std::string>> expected = {
      {0, "y"}, {1, "x"}, {1, "y"}, {2, "x"}, {2, "y"}};
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace galena
