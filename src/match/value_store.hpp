// ValueStore: the different values of one feature (family names, telephone numbers, ...), each
// normalised and kept once, with how often it occurs.
//
// Records hold 32-bit numbers of values; equal numbers mean equal normal forms. Number 0 is blank.
// Batch runs fill one store per feature and then only read; the live index adds and removes
// occurrences under its writer lock.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/fixed_point.hpp"
#include "match/memory.hpp"

namespace galena::match {

using ValueId = std::uint32_t;
using TokenId = std::uint32_t;
inline constexpr ValueId kBlank = 0;

/// What an encoder makes of one raw value; reused from value to value.
struct Encoded {
  Encoded() = default;
  Encoded(const Encoded&) = delete;  // the tokens are views
  Encoded& operator=(const Encoded&) = delete;

  std::string text;                       ///< normal form; empty: blank
  std::vector<std::string_view> tokens;   ///< words of the text, for features compared by words
  std::vector<double> token_frequencies;  ///< built-in share of each token; 0 or missing: not known
  std::vector<std::uint64_t> token_hashes;  ///< of each token, or nothing: not known yet
  std::uint64_t first = 0;                  ///< meaning depends on the feature
  std::uint64_t second = 0;
  std::uint8_t flags = 0;
  double built_in_frequency = 0;  ///< share of the population with this value; 0: not known
  std::uint64_t sketch = 0;       ///< what StoredValue::mask shall be; 0: the text's characters

  void clear();
};

/// One stored value: one cache line, which is all that most comparisons read.
struct alignas(64) StoredValue {
  std::uint64_t mask = 0;  ///< characters of the text: bit (c & 63) of each byte; or a sketch
  std::uint32_t text = 0;  ///< where the text begins, in units of kTextUnit bytes
  std::uint16_t size = 0;  ///< bytes of the text
  std::uint8_t flags = 0;
  std::uint8_t token_count = 0;
  std::uint32_t tokens = 0;  ///< where the tokens begin
  std::uint32_t count = 0;   ///< records with this value
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t hash = 0;  ///< of the text
  float prior = 0;         ///< records a built-in frequency is worth (see ValueStore)
  Weight rarity = 0;       ///< -log2 of the expected share of other records with this value
};
static_assert(sizeof(StoredValue) == 64);

struct Token {
  std::uint32_t text = 0;  ///< as StoredValue::text
  std::uint16_t size = 0;
  bool ascii = true;
  std::uint32_t count = 0;  ///< values' occurrences that contain it
  std::uint64_t hash = 0;
  std::uint64_t mask = 0;  ///< characters of the text
  float prior = 0;         ///< as StoredValue::prior
  Weight rarity = 0;
};

/// How the expected frequency of a value is formed: built-in knowledge counts as `strength`
/// records, in which a value without a built-in frequency of its own has `usual`; never rarer than
/// `least`.
struct FrequencyRule {
  double strength = 1000;
  double usual = 1e-5;
  double least = 1e-7;
  /// A value is taken for as common as the data's own rare values turn out to be, when that is
  /// more: a list of one small town, or of a language whose names are not built in, repeats its
  /// rare names.
  bool learn_unknown = false;
  /// What words count together is measured on the data (measure_worth).
  bool measured_words = false;
  /// A value is as rare as its words are together, when its own count does not make it rarer: of
  /// those who have it, some may be one, while the words are known from many.
  bool rare_as_words = false;
};

class ValueStore {
 public:
  explicit ValueStore(FrequencyRule rule = {});

  /// The number of the value, made when new; kBlank for an empty text. Does not count it.
  ValueId intern(const Encoded& encoded);
  /// The same in steps: the hash that the text is looked up by, a hint that it soon will be, the
  /// look, and a new value that is not there yet (nor blank).
  static std::uint64_t hash_of(const Encoded& encoded);
  void prefetch(std::uint64_t hash) const { by_text_.prefetch(hash); }
  /// The value that the text of this hash most likely is; kBlank when it is none.
  [[nodiscard]] ValueId candidate(std::uint64_t hash) const { return by_text_.candidate(hash); }
  /// Hashes the words of a value that will be added, and hints so.
  void prefetch_tokens(Encoded& encoded) const;
  [[nodiscard]] ValueId find(const Encoded& encoded, std::uint64_t hash) const;
  ValueId add(const Encoded& encoded, std::uint64_t hash);
  /// Makes room for so many values of the kind that is there already.
  void expect(std::size_t values);
  /// Adds a value without looking whether it is there, for the record of a query: rarities are
  /// those that `base`, a store of `records` records, has or would give it.
  ValueId append_for_query(const Encoded& encoded, const ValueStore& base, std::uint64_t records);
  /// Forgets all values, keeping memory.
  void clear();
  /// Frees what texts are looked up by: from now on nothing is found, and nothing may be interned.
  void forget_texts();
  /// The number of a known value, or kBlank.
  [[nodiscard]] ValueId find(const Encoded& encoded) const;

