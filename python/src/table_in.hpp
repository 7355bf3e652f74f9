// Tables from what Python has: lists of values by the column, dicts by the row, Arrow capsules.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::python {

namespace py = pybind11;

/// The values of one column, owned: converting some of them runs Python code, which may change the
/// list they came from.
using Cells = std::vector<py::object>;

/// One column from Python values. Its type is that of the values: all booleans, integers, numbers
/// (integers among them are allowed), decimals (integers too), amounts of one currency, dates or
/// instants; any other mixture is text in canonical form. No value at all: text.
Column column_from_values(const std::string& name, const Cells& values);

/// Columns of one length; TypeError for a value that cannot be used.
Table table_from_columns(const std::vector<std::string>& names, const py::list& columns);

/// A list of dicts; columns in the order in which keys appear first, missing keys are blank.
Table table_from_rows(const py::list& rows);

/// Takes the stream out of a PyCapsule named "arrow_array_stream" and reads it on up to `threads`
/// threads (0: as many as there are). Releases the GIL while reading.
Table table_from_capsule(const py::capsule& capsule, unsigned threads);

}  // namespace galena::python
