// step: one event for one instance: the new instance and what the host must do, or why not.
//
//   auto result = lifecycle::step(bound, instance, lead,
//                                 {.event = "abandon", .actor = rep, .now = now, .reason =
//                                 "no_contact"});
//   if (result.accepted) { instance = result.instance; galena::apply(result.decision, lead); }
//
// Which transition is taken, of those that leave the status on the event, in definition order:
//   1. one whose roles the actor has and whose guard holds: the first such is chosen;
//   2. if there is none, the first advisory one whose roles the actor has: chosen with a warning.
// The chosen one then asks for its required fields (advisory: a warning) and its reason. What it
// lacks rejects the step; no later transition is taken in its place, so that a blank field never
// changes where a record goes. A guard that cannot be evaluated rejects the step at once.
//
// Pure: nothing reads a clock. The host stores the instance by compare-and-swap on its version.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/actor.hpp"
#include "galena/base/instant.hpp"
#include "galena/criteria/row_reader.hpp"
#include "galena/criteria/zone.hpp"
#include "galena/lifecycle/bound_process.hpp"
#include "galena/lifecycle/detail/advance.hpp"
#include "galena/lifecycle/detail/candidates.hpp"
#include "galena/lifecycle/step_result.hpp"
#include "galena/record/record.hpp"
#include "galena/record/traits.hpp"

namespace galena::lifecycle {

/// Who asks for what. Borrows the actor and the texts for the call.
struct StepRequest {
  std::string_view event;
  const Actor& actor;
  Instant now;
  std::string_view reason = {};
  std::optional<std::int64_t> expected_version = {};  ///< the instance's, when given: else CONFLICT
};

/// Makes steps of one process; keeps its buffers, so a loop allocates only its results. One thread
/// each; make as many as there are threads.
class Stepper {
 public:
  /// `zone`: where the local days of date criteria in guards begin.
  explicit Stepper(BoundProcess bound, criteria::Zone zone = {})
      : bound_(std::move(bound)), zone_(std::move(zone)), reader_(bound_.schema().size()) {}

  [[nodiscard]] const BoundProcess& bound() const { return bound_; }

  /// One step. `record` has the field numbers of bound().schema().
  /// O(transitions of the status and event x size of their guards).
  StepResult step(const Instance& instance, const RowView& record, const StepRequest& request) {
    reader_.reset(record);
    StepResult result;
    result.instance = instance;
    if (auto refused = refuse(instance, request)) return rejected(result, request, *refused);
    const detail::Candidates tried(bound_, reader_, criteria::Context(request.now, zone_),
                                   request.actor);
    const std::uint32_t status = *process().find(instance.status);
    const std::uint32_t event = *process().find_event(request.event);
    const auto candidates = process().candidates(status, event);
    const detail::Choice choice = tried.choose(candidates);
    if (!choice.transition || choice.failed) {
      return rejected(result, request, tried.rejection(candidates, choice, request.reason));
    }
    result.warnings = tried.warnings(choice);
    if (!tried.complete(*choice.transition, request.reason)) {
      result.warnings.clear();
      return rejected(result, request, tried.rejection(candidates, choice, request.reason));
    }
    accept(result, instance, *choice.transition, request, tried);
    return result;
  }

  /// Every event that leads out of the instance's status, sorted, with what is missing for those
  /// that are not allowed. Errors: CONFLICT other_definition, INVALID_ARGUMENT unknown_status.
  Result<std::vector<Availability>> available(const Instance& instance, const RowView& record,
                                              const Actor& actor, Instant now) {
    if (const auto refused = refuse(instance)) return problems_of(*refused);
    std::vector<Availability> all;
    const auto status = process().find(instance.status);
    reader_.reset(record);
    const detail::Candidates tried(bound_, reader_, criteria::Context(now, zone_), actor);
    for (std::uint32_t event = 0; event < process().events().size(); ++event) {
      const auto candidates = process().candidates(*status, event);
      if (!candidates.empty())
        all.push_back(tried.availability(candidates, process().events()[event]));
    }
    return all;
  }

 private:
  [[nodiscard]] const Process& process() const { return bound_.process(); }

  /// What speaks against an instance whatever is asked of it.
  [[nodiscard]] std::optional<Rejection> refuse(const Instance& instance) const {
    if (instance.definition_hash != process().hash()) {
      return Rejection{Code::conflict, "other_definition",
                       "the instance runs on another definition of '" + instance.process +
                           "': migrate it or step it with its own"};
    }
    if (!process().find(instance.status)) {
      return Rejection{Code::invalid_argument, "unknown_status",
                       "the process has no status '" + instance.status + "'"};
    }
    return std::nullopt;
  }

  /// What speaks against the request before any transition is looked at.
  [[nodiscard]] std::optional<Rejection> refuse(const Instance& instance,
                                                const StepRequest& request) const {
    if (auto refused = refuse(instance)) return refused;
    if (request.expected_version && *request.expected_version != instance.version) {
      return Rejection{Code::conflict, "version_conflict",
                       "the instance has version " + std::to_string(instance.version) +
                           ", expected was " + std::to_string(*request.expected_version)};
    }
    if (request.now < instance.last_step) {
      return Rejection{Code::invalid_argument, "time_went_back",
                       "now is " + format_instant(request.now) + ", the last step was at " +
                           format_instant(instance.last_step)};
    }
    const std::uint32_t status = *process().find(instance.status);
    const auto event = process().find_event(request.event);
    if (event && !process().candidates(status, *event).empty()) return std::nullopt;
    return detail::impossible_event(process(), status, request.event, event.has_value());
  }

  void describe(Decision& decision, const StepRequest& request) const {
    decision.engine = "lifecycle";
    decision.definition = process().name();
    decision.definition_hash = process().hash();
    decision.at = request.now;
  }

