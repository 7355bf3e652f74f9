// Every definition that crosses as JSON text: what is JSON, what is not, and that all mistakes of a
// definition are told at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "capi/handle.hpp"
#include "support/shared_data.hpp"

using namespace galena::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSuite = "conformance/json/test_parsing";

/// The outcome of each of the four definition readers on one text.
std::vector<galena_status> read_by_all(const std::string& text) {
  Error error;
  galena_schema* lead = nullptr;
  EXPECT_EQ(galena_schema_standard("lead", 4, &lead, error.out()), GALENA_OK);
  const Handle<galena_schema> standard(lead);
  galena_schema* schema = nullptr;
  galena_expression* expression = nullptr;
  galena_rule_set* rules = nullptr;
  galena_process* process = nullptr;
  const char* data = text.data();
  const std::size_t size = text.size();
  std::vector<galena_status> outcomes = {
      galena_schema_parse(data, size, &schema, error.out()),
      galena_expression_parse(data, size, standard.get(), &expression, error.out()),
      galena_rule_set_parse(data, size, nullptr, &rules, error.out()),
      galena_process_parse(data, size, standard.get(), &process, error.out())};
  const Handle<galena_schema> schema_end(schema);
  const Handle<galena_expression> expression_end(expression);
  const Handle<galena_rule_set> rules_end(rules);
  const Handle<galena_process> process_end(process);
  return outcomes;
}

bool is_no_json(galena_status status) {
  return status == GALENA_PARSE || status == GALENA_BAD_ENCODING;
}

/// Calls `check(name, outcomes)` for the files of the suite that start with `kind`; how many.
template <class Check>
std::size_t each_file(char kind, Check check) {
  std::size_t count = 0;
  for (const auto& file : fs::directory_iterator(shared_data(kSuite))) {
    const std::string name = file.path().filename().string();
    if (name.front() != kind) continue;
    std::ifstream in(file.path(), std::ios::binary);
    check(name, read_by_all({std::istreambuf_iterator<char>(in), {}}));
    ++count;
  }
  return count;
}

TEST(CDefinitionText, WhatIsJsonIsNeverAParseError) {
  GALENA_REQUIRE_SHARED_DATA(kSuite);
  const std::size_t files = each_file('y', [](const auto& name, const auto& outcomes) {
    EXPECT_EQ(std::count_if(outcomes.begin(), outcomes.end(), is_no_json), 0) << name;
  });
  EXPECT_GT(files, 90U);
}

TEST(CDefinitionText, WhatIsNoJsonIsAlwaysRefusedAsThat) {
  GALENA_REQUIRE_SHARED_DATA(kSuite);
  const std::size_t files = each_file('n', [](const auto& name, const auto& outcomes) {
    EXPECT_EQ(std::count_if(outcomes.begin(), outcomes.end(), is_no_json), 4) << name;
  });
  EXPECT_GT(files, 180U);
}

TEST(CDefinitionText, ElevenMistakesAreElevenProblemsWithTheirPointers) {
  const std::string text = R"x({"name": "", "entity": "lead",
    "default_owner": {"pool": "dach"},
    "entries": [
      {"id": "a", "when": {"criteria": [{"field": "cuntry", "op": "equals", "value": "DE"}]},
       "assign": {"user": "u1"}},
      {"id": "a", "when": {"criteria": [{"field": "country", "op": "is", "value": "DE"}]},
       "assign": {"user": "u1"}},
      {"id": "b", "when": {"criteria": [{"field": "employees", "op": "greater", "value": "many"}]},
       "assign": {"user": "u1"}},
      {"id": "c", "when": {"criteria": [{"field": "country", "op": "in", "value": ["DE"]}],
                           "logic": "1 AND 2"}, "assign": {"user": "u1"}},
      {"id": "d", "when": {"criteria": [{"field": "country", "op": "equals"}]},
       "assign": {"user": "u1"}},
      {"id": "e", "when": {"match": "all"}, "assign": {"team": "north"}},
      {"id": "f", "when": {"match": "all"}, "assign": {"pool": "west"}},
      {"id": "g", "when": {"match": "all"}, "assign": {"queue": 5}}],
    "pools": []})x";
  Error error;
  galena_schema* lead = nullptr;
  ASSERT_EQ(galena_schema_standard("lead", 4, &lead, error.out()), GALENA_OK);
  const Handle<galena_schema> schema(lead);
  galena_rule_set* rules = nullptr;
  ASSERT_EQ(galena_rule_set_parse(text.data(), text.size(), lead, &rules, error.out()),
            GALENA_INVALID_ARGUMENT);
  std::vector<std::string> pointers;
  for (std::size_t i = 0; i < error.count(); ++i) pointers.emplace_back(error.subject(i));
  std::sort(pointers.begin(), pointers.end());
  EXPECT_EQ(pointers,
            (std::vector<std::string>{
                "/default_owner", "/entries/0/when/criteria/0/field", "/entries/1/id",
                "/entries/1/when/criteria/0/op", "/entries/2/when/criteria/0/value",
                "/entries/3/when/logic", "/entries/4/when/criteria/0", "/entries/5/assign/team",
                "/entries/6/assign/pool", "/entries/7/assign/queue", "/name"}));
}

}  // namespace
