#include "galena/intake/import_formats.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/record/schema.hpp"

namespace galena {
namespace {

using testing::ElementsAre;
using Texts = std::vector<std::string>;

Column column_of(const std::string& name, const Texts& values) {
  ColumnBuilder builder(name, ColumnType::text);
  for (const std::string& value : values) builder.append_text(value);
  return builder.finish();
}

/// One column of one field of the given type, normalised: its texts, or the problem's detail.
Texts normalised(FieldType type, const Texts& values, const ImportFormats& formats = {}) {
  const Schema schema = *Schema::make("x", {{.name = "f", .type = type}});
  const Table table = *Table::make({column_of("c", values)});
  const auto result = normalise_formats(table, schema, {{"c", "f"}}, formats);
  Texts texts;
  if (!result) {
    for (const Problem& problem : result.problems()) {
      EXPECT_EQ(problem.subject, "c");
      EXPECT_FALSE(problem.hint.empty());
      texts.push_back(problem.detail);
    }
    return texts;
  }
  for (std::size_t row = 0; row < result->table.rows(); ++row) {
    texts.emplace_back(result->table[0].text(row));
  }
  return texts;
}

TEST(NormaliseDates, OneValueThatFitsOnlyOneOrderDecidesTheColumn) {
  EXPECT_THAT(normalised(FieldType::date, {"3/4/2021", "13/4/2021"}),
              ElementsAre("2021-04-03", "2021-04-13"));
  EXPECT_THAT(normalised(FieldType::date, {"3/4/2021", "4/13/2021"}),
              ElementsAre("2021-03-04", "2021-04-13"));
}

TEST(NormaliseDates, TwoReadingsAreAnErrorNotAGuess) {
  EXPECT_THAT(normalised(FieldType::date, {"3/4/2021", "5/6/2021"}), ElementsAre("ambiguous_date"));
  EXPECT_THAT(normalised(FieldType::date, {"3/4/2021"}, {.date_order = DateOrder::month_day_year}),
              ElementsAre("2021-03-04"));
  // Readings that agree are no ambiguity.
  EXPECT_THAT(normalised(FieldType::date, {"3/3/2021", "2021-04-05", "1 May 2021"}),
              ElementsAre("2021-03-03", "2021-04-05", "2021-05-01"));
}

TEST(NormaliseDates, MixedOrdersAreAnError) {
  EXPECT_THAT(normalised(FieldType::date, {"13/4/2021", "4/13/2021"}), ElementsAre("mixed_dates"));
}

TEST(NormaliseDates, KeepsWhatNoFormatReads) {
  EXPECT_THAT(normalised(FieldType::date, {"13/4/2021", "n/a", "", " "}),
              ElementsAre("2021-04-13", "n/a", "", ""));
  EXPECT_THAT(normalised(FieldType::date, {"n/a", "later"}), ElementsAre("n/a", "later"));
}

TEST(NormaliseDates, TwoDigitYearsMustBeDeclared) {
  EXPECT_THAT(normalised(FieldType::date, {"13/4/21"}), ElementsAre("two_digit_year"));
  EXPECT_THAT(normalised(FieldType::date, {"13/4/2021", "14/4/21"}), ElementsAre("two_digit_year"));
  EXPECT_THAT(normalised(FieldType::date, {"13/4/2021", "14/4/49"}, {.first_two_digit_year = 1950}),
              ElementsAre("2021-04-13", "2049-04-14"));
  // Day 21, month 4: but also year 21, month 4, day 13 in the order year, month, day.
  EXPECT_THAT(normalised(FieldType::date, {"21/4/13"}, {.first_two_digit_year = 1950}),
              ElementsAre("ambiguous_date"));
}

TEST(NormaliseDates, SerialNumbersAreReadWhenAllValuesAreSuch) {
  EXPECT_THAT(normalised(FieldType::date, {"44197", "44561"}),
              ElementsAre("2021-01-01", "2021-12-31"));
  EXPECT_THAT(normalised(FieldType::date, {"44197", "7"}), ElementsAre("44197", "7"));
}

TEST(NormaliseInstants, TimesWithoutAnOffsetNeedOne) {
  const Texts values = {"15 Apr, 2021 00:03:00"};
  EXPECT_THAT(normalised(FieldType::instant, values), ElementsAre("missing_offset"));
  EXPECT_THAT(normalised(FieldType::instant, values, {.utc_offset = std::chrono::hours(2)}),
              ElementsAre("2021-04-14T22:03:00Z"));
  EXPECT_THAT(normalised(FieldType::instant, {"2021-04-15T00:03:00+02:00", "2021-04-15T00:03:00Z"}),
              ElementsAre("2021-04-14T22:03:00Z", "2021-04-15T00:03:00Z"));
  EXPECT_THAT(normalised(FieldType::instant, {"20210415"}, {.utc_offset = std::chrono::minutes(0)}),
              ElementsAre("2021-04-15T00:00:00Z"));
}

TEST(NormaliseNumbers, FindTheDecimalMark) {
  EXPECT_THAT(normalised(FieldType::decimal, {"1,234", "1,234.5"}), ElementsAre("1234", "1234.5"));
  EXPECT_THAT(normalised(FieldType::decimal, {"1.234", "12,5"}), ElementsAre("1234", "12.5"));
  EXPECT_THAT(normalised(FieldType::decimal, {"1,234"}), ElementsAre("ambiguous_number"));
  EXPECT_THAT(normalised(FieldType::decimal, {"1.5", "1,5"}), ElementsAre("mixed_numbers"));
  EXPECT_THAT(normalised(FieldType::decimal, {"1,234"}, {.decimal_mark = DecimalMark::comma}),
              ElementsAre("1.234"));
  EXPECT_THAT(normalised(FieldType::integer, {"1,234", "50", "11-50"}),
              ElementsAre("1234", "50", "11-50"));
  EXPECT_THAT(normalised(FieldType::integer, {"1.234"}), ElementsAre("1234"));
  EXPECT_THAT(normalised(FieldType::integer, {"50.0"}), ElementsAre("50"));
}

TEST(NormaliseMoney, TakesTheCurrencyOfTheValueElseTheDeclaredOne) {
  EXPECT_THAT(normalised(FieldType::money, {"$22,700.00", "€5.50"}),
              ElementsAre("22700.00", "5.50 EUR"));
  EXPECT_THAT(
      normalised(FieldType::money, {"$22,700.00", "€5.50"}, {.currency = *Currency::parse("USD")}),
      ElementsAre("22700.00 USD", "5.50 EUR"));
  EXPECT_THAT(normalised(FieldType::money, {"$342.09K"}), ElementsAre("342090"));
}

TEST(NormaliseWords, ReadsYesAndNoInSeveralLanguages) {
  EXPECT_THAT(normalised(FieldType::boolean, {"Yes", "NEIN", "oui", "Não", "x", "0", "maybe", ""}),
              ElementsAre("true", "false", "true", "false", "true", "false", "maybe", ""));
}

TEST(NormaliseWords, PicklistsTakeLabelsInAnyLanguage) {
  const std::vector<PicklistValue> values = {
      {.value = "trade_show", .label = {"Trade show", {{"de", "Messe"}}}},
      {.value = "tv", .label = {"TV", {{"de", "Fernsehen"}}}}};
  const Schema schema =
      *Schema::make("x", {{.name = "one", .type = FieldType::picklist, .values = values},
                          {.name = "many", .type = FieldType::multi_picklist, .values = values}});
  const Table table = *Table::make({column_of("a", {"Trade Show", "MESSE", "trade-show", "fair"}),
                                    column_of("b", {"TV;Messe", "tv;fair", "", "Fernsehen"})});
  const auto result = normalise_formats(table, schema, {{"a", "one"}, {"b", "many"}});
  ASSERT_TRUE(result);
  const auto texts = [&](std::size_t column) {
    Texts list;
    for (std::size_t row = 0; row < 4; ++row) list.emplace_back(result->table[column].text(row));
    return list;
  };
  EXPECT_THAT(texts(0), ElementsAre("trade_show", "trade_show", "trade_show", "fair"));
  EXPECT_THAT(texts(1), ElementsAre("tv;trade_show", "tv;fair", "", "tv"));
}

TEST(NormaliseFormats, ReportsTheProblemsOfAllColumns) {
  const Schema schema = *Schema::make("x", {{.name = "d", .type = FieldType::date},
                                            {.name = "n", .type = FieldType::decimal},
                                            {.name = "t", .type = FieldType::text}});
  const Table table = *Table::make(
      {column_of("a", {"3/4/2021"}), column_of("b", {"1,234"}), column_of("c", {"1,234"})});
  const auto result =
      normalise_formats(table, schema, {{"a", "d"}, {"b", "n"}, {"c", "t"}, {"z", "q"}});
  ASSERT_EQ(result.problems().size(), 2U);
  EXPECT_EQ(result.problems()[0].subject, "a");
  EXPECT_EQ(result.problems()[0].hint, "declare date_order: day_month_year or month_day_year");
  EXPECT_EQ(result.problems()[1].subject, "b");
}

TEST(NormaliseFormats, SaysWhatAColumnWasReadAs) {
  const Schema schema = *Schema::make("x", {{.name = "d", .type = FieldType::date}, {.name = "t"}});
  const Table table = *Table::make(
      {column_of("a", {"13/4/2021", "?", "?", "?"}), column_of("b", {"x", "y", "z", "w"})});
  const auto result = normalise_formats(table, schema, {{"a", "d"}, {"b", "t"}});
  ASSERT_TRUE(result);
  EXPECT_THAT(
      result->formats,
      ElementsAre(ColumnFormat{
          .column = "a", .field = "d", .date_order = DateOrder::day_month_year, .unread = 3}));
  EXPECT_EQ(result->table[1].data(), table[1].data());  // shared, not copied
}

TEST(NormaliseFormats, LeavesNullsNull) {
  ColumnBuilder builder("a", ColumnType::text);
  builder.append_text("13/4/2021");
  builder.append_null();
  const Table table = *Table::make({builder.finish()});
  const Schema schema = *Schema::make("x", {{.name = "d", .type = FieldType::date}});
  const auto result = normalise_formats(table, schema, {{"a", "d"}});
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->table[0].is_null(1));
  EXPECT_EQ(result->table[0].text(0), "2021-04-13");
}

}  // namespace
}  // namespace galena
