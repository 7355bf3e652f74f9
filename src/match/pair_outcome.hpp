// What became of a pair: joined, or why not.
#pragma once

#include "match/match_state.hpp"

namespace galena::match {

/// Of two records of one table; `compared`: blocking brought the pair up. O(rows) at most.
PairOutcome cluster_outcome(const detail::MatchState& state, std::uint32_t a, std::uint32_t b,
                            WeightSum weight, bool compared);

/// Of a left and a right record. O(links).
PairOutcome link_outcome(const detail::MatchState& state, std::uint32_t a, std::uint32_t b,
                         WeightSum weight, bool compared);

/// The members of the cluster that a record is in, sorted.
std::vector<std::uint32_t> cluster_members(const detail::MatchState& state, std::uint32_t record);

}  // namespace galena::match
