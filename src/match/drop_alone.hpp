// drop_alone: leaves out, before they are sorted, the keys that nothing else shares.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace galena::match {

/// Moves the items that have their upper half in common with another one to the front, in order,
/// and returns how many these are; up to an eighth of the others, or so, stay with them. `space` is
/// room to work in. O(n), in memory that a processor has near.
inline std::size_t drop_alone(std::span<std::uint64_t> items, std::vector<std::uint64_t>& space) {
  // A Bloom filter of one hash (Bloom 1970) for what was met, and one for what was met again, word
  // by word side by side.
  constexpr std::size_t kBitsPerItem = 8;
  const std::size_t words = std::bit_ceil(items.size() * kBitsPerItem / 64 + 1);
  space.assign(2 * words, 0);
  // Items of one range of keys have their highest bits in common: the lower ones choose the word.
  const auto word_of = [&](std::uint64_t item) { return (item >> 38 & (words - 1)) * 2; };
  const auto bit_of = [](std::uint64_t item) { return std::uint64_t{1} << (item >> 32 & 63); };
  for (const std::uint64_t item : items) {
    const std::size_t word = word_of(item);
    const std::uint64_t bit = bit_of(item);
    space[word + 1] |= space[word] & bit;
    space[word] |= bit;
  }
  std::size_t kept = 0;
  for (const std::uint64_t item : items) {
    items[kept] = item;
    kept += (space[word_of(item) + 1] & bit_of(item)) != 0 ? 1 : 0;
  }
  return kept;
}

}  // namespace galena::match
