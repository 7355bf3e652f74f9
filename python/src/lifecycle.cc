// Processes, instances and steps.
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "decision.hpp"
#include "errors.hpp"
#include "findings.hpp"
#include "galena/lifecycle/diagram.hpp"
#include "galena/lifecycle/events_between.hpp"
#include "galena/lifecycle/process_json.hpp"
#include "galena/lifecycle/step.hpp"
#include "galena/lifecycle/verify.hpp"
#include "record_in.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

using lifecycle::Instance;
using lifecycle::StepResult;

/// A process with what it is bound to: the schema it was given, or that of the records that come.
class PyProcess {
 public:
  explicit PyProcess(lifecycle::Process process, std::optional<Schema> schema = {})
      : process_(std::move(process)),
        schema_(std::move(schema)),
        fields_(process_.fields_read()) {
    if (schema_) stepper_.emplace(unwrap(lifecycle::bind(process_, *schema_)));
  }

  [[nodiscard]] const lifecycle::Process& process() const { return process_; }

  /// Calls `use(stepper, row)` for a record given as a dict.
  template <class Use>
  auto with_record(const py::dict& dict, Use use) {
    const std::vector<Value> values = fields_.values_of(dict);
    if (stepper_) {
      const Record record = fields_.record_of(*schema_, values);
      return use(*stepper_, row_of(record));
    }
    auto& [schema, stepper] = bound_.get(fields_, values, [&](const Schema& shape) {
      return lifecycle::Stepper(unwrap(lifecycle::bind(process_, shape)));
    });
    const Record record = fields_.record_of(schema, values);
    return use(stepper, row_of(record));
  }

 private:
  lifecycle::Process process_;
  std::optional<Schema> schema_;
  RecordFields fields_;
  std::optional<lifecycle::Stepper> stepper_;
  BoundToShape<lifecycle::Stepper> bound_;
};

py::list to_tuples(const std::vector<lifecycle::Obstacle>& obstacles) {
  py::list list;
  for (const lifecycle::Obstacle& obstacle : obstacles) {
    list.append(py::make_tuple(std::string(lifecycle::obstacle_name(obstacle.kind)), obstacle.names,
                               to_dict(obstacle.readings), obstacle.message));
  }
  return list;
}

py::list to_tuples(const std::vector<lifecycle::Attempt>& attempts) {
  py::list list;
  for (const lifecycle::Attempt& attempt : attempts) {
    list.append(py::make_tuple(attempt.transition, attempt.to,
                               attempt.mode == lifecycle::Mode::advisory ? "advisory" : "enforced",
                               to_tuples(attempt.obstacles)));
  }
  return list;
}

py::object audit_of(const StepResult& result) {
  if (!result.accepted) return py::none();
  const lifecycle::AuditEntry& audit = result.audit;
  return py::make_tuple(audit.record.text(), to_python(audit.at), audit.actor.text(),
                        audit.partner.text(), audit.from, audit.event, audit.to, audit.transition,
                        audit.reason, audit.definition_hash, audit.version_before,
                        audit.version_after, to_dict(audit.readings), audit.warnings,
                        lifecycle::to_json(audit));
}

py::object rejection_of(const StepResult& result) {
  if (result.accepted) return py::none();
  const lifecycle::Rejection& rejection = result.rejection;
  return py::make_tuple(std::string(code_name(rejection.code)), rejection.detail, rejection.message,
                        to_tuples(rejection.attempts), rejection.possible_events,
                        lifecycle::to_json(rejection));
}

Actor actor_of(const std::string& user, const std::vector<std::string>& roles,
               const std::string& partner) {
  return Actor{.user = UserId(user), .roles = roles, .partner = PartnerId(partner)};
}

StepResult step_of(PyProcess& self, const Instance& instance, const std::string& event,
                   const py::dict& record, const std::string& user,
                   const std::vector<std::string>& roles, const std::string& partner,
                   const py::object& now, const std::string& reason,
                   std::optional<std::int64_t> version) {
  const Actor actor = actor_of(user, roles, partner);
  const lifecycle::StepRequest request{.event = event,
                                       .actor = actor,
                                       .now = instant_of(now, "now"),
                                       .reason = reason,
                                       .expected_version = version};
  return self.with_record(record, [&](lifecycle::Stepper& stepper, const RowView& row) {
    return stepper.step(instance, row, request);
  });
}

py::list available_of(PyProcess& self, const Instance& instance, const py::dict& record,
                      const std::string& user, const std::vector<std::string>& roles,
                      const std::string& partner, const py::object& now) {
  const Actor actor = actor_of(user, roles, partner);
  const Instant at = now.is_none() ? instance.last_step : instant_of(now, "now");
  const auto events = self.with_record(record, [&](lifecycle::Stepper& stepper, const RowView& row) {
    return unwrap(stepper.available(instance, row, actor, at));
  });
  py::list list;
  for (const lifecycle::Availability& event : events) {
    list.append(py::make_tuple(event.event, event.allowed, event.to, event.reasons,
                               to_tuples(event.warnings), to_tuples(event.attempts)));
  }
  return list;
}

py::list statuses_of(const PyProcess& self) {
  py::list list;
  for (const lifecycle::Status& status : self.process().statuses()) {
    list.append(py::make_tuple(
        status.id, status.label.empty() ? status.id : status.label.text,
        std::string(lifecycle::category_name(status.category)), status.guidance.text,
        status.key_fields, status.probability));
  }
  return list;
}

