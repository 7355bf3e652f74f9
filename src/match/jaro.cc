// Jaro and Jaro-Winkler similarity.
#include <algorithm>
#include <bit>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/edit_distance.hpp"

namespace galena::match {

namespace {

struct Agreement {
  std::size_t common = 0;
  std::size_t transposed = 0;  // characters out of order; half of them are the transpositions
};

/// Bit-parallel form: each text fits a word, a flag a character.
template <class Masks, class Text>
Agreement agree_in_words(const Text& a, const Text& b, std::size_t window) {
  const Masks masks(a);
  std::uint64_t taken_a = 0;
  std::uint64_t taken_b = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    const std::size_t low = j > window ? j - window : 0;
    const std::size_t high = j + window;  // inclusive
    std::uint64_t reach = ~std::uint64_t{0} << low;
    if (low > 63) reach = 0;
    if (high < 63) reach &= (std::uint64_t{1} << (high + 1)) - 1;
    const std::uint64_t free = masks[b[j]] & reach & ~taken_a;
    if (free == 0) continue;
    taken_a |= free & (~free + 1);
    taken_b |= std::uint64_t{1} << j;
  }
  Agreement agreement{.common = static_cast<std::size_t>(std::popcount(taken_a))};
  while (taken_a != 0) {
    const auto i = static_cast<std::size_t>(std::countr_zero(taken_a));
    const auto j = static_cast<std::size_t>(std::countr_zero(taken_b));
    if (a[i] != b[j]) ++agreement.transposed;
    taken_a &= taken_a - 1;
    taken_b &= taken_b - 1;
  }
  return agreement;
}

template <class Text>
Agreement agree_in_long_texts(const Text& a, const Text& b, std::size_t window) {
  std::vector<bool> taken_a(a.size());
  std::vector<std::size_t> matched_b;
  for (std::size_t j = 0; j < b.size(); ++j) {
    const std::size_t low = j > window ? j - window : 0;
    const std::size_t end = std::min(a.size(), j + window + 1);
    for (std::size_t i = low; i < end; ++i) {
      if (taken_a[i] || a[i] != b[j]) continue;
      taken_a[i] = true;
      matched_b.push_back(j);
      break;
    }
  }
  Agreement agreement{.common = matched_b.size()};
  std::size_t next = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (taken_a[i] && a[i] != b[matched_b[next++]]) ++agreement.transposed;
  }
  return agreement;
}

template <class Masks, class Text>
double jaro_of(const Text& a, const Text& b) {
  if (a.empty() && b.empty()) return 1;
  if (a.empty() || b.empty()) return 0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
  const Agreement agreement =
      longer <= 64 ? agree_in_words<Masks>(a, b, window) : agree_in_long_texts(a, b, window);
  if (agreement.common == 0) return 0;
  const auto common = static_cast<double>(agreement.common);
  const auto transpositions = static_cast<double>(agreement.transposed / 2);
  return (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
          (common - transpositions) / common) /
         3.0;
}

template <class Text>
double with_prefix(double similarity, const Text& a, const Text& b, double prefix_weight) {
  if (similarity <= 0.7) return similarity;
  const std::size_t limit = std::min({a.size(), b.size(), std::size_t{4}});
  std::size_t prefix = 0;
  while (prefix < limit && a[prefix] == b[prefix]) ++prefix;
  return similarity + static_cast<double>(prefix) * prefix_weight * (1.0 - similarity);
}

}  // namespace

double jaro_ascii(std::string_view a, std::string_view b) { return jaro_of<AsciiMasks>(a, b); }

double jaro_winkler_ascii(std::string_view a, std::string_view b, double prefix_weight) {
  return with_prefix(jaro_of<AsciiMasks>(a, b), a, b, prefix_weight);
}

double jaro(std::string_view a, std::string_view b) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return jaro_ascii(a, b);
  const auto left = characters_of(a);
  const auto right = characters_of(b);
  return jaro_of<WideMasks>(std::span<const char32_t>(left), std::span<const char32_t>(right));
}

double jaro_winkler(std::string_view a, std::string_view b, double prefix_weight) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return jaro_winkler_ascii(a, b, prefix_weight);
  const auto left = characters_of(a);
  const auto right = characters_of(b);
  const double similarity =
      jaro_of<WideMasks>(std::span<const char32_t>(left), std::span<const char32_t>(right));
  return with_prefix(similarity, left, right, prefix_weight);
}

}  // namespace galena::match
