// Levenshtein and optimal string alignment: bit-parallel for patterns of up to 64 characters,
// blocks of 64 or the plain recurrence beyond.
#include "match/edit_distance.hpp"

#include <algorithm>
#include <numeric>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"

namespace galena::match {

namespace {

template <class Text>
void drop_common_ends(Text& a, Text& b) {
  std::size_t prefix = 0;
  const std::size_t shorter = std::min(a.size(), b.size());
  while (prefix < shorter && a[prefix] == b[prefix]) ++prefix;
  std::size_t suffix = 0;
  while (suffix < shorter - prefix && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
    ++suffix;
  if constexpr (requires { a.substr(0, 1); }) {
    a = a.substr(prefix, a.size() - prefix - suffix);
    b = b.substr(prefix, b.size() - prefix - suffix);
  } else {
    a = a.subspan(prefix, a.size() - prefix - suffix);
    b = b.subspan(prefix, b.size() - prefix - suffix);
  }
}

/// Myers 1999 / Hyyrö 2003 on one word. 0 < pattern length <= 64.
template <class Masks, class Text>
std::size_t levenshtein_word(const Masks& masks, std::size_t size, const Text& text) {
  std::uint64_t positive = ~std::uint64_t{0};
  std::uint64_t negative = 0;
  const std::uint64_t last = std::uint64_t{1} << (size - 1);
  std::size_t distance = size;
  for (const auto c : text) {
    const std::uint64_t match = masks[c];
    const std::uint64_t diagonal = (((match & positive) + positive) ^ positive) | match | negative;
    std::uint64_t up = negative | ~(diagonal | positive);
    std::uint64_t down = diagonal & positive;
    if (up & last) ++distance;
    if (down & last) --distance;
    up = up << 1 | 1;
    down <<= 1;
    positive = down | ~(diagonal | up);
    negative = up & diagonal;
  }
  return distance;
}

/// Hyyrö 2002: the same with transpositions.
template <class Masks, class Text>
std::size_t osa_word(const Masks& masks, std::size_t size, const Text& text) {
  std::uint64_t positive = ~std::uint64_t{0};
  std::uint64_t negative = 0;
  std::uint64_t diagonal = 0;
  std::uint64_t previous_match = 0;
  const std::uint64_t last = std::uint64_t{1} << (size - 1);
  std::size_t distance = size;
  for (const auto c : text) {
    const std::uint64_t match = masks[c];
    const std::uint64_t swapped = ((~diagonal & match) << 1) & previous_match;
    diagonal = (((match & positive) + positive) ^ positive) | match | negative | swapped;
    std::uint64_t up = negative | ~(diagonal | positive);
    std::uint64_t down = diagonal & positive;
    if (up & last) ++distance;
    if (down & last) --distance;
    up = up << 1 | 1;
    down <<= 1;
    positive = down | ~(diagonal | up);
    negative = up & diagonal;
    previous_match = match;
  }
  return distance;
}

/// Patterns above 64 characters: one row of the recurrence at a time, O(n) memory.
template <class Text>
std::size_t levenshtein_rows(const Text& a, const Text& b) {
  std::vector<std::size_t> row(a.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t j = 0; j < b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j + 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::size_t above = row[i + 1];
      row[i + 1] = std::min({above + 1, row[i] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[a.size()];
}

template <class Text>
std::size_t osa_rows(const Text& a, const Text& b) {
  const std::size_t width = a.size() + 1;
  std::vector<std::size_t> before(width);
  std::vector<std::size_t> above(width);
  std::vector<std::size_t> row(width);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t j = 0; j < b.size(); ++j) {
    row[0] = j + 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
      row[i + 1] = std::min({above[i + 1] + 1, row[i] + 1, above[i] + (a[i] == b[j] ? 0 : 1)});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
        row[i + 1] = std::min(row[i + 1], before[i - 1] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[a.size()];
}

std::size_t limited(std::size_t distance, std::size_t limit) {
  return distance > limit ? limit + 1 : distance;
}

/// Common part of both distances: ends off, length test, then `word` or `rows` on the shorter.
template <class Masks, class Text, class Word, class Rows>
std::size_t edit_distance(Text a, Text b, std::size_t limit, Word word, Rows rows) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  drop_common_ends(a, b);
  if (a.empty()) return limited(b.size(), limit);
  if (limit == 0) return 1;
  if (a.size() > 64) return limited(rows(a, b), limit);
  const Masks masks(a);
  return limited(word(masks, a.size(), b), limit);
}

constexpr auto kLevenshteinWord = [](const auto& masks, std::size_t size, const auto& text) {
  return levenshtein_word(masks, size, text);
};
constexpr auto kLevenshteinRows = [](const auto& a, const auto& b) {
  return levenshtein_rows(a, b);
};
constexpr auto kOsaWord = [](const auto& masks, std::size_t size, const auto& text) {
  return osa_word(masks, size, text);
};
constexpr auto kOsaRows = [](const auto& a, const auto& b) { return osa_rows(a, b); };

using Wide = std::span<const char32_t>;

}  // namespace

std::size_t levenshtein_ascii(std::string_view a, std::string_view b, std::size_t limit) {
  return edit_distance<AsciiMasks>(a, b, limit, kLevenshteinWord, kLevenshteinRows);
}

std::size_t osa_ascii(std::string_view a, std::string_view b, std::size_t limit) {
  return edit_distance<AsciiMasks>(a, b, limit, kOsaWord, kOsaRows);
}

std::size_t levenshtein(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return levenshtein_ascii(a, b, limit);
  const auto left = characters_of(a);
  const auto right = characters_of(b);
  return edit_distance<WideMasks>(Wide(left), Wide(right), limit, kLevenshteinWord,
                                  kLevenshteinRows);
}

std::size_t osa(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return osa_ascii(a, b, limit);
  const auto left = characters_of(a);
  const auto right = characters_of(b);
  return edit_distance<WideMasks>(Wide(left), Wide(right), limit, kOsaWord, kOsaRows);
}

}  // namespace galena::match
