// The transitions that leave one status on one event, tried on one record: which is chosen, and
// what stands in the way of each. The rules are at the top of lifecycle/step.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/actor.hpp"
#include "galena/criteria/describe.hpp"
#include "galena/criteria/row_reader.hpp"
#include "galena/criteria/zone.hpp"
#include "galena/lifecycle/bound_process.hpp"
#include "galena/lifecycle/step_result.hpp"

namespace galena::lifecycle::detail {

struct Choice {
  std::optional<std::uint32_t> transition = {};
  bool against_advice = false;  ///< its guard does not hold; it is advisory
  bool failed = false;          ///< its guard could not be evaluated
};

inline std::string quoted_list(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
  return text;
}

inline Rejection impossible_event(const Process& process, std::uint32_t status,
                                  std::string_view event, bool known) {
  const std::string& id = process.statuses()[status].id;
  Rejection rejection{
      Code::illegal_transition, known ? "wrong_status" : "unknown_event",
      known ? "'" + std::string(event) + "' leads nowhere from the status '" + id + "'"
            : "the process '" + process.name() + "' has no event '" + std::string(event) + "'"};
  rejection.possible_events = process.events_from(status);
  rejection.message += rejection.possible_events.empty()
                           ? "; nothing leads out of '" + id + "'"
                           : "; possible: " + quoted_list(rejection.possible_events);
  return rejection;
}

class Candidates {
 public:
  /// Borrows all but the context; `reader` stands on the record.
  Candidates(const BoundProcess& bound, criteria::RowReader& reader, criteria::Context context,
             const Actor& actor)
      : bound_(bound), reader_(reader), context_(std::move(context)), actor_(actor) {}

  [[nodiscard]] Choice choose(std::span<const std::uint32_t> candidates) const {
    Choice advised;
    for (const std::uint32_t number : candidates) {
      if (!has_role(number)) continue;
      const criteria::Outcome outcome = evaluate(number);
      if (outcome.state == criteria::Outcome::evaluation_error) return {number, false, true};
      if (outcome.state == criteria::Outcome::match) return {number};
      if (!advised.transition && transition(number).mode == Mode::advisory)
        advised = {number, true};
    }
    return advised;
  }

  /// True when nothing that binds is missing for a chosen transition.
  [[nodiscard]] bool complete(std::uint32_t number, std::string_view reason) const {
    const Transition& asked = transition(number);
    if (!asked.reasons.empty() && !asked.has_reason(reason)) return false;
    return asked.mode == Mode::advisory || blank_fields(number).empty();
  }

  /// What an advisory transition that is taken lacks.
  [[nodiscard]] std::vector<Obstacle> warnings(const Choice& choice) const {
    std::vector<Obstacle> found;
    if (transition(*choice.transition).mode == Mode::enforced) return found;
    if (choice.against_advice) add_guard(found, *choice.transition);
    add_blank_fields(found, *choice.transition);
    return found;
  }

  /// The record's value of a field; blank when its schema has none of that name.
  [[nodiscard]] Value value_of(const std::string& field) const {
    const auto number = bound_.schema().find(field);
    return number ? Value(reader_.value(*number)) : Value();
  }

  /// The values that the transition's guard and required fields were decided on.
  [[nodiscard]] std::vector<NamedValue> readings(std::uint32_t number) const {
    const BoundTransition& bound = bound_[number];
    std::vector<NamedValue> read;
    read.reserve(bound.reads.size() + bound.require.size());
    for (const std::uint32_t field : bound.reads) read.push_back(named(field));
    for (const std::uint32_t field : bound.require) {
      if (std::find(bound.reads.begin(), bound.reads.end(), field) == bound.reads.end()) {
        read.push_back(named(field));
      }
    }
    return read;
  }

