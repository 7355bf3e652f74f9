// The level that two different names of persons fall into.
#include <algorithm>
#include <array>

#include "galena/match/similarity.hpp"
#include "match/normal_form.hpp"
#include "match/sketch.hpp"
#include "match/token_agreement.hpp"
#include "match/value_pair.hpp"

namespace galena::match {

namespace {

/// Some word of one value is a word of the other.
bool shares_token(const ValuePair& pair) {
  for (const TokenId id : pair.store_a.tokens(pair.a)) {
    const Token& token = pair.store_a.token(id);
    if (token.size > 1 && token_with(pair.store_b, pair.b, token.hash) != nullptr) return true;
  }
  return false;
}

/// All words of one name are words of the other (García, García López): the rarity of the rarest,
/// or 0.
Weight contained_name(const ValuePair& pair) {
  const bool a_shorter = pair.a.token_count <= pair.b.token_count;
  const ValueStore& few = a_shorter ? pair.store_a : pair.store_b;
  const ValueStore& many = a_shorter ? pair.store_b : pair.store_a;
  Weight rarity = 0;
  for (const TokenId id : few.tokens(a_shorter ? pair.a : pair.b)) {
    const Token& token = few.token(id);
    const Token* const other = token_with(many, a_shorter ? pair.b : pair.a, token.hash);
    if (other == nullptr) return 0;
    if (token.size > 1) rarity = std::max(rarity, std::min(token.rarity, other->rarity));
  }
  return rarity;
}

bool is_initial_of(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() == 1 && b.size() > 1 && a[0] == b[0];
}

}  // namespace

Agreement compare_first_names(const ValuePair& pair) {
  enum : std::uint8_t { exact = 1, variant, initial, close, similar, swapped, different };
  const std::string_view first_a = pair.store_a.token_text(pair.store_a.tokens(pair.a)[0]);
  const std::string_view first_b = pair.store_b.token_text(pair.store_b.tokens(pair.b)[0]);
  if (is_initial_of(first_a, first_b)) return {initial, pair.rarity()};
  if (first_a.size() > 1 && first_a == first_b) return {variant, pair.rarity()};
  if ((pair.a.first & pair.b.first) != 0 && same_given_name(first_a, first_b)) {
    return {variant, pair.rarity()};
  }
  if (shares_token(pair)) return {variant, pair.rarity()};
  const std::size_t shorter = pair.shorter();
  const int apart = pair.characters_apart();
  if (apart <= 2 && shorter >= 3 && pair.osa(1) <= 1) return {close, pair.rarity()};
  if (apart > kNamesApart) return {different, 0};
  const double similarity = pair.jaro_winkler();
  if (similarity >= 0.92 && shorter >= 4) return {close, pair.rarity()};
  if (similarity >= 0.82 ||
      (pair.a.second == pair.b.second && pair.a.second != 0 && similarity >= 0.7)) {
    return {similar, pair.rarity()};
  }
  return {different, 0};
}

Agreement compare_middle_names(const ValuePair& pair) {
  enum : std::uint8_t { exact = 1, initial, close, different };
  const std::string_view a = pair.text_a();
  const std::string_view b = pair.text_b();
  if (a[0] == b[0] && (a.size() == 1 || b.size() == 1)) return {initial, 0};
  if (shares_token(pair) || pair.jaro_winkler() >= 0.88) return {close, 0};
  return {different, 0};
}

Agreement compare_last_names(const ValuePair& pair) {
  enum : std::uint8_t { exact = 1, close, part, similar, swapped, different };
  const std::size_t shorter = pair.shorter();
  const int apart = pair.characters_apart();
  if (apart <= 2 && shorter >= 3 && pair.osa(1) <= 1) return {close, pair.rarity()};
  if (const Weight shared = contained_name(pair); shared > 0) return {part, shared};
  if (shares_token(pair)) return {similar, 0};
  if (is_initial_of(pair.text_a(), pair.text_b())) return {similar, pair.rarity()};
  if (apart > kNamesApart) return {different, 0};
  const double similarity = pair.jaro_winkler();
  if (similarity >= 0.95 && shorter >= 5) return {close, pair.rarity()};
  if (similarity >= 0.86 ||
      (pair.a.second == pair.b.second && pair.a.second != 0 && similarity >= 0.7)) {
    return {similar, pair.rarity()};
  }
  return {different, 0};
}

namespace {

/// The words of two full names, the one of fewer words first.
struct NameWords {
  explicit NameWords(const ValuePair& pair)
      : few_store(pair.a.token_count <= pair.b.token_count ? pair.store_a : pair.store_b),
        many_store(&few_store == &pair.store_a ? pair.store_b : pair.store_a),
        few(few_store.tokens(pair.a.token_count <= pair.b.token_count ? pair.a : pair.b)),
        many(many_store.tokens(pair.a.token_count <= pair.b.token_count ? pair.b : pair.a)) {}

