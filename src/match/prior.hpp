// The prior of a data set: how many duplicates a record has, from the pairs that were found.
#pragma once

#include <cstddef>
#include <vector>

#include "match/pair_search.hpp"

namespace galena::match {

/// Duplicates per record, the upper bound of the prior.
inline constexpr double kMostDuplicates = 4;

/// The duplicates per record at which the probabilities of the pairs add up to themselves, held
/// near `start`, the model's, when the data are few. By the sure pairs; where these leave out most
/// of those that are likely, by the likely ones. O(pairs).
[[nodiscard]] double fit_prior(const std::vector<ScoredPair>& pairs, const Scorer& scorer,
                               std::size_t records, double start);

}  // namespace galena::match
