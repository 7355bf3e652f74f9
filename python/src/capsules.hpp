// Arrow PyCapsules of tables and columns.
// Source: https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
#pragma once

#include <pybind11/pybind11.h>

#include "galena/record/table.hpp"
#include "table.hpp"

namespace galena::python {

/// A capsule "arrow_array_stream" of record batches. `requested` is None or a capsule "arrow_schema":
/// what the reader would like. Values come in galena's own types, which the reader casts; a request
/// with other columns than the table has is INVALID_ARGUMENT.
py::capsule to_capsule(const Table& table, const py::object& requested);

/// A capsule "arrow_array_stream" of plain arrays: one column.
py::capsule to_capsule(const PyColumn& column, const py::object& requested);

}  // namespace galena::python
