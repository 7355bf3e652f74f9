// Target: where an entry sends a record; Reason: why it went where it went.
//
//   Target::queue("inbound"), Target::pool("dach"), Target::keep_owner()
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "galena/base/json_writer.hpp"

namespace galena::assign {

enum class TargetKind : std::uint8_t {
  user,
  queue,
  pool,  ///< one of its members, by the pool's method
  partner,
  keep_owner,  ///< a match that changes nothing and stops
};

inline constexpr std::string_view kTargetKindNames[] = {"user", "queue", "pool", "partner",
                                                        "keep_owner"};

constexpr std::string_view target_kind_name(TargetKind kind) {
  return kTargetKindNames[static_cast<std::size_t>(kind)];
}

struct Target {
  TargetKind kind = TargetKind::user;
  std::string id = {};  ///< of the user, queue, pool or partner; empty for keep_owner

  static Target user(std::string id) { return {TargetKind::user, std::move(id)}; }
  static Target queue(std::string id) { return {TargetKind::queue, std::move(id)}; }
  static Target pool(std::string id) { return {TargetKind::pool, std::move(id)}; }
  static Target partner(std::string id) { return {TargetKind::partner, std::move(id)}; }
  static Target keep_owner() { return {TargetKind::keep_owner, {}}; }

  friend bool operator==(const Target&, const Target&) = default;
};

/// {"user":"u1"}, {"queue":...}, {"pool":...}, {"partner":...} or {"keep_owner":true}.
inline void write_json(JsonWriter& json, const Target& target) {
  json.begin_object().key(target_kind_name(target.kind));
  target.kind == TargetKind::keep_owner ? json.value(true) : json.value(target.id);
  json.end_object();
}

/// The closed list of reasons that a decision carries.
enum class Reason : std::uint8_t {
  assigned,          ///< an entry matched and its target took the record
  kept,              ///< an entry matched that keeps the owner
  no_rule_matched,   ///< default owner
  evaluation_error,  ///< a criterion could not be evaluated; default owner
  pool_empty,        ///< the pool has no members; default owner
  all_absent,        ///< no member of the pool is active; default owner
  all_at_capacity,   ///< no active member has capacity left; default owner
  outside_hours,
  no_permission,
};

inline constexpr std::string_view kReasonNames[] = {
    "assigned",         "kept",          "no_rule_matched",
    "evaluation_error", "pool_empty",    "all_absent",
    "all_at_capacity",  "outside_hours", "no_permission"};

constexpr std::string_view reason_name(Reason reason) {
  return kReasonNames[static_cast<std::size_t>(reason)];
}

/// The reason of that name; nothing for a name that is not in the list.
constexpr std::optional<Reason> reason_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kReasonNames); ++i) {
    if (kReasonNames[i] == name) return static_cast<Reason>(i);
  }
  return std::nullopt;
}

}  // namespace galena::assign
