// Radix sort of 64-bit items by their upper halves.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "match/threads.hpp"

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

/// The same on several threads.
inline void sort_by_upper_half(std::vector<std::uint64_t>& items, unsigned threads) {
  constexpr std::size_t kWorthIt = 100000;
  constexpr std::size_t kRanges = 64;  // by the highest bits
  constexpr std::size_t kChunk = 16384;
  std::vector<std::uint64_t> space;
  if (threads <= 1 || items.size() < kWorthIt) return sort_by_upper_half(items, space);
  const auto range_of = [](std::uint64_t item) { return item >> 58; };
  using Places = std::array<std::size_t, kRanges>;
  std::vector<Places> places((items.size() + kChunk - 1) / kChunk);
  const auto each_in = [&](std::size_t chunk, auto visit) {
    const std::size_t end = std::min(items.size(), (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) visit(items[i]);
  };
  parallel_for(places.size(), threads, [&](std::size_t chunk) {
    places[chunk] = {};
    each_in(chunk, [&](std::uint64_t item) { ++places[chunk][range_of(item)]; });
  });
  std::array<std::size_t, kRanges + 1> starts;
  std::size_t sum = 0;
  for (std::size_t range = 0; range < kRanges; ++range) {
    starts[range] = sum;
    for (Places& own : places) sum += std::exchange(own[range], sum);
  }
  starts[kRanges] = sum;
  space.resize(items.size());
  parallel_for(places.size(), threads, [&](std::size_t chunk) {
    each_in(chunk, [&](std::uint64_t item) { space[places[chunk][range_of(item)]++] = item; });
  });
  items.swap(space);
  parallel_for(kRanges, threads, [&](std::size_t range) {
    std::vector<std::uint64_t> own;
    sort_by_upper_half(std::span(items).subspan(starts[range], starts[range + 1] - starts[range]),
                       own);
  });
}

}  // namespace galena::match
