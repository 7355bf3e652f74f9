// Measures by name.
#include "galena/match/measure.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/match/similarity.hpp"
#include "galena/match/similarity_query.hpp"

namespace galena::match {

namespace {

/// In the order of the enumeration.
constexpr std::string_view kNames[] = {
    "levenshtein", "osa",          "damerau_levenshtein", "indel",         "hamming",
    "jaro",        "jaro_winkler", "bigram_jaccard",      "token_jaccard", "token_set"};

/// 1 - distance / most; two empty texts are the same.
double ratio(std::size_t distance, std::size_t most) {
  return most == 0 ? 1 : 1.0 - static_cast<double>(distance) / static_cast<double>(most);
}

/// The largest distance that texts of these sizes can have.
std::size_t most_apart(Measure measure, std::size_t n, std::size_t m) {
  return measure == Measure::indel ? n + m : std::max(n, m);
}

using Texts = std::span<const std::string_view>;

void from_distances(Measure measure, const SimilarityQuery& query, std::string_view text,
                    Texts texts, std::span<double> out) {
  std::vector<std::uint32_t> distances(texts.size());
  if (measure == Measure::levenshtein) query.levenshtein(texts, distances);
  if (measure == Measure::osa) query.osa(texts, distances);
  if (measure == Measure::indel) query.indel(texts, distances);
  const std::size_t size = count_characters(text);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    out[i] = ratio(distances[i], most_apart(measure, size, count_characters(texts[i])));
  }
}

std::vector<double> compare_all(Measure measure, std::string_view text, Texts texts) {
  std::vector<double> found(texts.size());
  const SimilarityQuery query(text);
  switch (measure) {
    case Measure::levenshtein:
    case Measure::osa:
    case Measure::indel:
      from_distances(measure, query, text, texts, found);
      break;
    case Measure::jaro:
      query.jaro(texts, found);
      break;
    case Measure::jaro_winkler:
      query.jaro_winkler(texts, found);
      break;
    default:
      std::transform(texts.begin(), texts.end(), found.begin(),
                     [&](std::string_view other) { return similarity(measure, text, other); });
      break;
  }
  return found;
}

}  // namespace

Result<Measure> measure_from(std::string_view name) {
  const auto* const found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found != std::end(kNames)) return static_cast<Measure>(found - std::begin(kNames));
  std::string known;
  for (const std::string_view each : kNames) {
    if (!known.empty()) known += ", ";
    known += each;
  }
  return Problem{Code::not_found, "unknown_measure", std::string(name),
                 "there is no measure '" + std::string(name) + "'", "use one of " + known};
}

double similarity(Measure measure, std::string_view a, std::string_view b) {
  const auto by_longer = [&](std::size_t distance) {
    return ratio(distance, std::max(count_characters(a), count_characters(b)));
  };
  switch (measure) {
    case Measure::levenshtein:
      return by_longer(levenshtein(a, b));
    case Measure::osa:
      return by_longer(osa(a, b));
    case Measure::damerau_levenshtein:
      return by_longer(damerau_levenshtein(a, b));
    case Measure::indel:
      return indel_similarity(a, b);
    case Measure::hamming:
      return by_longer(hamming(a, b));
    case Measure::jaro:
      return jaro(a, b);
    case Measure::jaro_winkler:
      return jaro_winkler(a, b);
    case Measure::bigram_jaccard:
      return ngram_jaccard(a, b, 2);
    case Measure::token_jaccard:
      return token_jaccard(a, b);
    case Measure::token_set:
      return token_set_similarity(a, b);
  }
  return 0;
}

Result<Column> similarities(Measure measure, std::string_view text, const Column& texts) {
  if (texts.type() != ColumnType::text) {
    return Problem{Code::invalid_argument, "wrong_type", texts.name(),
                   "'" + texts.name() + "' is no column of text", "give a column of text"};
  }
  std::vector<std::string_view> values;
  for (std::size_t i = 0; i < texts.distinct_size(); ++i) values.push_back(texts.distinct(i));
  const std::vector<double> found = compare_all(measure, text, values);
  ColumnBuilder builder("similarity", ColumnType::number);
  builder.reserve(texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::size_t value =
        texts.is_dictionary() ? static_cast<std::size_t>(texts.codes()[row]) : row;
    texts.is_null(row) ? builder.append_null() : builder.append_number(found[value]);
  }
  return builder.finish();
}

}  // namespace galena::match
