// The JSON Schema of the schema format (docs/schemas/schema.schema.json) names what the reader
// reads.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "detail/json_reader.hpp"
#include "galena/record/schema_json.hpp"

namespace galena {
namespace {

namespace json = boost::json;

json::value document() {
  std::ifstream in(std::string(GALENA_SOURCE_DIR) + "/docs/schemas/schema.schema.json",
                   std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return *detail::parse_json(text);
}

std::vector<std::string> words_of(const json::value& list) {
  std::vector<std::string> words;
  for (const json::value& word : list.as_array()) words.emplace_back(word.as_string().c_str());
  return words;
}

TEST(SchemaOfSchemas, ListsTheTypesAndKindsOfTheReader) {
  const json::value schema = document();
  const json::value& properties = schema.at("$defs").at("field").at("properties");
  EXPECT_EQ(words_of(properties.at("type").at("enum")),
            std::vector<std::string>(std::begin(kFieldTypeNames), std::end(kFieldTypeNames)));
  EXPECT_EQ(words_of(properties.at("kind").at("enum")),
            std::vector<std::string>(std::begin(kKindNames), std::end(kKindNames)));
}

TEST(SchemaOfSchemas, ListsExactlyTheKeysOfAField) {
  const json::value schema = document();
  std::string field = R"({"entity":"x","fields":[{)";
  std::set<std::string> keys;
  for (const auto& property : schema.at("$defs").at("field").at("properties").as_object()) {
    keys.emplace(property.key());
    field += "\"" + std::string(property.key()) + "\":[],";
  }
  field += R"("no_such_key":[]}]})";
  // Every key of the document is read (and refused for its wrong type); the one that is not is
  // unknown.
  std::set<std::string> refused;
  std::set<std::string> unknown;
  const auto parsed = parse_schema(field);
  for (const Problem& problem : parsed.problems()) {
    const std::string key = problem.subject.substr(problem.subject.rfind('/') + 1);
    (problem.detail == "unknown_key" ? unknown : refused).insert(key);
  }
  EXPECT_EQ(unknown, std::set<std::string>{"no_such_key"});
  keys.erase("values");  // an empty array is a good list of values
  EXPECT_EQ(refused, keys);
}

}  // namespace
}  // namespace galena
