// Where the bytes of a CSV come from, block by block: memory or a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "galena/base/result.hpp"

namespace galena::detail {

class CsvSource {
 public:
  static CsvSource of_memory(std::string_view bytes);
  /// IO "not_readable" (no such file, no permission) or "is_directory", subject: the path.
  static Result<CsvSource> of_file(const std::string& path);

  /// Reads up to `size` bytes; 0 at the end, or after a fault that problem() tells.
  std::size_t read(char* to, std::size_t size);
  /// The fraction read so far; 0 while the size is not known (a pipe).
  [[nodiscard]] double fraction() const;
  /// True when reading failed in the middle.
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::string_view memory_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string path_;
  std::uint64_t size_ = 0;
  std::uint64_t read_ = 0;
  bool failed_ = false;
};

}  // namespace galena::detail
