// The way from one status to another: which events to ask for, guards aside.
//
//   *events_between(process, "new", "qualified") == {"contact", "qualify"}
//
// For bringing records of another system to where they stand there, step by step, so that guards
// and required fields have their say. The first of the shortest ways by the definition's order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/lifecycle/process.hpp"

namespace galena::lifecycle {

namespace detail {

inline Result<std::uint32_t> status_number(const Process& process, std::string_view id) {
  if (const auto found = process.find(id)) return *found;
  return Problem{Code::not_found, "unknown_status", std::string(id),
                 "the process '" + process.name() + "' has no status '" + std::string(id) + "'",
                 "name one of its statuses"};
}

}  // namespace detail

/// The events that lead from status `from` to status `to`; none when they are the same. Errors:
/// NOT_FOUND "unknown_status", "no_way". O(statuses x transitions).
inline Result<std::vector<std::string>> events_between(const Process& process,
                                                       std::string_view from, std::string_view to) {
  const auto start = detail::status_number(process, from);
  if (!start) return start.problems();
  const auto goal = detail::status_number(process, to);
  if (!goal) return goal.problems();
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> came_by(process.statuses().size(), kNone);    // transition
  std::vector<std::uint32_t> came_from(process.statuses().size(), kNone);  // status
  std::vector<std::uint32_t> queue{*start};
  came_from[*start] = *start;
  for (std::size_t head = 0; head < queue.size() && came_from[*goal] == kNone; ++head) {
    for (const std::uint32_t transition : process.transitions_from(queue[head])) {
      const std::uint32_t next = process.target(transition);
      if (came_from[next] != kNone) continue;
      came_from[next] = queue[head];
      came_by[next] = transition;
      queue.push_back(next);
    }
  }
  if (came_from[*goal] == kNone) {
    return Problem{
        Code::not_found, "no_way", std::string(to),
        "no sequence of events leads from '" + std::string(from) + "' to '" + std::string(to) + "'",
        "add a transition to the process"};
  }
  std::vector<std::string> events;
  for (std::uint32_t at = *goal; at != *start; at = came_from[at]) {
    events.push_back(process.transitions()[came_by[at]].event);
  }
  std::reverse(events.begin(), events.end());
  return events;
}

}  // namespace galena::lifecycle
