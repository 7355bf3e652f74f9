#include "lifecycle/read_definition.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "criteria/read_expression.hpp"

namespace galena::lifecycle {
namespace {

using galena::detail::JsonNode;

constexpr std::string_view kModeNames[] = {"enforced", "advisory"};

std::vector<std::string> read_texts(const JsonNode& node, std::string_view key) {
  const auto list = node.find(key);
  return list ? list->texts() : std::vector<std::string>();
}

/// An enumerator under a key that must be there.
template <class Enum, std::size_t N>
Enum read_choice(const JsonNode& node, std::string_view key, const std::string_view (&names)[N]) {
  if (node.is_object() && !node.has(key)) {
    node.problems().add(Code::invalid_argument, "missing_" + std::string(key),
                        galena::detail::child_pointer(node.pointer(), key),
                        "'" + node.pointer() + "' has no " + std::string(key), "give it");
  }
  const auto child = node.find(key);
  return child ? child->choice<Enum>(names) : Enum();
}

Status read_status(const JsonNode& node) {
  node.expect_keys(
      {"id", "label", "category", "guidance", "key_fields", "probability", "forecast"});
  Status status;
  status.id = node.text_or("id");
  status.label = node.local_text_or_empty("label");
  status.category = read_choice<Category>(node, "category", kCategoryNames);
  status.guidance = node.local_text_or_empty("guidance");
  status.key_fields = read_texts(node, "key_fields");
  if (const auto probability = node.find("probability")) status.probability = probability->number();
  if (const auto forecast = node.find("forecast")) {
    status.forecast = forecast->choice<Forecast>(kForecastNames);
  }
  return status;
}

/// {"field": "<name>"}: the name of a field to read.
std::string read_field_name(const JsonNode& node) {
  node.expect_keys({"field"});
  return node.get("field").nonempty_text();
}

EffectTemplate read_effect(const JsonNode& node) {
  node.expect_keys({"kind", "recipient", "payload"});
  EffectTemplate effect;
  effect.kind = read_choice<EffectKind>(node, "kind", kEffectKindNames);
  if (const auto recipient = node.find("recipient")) {
    if (recipient->is_object()) {
      effect.recipient_field = read_field_name(*recipient);
    } else {
      effect.recipient = recipient->text();
    }
  }
  if (const auto payload = node.find("payload")) {
    for (const auto& [name, item] : payload->members()) {
      if (item.is_object()) {
        effect.payload.push_back({.name = std::string(name), .field = read_field_name(item)});
      } else {
        effect.payload.push_back({.name = std::string(name), .value = item.scalar()});
      }
    }
  }
  return effect;
}

Transition read_transition(const JsonNode& node) {
  node.expect_keys({"from", "event", "to", "guard", "require", "roles", "reasons", "effects",
                    "mode", "new_period"});
  Transition transition;
  if (const auto from = node.find("from")) {
    transition.from = from->is_array() ? from->texts() : std::vector{from->text()};
  }
  transition.event = node.text_or("event");
  transition.to = node.text_or("to");
  if (const auto guard = node.find("guard")) transition.guard = criteria::read_expression(*guard);
  transition.require = read_texts(node, "require");
  transition.roles = read_texts(node, "roles");
  transition.reasons = read_texts(node, "reasons");
  for (const JsonNode& effect : node.items_or_none("effects")) {
    transition.effects.push_back(read_effect(effect));
  }
  transition.mode = node.choice_or("mode", kModeNames, Mode::enforced);
  transition.new_period = node.boolean_or("new_period", false);
  return transition;
}

/// Timers would fire or not: a process that has some must not run as if it had none.
void refuse_timers(const JsonNode& root) {
  const auto timers = root.find("timers");
  if (!timers || (timers->is_array() && timers->items().empty())) return;
  root.problems().add(Code::unsupported, "timers_unsupported", timers->pointer(),
                      "the process has timers, which this version does not run",
                      "remove \"timers\" and let the host send their events");
}

}  // namespace

Definition read_definition(const JsonNode& root) {
  root.expect_keys({"name", "label", "version", "initial", "field", "reason_field", "statuses",
                    "transitions", "timers"});
  Definition definition;
  definition.name = root.text_or("name");
  definition.label = root.local_text_or_empty("label");
  definition.version = root.integer_or("version", 1, 1);
  definition.initial = root.text_or("initial");
  definition.field = root.text_or("field", definition.field);
  definition.reason_field = root.text_or("reason_field");
  for (const JsonNode& status : root.items_or_none("statuses")) {
    definition.statuses.push_back(read_status(status));
  }
  for (const JsonNode& transition : root.items_or_none("transitions")) {
    definition.transitions.push_back(read_transition(transition));
  }
  refuse_timers(root);
  return definition;
}

}  // namespace galena::lifecycle
