// Folding of one letter at a time: what fold() and the reader of words share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace galena::match {

/// What an ASCII byte is to a reader of words. Word letters and digits stand for themselves in
/// lower case, so that reading a byte is one look-up.
inline constexpr unsigned char kSeparator = 0;
inline constexpr unsigned char kDropped = 1;  ///< apostrophes: O'Hare is ohare
inline constexpr unsigned char kSign = 2;     ///< stands for a word where the reader asks for it
inline constexpr unsigned char kNotAscii = 0x80;

/// A letter's folded form, as far as it is short.
struct FoldedLetter {
  char bytes[6] = {};
  std::uint8_t size = 0;
  bool word = false;  ///< all of it belongs to a word; else the characters tell one by one
};

/// Letters below this are looked up, not worked out: Latin, Greek, Cyrillic, Armenian, Hebrew.
inline constexpr char32_t kLookedUpLetters = 0x600;

/// The folded form of a letter from 0x80 to kLookedUpLetters.
const FoldedLetter& looked_up_letter(char32_t letter);

/// Appends the folded form of any letter; worked out, and looked up where that is possible.
void append_folded(std::string& out, char32_t letter);
void append_folded_letter(std::string& out, char32_t letter);

/// True for letters, digits and the marks that words of their script cannot do without.
bool is_word_letter(char32_t letter);

/// Greek pairs of letters that are spelled other than letter by letter (ISO 843: ου is ou, αυ is
/// av). Told every letter in turn.
class GreekPairs {
 public:
  /// The spelling of `letter` behind the letters before it, or empty: its own.
  std::string_view next(char32_t letter) {
    const char32_t before = before_;
    if (letter >= 0x300 && letter < 0x370) {  // a combining accent parts alpha and epsilon from υ
      if (before != 0x3BF && before != 0x39F) before_ = 0;
      return {};
    }
    before_ = letter;
    const bool upsilon = letter == 0x3C5 || letter == 0x3CD || letter == 0x3A5 || letter == 0x38E;
    if (!upsilon) return {};
    if (before == 0x3BF || before == 0x39F || before == 0x3CC || before == 0x38C) return "u";
    const bool vowel = before == 0x3B1 || before == 0x391 || before == 0x3B5 || before == 0x395;
    return vowel ? std::string_view("v") : std::string_view();
  }

 private:
  char32_t before_ = 0;
};

}  // namespace galena::match
