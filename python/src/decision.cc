#include "decision.hpp"

#include <pybind11/stl.h>

#include <string>

#include "bindings.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

py::object optional_instant(const std::optional<Instant>& instant) {
  return instant ? to_python(*instant) : py::none();
}

py::list changes_of(const Decision& decision) {
  py::list changes;
  for (const Change& change : decision.changes) {
    changes.append(py::make_tuple(change.field, to_python(change.before.view()),
                                  to_python(change.after.view())));
  }
  return changes;
}

py::list counters_of(const Decision& decision) {
  py::list counters;
  for (const Counter& counter : decision.counters) {
    counters.append(py::make_tuple(counter.name, counter.before, counter.after));
  }
  return counters;
}

}  // namespace

py::dict to_dict(const std::vector<NamedValue>& values) {
  py::dict dict;
  for (const NamedValue& named : values) dict[py::str(named.name)] = to_python(named.value.view());
  return dict;
}

py::list to_tuples(const std::vector<Effect>& effects) {
  py::list list;
  for (const Effect& effect : effects) {
    list.append(py::make_tuple(std::string(effect_kind_name(effect.kind)), effect.key,
                               effect.subject, effect.recipient, optional_instant(effect.due),
                               to_dict(effect.payload)));
  }
  return list;
}

void bind_decision(py::module_& module) {
  py::class_<Decision>(module, "Decision")
      .def_readonly("engine", &Decision::engine)
      .def_readonly("definition", &Decision::definition)
      .def_readonly("definition_hash", &Decision::definition_hash)
      .def_readonly("rule", &Decision::rule)
      .def_readonly("reason", &Decision::reason)
      .def_property_readonly("at", [](const Decision& self) { return optional_instant(self.at); })
      .def_property_readonly("changes", &changes_of)
      .def_property_readonly("effects",
                             [](const Decision& self) { return to_tuples(self.effects); })
      .def_property_readonly("readings", [](const Decision& self) { return to_dict(self.readings); })
      .def_property_readonly("counters", &counters_of)
      .def("to_json", [](const Decision& self) { return to_json(self); })
      .def("digest", [](const Decision& self) { return digest(self); })
      .def(
          "identified",
          [](Decision self, const std::string& id) {
            self.identify(DecisionId(id));
            return self;
          },
          py::arg("id"));
}

}  // namespace galena::python
