// Process: how records of one kind are worked: statuses, and the transitions between them.
// Immutable.
//
//   auto process = lifecycle::Process::make(
//       {.name = "lead", .initial = "new",
//        .statuses = {{.id = "new", .category = Category::open_new},
//                     {.id = "treated", .category = Category::closed_positive}},
//        .transitions = {{.from = {"new"}, .event = "treat", .to = "treated"}}});
//   auto instance = process->start(RecordId("l1"), now);
//
// Stepping: lifecycle/step.hpp. Reading JSON, the shipped processes: lifecycle/process_json.hpp.
// Checking for traps and dead ends: lifecycle/verify.hpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/id.hpp"
#include "galena/base/instant.hpp"
#include "galena/base/order.hpp"
#include "galena/base/result.hpp"
#include "galena/base/sha256.hpp"
#include "galena/lifecycle/definition.hpp"
#include "galena/lifecycle/detail/check_definition.hpp"
#include "galena/lifecycle/detail/definition_fields.hpp"
#include "galena/lifecycle/detail/write_definition.hpp"
#include "galena/lifecycle/instance.hpp"

namespace galena::lifecycle {

/// A checked process. A cheap handle on immutable data: copy it freely, share it between threads.
class Process {
 public:
  /// Checks everything and builds the process. Errors (every one, subject = JSON pointer):
  /// INVALID_ARGUMENT missing_name, missing_statuses, duplicate_status, unknown_status,
  /// reserved_id, initial_closed, leaves_converted, duplicate_transition, ...; LIMIT_EXCEEDED
  /// guidance_too_long, too_many_key_fields; BAD_ENCODING. Whether the fields exist is checked when
  /// it is bound to a schema. Two transitions of the same status and event are no error: they are
  /// tried in order.
  static Result<Process> make(Definition definition) {
    Problems problems = detail::DefinitionCheck(definition).run();
    if (!problems.empty()) return problems;
    return Process(std::move(definition));
  }

  [[nodiscard]] const Definition& definition() const { return data_->definition; }
  [[nodiscard]] const std::string& name() const { return definition().name; }
  [[nodiscard]] std::int64_t version() const { return definition().version; }
  /// The record's field that holds the status; empty when none does.
  [[nodiscard]] const std::string& field() const { return definition().field; }
  /// The record's field that takes the reason of a step; empty when none does.
  [[nodiscard]] const std::string& reason_field() const { return definition().reason_field; }
  [[nodiscard]] const std::vector<Status>& statuses() const { return definition().statuses; }
  [[nodiscard]] const std::vector<Transition>& transitions() const {
    return definition().transitions;
  }
  [[nodiscard]] const Status& initial() const { return statuses()[data_->initial]; }

  /// The number of the status of this id. O(log statuses).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
    const auto& order = data_->by_id;
    const auto found = std::lower_bound(order.begin(), order.end(), id,
                                        [this](std::uint32_t status, std::string_view wanted) {
                                          return statuses()[status].id < wanted;
                                        });
    if (found == order.end() || statuses()[*found].id != id) return std::nullopt;
    return *found;
  }

  /// The number of the status that a transition leads to. O(1).
  [[nodiscard]] std::uint32_t target(std::uint32_t transition) const {
    return data_->targets[transition];
  }

  /// All events, each once, sorted; and the number of one. O(log events).
  [[nodiscard]] const std::vector<std::string>& events() const { return data_->events; }
  [[nodiscard]] std::optional<std::uint32_t> find_event(std::string_view event) const {
    const auto found = std::lower_bound(events().begin(), events().end(), event);
    if (found == events().end() || *found != event) return std::nullopt;
    return static_cast<std::uint32_t>(found - events().begin());
  }

  /// The transitions that leave `status` on `event`, in definition order: their numbers. O(1).
  [[nodiscard]] std::span<const std::uint32_t> candidates(std::uint32_t status,
                                                          std::uint32_t event) const {
    const std::size_t cell = status * events().size() + event;
    const auto& starts = data_->starts;
    return {data_->candidates.data() + starts[cell], starts[cell + 1] - starts[cell]};
  }

