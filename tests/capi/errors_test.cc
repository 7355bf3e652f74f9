// Conventions of galena.h that every function keeps: errors, outputs, NULL, encoding, options.
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kTwoMistakes =
    R"({"entity":"lead","fields":[{"name":"a","type":"txt"},{"type":"text"}]})";

TEST(CErrors, SuccessSetsTheErrorToNull) {
  Error error;
  galena_schema* schema = nullptr;
  EXPECT_EQ(galena_schema_standard("lead", 4, &schema, error.out()), GALENA_OK);
  EXPECT_TRUE(error.empty());
  galena_schema_free(schema);
}

TEST(CErrors, EveryProblemOfADefinitionIsReportedWithItsPointer) {
  Error error;
  galena_schema* schema = nullptr;
  EXPECT_EQ(galena_schema_parse(kTwoMistakes.data(), kTwoMistakes.size(), &schema, error.out()),
            GALENA_INVALID_ARGUMENT);
  ASSERT_EQ(error.count(), 2U);
  EXPECT_EQ(error.subject(0), "/fields/0/type");
  EXPECT_EQ(error.subject(1), "/fields/1");
}

TEST(CErrors, OutputsAreNullAfterAFailure) {
  auto* schema = reinterpret_cast<galena_schema*>(1);
  EXPECT_EQ(galena_schema_parse("{", 1, &schema, nullptr), GALENA_PARSE);
  EXPECT_EQ(schema, nullptr);
}

TEST(CErrors, ANullHandleIsAnInvalidArgument) {
  Error error;
  EXPECT_EQ(galena_record_set_int(nullptr, 0, 1, error.out()), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.subject(), "record");
  galena_schema* schema = nullptr;
  EXPECT_EQ(galena_schema_standard("lead", 4, nullptr, error.out()), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.subject(), "schema");
  EXPECT_EQ(schema, nullptr);
}

TEST(CErrors, ReadersOfNullHandlesAnswerNothing) {
  EXPECT_STREQ(galena_schema_json(nullptr), "");
  EXPECT_STREQ(galena_decision_json(nullptr), "");
  EXPECT_EQ(galena_table_row_count(nullptr), 0U);
  EXPECT_EQ(galena_error_count(nullptr), 0U);
  EXPECT_EQ(galena_error_status(nullptr), GALENA_OK);
  EXPECT_EQ(galena_buffer_size(nullptr), 0U);
  galena_schema_free(nullptr);
  galena_error_free(nullptr);
}

TEST(CErrors, TextThatIsNotUtf8NamesTheParameter) {
  Error error;
  galena_schema* schema = nullptr;
  EXPECT_EQ(galena_schema_standard("le\xff" "d", 4, &schema, error.out()), GALENA_BAD_ENCODING);
  EXPECT_EQ(error.subject(), "entity");
}

TEST(CErrors, ASizeWithoutTextIsRefused) {
  galena_schema* schema = nullptr;
  EXPECT_EQ(galena_schema_parse(nullptr, 3, &schema, nullptr), GALENA_INVALID_ARGUMENT);
}

TEST(CErrors, StatusNamesAreThoseOfTheHeader) {
  EXPECT_STREQ(galena_status_name(GALENA_OK), "OK");
  EXPECT_STREQ(galena_status_name(GALENA_DENIED_BY_RULE), "DENIED_BY_RULE");
  EXPECT_STREQ(galena_status_name(GALENA_INTERNAL), "INTERNAL");
  EXPECT_STREQ(galena_status_name(99), "INTERNAL");
  EXPECT_STREQ(galena_status_name(-1), "INTERNAL");
}

TEST(CErrors, TheVersionIsTheHeaders) {
  EXPECT_EQ(galena_abi_version(), static_cast<uint32_t>(GALENA_ABI_VERSION));
  EXPECT_EQ(galena_version() / 1000000, static_cast<uint32_t>(GALENA_VERSION_MAJOR));
  const std::string expected = std::to_string(GALENA_VERSION_MAJOR) + "." +
                               std::to_string(GALENA_VERSION_MINOR) + "." +
                               std::to_string(GALENA_VERSION_PATCH);
  EXPECT_EQ(galena_version_string(), expected);
}

// --- option structs ---

TEST(COptions, WithoutStructSizeAreRefused) {
  galena_csv_options options;
  std::memset(&options, 0, sizeof options);
  galena_table* table = nullptr;
  EXPECT_EQ(galena_table_parse_csv("a\n", 2, &options, &table, nullptr), GALENA_INVALID_ARGUMENT);
}

TEST(COptions, OfANewerHeaderWorkWhileItsFieldsAreZero) {
  struct Newer {
    galena_csv_options known;
    int64_t added;
  } options;
  std::memset(&options, 0, sizeof options);
  options.known.struct_size = sizeof options;
  galena_table* table = nullptr;
  EXPECT_EQ(galena_table_parse_csv("a\n1\n", 4, &options.known, &table, nullptr), GALENA_OK);
  galena_table_free(table);
  options.added = 1;
  EXPECT_EQ(galena_table_parse_csv("a\n1\n", 4, &options.known, &table, nullptr),
            GALENA_UNSUPPORTED);
}

TEST(COptions, OfAnOlderHeaderLeaveTheRestAtItsDefault) {
  galena_csv_options options;
  std::memset(&options, 0x7f, sizeof options);  // what lies beyond struct_size must not be read
  options.struct_size = offsetof(galena_csv_options, encoding);
  options.delimiter = ';';
  std::memset(options.reserved, 0, sizeof options.reserved);
  galena_table* table = nullptr;
  ASSERT_EQ(galena_table_parse_csv("a;b\n1;2\n", 8, &options, &table, nullptr), GALENA_OK);
  EXPECT_EQ(galena_table_column_count(table), 2U);
  galena_table_free(table);
}

// Offsets are frozen: a change here is a change of the ABI number.
static_assert(offsetof(galena_csv_options, struct_size) == 0);
static_assert(offsetof(galena_csv_options, delimiter) == 8);
static_assert(offsetof(galena_csv_options, encoding) == 16);
static_assert(offsetof(galena_csv_options, types) == 32);
static_assert(offsetof(galena_csv_options, progress) == 48);
static_assert(sizeof(galena_csv_options) == 64);

}  // namespace
