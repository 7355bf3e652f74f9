// Similarity by the name of a measure, of two texts or of a text and a column: what hosts in other
// languages call. C++ calls the kernels (similarity.hpp, similarity_query.hpp), which give
// distances too.
//
//   *similarity(Measure::jaro_winkler, "martha", "marhta") == 0.9611...
//   *similarity(Measure::ngram_jaccard, "night", "nacht", {.size = 3}) == 0
//
// Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "galena/base/result.hpp"
#include "galena/match/similarity.hpp"
#include "galena/record/table.hpp"

namespace galena::match {

/// Each gives 0 (nothing in common) to 1 (the same; two empty texts are). Distances d of texts of n
/// and m characters become 1 - d / max(n, m), that of insertions and deletions 1 - d / (n + m).
enum class Measure : std::uint8_t {
  levenshtein,
  osa,
  damerau_levenshtein,
  indel,
  hamming,
  jaro,
  jaro_winkler,    ///< with the usual prefix weight of 0.1
  bigram_jaccard,  ///< ngram_jaccard() of size 2
  token_jaccard,
  token_set,
  ngram_jaccard,  ///< of the size in the options
  soft_tfidf,     ///< soft_token_similarity() of the words, weighted as the options say
  number,         ///< 1 - relative_difference() of two numbers such as -12.5, at least 0
  date,           ///< 1 - days apart / days of the options, at least 0; days such as 2026-11-23
};

/// What a measure takes besides the texts.
struct MeasureOptions {
  double cutoff = 0;       ///< 0 to 1; a similarity below it is given as 0, and found early
  std::size_t size = 0;    ///< ngram_jaccard: characters of a gram, 1 to 8; 0: 2
  std::uint32_t days = 0;  ///< date: so many days apart have nothing in common; 0: 365
  /// soft_tfidf: a weight (> 0, inverse document frequency) for each word, in any order. A word
  /// that is not there is as rare as the rarest: it has the largest weight. None: all weigh 1.
  std::span<const WeightedToken> weights = {};
};

/// The measure of that name, as spelt above. NOT_FOUND "unknown_measure".
[[nodiscard]] Result<Measure> measure_from(std::string_view name);

/// The similarity of two texts. Nothing is folded. INVALID_ARGUMENT: "out_of_range", an option
/// beyond its range; "unused_option", one that the measure does not take; "not_a_number" and
/// "not_a_date", a text that the measure cannot read.
[[nodiscard]] Result<double> similarity(Measure measure, std::string_view a, std::string_view b,
                                        const MeasureOptions& options = {});

/// The similarity of `text` to every row of a text column, as a column of numbers named
/// "similarity", blank where the row is, or is no number or date where the measure needs one.
/// INVALID_ARGUMENT "wrong_type": no text column; else as similarity(). By the batch kernels where
/// the measure has them; a value that stands in many rows of a dictionary is compared once.
[[nodiscard]] Result<Column> similarities(Measure measure, std::string_view text,
                                          const Column& texts, const MeasureOptions& options = {});

}  // namespace galena::match
