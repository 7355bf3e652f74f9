// Progress: how a host follows long work, and stops it.
//
//   options.progress = [&](double fraction, std::string_view phase) { return bar.show(fraction); };
//   options.progress = [&](double fraction) { return !stop_asked; };
//
// A class of its own, not a std::function: that one's header brings hash maps and searchers into
// every program that reads a CSV.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace galena {

/// A function (fraction done from 0 to 1, phase) or (fraction) that returns false to cancel. May be
/// empty. Called on the thread that does the work. Copies call the same function object.
class Progress {
 public:
  Progress() = default;
  template <class Follow>
  requires(!std::is_same_v<Follow, Progress>)
      Progress(Follow follow) {  // NOLINT: a function is a way to follow
    // A null pointer to a function, or an empty std::function, is no way to follow.
    if constexpr (std::is_assignable_v<Follow&, std::nullptr_t>) {
      if (follow == nullptr) return;
    }
    follow_.reset(new Follow(std::move(follow)));
    call_ = &call<Follow>;
  }

  explicit operator bool() const { return call_ != nullptr; }
  /// Must not be empty. False: the work is to stop.
  bool operator()(double fraction, std::string_view phase) const {
    return call_(follow_.get(), fraction, phase);
  }

 private:
  template <class Follow>
  static bool call(void* follow, double fraction, std::string_view phase) {
    auto& function = *static_cast<Follow*>(follow);
    if constexpr (std::is_invocable_v<Follow&, double, std::string_view>) {
      return function(fraction, phase);
    } else {
      return function(fraction);
    }
  }

  std::shared_ptr<void> follow_;
  bool (*call_)(void*, double, std::string_view) = nullptr;
};

}  // namespace galena