  [[nodiscard]] std::vector<Effect> effects(std::uint32_t number, const RecordId& subject) const {
    const auto& templates = transition(number).effects;
    std::vector<Effect> made;
    made.reserve(templates.size());
    for (std::size_t i = 0; i < templates.size(); ++i) {
      made.push_back(effect(templates[i], bound_[number].effects[i], subject));
    }
    return made;
  }

  /// Every candidate with what stands in its way.
  [[nodiscard]] Rejection rejection(std::span<const std::uint32_t> candidates, const Choice& choice,
                                    std::string_view reason) const {
    Rejection rejection{Code::denied_by_rule, choice.failed ? "evaluation_error" : "not_allowed"};
    rejection.attempts = attempts(candidates, choice, reason);
    for (const Attempt& attempt : rejection.attempts) {
      for (const Obstacle& obstacle : attempt.obstacles) {
        rejection.message +=
            (rejection.message.empty() ? "to '" : "; to '") + attempt.to + "': " + obstacle.message;
      }
    }
    return rejection;
  }

  [[nodiscard]] Availability availability(std::span<const std::uint32_t> candidates,
                                          const std::string& event) const {
    Availability answer{.event = event};
    const Choice choice = choose(candidates);
    if (choice.transition && !choice.failed) {
      const Transition& chosen = transition(*choice.transition);
      answer.reasons = chosen.reasons;
      const auto any_reason = chosen.reasons.empty() ? std::string_view() : chosen.reasons.front();
      answer.allowed = complete(*choice.transition, any_reason);
      if (answer.allowed) {
        answer.to = chosen.to;
        answer.warnings = warnings(choice);
        return answer;
      }
    }
    answer.attempts = attempts(candidates, choice, std::nullopt);
    return answer;
  }

 private:
  [[nodiscard]] const Transition& transition(std::uint32_t number) const {
    return bound_.process().transitions()[number];
  }

