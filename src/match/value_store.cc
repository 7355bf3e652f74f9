#include "match/value_store.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <new>

#include "match/characters.hpp"
#include "match/hash.hpp"

namespace galena::match {

void Encoded::clear() {
  text.clear();
  tokens.clear();
  token_frequencies.clear();
  token_hashes.clear();
  first = second = sketch = 0;
  flags = 0;
  built_in_frequency = 0;
}

namespace {

/// The bit of each byte.
constexpr std::array<std::uint64_t, 256> kByteBits = [] {
  std::array<std::uint64_t, 256> bits{};
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = std::uint64_t{1} << (i & 63U);
  return bits;
}();

std::uint64_t mask_of(std::string_view text) {
  std::uint64_t mask = 0;
  for (const char c : text) mask |= kByteBits[static_cast<unsigned char>(c)];
  return mask;
}

constexpr std::size_t kLongestText = 4096;  // bytes kept of one value
constexpr std::size_t kMostTokens = 48;     // words kept of one value

std::string_view kept_text(const Encoded& encoded) {
  return std::string_view(encoded.text).substr(0, kLongestText);
}

}  // namespace

ValueStore::ValueStore(FrequencyRule rule) : rule_(rule), most_rarity_(-log2_weight(rule.least)) {
  values_.push_back({});  // number 0 is none
  tokens_.push_back({});
}

std::uint32_t ValueStore::store_text(std::string_view text) {
  // Every text takes whole units, so that the next one begins with one.
  const std::size_t begin = arena_.size();
  const std::size_t unit = begin / kTextUnit;
  if (unit > std::numeric_limits<std::uint32_t>::max()) throw std::bad_alloc();
  const std::size_t size = (text.size() + kTextUnit - 1) / kTextUnit * kTextUnit;
  char* const stored = arena_.extend(size);
  if (size != 0) std::memset(stored + size - kTextUnit, 0, kTextUnit);
  std::copy(text.begin(), text.end(), stored);
  return static_cast<std::uint32_t>(unit);
}

TokenId ValueStore::intern_token(std::string_view text, std::uint64_t hash,
                                 double built_in_frequency) {
  const std::uint32_t found =
      by_token_.find(hash, [&](std::uint32_t number) { return token_text(number) == text; });
  if (found != 0) return found;
  const auto id = static_cast<TokenId>(tokens_.size());
  tokens_.push_back({.text = store_text(text),
                     .size = static_cast<std::uint16_t>(text.size()),
                     .ascii = is_plain_ascii(text),
                     .hash = hash,
                     .mask = mask_of(text),
                     .prior = prior_of(built_in_frequency)});
  by_token_.insert(hash, id);
  return id;
}

std::uint64_t ValueStore::hash_of(const Encoded& encoded) { return hash_text(kept_text(encoded)); }

void ValueStore::expect(std::size_t values) {
  by_text_.reserve(values);
  if (values <= values_.size()) return;
  const std::size_t more = values - values_.size();
  const auto in_proportion = [&](std::size_t size) { return size / values_.size() * more + more; };
  values_.make_room(more);
  arena_.make_room(in_proportion(arena_.size()));
  value_tokens_.make_room(in_proportion(value_tokens_.size()));
}

ValueId ValueStore::find(const Encoded& encoded) const {
  return encoded.text.empty() ? kBlank : find(encoded, hash_of(encoded));
}

ValueId ValueStore::find(const Encoded& encoded, std::uint64_t hash) const {
  const std::string_view text = kept_text(encoded);
  return by_text_.find(hash, [&](std::uint32_t number) { return this->text(number) == text; });
}

ValueId ValueStore::intern(const Encoded& encoded) {
  if (encoded.text.empty()) return kBlank;
  const std::uint64_t hash = hash_of(encoded);
  const ValueId found = find(encoded, hash);
  return found != kBlank ? found : add(encoded, hash);
}

void ValueStore::prefetch_tokens(Encoded& encoded) const {
  for (std::size_t i = 0; i < std::min(encoded.tokens.size(), kMostTokens); ++i) {
    encoded.token_hashes.push_back(hash_text(encoded.tokens[i].substr(0, kLongestText)));
    by_token_.prefetch(encoded.token_hashes.back());
  }
}

ValueId ValueStore::add(const Encoded& encoded, std::uint64_t hash) {
  const auto id = static_cast<ValueId>(values_.size());
  StoredValue value = make_value(encoded, kept_text(encoded), hash);
  value.tokens = static_cast<std::uint32_t>(value_tokens_.size());
  for (std::size_t i = 0; i < value.token_count; ++i) {
    const double frequency =
        i < encoded.token_frequencies.size() ? encoded.token_frequencies[i] : 0.0;
    const std::string_view word = encoded.tokens[i].substr(0, kLongestText);
    const bool hashed = i < encoded.token_hashes.size();
    value_tokens_.push_back(
        intern_token(word, hashed ? encoded.token_hashes[i] : hash_text(word), frequency));
  }
  values_.push_back(value);
  by_text_.insert(hash, id);
  return id;
}

StoredValue ValueStore::make_value(const Encoded& encoded, std::string_view text,
                                   std::uint64_t hash) {
  StoredValue value;
  value.text = store_text(text);
  value.size = static_cast<std::uint16_t>(text.size());
  value.mask = encoded.sketch != 0 ? encoded.sketch : mask_of(text);
  value.hash = hash;
  value.flags = encoded.flags;
  value.first = encoded.first;
  value.second = encoded.second;
  value.prior = prior_of(encoded.built_in_frequency);
  value.token_count = static_cast<std::uint8_t>(std::min(encoded.tokens.size(), kMostTokens));
  return value;
}

ValueId ValueStore::append_for_query(const Encoded& encoded, const ValueStore& base,
                                     std::uint64_t records) {
  const std::string_view text = kept_text(encoded);
  if (text.empty()) return kBlank;
  const auto id = static_cast<ValueId>(values_.size());
  StoredValue value = make_value(encoded, text, hash_text(text));
  const ValueId known = base.find(encoded);
  value.rarity =
      known != kBlank ? base[known].rarity : base.rarity_of(0, base.prior_of(value), records);
  value.tokens = static_cast<std::uint32_t>(value_tokens_.size());
  for (std::size_t i = 0; i < value.token_count; ++i) {
    const std::string_view word = encoded.tokens[i].substr(0, kLongestText);
    const double frequency =
        i < encoded.token_frequencies.size() ? encoded.token_frequencies[i] : 0.0;
    Token token{.text = store_text(word),
                .size = static_cast<std::uint16_t>(word.size()),
                .ascii = is_plain_ascii(word),
                .hash = hash_text(word),
                .mask = mask_of(word),
                .prior = prior_of(frequency)};
    const TokenId known_token = base.by_token_.find(
        token.hash, [&](std::uint32_t number) { return base.token_text(number) == word; });
    // A word that no record has may never have been given a rarity.
    token.rarity = known_token != 0 && base.tokens_[known_token].count != 0
                       ? base.tokens_[known_token].rarity
                       : base.rarity_of(0, static_cast<double>(token.prior), records);
    value_tokens_.push_back(static_cast<TokenId>(tokens_.size()));
    tokens_.push_back(token);
  }
  values_.push_back(value);
  return id;
}

void ValueStore::clear() {
  arena_.truncate(0);
  values_.truncate(1);
  tokens_.truncate(1);
  value_tokens_.truncate(0);
  forget_texts();
}

void ValueStore::forget_texts() {
  by_text_ = {};
  by_token_ = {};
}

float ValueStore::prior_of(double built_in_frequency) const {
  const double share = built_in_frequency > 0 ? built_in_frequency : rule_.usual;
  return static_cast<float>(rule_.strength * share);
}

void ValueStore::count(ValueId id, std::int32_t change) {
  StoredValue& value = values_[id];
  value.count += static_cast<std::uint32_t>(change);
  for (const TokenId token : tokens(value)) {
    tokens_[token].count += static_cast<std::uint32_t>(change);
  }
}

Weight ValueStore::rarity_of(double others, double prior, std::uint64_t records) const {
  const double share = (others + prior) / (static_cast<double>(records) + rule_.strength);
  const Weight rarity = -log2_weight(std::clamp(share, rule_.least, 1.0));
  return scaled_weight(rarity, worth_);
}

namespace {
/// The pair that is compared does not count among the others.
double others_of(std::uint32_t count) { return count > 2 ? static_cast<double>(count - 2) : 0.0; }
}  // namespace

Weight ValueStore::rarity_of(const Token& token, std::uint64_t records) const {
  const Weight alone = rarity_of(others_of(token.count), static_cast<double>(token.prior), records);
  return scaled_weight(alone, word_worth_);
}

void ValueStore::update_rarity(ValueId id, std::uint64_t records) {
  StoredValue& value = values_[id];
  for (const TokenId token : tokens(value)) {
    tokens_[token].rarity = rarity_of(tokens_[token], records);
  }
  const double others = others_of(value.count);
  value.rarity = rarity_of(others, prior_of(value), records);
  if (rule_.rare_as_words) value.rarity = std::max(value.rarity, words_rarity(value));
}

/// Good (1953), after Turing: what is seen once stands for 2 * (seen twice) / (seen once) others.
double ValueStore::expected_others() const {
  if (!rule_.learn_unknown) return 0;
  double once = 0;
  double twice = 0;
  for (std::size_t i = 1; i < values_.size(); ++i) {
    once += values_[i].count == 1 ? 1 : 0;
    twice += values_[i].count == 2 ? 1 : 0;
  }
  const double usual = rule_.strength * rule_.usual;
  return (2 * twice + rule_.strength * usual) / (once + rule_.strength);
}

class ValueStore::RarityMemo {
 public:
  RarityMemo(const ValueStore& store, std::uint64_t records) : store_(store), records_(records) {}
  Weight of(std::uint32_t count, double prior) {
    const double others = others_of(count);
    Known& known = known_[count % known_.size()];
    if (known.others != others || known.prior != prior)
      known = {others, prior, store_.rarity_of(others, prior, records_)};
    return known.rarity;
  }

