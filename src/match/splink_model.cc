#include "match/splink_model.hpp"

#include <algorithm>
#include <cmath>

#include "detail/json_reader.hpp"
#include "galena/match/splink.hpp"

namespace galena::match {

namespace {

using galena::detail::JsonNode;
using Test = ColumnCondition::Test;

/// What Splink 3 and 4 write for a probability that no pair told, and what they take it for.
constexpr std::string_view kNotObserved = "level not observed in training dataset";
constexpr double kNotObservedProbability = 1e-6;
/// Splink takes smaller ones for this.
constexpr double kLeastProbability = 1e-300;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

/// What a level has that was saved without a probability: that with which Splink predicts. Nineteen
/// of twenty matches are at the first level, the others shared out evenly; weights run evenly from
/// -5 bits at the last level to 3 at the second, and the first has 10.
struct Untrained {
  double m = 1;
  double u = 1;
};

/// Of the level that stands at `place` of `levels`, those without evidence not counted; levels > 1.
Untrained untrained_level(std::size_t place, std::size_t levels) {
  constexpr double kFirstShare = 0.95;
  constexpr double kFirstWeight = 10;
  constexpr double kSecondWeight = 3;
  constexpr double kLastWeight = -5;
  if (place == 0) return {kFirstShare, kFirstShare / std::exp2(kFirstWeight)};
  const double m = (1 - kFirstShare) / static_cast<double>(levels - 1);
  if (levels == 2) return {m, m / std::exp2(kLastWeight)};
  const double step = (kSecondWeight - kLastWeight) / static_cast<double>(levels - 2);
  const double weight = kLastWeight + static_cast<double>(levels - 1 - place) * step;
  return {m, m / std::exp2(weight)};
}

/// What is known of the model where a level is read.
struct Reading {
  bool bytes;           ///< the backend's distances are of bytes
  Problems& untrained;  ///< levels without a probability
  std::size_t levels = 0;
  std::size_t place = 0;
};

void note_untrained(const JsonNode& level, std::string_view key, const Reading& reading) {
  const std::string problem = "the level has no " + std::string(key) + ": it was not trained";
  if (reading.levels < 2) {
    level.report("untrained_level", problem, "a comparison of one level tells nothing");
    return;
  }
  reading.untrained.add(Code::invalid_argument, "untrained_level", level.pointer(), problem,
                        "it has the " + std::string(key) +
                            " that Splink predicts with; train it in Splink, or set it by hand");
}

double read_probability(const JsonNode& level, std::string_view key, double untrained,
                        const Reading& reading) {
  const auto node = level.find(key);
  if (!node || node->is_null()) {
    note_untrained(level, key, reading);
    return untrained;
  }
  if (node->is_text() && node->text() == kNotObserved) return kNotObservedProbability;
  const double probability = node->number();
  if (node->is_number() && !(probability >= 0 && probability <= 1)) {
    node->report("probability_range", "the " + std::string(key) + " is no probability",
                 "use a number from 0 to 1");
  }
  return std::clamp(probability, kLeastProbability, 1.0);
}

/// The column of a level that is "x_l = x_r" and no more, else empty.
std::string exact_column(const ColumnCondition& when) {
  const bool exact = when.test == Test::equal && when.left == when.right &&
                     when.part == ColumnCondition::Part::whole;
  return exact ? lower(when.left) : std::string();
}

void read_frequency(const JsonNode& node, ColumnLevel& level) {
  const auto column = node.find("tf_adjustment_column");
  if (!column || column->is_null() || level.when.test == Test::always) return;
  ColumnFrequency frequency{column->nonempty_text(), level.u,
                            node.number_or("tf_adjustment_weight", 1),
                            node.number_or("tf_minimum_u_value", 0)};
  if (frequency.weight != 0) level.frequency = std::move(frequency);
}

/// Without a word about what is wrong with the level: read_level() says it.
bool has_no_evidence(const JsonNode& level) {
  if (!level.is_object()) return false;
  const auto null_level = level.find("is_null_level");
  return null_level && null_level->is_boolean() && null_level->boolean();
}

std::optional<ColumnLevel> read_level(const JsonNode& node, const Reading& reading) {
  ColumnLevel level;
  level.label = node.text_or("label_for_charts");
  const JsonNode condition = node.get("sql_condition");
  const std::string sql = condition.text();
  const auto null_level = node.find("is_null_level");
  level.no_evidence = null_level && !null_level->is_null() && null_level->boolean();
  if (!level.no_evidence) {
    const Untrained untrained = untrained_level(reading.place, reading.levels);
    level.m = read_probability(node, "m_probability", untrained.m, reading);
    level.u = read_probability(node, "u_probability", untrained.u, reading);
    if (level.u > 1) {  // of two levels that were not trained: the weight is what is meant
      level.m /= level.u;
      level.u = 1;
    }
  }
  auto when = read_splink_condition(sql, reading.bytes);
  if (!when) {
    if (condition.is_text()) {
      node.problems().add(Code::unsupported, "unsupported_condition", condition.pointer(),
                          "the condition " + sql + " is none that can be imported",
                          "use levels of Splink's comparison library on texts and dates");
    }
    return std::nullopt;
  }
  level.when = std::move(*when);
  if (!level.no_evidence) read_frequency(node, level);
  return level;
}

/// A term frequency takes the place of the u of the level at which its column is equal.
void settle_frequencies(const JsonNode& node, const std::vector<JsonNode>& sources,
                        ColumnComparison& comparison) {
  for (std::size_t i = 0; i < comparison.levels.size(); ++i) {
    if (!comparison.levels[i].frequency) continue;
    ColumnFrequency& frequency = *comparison.levels[i].frequency;
    if (sources[i].boolean_or("disable_tf_exact_match_detection", false)) continue;
    bool found = false;
    for (const ColumnLevel& level : comparison.levels) {
      if (found || exact_column(level.when) != lower(frequency.column)) continue;
      frequency.u = level.u;
      found = true;
    }
    if (found) continue;
    node.problems().add(Code::unsupported, "unsupported_condition",
                        sources[i].pointer() + "/tf_adjustment_column",
                        "no level of the comparison is that '" + frequency.column + "' is equal",
                        "add one, or set disable_tf_exact_match_detection");
  }
}

ColumnComparison read_comparison(const JsonNode& node, Reading reading) {
  ColumnComparison comparison;
  comparison.name = node.get("output_column_name").nonempty_text();
  std::vector<JsonNode> sources;
  const std::size_t problems = node.problems().size();
  const std::vector<JsonNode> levels = node.get("comparison_levels").items();
  reading.levels = levels.size() - static_cast<std::size_t>(std::count_if(
                                       levels.begin(), levels.end(), has_no_evidence));
  for (const JsonNode& level : levels) {
    auto read = read_level(level, reading);
    if (!has_no_evidence(level)) ++reading.place;
    if (!read) continue;
    comparison.levels.push_back(std::move(*read));
    sources.push_back(level);
  }
  // Of a comparison that was not read in full it is not known what is missing.
  if (node.problems().size() == problems) settle_frequencies(node, sources, comparison);
  return comparison;
}

bool reads_bytes(const JsonNode& root) {
  static constexpr std::string_view kDialects[] = {"duckdb", "spark",  "databricks",
                                                   "athena", "sqlite", "postgres"};
  const auto dialect = root.find("sql_dialect");
  if (!dialect || dialect->is_null()) return true;
  const std::string name = dialect->text();
  for (const std::string_view known : kDialects) {
    if (name == known) return name == "duckdb";
  }
  if (dialect->is_text()) {
    root.problems().add(Code::unsupported, "unsupported_dialect", dialect->pointer(),
                        "the SQL dialect '" + name + "' is not known",
                        "save the model from one of Splink's own backends");
  }
  return true;
}

SplinkModel read_splink(const JsonNode& root) {
  SplinkModel model;
  ModelData& data = model.data;
  data.match_probability = root.get("probability_two_random_records_match").number();
  const Reading reading{reads_bytes(root), model.untrained};
  for (const JsonNode& node : root.get("comparisons").items())
    data.columns.push_back(read_comparison(node, reading));
  if (data.columns.empty())
    root.get("comparisons").report("empty_model", "the model compares nothing", "add comparisons");
  return model;
}

}  // namespace

Result<SplinkModel> model_from_splink(std::string_view json) {
  return galena::detail::read_json(json, read_splink);
}

Result<SplinkImport> import_splink(std::string_view json) {
  Result<SplinkModel> read = model_from_splink(json);
  if (!read) return read.problems();
  Result<Model> model = Model::make(std::move(read->data));
  if (!model) return model.problems();
  return SplinkImport{std::move(*model), std::move(read->untrained)};
}

}  // namespace galena::match
