// Pair completeness: which of known matches blocking brought up, and by which keys.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "galena/match/completeness.hpp"
#include "match/blocking_key.hpp"
#include "match/match_state.hpp"

namespace galena::match {

using RecordPair = std::pair<std::uint32_t, std::uint32_t>;

/// For each recipe, by pair, whether a block of its brought the pair up. Blocks of keys that pairs
/// share are formed again and cut as blocking cut them. O((records + pairs) * recipes).
std::vector<std::vector<bool>> brought_up_by(const EncodedRecords& records,
                                             const BlockingBasis& basis,
                                             const std::vector<RecordPair>& pairs);

/// As Deduplication::completeness(). Of links the left id is the left table's.
Result<Completeness> completeness_of(const detail::MatchState& state, const Table& matches);

}  // namespace galena::match
