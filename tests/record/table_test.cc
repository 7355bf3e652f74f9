#include "galena/record/table.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace galena {
namespace {

Column texts(std::string name, const std::vector<std::string>& values) {
  ColumnBuilder builder(std::move(name), ColumnType::text);
  for (const std::string& value : values) builder.append_text(value);
  return builder.finish();
}

TEST(Table, ReadsRowsByColumnNumber) {
  ColumnBuilder employees("employees", ColumnType::integer);
  employees.append_integer(12);
  employees.append_null();
  const auto table = Table::make({texts("name", {"Ann", "Bo"}), employees.finish()});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows(), 2U);
  EXPECT_EQ(table->find("employees"), 1U);
  EXPECT_FALSE(table->find("Employees"));
  EXPECT_EQ(table->row(0)[1].integer(), 12);
  EXPECT_EQ(table->row(1)[0].text(), "Bo");
  EXPECT_TRUE(table->row(1)[1].is_blank());
}

TEST(Table, WithoutColumnsHasNoRows) {
  EXPECT_EQ(Table().rows(), 0U);
  EXPECT_EQ(Table::make({})->rows(), 0U);
}

TEST(Table, RefusesRaggedAndDuplicateColumnsAndNamesAll) {
  const auto table =
      Table::make({texts("a", {"1", "2"}), texts("b", {"1"}), texts("a", {"1", "2"})});
  ASSERT_FALSE(table);
  ASSERT_EQ(table.problems().size(), 2U);
  EXPECT_EQ(table.problems()[0].detail, "ragged_columns");
  EXPECT_EQ(table.problems()[0].subject, "b");
  EXPECT_EQ(table.problems()[1].detail, "duplicate_column");
  EXPECT_EQ(table.problems()[1].subject, "a");
}

TEST(Table, SchemaFollowsColumnTypes) {
  ColumnBuilder amount("amount", ColumnType::decimal, 2, *Currency::parse("EUR"));
  ColumnBuilder ratio("ratio", ColumnType::decimal, 3);
  ColumnBuilder day("day", ColumnType::date);
  const auto table =
      Table::make({texts("name", {}), amount.finish(), ratio.finish(), day.finish()});
  const Schema schema = schema_of(*table);
  ASSERT_EQ(schema.size(), 4U);
  EXPECT_EQ(schema[0].type, FieldType::text);
  EXPECT_EQ(schema[1].type, FieldType::money);
  EXPECT_EQ(schema[1].currency.code(), "EUR");
  EXPECT_EQ(schema[2].type, FieldType::decimal);
  EXPECT_EQ(schema[3].type, FieldType::date);
}

TEST(Table, SchemaNamesColumnsWithoutAName) {
  const auto table = Table::make({texts("column_2", {}), texts("", {})});
  const Schema schema = schema_of(*table);
  EXPECT_EQ(schema[0].name, "column_2");
  EXPECT_EQ(schema[1].name, "column_2_");
}

TEST(Column, RenamedSharesItsStorage) {
  const Column column = texts("a", {"x"});
  const Column renamed = column.renamed("b");
  EXPECT_EQ(renamed.name(), "b");
  EXPECT_EQ(column.name(), "a");
  EXPECT_EQ(renamed.data(), column.data());
}

TEST(ColumnBuilder, KeepsRepeatedTextAsDictionary) {
  const Column column = texts("country", {"DE", "FR", "DE", "DE", "", "FR", "DE", ""});
  ASSERT_TRUE(column.is_dictionary());
  EXPECT_EQ(column.distinct_size(), 3U);
  EXPECT_EQ(column.text(5), "FR");
  EXPECT_EQ(column.codes()[5], column.codes()[1]);
  EXPECT_FALSE(column.is_null(4));
  EXPECT_TRUE(column[4].is_blank());
}

TEST(ColumnBuilder, KeepsDifferentTextPlain) {
  EXPECT_FALSE(texts("id", {"a", "b", "c", "c"}).is_dictionary());
  EXPECT_FALSE(texts("id", {}).is_dictionary());
}

TEST(ColumnBuilder, UnrollsADictionaryThatHardlyRepeats) {
  // 6,000 different values, each preceded by a null and some repeated, so that the change from
  // dictionary to plain rows happens in the middle.
  ColumnBuilder builder("id", ColumnType::text);
  for (int i = 0; i < 6000; ++i) {
    builder.append_null();
    builder.append_text("value " + std::to_string(i));
    if (i % 7 == 0) builder.append_text("again");
  }
  const Column column = builder.finish();
  EXPECT_FALSE(column.is_dictionary());
  std::size_t row = 0;
  for (int i = 0; i < 6000; ++i) {
    EXPECT_TRUE(column.is_null(row));
    EXPECT_EQ(column.text(row++), "");
    EXPECT_EQ(column.text(row++), "value " + std::to_string(i));
    if (i % 7 == 0) {
      EXPECT_EQ(column.text(row++), "again");
    }
  }
  EXPECT_EQ(row, column.size());
}

