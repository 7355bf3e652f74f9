// Which blocking keys two records have and share, and what became of the blocks they share.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "galena/match/explanation.hpp"
#include "match/blocking_key.hpp"

namespace galena::match {

/// A key of one record, and what it is of.
struct OwnKey {
  std::uint64_t key;
  std::string text;
};

/// Puts what an entry's atoms are of together: "SM0|berlin".
std::string key_text(const Recipe& recipe, std::vector<std::string> parts);

/// Adds what the keys of two records by one recipe tell: one entry for each shared key, which
/// `follow` says more of, else one for all where either has a key.
using FollowKey = std::function<void(const OwnKey& key, KeyEvidence& out)>;
void tell_keys(const Recipe& recipe, const std::vector<OwnKey>& left,
               const std::vector<OwnKey>& right, const FollowKey& follow,
               std::vector<KeyEvidence>& told);

/// The keys that record a or b has, in the order of the recipes: one entry for each shared key, one
/// for each recipe of which nothing is shared. `follow`: blocks of shared keys are formed again and
/// cut as blocking cut them, O(records) for each shared key; else O(recipes). `a` and `b` are of
/// the two tables where there are two.
std::vector<KeyEvidence> explain_keys(const EncodedRecords& records, const BlockingBasis& basis,
                                      std::uint32_t a, std::uint32_t b, bool follow);

}  // namespace galena::match
