// Definition: a process as its author writes it: not yet checked, free to change.
//
//   Definition{.name = "lead", .initial = "new", .statuses = {...}, .transitions = {...}}
//
// Process::make (lifecycle/process.hpp) checks it and makes it immutable.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galena/base/local_text.hpp"
#include "galena/lifecycle/status.hpp"
#include "galena/lifecycle/transition.hpp"

namespace galena::lifecycle {

struct Definition {
  std::string name = {};
  LocalText label = {};           ///< empty: the name is shown
  std::int64_t version = 1;       ///< of the definition, from 1
  std::string initial = {};       ///< id of the status in which an instance starts
  std::string field = "status";   ///< field of the record that holds the status; empty: none does
  std::string reason_field = {};  ///< field that takes the reason of a step that lists reasons
  std::vector<Status> statuses = {};
  std::vector<Transition> transitions = {};

  friend bool operator==(const Definition&, const Definition&) = default;
};

}  // namespace galena::lifecycle
