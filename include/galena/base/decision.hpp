// Decision and Effect: what every engine answers. A decision says what changes, what the host must
// carry out (effects), and everything that is needed to explain and replay it.
//
//   auto decision = router.decide(lead, now);
//   galena::apply(decision, lead);                       // writes the changes
//   for (const galena::Effect& effect : decision.effects) deliver(effect);
//
// A decision is a plain value; to_json() is its canonical form, digest() the hash of that.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/actor.hpp"
#include "galena/base/instant.hpp"
#include "galena/base/json_writer.hpp"
#include "galena/base/sha256.hpp"
#include "galena/base/value.hpp"

namespace galena {

/// The closed list of things a decision may ask of its host.
enum class EffectKind : std::uint8_t {
  send_message,
  notify,
  create_task,
  change_task,
  cancel_task,
  create_record,
  update_record,
  open_form,
  export_list,
  pay_credit,
  reverse_credit,
  publish,
};

inline constexpr std::string_view kEffectKindNames[] = {
    "send_message",  "notify",    "create_task", "change_task", "cancel_task",    "create_record",
    "update_record", "open_form", "export_list", "pay_credit",  "reverse_credit", "publish"};

constexpr std::string_view effect_kind_name(EffectKind kind) {
  return kEffectKindNames[static_cast<std::size_t>(kind)];
}

constexpr std::optional<EffectKind> effect_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kEffectKindNames); ++i) {
    if (kEffectKindNames[i] == name) return static_cast<EffectKind>(i);
  }
  return std::nullopt;
}

/// A named value: part of an effect's payload, or a value that a decision read.
struct NamedValue {
  std::string name;
  Value value;
  friend bool operator==(const NamedValue&, const NamedValue&) = default;
};

/// One thing the host must carry out: at least once, harmless twice (the key tells repeats apart).
struct Effect {
  EffectKind kind = EffectKind::notify;
  std::string key = {};        ///< decision id + '/' + ordinal; set by Decision::identify
  std::string subject = {};    ///< id of the record it is about; may be empty when the host knows
  std::string recipient = {};  ///< user, queue, role or address
  std::optional<Instant> due = {};
  std::vector<NamedValue> payload = {};
  friend bool operator==(const Effect&, const Effect&) = default;
};

/// A field's new value.
struct Change {
  std::string field;
  Value before;
  Value after;
  friend bool operator==(const Change&, const Change&) = default;
};

/// A counter of state that the decision moved, such as a pool member's number of assignments.
struct Counter {
  std::string name;
  std::int64_t before = 0;
  std::int64_t after = 0;
  friend bool operator==(const Counter&, const Counter&) = default;
};

struct Decision {
  std::string engine;           ///< "assign", "lifecycle", ...
  std::string definition;       ///< name of the definition that decided
  std::string definition_hash;  ///< content hash of that definition
  std::string rule;             ///< id of the entry, transition or level that decided; may be empty
  std::string reason;           ///< closed reason code of the engine
  std::optional<Instant> at;
  std::vector<Change> changes;
  std::vector<Effect> effects;
  std::vector<NamedValue> readings;  ///< the values the rule read
  std::vector<Counter> counters;     ///< state before and after

  /// Gives every effect its key "<decision id>/<ordinal>", ordinals from 0.
  void identify(const DecisionId& id) {
    for (std::size_t i = 0; i < effects.size(); ++i) {
      effects[i].key = id.text() + '/' + std::to_string(i);
    }
  }
  friend bool operator==(const Decision&, const Decision&) = default;
};

namespace detail {

inline void write(JsonWriter& json, std::string_view key, const std::vector<NamedValue>& values) {
  json.key(key).begin_object();
  for (const NamedValue& named : values) json.key(named.name).value(named.value);
  json.end_object();
}

inline void write(JsonWriter& json, const Effect& effect) {
  json.begin_object().key("kind").value(effect_kind_name(effect.kind));
  json.key("key").value(effect.key).key("subject").value(effect.subject);
  json.key("recipient").value(effect.recipient).key("due");
  effect.due ? json.value(format_instant(*effect.due)) : json.null();
  write(json, "payload", effect.payload);
  json.end_object();
}

}  // namespace detail

/// The canonical JSON of an effect.
inline std::string to_json(const Effect& effect) {
  JsonWriter json;
  detail::write(json, effect);
  return std::move(json).text();
}

/// The canonical JSON of a decision: the same decision gives the same bytes on every machine.
inline std::string to_json(const Decision& decision) {
  JsonWriter json;
  json.begin_object().key("engine").value(decision.engine);
  json.key("definition").value(decision.definition);
  json.key("definition_hash").value(decision.definition_hash);
  json.key("rule").value(decision.rule).key("reason").value(decision.reason).key("at");
  decision.at ? json.value(format_instant(*decision.at)) : json.null();
  json.key("changes").begin_array();
  for (const Change& change : decision.changes) {
    json.begin_object().key("field").value(change.field);
    json.key("before").value(change.before).key("after").value(change.after).end_object();
  }
  json.end_array().key("effects").begin_array();
  for (const Effect& effect : decision.effects) detail::write(json, effect);
  json.end_array();
  detail::write(json, "readings", decision.readings);
  json.key("counters").begin_array();
  for (const Counter& counter : decision.counters) {
    json.begin_object().key("name").value(counter.name).key("before").value(counter.before);
    json.key("after").value(counter.after).end_object();
  }
  json.end_array().end_object();
  return std::move(json).text();
}

/// SHA-256 of to_json(decision), 64 hexadecimal digits.
inline std::string digest(const Decision& decision) { return sha256_hex(to_json(decision)); }

}  // namespace galena
