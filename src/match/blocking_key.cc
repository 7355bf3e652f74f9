#include "match/blocking_key.hpp"

#include <algorithm>
#include <array>

#include "galena/match/similarity.hpp"
#include "match/hash.hpp"
#include "match/tables.hpp"

namespace galena::match {

namespace {

constexpr std::uint64_t kWordSeed = 2;
constexpr std::size_t kWordRanks = 4;

std::uint64_t nonzero(std::uint64_t hash) { return hash == 0 ? 1 : hash; }

Weight rank_of(const Token& token, WordOrder order) {
  if (order == WordOrder::by_rarity) return token.rarity;
  constexpr float kEveryday = 1;  // built-in frequency of words like "group", in records
  return token.size + (token.prior >= kEveryday ? 0 : 10000);
}

/// The `rank`-th rarest word (from 0) of those that another value has too, while there are any;
/// ties by hash, so that the order of words does not matter.
std::uint64_t rare_word(const ValueStore& store, const StoredValue& value, std::size_t rank,
                        WordOrder order) {
  struct Ranked {
    bool shared = false;
    Weight rarity = -1;
    std::uint64_t hash = 0;
    bool operator<(const Ranked& other) const {
      if (shared != other.shared) return shared;
      return rarity != other.rarity ? rarity > other.rarity : hash > other.hash;
    }
  };
  std::array<Ranked, kWordRanks> best;
  for (const TokenId id : store.tokens(value)) {
    const Token& token = store.token(id);
    Ranked own{order != WordOrder::by_rarity || token.count >= 2, rank_of(token, order),
               token.hash};
    for (Ranked& place : best) {
      if (place.hash == own.hash) break;
      if (own < place) std::swap(own, place);
    }
  }
  return best[rank].hash;
}

std::uint64_t sound_of(std::string_view word) {
  const std::string code = double_metaphone(word).primary;
  return code.empty() ? hash_text(word, kWordSeed) : hash_text(code, 1);
}

std::uint64_t two_words(const ValueStore& store, const StoredValue& value, WordOrder order) {
  const std::uint64_t first = rare_word(store, value, 0, order);
  const std::uint64_t second = rare_word(store, value, 1, order);
  if (first == 0) return 0;
  return nonzero(hash_pair(std::min(first, second), std::max(first, second)));
}

std::uint64_t both_sounds(const ValueStore& store, const StoredValue& value) {
  const auto tokens = store.tokens(value);
  if (tokens.size() < 2) return 0;
  const std::uint64_t first = sound_of(store.token_text(tokens.front()));
  const std::uint64_t last = sound_of(store.token_text(tokens.back()));
  return nonzero(hash_pair(std::min(first, last), std::max(first, last)));
}

std::uint64_t beginning(std::string_view text) {
  std::string start;
  for (const char c : text) {
    if (c != ' ') start += c;
    if (start.size() == 5) break;
  }
  return start.size() < 3 ? 0 : nonzero(hash_text(start, 3));
}

std::uint64_t two_letters(std::string_view text) {
  return text.size() < 2 ? 0 : nonzero(hash_text(text.substr(0, 2), 7));
}

std::uint64_t house(const ValueStore& store, const StoredValue& value, WordOrder order) {
  const std::uint64_t word = rare_word(store, value, 0, order);
  return value.first == 0 || word == 0 ? 0 : nonzero(hash_pair(value.first, word));
}

std::uint64_t date_part(AtomKind kind, const StoredValue& value) {
  const std::uint64_t year = value.first / 10000 % 100;  // two-digit years meet four-digit ones
  const std::uint64_t month = value.first / 100 % 100;
  const std::uint64_t day = value.first % 100;
  switch (kind) {
    case AtomKind::year_month:
      return nonzero(hash_pair(year, month));
    case AtomKind::month_day:
      return nonzero(hash_pair(std::min(month, day), 100 + std::max(month, day)));
    default:
      return nonzero(hash_pair(year, 999));
  }
}

std::uint64_t formal_name(const ValueStore& store, const StoredValue& value) {
  const auto tokens = store.tokens(value);
  if (tokens.empty() || store.token(tokens[0]).size < 2) return 0;
  return nonzero(hash_text(tables::usual_formal_name(store.token_text(tokens[0])), 4));
}

}  // namespace

std::uint64_t atom_of_value(AtomKind kind, Comparison comparison, const ValueStore& store,
                            ValueId id, WordOrder order) {
  if (id == kBlank) return 0;
  const StoredValue& value = store[id];
  switch (kind) {
    case AtomKind::value:
      // Role mailboxes and the like are values too: their blocks are refined where they are large.
      if (comparison == Comparison::birth_date) {
        return nonzero(hash_pair(value.first % 1000000, 1000));
      }
      return nonzero(value.hash);
    case AtomKind::formal_name:
      return formal_name(store, value);
    case AtomKind::initial:
      return nonzero(hash_text(store.text(value).substr(0, 1), 5));
    case AtomKind::sound:
      return value.second != 0 ? value.second : nonzero(value.hash);
    case AtomKind::last_sound: {
      const auto tokens = store.tokens(value);
      return tokens.empty() ? 0 : nonzero(sound_of(store.token_text(tokens.back())));
    }
    case AtomKind::both_sounds:
      return both_sounds(store, value);
    case AtomKind::rarest_word:
      return rare_word(store, value, 0, order);
    case AtomKind::second_word:
      return rare_word(store, value, 1, order);
    case AtomKind::third_word:
      return rare_word(store, value, 2, order);
    case AtomKind::fourth_word:
      return rare_word(store, value, 3, order);
    case AtomKind::two_words:
      return two_words(store, value, order);
    case AtomKind::beginning:
      return beginning(store.text(value));
    case AtomKind::tail: {
      const std::string_view text = store.text(value);
      return nonzero(
          hash_text(text.substr(text.size() - std::min<std::size_t>(7, text.size())), 6));
    }
    case AtomKind::mailbox:
      return value.first;
    case AtomKind::year_month:
    case AtomKind::year:
    case AtomKind::month_day:
      return date_part(kind, value);
    case AtomKind::two_letters: {
      const auto tokens = store.tokens(value);
      const bool last = comparison == Comparison::full_name && !tokens.empty();
      return two_letters(last ? store.token_text(tokens.back()) : store.text(value));
    }
    case AtomKind::house:
      return house(store, value, order);
  }
  return 0;
}

std::uint64_t key_of(const Recipe& recipe, std::size_t recipe_number,
                     const std::vector<std::uint64_t>& atoms) {
  std::uint64_t key = recipe_number + 1;
  if (recipe.any_order) {
    std::uint64_t low = ~std::uint64_t{0};
    std::uint64_t high = 0;
    for (const std::uint64_t atom : atoms) {
      if (atom == 0) return 0;
      low = std::min(low, atom);
      high = std::max(high, atom);
    }
    return nonzero(hash_pair(hash_pair(key, low), high));
  }
  for (const std::uint64_t atom : atoms) {
    if (atom == 0) return 0;
    key = hash_pair(key, atom);
  }
  return nonzero(key);
}

}  // namespace galena::match
