#include "match/blocking_key.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "galena/match/similarity.hpp"
#include "match/hash.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

constexpr std::uint64_t kWordSeed = 2;

std::uint64_t nonzero(std::uint64_t hash) { return hash == 0 ? 1 : hash; }

Weight rank_of(const ValueStore& store, TokenId id, WordRank rank) {
  const Token& token = store.token(id);
  if (rank.order == WordOrder::by_rarity) {
    if (rank.rarities != nullptr) return (*rank.rarities)[id];
    constexpr Weight kAlone = std::numeric_limits<Weight>::min() / 2;
    return token.rarity + (token.count >= 2 ? 0 : kAlone);
  }
  constexpr float kEveryday = 1;  // built-in frequency of words like "group", in records
  return token.size + (token.prior >= kEveryday ? 0 : 10000);
}

/// Words that another value has too, while there are any, the rarest first; ties by hash, so that
/// the order of words does not matter.
struct RareWords {
  struct Ranked {
    Weight rank = std::numeric_limits<Weight>::min();
    std::uint64_t hash = 0;
    TokenId token = 0;
    bool operator<(const Ranked& other) const {
      return rank != other.rank ? rank > other.rank : hash > other.hash;
    }
  };
  std::array<Ranked, kRankedWords> best;
};

RareWords rare_words(const ValueStore& store, const StoredValue& value, WordRank rank) {
  RareWords rare;
  for (const TokenId id : store.tokens(value)) {
    RareWords::Ranked own{rank_of(store, id, rank), store.token(id).hash, id};
    for (RareWords::Ranked& place : rare.best) {
      if (place.hash == own.hash) break;
      if (own < place) std::swap(own, place);
    }
  }
  return rare;
}

std::uint64_t sound_of(std::string_view word) {
  const std::string code = double_metaphone(word).primary;
  return code.empty() ? hash_text(word, kWordSeed) : hash_text(code, 1);
}

std::uint64_t both_sounds(const ValueStore& store, const StoredValue& value) {
  const auto tokens = store.tokens(value);
  if (tokens.size() < 2) return 0;
  const std::uint64_t first = sound_of(store.token_text(tokens.front()));
  const std::uint64_t last = sound_of(store.token_text(tokens.back()));
  return nonzero(hash_pair(std::min(first, last), std::max(first, last)));
}

std::uint64_t beginning(std::string_view text) {
  const std::string start = beginning_of(text);
  return start.empty() ? 0 : nonzero(hash_text(start, 3));
}

std::uint64_t two_letters(std::string_view text) {
  return text.size() < 2 ? 0 : nonzero(hash_text(first_letters(text, 2), 7));
}

std::uint64_t date_part(AtomKind kind, const StoredValue& value) {
  const std::uint64_t year = value.first / 10000 % 100;  // two-digit years meet four-digit ones
  const std::uint64_t month = value.first / 100 % 100;
  const std::uint64_t day = value.first % 100;
  if (month == 0 && kind != AtomKind::year) return 0;  // a year alone
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

std::uint64_t ValueAtoms::rare_word(std::size_t place) {
  if (!words_known_) {
    const RareWords rare = rare_words(store_, value_, rank_);
    for (std::size_t i = 0; i < kRankedWords; ++i) words_[i] = rare.best[i].hash;
    words_known_ = true;
  }
  return words_[place];
}

std::uint64_t ValueAtoms::two_words() {
  const std::uint64_t first = rare_word(0);
  const std::uint64_t second = rare_word(1);
  if (first == 0) return 0;
  return nonzero(hash_pair(std::min(first, second), std::max(first, second)));
}

std::uint64_t ValueAtoms::house() {
  const std::uint64_t word = rare_word(0);
  return value_.first == 0 || word == 0 ? 0 : nonzero(hash_pair(value_.first, word));
}

std::uint64_t ValueAtoms::of(AtomKind kind) {
  switch (kind) {
    case AtomKind::value:
      // Role mailboxes and the like are values too: their blocks are refined where they are large.
      if (comparison_ == Comparison::birth_date) {
        if (value_.first % 10000 == 0) return 0;  // too many are born in one year
        return nonzero(hash_pair(value_.first % 1000000, 1000));
      }
      return nonzero(value_.hash);
    case AtomKind::formal_name:
      return formal_name(store_, value_);
    case AtomKind::initial:
      return nonzero(hash_text(first_letters(store_.text(value_), 1), 5));
    case AtomKind::sound:
      return value_.second != 0 ? value_.second : nonzero(value_.hash);
    case AtomKind::last_sound: {
      const auto tokens = store_.tokens(value_);
      return tokens.empty() ? 0 : nonzero(sound_of(store_.token_text(tokens.back())));
    }
    case AtomKind::both_sounds:
      return both_sounds(store_, value_);
    case AtomKind::rarest_word:
      return rare_word(0);
    case AtomKind::second_word:
      return rare_word(1);
    case AtomKind::third_word:
      return rare_word(2);
    case AtomKind::fourth_word:
      return rare_word(3);
    case AtomKind::two_words:
      return two_words();
    case AtomKind::beginning:
      return beginning(store_.text(value_));
    case AtomKind::tail: {
      const std::string_view text = store_.text(value_);
      return nonzero(
          hash_text(text.substr(text.size() - std::min<std::size_t>(7, text.size())), 6));
    }
    case AtomKind::mailbox:
      return value_.first;
    case AtomKind::year_month:
    case AtomKind::year:
    case AtomKind::month_day:
      return date_part(kind, value_);
    case AtomKind::two_letters: {
      const auto tokens = store_.tokens(value_);
      const bool last = comparison_ == Comparison::full_name && !tokens.empty();
      return two_letters(last ? store_.token_text(tokens.back()) : store_.text(value_));
    }
    case AtomKind::house:
      return house();
  }
  return 0;
}

std::uint64_t atom_of_value(AtomKind kind, Comparison comparison, const ValueStore& store,
                            ValueId id, WordRank rank) {
  return id == kBlank ? 0 : ValueAtoms(comparison, store, id, rank).of(kind);
}

std::vector<TokenId> rarest_words(const ValueStore& store, const StoredValue& value,
                                  WordRank rank) {
  const RareWords rare = rare_words(store, value, rank);
  std::vector<TokenId> words;
  for (const RareWords::Ranked& word : rare.best) {
    if (word.hash != 0) words.push_back(word.token);
  }
  return words;
}

bool reads_words(AtomKind kind) {
  return kind == AtomKind::rarest_word || kind == AtomKind::second_word ||
         kind == AtomKind::third_word || kind == AtomKind::fourth_word ||
         kind == AtomKind::two_words || kind == AtomKind::house;
}

std::vector<Weight> token_rarities(const ValueStore& store) {
  std::vector<Weight> rarities(store.token_count());
  for (TokenId id = 0; id < rarities.size(); ++id)
    rarities[id] = rank_of(store, id, WordOrder::by_rarity);
  return rarities;
}

}  // namespace galena::match
