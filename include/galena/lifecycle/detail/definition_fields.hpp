// The record fields that a process definition names.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "galena/base/order.hpp"
#include "galena/lifecycle/definition.hpp"

namespace galena::lifecycle::detail {

/// The fields that the guard of a transition reads, in its order; each once.
inline std::vector<std::string> guard_fields(const Transition& transition) {
  std::vector<std::string> fields;
  if (!transition.guard) return fields;
  const auto add = [&](const std::string& field) {
    if (!field.empty() && std::find(fields.begin(), fields.end(), field) == fields.end()) {
      fields.push_back(field);
    }
  };
  for (const criteria::Criterion& criterion : transition.guard->criteria()) {
    add(criterion.field);
    add(criterion.second_field);
  }
  return fields;
}

/// Every field that is read: by guards, required fields, effects and key fields; sorted, each once.
inline std::vector<std::string> fields_of(const Definition& definition) {
  std::vector<std::string> fields;
  const auto add = [&](const std::string& field) {
    if (!field.empty()) fields.push_back(field);
  };
  for (const Status& status : definition.statuses) {
    for (const std::string& field : status.key_fields) add(field);
  }
  for (const Transition& transition : definition.transitions) {
    for (const std::string& field : guard_fields(transition)) add(field);
    for (const std::string& field : transition.require) add(field);
    for (const EffectTemplate& effect : transition.effects) {
      add(effect.recipient_field);
      for (const PayloadItem& item : effect.payload) add(item.field);
    }
  }
  galena::detail::sort_unique(fields);
  return fields;
}

}  // namespace galena::lifecycle::detail
