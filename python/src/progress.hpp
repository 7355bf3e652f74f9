// Long work: runs without the GIL, reports its progress to Python and stops on Ctrl-C.
//
//   Progress progress(callback);                      // None, or callable(fraction, phase)
//   return progress.run([&] { return galena::read_csv_file(path, options_with(progress)); });
#pragma once

#include <pybind11/pybind11.h>

#include <chrono>
#include <exception>
#include <string_view>
#include <utility>

#include "errors.hpp"

namespace galena::python {

class Progress {
 public:
  /// `callback` is None or callable(fraction, phase). What it raises stops the work and is raised.
  explicit Progress(py::object callback) : callback_(std::move(callback)) {}

  /// For engines to call, on the thread that called run(), without the GIL. Takes the GIL at most
  /// every 20 ms: then signals are handled (Ctrl-C) and the callback is called. False: stop.
  bool operator()(double fraction, std::string_view phase);

  /// Runs `work` without the GIL; answers its value, raises its problems, or what stopped it.
  template <class Work>
  auto run(Work work) {
    auto result = [&] {
      const py::gil_scoped_release released;
      return work();
    }();
    if (stopped_by_) std::rethrow_exception(stopped_by_);
    if (result.ok() && !callback_.is_none()) callback_(1.0, "done");
    return unwrap(std::move(result));
  }

 private:
  py::object callback_;
  std::exception_ptr stopped_by_;
  std::chrono::steady_clock::time_point last_ = {};
};

}  // namespace galena::python
