// Radix sort of 64-bit items by their upper halves.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace galena::match {

/// Sorts by the upper 32 bits; items that have these in common stay in order, as far as they stand
/// in order of the lower half already (short lists are sorted by all bits). `space` is room to work
/// in. O(n).
inline void sort_by_upper_half(std::span<std::uint64_t> items, std::vector<std::uint64_t>& space) {
  constexpr std::size_t kShort = 256;
  if (items.size() <= kShort) return std::sort(items.begin(), items.end());
  constexpr int kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  space.assign(items.begin(), items.end());
  std::span<std::uint64_t> from = space;
  std::span<std::uint64_t> to = items;
  for (int shift = 32; shift < 64; shift += kBits) {  // three passes: the last writes to items
    std::array<std::uint32_t, kBuckets> starts{};
    for (const std::uint64_t item : from) ++starts[item >> shift & (kBuckets - 1)];
    std::uint32_t sum = 0;
    for (std::uint32_t& start : starts) sum += std::exchange(start, sum);
    for (const std::uint64_t item : from) to[starts[item >> shift & (kBuckets - 1)]++] = item;
    std::swap(from, to);
  }
}

}  // namespace galena::match
