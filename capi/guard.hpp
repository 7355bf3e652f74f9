// The one guard between C++ and C: every exported function is `return guarded(...)`.
//
// Inside, arguments are checked by need() and text(), results are unwrapped by take(); each throws
// Refused, which the guard turns into a status and an error object, as it does with any exception.
#pragma once

#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "galena.h"
#include "galena/base/result.hpp"
#include "galena/base/utf8.hpp"

/// Problems on their way to the caller. The one shared out-of-memory error has no list of its own.
struct galena_error {
  galena_status status = GALENA_INTERNAL;
  galena::Problems problems;
};

struct galena_buffer {
  std::string bytes;
};

namespace galena::capi {

/// Thrown inside the guard only.
struct Refused {
  Problems problems;
};

/// The error of GALENA_NO_MEMORY: static, never freed.
galena_error* out_of_memory() noexcept;

/// Stores an error object made of `problems` and returns the status of its first problem.
galena_status refuse(galena_error** error, Problems problems) noexcept;

/// Runs `body`, mapping whatever it throws. Outputs are nulled by the caller before.
template <class Body>
galena_status guarded(galena_error** error, Body body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    body();
    return GALENA_OK;
  } catch (Refused& refused) {
    return refuse(error, std::move(refused.problems));
  } catch (const std::bad_alloc&) {
    if (error != nullptr) *error = out_of_memory();
    return GALENA_NO_MEMORY;
  } catch (const std::exception& exception) {
    try {
      return refuse(error, Problem{Code::internal, "internal", "", exception.what(), ""});
    } catch (...) {
      return refuse(error, {});
    }
  } catch (...) {
    return refuse(error, {});
  }
}

[[noreturn]] inline void refuse_argument(std::string detail, std::string subject,
                                         std::string message) {
  throw Refused{Problem{Code::invalid_argument, std::move(detail), std::move(subject),
                        std::move(message), ""}};
}

/// The object behind a handle or an output pointer; INVALID_ARGUMENT when it is NULL. An output is
/// needed in a statement of its own, before what goes there is made: in `need(x, "x") = new ...` the new
/// object would come first, and be lost.
template <class T>
T& need(T* handle, const char* name) {
  if (handle == nullptr) {
    refuse_argument("null_argument", name, std::string(name) + " is NULL");
  }
  return *handle;
}

/// UTF-8 text of the caller; BAD_ENCODING names the parameter and the byte.
inline std::string_view text(const char* data, std::size_t size, const char* name) {
  if (data == nullptr) {
    if (size != 0) {
      refuse_argument("null_argument", name, std::string(name) + " is NULL but has a size");
    }
    return {};
  }
  const std::string_view given(data, size);
  if (const auto bad = find_invalid_utf8(given)) {
    throw Refused{Problem{Code::bad_encoding, "bad_encoding", name,
                          std::string(name) + " is not UTF-8 at byte " + std::to_string(*bad),
                          "convert the text to UTF-8"}};
  }
  return given;
}

/// The value of a result, or its problems to the caller.
template <class T>
T take(Result<T> result) {
  if (!result) throw Refused{result.problems()};
  return std::move(result).value();
}
inline void take(const Result<void>& result) {
  if (!result) throw Refused{result.problems()};
}

/// Option structs (convention 5): the caller's struct copied into ours; fields that the caller's
/// header does not have are zero, a non-zero field beyond ours is UNSUPPORTED.
template <class Options>
Options options_of(const Options* given) {
  Options options{};
  options.struct_size = sizeof(Options);
  if (given == nullptr) return options;
  if (given->struct_size < sizeof(std::size_t)) {
    refuse_argument("struct_size", "options", "options.struct_size is not set");
  }
  const auto* bytes = reinterpret_cast<const char*>(given);
  for (std::size_t i = sizeof(Options); i < given->struct_size; ++i) {
    if (bytes[i] != 0) {
      throw Refused{Problem{Code::unsupported, "unknown_option", "options",
                            "options carry a field that this library does not know",
                            "use the header that belongs to this library"}};
    }
  }
  const std::size_t size = given->struct_size < sizeof(Options) ? given->struct_size : sizeof(Options);
  auto* target = reinterpret_cast<char*>(&options);
  for (std::size_t i = 0; i < size; ++i) target[i] = bytes[i];
  options.struct_size = sizeof(Options);
  return options;
}

/// Sets an output to NULL at once, so that it is NULL after a failure.
template <class T>
void clear(T** output) {
  if (output != nullptr) *output = nullptr;
}

/// Hands `bytes` to the caller.
inline void give_text(galena_buffer** output, const char* name, std::string bytes) {
  need(output, name);
  *output = new galena_buffer{std::move(bytes)};
}

}  // namespace galena::capi