  [[nodiscard]] std::string_view of_few(std::size_t i) const {
    return few_store.token_text(few[i]);
  }
  [[nodiscard]] std::string_view of_many(std::size_t i) const {
    return many_store.token_text(many[i]);
  }

  const ValueStore& few_store;
  const ValueStore& many_store;
  std::span<const TokenId> few;
  std::span<const TokenId> many;
};

/// A name that stands for a mere initial beside another name: "Chan, Monica", "Chan, Charlene M".
bool needs_an_initial(const ValuePair& pair) {
  const NameWords words(pair);
  const auto is_full = [](std::string_view word) { return word.size() > 1; };
  std::size_t written_out = 0;
  std::size_t paired = 0;
  for (std::size_t j = 0; j < words.many.size(); ++j)
    written_out += is_full(words.of_many(j)) ? 1U : 0U;
  bool by_initial = false;
  for (std::size_t i = 0; i < words.few.size(); ++i) {
    if (!is_full(words.of_few(i))) continue;
    bool found = false;
    for (std::size_t j = 0; j < words.many.size() && !found; ++j) {
      found = is_full(words.of_many(j)) &&
              (words.of_few(i) == words.of_many(j) ||
               name_word_similarity(words.of_few(i), words.of_many(j)) > 0);
    }
    if (found) {
      ++paired;
    } else {
      by_initial = true;
    }
  }
  return by_initial && written_out > paired;
}

/// Of names of the same letters, parted into words otherwise ("Li Bomin", "Bo Min Li"), the rarity
/// of the words; 0 of others.
WeightSum rarity_of_rejoined(const ValuePair& pair) {
  constexpr std::size_t kMost = 8;
  const NameWords words(pair);
  if (words.many.size() > kMost || words.few.size() == words.many.size()) return 0;
  std::array<bool, kMost> taken{};
  const auto take = [&](std::string_view word) {
    for (std::size_t j = 0; j < words.many.size(); ++j) {
      if (taken[j]) continue;
      if (words.of_many(j) == word) return taken[j] = true;
      if (j + 1 == words.many.size() || taken[j + 1]) continue;
      const std::string_view first = words.of_many(j);
      if (word.size() == first.size() + words.of_many(j + 1).size() && word.starts_with(first) &&
          word.ends_with(words.of_many(j + 1)))
        return taken[j] = taken[j + 1] = true;
    }
    return false;
  };
  WeightSum rarity = 0;
  for (std::size_t i = 0; i < words.few.size(); ++i) {
    if (!take(words.of_few(i))) return 0;
    rarity += words.few_store.token(words.few[i]).rarity;
  }
  const auto end = taken.begin() + static_cast<std::ptrdiff_t>(words.many.size());
  return std::find(taken.begin(), end, false) == end ? rarity : 0;
}

}  // namespace

Agreement compare_full_names(const ValuePair& pair) {
  enum : std::uint8_t { exact = 1, same_words, contained, close, family, different };
  const TokenAgreement tokens =
      agree_tokens(pair.store_a, pair.a, pair.store_b, pair.b, TokenMatch::names);
  const int shorter = std::min(tokens.count_a, tokens.count_b);
  const int longer = std::max(tokens.count_a, tokens.count_b);
  if (tokens.exact_pairs == longer) return {same_words, capped(pair, tokens.shared)};
  const bool all = shorter == longer;
  if (tokens.pairs == shorter && tokens.exact_pairs >= 1 && shorter >= 2 &&
      (all || tokens.exact_pairs == shorter || !needs_an_initial(pair))) {
    return {static_cast<std::uint8_t>(all ? close : contained), capped(pair, tokens.shared)};
  }
  if (tokens.pairs == shorter && (all || tokens.exact_pairs == shorter) &&
      tokens.similarity() >= 0.8) {
    return {close, capped(pair, tokens.shared)};
  }
  if (!all) {
    if (const WeightSum rarity = rarity_of_rejoined(pair); rarity > 0)
      return {same_words, capped(pair, rarity)};
  }
  if (pair.ascii() && pair.osa(2) <= 2 && std::min(pair.a.size, pair.b.size) >= 8) {
    return {close, capped(pair, tokens.shared)};
  }
  if (pair.a.second == pair.b.second && pair.a.second != 0) return {family, 0};
  // One name and no more: "Noah" may be Noah Sastry.
  if (shorter == 1 && tokens.exact_pairs == 1 && std::min(pair.a.size, pair.b.size) > 1)
    return {family, 0};
  return {different, 0};
}

}  // namespace galena::match
