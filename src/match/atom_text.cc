// Atoms of blocking keys in words: what a record was looked up by.
#include <algorithm>
#include <cstdio>

#include "galena/match/similarity.hpp"
#include "match/blocking_key.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// "SMT" of "smith"; a word that has no sound stands for itself.
std::string sound_text(std::string_view word) {
  const std::string code = double_metaphone(word).primary;
  return code.empty() ? std::string(word) : code;
}

std::string both_sounds_text(const ValueStore& store, std::span<const TokenId> tokens) {
  if (tokens.size() < 2) return {};
  const std::string first = sound_text(store.token_text(tokens.front()));
  const std::string last = sound_text(store.token_text(tokens.back()));
  return first < last ? first + " " + last : last + " " + first;
}

std::string without_spaces(std::string_view text) {
  std::string joined;
  for (const char c : text) {
    if (c != ' ') joined += c;
  }
  return joined;
}

/// The first character, or what its first byte alone tells.
std::string date_part_text(AtomKind kind, const StoredValue& value) {
  const auto year = static_cast<unsigned>(value.first / 10000 % 100);
  const auto month = static_cast<unsigned>(value.first / 100 % 100);
  const auto day = static_cast<unsigned>(value.first % 100);
  if (month == 0 && kind != AtomKind::year) return {};
  char text[32];
  if (kind == AtomKind::year_month) {
    std::snprintf(text, sizeof text, "year %02u month %02u", year, month);
  } else if (kind == AtomKind::month_day) {  // whichever of the two is which
    std::snprintf(text, sizeof text, "%02u and %02u", std::min(month, day), std::max(month, day));
  } else {
    std::snprintf(text, sizeof text, "year %02u", year);
  }
  return text;
}

std::string words_text(AtomKind kind, const ValueStore& store, const StoredValue& value,
                       WordRank rank) {
  const std::vector<TokenId> words = rarest_words(store, value, rank);
  if (words.empty()) return {};
  const auto word = [&](std::size_t place) {
    return std::string(place < words.size() ? store.token_text(words[place]) : "");
  };
  const std::string first = word(0);
  switch (kind) {
    case AtomKind::rarest_word:
      return first;
    case AtomKind::second_word:
      return word(1);
    case AtomKind::third_word:
      return word(2);
    case AtomKind::fourth_word:
      return word(3);
    case AtomKind::house: {
      const std::string_view text = store.text(value);
      return value.first == 0 ? std::string()
                              : std::string(text.substr(0, text.find(' '))) + " " + first;
    }
    default: {
      if (words.size() < 2) return first;
      const std::string second = word(1);
      return first < second ? first + " " + second : second + " " + first;
    }
  }
}

std::string formal_text(const ValueStore& store, std::span<const TokenId> tokens) {
  if (tokens.empty() || store.token(tokens[0]).size < 2) return {};
  return std::string(tables::usual_formal_name(store.token_text(tokens[0])));
}

}  // namespace

std::string atom_text(AtomKind kind, Comparison comparison, const ValueStore& store, ValueId id,
                      WordRank rank) {
  if (id == kBlank) return {};
  const StoredValue& value = store[id];
  const std::string_view text = store.text(value);
  const std::span<const TokenId> tokens = store.tokens(value);
  switch (kind) {
    case AtomKind::value:
      return std::string(text);
    case AtomKind::formal_name:
      return formal_text(store, tokens);
    case AtomKind::initial:
      return std::string(first_letters(text, 1));
    case AtomKind::sound:
      if (value.second == 0) return std::string(text);
      return sound_text(comparison == Comparison::first_name ? store.token_text(tokens[0])
                                                             : without_spaces(text));
    case AtomKind::last_sound:
      return tokens.empty() ? std::string() : sound_text(store.token_text(tokens.back()));
    case AtomKind::both_sounds:
      return both_sounds_text(store, tokens);
    case AtomKind::beginning:
      return beginning_of(text);
    case AtomKind::tail:
      return std::string(text.substr(text.size() - std::min<std::size_t>(7, text.size())));
    case AtomKind::mailbox:
      return value.first == 0 ? std::string() : std::string(text.substr(0, text.find('@')));
    case AtomKind::year_month:
    case AtomKind::year:
    case AtomKind::month_day:
      return date_part_text(kind, value);
    case AtomKind::two_letters: {
      const bool last = comparison == Comparison::full_name && !tokens.empty();
      const std::string_view name = last ? store.token_text(tokens.back()) : text;
      return name.size() < 2 ? std::string() : std::string(first_letters(name, 2));
    }
    default:
      return words_text(kind, store, value, rank);
  }
}

std::string atom_name(AtomKind kind, std::string_view feature) {
  const std::string name(feature);
  switch (kind) {
    case AtomKind::value:
      return name;
    case AtomKind::formal_name:
      return "given name of " + name;
    case AtomKind::initial:
      return "first letter of " + name;
    case AtomKind::sound:
      return "sound of " + name;
    case AtomKind::last_sound:
      return "sound of the last word of " + name;
    case AtomKind::both_sounds:
      return "sounds of " + name;
    case AtomKind::rarest_word:
      return "rarest word of " + name;
    case AtomKind::second_word:
      return "second rarest word of " + name;
    case AtomKind::third_word:
      return "third rarest word of " + name;
    case AtomKind::fourth_word:
      return "fourth rarest word of " + name;
    case AtomKind::two_letters:
      return "first two letters of " + name;
    case AtomKind::two_words:
      return "two rarest words of " + name;
    case AtomKind::beginning:
      return "beginning of " + name;
    case AtomKind::tail:
      return "last seven digits of " + name;
    case AtomKind::mailbox:
      return "mailbox of " + name;
    case AtomKind::year_month:
      return "year and month of " + name;
    case AtomKind::year:
      return "year of " + name;
    case AtomKind::month_day:
      return "day and month of " + name;
    case AtomKind::house:
      return "house number and street of " + name;
  }
  return name;
}

}  // namespace galena::match
