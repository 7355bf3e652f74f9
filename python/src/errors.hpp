// How a failed galena::Result becomes a Python exception: ProblemsError carries the problems through
// pybind11, the translator hands them to galena._errors, which picks the class by status.
//
//   galena::Table table = unwrap(galena::read_csv(bytes));
#pragma once

#include <pybind11/pybind11.h>

#include <exception>
#include <string>
#include <utility>

#include "galena/base/result.hpp"

namespace galena::python {

namespace py = pybind11;

class ProblemsError : public std::exception {
 public:
  explicit ProblemsError(Problems problems) : problems_(std::move(problems)) {}
  [[nodiscard]] const Problems& problems() const { return problems_; }
  [[nodiscard]] const char* what() const noexcept override { return "galena::Problems"; }

 private:
  Problems problems_;
};

/// Throws one problem as the exception of its status.
[[noreturn]] inline void fail(Code code, std::string detail, std::string subject,
                              std::string message, std::string hint = {}) {
  throw ProblemsError(Problem{code, std::move(detail), std::move(subject), std::move(message),
                              std::move(hint)});
}

/// The value of `result`, or its problems as an exception. May be called without the GIL.
template <class T>
T unwrap(Result<T> result) {
  if (!result) throw ProblemsError(result.problems());
  return std::move(result).value();
}

inline void unwrap(const Result<void>& result) {
  if (!result) throw ProblemsError(result.problems());
}

/// The problems as a Python list of (code, detail, subject, message, hint). Text that is not UTF-8,
/// which a message may quote, is shown with replacement characters.
py::list to_tuples(const Problems& problems);

/// Text that may hold anything, as a Python string; bytes that are not UTF-8 become U+FFFD.
py::str lenient_text(std::string_view text);

void bind_errors(py::module_& module);

}  // namespace galena::python
