// Completeness: which share of known matches blocking brings up ("pair completeness").
//
//   Result<Completeness> blocking = found->completeness(truth);   // a table left, right of ids
//   blocking->share();                                            // 0.97
//
// A match that no key brings up is never compared, so the share is the most that recall can reach.
// What became of the pairs that were compared is no part of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::match {

/// How one kind of blocking key did on known matches.
struct KeyCompleteness {
  std::string key;          ///< "family name and city", as in Report::blocking
  std::uint64_t found = 0;  ///< matches that it brings up, whether or not others do too
  std::uint64_t alone = 0;  ///< of them, those that no other key brings up
};

/// Which of the known matches were compared because they share a key.
struct Completeness {
  std::uint64_t pairs = 0;              ///< known matches, each counted once
  std::uint64_t brought_up = 0;         ///< of them, those that blocking brought up
  std::vector<KeyCompleteness> by_key;  ///< in the order in which keys are looked up

  /// brought_up / pairs, 0 to 1; 1 without pairs.
  [[nodiscard]] double share() const;
  /// {"pairs", "brought_up", "share", "by_key": [{"key", "found", "alone"}]}
  [[nodiscard]] std::string to_json() const;
  /// by_key as columns key, found, alone.
  [[nodiscard]] Table to_table() const;
};

}  // namespace galena::match