  /// The transitions that leave `status` on any event, in definition order.
  [[nodiscard]] std::vector<std::uint32_t> transitions_from(std::uint32_t status) const {
    std::vector<std::uint32_t> leaving;
    for (std::uint32_t i = 0; i < transitions().size(); ++i) {
      if (leaves(transitions()[i], statuses()[status])) leaving.push_back(i);
    }
    return leaving;
  }

  /// The events that some transition out of `status` answers to, sorted.
  [[nodiscard]] std::vector<std::string> events_from(std::uint32_t status) const {
    std::vector<std::string> possible;
    for (std::uint32_t event = 0; event < events().size(); ++event) {
      if (!candidates(status, event).empty()) possible.push_back(events()[event]);
    }
    return possible;
  }

  /// Every field that guards, required fields, effects and key fields name: sorted, each once.
  [[nodiscard]] const std::vector<std::string>& fields_read() const { return data_->fields_read; }

  /// A new instance in the initial status. `record` may be empty when the host keys it otherwise.
  [[nodiscard]] Instance start(RecordId record, Instant now) const {
    return {.record = std::move(record),
            .process = name(),
            .process_version = version(),
            .definition_hash = hash(),
            .status = initial().id,
            .entered = now,
            .started = now,
            .period_started = now,
            .last_step = now};
  }

  /// The canonical JSON form, and its SHA-256.
  [[nodiscard]] const std::string& to_json() const { return data_->json; }
  [[nodiscard]] const std::string& hash() const { return data_->hash; }

  friend bool operator==(const Process& a, const Process& b) {
    return a.data_ == b.data_ || a.hash() == b.hash();
  }

 private:
  struct Data {
    Definition definition;
    std::uint32_t initial = 0;
    std::vector<std::uint32_t> by_id;
    std::vector<std::uint32_t> targets;  ///< transition -> status
    std::vector<std::string> events;
    std::vector<std::size_t> starts;  ///< cell status x events + event -> first of its candidates
    std::vector<std::uint32_t> candidates;
    std::vector<std::string> fields_read;
    std::string json;
    std::string hash;
  };

  explicit Process(Definition definition) {
    std::shared_ptr<Data> data(new Data);
    detail::make_canonical(definition);
    data->definition = std::move(definition);
    data->json = detail::to_json(data->definition);
    data->hash = sha256_hex(data->json);
    data->fields_read = detail::fields_of(data->definition);
    index_statuses(*data);
    index_transitions(*data);
    index_candidates(*data);
    data_ = std::move(data);
  }

  static void index_statuses(Data& data) {
    const auto& statuses = data.definition.statuses;
    std::vector<std::string_view> ids;
    for (std::uint32_t i = 0; i < statuses.size(); ++i) {
      ids.emplace_back(statuses[i].id);
      if (statuses[i].id == data.definition.initial) data.initial = i;
    }
    data.by_id = galena::detail::order_of(ids);
  }

  static void index_transitions(Data& data) {
    const auto& statuses = data.definition.statuses;
    for (const Transition& transition : data.definition.transitions) {
      data.events.push_back(transition.event);
      const auto target = std::find_if(statuses.begin(), statuses.end(), [&](const Status& status) {
        return status.id == transition.to;
      });
      data.targets.push_back(static_cast<std::uint32_t>(target - statuses.begin()));
    }
    galena::detail::sort_unique(data.events);
  }

  static bool leaves(const Transition& transition, const Status& status) {
    return std::any_of(transition.from.begin(), transition.from.end(), [&](const auto& id) {
      return id == status.id || (id == kAnyOpen && status.open());
    });
  }

  static void index_candidates(Data& data) {
    data.starts.push_back(0);
    for (const Status& status : data.definition.statuses) {
      for (const std::string& event : data.events) {
        const auto& transitions = data.definition.transitions;
        for (std::uint32_t i = 0; i < transitions.size(); ++i) {
          if (transitions[i].event == event && leaves(transitions[i], status)) {
            data.candidates.push_back(i);
          }
        }
        data.starts.push_back(data.candidates.size());
      }
    }
  }

  std::shared_ptr<const Data> data_;
};

}  // namespace galena::lifecycle
