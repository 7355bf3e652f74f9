#include "match/model_json.hpp"

#include <algorithm>

#include "detail/json_reader.hpp"
#include "detail/nearest_name.hpp"
#include "galena/base/json_writer.hpp"
#include "match/model_rules.hpp"

namespace galena::match {

namespace {

using galena::detail::JsonNode;

constexpr int kVersion = 1;
constexpr std::string_view kConcentratedWord = "concentrated";

void write_level(JsonWriter& out, std::string_view name, const LevelModel& level,
                 const ModelData& data) {
  const auto any = [](const std::vector<double>& list) {
    return std::any_of(list.begin(), list.end(), [](double value) { return value != 0; });
  };
  out.begin_object().key("level").value(name);
  out.key("m").value(level.m).key("u").value(level.u);
  if (level.term_frequency) out.key("term_frequency").value(true);
  if (any(level.related)) {
    out.key("related").begin_object();
    for (std::size_t i = 0; i < level.related.size(); ++i) {
      if (level.related[i] == 0) continue;
      out.key(data.relations[i].name);
      if (level.related[i] == kConcentrated) {
        out.value(kConcentratedWord);
      } else {
        out.value(level.related[i]);
      }
    }
    out.end_object();
  }
  if (any(level.changed)) {
    out.key("changed").begin_object();
    for (std::size_t i = 0; i < level.changed.size(); ++i) {
      if (level.changed[i] != 0) out.key(data.changes[i].name).value(level.changed[i]);
    }
    out.end_object();
  }
  out.end_object();
}

/// Comparison and levels, to the end of the object.
void write_field(JsonWriter& out, const FieldModel& field, const ModelData& data) {
  out.key("comparison").value(comparison_name(field.comparison)).key("levels").begin_array();
  const auto& names = level_names(field.comparison);
  for (std::size_t i = 0; i < field.levels.size(); ++i)
    write_level(out, names[i], field.levels[i], data);
  out.end_array().end_object();
}

void write_relation(JsonWriter& out, const Relation& relation) {
  out.begin_object().key("name").value(relation.name);
  if (relation.per_record != 0) out.key("per_record").value(relation.per_record);
  if (relation.share != 0) out.key("share").value(relation.share);
  if (relation.same) out.key("same").value(comparison_name(*relation.same));
  out.end_object();
}

void write_changes(JsonWriter& out, const std::vector<Change>& changes) {
  out.key("changes").begin_array();
  for (const Change& change : changes) {
    out.begin_object().key("name").value(change.name).key("share").value(change.share).end_object();
  }
  out.end_array();
}

std::vector<Relation> read_relations(const JsonNode& root) {
  std::vector<Relation> relations;
  for (const JsonNode& node : root.items_or_none("relations")) {
    node.expect_keys({"name", "per_record", "share", "same"});
    Relation relation{node.get("name").nonempty_text(), node.number_or("per_record", 0),
                      node.number_or("share", 0), std::nullopt};
    if (const auto same = node.find("same")) relation.same = read_comparison(*same);
    relations.push_back(std::move(relation));
  }
  return relations;
}

std::vector<Change> read_changes(const JsonNode& root) {
  std::vector<Change> changes;
  for (const JsonNode& node : root.items_or_none("changes")) {
    node.expect_keys({"name", "share"});
    changes.push_back({node.get("name").nonempty_text(), node.get("share").number()});
  }
  return changes;
}

/// The place of `name` among relations or changes; reports a name that is not declared.
template <class List>
std::optional<std::size_t> place_of(std::string_view name, const List& list, const JsonNode& node,
                                    const std::string& what) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].name == name) return i;
  }
  node.report("unknown_" + what, "the model declares no " + what + " '" + std::string(name) + "'",
              "declare it under /" + what + "s or correct its name");
  return std::nullopt;
}

LevelModel read_level(const JsonNode& node, const ModelData& data) {
  node.expect_keys({"level", "m", "u", "term_frequency", "related", "changed"});
  LevelModel level;
  level.m = node.get("m").number();
  level.u = node.get("u").number();
  level.term_frequency = node.boolean_or("term_frequency", false);
  level.related.resize(data.relations.size());
  level.changed.resize(data.changes.size());
  if (const auto related = node.find("related")) {
    for (const auto& [name, value] : related->members()) {
      const auto place = place_of(name, data.relations, value, "relation");
      if (!place) continue;
      level.related[*place] =
          value.is_text() && value.text() == kConcentratedWord ? kConcentrated : value.number();
    }
  }
  if (const auto changed = node.find("changed")) {
    for (const auto& [name, value] : changed->members()) {
      const auto place = place_of(name, data.changes, value, "change");
      if (place) level.changed[*place] = value.number();
    }
  }
  return level;
}

