// Text as a sequence of characters, and the bit masks of where each character stands in a pattern:
// what the bit-parallel kernels run on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"

namespace galena::match {

inline bool is_plain_ascii(std::string_view text) {
  unsigned char any = 0;
  for (const char c : text) any |= static_cast<unsigned char>(c);
  return any < 0x80;
}

/// Characters of UTF-8 text. A byte that is not UTF-8 is a character of its own.
inline std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  characters.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t start = position;
    const char32_t character = galena::detail::next_character(text, position);
    characters.push_back(character == galena::detail::kNoCharacter
                             ? 0x110000U + static_cast<unsigned char>(text[start])
                             : character);
    if (character == galena::detail::kNoCharacter) position = start + 1;
  }
  return characters;
}

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
  static std::array<std::uint64_t, 256>& borrowed() {
    thread_local std::array<std::uint64_t, 256> table{};
    return table;
  }
  std::string_view pattern_;
  std::array<std::uint64_t, 256>& table_;
};

/// Masks of a pattern of up to 64 characters of any kind: open addressing, 128 places.
class WideMasks {
 public:
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

}  // namespace galena::match
