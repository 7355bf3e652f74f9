// The checks of a process definition: every problem of every part, each with its JSON pointer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/base/utf8.hpp"
#include "galena/lifecycle/definition.hpp"

namespace galena::lifecycle::detail {

/// `pointer` extended by a name, escaped by RFC 6901.
inline std::string child_pointer(std::string pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

class DefinitionCheck {
 public:
  explicit DefinitionCheck(const Definition& definition) : definition_(definition) {}

  [[nodiscard]] Problems run() {
    check_head();
    for (std::size_t i = 0; i < definition_.statuses.size(); ++i) check_status(i);
    check_initial();
    for (std::size_t i = 0; i < definition_.transitions.size(); ++i) check_transition(i);
    return std::move(problems_);
  }

 private:
  void add(std::string detail, std::string pointer, std::string message, std::string hint = {}) {
    problems_.add(Code::invalid_argument, std::move(detail), std::move(pointer), std::move(message),
                  std::move(hint));
  }

  /// Reports text that is empty (when it must not be) or no UTF-8; true when neither.
  bool check_text(std::string_view text, const std::string& pointer, std::string_view what,
                  bool may_be_empty = false) {
    if (text.empty() && !may_be_empty) {
      add("missing_" + std::string(pointer.substr(pointer.rfind('/') + 1)), pointer,
          std::string(what) + " is missing or empty", "give it");
      return false;
    }
    if (!is_valid_utf8(text)) {
      problems_.add(Code::bad_encoding, "bad_encoding", pointer,
                    std::string(what) + " is not UTF-8", "convert it to UTF-8");
      return false;
    }
    return true;
  }

  void check_local(const LocalText& text, const std::string& pointer, std::string_view what) {
    check_text(text.text, pointer, what, true);
    for (const auto& [language, translated] : text.translations) {
      check_text(translated, child_pointer(pointer, language), what, true);
    }
  }

  /// Names in a list: none empty, none twice. A list of one may stand as plain text in the JSON, so
  /// its only element is the list itself in the pointer when `plain` is set.
  void check_names(const std::vector<std::string>& names, const std::string& pointer,
                   std::string_view what, bool plain = false) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string at = element(pointer, i, plain ? names.size() : 0);
      if (names[i].empty()) {
        add("empty_name", at, std::string(what) + " is empty", "remove it or give the name");
      } else if (!check_text(names[i], at, what)) {
        continue;
      } else if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i),
                           names[i]) != names.begin() + static_cast<std::ptrdiff_t>(i)) {
        add("duplicate_name", at, std::string(what) + " '" + names[i] + "' is given twice",
            "remove one");
      }
    }
  }

  static std::string element(const std::string& pointer, std::size_t index, std::size_t size) {
    return size == 1 ? pointer : pointer + '/' + std::to_string(index);
  }

  [[nodiscard]] const Status* find(std::string_view id) const {
    const auto found = std::find_if(definition_.statuses.begin(), definition_.statuses.end(),
                                    [&](const Status& status) { return status.id == id; });
    return found == definition_.statuses.end() ? nullptr : &*found;
  }

  void check_head() {
    check_text(definition_.name, "/name", "the name of the process");
    check_local(definition_.label, "/label", "the label of the process");
    check_text(definition_.field, "/field", "the name of the status field", true);
    check_text(definition_.reason_field, "/reason_field", "the name of the reason field", true);
    if (!definition_.field.empty() && definition_.field == definition_.reason_field) {
      add("same_field", "/reason_field",
          "'" + definition_.field + "' cannot hold both the status and the reason",
          "name another field");
    }
    if (definition_.version < 1) {
      add("bad_version", "/version",
          "the version is " + std::to_string(definition_.version) + ", it starts at 1",
          "give a whole number from 1");
    }
    if (definition_.statuses.empty()) {
      add("missing_statuses", "/statuses", "the process has no statuses", "give at least one");
    }
  }

  void check_initial() {
    if (!check_text(definition_.initial, "/initial", "the initial status")) return;
    const Status* initial = find(definition_.initial);
    if (initial == nullptr) {
      unknown_status("/initial", definition_.initial);
    } else if (!initial->open()) {
      add("initial_closed", "/initial",
          "the initial status '" + initial->id + "' is closed: nothing could be done in it",
          "start in an open status");
    }
  }

  void unknown_status(std::string pointer, const std::string& id) {
    if (definition_.statuses.empty()) return;  // reported once, as missing_statuses
    add("unknown_status", std::move(pointer), "there is no status '" + id + "'",
        "add it to the statuses or correct the id");
  }

  void check_status(std::size_t index) {
    const Status& status = definition_.statuses[index];
    const std::string at = "/statuses/" + std::to_string(index);
    if (check_text(status.id, at + "/id", "the id of a status")) {
      if (status.id == kAnyOpen) {
        add("reserved_id", at + "/id", "'*' stands for every open status and cannot name one",
            "choose another id");
      } else if (find(status.id) != &status) {
        add("duplicate_status", at + "/id", "the status '" + status.id + "' is defined twice",
            "remove or rename one");
      }
    }
    check_local(status.label, at + "/label", "the label of a status");
    check_guidance(status, at);
    if (status.key_fields.size() > kMaxKeyFields) {
      problems_.add(Code::limit_exceeded, "too_many_key_fields", at + "/key_fields",
                    "'" + status.id + "' has " + std::to_string(status.key_fields.size()) +
                        " key fields, at most " + std::to_string(kMaxKeyFields) + " are allowed",
                    "keep those that matter most");
    }
    check_names(status.key_fields, at + "/key_fields", "a key field");
    if (status.probability && !(*status.probability >= 0 && *status.probability <= 1)) {
      add("bad_probability", at + "/probability",
          "the probability of '" + status.id + "' is " + number_to_text(*status.probability),
          "give a number from 0 to 1, such as 0.25 for 25 %");
    }
  }

  void check_guidance(const Status& status, const std::string& at) {
    check_local(status.guidance, at + "/guidance", "the guidance of a status");
    const auto check_length = [&](const std::string& text, const std::string& pointer) {
      const std::size_t length = count_characters(text);
      if (length <= kMaxGuidance) return;
      problems_.add(Code::limit_exceeded, "guidance_too_long", pointer,
                    "the guidance of '" + status.id + "' has " + std::to_string(length) +
                        " characters, at most " + std::to_string(kMaxGuidance) + " are allowed",
                    "shorten it");
    };
    check_length(status.guidance.text, at + "/guidance");
    for (const auto& [language, text] : status.guidance.translations) {
      check_length(text, child_pointer(at + "/guidance", language));
    }
  }

  void check_transition(std::size_t index) {
    const Transition& transition = definition_.transitions[index];
    const std::string at = "/transitions/" + std::to_string(index);
    check_from(transition, at);
    check_text(transition.event, at + "/event", "the event of a transition");
    if (check_text(transition.to, at + "/to", "the target of a transition") &&
        find(transition.to) == nullptr) {
      unknown_status(at + "/to", transition.to);
    }
    const Status* target = find(transition.to);
    if (transition.new_period && target != nullptr && !target->open()) {
      add("period_into_closed", at + "/new_period",
          "an open period cannot begin in the closed status '" + transition.to + "'",
          "lead to an open status or remove new_period");
    }
    check_names(transition.require, at + "/require", "a required field");
    check_names(transition.roles, at + "/roles", "a role");
    check_names(transition.reasons, at + "/reasons", "a reason");
    for (std::size_t i = 0; i < transition.effects.size(); ++i) {
      check_effect(transition.effects[i], at + "/effects/" + std::to_string(i));
    }
    const auto before = definition_.transitions.begin();
    const auto self = before + static_cast<std::ptrdiff_t>(index);
    if (const auto same = std::find(before, self, transition); same != self) {
      add("duplicate_transition", at,
          "the transition repeats /transitions/" + std::to_string(same - before), "remove one");
    }
  }

  void check_from(const Transition& transition, const std::string& at) {
    if (transition.from.empty()) {
      add("missing_from", at + "/from", "the transition starts from no status",
          "name a status, or '*' for every open one");
    }
    check_names(transition.from, at + "/from", "a status", true);
    for (std::size_t i = 0; i < transition.from.size(); ++i) {
      const std::string& id = transition.from[i];
      if (id.empty() || id == kAnyOpen) continue;
      const std::string pointer = element(at + "/from", i, transition.from.size());
      const Status* status = find(id);
      if (status == nullptr) {
        unknown_status(pointer, id);
      } else if (status->category == Category::closed_converted) {
        add("leaves_converted", pointer,
            "the status '" + id + "' means converted, and what is converted never reopens",
            "remove the transition or give the status another category");
      }
    }
  }

  void check_effect(const EffectTemplate& effect, const std::string& at) {
    check_text(effect.recipient, at + "/recipient", "the recipient of an effect", true);
    for (std::size_t i = 0; i < effect.payload.size(); ++i) {
      const PayloadItem& item = effect.payload[i];
      const std::string pointer = child_pointer(at + "/payload", item.name);
      if (item.name.empty() || !is_valid_utf8(item.name)) {
        add("bad_payload_name", at + "/payload", "a payload item has no name in UTF-8",
            "name every item");
        continue;
      }
      const auto same = [&](const PayloadItem& other) { return other.name == item.name; };
      if (std::any_of(effect.payload.begin(),
                      effect.payload.begin() + static_cast<std::ptrdiff_t>(i), same)) {
        add("duplicate_payload", pointer, "the payload item '" + item.name + "' is given twice",
            "remove one");
      }
      if (item.value.kind() == ValueKind::text) {
        check_text(item.value.view().text(), pointer, "a payload value", true);
      }
    }
  }

  const Definition& definition_;
  Problems problems_;
};

}  // namespace galena::lifecycle::detail
