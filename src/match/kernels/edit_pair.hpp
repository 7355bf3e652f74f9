// One comparison by edit distance: what needs no kernel is settled first, the rest goes to the
// kernel for the pattern's size.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "match/kernels/edit_blocks.hpp"
#include "match/kernels/edit_words.hpp"

namespace galena::match::kernels {

constexpr std::size_t limited(std::size_t distance, std::size_t limit) {
  return distance > limit ? limit + 1 : distance;
}

inline std::string_view part(std::string_view text, std::size_t at, std::size_t size) {
  return text.substr(at, size);
}
inline std::span<const char32_t> part(std::span<const char32_t> text, std::size_t at,
                                      std::size_t size) {
  return text.subspan(at, size);
}

/// Characters that two texts begin and end with change none of the distances.
template <class Text>
void drop_common_ends(Text& a, Text& b) {
  std::size_t prefix = 0;
  const std::size_t shorter = std::min(a.size(), b.size());
  while (prefix < shorter && a[prefix] == b[prefix]) ++prefix;
  std::size_t suffix = 0;
  while (suffix < shorter - prefix && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix]) {
    ++suffix;
  }
  a = part(a, prefix, a.size() - prefix - suffix);
  b = part(b, prefix, b.size() - prefix - suffix);
}

/// True when one step turns a into b: both without common ends, a not longer, b not empty.
template <bool kSwaps, class Text>
bool one_step_apart(const Text& a, const Text& b) {
  if (b.size() == 1) return true;
  return kSwaps && a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

/// True when what is left of a and b, after one step, is at most one step apart.
template <bool kSwaps, class Text>
bool one_more_step(Text a, Text b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  drop_common_ends(a, b);
  return b.empty() || one_step_apart<kSwaps>(a, b);
}

/// True when two steps turn a into b: both without common ends, a not longer and not empty. All
/// first steps are tried; most fail at the next character.
template <bool kSwaps, class Text>
bool two_steps_apart(const Text& a, const Text& b) {
  const Text rest_a = part(a, 1, a.size() - 1);
  const Text rest_b = part(b, 1, b.size() - 1);
  if (one_more_step<kSwaps>(rest_a, rest_b) || one_more_step<kSwaps>(a, rest_b)) return true;
  if (b.size() == a.size() && one_more_step<kSwaps>(rest_a, b)) return true;
  return kSwaps && a.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
         one_more_step<kSwaps>(part(a, 2, a.size() - 2), part(b, 2, b.size() - 2));
}

/// The distance of a and b, without common ends, a not longer and not empty, by trying: 0 to 2
/// steps.
template <bool kSwaps, class Text>
std::size_t few_steps(const Text& a, const Text& b, std::size_t limit) {
  if (limit == 0) return 1;
  if (one_step_apart<kSwaps>(a, b)) return 1;
  return limit == 1 || two_steps_apart<kSwaps>(a, b) ? 2 : 3;
}

/// The distance by the masks of a pattern of 1 to 64 characters.
template <bool kSwaps, class Masks, class Text>
std::size_t edit_by_word(const Masks& masks, std::size_t size, const Text& text,
                         std::size_t limit) {
  if (limit >= std::max(size, text.size())) {
    return edit_word<kSwaps>(masks, size, text);
  }
  return edit_word_within<kSwaps>(masks, size, text, limit);
}

/// The distance of two texts; `Masks` are those of a short pattern.
template <bool kSwaps, class Masks, class Text>
std::size_t edit_pair(Text a, Text b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  drop_common_ends(a, b);
  if (a.empty()) return limited(b.size(), limit);
  if (limit <= 2) return few_steps<kSwaps>(a, b, limit);
  if (a.size() > 64) return edit_blocks<kSwaps>(LongMasks(a), a.size(), b, limit);
  return edit_by_word<kSwaps>(Masks(a), a.size(), b, limit);
}

/// The fewest common characters, in order, with which n + m - 2 common <= limit.
constexpr std::size_t least_common(std::size_t n, std::size_t m, std::size_t limit) {
  return limit >= n + m ? 0 : (n + m - limit + 1) / 2;
}

template <class Masks, class Text>
std::size_t subsequence_pair(Text a, Text b, std::size_t minimum) {
  if (a.size() > b.size()) std::swap(a, b);
  if (minimum > a.size()) return 0;
  const std::size_t whole = a.size();
  drop_common_ends(a, b);
  const std::size_t ends = whole - a.size();
  if (a.empty()) return ends;
  const std::size_t wanted = minimum > ends ? minimum - ends : 0;
  const std::size_t inner = a.size() > 64 ? subsequence_blocks(LongMasks(a), a.size(), b, wanted)
                                          : subsequence_by_word(Masks(a), b, wanted);
  return inner < wanted ? 0 : ends + inner;
}

/// Insertions and deletions alone, from the common subsequence.
constexpr std::size_t indel_from(std::size_t common, std::size_t n, std::size_t m,
                                 std::size_t limit) {
  return limited(n + m - 2 * common, limit);
}

}  // namespace galena::match::kernels
