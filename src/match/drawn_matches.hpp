// Matches drawn from the model: what they are like that are not seen.
//
// Pairs teach that are sure, and pairs are counted that have a chance. Both agree more than matches
// do. Where a record says little most of its matches are neither: how many, and how these agree,
// the model itself expects (expectation and maximisation where data are missing by what they are:
// Dempster, Laird, Rubin 1977, section 4.2).
#pragma once

#include <array>
#include <span>
#include <vector>

#include "match/expectation.hpp"

namespace galena::match {

/// Pairs of records of one entity as the model makes them: each has the values of a record of the
/// list, in features that are filled in it and in another one drawn with it.
class DrawnMatches {
 public:
  /// `likely`: pairs that tell how much of a value's rarity is left at each level. They and the
  /// records must be in an order that does not depend on the order of rows. All that is asked of it
  /// is done on `threads` threads and is the same for any number of them. O(pairs, up to some
  /// thousands).
  DrawnMatches(const EncodedRecords& records, const Scorer& scorer,
               const std::vector<ScoredPair>& likely, unsigned threads);

  /// Adds to the counts over `seen` sure matches those that are expected beside them, at most
  /// `most` times as many. Levels that are weighed by frequency are added as the model has them,
  /// because none of their matches may be sure; others, which mostly speak against a match, at most
  /// in proportion to the sure matches that have them: how often values of one entity differ, a
  /// model knows little of.
  void add_unseen(const MatchSide& side, const FeatureModels& features,
                  const std::vector<Change>& changes, const SurePairs& which, double seen,
                  double most, Counts& counts) const;

  /// The evidence of each by the scorer, whose model has these features and changes.
  [[nodiscard]] std::vector<WeightSum> evidence(const FeatureModels& features,
                                                const std::vector<Change>& changes) const;
  /// The same of as many pairs of two entities that are so related, by the model's relations.
  [[nodiscard]] std::vector<WeightSum> related_evidence(const FeatureModels& features,
                                                        std::size_t relation) const;

 private:
  struct Drawn {
    std::vector<Outcome> outcomes;  // by feature
    std::size_t change = 0;
  };
  /// How often the levels of drawn matches are reached, whole numbers.
  struct Reached {
    Counts unseen;                     ///< of matches that are not sure, by feature and change
    std::vector<LevelCounts> sure_at;  ///< of the sure ones, by feature
    double sure = 0;
  };
  void draw_values();
  void measure_left(const std::vector<ScoredPair>& likely);
  void draw(std::size_t number, const FeatureModels& features, const std::vector<Change>& changes,
            Drawn& drawn) const;
  /// `chances`: of each level of the feature, in their order.
  [[nodiscard]] std::uint8_t draw_level(std::size_t number, std::size_t feature,
                                        std::span<const double> chances, const Drawn& drawn) const;
  /// The rarity that a drawn pair's feature has at a level.
  [[nodiscard]] Outcome outcome_at(std::size_t number, std::size_t feature,
                                   std::uint8_t level) const;
  [[nodiscard]] bool compared(std::size_t number, std::size_t feature) const {
    return rarities_[number * features_ + feature] >= 0;
  }
  [[nodiscard]] Reached reach(const MatchSide& side, const FeatureModels& features,
                              const std::vector<Change>& changes, const SurePairs& which) const;
  /// evidence_of(number, drawn) of each.
  template <class EvidenceOf>
  [[nodiscard]] std::vector<WeightSum> evidence_of_each(EvidenceOf evidence_of) const;
  [[nodiscard]] ValueId value(std::size_t record, std::size_t feature, std::uint8_t slot) const;

  const EncodedRecords& records_;
  const Scorer& scorer_;
  unsigned threads_;
  std::size_t features_;
  std::size_t first_name_ = 0;  ///< past all features where names are not in parts
  std::size_t last_name_ = 0;
  std::size_t count_ = 0;
  std::vector<Weight> rarities_;             ///< by match and feature; below 0: not compared
  std::vector<std::array<double, 8>> left_;  ///< by feature and level: share of a value's rarity
};

}  // namespace galena::match