  /// Adds (or takes away) occurrences.
  void count(ValueId id, std::int32_t change);
  /// What the rarities of words count when several come together, above 0, at most 1: words come in
  /// phrases. From the next set_rarities() on.
  void set_word_worth(double worth) { word_worth_ = worth; }
  /// Sets the rarity of all values and words for `records` records.
  void set_rarities(std::uint64_t records);
  /// Of words only.
  void set_word_rarities(std::uint64_t records);
  /// The same for one value, after count().
  void update_rarity(ValueId id, std::uint64_t records);

  /// What agreeing in this feature counts beside others like it, above 0, at most 1: rarities are
  /// multiplied with it from the next set_rarities() on, as the scorer does with probabilities.
  void set_worth(double worth) { worth_ = worth; }
  [[nodiscard]] double worth() const { return worth_; }

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] const StoredValue& operator[](ValueId id) const { return values_[id]; }
  [[nodiscard]] std::string_view text(const StoredValue& value) const {
    return text_at(value.text, value.size);
  }
  [[nodiscard]] std::string_view text(ValueId id) const { return text(values_[id]); }
  [[nodiscard]] std::span<const TokenId> tokens(const StoredValue& value) const {
    return {value_tokens_.data() + value.tokens, value.token_count};
  }
  [[nodiscard]] const Token& token(TokenId id) const { return tokens_[id]; }
  [[nodiscard]] std::size_t token_count() const { return tokens_.size(); }
  [[nodiscard]] std::string_view token_text(TokenId id) const {
    return text_at(tokens_[id].text, tokens_[id].size);
  }
  /// Asks for the memory of a value's text and of where its words stand; then of the words.
  void prefetch_text(ValueId id) const {
    const StoredValue& value = values_[id];
    match::prefetch(arena_.data() + std::size_t{value.text} * kTextUnit);
    if (value.token_count > 1) match::prefetch(value_tokens_.data() + value.tokens);
  }
  void prefetch_words(ValueId id) const {
    for (const TokenId token : tokens(values_[id])) match::prefetch(&tokens_[token]);
  }
  [[nodiscard]] const FrequencyRule& rule() const { return rule_; }
  /// The rarity of the rarest value there can be.
  [[nodiscard]] Weight most_rarity() const { return most_rarity_; }
  /// Sum over values of (share of occurrences)²: the chance that two random records agree.
  [[nodiscard]] double agreement_by_chance() const;
  [[nodiscard]] std::uint64_t occurrences() const;
  [[nodiscard]] std::size_t memory() const;

 private:
  /// Texts begin at whole units, so that 32 bits reach 32 GiB of them.
  static constexpr std::size_t kTextUnit = 8;
  [[nodiscard]] std::string_view text_at(std::uint32_t unit, std::size_t size) const {
    return {arena_.data() + unit * kTextUnit, size};
  }
  StoredValue make_value(const Encoded& encoded, std::string_view text, std::uint64_t hash);
  TokenId intern_token(std::string_view text, std::uint64_t hash, double built_in_frequency);
  [[nodiscard]] float prior_of(double built_in_frequency) const;
  std::uint32_t store_text(std::string_view text);
  [[nodiscard]] double prior_of(const StoredValue& value) const {
    return std::max(learned_, static_cast<double>(value.prior));
  }
  [[nodiscard]] double expected_others() const;
  /// Rarities by how often something occurs: a few logarithms serve most, which occur a few times
  /// and have no built-in frequency.
  class RarityMemo;
  [[nodiscard]] Weight rarity_of(double others, double prior, std::uint64_t records) const;
  [[nodiscard]] Weight rarity_of(const Token& token, std::uint64_t records) const;
  /// Of all words of a value together, as pairs that share them have it.
  [[nodiscard]] Weight words_rarity(const StoredValue& value) const;

  FrequencyRule rule_;
  Weight most_rarity_;
  double word_worth_ = 1;
  double worth_ = 1;
  double learned_ = 0;  ///< others that a value seen once stands for
  GrowingArray<char> arena_;
  GrowingArray<StoredValue> values_;
  GrowingArray<Token> tokens_;
  GrowingArray<TokenId> value_tokens_;
  HashIndex by_text_;   ///< numbers index values_
  HashIndex by_token_;  ///< numbers index tokens_
};

}  // namespace galena::match
