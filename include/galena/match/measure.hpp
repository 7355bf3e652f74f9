// Similarity by the name of a measure, of two texts or of a text and a column: what hosts in other
// languages call. C++ calls the kernels (similarity.hpp, similarity_query.hpp), which also take
// cut-offs.
//
//   galena::match::similarity(galena::match::Measure::jaro_winkler, "martha", "marhta")  //
//   0.9611...
//
// Thread rule: pure functions.
#pragma once

#include <cstdint>
#include <string_view>

#include "galena/base/result.hpp"
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
};

/// The measure of that name, as spelt above. NOT_FOUND "unknown_measure".
[[nodiscard]] Result<Measure> measure_from(std::string_view name);

/// The similarity of two texts. Nothing is folded.
[[nodiscard]] double similarity(Measure measure, std::string_view a, std::string_view b);

/// The similarity of `text` to every row of a text column, as a column of numbers named
/// "similarity", blank where the row is. INVALID_ARGUMENT "wrong_type": no text column. By the
/// batch kernels where the measure has them; a value that stands in many rows of a dictionary is
/// compared once.
[[nodiscard]] Result<Column> similarities(Measure measure, std::string_view text,
                                          const Column& texts);

}  // namespace galena::match
