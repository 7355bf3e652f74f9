#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "galena/record/arrow.hpp"
#include "galena/record/csv.hpp"

namespace galena {
namespace {

Table sample(std::size_t rows) {
  const Currency euro = *Currency::parse("EUR");
  std::vector<ColumnBuilder> builders;
  builders.emplace_back("plain", ColumnType::text);
  builders.emplace_back("dictionary", ColumnType::text);
  builders.emplace_back("flag", ColumnType::boolean);
  builders.emplace_back("count", ColumnType::integer);
  builders.emplace_back("ratio", ColumnType::number);
  builders.emplace_back("amount", ColumnType::decimal, 2, euro);
  builders.emplace_back("rate", ColumnType::decimal, 4);
  builders.emplace_back("day", ColumnType::date);
  builders.emplace_back("at", ColumnType::instant);
  builders.emplace_back("never", ColumnType::text);
  for (std::size_t row = 0; row < rows; ++row) {
    const auto number = static_cast<std::int64_t>(row * 7919 % 100000) - 50000;
    const std::vector<Value> values = {"text " + std::to_string(row) + " Zoë",
                                       row % 3 == 0 ? "hot" : "",
                                       row % 5 == 0,
                                       number,
                                       static_cast<double>(number) / 8,
                                       Money{Decimal(number, 2), euro},
                                       Decimal(number, 4),
                                       Date(std::chrono::days(static_cast<int>(number))),
                                       instant_from_micros(number * 1000003),
                                       Value()};
    for (std::size_t i = 0; i < builders.size(); ++i) {
      const bool null = (row + i) % 11 == 0;
      EXPECT_TRUE(builders[i].append(null ? ValueView() : values[i].view()));
    }
  }
  std::vector<Column> columns;
  for (ColumnBuilder& builder : builders) columns.push_back(builder.finish());
  return Table::make(std::move(columns)).value();
}

void expect_same(const Table& a, const Table& b) {
  ASSERT_EQ(a.columns().size(), b.columns().size());
  ASSERT_EQ(a.rows(), b.rows());
  for (std::size_t i = 0; i < a.columns().size(); ++i) {
    SCOPED_TRACE(a[i].name());
    EXPECT_EQ(a[i].name(), b[i].name());
    EXPECT_EQ(a[i].type(), b[i].type());
    EXPECT_EQ(a[i].scale(), b[i].scale());
    EXPECT_EQ(a[i].currency(), b[i].currency());
    for (std::size_t row = 0; row < a.rows(); ++row) {
      ASSERT_EQ(a[i].is_null(row), b[i].is_null(row)) << row;
      ASSERT_TRUE(identical(a[i][row], b[i][row])) << row;
    }
  }
}

TEST(ArrowExport, ComesBackAsItWas) {
  // One batch, the rows around its end, and several.
  for (const std::size_t rows : {0UL, 1UL, 63UL, 64UL, 1000UL, 131072UL, 131073UL, 300001UL}) {
    SCOPED_TRACE(rows);
    const Table table = sample(rows);
    ArrowArrayStream stream;
    export_arrow(table, &stream);
    const auto back = import_arrow(&stream);
    ASSERT_TRUE(back) << back.problems().to_text();
    expect_same(table, *back);
  }
}

TEST(ArrowExport, FormatsAndNames) {
  ArrowArrayStream stream;
  export_arrow(sample(3), &stream);
  ArrowSchema schema;
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  EXPECT_STREQ(schema.format, "+s");
  const std::vector<std::string> formats = {"U",      "U",      "b",   "l",       "g",
                                            "d:18,2", "d:18,4", "tdD", "tsu:UTC", "U"};
  ASSERT_EQ(schema.n_children, static_cast<std::int64_t>(formats.size()));
  for (std::size_t i = 0; i < formats.size(); ++i) {
    EXPECT_EQ(schema.children[i]->format, formats[i]);
    EXPECT_EQ(schema.children[i]->flags, ARROW_FLAG_NULLABLE);
  }
  EXPECT_STREQ(schema.children[3]->name, "count");
  schema.release(&schema);
  EXPECT_EQ(schema.release, nullptr);
  stream.release(&stream);
  EXPECT_EQ(stream.release, nullptr);
}

TEST(ArrowExport, OutlivesTheTableAndTheStream) {
  ArrowArrayStream stream;
  export_arrow(sample(100), &stream);
  ArrowArray batch;
  ASSERT_EQ(stream.get_next(&stream, &batch), 0);
  ArrowArray end;
  ASSERT_EQ(stream.get_next(&stream, &end), 0);
  EXPECT_EQ(end.release, nullptr);
  stream.release(&stream);
  // A consumer may move a child out and release the rest before it.
  ArrowArray count = *batch.children[3];
  batch.children[3]->release = nullptr;
  batch.release(&batch);
  ASSERT_EQ(count.length, 100);
  EXPECT_EQ(static_cast<const std::int64_t*>(count.buffers[1])[1], 7919 - 50000);
  count.release(&count);
}

TEST(ArrowExport, NumbersAreSharedNotCopied) {
  const Table table = sample(100);
  ArrowArrayStream stream;
  export_arrow(table, &stream);
  ArrowArray batch;
  ASSERT_EQ(stream.get_next(&stream, &batch), 0);
  EXPECT_EQ(batch.children[3]->buffers[1], table[3].data()->integers.data());
  EXPECT_EQ(batch.children[4]->buffers[1], table[4].data()->numbers.data());
  EXPECT_EQ(batch.children[0]->buffers[2], table[0].data()->bytes.data());
  EXPECT_EQ(batch.children[0]->null_count, 10);
  batch.release(&batch);
  stream.release(&stream);
}

TEST(ArrowExport, DecimalsOfNineteenDigits) {
  ColumnBuilder builder("d", ColumnType::decimal, 2);
  builder.append_integer(INT64_MAX);
  builder.append_integer(-INT64_MAX);
  const auto table = Table::make({builder.finish()});
  ArrowArrayStream stream;
  export_arrow(*table, &stream);
  ArrowSchema schema;
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  EXPECT_STREQ(schema.children[0]->format, "d:19,2");
  schema.release(&schema);
  const auto back = import_arrow(&stream);
  ASSERT_TRUE(back);
  expect_same(*table, *back);
}

TEST(ArrowExport, ATableWithoutColumns) {
  ArrowArrayStream stream;
  export_arrow(Table(), &stream);
  const auto back = import_arrow(&stream);
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->columns().empty());
}

}  // namespace
}  // namespace galena
