// The order of ids, the same wherever records of equal content are told apart.
#pragma once

#include "galena/base/value.hpp"

namespace galena::match {

/// Blank last, numbers before text, then by value, text by bytes.
bool stands_before(const ValueView& a, const ValueView& b);

}  // namespace galena::match
