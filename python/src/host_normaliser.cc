#include "host_normaliser.hpp"

#include <pybind11/stl.h>

#include "errors.hpp"

namespace galena::python {

match::HostForm PyNormaliser::ask(void* host, Kind kind, std::string_view text, std::string& out) {
  const auto& self = *static_cast<const PyNormaliser*>(host);
  const py::gil_scoped_acquire acquired;
  try {
    const py::object answer =
        self.callable_(py::str(std::string(kind_name(kind))), lenient_text(text));
    auto [form, made] = answer.cast<std::pair<int, std::string>>();
    out = std::move(made);
    return static_cast<match::HostForm>(form);
  } catch (const std::exception& exception) {
    out = exception.what();
    return match::HostForm::failed;
  }
}

}  // namespace galena::python
