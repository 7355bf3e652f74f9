// Version, errors and buffers of the C API.
#include "guard.hpp"

namespace galena::capi {

galena_error* out_of_memory() noexcept {
  static galena_error error{GALENA_NO_MEMORY, {}};
  return &error;
}

galena_status refuse(galena_error** error, Problems problems) noexcept {
  const galena_status status =
      problems.empty() ? GALENA_INTERNAL : static_cast<galena_status>(problems.front().code);
  if (error == nullptr) return status;
  try {
    *error = new galena_error{status, std::move(problems)};
  } catch (...) {
    *error = out_of_memory();
    return GALENA_NO_MEMORY;
  }
  return status;
}

namespace {

/// The text of one problem; an error without a list says what its status says.
const char* problem_text(const galena_error* error, std::size_t index, std::string Problem::*member,
                         bool is_message) {
  if (error == nullptr) return "";
  if (index < error->problems.size()) return (error->problems[index].*member).c_str();
  if (index > 0 || !is_message) return "";
  return error->status == GALENA_NO_MEMORY ? "out of memory" : "internal error";
}

}  // namespace
}  // namespace galena::capi

using galena::Problem;
using galena::capi::problem_text;

#define GALENA_TEXT_(x) #x
#define GALENA_TEXT(x) GALENA_TEXT_(x)

extern "C" {

uint32_t galena_version(void) noexcept {
  return GALENA_VERSION_MAJOR * 1000000 + GALENA_VERSION_MINOR * 1000 + GALENA_VERSION_PATCH;
}

const char* galena_version_string(void) noexcept {
  return GALENA_TEXT(GALENA_VERSION_MAJOR) "." GALENA_TEXT(GALENA_VERSION_MINOR) "." GALENA_TEXT(
      GALENA_VERSION_PATCH);
}

uint32_t galena_abi_version(void) noexcept { return GALENA_ABI_VERSION; }

const char* galena_status_name(galena_status status) noexcept {
  return galena::code_name(static_cast<galena::Code>(status)).data();
}

galena_status galena_error_status(const galena_error* error) noexcept {
  return error == nullptr ? GALENA_OK : error->status;
}

size_t galena_error_count(const galena_error* error) noexcept {
  if (error == nullptr) return 0;
  return error->problems.empty() ? 1 : error->problems.size();
}

galena_status galena_error_problem_status(const galena_error* error, size_t index) noexcept {
  if (error == nullptr || index >= galena_error_count(error)) return GALENA_OK;
  return error->problems.empty() ? error->status
                                 : static_cast<galena_status>(error->problems[index].code);
}

const char* galena_error_detail(const galena_error* error, size_t index) noexcept {
  return problem_text(error, index, &Problem::detail, false);
}

const char* galena_error_subject(const galena_error* error, size_t index) noexcept {
  return problem_text(error, index, &Problem::subject, false);
}

const char* galena_error_message(const galena_error* error, size_t index) noexcept {
  return problem_text(error, index, &Problem::message, true);
}

const char* galena_error_hint(const galena_error* error, size_t index) noexcept {
  return problem_text(error, index, &Problem::hint, false);
}

void galena_error_free(galena_error* error) noexcept {
  if (error != galena::capi::out_of_memory()) delete error;
}

const char* galena_buffer_data(const galena_buffer* buffer) noexcept {
  return buffer == nullptr ? "" : buffer->bytes.c_str();
}

size_t galena_buffer_size(const galena_buffer* buffer) noexcept {
  return buffer == nullptr ? 0 : buffer->bytes.size();
}

galena_status galena_buffer_append(galena_buffer* buffer, const char* bytes,
                                   size_t bytes_size) noexcept {
  using namespace galena::capi;
  return guarded(nullptr, [&] {
    std::string& text = need(buffer, "buffer").bytes;
    if (bytes_size != 0) text.append(&need(bytes, "bytes"), bytes_size);
  });
}

void galena_buffer_free(galena_buffer* buffer) noexcept { delete buffer; }

}  // extern "C"
