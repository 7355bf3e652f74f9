// Findings of linters and verifiers as Python tuples.
#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "galena/record/schema_json.hpp"

namespace galena::python {

namespace py = pybind11;

/// A list of (code, severity, pointer, message, witness).
py::list to_tuples(const std::vector<Finding>& findings);

}  // namespace galena::python
