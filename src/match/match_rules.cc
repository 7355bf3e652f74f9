#include "match/match_rules.hpp"

#include <algorithm>

#include "match/section_score.hpp"
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
          wanted.comparison,
          {},
          {},
          static_cast<std::uint8_t>(wanted.weakest ? *wanted.weakest + 1 : 0),
          static_cast<std::uint8_t>(wanted.weakest && wanted.only ? *wanted.weakest + 1 : 1),
          wanted.score.value_or(0),
          wanted.or_blank,
          wanted.columns.empty() ? std::string(comparison_name(wanted.comparison))
                                 : wanted.columns.front()};
      for (std::size_t f = 0; f < layout.features.size(); ++f) {
        const Feature& feature = layout.features[f];
        if (feature.comparison != wanted.comparison || !is_named(feature, wanted.columns)) continue;
        condition.features.push_back(f);
        for (std::uint32_t slot = 0; slot < feature.slots.size(); ++slot)
          condition.slots.push_back({f, feature.first_slot + slot});
      }
      rule.all.push_back(std::move(condition));
    }
    rules_.push_back(std::move(rule));
  }
}

bool MatchRules::reaches_score(const Condition& condition, const RulePair& pair) {
  bool compared = false;
  for (const Condition::Slot& left : condition.slots) {
    for (const Condition::Slot& right : condition.slots) {
      if (left.feature != right.feature) continue;
      const ValueId a = pair.a[left.number];
      const ValueId b = pair.b[right.number];
      if (a == kBlank || b == kBlank) continue;
      compared = true;
      if (section_score(condition.comparison, pair.records_a.store(left.feature), a,
                        pair.records_b.store(left.feature), b) >= condition.score)
        return true;
    }
  }
  return condition.or_blank && !compared;
}

bool MatchRules::holds(const Condition& condition, const RulePair& pair) {
  const auto blank_in = [&](RecordValues values) {
    return std::all_of(condition.slots.begin(), condition.slots.end(),
                       [&](const Condition::Slot& slot) { return values[slot.number] == kBlank; });
  };
  if (condition.score > 0) return reaches_score(condition, pair);
  if (condition.weakest == 0) return blank_in(pair.a) && blank_in(pair.b);
  bool compared = false;
  for (const std::size_t f : condition.features) {
    const std::uint8_t level = pair.levels[f];
    if (level >= condition.strongest && level <= condition.weakest) return true;
    compared = compared || level != 0;
  }
  return condition.or_blank && !compared;
}

WeightSum MatchRules::settle(const RulePair& pair, WeightSum evidence, RuleOutcome* outcome) const {
  const auto rule = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& candidate) {
    return std::all_of(candidate.all.begin(), candidate.all.end(),
                       [&](const Condition& condition) { return holds(condition, pair); });
  });
  const bool held = rule != rules_.end();
  const WeightSum settled =
      held ? std::max(evidence, least_) : std::min(evidence, least_ - WeightSum{kOneBit});
  if (outcome != nullptr) {
    *outcome = {};
    if (held) {
      outcome->held = rule->name;
    } else {
      tell(pair, *outcome);
    }
    outcome->change = settled - evidence;
  }
  return settled;
}

/// The rule of which the fewest conditions fail, of several the first.
void MatchRules::tell(const RulePair& pair, RuleOutcome& outcome) const {
  std::size_t least = static_cast<std::size_t>(-1);
  for (const Rule& rule : rules_) {
    std::string failed;
    std::size_t count = 0;
    for (const Condition& condition : rule.all) {
      if (holds(condition, pair)) continue;
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
