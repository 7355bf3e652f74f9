// How a cluster came about and what holds it together.
#pragma once

#include "match/match_state.hpp"

namespace galena::match {

/// Of the cluster that a row of the left table is in. O(rows + members²), at most 200 members.
ClusterExplanation explain_cluster_of(const detail::MatchState& state, std::size_t row);

}  // namespace galena::match
