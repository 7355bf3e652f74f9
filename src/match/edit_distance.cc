// Distances by single steps: Levenshtein, optimal string alignment, insertions and deletions alone,
// substitutions alone. Bit-parallel, see kernels/.
#include "match/edit_distance.hpp"

#include <algorithm>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/kernels/edit_pair.hpp"

namespace galena::match {

namespace {

template <class Text>
std::size_t hamming_of(const Text& a, const Text& b, std::size_t limit) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t distance = std::max(a.size(), b.size()) - shorter;
  for (std::size_t i = 0; i < shorter && distance <= limit; ++i) distance += a[i] != b[i] ? 1 : 0;
  return kernels::limited(distance, limit);
}

template <class Masks, class Text>
std::size_t indel_of(const Text& a, const Text& b, std::size_t limit) {
  const std::size_t least = kernels::least_common(a.size(), b.size(), limit);
  const std::size_t common = kernels::subsequence_pair<Masks>(a, b, least);
  return kernels::indel_from(common, a.size(), b.size(), limit);
}

}  // namespace

std::size_t levenshtein_ascii(std::string_view a, std::string_view b, std::size_t limit) {
  return kernels::edit_pair<false, AsciiMasks>(a, b, limit);
}

std::size_t osa_ascii(std::string_view a, std::string_view b, std::size_t limit) {
  return kernels::edit_pair<true, AsciiMasks>(a, b, limit);
}

std::size_t levenshtein(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return levenshtein_ascii(a, b, limit);
  const Characters left(a);
  const Characters right(b);
  return kernels::edit_pair<false, WideMasks>(left.view(), right.view(), limit);
}

std::size_t osa(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return osa_ascii(a, b, limit);
  const Characters left(a);
  const Characters right(b);
  return kernels::edit_pair<true, WideMasks>(left.view(), right.view(), limit);
}

std::size_t indel(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return indel_of<AsciiMasks>(a, b, limit);
  const Characters left(a);
  const Characters right(b);
  return indel_of<WideMasks>(left.view(), right.view(), limit);
}

double indel_similarity(std::string_view a, std::string_view b, double minimum) {
  const std::size_t total = count_characters(a) + count_characters(b);
  if (total == 0) return minimum <= 1 ? 1 : 0;
  // Rounded up: the exact similarity is compared below.
  const double allowed = std::max(0.0, (1.0 - minimum) * static_cast<double>(total)) + 1;
  const std::size_t limit =
      allowed < static_cast<double>(total) ? static_cast<std::size_t>(allowed) : total;
  const std::size_t distance = indel(a, b, limit);
  if (distance > limit) return 0;
  const double similarity = 1.0 - static_cast<double>(distance) / static_cast<double>(total);
  return similarity >= minimum ? similarity : 0;
}

std::size_t hamming(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return hamming_of(a, b, limit);
  const Characters left(a);
  const Characters right(b);
  return hamming_of(left.view(), right.view(), limit);
}

}  // namespace galena::match
