// Tables through the C API: CSV, Arrow, cells, mapping to a schema.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <string>

#include "capi/handle.hpp"

// The stream of the Arrow C stream interface, as a program without Arrow declares it.
extern "C" {
struct ArrowSchema;
struct ArrowArray;
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema*);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray*);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
}

using namespace galena::test;

namespace {

TEST(CTable, CsvGivesColumnsOfText) {
  const auto table = parse_csv("name,city\nAda,London\nBob,\n");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(galena_table_row_count(table.get()), 2U);
  EXPECT_STREQ(galena_table_column_name(table.get(), 1), "city");
  EXPECT_STREQ(galena_table_column_type(table.get(), 1), "text");
  EXPECT_EQ(cell(table.get(), 0, "city"), "London");
  EXPECT_EQ(cell(table.get(), 1, "city"), "");
}

TEST(CTable, TypesAreGivenByColumn) {
  galena_csv_options options;
  std::memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.types = R"({"n":"integer","x":"number"})";
  options.types_size = std::strlen(options.types);
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_table_parse_csv("n,x\n7,0.5\n,\n", 12, &options, &raw, nullptr), GALENA_OK);
  const Handle<galena_table> table(raw);
  int64_t value = 0;
  int32_t is_null = 1;
  EXPECT_EQ(galena_table_int(raw, 0, 0, &value, &is_null, nullptr), GALENA_OK);
  EXPECT_EQ(value, 7);
  EXPECT_EQ(is_null, 0);
  EXPECT_EQ(galena_table_int(raw, 1, 0, &value, &is_null, nullptr), GALENA_OK);
  EXPECT_EQ(is_null, 1);
  double number = 0;
  EXPECT_EQ(galena_table_number(raw, 0, 1, &number, nullptr), GALENA_OK);
  EXPECT_EQ(number, 0.5);
  EXPECT_EQ(galena_table_number(raw, 1, 1, &number, nullptr), GALENA_OK);
  EXPECT_TRUE(std::isnan(number));
}