  StepResult rejected(StepResult& result, const StepRequest& request, Rejection rejection) const {
    describe(result.decision, request);
    result.decision.reason = rejection.detail;
    result.rejection = std::move(rejection);
    return std::move(result);
  }

  void accept(StepResult& result, const Instance& before, std::uint32_t number,
              const StepRequest& request, const detail::Candidates& tried) const {
    detail::advance(process(), result.instance, number, request.now);
    result.accepted = true;
    describe(result.decision, request);
    result.decision.rule = "/transitions/" + std::to_string(number);
    result.decision.reason = result.warnings.empty() ? "stepped" : "stepped_against_advice";
    result.decision.readings = tried.readings(number);
    result.decision.effects = tried.effects(number, before.record);
    record_changes(result.decision, before, result.instance);
    if (!process().reason_field().empty() && !process().transitions()[number].reasons.empty()) {
      result.decision.changes.push_back(
          {process().reason_field(), tried.value_of(process().reason_field()), request.reason});
    }
    record_audit(result, before, number, request);
  }

  void record_changes(Decision& decision, const Instance& before, const Instance& after) const {
    if (before.status != after.status && !process().field().empty()) {
      decision.changes.push_back({process().field(), before.status, after.status});
    }
    decision.counters.push_back({"version", before.version, after.version});
    if (before.period != after.period) {
      decision.counters.push_back({"period", before.period, after.period});
    }
    if (before.moved_back != after.moved_back) {
      decision.counters.push_back({"moved_back", before.moved_back, after.moved_back});
    }
  }

  void record_audit(StepResult& result, const Instance& before, std::uint32_t number,
                    const StepRequest& request) const {
    result.audit = {.record = before.record,
                    .at = request.now,
                    .actor = request.actor.user,
                    .partner = request.actor.partner,
                    .from = before.status,
                    .event = std::string(request.event),
                    .to = result.instance.status,
                    .transition = number,
                    .reason = std::string(request.reason),
                    .definition_hash = process().hash(),
                    .version_before = before.version,
                    .version_after = result.instance.version,
                    .readings = result.decision.readings};
    for (const Obstacle& warning : result.warnings) {
      result.audit.warnings.emplace_back(obstacle_name(warning.kind));
    }
  }

  BoundProcess bound_;
  criteria::Zone zone_;
  criteria::RowReader reader_;
};

namespace detail {

/// A rejection that comes before the process can be asked at all.
inline StepResult unusable(const Process& process, const Instance& instance, Instant now,
                           std::string message) {
  StepResult result;
  result.instance = instance;
  result.decision.engine = "lifecycle";
  result.decision.definition = process.name();
  result.decision.definition_hash = process.hash();
  result.decision.at = now;
  result.decision.reason = "other_schema";
  result.rejection = {Code::invalid_argument, "other_schema", std::move(message)};
  return result;
}

inline const Schema& schema_of_record(const Record& record) { return record.schema(); }
template <DescribedRecord T>
const Schema& schema_of_record(const T&) {
  return schema_of<T>();
}

}  // namespace detail

/// A record that carries its schema: a struct with RecordTraits, or a Record.
template <class T>
concept SteppableRecord = DescribedRecord<T> || std::same_as<T, Record>;

/// One step of a row whose field numbers are those of bound.schema().
inline StepResult step(const BoundProcess& bound, const Instance& instance, const RowView& record,
                       const StepRequest& request) {
  return Stepper(bound).step(instance, record, request);
}

/// One step of a record, which must have the schema that the process is bound to.
template <SteppableRecord T>
StepResult step(const BoundProcess& bound, const Instance& instance, const T& record,
                const StepRequest& request) {
  if (!(detail::schema_of_record(record) == bound.schema())) {
    return detail::unusable(bound.process(), instance, request.now,
                            "the record has another schema than the process is bound to");
  }
  return step(bound, instance, row_of(record), request);
}

/// The same from an unbound process: binds it to the record's schema for this one step. Bind once
/// where there are many. Fields that the record lacks reject the step with "other_schema".
template <SteppableRecord T>
StepResult step(const Process& process, const Instance& instance, const T& record,
                const StepRequest& request) {
  const auto bound = bind(process, detail::schema_of_record(record));
  if (!bound) {
    return detail::unusable(process, instance, request.now, bound.problems().to_text());
  }
  return step(*bound, instance, row_of(record), request);
}

/// The events that lead out of the instance's status; Stepper::available.
inline Result<std::vector<Availability>> available(const BoundProcess& bound,
                                                   const Instance& instance, const RowView& record,
                                                   const Actor& actor, Instant now) {
  return Stepper(bound).available(instance, record, actor, now);
}

/// The same of a record; also INVALID_ARGUMENT other_schema.
template <SteppableRecord T>
Result<std::vector<Availability>> available(const BoundProcess& bound, const Instance& instance,
                                            const T& record, const Actor& actor, Instant now) {
  if (!(detail::schema_of_record(record) == bound.schema())) {
    return Problem{Code::invalid_argument, "other_schema", "",
                   "the record has another schema than the process is bound to",
                   "bind the process to the schema of the record"};
  }
  return available(bound, instance, row_of(record), actor, now);
}

/// The same from an unbound process; also what bind() reports.
template <SteppableRecord T>
Result<std::vector<Availability>> available(const Process& process, const Instance& instance,
                                            const T& record, const Actor& actor, Instant now) {
  const auto bound = bind(process, detail::schema_of_record(record));
  if (!bound) return bound.problems();
  return available(*bound, instance, row_of(record), actor, now);
}

}  // namespace galena::lifecycle