/// Levels may come in any order; each exactly once.
void read_levels(const JsonNode& node, const ModelData& data, FieldModel& field) {
  const auto& names = level_names(field.comparison);
  field.levels.resize(names.size());
  std::vector<bool> seen(names.size());
  for (const JsonNode& item : node.items()) {
    const auto index = item.get("level").word(names);
    LevelModel level = read_level(item, data);
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

/// The comparison and levels of an object, whose other keys are the caller's.
FieldModel read_field(const JsonNode& node, const ModelData& data) {
  const std::size_t problems = node.problems().size();
  FieldModel field{read_comparison(node.get("comparison")), {}};
  if (node.problems().size() != problems) return field;  // its levels cannot be judged
  read_levels(node.get("levels"), data, field);
  return field;
}

void read_fields(const JsonNode& root, ModelData& data) {
  for (const JsonNode& node : root.get("fields").items()) {
    node.expect_keys({"comparison", "levels"});
    data.fields.push_back(read_field(node, data));
  }
  for (const JsonNode& node : root.items_or_none("by_column")) {
    node.expect_keys({"column", "comparison", "levels"});
    std::string column = node.get("column").nonempty_text();
    data.by_column.push_back({std::move(column), read_field(node, data)});
  }
}

ModelData read_model(const JsonNode& root) {
  root.expect_keys({"galena_model", "preset", "prior", "threshold", "relations", "changes",
                    "fields", "by_column", "columns", "rules"});
  ModelData data;
  if (const JsonNode version = root.get("galena_model");
      version.is_integer() && version.integer() != kVersion) {
    version.report(
        "unsupported_version",
        "the model is of format version " + std::to_string(version.integer()) + ", not 1",
        "use a newer galena to read it");
  }
  data.preset = root.text_or("preset");
  const JsonNode prior = root.get("prior");
  prior.expect_keys({"duplicates_per_record", "population", "match_probability"});
  data.match_probability = prior.number_or("match_probability", 0);
  data.duplicates_per_record = prior.has("match_probability")
                                   ? prior.number_or("duplicates_per_record", 0.1)
                                   : prior.get("duplicates_per_record").number();
  data.population = prior.number_or("population", data.population);
  data.threshold = root.number_or("threshold", data.threshold);
  data.relations = read_relations(root);
  data.changes = read_changes(root);
  read_fields(root, data);
  data.columns = read_columns(root);
  data.rules = read_rules(root);
  return data;
}

}  // namespace

std::string model_to_json(const ModelData& data) {
  JsonWriter out;
  out.begin_object().key("galena_model").value(kVersion).key("preset").value(data.preset);
  out.key("prior").begin_object();
  out.key("duplicates_per_record").value(data.duplicates_per_record);
  out.key("population").value(data.population);
  if (data.match_probability != 0) out.key("match_probability").value(data.match_probability);
  out.end_object();
  out.key("threshold").value(data.threshold);
  out.key("relations").begin_array();
  for (const Relation& relation : data.relations) {
    write_relation(out, relation);
  }
  out.end_array();
  write_changes(out, data.changes);
  out.key("fields").begin_array();
  for (const FieldModel& field : data.fields) {
    out.begin_object();
    write_field(out, field, data);
  }
  out.end_array();
  if (!data.by_column.empty()) {
    out.key("by_column").begin_array();
    for (const ColumnField& own : data.by_column) {
      out.begin_object().key("column").value(own.column);
      write_field(out, own.field, data);
    }
    out.end_array();
  }
  if (!data.columns.empty()) write_columns(out, data.columns);
  if (!data.rules.empty()) write_rules(out, data.rules);
  out.end_object();
  return std::move(out).text();
}

Result<ModelData> model_from_json(std::string_view text) {
  return galena::detail::read_json(text, read_model);
}

}  // namespace galena::match
