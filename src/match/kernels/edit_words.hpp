// Edit distances with the pattern in one machine word: Levenshtein (Myers 1999, Hyyrö 2003),
// optimal string alignment (Hyyrö 2002), longest common subsequence (Hyyrö 2004).
//
// The recurrences are written for a short chain of dependent operations, which is what a step
// costs: "up" is kept as its complement, and `diagonal | positive` is taken from the sum directly.
#pragma once

#include <cstddef>
#include <cstdint>

#include "match/kernels/bits.hpp"

namespace galena::match::kernels {

/// A column of the table: where the distance rises from row to row, and where it falls.
template <bool kSwaps>
struct EditColumn {
  std::uint64_t positive = ~std::uint64_t{0};
  std::uint64_t negative = 0;
  std::uint64_t not_diagonal = ~std::uint64_t{0};
  std::uint64_t previous = 0;

  /// The next column; `match` flags the rows whose character is the column's. Returns by how much
  /// row `last` rises from column to column: -1, 0, 1.
  template <bool kRise>
  std::size_t advance(std::uint64_t match, unsigned last) {
    std::uint64_t equal = match;
    if constexpr (kSwaps) {
      equal |= (not_diagonal & match) << 1 & previous;
      previous = match;
    }
    const std::uint64_t sum = (match & positive) + positive;
    const std::uint64_t diagonal = (sum ^ positive) | (equal | negative);
    const std::uint64_t not_up = (sum | (positive | equal)) & ~negative;
    const std::uint64_t down = diagonal & positive;
    not_diagonal = ~diagonal;
    const std::uint64_t not_up_below = not_up << 1;
    positive = down << 1 | (not_diagonal & not_up_below);
    negative = diagonal & ~not_up_below;
    return kRise ? 1 - (not_up >> last & 1) - (down >> last & 1) : 0;
  }
};

/// The distance between the pattern of `masks`, 1 to 64 characters, and the text. O(m).
template <bool kSwaps, class Masks, class Text>
std::size_t edit_word(const Masks& masks, std::size_t size, const Text& text) {
  EditColumn<kSwaps> column;
  for (const auto c : text) column.template advance<false>(masks[c], 0);
  const std::uint64_t rows = low_bits(size);
  return text.size() + bit_count(column.positive & rows) - bit_count(column.negative & rows);
}

/// As above; a distance above `limit` comes back as limit + 1, as soon as the characters left
/// cannot mend it.
template <bool kSwaps, class Masks, class Text>
std::size_t edit_word_within(const Masks& masks, std::size_t size, const Text& text,
                             std::size_t limit) {
  EditColumn<kSwaps> column;
  std::size_t distance = size;
  std::size_t most = limit + text.size();  // limit is below one of the sizes
  for (const auto c : text) {
    distance += column.template advance<true>(masks[c], static_cast<unsigned>(size - 1));
    if (distance > --most) return limit + 1;
  }
  return distance;
}

/// The length of the longest common subsequence. With kLimited 0 when it is below `minimum`, as
/// soon as the characters left cannot reach it. 1 to 64 characters in the pattern.
template <bool kLimited, class Masks, class Text>
std::size_t subsequence_word(const Masks& masks, const Text& text, std::size_t minimum) {
  std::uint64_t unused = ~std::uint64_t{0};  // rows beyond the pattern never match and stay set
  std::size_t left = text.size();
  for (const auto c : text) {
    const std::uint64_t match = unused & masks[c];
    unused = (unused + match) | (unused - match);
    if constexpr (kLimited) {
      if (--left % 8 == 0 && minimum > left && bit_count(~unused) < minimum - left) return 0;
    }
  }
  return bit_count(~unused);
}

/// As above, by the one that `minimum` needs.
template <class Masks, class Text>
std::size_t subsequence_by_word(const Masks& masks, const Text& text, std::size_t minimum) {
  return minimum == 0 ? subsequence_word<false>(masks, text, 0)
                      : subsequence_word<true>(masks, text, minimum);
}

}  // namespace galena::match::kernels
