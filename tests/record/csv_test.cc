#include "galena/record/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace galena {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const Table& table) {
  std::vector<Row> rows;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    Row row;
    for (const Column& column : table.columns()) row.push_back(to_text(column[r]));
    rows.push_back(std::move(row));
  }
  return rows;
}

Row names_of(const Table& table) {
  Row names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  return names;
}

CsvTable read(std::string_view text, const CsvOptions& options = {}) {
  auto result = read_csv(text, options);
  EXPECT_TRUE(result) << result.problems().to_text();
  return result ? *std::move(result) : CsvTable();
}

std::vector<Row> rows(std::string_view text, const CsvOptions& options = {}) {
  const CsvTable csv = read(text, options);
  EXPECT_THAT(csv.errors, IsEmpty());
  return rows_of(csv.table);
}

TEST(Csv, ReadsHeaderAndRows) {
  const CsvTable csv = read("name,city\nAnn,Köln\nBo,\"New York, NY\"\n");
  EXPECT_THAT(names_of(csv.table), ElementsAre("name", "city"));
  EXPECT_THAT(rows_of(csv.table), ElementsAre(Row{"Ann", "Köln"}, Row{"Bo", "New York, NY"}));
  EXPECT_EQ(csv.delimiter, ',');
}

TEST(Csv, LinesEndInAnyWay) {
  const std::vector<Row> expected = {{"1", "2"}, {"3", "4"}};
  EXPECT_EQ(rows("a,b\n1,2\n3,4\n"), expected);
  EXPECT_EQ(rows("a,b\n1,2\n3,4"), expected);
  EXPECT_EQ(rows("a,b\r\n1,2\r\n3,4\r\n"), expected);
  EXPECT_EQ(rows("a,b\r1,2\r3,4\r"), expected);
  EXPECT_EQ(rows("a,b\r\n1,2\n3,4\r"), expected);
  EXPECT_EQ(rows("a,b\r\r\n1,2\r\r\n\n3,4\n\n"), expected);  // blank lines are passed over
}

TEST(Csv, QuotedFieldsKeepLineEndsAndQuotes) {
  EXPECT_EQ(rows("a,b\n\"1\r\n2\n3\r4\",\"say \"\"hi\"\"\"\n"),
            (std::vector<Row>{{"1\r\n2\n3\r4", "say \"hi\""}}));
  EXPECT_EQ(rows("a\n\"\"\"\"\n"), (std::vector<Row>{{"\""}}));
}

TEST(Csv, QuotesInsideUnquotedFieldsAreCharacters) {
  EXPECT_EQ(rows("size,what\n5\",1\" pipe\n"), (std::vector<Row>{{"5\"", "1\" pipe"}}));
  EXPECT_EQ(rows("a,b\n1, \"x\"\n"), (std::vector<Row>{{"1", " \"x\""}}));
}

TEST(Csv, BlanksBehindAClosingQuoteArePassedOver) {
  EXPECT_EQ(rows("a,b\n\"1\"  ,\"2\" \n\"3\",\"4\" "), (std::vector<Row>{{"1", "2"}, {"3", "4"}}));
}

TEST(Csv, EmptyFieldIsNullAndQuotedEmptyFieldIsText) {
  const CsvTable csv = read("a,b\n,\"\"\n");
  EXPECT_TRUE(csv.table[0].is_null(0));
  EXPECT_FALSE(csv.table[1].is_null(0));
  EXPECT_EQ(csv.table[1].text(0), "");
}

TEST(Csv, OneColumnKeepsItsBlankLines) {
  EXPECT_EQ(rows("a\nx\n\ny\n"), (std::vector<Row>{{"x"}, {""}, {"y"}}));
}

TEST(Csv, SeparatorIsDetected) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const std::string d(1, delimiter);
    const CsvTable csv = read("name" + d + "city\n\"A" + d + "B\"" + d + "x\nC" + d + "y\n");
    EXPECT_EQ(csv.delimiter, delimiter);
    EXPECT_THAT(rows_of(csv.table), ElementsAre(Row{"A" + d + "B", "x"}, Row{"C", "y"}));
  }
}

