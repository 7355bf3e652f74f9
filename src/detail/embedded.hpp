#pragma once

#include <span>
#include <string_view>

/// The definitions that ship inside the library: every JSON file of the project's `data/` folder,
/// taken in by the build, so that nothing has to be found on disk at run time.
///
///     auto lead = galena::detail::embedded("schemas/lead.json");
///
/// The views last as long as the program. Safe from any thread.
namespace galena::detail {

struct EmbeddedFile {
  std::string_view path;  ///< relative to `data/`, with forward slashes
  std::string_view text;
};

/// All files, sorted by path.
std::span<const EmbeddedFile> embedded_files();

/// The text of one file; a view with a null `data()` when there is none of that path.
/// O(log n) in the number of files.
std::string_view embedded(std::string_view path);

}  // namespace galena::detail
