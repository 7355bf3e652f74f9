// Measures by name.
#include "galena/match/measure.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "galena/base/instant.hpp"
#include "galena/base/utf8.hpp"
#include "galena/match/similarity.hpp"
#include "galena/match/similarity_query.hpp"

namespace galena::match {

namespace {

/// In the order of the enumeration.
constexpr std::string_view kNames[] = {
    "levenshtein",   "osa",       "damerau_levenshtein", "indel",
    "hamming",       "jaro",      "jaro_winkler",        "bigram_jaccard",
    "token_jaccard", "token_set", "ngram_jaccard",       "soft_tfidf",
    "number",        "date"};

constexpr std::size_t kUsualSize = 2;
constexpr std::size_t kMostSize = 8;
constexpr std::uint32_t kUsualDays = 365;
constexpr double kUsualPrefixWeight = 0.1;

/// 1 - distance / most; two empty texts are the same.
double ratio(std::size_t distance, std::size_t most) {
  return most == 0 ? 1 : 1.0 - static_cast<double>(distance) / static_cast<double>(most);
}

double at_least(double similarity, double cutoff) { return similarity < cutoff ? 0 : similarity; }

/// The largest distance that texts of these sizes can have.
std::size_t most_apart(Measure measure, std::size_t n, std::size_t m) {
  return measure == Measure::indel ? n + m : std::max(n, m);
}

/// The words of a text with their weights.
class WordWeights {
 public:
  explicit WordWeights(std::span<const WeightedToken> weights) {
    if (!weights.empty()) most_ = 0;
    for (const WeightedToken& each : weights) {
      weights_.emplace(each.text, each.weight);
      most_ = std::max(most_, each.weight);
    }
  }

  [[nodiscard]] std::vector<WeightedToken> of(std::string_view text) const {
    std::vector<WeightedToken> words;
    for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string_view::npos;) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string_view word = text.substr(at, end - at);
      const auto known = weights_.find(word);
      words.push_back({word, known == weights_.end() ? most_ : known->second});
      at = end;
    }
    return words;
  }

 private:
  std::map<std::string_view, double> weights_;
  double most_ = 1;  ///< of a word that is not known
};

std::optional<double> read_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

/// Nothing when one of the texts is none that the measure reads.
std::optional<double> compare_numbers(std::string_view a, std::string_view b) {
  const auto left = read_number(a);
  const auto right = read_number(b);
  if (!left || !right) return std::nullopt;
  return std::max(0.0, 1 - relative_difference(*left, *right));
}

std::optional<double> compare_dates(std::string_view a, std::string_view b, std::uint32_t days) {
  const auto left = parse_date(a);
  const auto right = parse_date(b);
  if (!left || !right) return std::nullopt;
  const auto apart = std::chrono::abs(*left - *right).count();
  return std::max(0.0, 1 - static_cast<double>(apart) / (days == 0 ? kUsualDays : days));
}

/// One measure with its options, for any number of texts.
class Comparer {
 public:
  Comparer(Measure measure, const MeasureOptions& options)
      : measure_(measure), options_(options), words_(options.weights) {}

  [[nodiscard]] std::optional<double> operator()(std::string_view a, std::string_view b) const {
    if (measure_ == Measure::number || measure_ == Measure::date) {
      const auto found =
          measure_ == Measure::number ? compare_numbers(a, b) : compare_dates(a, b, options_.days);
      if (!found) return std::nullopt;
      return at_least(*found, options_.cutoff);
    }
    return at_least(compare_texts(a, b), options_.cutoff);
  }

 private:
  [[nodiscard]] double compare_texts(std::string_view a, std::string_view b) const {
    const double cutoff = options_.cutoff;
    switch (measure_) {
      case Measure::jaro:
        return jaro(a, b, cutoff);
      case Measure::jaro_winkler:
        return jaro_winkler(a, b, kUsualPrefixWeight, cutoff);
      case Measure::bigram_jaccard:
        return ngram_jaccard(a, b, kUsualSize, cutoff);
      case Measure::ngram_jaccard:
        return ngram_jaccard(a, b, options_.size == 0 ? kUsualSize : options_.size, cutoff);
      case Measure::token_jaccard:
        return token_jaccard(a, b, cutoff);
      case Measure::token_set:
        return token_set_similarity(a, b, cutoff);
      case Measure::soft_tfidf:
        return soft_token_similarity(words_.of(a), words_.of(b), kPairMinimum, cutoff);
      default:
        return from_distance(a, b);
    }
  }

  [[nodiscard]] double from_distance(std::string_view a, std::string_view b) const {
    const std::size_t most = most_apart(measure_, count_characters(a), count_characters(b));
    // Rounded up: what is near the cut-off is told by the similarity itself.
    const double allowed = (1 - options_.cutoff) * static_cast<double>(most) + 1;
    const std::size_t limit = options_.cutoff > 0 ? static_cast<std::size_t>(allowed) : kNoLimit;
    switch (measure_) {
      case Measure::levenshtein:
        return ratio(levenshtein(a, b, limit), most);
      case Measure::osa:
        return ratio(osa(a, b, limit), most);
      case Measure::damerau_levenshtein:
        return ratio(damerau_levenshtein(a, b, limit), most);
      case Measure::indel:
        return ratio(indel(a, b, limit), most);
      default:
        return ratio(hamming(a, b, limit), most);
    }
  }

