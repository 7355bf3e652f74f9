// Pairs of records that somebody judged, read from a table of ids.
#pragma once

#include <vector>

#include "match/match_state.hpp"
#include "match/train.hpp"

namespace galena::match {

/// The pairs of a table with columns left and right (ids), sorted, a before b, without those of a
/// record and itself; `judged`: with what its column is_match says (true or false; text "true",
/// "false", "1", "0"), else false. Of links the left id is the left table's. NOT_FOUND
/// "unknown_column", "unknown_id" (the first ten); INVALID_ARGUMENT "wrong_type". O(rows log rows).
Result<std::vector<JudgedPair>> read_judged_pairs(const detail::MatchState& state,
                                                  const Table& table, bool judged);

}  // namespace galena::match
