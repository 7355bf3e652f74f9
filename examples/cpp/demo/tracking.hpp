// Tracking: each lead brought along the status path to where its own list says it stands.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/lifecycle/bound_process.hpp"
#include "galena/record/table.hpp"

namespace demo {

/// What a word of a foreign list means on our path.
struct StatusMeaning {
  std::string status;
  std::string reason;  ///< for the last step, where one is needed
};
using StatusWords = std::map<std::string, StatusMeaning>;  ///< by folded word

/// Reads columns word, status, reason of a CSV file.
galena::Result<StatusWords> read_status_words(const std::string& path);

struct Tracking {
  std::map<std::string, std::uint64_t> leads_by_status;  ///< where they stand now
  std::map<std::string, std::uint64_t> unknown_words;    ///< left in the first status
  std::uint64_t steps = 0;
  std::uint64_t refused = 0;
  std::string refused_example;  ///< of the first refused step, in plain words
  std::vector<std::string> decisions;  ///< "step <row> <digest>", a line each
};

/// `leads` has the columns of the schema that `process` is bound to.
Tracking track(const galena::lifecycle::BoundProcess& process, const StatusWords& words,
               const galena::Table& leads, galena::Instant now);

}  // namespace demo
