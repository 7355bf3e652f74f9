// Decisions, effects and named values as Python sees them.
#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "galena/base/decision.hpp"

namespace galena::python {

namespace py = pybind11;

/// name -> value, in order.
py::dict to_dict(const std::vector<NamedValue>& values);
/// A list of (kind, key, subject, recipient, due, payload).
py::list to_tuples(const std::vector<Effect>& effects);

}  // namespace galena::python
