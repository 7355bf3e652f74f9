// The expectation step of training: how often each level is reached among pairs that are matches.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "match/train.hpp"

namespace galena::match {

/// How often each level was reached, by feature and change; level 0: blank.
using LevelCounts = std::array<double, 8>;
using ChangeCounts = std::array<LevelCounts, kMostChanges + 1>;
using Counts = std::vector<ChangeCounts>;

inline void add(const LevelCounts& more, LevelCounts& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += more[i];
}

/// A sum for each change; 0: none.
class ChangeSums {
 public:
  explicit ChangeSums(std::span<const WeightSum> sums) : size_(sums.size()) {
    std::copy(sums.begin(), sums.end(), sums_.begin());
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  WeightSum& operator[](std::size_t change) { return sums_[change]; }
  WeightSum operator[](std::size_t change) const { return sums_[change]; }

  /// log2 of a sum of powers of two.
  [[nodiscard]] WeightSum together() const;

 private:
  std::array<WeightSum, kMostChanges + 1> sums_{};
  std::size_t size_;
};

/// What the levels of pairs are worth between records of one entity.
class MatchSide {
 public:
  MatchSide(const std::vector<Change>& changes, const FeatureModels& features,
            const EncodedRecords& records);

  /// log2 of each change's share times the chance of these levels.
  [[nodiscard]] ChangeSums by_change(const std::uint8_t* levels) const;
  /// The part of one feature in it.
  [[nodiscard]] WeightSum part_of(std::size_t feature, std::uint8_t level,
                                  std::size_t change) const {
    return log_m_[feature][change][level];
  }
  [[nodiscard]] std::size_t features() const { return log_m_.size(); }

 private:
  std::vector<WeightSum> shares_;
  std::vector<std::array<std::array<WeightSum, 8>, kMostChanges + 1>> log_m_;
};

/// How often records of one entity reach a level after a change; 0: without one.
[[nodiscard]] double m_of(const LevelModel& level, std::size_t change);

/// Which pairs teach, by log2 of their odds.
struct SurePairs {
  WeightSum prior = 0;  ///< added to every weight
  WeightSum least = 0;  ///< of a pair that counts
};

/// Counts over the pairs that are sure, and how many they are. The same for any number of threads.
double count_sure(const MatchSide& side, const PatternCounts& patterns, const SurePairs& which,
                  unsigned threads, Counts& counts);

/// Counts for each feature over the pairs that the others make sure; as above.
void count_sure_by_others(const MatchSide& side, const PatternCounts& patterns,
                          const SurePairs& which, unsigned threads, Counts& counts);

}  // namespace galena::match
