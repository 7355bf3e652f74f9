// Records and schemas through the C API.
#include <gtest/gtest.h>

#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kSchema = R"({"entity":"lead","fields":[
  {"name":"country","type":"text","max_length":3},
  {"name":"employees","type":"integer"},
  {"name":"budget","type":"money"},
  {"name":"created","type":"instant"},
  {"name":"born","type":"date"},
  {"name":"vip","type":"boolean"},
  {"name":"interest","type":"multi_picklist","values":["a","b"]},
  {"name":"latitude","type":"number"},
  {"name":"name","type":"text","required":true}]})";

class CRecord : public testing::Test {
 protected:
  std::string json() {
    galena_buffer* buffer = nullptr;
    EXPECT_EQ(galena_record_json(record_.get(), &buffer, nullptr), GALENA_OK);
    return text_of(buffer);
  }

  Handle<galena_schema> schema_ = parse_schema(kSchema);
  Handle<galena_record> record_ = make_record(schema_.get(), "{}");
  Error error_;
};

TEST_F(CRecord, EverySetterShowsInTheJson) {
  galena_record* r = record_.get();
  EXPECT_EQ(galena_record_set_text(r, 0, "DE", 2, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_int(r, 1, 500, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_money(r, 2, 1250, 2, "EUR", 3, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_instant(r, 3, 1000000, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_date(r, 4, 1, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_bool(r, 5, 2, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_text(r, 6, "a;b", 3, nullptr), GALENA_OK);
  EXPECT_EQ(galena_record_set_number(r, 7, 0.5, nullptr), GALENA_OK);
  EXPECT_EQ(json(),
            R"({"country":"DE","employees":500,"budget":"12.50 EUR","created":"1970-01-01T00:00:01Z",)"
            R"("born":"1970-01-02","vip":true,"interest":"a;b","latitude":0.5})");
}

TEST_F(CRecord, ItsOwnJsonSetsItAgain) {
  const std::string given =
      R"({"country":"DE","employees":500,"budget":"12.50 EUR","born":"1970-01-02","name":"x"})";
  ASSERT_EQ(galena_record_set_json(record_.get(), given.data(), given.size(), nullptr), GALENA_OK);
  EXPECT_EQ(json(), given);
}

TEST_F(CRecord, JsonSetsAllFieldsOrNone) {
  const std::string given = R"({"country":"DE","employees":"many","nobody":1})";
  EXPECT_EQ(galena_record_set_json(record_.get(), given.data(), given.size(), error_.out()),
            GALENA_INVALID_ARGUMENT);
  ASSERT_EQ(error_.count(), 2U);
  EXPECT_EQ(error_.subject(0), "/employees");
  EXPECT_EQ(error_.subject(1), "/nobody");
  EXPECT_EQ(json(), "{}");
}

TEST_F(CRecord, AValueOfAnotherTypeIsRefusedByTheFieldsName) {
  EXPECT_EQ(galena_record_set_text(record_.get(), 1, "many", 4, error_.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.subject(), "employees");
}

TEST_F(CRecord, AFieldNumberBeyondTheSchemaIsNotFound) {
  EXPECT_EQ(galena_record_set_int(record_.get(), 9, 1, nullptr), GALENA_NOT_FOUND);
}

TEST_F(CRecord, ResetMakesAllBlank) {
  ASSERT_EQ(galena_record_set_int(record_.get(), 1, 500, nullptr), GALENA_OK);
  ASSERT_EQ(galena_record_reset(record_.get(), nullptr), GALENA_OK);
  EXPECT_EQ(json(), "{}");
}

TEST_F(CRecord, ValidationReportsEveryProblem) {
  ASSERT_EQ(galena_record_set_text(record_.get(), 0, "Germany", 7, nullptr), GALENA_OK);
  ASSERT_EQ(galena_record_set_text(record_.get(), 6, "a;c", 3, nullptr), GALENA_OK);
  EXPECT_NE(galena_record_validate(record_.get(), error_.out()), GALENA_OK);
  ASSERT_EQ(error_.count(), 3U);
  EXPECT_EQ(error_.detail(0), "too_long");
  EXPECT_EQ(error_.detail(1), "unknown_value");
  EXPECT_EQ(error_.detail(2), "required");
}

TEST_F(CRecord, OutlivesItsSchema) {
  schema_.reset();
  EXPECT_EQ(galena_record_set_text(record_.get(), 0, "DE", 2, nullptr), GALENA_OK);
  EXPECT_EQ(json(), R"({"country":"DE"})");
}

TEST_F(CRecord, TakesARowOfATableByName) {
  const auto table = parse_csv("name,other,country\nAda,x,UK\nBob,y,\n");
  ASSERT_EQ(galena_record_set_int(record_.get(), 1, 500, nullptr), GALENA_OK);
  ASSERT_EQ(galena_record_set_row(record_.get(), table.get(), 0, nullptr), GALENA_OK);
  EXPECT_EQ(json(), R"({"country":"UK","name":"Ada"})");
  EXPECT_EQ(galena_record_set_row(record_.get(), table.get(), 2, nullptr),
            GALENA_INVALID_ARGUMENT);
}

TEST(CSchema, TheStandardSchemasParseThemselves) {
  for (const std::string_view entity : {"lead", "contact", "account", "opportunity", "campaign",
                                        "partner", "registration"}) {
    const auto schema = standard_schema(entity);
    ASSERT_NE(schema, nullptr) << entity;
    const auto again = parse_schema(galena_schema_json(schema.get()));
    ASSERT_NE(again, nullptr) << entity;
    EXPECT_STREQ(galena_schema_hash(again.get()), galena_schema_hash(schema.get()));
  }
}

TEST(CSchema, FindsFieldsByName) {
  const auto schema = parse_schema(kSchema);
  uint32_t field = 0;
  EXPECT_EQ(galena_schema_find(schema.get(), "vip", 3, &field, nullptr), GALENA_OK);
  EXPECT_EQ(field, 5U);
  EXPECT_STREQ(galena_schema_field_name(schema.get(), field), "vip");
  EXPECT_EQ(galena_schema_find(schema.get(), "vap", 3, &field, nullptr), GALENA_NOT_FOUND);
  EXPECT_STREQ(galena_schema_field_name(schema.get(), 99), "");
}

}  // namespace
