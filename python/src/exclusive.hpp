// Exclusive: one thread at a time works with an object, the others wait without the GIL. A callback of
// that work that calls back into the object is Busy: it would wait for itself.
//
//   const Exclusive::Turn turn(exclusive_, "the router");
#pragma once

#include <pybind11/pybind11.h>

#include <mutex>
#include <string>
#include <thread>

#include "errors.hpp"

namespace galena::python {

class Exclusive {
 public:
  /// Busy when this thread is at work with it already.
  void refuse_reentry(const char* what) const {
    if (worker_ != std::this_thread::get_id()) return;
    fail(Code::busy, "in_use", what, std::string(what) + " is at work on this thread already",
         "call it when the work is done");
  }

  /// To be made under the GIL.
  class Turn {
   public:
    Turn(Exclusive& exclusive, const char* what) : exclusive_(exclusive) {
      exclusive_.refuse_reentry(what);
      if (!exclusive_.working_.try_lock()) {
        const py::gil_scoped_release released;
        exclusive_.working_.lock();
      }
      exclusive_.worker_ = std::this_thread::get_id();
    }
    ~Turn() {
      exclusive_.worker_ = {};
      exclusive_.working_.unlock();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Exclusive& exclusive_;
  };

 private:
  std::mutex working_;
  std::thread::id worker_;  ///< read and written under the GIL
};

}  // namespace galena::python
