// Routers: rules with the state of their pools.
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "errors.hpp"
#include "exclusive.hpp"
#include "galena/assign/batch.hpp"
#include "galena/assign/json.hpp"
#include "galena/assign/router.hpp"
#include "progress.hpp"
#include "rules.hpp"
#include "table.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

constexpr std::size_t kRowsAtOnce = 65536;

/// The state is changed under the GIL only; bulk work of several threads takes turns.
class PyRouter {
 public:
  PyRouter(PyRuleSet& rules, const std::optional<std::string>& state) : rules_(rules) {
    if (state) state_ = unwrap(assign::parse_router_state(*state));
  }

  [[nodiscard]] std::string state() const { return current().to_json(); }
  void set_state(const std::string& text) {
    assign::RouterState state = unwrap(assign::parse_router_state(text));
    const Exclusive::Turn turn(exclusive_, "the router");
    state_ = std::move(state);
    current_ = nullptr;
  }

  Decision decide(const py::dict& dict, const py::object& now) {
    const Instant at = instant_of(now, "now");
    const std::vector<Value> values = rules_.fields().values_of(dict);
    const Exclusive::Turn turn(exclusive_, "the router");
    assign::Router& router = router_for(values);
    const Record record = rules_.fields().record_of(router.rules().schema(), values);
    return router.decide(row_of(record), at);
  }

  /// All rows, or none: what stops the work leaves the state as it was.
  Table assign(const Table& table, const py::object& now, const std::optional<PyColumn>& ids,
               py::object callback) {
    const Instant at = instant_of(now, "now");
    Progress progress(std::move(callback));
    const Exclusive::Turn turn(exclusive_, "the router");
    assign::Router router(rules_.for_table(table), current());
    const std::vector<assign::Assignment> assignments =
        progress.run([&] { return all_rows(router, table, at, progress); });
    std::vector<Column> columns{ids ? ids->column.renamed("id") : row_numbers(table.rows())};
    for (Column& column : assign::columns_of(rules_.rules(), assignments)) {
      columns.push_back(std::move(column));
    }
    state_ = router.state();
    current_ = nullptr;
    return unwrap(Table::make(std::move(columns)));
  }

 private:
  [[nodiscard]] const assign::RouterState& current() const {
    return current_ != nullptr ? current_->state() : state_;
  }

  /// The router bound to records of this shape, with the present state.
  assign::Router& router_for(const std::vector<Value>& values) {
    const assign::BoundRules& bound = rules_.for_values(values);
    if (current_ == nullptr || !(current_->rules().schema() == bound.schema())) {
      assign::RouterState state = current();
      current_ = std::make_unique<assign::Router>(bound, std::move(state));
    }
    return *current_;
  }

  static Result<std::vector<assign::Assignment>> all_rows(assign::Router& router,
                                                          const Table& table, Instant now,
                                                          Progress& progress) {
    std::vector<assign::Assignment> all;
    all.reserve(table.rows());
    for (std::size_t first = 0; first < table.rows(); first += kRowsAtOnce) {
      const std::size_t count = std::min(kRowsAtOnce, table.rows() - first);
      for (auto& assignment : assign::assign_rows(router, table, now, first, count)) {
        all.push_back(std::move(assignment));
      }
      const double done = static_cast<double>(first + count) / static_cast<double>(table.rows());
      if (!progress(done, "assign")) {
        return Problem{Code::cancelled, "cancelled", "", "the work was stopped", ""};
      }
    }
    return all;
  }

  static Column row_numbers(std::size_t rows) {
    ColumnBuilder builder("id", ColumnType::integer);
    builder.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      builder.append_integer(static_cast<std::int64_t>(row));
    }
    return builder.finish();
  }

  PyRuleSet& rules_;
  assign::RouterState state_;  ///< while current_ is null
  std::unique_ptr<assign::Router> current_;
  Exclusive exclusive_;
};

}  // namespace

void bind_router(py::module_& module) {
  py::class_<PyRouter>(module, "Router")
      .def(py::init<PyRuleSet&, const std::optional<std::string>&>(), py::arg("rules"),
           py::arg("state"), py::keep_alive<1, 2>())
      .def_property("state", &PyRouter::state, &PyRouter::set_state)
      .def("decide", &PyRouter::decide, py::arg("record"), py::arg("now"))
      .def("assign", &PyRouter::assign, py::arg("table"), py::arg("now"), py::arg("ids"),
           py::arg("progress"));
}

}  // namespace galena::python
