// Pairs drawn evenly and always the same, to measure what happens by chance.
#pragma once

#include <cstddef>
#include <cstdint>

#include "match/hash.hpp"

namespace galena::match {

/// Calls visit(a, b) for up to `pairs` pairs of different numbers below `count`, which is above 0.
template <class Visit>
void each_drawn_pair(std::size_t count, std::size_t pairs, std::uint64_t seed, Visit visit) {
  std::uint64_t state = seed;
  for (std::size_t i = 0; i < pairs; ++i) {
    state = hash_pair(state, i);
    const std::size_t a = state % count;
    const std::size_t b = (state >> 32) % count;
    if (a != b) visit(a, b);
  }
}

}  // namespace galena::match
