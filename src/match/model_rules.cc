#include "match/model_rules.hpp"

#include "galena/base/value.hpp"
#include "match/section_score.hpp"

namespace galena::match {

namespace {

using galena::detail::JsonNode;
using Test = ColumnCondition::Test;
using Part = ColumnCondition::Part;

constexpr std::string_view kTests[] = {
    "always",  "all",          "any",         "blank",
    "no_date", "equal",        "levenshtein", "damerau_levenshtein",
    "jaro",    "jaro_winkler", "jaccard",     "seconds"};
constexpr std::string_view kParts[] = {"whole", "mailbox", "postcode_area", "postcode_district",
                                       "postcode_sector"};
constexpr std::size_t kDeepest = 8;
constexpr std::size_t kMostColumns = 60;
constexpr double kLeast = 1e-300;

bool has_limit(Test test) { return test >= Test::levenshtein; }
bool has_parts(Test test) { return test == Test::all || test == Test::any; }

void check_condition(const ColumnCondition& condition, const std::string& pointer,
                     std::size_t depth, Problems& problems) {
  const auto bad = [&](const std::string& message, const std::string& hint) {
    problems.add(Code::invalid_argument, "bad_condition", pointer, message, hint);
  };
  const std::string name(kTests[static_cast<std::size_t>(condition.test)]);
  if (depth > kDeepest) return bad("conditions are nested too deeply", "nest at most 8 of them");
  if (has_parts(condition.test)) {
    if (condition.parts.empty()) bad("'" + name + "' has no conditions", "give it some");
    for (std::size_t i = 0; i < condition.parts.size(); ++i)
      check_condition(condition.parts[i], pointer + "/conditions/" + std::to_string(i), depth + 1,
                      problems);
    return;
  }
  if (condition.test != Test::always && (condition.left.empty() || condition.right.empty()))
    bad("'" + name + "' names no column", "name one as column, or two as columns");
  if (has_limit(condition.test) && !(condition.limit >= 0 && condition.limit <= 1e18))
    bad("'" + name + "' has the limit " + number_to_text(condition.limit), "use 0 or more");
}

void check_probability(double value, const std::string& pointer, Problems& problems) {
  if (value >= kLeast && value <= 1) return;
  problems.add(Code::invalid_argument, "probability_range", pointer,
               "the number " + number_to_text(value) + " at " + pointer + " is out of range",
               "use a number above 0 and up to 1");
}

void check_level(const ColumnLevel& level, const std::string& pointer, Problems& problems) {
  check_condition(level.when, pointer + "/when", 0, problems);
  if (level.no_evidence) return;
  check_probability(level.m, pointer + "/m", problems);
  check_probability(level.u, pointer + "/u", problems);
  if (!level.frequency) return;
  const std::string place = pointer + "/frequency";
  check_probability(level.frequency->u, place + "/u", problems);
  const auto check = [&](double value, double most, const std::string& key) {
    if (value >= 0 && value <= most) return;
    problems.add(Code::invalid_argument, "probability_range", place + key,
                 "the number " + number_to_text(value) + " at " + place + key + " is out of range",
                 "use a number from 0 to " + number_to_text(most));
  };
  check(level.frequency->weight, 100, "/weight");
  check(level.frequency->least, 1, "/least");
  if (level.frequency->column.empty())
    problems.add(Code::invalid_argument, "bad_condition", place, "a frequency names no column",
                 "name the column whose values are counted");
}

void write_condition(JsonWriter& out, const ColumnCondition& condition) {
  out.begin_object().key("test").value(kTests[static_cast<std::size_t>(condition.test)]);
  if (has_parts(condition.test)) {
    out.key("conditions").begin_array();
    for (const ColumnCondition& part : condition.parts) write_condition(out, part);
    out.end_array();
  } else if (condition.test != Test::always) {
    if (condition.left == condition.right) {
      out.key("column").value(condition.left);
    } else {
      out.key("columns").begin_array().value(condition.left).value(condition.right).end_array();
    }
    if (condition.part != Part::whole)
      out.key("part").value(kParts[static_cast<std::size_t>(condition.part)]);
    if (has_limit(condition.test)) out.key("limit").value(condition.limit);
    if (condition.bytes) out.key("bytes").value(true);
  }
  out.end_object();
}

void write_level(JsonWriter& out, const ColumnLevel& level) {
  out.begin_object().key("label").value(level.label).key("when");
  write_condition(out, level.when);
  if (level.no_evidence) {
    out.key("no_evidence").value(true);
  } else {
    out.key("m").value(level.m).key("u").value(level.u);
    if (level.frequency) {
      out.key("frequency").begin_object().key("column").value(level.frequency->column);
      out.key("u").value(level.frequency->u).key("weight").value(level.frequency->weight);
      out.key("least").value(level.frequency->least).end_object();
    }
  }
  out.end_object();
}

void read_columns_of(const JsonNode& node, ColumnCondition& condition) {
  const auto both = node.find("columns");
  if (!both) {
    condition.left = condition.right = node.get("column").nonempty_text();
    return;
  }
  const std::vector<std::string> names = both->texts();
  if (names.size() == 2) {
    condition.left = names[0];
    condition.right = names[1];
  } else if (both->is_array()) {
    both->report("wrong_type", "columns are two names, not " + std::to_string(names.size()),
                 "name the left record's column, then the right record's");
  }
}

ColumnCondition read_condition(const JsonNode& node) {
  node.expect_keys({"test", "conditions", "column", "columns", "part", "limit", "bytes"});
  ColumnCondition condition;
  const std::size_t problems = node.problems().size();
  condition.test = node.get("test").choice<Test>(kTests, Test::always);
  if (node.problems().size() != problems || condition.test == Test::always) return condition;
  if (has_parts(condition.test)) {
    for (const JsonNode& part : node.get("conditions").items())
      condition.parts.push_back(read_condition(part));
    return condition;
  }
  read_columns_of(node, condition);
  condition.part = node.choice_or<Part>("part", kParts, Part::whole);
  condition.bytes = node.boolean_or("bytes", false);
  if (has_limit(condition.test)) condition.limit = node.get("limit").number();
  return condition;
}

ColumnLevel read_level(const JsonNode& node) {
  node.expect_keys({"label", "when", "no_evidence", "m", "u", "frequency"});
  ColumnLevel level;
  level.label = node.get("label").text();
  level.when = read_condition(node.get("when"));
  level.no_evidence = node.boolean_or("no_evidence", false);
  if (level.no_evidence) return level;
  level.m = node.get("m").number();
  level.u = node.get("u").number();
  if (const auto frequency = node.find("frequency")) {
    frequency->expect_keys({"column", "u", "weight", "least"});
    level.frequency =
        ColumnFrequency{frequency->get("column").nonempty_text(), frequency->get("u").number(),
                        frequency->number_or("weight", 1), frequency->number_or("least", 0)};
  }
  return level;
}

RuleCondition read_rule_condition(const JsonNode& node) {
  node.expect_keys({"comparison", "level", "only", "score", "blank", "columns"});
  static constexpr std::string_view kBlankWords[] = {"fails", "will_do", "needed"};
  RuleCondition condition;
  const std::size_t problems = node.problems().size();
  condition.comparison = read_comparison(node.get("comparison"));
  const auto blank = node.choice_or<std::uint8_t>("blank", kBlankWords, 0);
  condition.or_blank = blank == 1;
  if (const auto columns = node.find("columns")) condition.columns = columns->texts();
  if (node.problems().size() != problems || blank == 2) return condition;
  if (const auto score = node.find("score")) {
    condition.score = score->number();
    return condition;
  }
  condition.only = node.boolean_or("only", false);
  condition.weakest = node.get("level").word(level_names(condition.comparison));
  return condition;
}

}  // namespace

void check_columns(const ModelData& data, Problems& problems) {
  if (data.columns.empty()) return;
  if (!data.fields.empty() || !data.by_column.empty() || !data.rules.empty())
    problems.add(Code::invalid_argument, "mixed_model", "/columns",
                 "a model compares columns by conditions or fields by their kinds, not both",
                 "leave out /columns, or /fields, /by_column and /rules");
  if (data.columns.size() > kMostColumns)
    problems.add(Code::invalid_argument, "too_many", "/columns",
                 "a model has at most 60 comparisons of columns", "join some of them");
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    const std::string pointer = "/columns/" + std::to_string(i) + "/levels/";
    for (std::size_t k = 0; k < data.columns[i].levels.size(); ++k)
      check_level(data.columns[i].levels[k], pointer + std::to_string(k), problems);
  }
}

