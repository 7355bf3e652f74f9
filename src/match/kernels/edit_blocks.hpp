// Edit distances with the pattern in as many machine words as it needs: the recurrences of
// edit_words.hpp with carries between the words (Hyyrö 2003). O(m n / 64), O(n) memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/characters.hpp"
#include "match/kernels/bits.hpp"

namespace galena::match::kernels {

/// What a column of the table leaves behind for the next, 64 rows a word.
struct EditBlock {
  std::uint64_t positive = ~std::uint64_t{0};
  std::uint64_t negative = 0;
  std::uint64_t diagonal = 0;
};

/// What a word of a column hands to the word below.
struct EditCarry {
  std::uint64_t up = 1;
  std::uint64_t down = 0;
  std::uint64_t swap = 0;
};

struct EditStep {
  std::uint64_t up;
  std::uint64_t down;
};

template <bool kSwaps>
EditStep advance(EditBlock& block, std::uint64_t match, std::uint64_t previous, EditCarry& carry) {
  std::uint64_t swapped = 0;
  if constexpr (kSwaps) {
    const std::uint64_t crossing = ~block.diagonal & match;
    swapped = (crossing << 1 | carry.swap) & previous;
    carry.swap = crossing >> 63;
  }
  const std::uint64_t equal = match | carry.down;
  block.diagonal = (((equal & block.positive) + block.positive) ^ block.positive) | equal |
                   block.negative | swapped;
  const EditStep step = {block.negative | ~(block.diagonal | block.positive),
                         block.diagonal & block.positive};
  const std::uint64_t up = step.up << 1 | carry.up;
  const std::uint64_t down = step.down << 1 | carry.down;
  carry.up = step.up >> 63;
  carry.down = step.down >> 63;
  block.positive = down | ~(block.diagonal | up);
  block.negative = up & block.diagonal;
  return step;
}

/// The distance between the pattern of `masks` (`size` characters, at least one) and the text; a
/// distance above `limit` comes back as limit + 1, as soon as the characters left cannot mend it.
template <bool kSwaps, class Text>
std::size_t edit_blocks(const LongMasks& masks, std::size_t size, const Text& text,
                        std::size_t limit) {
  const std::size_t words = masks.words();
  std::vector<EditBlock> blocks(words);
  const std::vector<std::uint64_t> nothing(words);
  const std::uint64_t* previous = nothing.data();
  const auto last = static_cast<unsigned>((size - 1) % 64);
  std::size_t distance = size;
  std::size_t left = text.size();
  for (const auto c : text) {
    const std::uint64_t* const match = masks.row(c);
    EditCarry carry;
    EditStep step = {0, 0};
    for (std::size_t word = 0; word < words; ++word) {
      step = advance<kSwaps>(blocks[word], match[word], previous[word], carry);
    }
    previous = match;
    distance += (step.up >> last & 1) - (step.down >> last & 1);
    --left;
    if (distance > left && distance - left > limit) return limit + 1;
  }
  return distance;
}

/// As subsequence_word(), for a pattern of any length.
template <class Text>
std::size_t subsequence_blocks(const LongMasks& masks, std::size_t size, const Text& text,
                               std::size_t minimum) {
  const std::size_t words = masks.words();
  std::vector<std::uint64_t> unused(words, ~std::uint64_t{0});
  const auto found = [&] {
    std::size_t count = 0;
    for (const std::uint64_t word : unused) count += bit_count(~word);
    return count;  // rows beyond the pattern never match: their bits stay set
  };
  if (minimum > size) return 0;
  std::size_t left = text.size();
  for (const auto c : text) {
    const std::uint64_t* const match = masks.row(c);
    std::uint64_t carry = 0;
    for (std::size_t word = 0; word < words; ++word) {
      const std::uint64_t before = unused[word];
      const std::uint64_t hit = before & match[word];
      const std::uint64_t half = before + hit;
      const std::uint64_t sum = half + carry;
      carry = static_cast<std::uint64_t>(half < before) | static_cast<std::uint64_t>(sum < half);
      unused[word] = sum | (before - hit);
    }
    if (--left % 16 == 0 && minimum > left && found() < minimum - left) return 0;
  }
  return found();
}

}  // namespace galena::match::kernels
