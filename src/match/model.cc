#include "galena/match/model.hpp"

#include <algorithm>

#include "galena/base/sha256.hpp"
#include "galena/base/value.hpp"
#include "match/model_json.hpp"
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

void check_range(double value, double low, double high, const std::string& pointer, Problems& problems) {
  if (value >= low && value <= high) return;
  problems.add(Code::invalid_argument, "probability_range", pointer,
               "the number " + number_to_text(value) + " at " + pointer + " is out of range",
               "use a number from " + number_to_text(low) + " to " + number_to_text(high));
}

constexpr double kLeast = 1e-12;

void check_level(const LevelModel& level, std::size_t relations, const std::string& pointer,
                 Problems& problems) {
  check_range(level.m, kLeast, 1, pointer + "/m", problems);
  check_range(level.u, kLeast, 1, pointer + "/u", problems);
  if (level.related.size() > relations) {
    problems.add(Code::invalid_argument, "unknown_relation", pointer + "/related",
                 "a level names more relations than the model has", "declare it under /relations");
  }
  for (const double probability : level.related) {
    if (probability != 0) check_range(probability, kLeast, 1, pointer + "/related", problems);
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
    if (field.levels.size() != level_names(field.comparison).size()) {
      problems.add(Code::invalid_argument, "wrong_levels", pointer + "/levels",
                   "the comparison '" + name + "' has " +
                       std::to_string(level_names(field.comparison).size()) + " levels, not " +
                       std::to_string(field.levels.size()),
                   "give each level by its name");
    }
    for (std::size_t k = 0; k < field.levels.size(); ++k) {
      check_level(field.levels[k], data.relations.size(), pointer + "/levels/" + std::to_string(k), problems);
    }
  }
}

void check_groups(const ModelData& data, Problems& problems) {
  std::vector<Comparison> grouped;
  for (std::size_t i = 0; i < data.groups.size(); ++i) {
    const std::string pointer = pointer_to("groups", i);
    check_range(data.groups[i].repeat, 0, 1, pointer + "/repeat", problems);
    for (const Comparison comparison : data.groups[i].comparisons) {
      if (std::find(grouped.begin(), grouped.end(), comparison) != grouped.end()) {
        problems.add(Code::invalid_argument, "repeated_group", pointer,
                     "the comparison '" + std::string(comparison_name(comparison)) +
                         "' is in two groups",
                     "leave it in one");
      }
      grouped.push_back(comparison);
    }
  }
}

Problems check(const ModelData& data) {
  Problems problems;
  check_range(data.duplicates_per_record, 1e-9, 1e6, "/prior/duplicates_per_record", problems);
  check_range(data.population, 1, 1e12, "/prior/population", problems);
  check_range(data.threshold, 0.000001, 0.999999, "/threshold", problems);
  if (data.relations.size() > 4) {
    problems.add(Code::invalid_argument, "too_many_relations", "/relations",
                 "a model has at most 4 relations", "join some of them");
  }
  for (std::size_t i = 0; i < data.relations.size(); ++i) {
    check_range(data.relations[i].per_record, 1e-9, 1e9, pointer_to("relations", i) + "/per_record",
                problems);
  }
  check_groups(data, problems);
  check_fields(data, problems);
  return problems;
}

}  // namespace

Model::Model() : Model(preset(Preset::lead)) {}

Model Model::preset(Preset preset) { return make(preset_data(preset)).value(); }

Result<Model> Model::make(ModelData data) {
  Problems problems = check(data);
  if (!problems.empty()) return problems;
  for (FieldModel& field : data.fields) {
    for (LevelModel& level : field.levels) level.related.resize(data.relations.size());
  }
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

std::string Model::to_json() const { return state_->json; }
const std::string& Model::hash() const { return state_->hash; }
const ModelData& Model::data() const { return state_->data; }

const FieldModel* Model::find(Comparison comparison) const {
  for (const FieldModel& field : state_->data.fields) {
    if (field.comparison == comparison) return &field;
  }
  return nullptr;
}

}  // namespace galena::match