namespace {

void check_score(const RuleCondition& condition, const std::string& place, Problems& problems) {
  const std::string name(comparison_name(condition.comparison));
  if (!has_section_score(condition.comparison))
    problems.add(Code::invalid_argument, "bad_condition", place,
                 "the comparison '" + name + "' has no score of sections",
                 "name a level, or use company, phone, street, city or postal_code");
  if (!(*condition.score > 0 && *condition.score <= 100))
    problems.add(Code::invalid_argument, "bad_condition", place,
                 "the score " + number_to_text(*condition.score) + " is out of range",
                 "use a number above 0 and up to 100");
  if (condition.weakest)
    problems.add(Code::invalid_argument, "bad_condition", place,
                 "a condition has a level or a score, not both", "leave one out");
}

}  // namespace

void check_rules(const ModelData& data, Problems& problems) {
  for (std::size_t i = 0; i < data.rules.size(); ++i) {
    const std::string pointer = "/rules/" + std::to_string(i);
    const MatchRule& rule = data.rules[i];
    if (rule.name.empty() || rule.all.empty())
      problems.add(Code::invalid_argument, "empty_rule", pointer,
                   "a rule needs a name and at least one condition", "give it both");
    for (std::size_t k = 0; k < rule.all.size(); ++k) {
      const RuleCondition& condition = rule.all[k];
      const std::string place = pointer + "/all/" + std::to_string(k);
      const std::string name(comparison_name(condition.comparison));
      if (condition.weakest && *condition.weakest >= level_names(condition.comparison).size())
        problems.add(Code::invalid_argument, "unknown_level", place,
                     "the comparison '" + name + "' has no such level", "name one that it has");
      if (condition.score) check_score(condition, place, problems);
      if (!condition.weakest && !condition.score) continue;
      bool compared = false;
      for (const FieldModel& field : data.fields)
        compared = compared || field.comparison == condition.comparison;
      if (!compared)
        problems.add(Code::invalid_argument, "bad_condition", place,
                     "a rule wants '" + name + "', which the model does not compare",
                     "add it to /fields");
    }
  }
}

