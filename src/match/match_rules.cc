#include "match/match_rules.hpp"

#include <algorithm>

#include "match/text.hpp"

namespace galena::match {

namespace {

/// Letters and digits of a column's name, in lower case.
std::string bare_name(std::string_view name) {
  std::string bare;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80)
      bare += upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return bare;
}

bool is_named(const Feature& feature, const std::vector<std::string>& names) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           return bare_name(name) == bare_name(feature.name);
         });
}

}  // namespace

MatchRules::MatchRules(const ModelData& model, const Layout& layout, WeightSum least)
    : least_(least) {
  for (const MatchRule& source : model.rules) {
    Rule rule{source.name, {}};
    for (const RuleCondition& wanted : source.all) {
      Condition condition{
          {},
          {},
          static_cast<std::uint8_t>(wanted.weakest ? *wanted.weakest + 1 : 0),
          static_cast<std::uint8_t>(wanted.weakest && wanted.only ? *wanted.weakest + 1 : 1),
          wanted.or_blank,
          wanted.columns.empty() ? std::string(comparison_name(wanted.comparison))
                                 : wanted.columns.front()};
      for (std::size_t f = 0; f < layout.features.size(); ++f) {
        const Feature& feature = layout.features[f];
        if (feature.comparison != wanted.comparison || !is_named(feature, wanted.columns)) continue;
        condition.features.push_back(f);
        for (std::uint32_t slot = 0; slot < feature.slots.size(); ++slot)
          condition.slots.push_back(feature.first_slot + slot);
      }
      rule.all.push_back(std::move(condition));
    }
    rules_.push_back(std::move(rule));
  }
}

bool MatchRules::holds(const Condition& condition, const std::uint8_t* levels, RecordValues a,
                       RecordValues b) {
  const auto blank_in = [&](RecordValues values) {
    return std::all_of(condition.slots.begin(), condition.slots.end(),
                       [&](std::uint32_t slot) { return values[slot] == kBlank; });
  };
  if (condition.weakest == 0) return blank_in(a) && blank_in(b);
  bool compared = false;
  for (const std::size_t f : condition.features) {
    if (levels[f] >= condition.strongest && levels[f] <= condition.weakest) return true;
    compared = compared || levels[f] != 0;
  }
  return condition.or_blank && !compared;
}

WeightSum MatchRules::settle(const std::uint8_t* levels, RecordValues a, RecordValues b,
                             WeightSum evidence, RuleOutcome* outcome) const {
  const auto rule = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& candidate) {
    return std::all_of(candidate.all.begin(), candidate.all.end(),
                       [&](const Condition& condition) { return holds(condition, levels, a, b); });
  });
  const bool held = rule != rules_.end();
  const WeightSum settled =
      held ? std::max(evidence, least_) : std::min(evidence, least_ - WeightSum{kOneBit});
  if (outcome != nullptr) {
    *outcome = {};
    if (held) {
      outcome->held = rule->name;
    } else {
      tell(levels, a, b, *outcome);
    }
    outcome->change = settled - evidence;
  }
  return settled;
}

/// The rule of which the fewest conditions fail, of several the first.
void MatchRules::tell(const std::uint8_t* levels, RecordValues a, RecordValues b,
                      RuleOutcome& outcome) const {
  std::size_t least = static_cast<std::size_t>(-1);
  for (const Rule& rule : rules_) {
    std::string failed;
    std::size_t count = 0;
    for (const Condition& condition : rule.all) {
      if (holds(condition, levels, a, b)) continue;
      ++count;
      failed += (failed.empty() ? "" : ", ") + condition.name;
    }
    if (count >= least) continue;
    least = count;
    outcome.nearest = rule.name;
    outcome.failed = std::move(failed);
  }
}

}  // namespace galena::match
