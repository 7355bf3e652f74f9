// The native Table and Column: handles on galena's, with what Python needs to read them fast.
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::python {

namespace py = pybind11;

/// A column as Python holds it. Integers may be shown as 32-bit ones, where an interface promises so.
struct PyColumn {
  Column column;
  bool narrow = false;  ///< integers are int32 in the buffer protocol and in Arrow
};

/// A column of 32-bit integers, such as indices of entries.
PyColumn narrow_column(std::string name, const std::vector<std::int32_t>& values);
/// A column of booleans.
PyColumn boolean_column(std::string name, const std::vector<bool>& values);

/// All values of a column as a Python list; None where null.
py::list to_list(const PyColumn& column);

/// Fills `view` for the buffer protocol; -1 and BufferError for columns that hold no numbers.
int fill_buffer(PyObject* exporter, const PyColumn& column, Py_buffer* view, int flags);
void release_buffer(PyObject* exporter, Py_buffer* view);

void bind_table(py::module_& module);

}  // namespace galena::python