TEST(Csv, SeparatorIsTheOneThatDividesAllRowsAlike) {
  // Decimal commas must not win over the separator.
  EXPECT_EQ(read("Name;Umsatz;Ort\nA;1,5;B\nC;2,5;D\n").delimiter, ';');
  EXPECT_EQ(read("name,note\nA,x;y;z\nB,u;v;w\n").delimiter, ',');
  EXPECT_EQ(read("a;b,c\n1;2,3\n4;5\n6;7\n").delimiter, ';');
  // Quoted separators do not vote.
  EXPECT_EQ(read("a;b\n\"1,2,3\";x\n\"4,5,6\";y\n").delimiter, ';');
}

TEST(Csv, OneColumnWhoseHeaderHoldsAComma) {
  const CsvTable csv = read("Remarks, if any\nnone\nfine\n");
  EXPECT_THAT(names_of(csv.table), ElementsAre("Remarks, if any"));
  EXPECT_THAT(rows_of(csv.table), ElementsAre(Row{"none"}, Row{"fine"}));
}

TEST(Csv, GivenSeparatorWins) {
  EXPECT_EQ(rows("a;b,c\n1;2,3\n", {.delimiter = ';'}), (std::vector<Row>{{"1", "2,3"}}));
  EXPECT_EQ(rows("a b\n\"1\" 2\n", {.delimiter = ' '}), (std::vector<Row>{{"1", "2"}}));
  EXPECT_EQ(read_csv("a", {.delimiter = '"'}).problems().front().detail, "bad_delimiter");
  EXPECT_EQ(read_csv("a", {.delimiter = '\xE9'}).problems().front().detail, "bad_delimiter");
}

TEST(Csv, SeparatorLineOfSpreadsheets) {
  const CsvTable csv = read("sep=;\r\na;b\r\n1;2,5\r\n");
  EXPECT_EQ(csv.delimiter, ';');
  EXPECT_THAT(rows_of(csv.table), ElementsAre(Row{"1", "2,5"}));
  EXPECT_EQ(read("SEP=^\na^b\n1^2\n").delimiter, '^');
  EXPECT_EQ(read("sep=;\na;b\n1\n").errors.front().line, 3U);
  // Not such a line: a column that is called so.
  EXPECT_THAT(names_of(read("sep=\n1\n").table), ElementsAre("sep="));
  EXPECT_THAT(names_of(read("\"sep=;\"\n1\n").table), ElementsAre("sep=;"));
}

TEST(Csv, BlankLinesBeforeTheHeaderArePassedOver) {
  const CsvTable csv = read("\n\r\na,b\n1\n2,3\n");
  EXPECT_THAT(names_of(csv.table), ElementsAre("a", "b"));
  EXPECT_EQ(csv.errors.front().line, 4U);
}

TEST(Csv, HeaderNamesAreMadeDistinct) {
  EXPECT_THAT(names_of(read("city,city,,city,\n1,2,3,4,5\n").table),
              ElementsAre("city", "city_2", "column_3", "city_3", "column_5"));
  // A made name never takes one that the header gives to another column.
  EXPECT_THAT(names_of(read("a,a,a_2,column_4,\n1,2,3,4,5\n").table),
              ElementsAre("a", "a_3", "a_2", "column_4", "column_5"));
  EXPECT_THAT(names_of(read("column_2,\n1,2\n").table), ElementsAre("column_2", "column_3"));
}

TEST(Csv, TypedColumns) {
  const CsvTable csv = read(
      "id,amount,day,at,ok,ratio,name\n"
      "1,12.5 EUR,2026-11-22,2026-11-22T03:01:55Z,yes,0.5,Ann\n"
      ",,,,,,\n"
      "2,7.125 EUR,2026-01-01,2026-01-01T00:00:00+01:00,0,1e3,Bo\n",
      {.types = {{"id", FieldType::integer},
                 {"amount", FieldType::money},
                 {"day", FieldType::date},
                 {"at", FieldType::instant},
                 {"ok", FieldType::boolean},
                 {"ratio", FieldType::number},
                 {"name", FieldType::text}}});
  EXPECT_THAT(csv.errors, IsEmpty());
  EXPECT_THAT(
      rows_of(csv.table),
      ElementsAre(
          Row{"1", "12.500 EUR", "2026-11-22", "2026-11-22T03:01:55Z", "true", "0.5", "Ann"},
          Row{"", "", "", "", "", "", ""},
          Row{"2", "7.125 EUR", "2026-01-01", "2025-12-31T23:00:00Z", "false", "1000", "Bo"}));
  EXPECT_EQ(csv.table[0].type(), ColumnType::integer);
  EXPECT_TRUE(csv.table[1].is_null(1));
}

