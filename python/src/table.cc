#include "table.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "capsules.hpp"
#include "errors.hpp"
#include "galena/record/csv.hpp"
#include "table_in.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

py::object value_at(const PyColumn& column, std::size_t row) {
  const ValueView value = column.column[row];
  // The currency is told once, by the column.
  return value.kind() == ValueKind::money ? amount_to_python(value.money().amount)
                                          : to_python(value);
}

py::list distinct_texts(const Column& column) {
  py::list texts;
  for (std::size_t i = 0; i < column.distinct_size(); ++i) {
    const std::string_view text = column.distinct(i);
    texts.append(py::str(text.data(), text.size()));
  }
  return texts;
}

std::size_t checked_row(const PyColumn& column, py::ssize_t row) {
  const auto size = static_cast<py::ssize_t>(column.column.size());
  if (row < 0) row += size;
  if (row < 0 || row >= size) throw py::index_error("row out of range");
  return static_cast<std::size_t>(row);
}

/// Rows as dicts. A row has no place for the currency of a column, so amounts are Money here.
py::list rows_of(const Table& table, std::size_t first, std::size_t count) {
  std::vector<py::str> names;
  for (const Column& column : table.columns()) names.emplace_back(column.name());
  py::list rows;
  const std::size_t end = std::min(table.rows(), first + count);
  for (std::size_t row = first; row < end; ++row) {
    py::dict values;
    for (std::size_t i = 0; i < names.size(); ++i) values[names[i]] = to_python(table[i][row]);
    rows.append(values);
  }
  return rows;
}

Table selected(const Table& table, const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const std::string& name : names) {
    const auto index = table.find(name);
    if (!index) fail(Code::not_found, "unknown_column", name, "no column is named '" + name + "'");
    columns.push_back(table[*index]);
  }
  return unwrap(Table::make(std::move(columns)));
}

/// pybind11's own buffer support cannot report an error on every version that is supported.
void install_buffer(PyHeapTypeObject* type) {
  type->as_buffer.bf_getbuffer = [](PyObject* exporter, Py_buffer* view, int flags) {
    try {
      return fill_buffer(exporter, py::handle(exporter).cast<const PyColumn&>(), view, flags);
    } catch (const std::exception& error) {
      PyErr_SetString(PyExc_BufferError, error.what());
      return -1;
    }
  };
  type->as_buffer.bf_releasebuffer = release_buffer;
  type->ht_type.tp_as_buffer = &type->as_buffer;
}

void bind_column(py::module_& module) {
  py::class_<PyColumn>(module, "Column", py::custom_type_setup(install_buffer))
      .def(py::init<const PyColumn&>(), py::arg("column"))
      .def_static(
          "from_values",
          [](const std::string& name, const py::list& values) {
            Cells cells;
            for (const py::handle value : values) {
              cells.push_back(py::reinterpret_borrow<py::object>(value));
            }
            return PyColumn{column_from_values(name, cells)};
          },
          py::arg("name"), py::arg("values"))
      .def_property_readonly("name", [](const PyColumn& self) { return self.column.name(); })
      .def_property_readonly(
          "type", [](const PyColumn& self) { return column_type_name(self.column.type()); })
      .def_property_readonly("currency",
                             [](const PyColumn& self) -> std::optional<std::string> {
                               if (self.column.currency().empty()) return std::nullopt;
                               return std::string(self.column.currency().code());
                             })
      .def("__len__", [](const PyColumn& self) { return self.column.size(); })
      .def(
          "value",
          [](const PyColumn& self, py::ssize_t row) {
            return value_at(self, checked_row(self, row));
          },
          py::arg("row"))
      .def("to_list", &to_list)
      .def(
          "arrow_stream",
          [](const PyColumn& self, const py::object& requested_schema) {
            return to_capsule(self, requested_schema);
          },
          py::arg("requested_schema"));
}

}  // namespace

PyColumn narrow_column(std::string name, const std::vector<std::int32_t>& values) {
  ColumnData data;
  data.name = std::move(name);
  data.type = ColumnType::integer;
  data.size = values.size();
  data.integers.assign(values.begin(), values.end());
  return PyColumn{Column(std::move(data)), true};
}

PyColumn boolean_column(std::string name, const std::vector<bool>& values) {
  ColumnData data;
  data.name = std::move(name);
  data.type = ColumnType::boolean;
  data.size = values.size();
  data.integers.assign(values.begin(), values.end());
  return PyColumn{Column(std::move(data)), false};
}

py::list to_list(const PyColumn& column) {
  const std::size_t size = column.column.size();
  py::list values(size);
  // Equal texts of a dictionary share one Python string.
  const bool dictionary = column.column.is_dictionary();
  const py::list distinct = dictionary ? distinct_texts(column.column) : py::list();
  for (std::size_t row = 0; row < size; ++row) {
    if (dictionary && !column.column.is_null(row)) {
      values[row] = distinct[static_cast<std::size_t>(column.column.codes()[row])];
    } else {
      values[row] = value_at(column, row);
    }
  }
  return values;
}

void bind_table(py::module_& module) {
  bind_column(module);
  py::class_<Table>(module, "Table")
      .def(py::init<const Table&>(), py::arg("table"))
      .def_static("from_columns", &table_from_columns, py::arg("names"), py::arg("columns"))
      .def_static("from_rows", &table_from_rows, py::arg("rows"))
      .def_static("from_arrow", &table_from_capsule, py::arg("stream"), py::arg("threads") = 1)
      .def("__len__", &Table::rows)
      .def_property_readonly("names",
                             [](const Table& self) {
                               std::vector<std::string> names;
                               for (const Column& column : self.columns()) {
                                 names.push_back(column.name());
                               }
                               return names;
                             })
      .def(
          "column",
          [](const Table& self, const std::string& name) {
            return PyColumn{selected(self, {name})[0]};
          },
          py::arg("name"))
      .def("select", &selected, py::arg("names"))
      .def("rows_between", &rows_of, py::arg("first"), py::arg("count"))
      .def(
          "arrow_stream",
          [](const Table& self, const py::object& requested_schema) {
            return to_capsule(self, requested_schema);
          },
          py::arg("requested_schema"))
      .def(
          "write_csv",
          [](const Table& self, const std::string& path) { unwrap(write_csv_file(self, path)); },
          py::arg("path"), py::call_guard<py::gil_scoped_release>())
      .def("to_csv_text", [](const Table& self) { return py::bytes(write_csv(self)); });
}

}  // namespace galena::python