void write_columns(JsonWriter& out, const std::vector<ColumnComparison>& columns) {
  out.key("columns").begin_array();
  for (const ColumnComparison& comparison : columns) {
    out.begin_object().key("name").value(comparison.name).key("levels").begin_array();
    for (const ColumnLevel& level : comparison.levels) write_level(out, level);
    out.end_array().end_object();
  }
  out.end_array();
}

void write_rules(JsonWriter& out, const std::vector<MatchRule>& rules) {
  out.key("rules").begin_array();
  for (const MatchRule& rule : rules) {
    out.begin_object().key("name").value(rule.name).key("all").begin_array();
    for (const RuleCondition& condition : rule.all) {
      out.begin_object().key("comparison").value(comparison_name(condition.comparison));
      if (!condition.columns.empty()) {
        out.key("columns").begin_array();
        for (const std::string& column : condition.columns) out.value(column);
        out.end_array();
      }
      if (condition.weakest) {
        out.key("level").value(level_names(condition.comparison)[*condition.weakest]);
        if (condition.only) out.key("only").value(true);
        if (condition.or_blank) out.key("blank").value("will_do");
      } else if (condition.score) {
        out.key("score").value(*condition.score);
        if (condition.or_blank) out.key("blank").value("will_do");
      } else {
        out.key("blank").value("needed");
      }
      out.end_object();
    }
    out.end_array().end_object();
  }
  out.end_array();
}

std::vector<ColumnComparison> read_columns(const JsonNode& root) {
  std::vector<ColumnComparison> columns;
  for (const JsonNode& node : root.items_or_none("columns")) {
    node.expect_keys({"name", "levels"});
    ColumnComparison comparison{node.get("name").nonempty_text(), {}};
    for (const JsonNode& level : node.get("levels").items())
      comparison.levels.push_back(read_level(level));
    columns.push_back(std::move(comparison));
  }
  return columns;
}

std::vector<MatchRule> read_rules(const JsonNode& root) {
  std::vector<MatchRule> rules;
  for (const JsonNode& node : root.items_or_none("rules")) {
    node.expect_keys({"name", "all"});
    MatchRule rule{node.get("name").nonempty_text(), {}};
    for (const JsonNode& condition : node.get("all").items())
      rule.all.push_back(read_rule_condition(condition));
    rules.push_back(std::move(rule));
  }
  return rules;
}

Comparison read_comparison(const JsonNode& node) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kComparisonCount; ++i)
    names.push_back(comparison_name(static_cast<Comparison>(i)));
  return node.choice<Comparison>(names, Comparison::text);
}

}  // namespace galena::match
