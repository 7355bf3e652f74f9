// What to give instead of a name that is no kind.
//
//   suggest_kind("emial") == "did you mean 'email'?"
#pragma once

#include <string>
#include <string_view>

namespace galena {

/// The kind whose name is near, or all names of kinds when none is: the hint of a problem about
/// `name`. O(kinds * length^2) for a name of at most 100 bytes, else O(kinds). Compiled code.
std::string suggest_kind(std::string_view name);

}  // namespace galena
