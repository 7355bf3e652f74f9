// Expressions: conditions as values.
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "errors.hpp"
#include "galena/criteria/criteria.hpp"
#include "galena/criteria/filter.hpp"
#include "galena/criteria/json.hpp"
#include "moment.hpp"
#include "record_in.hpp"
#include "table.hpp"

namespace galena::python {

namespace {

using criteria::Expression;
using criteria::Outcome;
using criteria::Predicate;

/// An expression with what it is bound to: the schema it was given, or that of the data that comes.
class PyExpression {
 public:
  PyExpression(Expression expression, std::optional<Schema> schema)
      : expression_(std::move(expression)), fields_(fields_of(expression_)) {
    if (schema) predicate_ = unwrap(criteria::bind(expression_, *schema));
  }

  [[nodiscard]] const Expression& expression() const { return expression_; }
  [[nodiscard]] const std::vector<std::string>& fields() const { return fields_.names(); }

  /// Fields of the table are numbered as in the schema, when there is one.
  [[nodiscard]] Predicate for_table(const Table& table) const {
    return predicate_ ? *predicate_ : unwrap(criteria::bind(expression_, schema_of(table)));
  }

  /// Calls `use(predicate, row)` for a record given as a dict.
  template <class Use>
  auto with_record(const py::dict& dict, Use use) {
    const std::vector<Value> values = fields_.values_of(dict);
    if (predicate_) {
      const Record record = fields_.record_of(predicate_->schema(), values);
      return use(*predicate_, row_of(record));
    }
    const auto& [schema, predicate] = bound_.get(fields_, values, [&](const Schema& shape) {
      return unwrap(criteria::bind(expression_, shape));
    });
    const Record record = fields_.record_of(schema, values);
    return use(predicate, row_of(record));
  }

 private:
  static RecordFields fields_of(const Expression& expression) {
    std::vector<std::string> names;
    add_fields(expression, names);
    return RecordFields(std::move(names));
  }

  Expression expression_;
  RecordFields fields_;
  std::optional<Predicate> predicate_;
  BoundToShape<Predicate> bound_;
};

criteria::Context context_of(const PyExpression& self, const py::object& now,
                             const std::optional<std::string>& zone) {
  criteria::Zone loaded = zone ? unwrap(criteria::load_zone(*zone)) : criteria::Zone();
  return criteria::Context(now_or_fail(now, needs_now(self.expression())), std::move(loaded));
}

bool evaluate(PyExpression& self, const py::dict& record, const py::object& now,
              const std::optional<std::string>& zone) {
  const criteria::Context context = context_of(self, now, zone);
  return self.with_record(record, [&](const Predicate& predicate, const RowView& row) {
    const Outcome outcome = predicate.evaluate(row, context);
    if (outcome.state == Outcome::evaluation_error) {
      const auto& criterion = self.expression().criteria()[outcome.criterion];
      fail(Code::denied_by_rule, "evaluation_error",
           "/criteria/" + std::to_string(outcome.criterion),
           "the criterion on '" + criterion.field + "' cannot be evaluated: " +
               std::string(criteria::evaluation_error_name(outcome.error)),
           "give the field a value of its type");
    }
    return outcome.state == Outcome::match;
  });
}

/// One boolean a row; null where a criterion could not be evaluated.
PyColumn filter(const PyExpression& self, const Table& table, const py::object& now,
                const std::optional<std::string>& zone) {
  const criteria::Context context = context_of(self, now, zone);
  const py::gil_scoped_release released;
  const Predicate predicate = self.for_table(table);
  const criteria::Filtered found = criteria::filter(table, predicate, context);
  ColumnBuilder builder("match", ColumnType::boolean);
  builder.reserve(found.matches.size());
  auto error = found.errors.begin();
  for (std::size_t row = 0; row < found.matches.size(); ++row) {
    if (error != found.errors.end() && error->row == row) {
      builder.append_null();
      ++error;
    } else {
      builder.append_integer(found.matches[row]);
    }
  }
  return PyColumn{builder.finish()};
}

std::vector<std::string> explain(PyExpression& self, const py::dict& record, const py::object& now,
                                 const std::optional<std::string>& zone) {
  const criteria::Context context = context_of(self, now, zone);
  return self.with_record(record, [&](const Predicate& predicate, const RowView& row) {
    criteria::RowReader reader(predicate.schema().size());
    reader.reset(row);
    std::vector<std::string> lines;
    for (const criteria::Reading& reading : predicate.trace(reader, context)) {
      lines.push_back(criteria::describe(reading, predicate.expression()));
    }
    return lines;
  });
}

}  // namespace

void bind_criteria(py::module_& module) {
  py::class_<PyExpression>(module, "Expression")
      .def_static(
          "parse",
          [](const std::string& text, std::optional<Schema> schema) {
            return std::make_unique<PyExpression>(unwrap(criteria::parse_expression(text)),
                                                  std::move(schema));
          },
          py::arg("text"), py::arg("schema"))
      .def_property_readonly("fields", &PyExpression::fields)
      .def_property_readonly("hash",
                             [](const PyExpression& self) { return self.expression().hash(); })
      .def("to_json", [](const PyExpression& self) { return self.expression().to_json(); })
      .def("evaluate", &evaluate, py::arg("record"), py::arg("now"), py::arg("zone"))
      .def("filter", &filter, py::arg("table"), py::arg("now"), py::arg("zone"))
      .def("explain", &explain, py::arg("record"), py::arg("now"), py::arg("zone"));
}

}  // namespace galena::python
