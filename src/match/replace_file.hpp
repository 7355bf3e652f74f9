// Replacing a file as a whole.
#pragma once

#include <string>
#include <string_view>

#include "galena/base/result.hpp"

namespace galena::match {

/// Puts a file with these bytes in the place of `path`: whoever opens it finds the old content or
/// the new one, also after a crash (POSIX: the bytes are on the disk before the file takes its
/// name). The bytes are written to a file of a name of its own beside it, so any number of threads
/// and processes may do so at once. IO "not_writable" leaves `path` as it was and no other file.
Result<void> replace_file(const std::string& path, std::string_view bytes);

}  // namespace galena::match
