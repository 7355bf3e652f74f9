#include "galena/match/model.hpp"

#include <algorithm>

#include "galena/base/sha256.hpp"
#include "galena/base/value.hpp"
#include "galena/match/splink.hpp"
#include "match/column_fields.hpp"
#include "match/model_json.hpp"
#include "match/model_rules.hpp"
#include "match/presets.hpp"

namespace galena::match {

struct Model::State {
  ModelData data;
  std::string json;
  std::string hash;
};

namespace {

std::string pointer_to(std::string_view list, std::size_t index) {
  return "/" + std::string(list) + "/" + std::to_string(index);
}

void check_range(double value, double low, double high, const std::string& pointer,
                 Problems& problems) {
  if (value >= low && value <= high) return;
  problems.add(Code::invalid_argument, "probability_range", pointer,
               "the number " + number_to_text(value) + " at " + pointer + " is out of range",
               "use a number from " + number_to_text(low) + " to " + number_to_text(high));
}

constexpr double kLeast = 1e-12;

void check_relation(const Relation& relation, const std::string& pointer, Problems& problems) {
  if ((relation.per_record != 0) == (relation.share != 0)) {
    problems.add(Code::invalid_argument, "relation_extent", pointer,
                 "the relation '" + relation.name + "' needs either per_record or share",
                 "give one of them");
  }
  if (relation.per_record != 0)
    check_range(relation.per_record, 1e-9, 1e9, pointer + "/per_record", problems);
  if (relation.share != 0) check_range(relation.share, 1e-9, 0.99, pointer + "/share", problems);
}

void check_level(const LevelModel& level, std::size_t relations, std::size_t changes,
                 const std::string& pointer, Problems& problems) {
  check_range(level.m, kLeast, 1, pointer + "/m", problems);
  check_range(level.u, kLeast, 1, pointer + "/u", problems);
  if (level.related.size() > relations) {
    problems.add(Code::invalid_argument, "unknown_relation", pointer + "/related",
                 "a level names more relations than the model has", "declare it under /relations");
  }
  if (level.changed.size() > changes) {
    problems.add(Code::invalid_argument, "unknown_change", pointer + "/changed",
                 "a level names more changes than the model has", "declare it under /changes");
  }
  for (const double probability : level.changed) {
    if (probability != 0) check_range(probability, kLeast, 1, pointer + "/changed", problems);
  }
  for (const double probability : level.related) {
    if (probability != 0 && probability != kConcentrated)
      check_range(probability, kLeast, 1, pointer + "/related", problems);
  }
}

/// The levels of one comparison; `pointer` is to it.
void check_field(const FieldModel& field, const ModelData& data, const std::string& pointer,
                 Problems& problems) {
  const std::size_t levels = level_names(field.comparison).size();
  if (field.levels.size() != levels) {
    problems.add(Code::invalid_argument, "wrong_levels", pointer + "/levels",
                 "the comparison '" + std::string(comparison_name(field.comparison)) + "' has " +
                     std::to_string(levels) + " levels, not " + std::to_string(field.levels.size()),
                 "give each level by its name");
  }
  for (std::size_t k = 0; k < field.levels.size(); ++k) {
    check_level(field.levels[k], data.relations.size(), data.changes.size(),
                pointer + "/levels/" + std::to_string(k), problems);
  }
}

void check_fields(const ModelData& data, Problems& problems) {
  std::vector<Comparison> seen;
  for (std::size_t i = 0; i < data.fields.size(); ++i) {
    const FieldModel& field = data.fields[i];
    const std::string pointer = pointer_to("fields", i);
    const std::string name(comparison_name(field.comparison));
    if (std::find(seen.begin(), seen.end(), field.comparison) != seen.end()) {
      problems.add(Code::invalid_argument, "repeated_field", pointer,
                   "the comparison '" + name + "' is there twice", "keep one of them");
    }
    seen.push_back(field.comparison);
    check_field(field, data, pointer, problems);
  }
}

void check_by_column(const ModelData& data, Problems& problems) {
  std::vector<std::string_view> seen;
  for (std::size_t i = 0; i < data.by_column.size(); ++i) {
    const std::string& column = data.by_column[i].column;
    const std::string pointer = pointer_to("by_column", i);
    if (column.empty())
      problems.add(Code::invalid_argument, "empty_column", pointer + "/column",
                   "probabilities of a column do not name it", "name the column");
    if (std::find(seen.begin(), seen.end(), column) != seen.end())
      problems.add(Code::invalid_argument, "repeated_field", pointer,
                   "the column '" + column + "' is there twice", "keep one of them");
    seen.push_back(column);
    check_field(data.by_column[i].field, data, pointer, problems);
  }
}

void fill_levels(const ModelData& data, FieldModel& field) {
  for (LevelModel& level : field.levels) {
    level.related.resize(data.relations.size());
    level.changed.resize(data.changes.size());
  }
}

Problems check(const ModelData& data) {
  Problems problems;
  if (data.match_probability != 0)
    check_range(data.match_probability, 1e-18, 0.999999, "/prior/match_probability", problems);
  check_columns(data, problems);
  check_rules(data, problems);
  check_range(data.duplicates_per_record, 1e-9, 1e6, "/prior/duplicates_per_record", problems);
  check_range(data.population, 1, 1e12, "/prior/population", problems);
  check_range(data.threshold, 0.000001, 0.999999, "/threshold", problems);
  const auto check_count = [&](std::size_t count, const char* what) {
    if (count <= 6) return;
    problems.add(Code::invalid_argument, "too_many", std::string("/") + what,
                 std::string("a model has at most 6 ") + what, "join some of them");
  };
  check_count(data.relations.size(), "relations");
  check_count(data.changes.size(), "changes");
  double changed = 0;
  for (std::size_t i = 0; i < data.changes.size(); ++i) {
    check_range(data.changes[i].share, 1e-9, 0.99, pointer_to("changes", i) + "/share", problems);
    changed += data.changes[i].share;
  }
  if (changed > 0) check_range(changed, 0, 0.99, "/changes", problems);
  for (std::size_t i = 0; i < data.relations.size(); ++i) {
    check_relation(data.relations[i], pointer_to("relations", i), problems);
  }
  check_fields(data, problems);
  check_by_column(data, problems);
  return problems;
}

}  // namespace

Model::Model() : Model(preset(Preset::lead)) {}

Model Model::preset(Preset preset) { return make(preset_data(preset)).value(); }

Result<Model> Model::make(ModelData data) {
  Problems problems = check(data);
  if (!problems.empty()) return problems;
  for (FieldModel& field : data.fields) fill_levels(data, field);
  for (ColumnField& own : data.by_column) fill_levels(data, own.field);
  auto state = std::make_shared<State>();
  state->json = model_to_json(data);
  state->hash = sha256_hex(state->json);
  state->data = std::move(data);
  return Model(std::move(state));
}

Result<Model> Model::from_json(std::string_view text) {
  Result<ModelData> data = model_from_json(text);
  if (!data) return data.problems();
  return make(std::move(*data));
}

Result<Model> Model::from_splink(std::string_view json) {
  Result<SplinkImport> import = import_splink(json);
  if (!import) return import.problems();
  return std::move(import->model);
}

std::string Model::to_json() const { return state_->json; }
const std::string& Model::hash() const { return state_->hash; }
const ModelData& Model::data() const { return state_->data; }

const FieldModel* Model::find(Comparison comparison) const { return find(comparison, {}); }

const FieldModel* Model::find(Comparison comparison, std::string_view column) const {
  return field_for(state_->data, comparison, column);
}

}  // namespace galena::match