TEST(ColumnBuilder, KeepsALargeDictionaryThatRepeats) {
  ColumnBuilder builder("company", ColumnType::text);
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 10000; ++i) builder.append_text("company " + std::to_string(i / 3));
  }
  const Column column = builder.finish();
  ASSERT_TRUE(column.is_dictionary());
  EXPECT_EQ(column.distinct_size(), 3334U);
  EXPECT_EQ(column.text(29999), "company 3333");
}

TEST(ColumnBuilder, NullsInEveryPositionOfTheBitmap) {
  for (std::size_t null_row = 0; null_row < 200; ++null_row) {
    ColumnBuilder builder("n", ColumnType::integer);
    for (std::size_t row = 0; row < 200; ++row) {
      if (row == null_row) {
        builder.append_null();
      } else {
        builder.append_integer(static_cast<std::int64_t>(row));
      }
    }
    const Column column = builder.finish();
    for (std::size_t row = 0; row < 200; ++row) {
      ASSERT_EQ(column.is_null(row), row == null_row);
      if (row != null_row) {
        ASSERT_EQ(column[row].integer(), static_cast<std::int64_t>(row));
      }
    }
  }
}

TEST(ColumnBuilder, OnlyNulls) {
  ColumnBuilder builder("n", ColumnType::text);
  builder.append_null();
  builder.append_null();
  const Column column = builder.finish();
  EXPECT_TRUE(column.is_null(0));
  EXPECT_TRUE(column[1].is_blank());
  EXPECT_EQ(column.text(1), "");
}

TEST(ColumnBuilder, BringsDecimalsToItsScaleWithoutLoss) {
  ColumnBuilder builder("amount", ColumnType::decimal, 2, *Currency::parse("EUR"));
  EXPECT_TRUE(builder.append(Decimal(125, 1)));
  EXPECT_TRUE(builder.append(Money{Decimal(7), *Currency::parse("EUR")}));
  EXPECT_TRUE(builder.append(Decimal(12500, 4)));
  EXPECT_FALSE(builder.append(Decimal(12345, 4)));
  EXPECT_FALSE(builder.append(Decimal(std::numeric_limits<std::int64_t>::max())));
  EXPECT_FALSE(builder.append(Money{Decimal(7), *Currency::parse("USD")}));
  EXPECT_FALSE(builder.append(ValueView(7)));
  EXPECT_EQ(builder.size(), 3U);
  const Column column = builder.finish();
  EXPECT_EQ(to_text(column[0]), "12.50 EUR");
  EXPECT_EQ(to_text(column[1]), "7.00 EUR");
  EXPECT_EQ(to_text(column[2]), "1.25 EUR");
}

TEST(ColumnBuilder, TakesOnlyValuesOfItsType) {
  const ValueView values[] = {ValueView("x"), ValueView(true), ValueView(7), ValueView(0.5),
                              ValueView(Decimal(7)), ValueView(*parse_date("2026-11-22")),
                              ValueView(*parse_instant("2026-11-22T03:01:55Z"))};
  const ColumnType types[] = {ColumnType::text,    ColumnType::boolean, ColumnType::integer,
                              ColumnType::number,  ColumnType::decimal, ColumnType::date,
                              ColumnType::instant};
  for (std::size_t t = 0; t < std::size(types); ++t) {
    ColumnBuilder builder("c", types[t]);
    for (std::size_t v = 0; v < std::size(values); ++v) {
      EXPECT_EQ(builder.append(values[v]), t == v) << column_type_name(types[t]) << " " << v;
    }
    EXPECT_TRUE(builder.append(ValueView()));
    const Column column = builder.finish();
    ASSERT_EQ(column.size(), 2U);
    EXPECT_TRUE(identical(column[0], values[t]));
    EXPECT_TRUE(column.is_null(1));
  }
}

TEST(ColumnBuilder, IsEmptyAfterFinish) {
  ColumnBuilder builder("a", ColumnType::text);
  builder.append_text("x");
  EXPECT_EQ(builder.finish().size(), 1U);
  EXPECT_EQ(builder.size(), 0U);
  builder.append_text("y");
  const Column again = builder.finish();
  EXPECT_EQ(again.name(), "a");
  EXPECT_EQ(again.text(0), "y");
}

}  // namespace
}  // namespace galena
