// String, date and number comparison: distances and similarities with cut-offs.
//
//   galena::match::levenshtein("kitten", "sitting") == 3
//   galena::match::jaro_winkler("martha", "marhta") == 0.9611...
//
// One text against many: similarity_query.hpp.
//
// Text is UTF-8 and compared by characters (a byte that is not UTF-8 counts as one character).
// Nothing is folded: fold first (normalise.hpp). n and m below are the lengths in characters, n <=
// m. Thread rule: pure functions. Results are the same on every machine.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace galena::match {

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Insertions, deletions and substitutions that turn a into b. Myers' bit-vector algorithm in
/// Hyyrö's form (2003): O(m) for n <= 64, O(m n / 64) beyond. A distance above `limit` is returned
/// as `limit` + 1, found from the lengths, from the ends where the texts differ (`limit` 0 and 1),
/// or as soon as the characters left cannot mend it. So do all distances below.
[[nodiscard]] std::size_t levenshtein(std::string_view a, std::string_view b,
                                      std::size_t limit = kNoLimit);

/// As levenshtein(), with a swap of neighbours as one step, no part edited twice (optimal string
/// alignment). Hyyrö 2002: O(m) for n <= 64, O(m n / 64) beyond.
[[nodiscard]] std::size_t osa(std::string_view a, std::string_view b, std::size_t limit = kNoLimit);

/// As osa(), with parts edited as often as it takes: the unrestricted Damerau-Levenshtein distance,
/// a metric (Zhao and Sahni 2019). osa("ca", "abc") is 3, this is 2. O(n m), O(n + m) memory.
[[nodiscard]] std::size_t damerau_levenshtein(std::string_view a, std::string_view b,
                                              std::size_t limit = kNoLimit);

/// Insertions and deletions alone: n + m less twice the longest common subsequence (Hyyrö 2004).
/// O(m) for n <= 64, O(m n / 64) beyond.
[[nodiscard]] std::size_t indel(std::string_view a, std::string_view b,
                                std::size_t limit = kNoLimit);

/// Characters that differ from the one in the same place; those without a counterpart count too.
/// O(n).
[[nodiscard]] std::size_t hamming(std::string_view a, std::string_view b,
                                  std::size_t limit = kNoLimit);

/// 1 - indel() / (n + m), 0 to 1; two empty texts are 1. A similarity below `minimum` is returned
/// as 0, found early as with indel().
[[nodiscard]] double indel_similarity(std::string_view a, std::string_view b, double minimum = 0);

/// Jaro similarity, 0 to 1; two empty texts are 1. O(m) for n, m <= 64, else O(n m). A similarity
/// below `minimum` is returned as 0, found from the lengths or from the number of common
/// characters.
[[nodiscard]] double jaro(std::string_view a, std::string_view b, double minimum = 0);

/// Jaro-Winkler similarity, 0 to 1: `prefix_weight` (0 to 0.25) for each of up to four first
/// characters in common, applied when the Jaro similarity is above 0.7 (Winkler 1990). `minimum` as
/// in jaro().
[[nodiscard]] double jaro_winkler(std::string_view a, std::string_view b,
                                  double prefix_weight = 0.1, double minimum = 0);

/// Jaccard similarity of the sets of n-grams (`size` characters, 1 to 8), 0 to 1; texts shorter
/// than `size` count as one gram. Below `minimum` it is 0, found from the sizes of the sets.
/// O((n + m) log m).
[[nodiscard]] double ngram_jaccard(std::string_view a, std::string_view b, std::size_t size,
                                   double minimum = 0);

/// Jaccard similarity of the sets of words (runs between spaces), 0 to 1. `minimum` as above.
[[nodiscard]] double token_jaccard(std::string_view a, std::string_view b, double minimum = 0);

/// Token-set similarity, 0 to 1: the larger of word-set containment by Levenshtein similarity of
/// "common + rest" texts, as FuzzyWuzzy's token_set_ratio / 100 (on edit distance, not on Indel).
/// Below `minimum` it is 0, found by the cut-off of levenshtein().
[[nodiscard]] double token_set_similarity(std::string_view a, std::string_view b,
                                          double minimum = 0);

/// Words of one text with their weights, as soft_token_similarity() takes them.
struct WeightedToken {
  std::string_view text;
  double weight = 1;  ///< inverse document frequency, > 0
};

/// IDF-weighted soft token similarity, 0 to 1: each word is paired with at most one word of the
/// other text, best pairs first; a pair counts with its Jaro-Winkler similarity when that is at
/// least `pair_minimum` (Cohen, Ravikumar, Fienberg 2003, SoftTFIDF made symmetric). The sum of the
/// paired weights over the sum of all. Below `minimum` it is 0, found from the weights alone when
/// one text has far fewer words. O(words²).
[[nodiscard]] double soft_token_similarity(std::span<const WeightedToken> a,
                                           std::span<const WeightedToken> b,
                                           double pair_minimum = 0.88, double minimum = 0);

/// The primary and the alternate code of a word (Philips 2000, Double Metaphone), at most
/// `max_size` characters each. Takes any case; characters other than A to Z, Ç and Ñ are skipped.
struct MetaphoneCodes {
  std::string primary;
  std::string alternate;  ///< equal to primary when there is no other pronunciation
};
[[nodiscard]] MetaphoneCodes double_metaphone(std::string_view word, std::size_t max_size = 4);

/// Days between two civil days given as days since 1970-01-01.
[[nodiscard]] constexpr long day_distance(long a, long b) { return a < b ? b - a : a - b; }

/// Relative difference |a - b| / max(|a|, |b|), 0 to 2; 0 when both are 0.
[[nodiscard]] double relative_difference(double a, double b);

}  // namespace galena::match
