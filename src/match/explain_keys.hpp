// Which blocking keys two records have and share, and what became of the blocks they share.
#pragma once

#include <cstdint>
#include <vector>

#include "galena/match/explanation.hpp"
#include "match/blocking_key.hpp"

namespace galena::match {

/// The keys that record a or b has, in the order of the recipes: one entry for each shared key, one
/// for each recipe of which nothing is shared. `follow`: blocks of shared keys are formed again and
/// cut as blocking cut them, O(records) for each shared key; else O(recipes). `a` and `b` are of
/// the two tables where there are two.
std::vector<KeyEvidence> explain_keys(const EncodedRecords& records, const BlockingBasis& basis,
                                      std::uint32_t a, std::uint32_t b, bool follow);

}  // namespace galena::match
