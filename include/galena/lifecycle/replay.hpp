// Replay: the instance that a list of audit entries gives, and whether the list is consistent.
//
//   auto again = lifecycle::replay(process, process.start(RecordId("l1"), created), entries);
//   *again == stored
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "galena/base/result.hpp"
#include "galena/lifecycle/audit.hpp"
#include "galena/lifecycle/detail/advance.hpp"
#include "galena/lifecycle/process.hpp"

namespace galena::lifecycle {

namespace detail {

/// What does not fit between an instance and the next entry; empty when it fits. Guards are not
/// evaluated again: the record has changed since, and what was decided stands.
inline std::string misfit(const Process& process, const Instance& instance,
                          const AuditEntry& entry) {
  if (entry.definition_hash != process.hash()) return "it was made on another definition";
  if (entry.record != instance.record)
    return "it belongs to the record '" + entry.record.text() + "'";
  if (entry.version_before != instance.version || entry.version_after != instance.version + 1) {
    return "it leads from version " + std::to_string(entry.version_before) + " to " +
           std::to_string(entry.version_after) + ", the instance has version " +
           std::to_string(instance.version);
  }
  if (entry.at < instance.last_step) return "it is older than the entry before it";
  const auto status = process.find(instance.status);
  const auto event = process.find_event(entry.event);
  if (!status || entry.from != instance.status) {
    return "it starts from '" + entry.from + "', the instance is in '" + instance.status + "'";
  }
  if (!event) return "the process has no event '" + entry.event + "'";
  for (const std::uint32_t candidate : process.candidates(*status, *event)) {
    if (candidate == entry.transition && process.transitions()[candidate].to == entry.to) return {};
  }
  return "transition " + std::to_string(entry.transition) + " does not lead from '" + entry.from +
         "' to '" + entry.to + "' on '" + entry.event + "'";
}

}  // namespace detail

/// Applies the entries to `instance` in order. Error: CORRUPT "broken_history", subject "/<n>" of
/// the first entry that does not fit. O(entries).
inline Result<Instance> replay(const Process& process, Instance instance,
                               std::span<const AuditEntry> entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (const auto wrong = detail::misfit(process, instance, entries[i]); !wrong.empty()) {
      return Problem{Code::corrupt, "broken_history", '/' + std::to_string(i),
                     "entry " + std::to_string(i) + " does not fit: " + wrong,
                     "give the whole history of one instance, oldest first"};
    }
    detail::advance(process, instance, entries[i].transition, entries[i].at);
  }
  return instance;
}

}  // namespace galena::lifecycle
