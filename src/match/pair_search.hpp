// PairSearch: from encoded records to scored pairs: block, compare, find the prior.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "match/candidates.hpp"
#include "match/scorer.hpp"
#include "match/training_constants.hpp"

namespace galena::match {

/// A pair with its evidence (without the prior); a < b.
struct ScoredPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Weight evidence = 0;
};

/// Orders: by a, then b; the strongest first, those of one strength by a, then b.
inline bool by_records(const ScoredPair& x, const ScoredPair& y) {
  return x.a != y.a ? x.a < y.a : x.b < y.b;
}
inline bool by_strength(const ScoredPair& x, const ScoredPair& y) {
  return x.evidence != y.evidence ? x.evidence > y.evidence : by_records(x, y);
}

/// Evidence as it is kept: held within what a pair needs.
inline Weight kept(WeightSum evidence) {
  constexpr WeightSum kMost = 1000 * WeightSum{kOneBit};
  return static_cast<Weight>(std::clamp(evidence, -kMost, kMost));
}

struct PairSearch {
  std::vector<ScoredPair> pairs;  ///< by a, then b; pairs that cannot matter are left out
  Weight kept_from = 0;           ///< those of less evidence were
  std::uint64_t compared = 0;     ///< calls of the comparison
  std::vector<BlockingReport> blocking;
  BlockingBasis basis;               ///< what blocking went by
  double duplicates_per_record = 0;  ///< the prior that fits the data
  bool cancelled = false;
  std::size_t memory_needed = 0;  ///< bytes at least, with the records
};

/// False cancels.
using Continue = std::function<bool(double fraction)>;

struct SearchOptions {
  std::size_t split = 0;  ///< see Blocking
  /// The recipes to go by, each in full; null: those for the layout, which may end with a sample.
  const std::vector<Recipe>* given = nullptr;
  double start = 0;              ///< the model's duplicates per record, the prior's starting point
  WeightSum threshold = 0;       ///< the weight from which pairs will be reported
  std::size_t memory_limit = 0;  ///< bytes, with the records; 0: none
  unsigned threads = 1;
  TrainingConstants constants{};
};

/// Finds nothing where memory_needed is above the limit. What is found does not depend on the
/// limit.
PairSearch search_pairs(const EncodedRecords& records, const Scorer& scorer,
                        const SearchOptions& options, const Continue& proceed);

/// Scores the kept pairs again, after frequencies changed, and fits the prior again. `drawn`: as
/// fit_prior().
void rescore_pairs(PairSearch& search, const EncodedRecords& records, const Scorer& scorer,
                   double start, const std::vector<WeightSum>& drawn, unsigned threads,
                   const TrainingConstants& constants);

/// Evidence of one pair as it is kept.
Weight kept_evidence(const Scorer& scorer, RecordValues a, RecordValues b);

}  // namespace galena::match
