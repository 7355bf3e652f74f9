#include "match/drawn_matches.hpp"

#include <algorithm>

#include "match/drawn_pairs.hpp"
#include "match/hash.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kDrawn = 3000;
constexpr std::size_t kMeasured = 4000;  // pairs, about
constexpr std::size_t kChunk = 250;      // matches, or pairs, that a thread takes at a time

std::size_t chunks_of(std::size_t count) { return (count + kChunk - 1) / kChunk; }

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
                           const std::vector<ScoredPair>& likely, unsigned threads)
    : records_(records),
      scorer_(scorer),
      threads_(threads),
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
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  each_drawn_pair(records_.size(), kDrawn, 6,
                  [&](std::size_t a, std::size_t b) { pairs.emplace_back(a, b); });
  count_ = pairs.size();
  rarities_.assign(count_ * features_, -1);
  parallel_for(chunks_of(count_), threads_, [&](std::size_t chunk) {
    std::vector<Outcome> space_a;
    std::vector<Outcome> space_b;
    const std::size_t end = std::min(count_, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      const auto [a, b] = pairs[i];
      // A record against itself says which of its features are compared at all.
      const auto a_itself = scorer_.outcomes(records_[a], records_[a], space_a);
      const auto b_itself = scorer_.outcomes(records_[b], records_[b], space_b);
      for (std::size_t f = 0; f < std::min(features_, a_itself.size()); ++f) {
        if (a_itself[f].level == 0 || b_itself[f].level == 0) continue;
        const ValueId id = value(a, f, a_itself[f].slot_a);
        rarities_[i * features_ + f] = records_.store(f)[id].rarity;
      }
    }
  });
}

void DrawnMatches::measure_left(const std::vector<ScoredPair>& likely) {
  using Sums = std::vector<std::array<double, 8>>;  // of whole numbers, by feature and level
  const std::size_t step = likely.size() / kMeasured + 1;
  const std::size_t count = (likely.size() + step - 1) / step;
  std::vector<std::pair<Sums, Sums>> parts(chunks_of(count), {Sums(features_), Sums(features_)});
  parallel_for(parts.size(), threads_, [&](std::size_t chunk) {
    auto& [left, whole] = parts[chunk];
    std::vector<Outcome> space;
    const std::size_t end = std::min(count, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      const ScoredPair& pair = likely[i * step];
      const auto outcomes = scorer_.outcomes(records_[pair.a], records_[pair.b], space);
      for (std::size_t f = 0; f < outcomes.size(); ++f) {
        const Outcome& outcome = outcomes[f];
        if (outcome.level <= 1) continue;
        const ValueStore& store = records_.store(f);
        const ValueId a = value(pair.a, f, outcome.slot_a);
        const ValueId b = value(pair.b, f, outcome.slot_b);
        if (a == b) continue;
        const Agreement agreement =
            compare_values(records_.layout().features[f].comparison, store, a, store, b);
        if (agreement.level != outcome.level) continue;  // settled by something else
        left[f][outcome.level] += agreement.rarity;
        whole[f][outcome.level] += std::max(store[a].rarity, store[b].rarity);
      }
    }
  });
  left_.resize(features_);
  for (std::size_t f = 0; f < features_; ++f) {
    for (std::size_t level = 0; level < left_[f].size(); ++level) {
      double left = 0;
      double whole = 0;
      for (const auto& [left_part, whole_part] : parts) {
        left += left_part[f][level];
        whole += whole_part[f][level];
      }
      left_[f][level] = whole > 0 ? left / whole : 1;
    }
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

DrawnMatches::Reached DrawnMatches::reach(const MatchSide& side, const FeatureModels& features,
                                          const std::vector<Change>& changes,
                                          const SurePairs& which) const {
  const Reached nothing{Counts(features_), std::vector<LevelCounts>(features_), 0};
  std::vector<Reached> parts(chunks_of(count_), nothing);
  parallel_for(parts.size(), threads_, [&](std::size_t chunk) {
    Reached& part = parts[chunk];
    Drawn drawn;
    std::vector<std::uint8_t> levels(features_);
    const std::size_t end = std::min(count_, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      draw(i, features, changes, drawn);
      for (std::size_t f = 0; f < features_; ++f) levels[f] = drawn.outcomes[f].level;
      const WeightSum weight =
          side.by_change(levels.data()).together() - scorer_.apart(drawn.outcomes) + which.prior;
      const bool is_sure = weight >= which.least;
      part.sure += is_sure ? 1 : 0;
      for (std::size_t f = 0; f < features_; ++f)
        ++(is_sure ? part.sure_at[f] : part.unseen[f][drawn.change])[levels[f]];
    }
  });
  Reached all = nothing;
  for (const Reached& part : parts) {
    all.sure += part.sure;
    for (std::size_t f = 0; f < features_; ++f) {
      add(part.sure_at[f], all.sure_at[f]);
      for (std::size_t k = 0; k < part.unseen[f].size(); ++k)
        add(part.unseen[f][k], all.unseen[f][k]);
    }
  }
  return all;
}

void DrawnMatches::add_unseen(const MatchSide& side, const FeatureModels& features,
                              const std::vector<Change>& changes, const SurePairs& which,
                              double seen, double most, Counts& counts) const {
  const auto [unseen, sure_at, sure] = reach(side, features, changes, which);
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

template <class EvidenceOf>
std::vector<WeightSum> DrawnMatches::evidence_of_each(EvidenceOf evidence_of) const {
  std::vector<WeightSum> all(count_);
  parallel_for(chunks_of(count_), threads_, [&](std::size_t chunk) {
    Drawn drawn;
    const std::size_t end = std::min(count_, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) all[i] = evidence_of(i, drawn);
  });
  return all;
}

std::vector<WeightSum> DrawnMatches::evidence(const FeatureModels& features,
                                              const std::vector<Change>& changes) const {
  return evidence_of_each([&](std::size_t number, Drawn& drawn) {
    draw(number, features, changes, drawn);
    return scorer_.evidence(drawn.outcomes);
  });
}

std::vector<WeightSum> DrawnMatches::related_evidence(const FeatureModels& features,
                                                      std::size_t relation) const {
  std::vector<std::vector<double>> chances(features_);
  for (std::size_t f = 0; f < features_; ++f) {
    for (const LevelModel& level : features[f].levels)
      chances[f].push_back(level.related[relation] > 0 ? level.related[relation] : level.u);
  }
  return evidence_of_each([&](std::size_t number, Drawn& drawn) {
    drawn.outcomes.assign(features_, Outcome{});
    for (std::size_t f = 0; f < features_; ++f) {
      if (!compared(number, f) || chances[f].empty()) continue;
      drawn.outcomes[f] = outcome_at(number, f, draw_level(number, f, chances[f], drawn));
    }
    return scorer_.evidence(drawn.outcomes);
  });
}

}  // namespace galena::match
