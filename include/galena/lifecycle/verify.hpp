// Verification: whether a process can do what a process is for: every status can be reached, and
// from every open status some closing can be reached. Compiled code.
//
//   for (const Finding& finding : lifecycle::verify(process)) show(finding.message);
//
// Guards count as conditions that may hold or not, whatever the others do: nothing looks inside one.
// Transitions of one event are compared two at a time.
#pragma once

#include <vector>

#include "galena/lifecycle/process.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::lifecycle {

/// Findings in the order of the definition, by code:
///   unreachable_status   error    no sequence of events leads there from the initial status
///   dead_end             error    an open status that no transition leaves for another one
///   trap                 error    open statuses that lead on, but never to a closed one; one
///                                 finding for each set of statuses that lead to one another
///   shadowed_transition  warning  in some status one other transition of the same event is
///                                 always chosen instead
/// `witness` is {"events": [...], "statuses": [...]}: a shortest sequence of events from the
/// initial status to the place (empty when none leads there), and the statuses concerned.
/// O(statuses x events + edges). Strongly connected components by Tarjan, through Boost.Graph.
std::vector<Finding> verify(const Process& process);

}  // namespace galena::lifecycle
