// What a search did not compare although somebody might think so: a result without duplicates is to
// say whether nothing was found or nothing was looked at.
#pragma once

#include "match/match_state.hpp"

namespace galena::match {

/// A warning for each column that has values of which none can be read as its kind. After encoding.
/// O(features), and the blank values in front of the first other one of such a column.
void warn_of_unread_columns(detail::MatchState& state);

/// A warning when there are records to compare, but no feature brings two together.
/// After the search. O(features).
void warn_of_no_comparison(detail::MatchState& state);

}  // namespace galena::match
