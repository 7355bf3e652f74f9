// The prior of a data set: how many duplicates a record has, from the pairs that were found.
#pragma once

#include <cstddef>
#include <vector>

#include "match/pair_search.hpp"
#include "match/training_constants.hpp"

namespace galena::match {

/// The duplicates per record at which the probabilities of the pairs add up to themselves, held
/// near `start`, the model's, when the data are few. Pairs that are unlikely are left out: they are
/// many and alike, and most were never brought up. Doubtful ones count by their probability,
/// because a record may say so little that most of its duplicates are likely and not sure. What of
/// the probability of `drawn`, the evidence that matches are expected to have, is left out so, the
/// duplicates counted stand for as well; none: nothing is.
/// `records`: all of a table; of two that are linked twice those of the left one, a link being a
/// duplicate of one record there. O(pairs).
[[nodiscard]] double fit_prior(const std::vector<ScoredPair>& pairs, const Scorer& scorer,
                               std::size_t records, double start,
                               const std::vector<WeightSum>& drawn,
                               const TrainingConstants& constants);

}  // namespace galena::match
