#include "match/model_json.hpp"

#include <algorithm>

#include "detail/json_reader.hpp"
#include "detail/nearest_name.hpp"
#include "galena/base/json_writer.hpp"

namespace galena::match {

namespace {

using galena::detail::JsonNode;

constexpr int kVersion = 1;

void write_level(JsonWriter& out, std::string_view name, const LevelModel& level,
                 const std::vector<Relation>& relations) {
  out.begin_object().key("level").value(name);
  out.key("m").value(level.m).key("u").value(level.u);
  if (level.term_frequency) out.key("term_frequency").value(true);
  bool any = false;
  for (const double probability : level.related) any = any || probability != 0;
  if (any) {
    out.key("related").begin_object();
    for (std::size_t i = 0; i < level.related.size(); ++i) {
      if (level.related[i] != 0) out.key(relations[i].name).value(level.related[i]);
    }
    out.end_object();
  }
  out.end_object();
}

void write_groups(JsonWriter& out, const std::vector<FieldGroup>& groups) {
  out.key("groups").begin_array();
  for (const FieldGroup& group : groups) {
    out.begin_object().key("name").value(group.name).key("comparisons").begin_array();
    for (const Comparison comparison : group.comparisons) out.value(comparison_name(comparison));
    out.end_array().key("repeat").value(group.repeat).end_object();
  }
  out.end_array();
}

Comparison read_comparison(const JsonNode& node) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kComparisonCount; ++i) {
    names.push_back(comparison_name(static_cast<Comparison>(i)));
  }
  return node.choice<Comparison>(names, Comparison::text);
}

std::vector<Relation> read_relations(const JsonNode& root) {
  std::vector<Relation> relations;
  for (const JsonNode& node : root.items_or_none("relations")) {
    node.expect_keys({"name", "per_record"});
    relations.push_back({node.get("name").nonempty_text(), node.get("per_record").number()});
  }
  return relations;
}

std::vector<FieldGroup> read_groups(const JsonNode& root) {
  std::vector<FieldGroup> groups;
  for (const JsonNode& node : root.items_or_none("groups")) {
    node.expect_keys({"name", "comparisons", "repeat"});
    FieldGroup group{node.get("name").text(), {}, node.get("repeat").number()};
    for (const JsonNode& item : node.get("comparisons").items()) {
      group.comparisons.push_back(read_comparison(item));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

LevelModel read_level(const JsonNode& node, const std::vector<Relation>& relations) {
  node.expect_keys({"level", "m", "u", "term_frequency", "related"});
  LevelModel level;
  level.m = node.get("m").number();
  level.u = node.get("u").number();
  level.term_frequency = node.boolean_or("term_frequency", false);
  level.related.resize(relations.size());
  const auto related = node.find("related");
  if (!related) return level;
  for (const auto& [name, value] : related->members()) {
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [&](const Relation& relation) { return relation.name == name; });
    if (found == relations.end()) {
      value.report("unknown_relation", "the model declares no relation '" + std::string(name) + "'",
                   "declare it under /relations or correct its name");
      continue;
    }
    level.related[static_cast<std::size_t>(found - relations.begin())] = value.number();
  }
  return level;
}

/// Levels may come in any order; each exactly once.
void read_levels(const JsonNode& node, const std::vector<Relation>& relations, FieldModel& field) {
  const auto& names = level_names(field.comparison);
  field.levels.resize(names.size());
  std::vector<bool> seen(names.size());
  for (const JsonNode& item : node.items()) {
    const auto index = item.get("level").word(names);
    LevelModel level = read_level(item, relations);
    if (!index) continue;
    if (seen[*index]) {
      item.report("repeated_level", "the level '" + std::string(names[*index]) + "' is there twice",
                  "keep one of them");
    }
    seen[*index] = true;
    field.levels[*index] = std::move(level);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (seen[i]) continue;
    node.report("missing_level", "the level '" + std::string(names[i]) + "' is missing",
                "give every level of the comparison");
  }
}

FieldModel read_field(const JsonNode& node, const std::vector<Relation>& relations) {
  node.expect_keys({"comparison", "levels"});
  const std::size_t problems = node.problems().size();
  FieldModel field{read_comparison(node.get("comparison")), {}};
  if (node.problems().size() != problems) return field;  // its levels cannot be judged
  read_levels(node.get("levels"), relations, field);
  return field;
}

ModelData read_model(const JsonNode& root) {
  root.expect_keys({"galena_model", "preset", "prior", "threshold", "relations", "groups", "fields"});
  ModelData data;
  if (const JsonNode version = root.get("galena_model");
      version.is_integer() && version.integer() != kVersion) {
    version.report("unsupported_version", "the model is of format version " +
                                              std::to_string(version.integer()) + ", not 1",
                   "use a newer galena to read it");
  }
  data.preset = root.text_or("preset");
  const JsonNode prior = root.get("prior");
  prior.expect_keys({"duplicates_per_record", "population"});
  data.duplicates_per_record = prior.get("duplicates_per_record").number();
  data.population = prior.number_or("population", data.population);
  data.threshold = root.number_or("threshold", data.threshold);
  data.relations = read_relations(root);
  data.groups = read_groups(root);
  for (const JsonNode& node : root.get("fields").items()) {
    data.fields.push_back(read_field(node, data.relations));
  }
  return data;
}

}  // namespace

std::string model_to_json(const ModelData& data) {
  JsonWriter out;
  out.begin_object().key("galena_model").value(kVersion).key("preset").value(data.preset);
  out.key("prior").begin_object();
  out.key("duplicates_per_record").value(data.duplicates_per_record);
  out.key("population").value(data.population).end_object();
  out.key("threshold").value(data.threshold);
  out.key("relations").begin_array();
  for (const Relation& relation : data.relations) {
    out.begin_object().key("name").value(relation.name);
    out.key("per_record").value(relation.per_record).end_object();
  }
  out.end_array();
  write_groups(out, data.groups);
  out.key("fields").begin_array();
  for (const FieldModel& field : data.fields) {
    out.begin_object().key("comparison").value(comparison_name(field.comparison));
    out.key("levels").begin_array();
    const auto& names = level_names(field.comparison);
    for (std::size_t i = 0; i < field.levels.size(); ++i) {
      write_level(out, names[i], field.levels[i], data.relations);
    }
    out.end_array().end_object();
  }
  out.end_array().end_object();
  return std::move(out).text();
}

Result<ModelData> model_from_json(std::string_view text) {
  return galena::detail::read_json(text, read_model);
}

}  // namespace galena::match
