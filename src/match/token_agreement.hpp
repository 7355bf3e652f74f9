// How the words of two values pair up: what company, street, full-name and text comparisons share.
#pragma once

#include "match/feature.hpp"

namespace galena::match {

/// Weights of words are their rarities in bits.
struct TokenAgreement {
  WeightSum total_a = 0;  ///< of all words of a
  WeightSum total_b = 0;
  WeightSum paired_a = 0;  ///< of a's words that have a partner, less what the partner differs
  WeightSum paired_b = 0;
  WeightSum alone_a = 0;  ///< of a's words without a partner
  WeightSum alone_b = 0;
  WeightSum shared = 0;  ///< rarity of what both have
  int count_a = 0;
  int count_b = 0;
  int pairs = 0;  ///< words with a partner
  int exact_pairs = 0;
  int order_breaks = 0;  ///< neighbours among the paired words of a whose partners are not in order

  [[nodiscard]] double similarity() const {
    const auto total = static_cast<double>(total_a + total_b);
    return total <= 0 ? 0 : static_cast<double>(paired_a + paired_b) / total;
  }
  /// Share of the lighter side that is paired.
  [[nodiscard]] double containment() const {
    const bool a_lighter = total_a <= total_b;
    const auto total = static_cast<double>(a_lighter ? total_a : total_b);
    return total <= 0 ? 0 : static_cast<double>(a_lighter ? paired_a : paired_b) / total;
  }
};

enum class TokenMatch : std::uint8_t {
  words,  ///< a word pairs with itself or a misspelling
  names,  ///< also with its initial and with other forms of the given name
};

/// Pairs the words of two values, equal words first, then the most similar. O(words²).
TokenAgreement agree_tokens(const ValueStore& store_a, const StoredValue& a,
                            const ValueStore& store_b, const StoredValue& b, TokenMatch match);

/// A word of a value that is in no store.
struct WeightedWord {
  explicit WeightedWord(std::string_view word, Weight weight);
  std::string_view text;
  std::uint64_t hash = 0;
  std::uint64_t mask = 0;  ///< as StoredValue::mask
  Weight rarity = 0;
};
TokenAgreement agree_words(std::span<const WeightedWord> a, std::span<const WeightedWord> b,
                           TokenMatch match);

/// Similarity of two different words, 0 when they are no misspellings of one another.
double word_similarity(std::string_view a, std::string_view b);

/// The same for words of persons' names: also initials, short forms, spellings of one sound.
double name_word_similarity(std::string_view a, std::string_view b);

}  // namespace galena::match
