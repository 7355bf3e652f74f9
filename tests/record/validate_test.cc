#include "galena/record/validate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/record/record.hpp"

namespace galena {
namespace {

std::vector<std::string> problems_of(const Record& record) {
  std::vector<std::string> list;
  for (const Problem& problem : validate(row_of(record), record.schema())) {
    list.push_back(problem.detail + " at " + problem.subject);
    EXPECT_NE(problem.message.find(problem.subject), std::string::npos);
    EXPECT_FALSE(problem.hint.empty());
  }
  return list;
}

Schema schema() {
  return *Schema::make("lead",
                       {{.name = "last_name", .required = true, .max_length = 5},
                        {.name = "rating",
                         .type = FieldType::picklist,
                         .values = {{.value = "hot"}, {.value = "cold"}}},
                        {.name = "source",
                         .type = FieldType::picklist,
                         .values = {{.value = "tv"}},
                         .open_values = true},
                        {.name = "products",
                         .type = FieldType::multi_picklist,
                         .max_length = 20,
                         .values = {{.value = "a"}, {.value = "b"}}},
                        {.name = "employees", .type = FieldType::integer, .required = true}});
}

TEST(Validate, AGoodRecordHasNoProblem) {
  Record record(schema());
  ASSERT_TRUE(record.set("last_name", "Łódźé"));  // five characters, eight bytes
  ASSERT_TRUE(record.set("rating", "hot"));
  ASSERT_TRUE(record.set("source", "anything"));
  ASSERT_TRUE(record.set("products", "a;b;;a"));
  ASSERT_TRUE(record.set("employees", 0));
  EXPECT_THAT(problems_of(record), testing::IsEmpty());
}

TEST(Validate, ReportsEveryProblemInSchemaOrder) {
  Record record(schema());
  ASSERT_TRUE(record.set("last_name", "abcdef"));
  ASSERT_TRUE(record.set("rating", "warm"));
  ASSERT_TRUE(record.set("products", "a;x;y"));
  EXPECT_THAT(problems_of(record),
              testing::ElementsAre("too_long at last_name", "unknown_value at rating",
                                   "unknown_value at products", "unknown_value at products",
                                   "required at employees"));
}

TEST(Validate, EmptyTextIsBlank) {
  Record record(schema());
  ASSERT_TRUE(record.set("last_name", ""));
  ASSERT_TRUE(record.set("employees", 1));
  EXPECT_THAT(problems_of(record), testing::ElementsAre("required at last_name"));
}

TEST(Validate, TextThatIsNotUtf8IsReportedOnce) {
  Record record(schema());
  ASSERT_TRUE(record.set("last_name",
                         "abc\xFF"
                         "defghi"));
  ASSERT_TRUE(record.set("employees", 1));
  EXPECT_THAT(problems_of(record), testing::ElementsAre("bad_encoding at last_name"));
}

}  // namespace
}  // namespace galena
