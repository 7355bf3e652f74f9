// Arrays, and what is asked of memory, by the names of this room.
#pragma once

#include "detail/growing_array.hpp"
#include "detail/hash_index.hpp"
#include "detail/prefetch.hpp"
#include "detail/zeroed_array.hpp"

namespace galena::match {

using galena::detail::GrowingArray;
using galena::detail::HashIndex;
using galena::detail::prefetch;
using galena::detail::ZeroedArray;

}  // namespace galena::match
