// The instance after a transition: the one place where an instance changes.
#pragma once

#include <cstdint>

#include "galena/base/instant.hpp"
#include "galena/lifecycle/instance.hpp"
#include "galena/lifecycle/process.hpp"

namespace galena::lifecycle::detail {

/// A move back: from one status being worked in to one that the definition names earlier. Waiting
/// statuses are beside the path, so leaving or entering one is not counted.
inline bool moves_back(const Process& process, std::uint32_t from, std::uint32_t to) {
  const auto on_path = [&](std::uint32_t status) {
    const Category category = process.statuses()[status].category;
    return is_open(category) && category != Category::open_waiting;
  };
  return to < from && on_path(from) && on_path(to);
}

/// Takes `transition`, which must leave the instance's status, at `now`.
inline void advance(const Process& process, Instance& instance, std::uint32_t transition,
                    Instant now) {
  const std::uint32_t from = *process.find(instance.status);
  const std::uint32_t to = process.target(transition);
  const Status& entered = process.statuses()[to];
  if (from != to) {
    if (moves_back(process, from, to)) ++instance.moved_back;
    instance.status = entered.id;
    instance.entered = now;
  }
  if (!entered.open()) {
    if (from != to || !instance.closed_at) instance.closed_at = now;
  } else if (instance.closed_at || process.transitions()[transition].new_period) {
    instance.closed_at.reset();
    instance.period_started = now;
    ++instance.period;
  }
  ++instance.version;
  instance.last_step = now;
}

}  // namespace galena::lifecycle::detail
