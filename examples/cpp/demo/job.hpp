// The main job: a lead list from import to report.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "duplicates.hpp"
#include "galena/base/result.hpp"
#include "galena/match/deduplicate.hpp"
#include "input.hpp"
#include "options.hpp"
#include "tracking.hpp"

namespace demo {

struct Routing {
  std::map<std::string, std::uint64_t> leads_by_owner;
  std::map<std::string, std::uint64_t> leads_by_reason;
  std::string example;  ///< one decision explained
  std::vector<std::string> decisions;  ///< "assign <row> <digest>", a line each
};

/// Everything that the job found, for the report.
struct Job {
  List leads;
  List contacts;
  std::optional<galena::match::Deduplication> duplicates;
  std::optional<galena::match::Linkage> links;
  Routing routing;
  Tracking tracking;
  std::vector<std::pair<std::string, double>> seconds;  ///< by phase, in order
};

galena::Result<Job> run(const Options& options);

/// A line for every decision: "duplicate <row> <cluster>", "link <left> <right>", "assign ...", "step ...".
/// The programs over the C and the Python API write the same lines.
std::string decision_lines(const Job& job);

}  // namespace demo