void bind_instance(py::module_& module) {
  py::class_<Instance>(module, "Instance")
      .def(py::init<const Instance&>(), py::arg("instance"))
      .def_static(
          "parse", [](const std::string& text) { return unwrap(lifecycle::parse_instance(text)); },
          py::arg("text"))
      .def_property_readonly("record", [](const Instance& self) { return self.record.text(); })
      .def_readonly("process", &Instance::process)
      .def_readonly("process_version", &Instance::process_version)
      .def_readonly("definition_hash", &Instance::definition_hash)
      .def_readonly("status", &Instance::status)
      .def_property_readonly("entered", [](const Instance& self) { return to_python(self.entered); })
      .def_readonly("version", &Instance::version)
      .def_property_readonly("started", [](const Instance& self) { return to_python(self.started); })
      .def_property_readonly(
          "period_started", [](const Instance& self) { return to_python(self.period_started); })
      .def_property_readonly("last_step",
                             [](const Instance& self) { return to_python(self.last_step); })
      .def_property_readonly("closed_at",
                             [](const Instance& self) {
                               return self.closed_at ? to_python(*self.closed_at) : py::none();
                             })
      .def_property_readonly("closed", &Instance::closed)
      .def_readonly("period", &Instance::period)
      .def_readonly("moved_back", &Instance::moved_back)
      .def("to_json", [](const Instance& self) { return lifecycle::to_json(self); });
}

void bind_step(py::module_& module) {
  py::class_<StepResult>(module, "Step")
      .def_readonly("accepted", &StepResult::accepted)
      .def_readonly("instance", &StepResult::instance)
      .def_readonly("decision", &StepResult::decision)
      .def_property_readonly("audit", &audit_of)
      .def_property_readonly("warnings",
                             [](const StepResult& self) { return to_tuples(self.warnings); })
      .def_property_readonly("rejection", &rejection_of)
      .def("problems", [](const StepResult& self) {
        return python::to_tuples(lifecycle::problems_of(self.rejection));
      });
}

void bind_process(py::module_& module) {
  const auto make = [](lifecycle::Process process, std::optional<Schema> schema) {
    return std::make_unique<PyProcess>(std::move(process), std::move(schema));
  };
  py::class_<PyProcess>(module, "Process")
      .def_static(
          "parse",
          [make](const std::string& text, std::optional<Schema> schema) {
            auto process = schema ? lifecycle::parse_process(text, *schema)
                                  : lifecycle::parse_process(text);
            return make(unwrap(std::move(process)), std::move(schema));
          },
          py::arg("text"), py::arg("schema"))
      .def_static(
          "standard",
          [make](const std::string& name, std::optional<Schema> schema) {
            return make(unwrap(lifecycle::standard_process(name)), std::move(schema));
          },
          py::arg("name"), py::arg("schema"))
      .def_static("standard_names", &lifecycle::standard_process_names)
      .def_property_readonly("name", [](const PyProcess& self) { return self.process().name(); })
      .def_property_readonly("version",
                             [](const PyProcess& self) { return self.process().version(); })
      .def_property_readonly("hash", [](const PyProcess& self) { return self.process().hash(); })
      .def_property_readonly("field", [](const PyProcess& self) { return self.process().field(); })
      .def_property_readonly("initial",
                             [](const PyProcess& self) { return self.process().initial().id; })
      .def_property_readonly("events", [](const PyProcess& self) { return self.process().events(); })
      .def_property_readonly("fields_read",
                             [](const PyProcess& self) { return self.process().fields_read(); })
      .def("statuses", &statuses_of)
      .def(
          "start",
          [](const PyProcess& self, const std::string& record, const py::object& now) {
            return self.process().start(RecordId(record), instant_of(now, "now"));
          },
          py::arg("record"), py::arg("now"))
      .def("step", &step_of, py::arg("instance"), py::arg("event"), py::arg("record"),
           py::arg("user"), py::arg("roles"), py::arg("partner"), py::arg("now"), py::arg("reason"),
           py::arg("version"))
      .def("available", &available_of, py::arg("instance"), py::arg("record"), py::arg("user"),
           py::arg("roles"), py::arg("partner"), py::arg("now"))
      .def(
          "events_between",
          [](const PyProcess& self, const std::string& start, const std::string& goal) {
            return unwrap(lifecycle::events_between(self.process(), start, goal));
          },
          py::arg("start"), py::arg("goal"))
      .def("verify",
           [](const PyProcess& self) { return python::to_tuples(lifecycle::verify(self.process())); })
      .def(
          "to_mermaid",
          [](const PyProcess& self, const std::string& language) {
            return lifecycle::to_mermaid(self.process(), language);
          },
          py::arg("language"))
      .def(
          "to_dot",
          [](const PyProcess& self, const std::string& language) {
            return lifecycle::to_dot(self.process(), language);
          },
          py::arg("language"))
      .def("to_scxml", [](const PyProcess& self) { return lifecycle::to_scxml(self.process()); })
      .def("to_json", [](const PyProcess& self) { return self.process().to_json(); });
}

}  // namespace

void bind_lifecycle(py::module_& module) {
  bind_instance(module);
  bind_step(module);
  bind_process(module);
}

}  // namespace galena::python
