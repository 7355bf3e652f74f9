// Rule sets: who decides a record, why, what a change would do.
#include "rules.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "bindings.hpp"
#include "errors.hpp"
#include "findings.hpp"
#include "galena/assign/difference.hpp"
#include "galena/assign/explanation.hpp"
#include "galena/assign/json.hpp"
#include "galena/assign/lint.hpp"
#include "moment.hpp"
#include "table.hpp"

namespace galena::python {

namespace {

RecordFields fields_of(const assign::RuleSet& rules) {
  std::vector<std::string> names;
  for (const assign::Entry& entry : rules.entries()) add_fields(entry.when, names);
  for (const std::string& name : {rules.owner_field(), rules.owner_kind_field()}) {
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!name.empty() && !known) names.push_back(name);
  }
  return RecordFields(std::move(names));
}

}  // namespace

PyRuleSet::PyRuleSet(assign::RuleSet rules, std::optional<Schema> schema)
    : rules_(std::move(rules)), schema_(std::move(schema)), fields_(fields_of(rules_)) {
  for (const assign::Entry& entry : rules_.entries()) {
    needs_now_ = needs_now_ || python::needs_now(entry.when);
  }
  if (schema_) bound_ = unwrap(assign::BoundRules::bind(rules_, *schema_));
}

assign::BoundRules PyRuleSet::for_table(const Table& table) const {
  return bound_ ? *bound_ : unwrap(assign::BoundRules::bind(rules_, schema_of(table)));
}

const assign::BoundRules& PyRuleSet::for_values(const std::vector<Value>& values) {
  if (bound_) return *bound_;
  return shapes_
      .get(fields_, values,
           [&](const Schema& shape) { return unwrap(assign::BoundRules::bind(rules_, shape)); })
      .bound;
}

namespace {

py::tuple to_tuple(const assign::EntryReading& read) {
  return py::make_tuple(read.entry, read.id,
                        std::string(assign::detail::outcome_name(read.outcome.state)), read.lines);
}

py::tuple to_tuple(const assign::Explanation& explanation) {
  py::list near;
  for (const assign::EntryReading& miss : explanation.near_misses) near.append(to_tuple(miss));
  return py::make_tuple(
      explanation.decided ? py::object(to_tuple(*explanation.decided)) : py::none(), near,
      explanation.to_text(), explanation.to_json());
}

PyColumn match(const PyRuleSet& self, const Table& table, const py::object& now) {
  const Instant at = now_or_fail(now, self.needs_now());
  const py::gil_scoped_release released;
  const assign::BoundRules bound = self.for_table(table);
  return narrow_column("entry", assign::match(bound, table, at).entries);
}

py::tuple explain(PyRuleSet& self, const py::dict& record, const py::object& now) {
  const Instant at = now_or_fail(now, self.needs_now());
  const std::vector<Value> values = self.fields().values_of(record);
  const assign::BoundRules& bound = self.for_values(values);
  const Record read = self.fields().record_of(bound.schema(), values);
  return to_tuple(assign::explain(bound, row_of(read), at));
}

py::tuple explain_decision(PyRuleSet& self, const Decision& decision) {
  const std::vector<Value> values = self.fields().values_of(decision.readings);
  return to_tuple(unwrap(assign::explain(self.for_values(values), decision)));
}

py::tuple why_not(PyRuleSet& self, const py::dict& record, const std::string& entry,
                  const py::object& now) {
  const Instant at = now_or_fail(now, self.needs_now());
  const std::vector<Value> values = self.fields().values_of(record);
  const assign::BoundRules& bound = self.for_values(values);
  const Record read = self.fields().record_of(bound.schema(), values);
  return to_tuple(unwrap(assign::why_not(bound, row_of(read), at, entry)));
}

Table changes_table(const assign::Difference& difference, const assign::RuleSet& before,
                    const assign::RuleSet& after) {
  ColumnBuilder row("row", ColumnType::integer);
  ColumnBuilder entry_before("entry_before", ColumnType::text);
  ColumnBuilder owner_before("owner_before", ColumnType::text);
  ColumnBuilder entry_after("entry_after", ColumnType::text);
  ColumnBuilder owner_after("owner_after", ColumnType::text);
  const auto add_entry = [](ColumnBuilder& builder, const assign::RuleSet& rules,
                            const assign::Assignment& assignment) {
    assignment.entry ? builder.append_text(rules.entries()[*assignment.entry].id)
                     : builder.append_null();
  };
  for (const assign::Difference::Change& change : difference.changes) {
    row.append_integer(static_cast<std::int64_t>(change.row));
    add_entry(entry_before, before, change.before);
    owner_before.append_text(change.before.owner);
    add_entry(entry_after, after, change.after);
    owner_after.append_text(change.after.owner);
  }
  return unwrap(Table::make({row.finish(), entry_before.finish(), owner_before.finish(),
                             entry_after.finish(), owner_after.finish()}));
}

Table loads_table(const assign::Difference& difference) {
  ColumnBuilder kind("owner_kind", ColumnType::text);
  ColumnBuilder owner("owner", ColumnType::text);
  ColumnBuilder before("before", ColumnType::integer);
  ColumnBuilder after("after", ColumnType::integer);
  for (const assign::Difference::Load& load : difference.loads) {
    kind.append_text(assign::target_kind_name(load.owner_kind));
    owner.append_text(load.owner);
    before.append_integer(load.before);
    after.append_integer(load.after);
  }
  return unwrap(Table::make({kind.finish(), owner.finish(), before.finish(), after.finish()}));
}

py::tuple diff(const PyRuleSet& self, const PyRuleSet& other, const Table& table,
               const py::object& now) {
  const Instant at = now_or_fail(now, self.needs_now() || other.needs_now());
  const assign::Difference difference = [&] {
    const py::gil_scoped_release released;
    return assign::diff(self.for_table(table), other.for_table(table), table, at);
  }();
  return py::make_tuple(difference.rows, changes_table(difference, self.rules(), other.rules()),
                        loads_table(difference), difference.unassigned_before,
                        difference.unassigned_after);
}

}  // namespace