 private:
  struct Known {
    double others = -1;
    double prior = -1;
    Weight rarity = 0;
  };
  const ValueStore& store_;
  std::uint64_t records_;
  std::array<Known, 32> known_;
};

void ValueStore::set_rarities(std::uint64_t records) {
  set_word_rarities(records);
  learned_ = expected_others();
  RarityMemo rarities(*this, records);
  for (StoredValue& value : values_) {
    const Weight rarity = rarities.of(value.count, prior_of(value));
    value.rarity = rule_.rare_as_words ? std::max(rarity, words_rarity(value)) : rarity;
  }
}

void ValueStore::set_word_rarities(std::uint64_t records) {
  RarityMemo rarities(*this, records);
  for (Token& token : tokens_)
    token.rarity = scaled_weight(rarities.of(token.count, double{token.prior}), word_worth_);
}

Weight ValueStore::words_rarity(const StoredValue& value) const {
  WeightSum words = 0;
  for (const TokenId token : tokens(value)) words += tokens_[token].rarity;
  return static_cast<Weight>(std::min<WeightSum>(words, most_rarity_));
}

std::uint64_t ValueStore::occurrences() const {
  std::uint64_t total = 0;
  for (std::size_t i = 1; i < values_.size(); ++i) total += values_[i].count;
  return total;
}

double ValueStore::agreement_by_chance() const {
  const auto total = static_cast<double>(occurrences());
  if (total < 2) return 0;
  double pairs = 0;
  for (std::size_t i = 1; i < values_.size(); ++i) {
    const auto count = static_cast<double>(values_[i].count);
    pairs += count * (count - 1);
  }
  return pairs / (total * (total - 1));
}

std::size_t ValueStore::memory() const {
  // Room that is not used is not touched either (Storage).
  return arena_.size() + values_.size() * sizeof(StoredValue) + tokens_.size() * sizeof(Token) +
         value_tokens_.size() * sizeof(TokenId) + by_text_.memory() + by_token_.memory();
}

}  // namespace galena::match
