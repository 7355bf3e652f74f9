// Training: the model's probabilities as the data have them.
//
// m, how records of one entity agree, by expectation and maximisation (Dempster, Laird, Rubin 1977;
// Winkler 1988) over counts of agreement patterns, so that a round costs the same whatever the
// number of pairs; or from pairs that somebody judged. Held near the model that is trained where
// the data say little (Dirichlet), so that training on a handful of pairs changes next to nothing.
// u, how unrelated records agree, is not trained: it comes from the frequencies of values, and
// where it does not (texts, numbers, dates) from pairs of records (Scorer::measure_chances).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "match/pair_search.hpp"
#include "match/training_constants.hpp"

namespace galena::match {

/// How pairs agree: their levels by feature and what that is worth between unrelated records, each
/// different combination once.
class PatternCounts {
 public:
  PatternCounts(const EncodedRecords& records, const Scorer& scorer,
                const std::vector<ScoredPair>& pairs, unsigned threads);

  struct Pattern {
    std::uint32_t pair = 0;  ///< one of the pairs
    std::uint32_t count = 0;
    WeightSum apart = 0;
  };
  [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_; }
  /// Level by feature; 0: blank.
  [[nodiscard]] const std::uint8_t* levels(const Pattern& pattern) const {
    return &levels_[pattern.pair * features_];
  }
  /// By feature, what the levels of all others are worth between unrelated records.
  [[nodiscard]] const WeightSum* apart_without(const Pattern& pattern) const {
    return &apart_without_[pattern.pair * features_];
  }

 private:
  std::size_t features_;
  std::vector<std::uint8_t> levels_;
  std::vector<WeightSum> apart_without_;
  std::vector<Pattern> patterns_;
};

/// What training gives: the model, where columns of one kind share their probabilities, and what
/// they are for each feature of the records that were trained on.
struct Trained {
  ModelData model;
  FeatureModels by_feature;
};

/// The model's part of each feature of the records; no levels: it has none.
FeatureModels feature_models(const Model& model, const EncodedRecords& records);

/// Pairs that have a chance; of very many an even sample, which tells as much.
std::vector<ScoredPair> likely_pairs(const std::vector<ScoredPair>& pairs, WeightSum prior);

/// The evidence that matches among these records are expected to have; nothing where conditions or
/// rules decide. `likely`: as likely_pairs().
std::vector<WeightSum> drawn_evidence(const Model& model, const EncodedRecords& records,
                                      const Scorer& scorer, const std::vector<ScoredPair>& likely,
                                      unsigned threads);

/// Without labels. `pairs`: candidates, of which those that have a chance are counted.
Trained train_on_pairs(const ModelData& start, const EncodedRecords& records, const Scorer& scorer,
                       const std::vector<ScoredPair>& pairs, double duplicates_per_record,
                       unsigned threads, TrainingReport& report,
                       const TrainingConstants& constants = {});

/// A pair that somebody judged.
struct JudgedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  bool match = false;
};

/// With labels: m from the judged matches.
Trained train_on_labels(const ModelData& start, const EncodedRecords& records, const Scorer& scorer,
                        const std::vector<JudgedPair>& pairs, unsigned threads,
                        TrainingReport& report);

/// Bits to add to every weight so that the probabilities of judged pairs are right on average
/// (logistic regression on the intercept alone, held near none). `weights` are of `pairs`.
double fit_calibration(const std::vector<JudgedPair>& pairs, const std::vector<WeightSum>& weights);

}  // namespace galena::match
