#include "match/drawn_matches.hpp"

#include <algorithm>

#include "match/drawn_pairs.hpp"
#include "match/hash.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kDrawn = 3000;
constexpr std::size_t kMeasured = 4000;  // pairs, about

/// Evenly in [0, 1): the same for the same thing that is drawn of a match, so that a model that
/// changes a little draws nearly the same.
double chance_of(std::size_t match, std::size_t what) {
  return static_cast<double>(hash_pair(hash_pair(5, match), what) >> 11U) * 0x1p-53;
}

/// The number of the level of names that are in each other's place.
std::uint8_t swapped_level(Comparison name) {
  return static_cast<std::uint8_t>(different_level(name) - 1);
}

double total_of(const ChangeCounts& counts, std::size_t level) {
  double total = 0;
  for (const LevelCounts& count : counts) total += count[level];
  return total;
}

}  // namespace

DrawnMatches::DrawnMatches(const EncodedRecords& records, const Scorer& scorer,
                           const std::vector<ScoredPair>& likely)
    : records_(records),
      scorer_(scorer),
      features_(records.layout().features.size()),
      first_name_(features_),
      last_name_(features_) {
  const int first = records.layout().find(Comparison::first_name);
  const int last = records.layout().find(Comparison::last_name);
  if (first >= 0 && last > first) {
    first_name_ = static_cast<std::size_t>(first);
    last_name_ = static_cast<std::size_t>(last);
  }
  if (scorer.by_rules() || records.size() < 2) return;
  draw_values();
  measure_left(likely);
}

ValueId DrawnMatches::value(std::size_t record, std::size_t feature, std::uint8_t slot) const {
  return records_[record][records_.layout().features[feature].first_slot + slot];
}

void DrawnMatches::draw_values() {
  PairDetail a_itself;  // says which features of a record are compared at all
  PairDetail b_itself;
  each_drawn_pair(records_.size(), kDrawn, 6, [&](std::size_t a, std::size_t b) {
    scorer_.explain(records_, records_[a], records_[a], a_itself);
    scorer_.explain(records_, records_[b], records_[b], b_itself);
    for (std::size_t f = 0; f < features_; ++f) {
      const bool both = f < a_itself.features.size() && a_itself.features[f].level != 0 &&
                        b_itself.features[f].level != 0;
      rarities_.push_back(both ? records_.store(f)[value(a, f, a_itself.features[f].slot_a)].rarity
                               : -1);
    }
    ++count_;
  });
}

void DrawnMatches::measure_left(const std::vector<ScoredPair>& likely) {
  std::vector<std::array<double, 8>> whole(features_);
  left_.resize(features_);
  PairDetail detail;
  for (std::size_t i = 0; i < likely.size(); i += likely.size() / kMeasured + 1) {
    scorer_.explain(records_, records_[likely[i].a], records_[likely[i].b], detail);
    for (std::size_t f = 0; f < detail.features.size(); ++f) {
      const FeatureOutcome& outcome = detail.features[f];
      if (outcome.level <= 1) continue;
      const ValueStore& store = records_.store(f);
      const ValueId a = value(likely[i].a, f, outcome.slot_a);
      const ValueId b = value(likely[i].b, f, outcome.slot_b);
      if (a == b) continue;
      const Agreement agreement =
          compare_values(records_.layout().features[f].comparison, store, a, store, b);
      if (agreement.level != outcome.level) continue;  // settled by something else
      left_[f][outcome.level] += agreement.rarity;
      whole[f][outcome.level] += std::max(store[a].rarity, store[b].rarity);
    }
  }
  for (std::size_t f = 0; f < features_; ++f) {
    for (std::size_t level = 0; level < left_[f].size(); ++level)
      left_[f][level] = whole[f][level] > 0 ? left_[f][level] / whole[f][level] : 1;
  }
}

std::uint8_t DrawnMatches::draw_level(std::size_t number, std::size_t feature,
                                      std::span<const double> chances, const Drawn& drawn) const {
  std::size_t never = 0;  // a level that is not drawn by itself
  if (feature == last_name_) {
    never = swapped_level(Comparison::last_name);
    const std::uint8_t first = drawn.outcomes[first_name_].level;
    if (first == swapped_level(Comparison::first_name)) return static_cast<std::uint8_t>(never);
  }
  double total = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) total += i + 1 == never ? 0 : chances[i];
  double chance = chance_of(number, feature) * total;
  std::size_t level = 0;
  for (std::size_t i = 0; i < chances.size() && chance >= 0; ++i) {
    if (i + 1 == never) continue;
    level = i + 1;
    chance -= chances[i];
  }
  return static_cast<std::uint8_t>(level);
}

