#include "errors.hpp"

#include <string_view>

namespace galena::python {

py::str lenient_text(std::string_view text) {
  PyObject* decoded =
      PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
  if (decoded == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(decoded);
}

py::list to_tuples(const Problems& problems) {
  py::list list;
  for (const Problem& problem : problems) {
    list.append(py::make_tuple(py::str(std::string(code_name(problem.code))),
                               lenient_text(problem.detail), lenient_text(problem.subject),
                               lenient_text(problem.message), lenient_text(problem.hint)));
  }
  return list;
}

void bind_errors(py::module_&) {
  py::register_local_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
    } catch (const ProblemsError& error) {
      try {
        const py::object make = py::module_::import("galena._errors").attr("from_problems");
        const py::object raised = make(to_tuples(error.problems()));
        PyErr_SetObject(py::type::of(raised).ptr(), raised.ptr());
      } catch (py::error_already_set& broken) {
        broken.restore();
      }
    }
  });
}

}  // namespace galena::python