TEST(Csv, BadTypedValueIsAnErrorOfItsRow) {
  const CsvTable csv = read("name,n,amount\nA,1,1 EUR\nB,x,2 EUR\nC,3,3 USD\nD,4,4\nE,5,5 EUR\n",
                            {.types = {{"n", FieldType::integer}, {"amount", FieldType::money}}});
  EXPECT_THAT(rows_of(csv.table), ElementsAre(Row{"A", "1", "1 EUR"}, Row{"E", "5", "5 EUR"}));
  EXPECT_THAT(
      csv.errors,
      ElementsAre(CsvError{3, 2, "bad_value", "'x' is not a whole number such as 42"},
                  CsvError{4, 3, "bad_value",
                           "'3 USD' is not an amount in EUR, the currency of the first one"},
                  CsvError{5, 3, "bad_value",
                           "'4' is not an amount in EUR, the currency of the first one"}));
}

TEST(Csv, TypeOfAColumnThatIsNotThere) {
  const auto result =
      read_csv("a\n1\n", {.types = {{"b", FieldType::integer}, {"c", FieldType::date}}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.problems().size(), 2U);
  EXPECT_EQ(result.problems().front().detail, "unknown_column");
  EXPECT_EQ(result.problems().front().subject, "b");
}

TEST(Csv, ProgressGrowsToOneAndCanCancel) {
  std::string text = "a,b\n";
  for (int i = 0; i < 200000; ++i) text += "some text,some more\n";
  std::vector<double> seen;
  const auto read_all = read_csv(text, {.progress = [&](double fraction) {
                                   seen.push_back(fraction);
                                   return true;
                                 }});
  ASSERT_TRUE(read_all);
  EXPECT_EQ(read_all->table.rows(), 200000U);
  EXPECT_GT(seen.size(), 5U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), 1.0);
  const auto cancelled =
      read_csv(text, {.progress = [](double fraction) { return fraction < 0.5; }});
  EXPECT_EQ(cancelled.code(), Code::cancelled);
}

TEST(CsvWriter, QuotesOnlyWhereNeeded) {
  const CsvTable csv =
      read("a,b\nplain,\"with, comma\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n5\" pipe, blanks \n");
  EXPECT_EQ(
      write_csv(csv.table),
      "a,b\nplain,\"with, comma\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n\"5\"\" pipe\", blanks \n");
  EXPECT_THAT(write_csv(csv.table, "\r\n"), StartsWith("a,b\r\nplain,"));
}

TEST(CsvWriter, WritesTypedValuesCanonically) {
  const CsvOptions options{.types = {{"n", FieldType::number}, {"d", FieldType::date}}};
  const std::string text = "n,d\n100000,2026-11-22\n,\n0.5,\n";
  EXPECT_EQ(write_csv(read(text, options).table), text);
}

TEST(CsvWriter, WhatItWritesReadsBackAsItWas) {
  const std::vector<std::vector<std::string>> tables = {
      {"a;b", "1;2", "3;4"},          // one column that looks like two
      {"sep=;", "x"},                 // a header that looks like a separator line
      {"\xEF\xBB\xBF" "a", "x"},      // and one that looks like a byte order mark
      {"a", "", "x", ""},             // empty rows of one column
      {"a|b\tc", "\"", "\r", "\n"},
  };
  for (const auto& values : tables) {
    ColumnBuilder builder(values[0], ColumnType::text);
    for (std::size_t i = 1; i < values.size(); ++i) builder.append_text(values[i]);
    const auto table = Table::make({builder.finish()});
    const CsvTable back = read(write_csv(*table));
    EXPECT_THAT(back.errors, IsEmpty());
    EXPECT_EQ(names_of(back.table), names_of(*table));
    EXPECT_EQ(rows_of(back.table), rows_of(*table)) << write_csv(*table);
  }
}

TEST(CsvWriter, ATableWithoutColumnsIsEmpty) { EXPECT_EQ(write_csv(Table()), ""); }

}  // namespace
}  // namespace galena