  [[nodiscard]] bool has_role(std::uint32_t number) const {
    const auto& roles = transition(number).roles;
    return roles.empty() || std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
             return actor_.has_role(role);
           });
  }

  [[nodiscard]] criteria::Outcome evaluate(std::uint32_t number) const {
    const auto& guard = bound_[number].guard;
    if (!guard) return {criteria::Outcome::match};
    return guard->evaluate(reader_, context_);
  }

  [[nodiscard]] NamedValue named(std::uint32_t field) const {
    return {bound_.schema()[field].name, reader_.value(field)};
  }

  [[nodiscard]] std::vector<std::uint32_t> blank_fields(std::uint32_t number) const {
    std::vector<std::uint32_t> blank;
    for (const std::uint32_t field : bound_[number].require) {
      if (reader_.value(field).is_blank()) blank.push_back(field);
    }
    return blank;
  }

  /// `reason`: nothing when it is not asked for yet.
  [[nodiscard]] std::vector<Attempt> attempts(std::span<const std::uint32_t> candidates,
                                              const Choice& choice,
                                              std::optional<std::string_view> reason) const {
    std::vector<Attempt> all;
    for (const std::uint32_t number : candidates) {
      Attempt attempt{number, transition(number).to, transition(number).mode, {}};
      add_role(attempt.obstacles, number);
      // An advisory transition is chosen despite its guard, so that this is not what stops it.
      if (choice.transition != number || !choice.against_advice) {
        add_guard(attempt.obstacles, number);
      }
      if (transition(number).mode == Mode::enforced) add_blank_fields(attempt.obstacles, number);
      if (reason) add_reason(attempt.obstacles, number, *reason);
      if (attempt.obstacles.empty()) add_shadow(attempt.obstacles, *choice.transition);
      all.push_back(std::move(attempt));
    }
    return all;
  }

  void add_role(std::vector<Obstacle>& found, std::uint32_t number) const {
    if (has_role(number)) return;
    const auto& roles = transition(number).roles;
    found.push_back({ObstacleKind::missing_role,
                     roles,
                     {},
                     "'" + actor_.user.text() + "' has none of the roles " + quoted_list(roles)});
  }

  void add_guard(std::vector<Obstacle>& found, std::uint32_t number) const {
    const criteria::Outcome outcome = evaluate(number);
    if (outcome.state == criteria::Outcome::match) return;
    const auto& guard = *bound_[number].guard;
    const bool failed = outcome.state == criteria::Outcome::evaluation_error;
    Obstacle obstacle{failed ? ObstacleKind::evaluation_error : ObstacleKind::guard_failed};
    std::string why;
    for (const criteria::Reading& reading : deciding(guard, failed)) {
      const auto& criterion = guard.expression().criteria()[reading.criterion];
      obstacle.names.push_back((reading.negated ? "not " : "") + criteria::describe(criterion));
      add_reading(obstacle, criterion.field, reading.value);
      add_reading(obstacle, criterion.second_field, reading.second_value);
      why += (why.empty() ? "" : "; ") + criteria::describe(reading, guard.expression());
    }
    if (why.empty()) why = "no record satisfies it";
    obstacle.message =
        (failed ? "the guard cannot be evaluated: " : "the guard does not hold: ") + why;
    found.push_back(std::move(obstacle));
  }

  /// The criterion that failed, or the fewest that would have to say otherwise.
  [[nodiscard]] std::vector<criteria::Reading> deciding(const criteria::Predicate& guard,
                                                        bool failed) const {
    if (!failed) return guard.missing(reader_, context_);
    return {guard.trace(reader_, context_).back()};
  }

  static void add_reading(Obstacle& obstacle, const std::string& field, const Value& value) {
    const auto same = [&](const NamedValue& read) { return read.name == field; };
    const auto& known = obstacle.readings;
    if (field.empty() || std::any_of(known.begin(), known.end(), same)) return;
    obstacle.readings.push_back({field, value});
  }

  void add_blank_fields(std::vector<Obstacle>& found, std::uint32_t number) const {
    Obstacle obstacle{ObstacleKind::missing_fields};
    for (const std::uint32_t field : blank_fields(number)) {
      obstacle.names.push_back(bound_.schema()[field].name);
    }
    if (obstacle.names.empty()) return;
    obstacle.message = "blank but required: " + quoted_list(obstacle.names);
    found.push_back(std::move(obstacle));
  }

  void add_reason(std::vector<Obstacle>& found, std::uint32_t number,
                  std::string_view reason) const {
    const auto& reasons = transition(number).reasons;
    if (reasons.empty() || transition(number).has_reason(reason)) return;
    const std::string allowed = "give one of " + quoted_list(reasons);
    if (reason.empty()) {
      found.push_back(
          {ObstacleKind::missing_reason, reasons, {}, "a reason is needed: " + allowed});
    } else {
      found.push_back({ObstacleKind::unknown_reason,
                       reasons,
                       {},
                       "'" + std::string(reason) + "' is no reason here: " + allowed});
    }
  }

  void add_shadow(std::vector<Obstacle>& found, std::uint32_t by) const {
    found.push_back({ObstacleKind::shadowed,
                     {},
                     {},
                     "nothing, but /transitions/" + std::to_string(by) + " goes first"});
  }

  [[nodiscard]] Effect effect(const EffectTemplate& asked, const BoundEffect& bound,
                              const RecordId& subject) const {
    Effect made;
    made.kind = asked.kind;
    made.subject = subject.text();
    made.recipient = bound.recipient ? to_text(reader_.value(*bound.recipient)) : asked.recipient;
    made.payload.reserve(asked.payload.size());
    for (std::size_t i = 0; i < asked.payload.size(); ++i) {
      const auto& field = bound.payload[i];
      made.payload.push_back(
          {asked.payload[i].name, field ? Value(reader_.value(*field)) : asked.payload[i].value});
    }
    return made;
  }

  const BoundProcess& bound_;
  criteria::RowReader& reader_;
  criteria::Context context_;
  const Actor& actor_;
};

}  // namespace galena::lifecycle::detail
