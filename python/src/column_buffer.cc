// The buffer protocol of columns: numbers without a copy, blanks of a number column as NaN.
#include <cstring>
#include <limits>
#include <memory>
#include <vector>

#include "table.hpp"

namespace galena::python {

namespace {

/// What a Py_buffer of ours points into; lives until the buffer is released.
struct Exported {
  Column column;  ///< keeps shared storage alive
  std::vector<std::uint8_t> bytes;
  std::vector<double> numbers;
  std::vector<std::int32_t> narrow;
  Py_ssize_t shape = 0;
  Py_ssize_t stride = 0;
  const void* data = nullptr;
  const char* format = nullptr;
};

template <class T>
void expose(Exported& exported, const T* data, const char* format) {
  exported.data = data;
  exported.stride = static_cast<Py_ssize_t>(sizeof(T));
  exported.format = format;
}

bool expose_integers(Exported& exported, bool narrow) {
  const Column& column = exported.column;
  const auto& integers = column.data()->integers;
  if (column.has_nulls()) {
    PyErr_SetString(PyExc_BufferError,
                    "a column of integers with blanks has no buffer; use to_list()");
    return false;
  }
  if (!narrow) {
    expose(exported, integers.data(), "q");
    return true;
  }
  exported.narrow.assign(integers.begin(), integers.end());
  expose(exported, exported.narrow.data(), "i");
  return true;
}

void expose_numbers(Exported& exported) {
  const Column& column = exported.column;
  if (!column.has_nulls()) {
    expose(exported, column.data()->numbers.data(), "d");
    return;
  }
  exported.numbers = column.data()->numbers;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (column.is_null(row)) exported.numbers[row] = std::numeric_limits<double>::quiet_NaN();
  }
  expose(exported, exported.numbers.data(), "d");
}

bool expose_booleans(Exported& exported) {
  const Column& column = exported.column;
  if (column.has_nulls()) {
    PyErr_SetString(PyExc_BufferError,
                    "a column of booleans with blanks has no buffer; use to_list()");
    return false;
  }
  const auto& integers = column.data()->integers;
  exported.bytes.assign(integers.begin(), integers.end());
  expose(exported, exported.bytes.data(), "?");
  return true;
}

bool expose_values(Exported& exported, bool narrow) {
  switch (exported.column.type()) {
    case ColumnType::integer: return expose_integers(exported, narrow);
    case ColumnType::number: return expose_numbers(exported), true;
    case ColumnType::boolean: return expose_booleans(exported);
    default:
      PyErr_Format(PyExc_BufferError, "a column of type %s has no buffer; use to_list()",
                   std::string(column_type_name(exported.column.type())).c_str());
      return false;
  }
}

}  // namespace

int fill_buffer(PyObject* exporter, const PyColumn& column, Py_buffer* view, int flags) {
  view->obj = nullptr;
  if ((flags & PyBUF_WRITABLE) == PyBUF_WRITABLE) {
    PyErr_SetString(PyExc_BufferError, "columns are read only");
    return -1;
  }
  auto exported = std::make_unique<Exported>();
  exported->column = column.column;
  exported->shape = static_cast<Py_ssize_t>(column.column.size());
  if (!expose_values(*exported, column.narrow)) return -1;
  static const double kNothing = 0;  // a buffer of no values still needs an address
  std::memset(view, 0, sizeof *view);
  view->buf = const_cast<void*>(exported->data != nullptr ? exported->data : &kNothing);
  view->itemsize = exported->stride;
  view->len = exported->shape * exported->stride;
  view->readonly = 1;
  view->ndim = 1;
  if ((flags & PyBUF_FORMAT) == PyBUF_FORMAT) view->format = const_cast<char*>(exported->format);
  if ((flags & PyBUF_ND) == PyBUF_ND) view->shape = &exported->shape;
  if ((flags & PyBUF_STRIDES) == PyBUF_STRIDES) view->strides = &exported->stride;
  view->internal = exported.release();
  view->obj = exporter;
  Py_INCREF(exporter);
  return 0;
}

void release_buffer(PyObject*, Py_buffer* view) { delete static_cast<Exported*>(view->internal); }

}  // namespace galena::python
