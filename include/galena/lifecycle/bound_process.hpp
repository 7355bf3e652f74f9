// BoundProcess: a process bound to the schema of the records it runs on: guards compiled, fields
// resolved to numbers. Bind once, step many times.
//
//   auto bound = lifecycle::bind(process, galena::schema_of<Lead>());    // or record.schema()
//   auto result = lifecycle::step(*bound, instance, lead, {.event = "qualify", .actor = rep, .now =
//   now});
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/criteria/bind.hpp"
#include "galena/lifecycle/process.hpp"
#include "galena/record/schema.hpp"

namespace galena::lifecycle {

namespace detail {

/// An effect with its fields resolved; parallel to the payload of its template.
struct BoundEffect {
  std::optional<std::uint32_t> recipient = {};
  std::vector<std::optional<std::uint32_t>> payload = {};
};

struct BoundTransition {
  std::optional<criteria::Predicate> guard = {};
  std::vector<std::uint32_t> reads = {};  ///< fields of the guard
  std::vector<std::uint32_t> require = {};
  std::vector<BoundEffect> effects = {};
};

/// Resolves the fields that a definition names, and reports those that the schema does not have.
class FieldResolver {
 public:
  explicit FieldResolver(const Schema& schema) : schema_(schema) {}

  std::optional<std::uint32_t> resolve(const std::string& field, const std::string& pointer) {
    const auto found = schema_.find(field);
    if (!found && !field.empty()) {
      problems_.add(Code::invalid_argument, "unknown_field", pointer,
                    "the schema '" + schema_.name() + "' has no field '" + field + "'",
                    "add the field to the schema or correct its name");
    }
    return found;
  }

  std::vector<std::uint32_t> resolve_all(const std::vector<std::string>& fields,
                                         const std::string& pointer) {
    std::vector<std::uint32_t> resolved;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto field = resolve(fields[i], pointer + '/' + std::to_string(i));
      if (field) resolved.push_back(*field);
    }
    return resolved;
  }

  BoundEffect resolve_effect(const EffectTemplate& effect, const std::string& at) {
    BoundEffect bound;
    bound.recipient = resolve(effect.recipient_field, at + "/recipient/field");
    for (const PayloadItem& item : effect.payload) {
      bound.payload.push_back(
          resolve(item.field, child_pointer(at + "/payload", item.name) + "/field"));
    }
    return bound;
  }

  BoundTransition resolve_transition(const Transition& transition, const std::string& at) {
    BoundTransition bound;
    if (transition.guard) {
      auto guard = criteria::bind(*transition.guard, schema_);
      if (guard) {
        bound.guard = std::move(*guard);
        for (const std::string& field : guard_fields(transition)) {
          bound.reads.push_back(*schema_.find(field));
        }
      } else {
        problems_.add_all(guard.problems(), at + "/guard");
      }
    }
    bound.require = resolve_all(transition.require, at + "/require");
    for (std::size_t i = 0; i < transition.effects.size(); ++i) {
      bound.effects.push_back(
          resolve_effect(transition.effects[i], at + "/effects/" + std::to_string(i)));
    }
    return bound;
  }

  void check_key_fields(const Definition& definition) {
    for (std::size_t i = 0; i < definition.statuses.size(); ++i) {
      resolve_all(definition.statuses[i].key_fields,
                  "/statuses/" + std::to_string(i) + "/key_fields");
    }
  }

  std::vector<BoundTransition> resolve_transitions(const Definition& definition) {
    std::vector<BoundTransition> transitions;
    for (std::size_t i = 0; i < definition.transitions.size(); ++i) {
      transitions.push_back(
          resolve_transition(definition.transitions[i], "/transitions/" + std::to_string(i)));
    }
    return transitions;
  }

  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  const Schema& schema_;
  Problems problems_;
};

}  // namespace detail

/// A cheap handle on immutable data: copy it freely, share it between threads.
class BoundProcess {
 public:
  [[nodiscard]] const Process& process() const { return data_->process; }
  [[nodiscard]] const Schema& schema() const { return data_->schema; }
  [[nodiscard]] const detail::BoundTransition& operator[](std::uint32_t transition) const {
    return data_->transitions[transition];
  }

 private:
  friend Result<BoundProcess> bind(const Process& process, const Schema& schema);
  struct Data {
    Process process;
    Schema schema;
    std::vector<detail::BoundTransition> transitions;
  };
  explicit BoundProcess(Data data) : data_(new Data(std::move(data))) {}

  std::shared_ptr<const Data> data_;
};

/// Resolves the fields that steps read: of guards, required fields and effects. Errors, all at
/// once, with JSON pointers into the process: INVALID_ARGUMENT unknown_field, and what binding a
/// guard reports. Key fields are only shown, and the fields that are written may be kept elsewhere:
/// these need not be in the schema.
inline Result<BoundProcess> bind(const Process& process, const Schema& schema) {
  detail::FieldResolver resolver(schema);
  auto transitions = resolver.resolve_transitions(process.definition());
  if (!resolver.problems().empty()) return resolver.problems();
  return BoundProcess({process, schema, std::move(transitions)});
}

/// Whether the schema has every field that the definition names to be read, key fields included;
/// and what bind() would report.
inline Problems check_fields(const Definition& definition, const Schema& schema) {
  detail::FieldResolver resolver(schema);
  resolver.check_key_fields(definition);
  resolver.resolve_transitions(definition);
  return resolver.problems();
}

}  // namespace galena::lifecycle