Outcome DrawnMatches::outcome_at(std::size_t number, std::size_t feature,
                                 std::uint8_t level) const {
  return {level, 0, 0,
          scaled_weight(rarities_[number * features_ + feature], left_[feature][level])};
}

void DrawnMatches::draw(std::size_t number, const FeatureModels& features,
                        const std::vector<Change>& changes, Drawn& drawn) const {
  drawn.outcomes.assign(features_, Outcome{});
  drawn.change = 0;
  double chance = chance_of(number, features_);
  for (std::size_t k = 0; k < changes.size() && drawn.change == 0; ++k) {
    if (chance < changes[k].share) drawn.change = k + 1;
    chance -= changes[k].share;
  }
  std::vector<double> chances;
  for (std::size_t f = 0; f < features_; ++f) {
    if (!compared(number, f) || features[f].levels.empty()) continue;
    chances.clear();
    for (const LevelModel& level : features[f].levels) chances.push_back(m_of(level, drawn.change));
    drawn.outcomes[f] = outcome_at(number, f, draw_level(number, f, chances, drawn));
  }
}

void DrawnMatches::add_unseen(const MatchSide& side, const FeatureModels& features,
                              const std::vector<Change>& changes, const SurePairs& which,
                              double seen, double most, Counts& counts) const {
  Counts unseen(features_);
  std::vector<LevelCounts> sure_at(features_);
  double sure = 0;
  Drawn drawn;
  std::vector<std::uint8_t> levels(features_);
  for (std::size_t i = 0; i < count_; ++i) {
    draw(i, features, changes, drawn);
    for (std::size_t f = 0; f < features_; ++f) levels[f] = drawn.outcomes[f].level;
    const WeightSum weight =
        log_sum(side.by_change(levels.data())) - scorer_.apart(drawn.outcomes) + which.prior;
    const bool is_sure = weight >= which.least;
    sure += is_sure ? 1 : 0;
    for (std::size_t f = 0; f < features_; ++f)
      ++(is_sure ? sure_at[f] : unseen[f][drawn.change])[levels[f]];
  }
  if (count_ == 0) return;
  const double each = seen / std::max(sure, static_cast<double>(count_) / (1 + most));
  for (std::size_t f = 0; f < features_; ++f) {
    for (std::size_t level = 1; level <= features[f].levels.size(); ++level) {
      const double expected = each * total_of(unseen[f], level);
      if (expected <= 0) continue;
      double share = 1;
      if (!features[f].levels[level - 1].term_frequency) {
        const double times = std::min(most, expected / std::max(1e-9, each * sure_at[f][level]));
        share = std::min(1.0, total_of(counts[f], level) * times / expected);
      }
      for (std::size_t k = 0; k < counts[f].size(); ++k)
        counts[f][k][level] += share * each * unseen[f][k][level];
    }
  }
}

std::vector<WeightSum> DrawnMatches::evidence(const FeatureModels& features,
                                              const std::vector<Change>& changes) const {
  std::vector<WeightSum> all;
  Drawn drawn;
  for (std::size_t i = 0; i < count_; ++i) {
    draw(i, features, changes, drawn);
    all.push_back(scorer_.evidence(drawn.outcomes));
  }
  return all;
}

std::vector<WeightSum> DrawnMatches::related_evidence(const FeatureModels& features,
                                                      std::size_t relation) const {
  std::vector<std::vector<double>> chances(features_);
  for (std::size_t f = 0; f < features_; ++f) {
    for (const LevelModel& level : features[f].levels)
      chances[f].push_back(level.related[relation] > 0 ? level.related[relation] : level.u);
  }
  std::vector<WeightSum> all;
  Drawn drawn;
  for (std::size_t i = 0; i < count_; ++i) {
    drawn.outcomes.assign(features_, Outcome{});
    for (std::size_t f = 0; f < features_; ++f) {
      if (!compared(i, f) || chances[f].empty()) continue;
      drawn.outcomes[f] = outcome_at(i, f, draw_level(i, f, chances[f], drawn));
    }
    all.push_back(scorer_.evidence(drawn.outcomes));
  }
  return all;
}

}  // namespace galena::match