TEST(CTable, BadRowsAreLeftOutAndReported) {
  const auto table = parse_csv("a,b\n1,2\n1,2,3\n4,5\n");
  EXPECT_EQ(galena_table_row_count(table.get()), 2U);
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_table_errors(table.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_table> errors(raw);
  ASSERT_EQ(galena_table_row_count(raw), 1U);
  int64_t line = 0;
  EXPECT_EQ(galena_table_int(raw, 0, 0, &line, nullptr, nullptr), GALENA_OK);
  EXPECT_EQ(line, 3);
}

TEST(CTable, AFileThatIsNotThereIsAnIoError) {
  galena_table* table = nullptr;
  EXPECT_EQ(galena_table_read_csv("/no/such/file.csv", 17, nullptr, &table, nullptr), GALENA_IO);
  EXPECT_EQ(galena_table_read_csv("/", 1, nullptr, &table, nullptr), GALENA_IO);
}

TEST(CTable, CellsOfTheWrongTypeOrPlaceAreRefused) {
  const auto table = parse_csv("a\nx\n");
  int64_t value = 0;
  EXPECT_EQ(galena_table_int(table.get(), 0, 0, &value, nullptr, nullptr), GALENA_INVALID_ARGUMENT);
  const char* text = nullptr;
  std::size_t size = 0;
  EXPECT_EQ(galena_table_text(table.get(), 1, 0, &text, &size, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_table_text(table.get(), 0, 1, &text, &size, nullptr), GALENA_INVALID_ARGUMENT);
}

TEST(CTable, GoesThroughArrowAndBack) {
  auto table = parse_csv("name\nAda\n\"Bob, jr\"\n");
  ArrowArrayStream stream;
  EXPECT_EQ(galena_table_export_arrow(nullptr, &stream, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(stream.release, nullptr);
  ASSERT_EQ(galena_table_export_arrow(table.get(), &stream, nullptr), GALENA_OK);
  table.reset();  // the stream keeps the storage
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_table_import_arrow(&stream, &raw, nullptr), GALENA_OK);
  const Handle<galena_table> again(raw);
  EXPECT_EQ(cell(raw, 1, "name"), "Bob, jr");
}

TEST(CTable, AStreamIsReleasedWhateverTheOutcome) {
  const auto table = parse_csv("name\nAda\n");
  ArrowArrayStream stream;
  ASSERT_EQ(galena_table_export_arrow(table.get(), &stream, nullptr), GALENA_OK);
  EXPECT_EQ(galena_table_import_arrow(&stream, nullptr, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(stream.release, nullptr);
}

TEST(CTable, ArrowIsReadByAnyNumberOfThreads) {
  // Many rows, for batches below some thousand are not worth a thread.
  std::string csv = "name,city\n";
  for (int i = 0; i < 20000; ++i)
    csv += "n" + std::to_string(i) + ",c" + std::to_string(i % 7) + "\n";
  const auto table = parse_csv(csv);
  galena_arrow_options options;
  std::memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  for (const galena_arrow_options* given : {static_cast<const galena_arrow_options*>(nullptr),
                                            static_cast<const galena_arrow_options*>(&options)}) {
    for (const std::uint32_t threads : {0U, 1U, 2U, 1000U}) {
      options.threads = threads;
      ArrowArrayStream stream;
      ASSERT_EQ(galena_table_export_arrow(table.get(), &stream, nullptr), GALENA_OK);
      galena_table* raw = nullptr;
      ASSERT_EQ(galena_table_read_arrow(&stream, given, &raw, nullptr), GALENA_OK);
      const Handle<galena_table> again(raw);
      EXPECT_EQ(stream.release, nullptr);
      ASSERT_EQ(galena_table_row_count(raw), 20000U);
      EXPECT_EQ(cell(raw, 0, "name"), "n0");
      EXPECT_EQ(cell(raw, 19999, "name"), "n19999");
      EXPECT_EQ(cell(raw, 19999, "city"), "c0");
    }
  }
}

TEST(CTable, OptionsOfArrowThatAreNoneAreRefusedAndTheStreamReleased) {
  const auto table = parse_csv("name\nAda\n");
  galena_arrow_options options;
  std::memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  const auto refused = [&] {
    ArrowArrayStream stream;
    EXPECT_EQ(galena_table_export_arrow(table.get(), &stream, nullptr), GALENA_OK);
    galena_table* raw = nullptr;
    Error error;
    EXPECT_EQ(galena_table_read_arrow(&stream, &options, &raw, error.out()),
              GALENA_INVALID_ARGUMENT);
    EXPECT_EQ(raw, nullptr);
    EXPECT_EQ(stream.release, nullptr);
    EXPECT_EQ(galena_table_read_arrow(&stream, nullptr, &raw, nullptr), GALENA_INVALID_ARGUMENT);
    return error.detail();
  };
  options.reserved = 1;
  EXPECT_EQ(refused(), "reserved");
  options.reserved = 0;
  options.struct_size = 0;
  EXPECT_EQ(refused(), "struct_size");
  EXPECT_EQ(galena_table_read_arrow(nullptr, nullptr, nullptr, nullptr), GALENA_INVALID_ARGUMENT);
}

TEST(CTable, ConformsToASchemaBySuggestion) {
  const auto table = parse_csv("Surname,E-mail Address,Staff\nLovelace,ada@example.com,7\n");
  const auto schema = parse_schema(
      R"({"entity":"lead","fields":[{"name":"last_name","type":"text","kind":"last_name"},)"
      R"({"name":"email","type":"email","kind":"email"},{"name":"employees","type":"integer"}]})");
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_table_conform(table.get(), schema.get(), nullptr, &raw, nullptr), GALENA_OK);
  const Handle<galena_table> leads(raw);
  EXPECT_EQ(galena_table_column_count(raw), 3U);
  EXPECT_EQ(cell(raw, 0, "last_name"), "Lovelace");
  EXPECT_EQ(cell(raw, 0, "email"), "ada@example.com");
}

TEST(CTable, AMappingOfUnknownNamesIsRefused) {
  const auto table = parse_csv("a\nx\n");
  const auto schema = standard_schema("lead");
  const std::string mapping =
      R"([{"column":"b","field":"last_name"},{"column":"a","field":"nobody"}])";
  galena_import_options options;
  std::memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  options.mapping = mapping.data();
  options.mapping_size = mapping.size();
  Error error;
  galena_table* raw = nullptr;
  EXPECT_EQ(galena_table_conform(table.get(), schema.get(), &options, &raw, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.count(), 2U);
}

TEST(CTable, AmbiguousDatesAreAnErrorUntilTheOrderIsDeclared) {
  const auto table = parse_csv("born\n3/4/2021\n5/6/2021\n");
  const auto schema = parse_schema(R"({"entity":"x","fields":[{"name":"born","type":"date"}]})");
  galena_import_options options;
  std::memset(&options, 0, sizeof options);
  options.struct_size = sizeof options;
  Error error;
  galena_table* raw = nullptr;
  EXPECT_EQ(galena_table_conform(table.get(), schema.get(), &options, &raw, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "ambiguous_date");
  options.date_order = "day_month_year";
  options.date_order_size = std::strlen(options.date_order);
  ASSERT_EQ(galena_table_conform(table.get(), schema.get(), &options, &raw, error.out()),
            GALENA_OK);
  const Handle<galena_table> read(raw);
  int64_t days = 0;
  EXPECT_EQ(galena_table_int(raw, 0, 0, &days, nullptr, nullptr), GALENA_OK);
  EXPECT_EQ(days, 18720);  // 2021-04-03
}

static_assert(offsetof(galena_arrow_options, threads) == 8);
static_assert(sizeof(galena_arrow_options) == 16);
static_assert(offsetof(galena_import_options, currency) == 56);
static_assert(offsetof(galena_import_options, utc_offset_minutes) == 72);
static_assert(sizeof(galena_import_options) == 88);

}  // namespace
