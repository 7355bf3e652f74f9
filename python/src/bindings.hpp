// What each file of the module adds to it.
#pragma once

#include <pybind11/pybind11.h>

namespace galena::python {

namespace py = pybind11;

void bind_criteria(py::module_& module);
void bind_csv(py::module_& module);
void bind_decision(py::module_& module);
void bind_lifecycle(py::module_& module);
void bind_match(py::module_& module);
void bind_match_index(py::module_& module);
void bind_router(py::module_& module);
void bind_rules(py::module_& module);
void bind_schema(py::module_& module);
void bind_similarity(py::module_& module);

}  // namespace galena::python
