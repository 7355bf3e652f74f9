// Similarities of texts.
#include <pybind11/stl.h>

#include <string>

#include "bindings.hpp"
#include "errors.hpp"
#include "galena/match/measure.hpp"
#include "table.hpp"

namespace galena::python {

namespace {

double similarity(const std::string& measure, const std::string& a, const std::string& b) {
  return match::similarity(unwrap(match::measure_from(measure)), a, b);
}

PyColumn similarities(const std::string& measure, const std::string& text, const PyColumn& texts) {
  const py::gil_scoped_release released;
  const match::Measure known = unwrap(match::measure_from(measure));
  return PyColumn{unwrap(match::similarities(known, text, texts.column))};
}

}  // namespace

void bind_similarity(py::module_& module) {
  module.def("similarity", &similarity, py::arg("measure"), py::arg("a"), py::arg("b"));
  module.def("similarities", &similarities, py::arg("measure"), py::arg("text"), py::arg("texts"));
}

}  // namespace galena::python
