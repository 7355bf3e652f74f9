#include "progress.hpp"

namespace galena::python {

bool Progress::operator()(double fraction, std::string_view phase) {
  if (stopped_by_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(20)) return true;
  last_ = now;
  const py::gil_scoped_acquire acquired;
  try {
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!callback_.is_none()) callback_(fraction, lenient_text(phase));
  } catch (...) {
    stopped_by_ = std::current_exception();
    return false;
  }
  return true;
}

}  // namespace galena::python
