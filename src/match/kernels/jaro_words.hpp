// Jaro's common and transposed characters, and the similarity from them.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/kernels/bits.hpp"

namespace galena::match::kernels {

struct Agreement {
  std::size_t common = 0;
  std::size_t transposed = 0;  // characters out of order; half of them are the transpositions
};

/// How far apart two equal characters may stand.
constexpr std::size_t jaro_window(std::size_t n, std::size_t m) {
  const std::size_t longer = std::max(n, m);
  return longer / 2 > 0 ? longer / 2 - 1 : 0;
}

/// Sizes as numbers of the signed kind, whose conversion is one instruction.
inline double real(std::size_t size) {
  return static_cast<double>(static_cast<std::int64_t>(size));
}

/// The similarity of texts of n and m characters, neither empty.
inline double jaro_from(const Agreement& agreement, std::size_t n, std::size_t m) {
  if (agreement.common == 0) return 0;
  const double common = real(agreement.common);
  const double transpositions = real(agreement.transposed / 2);
  return (common / real(n) + common / real(m) + (common - transpositions) / common) / 3.0;
}

/// Winkler's bonus for the first `prefix` characters in common, 0 to 4.
constexpr double with_prefix(double similarity, std::size_t prefix, double prefix_weight) {
  if (similarity <= 0.7) return similarity;
  return similarity + static_cast<double>(prefix) * prefix_weight * (1.0 - similarity);
}

/// The fewest common characters with which texts of n and m characters can reach `minimum`, the
/// prefix bonus at its highest; above min(n, m) when they cannot. A trifle less than exact, so that
/// rounding never rejects what the full formula would keep.
inline std::size_t least_agreement(std::size_t n, std::size_t m, double prefix_weight,
                                   double minimum) {
  double jaro = minimum;
  if (minimum > 0.7 && prefix_weight > 0) {
    const double bonus = 4 * prefix_weight;
    jaro = bonus < 1 ? std::max(0.7, (minimum - bonus) / (1 - bonus)) : 0.7;
  }
  // common / n + common / m + 1 >= 3 jaro
  const double least = (3 * jaro - 1) * (real(n) * real(m)) / real(n + m) - 1e-9;
  return least <= 1 ? 1 : static_cast<std::size_t>(std::ceil(least));
}

/// How many of the characters that two texts agree in stand in the same order: taken_a and taken_b
/// flag them in both, `masks` are those of a. Four at a time, the last ones possibly none: a loop
/// whose length the processor guesses right is worth more than the characters.
template <class Masks, class Text>
std::size_t count_in_order(const Masks& masks, std::uint64_t taken_a, const Text& b,
                           std::uint64_t taken_b) {
  std::size_t in_order = 0;
  const std::uint64_t last = std::uint64_t{1} << (b.size() - 1);
  do {
    for (int i = 0; i < 4; ++i) {
      const std::uint64_t lowest = taken_a & (~taken_a + 1);
      // Without the last bit there may be none to count up to; its character is then not asked for.
      const auto at = static_cast<std::size_t>(std::countr_zero(taken_b | last));
      in_order += (masks[b[at]] & lowest) != 0 ? 1 : 0;
      taken_b &= taken_b - 1;
      taken_a ^= lowest;
    }
  } while (taken_b != 0);
  return in_order;
}

/// Both texts of 1 to 64 characters: a flag a character. `masks` are those of a text of n
/// characters. With kBounded, fewer common characters than `least` come back as none.
template <bool kBounded, class Masks, class Text>
Agreement agree_in_words(const Masks& masks, std::size_t n, const Text& b, std::size_t least) {
  const std::size_t window = jaro_window(n, b.size());
  const std::size_t steps = std::min(b.size(), n + window);
  std::uint64_t reach = low_bits(window + 1);
  std::uint64_t free_a = ~std::uint64_t{0};
  std::uint64_t taken_b = 0;
  std::uint64_t bit = 1;
  Agreement agreement;
  const auto step = [&](auto c) {
    const std::uint64_t open = masks[c] & reach & free_a;
    const std::uint64_t found = std::uint64_t{0} - static_cast<std::uint64_t>(open != 0);
    free_a ^= open & (~open + 1);
    taken_b |= bit & found;
    agreement.common -= found;
    bit <<= 1;
  };
  std::size_t j = 0;
  for (const std::size_t growing = std::min(window, steps); j < growing; ++j) {
    step(b[j]);
    reach = reach << 1 | 1;
  }
  for (; j < steps; ++j) {
    step(b[j]);
    reach <<= 1;
  }
  if constexpr (kBounded) {
    if (agreement.common < least) return {};
  }
  agreement.transposed = agreement.common - count_in_order(masks, ~free_a, b, taken_b);
  return agreement;
}

template <class Text>
Agreement agree_in_long_texts(const Text& a, const Text& b) {
  const std::size_t window = jaro_window(a.size(), b.size());
  std::vector<bool> taken_a(a.size());
  std::vector<std::size_t> matched_b;
  std::size_t first_free = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    const std::size_t low = std::max(first_free, j > window ? j - window : 0);
    const std::size_t end = std::min(a.size(), j + window + 1);
    for (std::size_t i = low; i < end; ++i) {
      if (taken_a[i] || a[i] != b[j]) continue;
      taken_a[i] = true;
      matched_b.push_back(j);
      break;
    }
    while (first_free < a.size() && taken_a[first_free]) ++first_free;
  }
  Agreement agreement{.common = matched_b.size()};
  std::size_t next = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (taken_a[i] && a[i] != b[matched_b[next++]]) ++agreement.transposed;
  }
  return agreement;
}

template <class Text>
std::size_t common_prefix(const Text& a, const Text& b) {
  const std::size_t end = std::min({a.size(), b.size(), std::size_t{4}});
  std::size_t prefix = 0;
  while (prefix < end && a[prefix] == b[prefix]) ++prefix;
  return prefix;
}

/// Jaro-Winkler similarity of a and b; `make_masks()` gives the masks of a, at most 64 characters.
/// Plain Jaro with a prefix weight of 0. Below `minimum` it is 0.
template <class Text, class MakeMasks>
double jaro_pair(const Text& a, const Text& b, double prefix_weight, double minimum,
                 MakeMasks make_masks) {
  const std::size_t n = a.size();
  const std::size_t m = b.size();
  double similarity = 0;
  if (n == 0 || m == 0) {
    similarity = n == m ? 1 : 0;
    return similarity >= minimum ? similarity : 0;
  }
  if (minimum <= 0) {
    const Agreement agreement = n <= 64 && m <= 64 ? agree_in_words<false>(make_masks(), n, b, 0)
                                                   : agree_in_long_texts(a, b);
    similarity = jaro_from(agreement, n, m);
  } else {
    const std::size_t least = least_agreement(n, m, prefix_weight, minimum);
    if (least > std::min(n, m)) return 0;
    const Agreement agreement = n <= 64 && m <= 64 ? agree_in_words<true>(make_masks(), n, b, least)
                                                   : agree_in_long_texts(a, b);
    similarity = jaro_from(agreement, n, m);
  }
  if (prefix_weight != 0 && similarity > 0.7) {
    similarity = with_prefix(similarity, common_prefix(a, b), prefix_weight);
  }
  return similarity >= minimum ? similarity : 0;
}

}  // namespace galena::match::kernels
