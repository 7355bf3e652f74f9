// Single values between Python and galena::Value.
//
//   None, NaN, NaT, pandas.NA <-> blank      bool, int, float, str        as they are
//   decimal.Decimal <-> decimal              galena.Money <-> money
//   datetime.date <-> date                   datetime with a zone <-> instant (UTC on the way out)
//   list or tuple of str -> items separated by ';' (multi-picklist)
//
// All functions need the GIL.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <string_view>

#include "galena/base/value.hpp"

namespace galena::python {

namespace py = pybind11;

/// What a message is about: a name, or a cell of a column. Put into words only when there is a message.
class Subject {
 public:
  Subject(std::string_view name) : name_(name) {}              // NOLINT: a name is a subject
  Subject(const char* name) : name_(name) {}                   // NOLINT
  Subject(const std::string& name) : name_(name) {}            // NOLINT
  Subject(std::string_view column, std::size_t row) : name_(column), row_(row), cell_(true) {}

  [[nodiscard]] std::string text() const {
    if (!cell_) return name_.empty() ? "the value" : std::string(name_);
    return "column '" + std::string(name_) + "', row " + std::to_string(row_);
  }

 private:
  std::string_view name_;
  std::size_t row_ = 0;
  bool cell_ = false;
};

/// Imports the datetime C API, once per process; call from the module's start.
void prepare_values();

/// The kind of value that `object` will become. Anything else is a TypeError that names `subject`.
ValueKind kind_of(py::handle object, const Subject& subject);

/// `object` as a value. Errors: TypeError for a type outside the list above; INVALID_ARGUMENT
/// "naive_datetime", LIMIT_EXCEEDED for numbers that do not fit, BAD_ENCODING for text with lone
/// surrogates; each names `subject`.
Value from_python(py::handle object, const Subject& subject);

/// The UTF-8 of a Python string, borrowed from it. BAD_ENCODING for lone surrogates.
std::string_view text_of(py::handle string, const Subject& subject);

/// A datetime with a zone as an instant; `subject` is the name of the argument.
Instant instant_of(py::handle object, const Subject& subject);

py::object to_python(const ValueView& value);
py::object to_python(Instant instant);
/// A value as Python sees it when the currency is told elsewhere (a column): Decimal, not Money.
py::object amount_to_python(Decimal amount);

}  // namespace galena::python
