#include "match/expectation.hpp"

#include <algorithm>

#include "match/compare_each.hpp"
#include "match/hash.hpp"
#include "match/soft_minimum.hpp"
#include "match/threads.hpp"

namespace galena::match {

double m_of(const LevelModel& level, std::size_t change) {
  return change > 0 && level.changed[change - 1] != 0 ? level.changed[change - 1] : level.m;
}

WeightSum ChangeSums::together() const {
  WeightSum sum = sums_[0];
  for (std::size_t k = 1; k < size_; ++k) sum = soft_maximum(sum, sums_[k]);
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

ChangeSums MatchSide::by_change(const std::uint8_t* levels) const {
  ChangeSums sums(shares_);
  for (std::size_t f = 0; f < log_m_.size(); ++f) {
    if (levels[f] == 0) continue;
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += part_of(f, levels[f], k);
  }
  return sums;
}

namespace {

/// Adds what count(pattern, counts) counts of each pattern, and what it returns.
template <class Count>
double count_patterns(const PatternCounts& patterns, unsigned threads, Counts& counts,
                      Count count) {
  constexpr std::size_t kChunk = 1024;
  const std::vector<PatternCounts::Pattern>& all = patterns.patterns();
  std::vector<std::pair<double, Counts>> parts((all.size() + kChunk - 1) / kChunk,
                                               {0, Counts(counts.size())});
  parallel_for(parts.size(), threads, [&](std::size_t chunk) {
    auto& [sum, own] = parts[chunk];
    const std::size_t end = std::min(all.size(), (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) sum += count(all[i], own);
  });
  double total = 0;
  for (const auto& [sum, own] : parts) {
    total += sum;
    for (std::size_t f = 0; f < counts.size(); ++f) {
      for (std::size_t k = 0; k < own[f].size(); ++k) add(own[f][k], counts[f][k]);
    }
  }
  return total;
}

}  // namespace

double count_sure(const MatchSide& side, const PatternCounts& patterns, const SurePairs& which,
                  unsigned threads, Counts& counts) {
  return count_patterns(patterns, threads, counts, [&](const auto& pattern, Counts& own) {
    const std::uint8_t* const levels = patterns.levels(pattern);
    const ChangeSums same = side.by_change(levels);
    const WeightSum all = same.together();
    const WeightSum weight = all - pattern.apart + which.prior;
    if (weight < which.least) return 0.0;
    const double share = pattern.count * probability_of(weight);
    for (std::size_t k = 0; k < same.size(); ++k) {
      const double of_change = share * exp2_of_weight(same[k] - all);
      for (std::size_t f = 0; f < side.features(); ++f) {
        if (levels[f] != 0) own[f][k][levels[f]] += of_change;
      }
    }
    return share;
  });
}

void count_sure_by_others(const MatchSide& side, const PatternCounts& patterns,
                          const SurePairs& which, unsigned threads, Counts& counts) {
  count_patterns(patterns, threads, counts, [&](const auto& pattern, Counts& own) {
    const std::uint8_t* const levels = patterns.levels(pattern);
    const WeightSum* const apart = patterns.apart_without(pattern);
    const ChangeSums same = side.by_change(levels);
    const WeightSum weight = same.together() - pattern.apart + which.prior;
    double share = 0;
    for (std::size_t f = 0; f < side.features(); ++f) {
      if (levels[f] == 0) continue;
      ChangeSums others = same;
      for (std::size_t k = 0; k < same.size(); ++k) others[k] -= side.part_of(f, levels[f], k);
      const WeightSum all = others.together();
      if (all - apart[f] + which.prior < which.least) continue;
      if (share == 0) share = pattern.count * probability_of(weight);
      for (std::size_t k = 0; k < same.size(); ++k)
        own[f][k][levels[f]] += share * exp2_of_weight(others[k] - all);
    }
    return share;
  });
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
  constexpr std::size_t kChunk = 4096;
  constexpr WeightSum kStep = kOneBit / 4;  // finer would tell no more apart
  const auto make = [&] { return Workspace(features_, AgreementMemo::kSome); };
  const std::size_t chunks = (pairs.size() + kChunk - 1) / kChunk;
  parallel_for_with(chunks, threads, make, [&](std::size_t chunk, Workspace& space) {
    const std::size_t end = std::min(pairs.size(), (chunk + 1) * kChunk);
    const auto pair_of = [&](std::size_t i) { return std::pair(pairs[i].a, pairs[i].b); };
    PairDetail detail;
    const auto take = [&](std::size_t i, std::span<const Outcome> outcomes) {
      scorer.explain(outcomes, detail);
      std::uint64_t hash = 0;
      for (std::size_t f = 0; f < features_; ++f) {
        levels_[i * features_ + f] = outcomes[f].level;
        apart_without_[i * features_ + f] = detail.apart_without[f];
        hash = hash_pair(hash, outcomes[f].level);
      }
      entries[i] = {hash, detail.apart / kStep * kStep, static_cast<std::uint32_t>(i)};
    };
    compare_each(scorer, chunk * kChunk, end, space, pair_of, take);
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
