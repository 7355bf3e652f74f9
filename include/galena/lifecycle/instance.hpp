// Instance: where one record stands in its process. A small value that the host stores.
//
//   auto instance = process.start(RecordId("l1"), now);
//   instance.status == "new"; instance.version == 0; instance.closed_at == std::nullopt;
//
// `version` grows by one with each step: store with compare-and-swap on it. Reading one back from
// JSON is compiled code (lifecycle/process_json.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "galena/base/id.hpp"
#include "galena/base/instant.hpp"
#include "galena/base/json_writer.hpp"

namespace galena::lifecycle {

struct Instance {
  RecordId record = {};      ///< whose instance it is; may be empty
  std::string process = {};  ///< name, version and hash of the definition it runs on
  std::int64_t process_version = 1;
  std::string definition_hash = {};
  std::string status = {};      ///< id
  Instant entered = {};         ///< when that status was entered last
  std::int64_t version = 0;     ///< steps made so far
  Instant started = {};         ///< when the instance began
  Instant period_started = {};  ///< when the present open period began; limits count from here
  Instant last_step = {};       ///< nothing may happen before this instant
  std::optional<Instant> closed_at = {};
  std::int64_t period = 1;      ///< open periods so far; a reopened record begins a new one
  std::int64_t moved_back = 0;  ///< times a status was left for an earlier one (both not waiting)

  [[nodiscard]] bool closed() const { return closed_at.has_value(); }
  friend bool operator==(const Instance&, const Instance&) = default;
};

/// The canonical JSON of an instance.
inline std::string to_json(const Instance& instance) {
  JsonWriter json;
  json.begin_object().key("record").value(instance.record.text());
  json.key("process").value(instance.process);
  json.key("process_version").value(instance.process_version);
  json.key("definition_hash").value(instance.definition_hash);
  json.key("status").value(instance.status);
  json.key("entered").value(format_instant(instance.entered));
  json.key("version").value(instance.version);
  json.key("started").value(format_instant(instance.started));
  json.key("period_started").value(format_instant(instance.period_started));
  json.key("last_step").value(format_instant(instance.last_step)).key("closed_at");
  instance.closed_at ? json.value(format_instant(*instance.closed_at)) : json.null();
  json.key("period").value(instance.period);
  json.key("moved_back").value(instance.moved_back).end_object();
  return std::move(json).text();
}

}  // namespace galena::lifecycle
