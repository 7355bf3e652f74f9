// A Python normaliser as the library asks it.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>
#include <utility>

#include "bindings.hpp"
#include "galena/match/normalise.hpp"

namespace galena::python {

/// Must last as long as what asks() is given to, and be made and ended under the GIL.
class PyNormaliser {
 public:
  /// `callable` is None, or callable(kind, text) that answers (number of a match::HostForm, text)
  /// and raises nothing (galena._normalise.Host).
  explicit PyNormaliser(py::object callable) : callable_(std::move(callable)) {}

  /// No function for None. What asks() gives takes the GIL for each value, on any thread.
  [[nodiscard]] match::HostNormaliser asks() {
    if (callable_.is_none()) return {};
    return {&ask, this};
  }

 private:
  static match::HostForm ask(void* host, Kind kind, std::string_view text, std::string& out);
  py::object callable_;
};

}  // namespace galena::python
