// The JSON Schemas of conditions and rule sets name what the readers read.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "detail/json_reader.hpp"
#include "galena/assign/pool.hpp"
#include "galena/assign/target.hpp"
#include "galena/criteria/operator.hpp"

namespace galena {
namespace {

boost::json::value document(const std::string& name) {
  std::ifstream file(GALENA_SOURCE_DIR "/docs/schemas/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return galena::detail::parse_json(text.str()).value();
}

/// All texts of "enum" and "const" below the property `key`, wherever it is defined.
void collect(const boost::json::value& json, std::string_view key, bool inside,
             std::set<std::string>& words) {
  if (const auto* array = json.if_array()) {
    for (const auto& item : *array) {
      if (inside && item.is_string()) words.insert(std::string(item.get_string()));
      collect(item, key, inside, words);
    }
  }
  const auto* object = json.if_object();
  if (object == nullptr) return;
  for (const auto& [name, value] : *object) {
    const std::string_view found(name.data(), name.size());
    const bool list = found == "enum" || found == "const";
    if (inside && list && value.is_string()) words.insert(std::string(value.get_string()));
    const bool below = found == key || (inside && (list || found == "anyOf"));
    collect(value, key, below, words);
  }
}

std::set<std::string> words_of(const std::string& name, std::string_view key) {
  std::set<std::string> words;
  collect(document(name), key, false, words);
  return words;
}

template <class Names>
std::set<std::string> all(const Names& names) {
  return {std::begin(names), std::end(names)};
}

TEST(SchemaDocs, CriteriaListEveryOperator) {
  EXPECT_EQ(words_of("criteria.schema.json", "op"), all(criteria::kOperatorNames));
}

TEST(SchemaDocs, RuleSetsListEveryMethodAndTarget) {
  EXPECT_EQ(words_of("rule_set.schema.json", "method"), all(assign::kPoolMethodNames));
  std::set<std::string> targets;
  const auto schema = document("rule_set.schema.json");
  const auto& definitions = schema.at("$defs").as_object();
  const auto add = [&](const boost::json::value& target) {
    if (const auto* properties = target.as_object().if_contains("properties")) {
      targets.insert(std::string(properties->as_object().begin()->key()));
    }
  };
  add(definitions.at("user"));
  add(definitions.at("queue"));
  for (const auto& target : definitions.at("target").at("oneOf").as_array()) add(target);
  EXPECT_EQ(targets, all(assign::kTargetKindNames));
}

}  // namespace
}  // namespace galena
