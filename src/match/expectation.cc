#include "match/expectation.hpp"

#include <algorithm>

#include "match/hash.hpp"
#include "match/soft_minimum.hpp"
#include "match/threads.hpp"

namespace galena::match {

double m_of(const LevelModel& level, std::size_t change) {
  return change > 0 && level.changed[change - 1] != 0 ? level.changed[change - 1] : level.m;
}

WeightSum log_sum(const std::vector<WeightSum>& terms) {
  WeightSum sum = terms.front();
  for (std::size_t k = 1; k < terms.size(); ++k) sum = soft_maximum(sum, terms[k]);
  return sum;
}

MatchSide::MatchSide(const std::vector<Change>& changes, const FeatureModels& features,
                     const EncodedRecords& records)
    : log_m_(features.size()) {
  double unchanged = 1;
  for (const Change& change : changes) unchanged -= change.share;
  shares_.push_back(log2_weight(std::max(0.01, unchanged)));
  for (const Change& change : changes) shares_.push_back(log2_weight(change.share));
  for (std::size_t f = 0; f < features.size(); ++f) {
    const FieldModel& field = features[f];
    auto& own = log_m_[f];
    for (std::size_t level = 0; level < field.levels.size(); ++level) {
      for (std::size_t k = 0; k < shares_.size(); ++k)
        own[k][level + 1] =
            scaled_weight(log2_weight(m_of(field.levels[level], k)), records.store(f).worth());
    }
  }
}

std::vector<WeightSum> MatchSide::by_change(const std::uint8_t* levels) const {
  std::vector<WeightSum> sums = shares_;
  for (std::size_t f = 0; f < log_m_.size(); ++f) {
    if (levels[f] == 0) continue;
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += part_of(f, levels[f], k);
  }
  return sums;
}

double count_sure(const MatchSide& side, const PatternCounts& patterns, const SurePairs& which,
                  Counts& counts) {
  double matches = 0;
  for (const PatternCounts::Pattern& pattern : patterns.patterns()) {
    const std::uint8_t* const levels = patterns.levels(pattern);
    const std::vector<WeightSum> same = side.by_change(levels);
    const WeightSum all = log_sum(same);
    const WeightSum weight = all - pattern.apart + which.prior;
    if (weight < which.least) continue;
    const double share = pattern.count * probability_of(weight);
    matches += share;
    for (std::size_t k = 0; k < same.size(); ++k) {
      const double of_change = share * exp2_of_weight(same[k] - all);
      for (std::size_t f = 0; f < side.features(); ++f) {
        if (levels[f] != 0) counts[f][k][levels[f]] += of_change;
      }
    }
  }
  return matches;
}

void count_sure_by_others(const MatchSide& side, const PatternCounts& patterns,
                          const SurePairs& which, Counts& counts) {
  std::vector<WeightSum> others;
  for (const PatternCounts::Pattern& pattern : patterns.patterns()) {
    const std::uint8_t* const levels = patterns.levels(pattern);
    const WeightSum* const apart = patterns.apart_without(pattern);
    const std::vector<WeightSum> same = side.by_change(levels);
    const WeightSum weight = log_sum(same) - pattern.apart + which.prior;
    double share = 0;
    for (std::size_t f = 0; f < side.features(); ++f) {
      if (levels[f] == 0) continue;
      others = same;
      for (std::size_t k = 0; k < same.size(); ++k) others[k] -= side.part_of(f, levels[f], k);
      const WeightSum all = log_sum(others);
      if (all - apart[f] + which.prior < which.least) continue;
      if (share == 0) share = pattern.count * probability_of(weight);
      for (std::size_t k = 0; k < same.size(); ++k)
        counts[f][k][levels[f]] += share * exp2_of_weight(others[k] - all);
    }
  }
}

PatternCounts::PatternCounts(const EncodedRecords& records, const Scorer& scorer,
                             const std::vector<ScoredPair>& pairs, unsigned threads)
    : features_(records.layout().features.size()),
      levels_(pairs.size() * features_),
      apart_without_(pairs.size() * features_) {
  struct Entry {
    std::uint64_t hash;
    WeightSum apart;
    std::uint32_t pair;
  };
  std::vector<Entry> entries(pairs.size());
  constexpr std::size_t kChunk = 8192;
  constexpr WeightSum kStep = kOneBit / 4;  // finer would tell no more apart
  parallel_for((pairs.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    PairDetail detail;
    const std::size_t end = std::min(pairs.size(), (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      scorer.explain(records, records[pairs[i].a], records[pairs[i].b], detail);
      std::uint64_t hash = 0;
      for (std::size_t f = 0; f < features_; ++f) {
        levels_[i * features_ + f] = detail.features[f].level;
        apart_without_[i * features_ + f] = detail.apart_without[f];
        hash = hash_pair(hash, detail.features[f].level);
      }
      entries[i] = {hash, detail.apart / kStep * kStep, static_cast<std::uint32_t>(i)};
    }
  });
  parallel_sort(entries, threads, [](const Entry& x, const Entry& y) {
    if (x.hash != y.hash) return x.hash < y.hash;
    return x.apart != y.apart ? x.apart < y.apart : x.pair < y.pair;
  });
  for (const Entry& entry : entries) {
    const bool same =
        !patterns_.empty() && patterns_.back().apart == entry.apart &&
        std::equal(&levels_[entry.pair * features_], &levels_[entry.pair * features_] + features_,
                   levels(patterns_.back()));
    if (same) {
      ++patterns_.back().count;
    } else {
      patterns_.push_back({entry.pair, 1, entry.apart});
    }
  }
}

}  // namespace galena::match
