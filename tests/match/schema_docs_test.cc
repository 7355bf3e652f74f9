// The JSON Schema of match models (docs/schemas/model.schema.json) names what the reader reads.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "detail/json_reader.hpp"
#include "galena/match/model.hpp"

namespace galena::match {
namespace {

namespace json = boost::json;

json::value document() {
  std::ifstream in(GALENA_SOURCE_DIR "/docs/schemas/model.schema.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return *galena::detail::parse_json(text);
}

std::vector<std::string> words_of(const json::value& list) {
  std::vector<std::string> words;
  for (const json::value& word : list.as_array()) words.emplace_back(word.as_string().c_str());
  return words;
}

std::set<std::string> keys_of(const json::value& object) {
  std::set<std::string> keys;
  for (const auto& property : object.at("properties").as_object()) keys.emplace(property.key());
  return keys;
}

TEST(SchemaOfModels, ListsEveryComparisonAndItsLevels) {
  const json::value schema = document();
  const json::value& definitions = schema.at("$defs");
  const auto names = words_of(definitions.at("comparison").at("enum"));
  const auto& rules = definitions.at("levels_of_comparison").at("allOf").as_array();
  ASSERT_EQ(names.size(), kComparisonCount);
  ASSERT_EQ(rules.size(), kComparisonCount);
  for (std::size_t i = 0; i < kComparisonCount; ++i) {
    const auto comparison = static_cast<Comparison>(i);
    const auto& wanted = level_names(comparison);
    const json::value& rule = rules[i];
    EXPECT_EQ(names[i], comparison_name(comparison));
    EXPECT_EQ(rule.at("if").at("properties").at("comparison").at("const").as_string(), names[i]);
    const json::value& levels = rule.at("then").at("properties").at("levels");
    EXPECT_EQ(levels.at("minItems").as_int64(), static_cast<std::int64_t>(wanted.size()));
    EXPECT_EQ(levels.at("maxItems").as_int64(), static_cast<std::int64_t>(wanted.size()));
    EXPECT_EQ(words_of(levels.at("items").at("properties").at("level").at("enum")),
              std::vector<std::string>(wanted.begin(), wanted.end()));
  }
}

/// The keys that the presets write at some place, gathered by `gather`.
template <class Gather>
std::set<std::string> written(Gather gather) {
  std::set<std::string> keys;
  const auto add = [&](const json::value& object) {
    for (const auto& member : object.as_object()) keys.emplace(member.key());
  };
  for (const Preset preset : {Preset::person, Preset::lead, Preset::contact, Preset::account,
                              Preset::crm_standard_rules}) {
    gather(*galena::detail::parse_json(Model::preset(preset).to_json()), add);
  }
  ModelData columns;
  columns.match_probability = 0.1;
  columns.columns = {{"all", {{}}}};
  columns.columns[0].levels[0].frequency = ColumnFrequency{"a", 0.1, 1, 0};
  gather(*galena::detail::parse_json(Model::make(columns)->to_json()), add);
  ModelData own = Model::preset(Preset::lead).data();
  own.by_column = {{"status", own.fields.back()}};
  gather(*galena::detail::parse_json(Model::make(own)->to_json()), add);
  return keys;
}

bool contains_all(const std::set<std::string>& all, const std::set<std::string>& some) {
  for (const std::string& key : some) {
    if (all.count(key) == 0) return false;
  }
  return !some.empty();
}

TEST(SchemaOfModels, KnowsEveryKeyThatPresetsWrite) {
  const json::value schema = document();
  const json::value& definitions = schema.at("$defs");
  EXPECT_EQ(keys_of(schema),
            written([](const json::value& model, const auto& add) { add(model); }));
  EXPECT_EQ(keys_of(schema.at("properties").at("prior")),
            written([](const json::value& model, const auto& add) { add(model.at("prior")); }));
  const auto each = [](const char* list) {
    return [list](const json::value& model, const auto& add) {
      const json::value* const items = model.as_object().if_contains(list);
      if (items == nullptr) return;
      for (const json::value& item : items->as_array()) add(item);
    };
  };
  EXPECT_TRUE(contains_all(keys_of(definitions.at("relation")), written(each("relations"))));
  EXPECT_TRUE(contains_all(keys_of(definitions.at("change")), written(each("changes"))));
  EXPECT_EQ(keys_of(definitions.at("field")), written(each("fields")));
  EXPECT_EQ(keys_of(definitions.at("column_field")), written(each("by_column")));
  const auto levels = written([](const json::value& model, const auto& add) {
    for (const json::value& field : model.at("fields").as_array()) {
      for (const json::value& level : field.at("levels").as_array()) add(level);
    }
  });
  EXPECT_TRUE(contains_all(keys_of(definitions.at("level")), levels));
  const auto inner = [](const char* outer, const char* list) {
    return [outer, list](const json::value& model, const auto& add) {
      const json::value* const items = model.as_object().if_contains(outer);
      if (items == nullptr) return;
      for (const json::value& item : items->as_array()) {
        for (const json::value& part : item.at(list).as_array()) add(part);
      }
    };
  };
  EXPECT_TRUE(
      contains_all(keys_of(definitions.at("rule_condition")), written(inner("rules", "all"))));
  EXPECT_TRUE(
      contains_all(keys_of(definitions.at("column_level")), written(inner("columns", "levels"))));
}

}  // namespace
}  // namespace galena::match
