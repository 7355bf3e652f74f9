#include "match/replace_file.hpp"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <system_error>

#if defined(_WIN32)
#include <process.h>
#else
#include <unistd.h>
#endif

namespace galena::match {

namespace {

long process_id() {
#if defined(_WIN32)
  return _getpid();
#else
  return static_cast<long>(::getpid());
#endif
}

/// Hands what the system still holds of the file to the disk, where the system can be told to.
bool to_disk([[maybe_unused]] std::FILE* file) {
#if defined(_WIN32)
  return true;
#else
  return ::fsync(::fileno(file)) == 0;
#endif
}

/// A new file beside `path`, its name left in `name`; null when there can be none.
std::FILE* open_beside(const std::string& path, std::string& name) {
  static std::atomic<std::uint64_t> calls = 0;
  const std::string begin = path + ".partial-" + std::to_string(process_id()) + "-";
  // A name may be taken by a process of the same number on another machine, or that has crashed.
  for (int attempt = 0; attempt < 1000; ++attempt) {
    name = begin + std::to_string(calls++);
    if (std::FILE* const file = std::fopen(name.c_str(), "wbx")) return file;
    if (errno != EEXIST) return nullptr;
  }
  return nullptr;
}

}  // namespace

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  std::string partial;
  std::FILE* const file = open_beside(path, partial);
  bool written = file != nullptr;
  if (file != nullptr) {
    written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    written = written && std::fflush(file) == 0 && to_disk(file);
    written = std::fclose(file) == 0 && written;
  }
  if (!written) {
    if (file != nullptr) std::remove(partial.c_str());
    return Problem{Code::io, "not_writable", path, "the index cannot be written to '" + path + "'",
                   "check the folder, its rights and the space left"};
  }
  std::error_code error;
  std::filesystem::rename(partial, path, error);  // replaces an old file on every system
  if (error) {
    std::remove(partial.c_str());
    return Problem{Code::io, "not_writable", path,
                   "the index cannot be put in the place of '" + path + "'", ""};
  }
  return {};
}

}  // namespace galena::match
