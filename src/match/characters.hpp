// Text as a sequence of characters, and the bit masks of where each character stands in a pattern:
// what the bit-parallel kernels run on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "detail/plain_ascii.hpp"
#include "galena/base/utf8.hpp"

namespace galena::match {

using galena::detail::is_plain_ascii;

/// Hands each character of UTF-8 text to `take`. A byte that is not UTF-8 is a character of its
/// own.
template <class Take>
void for_each_character(std::string_view text, Take take) {
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    const char32_t character = galena::detail::next_character(text, position);
    if (character == galena::detail::kNoCharacter) {
      position = start + 1;
      take(char32_t{0x110000U + static_cast<unsigned char>(text[start])});
    } else {
      take(character);
    }
  }
}

/// How many characters a text has, as count_characters(); most texts are ASCII.
inline std::size_t length_of(std::string_view text) {
  return is_plain_ascii(text) ? text.size() : count_characters(text);
}

inline std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  characters.reserve(text.size());
  for_each_character(text, [&](char32_t c) { characters.push_back(c); });
  return characters;
}

/// The characters of a text for the time of one comparison: on the stack when they are few.
class Characters {
 public:
  explicit Characters(std::string_view text) {
    char32_t* to = few_;
    if (text.size() > std::size(few_)) {
      many_.resize(text.size());
      to = many_.data();
    }
    first_ = to;
    for_each_character(text, [&](char32_t c) { *to++ = c; });
    size_ = static_cast<std::size_t>(to - first_);
  }
  Characters(const Characters&) = delete;
  Characters& operator=(const Characters&) = delete;
  [[nodiscard]] std::span<const char32_t> view() const { return {first_, size_}; }

 private:
  char32_t few_[128];
  std::vector<char32_t> many_;
  const char32_t* first_ = nullptr;
  std::size_t size_ = 0;
};

/// Masks of an ASCII pattern of up to 64 characters. The table is borrowed from the thread and left
/// clean, so that making one costs the pattern's length and not the table's.
class AsciiMasks {
 public:
  explicit AsciiMasks(std::string_view pattern) : pattern_(pattern), table_(borrowed()) {
    std::uint64_t bit = 1;
    for (const char c : pattern) {
      table_[static_cast<unsigned char>(c)] |= bit;
      bit <<= 1;
    }
  }
  AsciiMasks(const AsciiMasks&) = delete;
  AsciiMasks& operator=(const AsciiMasks&) = delete;
  ~AsciiMasks() {
    for (const char c : pattern_) table_[static_cast<unsigned char>(c)] = 0;
  }
  [[nodiscard]] std::uint64_t operator[](char c) const {
    return table_[static_cast<unsigned char>(c)];
  }

 private:
  static std::uint64_t* borrowed() {
    thread_local constinit std::array<std::uint64_t, 256> table{};
    return table.data();
  }
  std::string_view pattern_;
  std::uint64_t* table_;
};

/// Masks of a pattern of up to 64 characters of any kind: open addressing, 128 places.
class WideMasks {
 public:
  WideMasks() = default;
  explicit WideMasks(std::span<const char32_t> pattern) {
    std::uint64_t bit = 1;
    for (const char32_t c : pattern) {
      Place& place = places_[find(c)];
      place.character = c;
      place.mask |= bit;
      bit <<= 1;
    }
  }
  [[nodiscard]] std::uint64_t operator[](char32_t c) const { return places_[find(c)].mask; }
  [[nodiscard]] std::uint64_t operator[](char c) const {
    return (*this)[static_cast<char32_t>(static_cast<unsigned char>(c))];
  }

 private:
  struct Place {
    char32_t character = 0;
    std::uint64_t mask = 0;
  };
  [[nodiscard]] std::size_t find(char32_t c) const {
    std::size_t at = (c * 0x9E3779B1U >> 20) % places_.size();
    while (places_[at].mask != 0 && places_[at].character != c) at = (at + 1) % places_.size();
    return at;
  }
  std::array<Place, 128> places_{};
};

/// Masks of a pattern of any length and kind, as rows of words: row(c)[w] has the bits of the
/// characters 64 w to 64 w + 63.
class LongMasks {
 public:
  LongMasks() = default;
  template <class Text>
  explicit LongMasks(const Text& pattern) : words_((pattern.size() + 63) / 64) {
    std::size_t places = 256;
    while (places < 2 * pattern.size()) places *= 2;
    places_.resize(places);
    rows_.resize(words_);  // row 0: the characters that the pattern does not have
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      Place& place = places_[find(code_of(pattern[i]))];
      if (place.row == 0) {
        place.character = code_of(pattern[i]);
        place.row = rows_.size() / words_;
        rows_.resize(rows_.size() + words_);
      }
      rows_[place.row * words_ + i / 64] |= std::uint64_t{1} << (i % 64);
    }
  }
  [[nodiscard]] std::size_t words() const { return words_; }
  template <class Character>
  [[nodiscard]] const std::uint64_t* row(Character c) const {
    return rows_.data() + places_[find(code_of(c))].row * words_;
  }

 private:
  struct Place {
    char32_t character = 0;
    std::size_t row = 0;
  };
  static char32_t code_of(char c) { return static_cast<unsigned char>(c); }
  static char32_t code_of(char32_t c) { return c; }
  [[nodiscard]] std::size_t find(char32_t c) const {
    std::size_t at = (c * 0x9E3779B1U >> 12) & (places_.size() - 1);
    while (places_[at].row != 0 && places_[at].character != c) at = (at + 1) & (places_.size() - 1);
    return at;
  }
  std::size_t words_ = 0;
  std::vector<Place> places_;
  std::vector<std::uint64_t> rows_;
};

/// The characters that a text has, 64 kinds of them: texts whose sets differ by more characters
/// than a cut-off allows need no comparison. c % 64 keeps all letters of one case apart.
template <class Text>
std::uint64_t character_set(const Text& text) {
  std::uint64_t set = 0;
  for (const auto c : text) set |= std::uint64_t{1} << (static_cast<std::uint32_t>(c) & 63U);
  return set;
}

}  // namespace galena::match
