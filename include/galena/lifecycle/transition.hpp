// Transition: one allowed move between statuses: the event that causes it, and what it asks for.
//
//   Transition{.from = {"contacted"}, .event = "qualify", .to = "qualified",
//              .require = {"email"}, .roles = {"rep"}}
//
// A guard says whether the transition applies to a record at all; require, roles and reasons say
// what must be there before it is made. Which of several transitions is taken: lifecycle/step.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/decision.hpp"
#include "galena/base/value.hpp"
#include "galena/criteria/expression.hpp"

namespace galena::lifecycle {

/// How strictly a transition's guard and required fields are meant. Roles and reasons always bind.
enum class Mode : std::uint8_t {
  enforced,  ///< a guard that does not hold or a blank required field stops the step
  advisory,  ///< they are reported as warnings; the step is made all the same
};

/// A value of an effect's payload: fixed, or read from the record when the step is made.
struct PayloadItem {
  std::string name = {};
  Value value = {};        ///< used when `field` is empty
  std::string field = {};  ///< name of the field to read
  friend bool operator==(const PayloadItem&, const PayloadItem&) = default;
};

/// An effect that a transition asks of its host. Its subject is the record of the instance.
struct EffectTemplate {
  EffectKind kind = EffectKind::notify;
  std::string recipient = {};        ///< user, queue, role or address; used when the field is empty
  std::string recipient_field = {};  ///< name of the field that holds the recipient
  std::vector<PayloadItem> payload = {};
  friend bool operator==(const EffectTemplate&, const EffectTemplate&) = default;
};

inline constexpr std::string_view kAnyOpen = "*";

struct Transition {
  std::vector<std::string> from = {};  ///< status ids; "*" stands for every open status
  std::string event = {};
  std::string to = {};
  std::optional<criteria::Expression> guard = {};  ///< none: always holds
  std::vector<std::string> require = {};           ///< fields that must not be blank
  std::vector<std::string> roles = {};             ///< the actor needs one of them; empty: anybody
  std::vector<std::string> reasons = {};  ///< a reason is mandatory and one of these; empty: free
  std::vector<EffectTemplate> effects = {};
  Mode mode = Mode::enforced;
  bool new_period = false;  ///< begins a new open period; leaving a closed status always does

  [[nodiscard]] bool has_reason(std::string_view reason) const {
    return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
  }
  friend bool operator==(const Transition&, const Transition&) = default;
};

}  // namespace galena::lifecycle
