// Scorer: the one comparison of two records. De-duplication, linking, the live index and explanations
// all come here.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "galena/match/model.hpp"
#include "match/records.hpp"

namespace galena::match {

inline constexpr std::size_t kMostRelations = 4;

/// How one feature of a pair turned out.
struct FeatureOutcome {
  std::uint8_t level = 0;         ///< 0: blank on a side, not compared; else 1 + place in level_names
  std::uint8_t slot_a = 0;        ///< the values that were compared
  std::uint8_t slot_b = 0;
  Weight base = 0;                ///< log2(m / u)
  Weight frequency = 0;           ///< what term frequency adds to it
  Weight repeat = 0;              ///< what the group takes off or gives back
};

/// A pair's evidence in full, for explanations.
struct PairDetail {
  std::vector<FeatureOutcome> features;        ///< as the layout's
  std::array<WeightSum, kMostRelations + 1> sums{};  ///< of unrelated, then of each relation with its prior
  WeightSum evidence = 0;                      ///< the soft minimum of the sums
};

class Scorer {
 public:
  /// `population`: the number of records that a pair's partner is drawn from (at least 2).
  Scorer(const Model& model, const EncodedRecords& records, double population);

  /// The weight of all evidence for two records, without the prior. Blank never equals blank.
  [[nodiscard]] WeightSum evidence(RecordValues a, RecordValues b) const;
  /// The same with everything it is made of.
  [[nodiscard]] WeightSum explain(RecordValues a, RecordValues b, PairDetail& detail) const;

  /// log2 odds that two records drawn at random are of one entity, when each record has
  /// `duplicates_per_record` others of its entity.
  [[nodiscard]] WeightSum prior(double duplicates_per_record) const;

  [[nodiscard]] const EncodedRecords& records() const { return records_; }

 private:
  struct LevelWeights {
    std::array<Weight, kMostRelations + 1> weight{};  ///< log2(m / u), log2(m / related)
    Weight m = 0;                                     ///< log2(m)
    bool term_frequency = false;
    std::array<bool, kMostRelations + 1> as_unrelated{};
  };
  struct FeatureWeights {
    Comparison comparison;
    std::uint32_t first_slot;
    std::uint32_t slot_count;
    int group;  ///< -1: none
    std::array<LevelWeights, 8> levels;
  };
  struct Outcome {
    std::uint8_t level = 0;
    std::uint8_t slot_a = 0;
    std::uint8_t slot_b = 0;
    Weight rarity = 0;
  };
  using Outcomes = std::array<Outcome, 64>;

  void compare(RecordValues a, RecordValues b, Outcomes& outcomes) const;
  [[nodiscard]] Outcome compare_feature(std::size_t feature, RecordValues a, RecordValues b) const;
  void settle_names(RecordValues a, RecordValues b, Outcomes& outcomes) const;
  [[nodiscard]] bool names_swapped(RecordValues a, RecordValues b) const;
  [[nodiscard]] Weight weight_of(std::size_t feature, const Outcome& outcome, std::size_t relation) const;
  [[nodiscard]] WeightSum sum(const Outcomes& outcomes, std::size_t relation, PairDetail* detail) const;
  [[nodiscard]] WeightSum evidence_of(RecordValues a, RecordValues b, PairDetail* detail) const;

  const EncodedRecords& records_;
  std::vector<FeatureWeights> features_;
  std::vector<Weight> group_repeat_;  ///< factor of repeats, in 2^-20
  std::array<WeightSum, kMostRelations + 1> offsets_{};
  std::size_t relations_ = 0;
  double population_;
  int full_name_ = -1;
  int first_name_ = -1;
  int last_name_ = -1;
};

}  // namespace galena::match
