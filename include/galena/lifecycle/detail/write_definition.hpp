// The canonical JSON of a process definition: keys in one order, what is not set is left out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/json_writer.hpp"
#include "galena/base/local_text.hpp"
#include "galena/lifecycle/definition.hpp"

namespace galena::lifecycle::detail {

inline void write(JsonWriter& json, std::string_view key, const LocalText& text) {
  if (text.empty() && text.translations.empty()) return;
  json.key(key);
  if (text.translations.empty()) {
    json.value(text.text);
    return;
  }
  json.begin_object().key("").value(text.text);
  for (const auto& [language, translated] : text.translations) {
    json.key(language).value(translated);
  }
  json.end_object();
}

inline void write(JsonWriter& json, std::string_view key, const std::vector<std::string>& list) {
  if (list.empty()) return;
  json.key(key).begin_array();
  for (const std::string& item : list) json.value(item);
  json.end_array();
}

inline void write(JsonWriter& json, const Status& status) {
  json.begin_object().key("id").value(status.id);
  write(json, "label", status.label);
  json.key("category").value(category_name(status.category));
  write(json, "guidance", status.guidance);
  write(json, "key_fields", status.key_fields);
  if (status.probability) json.key("probability").value(*status.probability);
  if (status.forecast) json.key("forecast").value(forecast_name(*status.forecast));
  json.end_object();
}

inline void write(JsonWriter& json, const EffectTemplate& effect) {
  json.begin_object().key("kind").value(effect_kind_name(effect.kind));
  if (!effect.recipient_field.empty()) {
    json.key("recipient").begin_object().key("field").value(effect.recipient_field).end_object();
  } else if (!effect.recipient.empty()) {
    json.key("recipient").value(effect.recipient);
  }
  if (!effect.payload.empty()) {
    json.key("payload").begin_object();
    for (const PayloadItem& item : effect.payload) {
      json.key(item.name);
      if (item.field.empty()) {
        json.value(item.value);
      } else {
        json.begin_object().key("field").value(item.field).end_object();
      }
    }
    json.end_object();
  }
  json.end_object();
}

inline void write(JsonWriter& json, const Transition& transition) {
  json.begin_object().key("from");
  if (transition.from.size() == 1) {
    json.value(transition.from.front());
  } else {
    json.begin_array();
    for (const std::string& id : transition.from) json.value(id);
    json.end_array();
  }
  json.key("event").value(transition.event).key("to").value(transition.to);
  if (transition.guard) json.key("guard").raw(transition.guard->to_json());
  write(json, "require", transition.require);
  write(json, "roles", transition.roles);
  write(json, "reasons", transition.reasons);
  if (!transition.effects.empty()) {
    json.key("effects").begin_array();
    for (const EffectTemplate& effect : transition.effects) write(json, effect);
    json.end_array();
  }
  if (transition.mode == Mode::advisory) json.key("mode").value("advisory");
  if (transition.new_period) json.key("new_period").value(true);
  json.end_object();
}

/// Brings the definition into the form that its JSON gives back, so that processes of one hash
/// behave the same: payload values as JSON stores them, and no fixed value beside a field to read.
inline void make_canonical(Definition& definition) {
  for (Transition& transition : definition.transitions) {
    for (EffectTemplate& effect : transition.effects) {
      if (!effect.recipient_field.empty()) effect.recipient.clear();
      for (PayloadItem& item : effect.payload) {
        item.value = item.field.empty() ? criteria::storable(item.value) : Value();
      }
    }
  }
}

inline std::string to_json(const Definition& definition) {
  JsonWriter json;
  json.begin_object().key("name").value(definition.name);
  write(json, "label", definition.label);
  json.key("version").value(definition.version).key("initial").value(definition.initial);
  if (definition.field != "status") json.key("field").value(definition.field);
  if (!definition.reason_field.empty()) json.key("reason_field").value(definition.reason_field);
  json.key("statuses").begin_array();
  for (const Status& status : definition.statuses) write(json, status);
  json.end_array().key("transitions").begin_array();
  for (const Transition& transition : definition.transitions) write(json, transition);
  json.end_array().end_object();
  return std::move(json).text();
}

}  // namespace galena::lifecycle::detail
