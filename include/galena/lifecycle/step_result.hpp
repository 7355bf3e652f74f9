// StepResult: what a step answers: the new instance, the decision and the audit entry, or a
// rejection that says of every transition tried why it was not made.
//
//   if (!result.accepted) std::cerr << result.rejection.message;
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/decision.hpp"
#include "galena/base/result.hpp"
#include "galena/lifecycle/audit.hpp"
#include "galena/lifecycle/instance.hpp"
#include "galena/lifecycle/transition.hpp"

namespace galena::lifecycle {

/// The closed list of what can stand in the way of one transition.
enum class ObstacleKind : std::uint8_t {
  missing_role,      ///< the actor has none of the roles; names: the roles, one is needed
  guard_failed,      ///< the guard does not hold; readings: the values it read
  evaluation_error,  ///< the guard could not be evaluated; nothing after it is tried
  missing_fields,    ///< names: the required fields that are blank, all of them
  missing_reason,    ///< none was given; names: the reasons, one is needed
  unknown_reason,    ///< it is not in the list; names: the reasons, one is needed
  shadowed,          ///< nothing is in its way, but an earlier transition goes first
};

inline constexpr std::string_view kObstacleNames[] = {
    "missing_role",   "guard_failed",   "evaluation_error", "missing_fields",
    "missing_reason", "unknown_reason", "shadowed"};

constexpr std::string_view obstacle_name(ObstacleKind kind) {
  return kObstacleNames[static_cast<std::size_t>(kind)];
}

struct Obstacle {
  ObstacleKind kind = ObstacleKind::guard_failed;
  std::vector<std::string> names = {};
  std::vector<NamedValue> readings = {};
  std::string message = {};
  friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

/// One transition that was tried, and everything that stood in its way.
struct Attempt {
  std::uint32_t transition = 0;  ///< its number in the definition
  std::string to = {};
  Mode mode = Mode::enforced;
  std::vector<Obstacle> obstacles = {};
  friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// Why a step was not made. `detail` is one of: not_allowed, evaluation_error (DENIED_BY_RULE);
/// wrong_status, unknown_event (ILLEGAL_TRANSITION); version_conflict, other_definition (CONFLICT);
/// unknown_status, time_went_back, other_schema (INVALID_ARGUMENT).
struct Rejection {
  Code code = Code::ok;
  std::string detail = {};
  std::string message = {};
  std::vector<Attempt> attempts = {};             ///< every transition of this status and event
  std::vector<std::string> possible_events = {};  ///< when the event leads nowhere from here
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// The rejection as one list of problems; subject: "/transitions/<n>" of an obstacle's transition.
inline Problems problems_of(const Rejection& rejection) {
  Problems problems;
  if (rejection.code == Code::ok) return problems;
  problems.add(rejection.code, rejection.detail, "", rejection.message);
  for (const Attempt& attempt : rejection.attempts) {
    for (const Obstacle& obstacle : attempt.obstacles) {
      problems.add(rejection.code, std::string(obstacle_name(obstacle.kind)),
                   "/transitions/" + std::to_string(attempt.transition), obstacle.message);
    }
  }
  return problems;
}

struct StepResult {
  bool accepted = false;
  Instance instance = {};  ///< after the step; unchanged when it was rejected
  /// engine "lifecycle"; rule "/transitions/<n>"; reason "stepped", "stepped_against_advice", or
  /// the detail of the rejection.
  Decision decision = {};
  AuditEntry audit = {};                ///< empty when rejected
  std::vector<Obstacle> warnings = {};  ///< what an advisory transition found missing
  Rejection rejection = {};             ///< code ok when accepted
  friend bool operator==(const StepResult&, const StepResult&) = default;
};

/// An event that the present status knows, for the actor and record asked about.
struct Availability {
  std::string event = {};
  bool allowed = false;                   ///< a step with one of `reasons` would be accepted
  std::string to = {};                    ///< the status it leads to; empty when not allowed
  std::vector<std::string> reasons = {};  ///< one must be given; empty: none is needed
  std::vector<Obstacle> warnings = {};
  std::vector<Attempt> attempts = {};  ///< when not allowed: every transition and what is missing
  friend bool operator==(const Availability&, const Availability&) = default;
};

namespace detail {

inline void write(JsonWriter& json, const std::vector<Obstacle>& obstacles) {
  json.begin_array();
  for (const Obstacle& obstacle : obstacles) {
    json.begin_object().key("code").value(obstacle_name(obstacle.kind));
    json.key("names").begin_array();
    for (const std::string& name : obstacle.names) json.value(name);
    json.end_array().key("readings").begin_object();
    for (const NamedValue& read : obstacle.readings) json.key(read.name).value(read.value);
    json.end_object().key("message").value(obstacle.message).end_object();
  }
  json.end_array();
}

inline void write(JsonWriter& json, const std::vector<Attempt>& attempts) {
  json.begin_array();
  for (const Attempt& attempt : attempts) {
    json.begin_object().key("transition").value(attempt.transition).key("to").value(attempt.to);
    json.key("mode").value(attempt.mode == Mode::advisory ? "advisory" : "enforced");
    json.key("obstacles");
    write(json, attempt.obstacles);
    json.end_object();
  }
  json.end_array();
}

}  // namespace detail

/// The canonical JSON of a rejection.
inline std::string to_json(const Rejection& rejection) {
  JsonWriter json;
  json.begin_object().key("code").value(code_name(rejection.code));
  json.key("detail").value(rejection.detail).key("message").value(rejection.message);
  json.key("attempts");
  detail::write(json, rejection.attempts);
  json.key("possible_events").begin_array();
  for (const std::string& event : rejection.possible_events) json.value(event);
  json.end_array().end_object();
  return std::move(json).text();
}

/// The canonical JSON of an available event.
inline std::string to_json(const Availability& availability) {
  JsonWriter json;
  json.begin_object().key("event").value(availability.event);
  json.key("allowed").value(availability.allowed).key("to").value(availability.to);
  json.key("reasons").begin_array();
  for (const std::string& reason : availability.reasons) json.value(reason);
  json.end_array().key("warnings");
  detail::write(json, availability.warnings);
  json.key("attempts");
  detail::write(json, availability.attempts);
  json.end_object();
  return std::move(json).text();
}

}  // namespace galena::lifecycle