void bind_rules(py::module_& module) {
  py::class_<PyRuleSet>(module, "RuleSet")
      .def_static(
          "parse",
          [](const std::string& text, std::optional<Schema> schema) {
            auto rules = schema ? assign::parse_rule_set(text, *schema)
                                : assign::parse_rule_set(text);
            return std::make_unique<PyRuleSet>(unwrap(std::move(rules)), std::move(schema));
          },
          py::arg("text"), py::arg("schema"))
      .def_property_readonly("name", [](const PyRuleSet& self) { return self.rules().name(); })
      .def_property_readonly("entity", [](const PyRuleSet& self) { return self.rules().entity(); })
      .def_property_readonly("hash", [](const PyRuleSet& self) { return self.rules().hash(); })
      .def_property_readonly("entries",
                             [](const PyRuleSet& self) {
                               std::vector<std::string> ids;
                               for (const assign::Entry& entry : self.rules().entries()) {
                                 ids.push_back(entry.id);
                               }
                               return ids;
                             })
      .def_property_readonly("fields",
                             [](const PyRuleSet& self) { return self.fields().names(); })
      .def("to_json", [](const PyRuleSet& self) { return self.rules().to_json(); })
      .def("match", &match, py::arg("table"), py::arg("now"))
      .def("explain", &explain, py::arg("record"), py::arg("now"))
      .def("explain_decision", &explain_decision, py::arg("decision"))
      .def("why_not", &why_not, py::arg("record"), py::arg("entry"), py::arg("now"))
      .def("lint",
           [](const PyRuleSet& self) {
             return to_tuples(self.schema() ? assign::lint(self.rules(), *self.schema())
                                            : assign::lint(self.rules()));
           })
      .def("diff", &diff, py::arg("other"), py::arg("table"), py::arg("now"));
}

}  // namespace galena::python
