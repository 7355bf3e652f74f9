#include "record/csv_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace galena::detail {

CsvSource CsvSource::of_memory(std::string_view bytes) {
  CsvSource source;
  source.memory_ = bytes;
  source.size_ = bytes.size();
  return source;
}

Result<CsvSource> CsvSource::of_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return Problem{Code::io, "is_directory", path, "'" + path + "' is a directory",
                   "name a CSV file in it"};
  }
  CsvSource source;
  source.path_ = path;
  source.file_.reset(std::fopen(path.c_str(), "rb"));
  if (!source.file_) {
    return Problem{Code::io, "not_readable", path,
                   "cannot open '" + path + "': " + std::generic_category().message(errno),
                   "check the path and the permission to read"};
  }
  // Blocks are large already: a second buffer would only copy once more.
  std::setvbuf(source.file_.get(), nullptr, _IONBF, 0);
  const auto size = std::filesystem::file_size(path, ignored);
  if (!ignored) source.size_ = size;
  return source;
}

std::size_t CsvSource::read(char* to, std::size_t size) {
  std::size_t got = 0;
  if (file_) {
    got = std::fread(to, 1, size, file_.get());
    if (got == 0 && std::ferror(file_.get()) != 0) failed_ = true;
  } else {
    got = std::min<std::size_t>(size, memory_.size() - static_cast<std::size_t>(read_));
    if (got > 0) std::memcpy(to, memory_.data() + read_, got);
  }
  read_ += got;
  return got;
}

double CsvSource::fraction() const {
  if (size_ == 0) return 0;
  return std::min(1.0, static_cast<double>(read_) / static_cast<double>(size_));
}

}  // namespace galena::detail
