#include "match/kernels/query.hpp"

#include <algorithm>

#include "match/kernels/edit_pair.hpp"
#include "match/kernels/jaro_words.hpp"

namespace galena::match::kernels {

QueryState::QueryState(std::string_view query)
    : bytes(query), characters(characters_of(query)), ascii(is_plain_ascii(query)) {
  if (characters.size() > 64) {
    long_masks = LongMasks(characters);
    return;
  }
  std::uint64_t bit = 1;
  for (const char32_t c : characters) {
    masks.put(c, bit);
    bit <<= 1;
  }
  if (!ascii) masks.set_wide(characters);
}

namespace {

template <bool kSwaps, class Text>
std::size_t edit(const QueryState& query, const Text& text, std::size_t limit) {
  const std::size_t n = query.characters.size();
  const std::size_t m = text.size();
  if ((n > m ? n - m : m - n) > limit) return limit + 1;
  if (n == 0 || m == 0) return limited(n + m, limit);
  if (n > 64) return edit_blocks<kSwaps>(query.long_masks, n, text, limit);
  return edit_by_word<kSwaps>(query.masks, n, text, limit);
}

template <class Text>
std::size_t indel_of(const QueryState& query, const Text& text, std::size_t limit) {
  const std::size_t n = query.characters.size();
  const std::size_t m = text.size();
  const std::size_t least = least_common(n, m, limit);
  if (least > std::min(n, m)) return limit + 1;
  if (n == 0 || m == 0) return limited(n + m, limit);
  const std::size_t common = n > 64 ? subsequence_blocks(query.long_masks, n, text, least)
                                    : subsequence_by_word(query.masks, text, least);
  return indel_from(common, n, m, limit);
}

/// Apart, so that the common case does without the room for the characters.
[[gnu::noinline]] double jaro_of_wide_query(const QueryState& query, std::string_view text,
                                            double prefix_weight, double minimum) {
  const Characters wide(text);
  return jaro_similarity(query, wide.view(), prefix_weight, minimum);
}

}  // namespace

std::size_t edit_distance(const QueryState& query, bool swaps, std::string_view text,
                          std::size_t limit) {
  return swaps ? edit<true>(query, text, limit) : edit<false>(query, text, limit);
}
std::size_t edit_distance(const QueryState& query, bool swaps, Wide text, std::size_t limit) {
  return swaps ? edit<true>(query, text, limit) : edit<false>(query, text, limit);
}
std::size_t indel_distance(const QueryState& query, std::string_view text, std::size_t limit) {
  return indel_of(query, text, limit);
}
std::size_t indel_distance(const QueryState& query, Wide text, std::size_t limit) {
  return indel_of(query, text, limit);
}

double jaro_similarity(const QueryState& query, std::string_view text, double prefix_weight,
                       double minimum) {
  if (!query.ascii) return jaro_of_wide_query(query, text, prefix_weight, minimum);
  return jaro_pair(std::string_view(query.bytes), text, prefix_weight, minimum,
                   [&]() -> const QueryMasks& { return query.masks; });
}
double jaro_similarity(const QueryState& query, Wide text, double prefix_weight, double minimum) {
  return jaro_pair(Wide(query.characters), text, prefix_weight, minimum,
                   [&]() -> const QueryMasks& { return query.masks; });
}

}  // namespace galena::match::kernels
