// The report of the job, for people.
#pragma once

#include <string>

#include "job.hpp"

namespace demo {

/// `with_seconds`: the last part, which differs between runs.
std::string report(const Job& job, bool with_seconds = true);

}  // namespace demo
