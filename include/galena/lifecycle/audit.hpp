// AuditEntry: what is kept of a step that was made: who, when, from where to where, why, on what
// definition, and the values that were read. Entries are never changed.
//
// The list of an instance's entries gives the instance again: lifecycle/replay.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/base/decision.hpp"
#include "galena/base/id.hpp"
#include "galena/base/instant.hpp"
#include "galena/base/json_writer.hpp"

namespace galena::lifecycle {

struct AuditEntry {
  RecordId record = {};
  Instant at = {};
  UserId actor = {};
  PartnerId partner = {};  ///< of the actor; empty: a user of the vendor
  std::string from = {};   ///< status ids
  std::string event = {};
  std::string to = {};
  std::uint32_t transition = 0;  ///< its number in the definition
  std::string reason = {};       ///< the coded reason, or free text where the transition lists none
  std::string definition_hash = {};
  std::int64_t version_before = 0;  ///< of the instance
  std::int64_t version_after = 0;
  std::vector<NamedValue> readings = {};  ///< guard and required fields
  std::vector<std::string> warnings =
      {};  ///< obstacle codes that an advisory transition passed over
  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// The canonical JSON of an audit entry.
inline std::string to_json(const AuditEntry& entry) {
  JsonWriter json;
  json.begin_object().key("record").value(entry.record.text());
  json.key("at").value(format_instant(entry.at)).key("actor").value(entry.actor.text());
  json.key("partner").value(entry.partner.text()).key("from").value(entry.from);
  json.key("event").value(entry.event).key("to").value(entry.to);
  json.key("transition").value(entry.transition).key("reason").value(entry.reason);
  json.key("definition_hash").value(entry.definition_hash);
  json.key("version_before").value(entry.version_before);
  json.key("version_after").value(entry.version_after);
  galena::detail::write(json, "readings", entry.readings);
  json.key("warnings").begin_array();
  for (const std::string& warning : entry.warnings) json.value(warning);
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace galena::lifecycle
