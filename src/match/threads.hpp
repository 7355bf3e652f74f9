// What several threads do, by the names of this room.
#pragma once

#include "detail/parallel.hpp"

namespace galena::match {

using galena::detail::parallel_for;
using galena::detail::parallel_for_with;
using galena::detail::parallel_sort;

}  // namespace galena::match
