// Kinds that say by themselves what a field holds.
#pragma once

#include "galena/record/kind.hpp"

namespace galena::detail {

/// False for kinds such as "category" or "number", of which a record may have any.
constexpr bool is_telling(Kind kind) {
  switch (kind) {
    case Kind::date:
    case Kind::identifier:
    case Kind::category:
    case Kind::number:
    case Kind::text:
    case Kind::ignore:
      return false;
    default:
      return true;
  }
}

}  // namespace galena::detail