  static constexpr double kPairMinimum = 0.88;  ///< as soft_token_similarity() by default

  Measure measure_;
  const MeasureOptions& options_;
  WordWeights words_;
};

using Texts = std::span<const std::string_view>;
using Found = std::vector<std::optional<double>>;

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

/// Through the batch kernels; false when the measure has none.
bool compare_batch(Measure measure, double cutoff, std::string_view text, Texts texts,
                   std::span<double> out) {
  const SimilarityQuery query(text);
  switch (measure) {
    case Measure::levenshtein:
    case Measure::osa:
    case Measure::indel:
      from_distances(measure, query, text, texts, out);
      return true;
    case Measure::jaro:
      query.jaro(texts, out, cutoff);
      return true;
    case Measure::jaro_winkler:
      query.jaro_winkler(texts, out, kUsualPrefixWeight, cutoff);
      return true;
    default:
      return false;
  }
}

Found compare_all(Measure measure, const MeasureOptions& options, std::string_view text,
                  Texts texts) {
  Found found(texts.size());
  std::vector<double> batch(texts.size());
  if (compare_batch(measure, options.cutoff, text, texts, batch)) {
    std::transform(batch.begin(), batch.end(), found.begin(),
                   [&](double each) { return at_least(each, options.cutoff); });
    return found;
  }
  const Comparer compare(measure, options);
  std::transform(texts.begin(), texts.end(), found.begin(),
                 [&](std::string_view other) { return compare(text, other); });
  return found;
}

Problem refuse(std::string detail, std::string subject, std::string message, std::string hint) {
  return {Code::invalid_argument, std::move(detail), std::move(subject), std::move(message),
          std::move(hint)};
}

/// Problems of the options, and of `text` where the measure cannot read it.
Problems check(Measure measure, const MeasureOptions& options) {
  Problems problems;
  if (!(options.cutoff >= 0 && options.cutoff <= 1))
    problems.add(refuse("out_of_range", "cutoff", "the cut-off is not within 0 and 1", ""));
  if (options.size > kMostSize)
    problems.add(refuse("out_of_range", "n", "a gram of more than 8 characters", "use 1 to 8"));
  const auto unused = [&](bool given, Measure taker, std::string option) {
    if (!given || measure == taker) return;
    const std::string name(kNames[static_cast<std::size_t>(taker)]);
    problems.add(refuse("unused_option", option, "only " + name + " takes " + option, ""));
  };
  unused(options.size != 0, Measure::ngram_jaccard, "n");
  unused(options.days != 0, Measure::date, "days");
  unused(!options.weights.empty(), Measure::soft_tfidf, "weights");
  for (const WeightedToken& each : options.weights) {
    if (each.weight > 0 && std::isfinite(each.weight)) continue;
    problems.add(refuse("out_of_range", "weights",
                        "the weight of '" + std::string(each.text) + "' is not above 0", ""));
  }
  return problems;
}

/// Nothing when the measure reads the text.
std::optional<Problem> unreadable(Measure measure, std::string_view text) {
  if (measure == Measure::number && !read_number(text))
    return refuse("not_a_number", std::string(text), "'" + std::string(text) + "' is no number",
                  "write it as in 1250.5");
  if (measure == Measure::date && !parse_date(text))
    return refuse("not_a_date", std::string(text), "'" + std::string(text) + "' is no day",
                  "write it as in 2026-11-23");
  return std::nullopt;
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

Result<double> similarity(Measure measure, std::string_view a, std::string_view b,
                          const MeasureOptions& options) {
  Problems problems = check(measure, options);
  for (const std::string_view text : {a, b}) {
    if (auto problem = unreadable(measure, text)) problems.add(std::move(*problem));
  }
  if (!problems.empty()) return problems;
  return Comparer(measure, options)(a, b).value_or(0);
}

Result<Column> similarities(Measure measure, std::string_view text, const Column& texts,
                            const MeasureOptions& options) {
  Problems problems = check(measure, options);
  if (auto problem = unreadable(measure, text)) problems.add(std::move(*problem));
  if (texts.type() != ColumnType::text) {
    problems.add(refuse("wrong_type", texts.name(), "'" + texts.name() + "' is no column of text",
                        "give a column of text"));
  }
  if (!problems.empty()) return problems;
  std::vector<std::string_view> values;
  for (std::size_t i = 0; i < texts.distinct_size(); ++i) values.push_back(texts.distinct(i));
  const Found found = compare_all(measure, options, text, values);
  ColumnBuilder builder("similarity", ColumnType::number);
  builder.reserve(texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::size_t value =
        texts.is_dictionary() ? static_cast<std::size_t>(texts.codes()[row]) : row;
    const bool blank = texts.is_null(row) || !found[value];
    blank ? builder.append_null() : builder.append_number(*found[value]);
  }
  return builder.finish();
}

}  // namespace galena::match
