#include "detail/embedded.hpp"

#include <algorithm>

namespace galena::detail {

std::string_view embedded(std::string_view path) {
  const auto files = embedded_files();
  const auto found = std::lower_bound(
      files.begin(), files.end(), path,
      [](const EmbeddedFile& file, std::string_view wanted) { return file.path < wanted; });
  if (found == files.end() || found->path != path) return {};
  return found->text;
}

}  // namespace galena::detail
