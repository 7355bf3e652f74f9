// A galena_normaliser as the library asks it.
#pragma once

#include <string>
#include <string_view>

#include "galena.h"
#include "galena/match/normalise.hpp"
#include "guard.hpp"

namespace galena::capi {

/// Must last as long as what asks() is given to.
struct HostCallback {
  galena_normaliser call = nullptr;
  void* data = nullptr;

  /// No function when there is no callback.
  [[nodiscard]] match::HostNormaliser asks() {
    if (call == nullptr) return {};
    return {&ask, this};
  }

 private:
  static match::HostForm ask(void* host, Kind kind, std::string_view text, std::string& out) {
    const auto& callback = *static_cast<const HostCallback*>(host);
    galena_buffer form;
    const std::string name(kind_name(kind));
    const int32_t answer =
        callback.call(callback.data, name.c_str(), text.data(), text.size(), &form);
    out = std::move(form.bytes);
    switch (answer) {
      case GALENA_FORM_UNCHANGED:
        return match::HostForm::unchanged;
      case GALENA_FORM_REWRITTEN:
        return match::HostForm::rewritten;
      case GALENA_FORM_FINAL:
        return match::HostForm::final;
      default:
        return match::HostForm::failed;
    }
  }
};

}  // namespace galena::capi
