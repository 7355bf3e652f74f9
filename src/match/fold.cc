// fold() and words(): one spelling of text for all comparisons.
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "galena/match/normalise.hpp"
#include "match/folded_letter.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/word_list.hpp"

namespace galena::match {

namespace {

/// Marks on letters of other scripts are diacritics, and go; a vowel sign of an Indic or a
/// south-east Asian script is part of the word.
bool is_diacritic(char32_t mark) {
  return mark < 0x900 || (mark >= 0x1AB0 && mark < 0x1B00) || (mark >= 0x1DC0 && mark < 0x1E00) ||
         (mark >= 0x20D0 && mark < 0x2100) || mark == 0x3099 || mark == 0x309A ||
         (mark >= 0xA66F && mark < 0xA680) || (mark >= 0xFE00 && mark < 0xFE30) || mark > 0xFFFF;
}

bool is_mark(char32_t letter) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

std::vector<FoldedLetter> make_looked_up_letters() {
  std::vector<FoldedLetter> letters(kLookedUpLetters);
  for (char32_t letter = 0x80; letter < kLookedUpLetters; ++letter) {
    std::string folded;
    append_folded(folded, letter);
    FoldedLetter& entry = letters[letter];
    if (folded.size() > sizeof entry.bytes) continue;
    std::copy(folded.begin(), folded.end(), entry.bytes);
    entry.size = static_cast<std::uint8_t>(folded.size());
    entry.word = true;
    for (std::size_t position = 0; position < folded.size();) {
      if (!is_word_letter(galena::detail::next_character(folded, position))) entry.word = false;
    }
  }
  return letters;
}

}  // namespace

const FoldedLetter& looked_up_letter(char32_t letter) {
  static const std::vector<FoldedLetter> kLetters = make_looked_up_letters();
  return kLetters[letter];
}

void append_folded(std::string& out, char32_t letter) {
  if (const auto spelling = tables::latin_letters(letter)) {
    out += *spelling;
    return;
  }
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(letter), parts.data(),
                              static_cast<utf8proc_ssize_t>(parts.size()), kOptions, &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return;
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
    if (is_diacritic(part) && is_mark(part)) continue;
    if (const auto spelling = tables::latin_letters(part)) {
      out += *spelling;
    } else {
      append_utf8(out, part);
    }
  }
}

bool is_word_letter(char32_t letter) {
  if (letter < 0x80) return is_ascii_alnum(static_cast<char>(letter));
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(letter))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    case UTF8PROC_CATEGORY_MN:
      return !is_diacritic(letter);
    default:
      return false;
  }
}

void append_folded_letter(std::string& out, char32_t letter) {
  if (letter < kLookedUpLetters) {
    const FoldedLetter& folded = looked_up_letter(letter);
    if (folded.size != 0 || folded.word) {
      out.append(folded.bytes, folded.size);
      return;
    }
  }
  append_folded(out, letter);
}

std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const char32_t letter = galena::detail::next_character(text, position);
    std::string folded;
    if (letter >= 0x80 && letter != galena::detail::kNoCharacter) append_folded(folded, letter);
    const bool digit = folded.size() == 1 && is_ascii_digit(folded[0]) &&
                       utf8proc_category(static_cast<utf8proc_int32_t>(letter)) ==
                           UTF8PROC_CATEGORY_ND;
    out += digit ? std::string_view(folded) : text.substr(begin, position - begin);
  }
  return out;
}

void append_utf8(std::string& out, char32_t letter) {
  if (letter < 0x80) {
    out += static_cast<char>(letter);
    return;
  }
  const int extra = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  constexpr unsigned char kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[extra] | letter >> (6 * extra));
  for (int i = extra - 1; i >= 0; --i) out += static_cast<char>(0x80 | (letter >> (6 * i) & 0x3F));
}

namespace {

/// ASCII letters in lower case, eight bytes at a time; true when all bytes were ASCII.
bool lower_ascii(const char* text, std::size_t size, char* out) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  std::uint64_t any = 0;
  for (; size >= 8; size -= 8, text += 8, out += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, 8);
    any |= bytes;
    const std::uint64_t low = bytes & 0x7F * kEach;
    const std::uint64_t upper =
        ((low + (0x80 - 'A') * kEach) ^ (low + (0x7F - 'Z') * kEach)) & ~bytes & 0x80 * kEach;
    bytes |= upper >> 2;
    std::memcpy(out, &bytes, 8);
  }
  for (; size > 0; --size, ++text) {
    any |= static_cast<unsigned char>(*text);
    *out++ = ascii_lower(*text);
  }
  return (any & 0x80 * kEach) == 0;
}

}  // namespace

void fold_to(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out.resize(begin + text.size());
  if (lower_ascii(text.data(), text.size(), out.data() + begin)) return;
  out.resize(begin);
  GreekPairs greek;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t letter = galena::detail::next_character(text, position);
    if (letter < 0x80) {
      out += ascii_lower(static_cast<char>(letter));
    } else if (letter == galena::detail::kNoCharacter) {
      out += ' ';
    } else if (const std::string_view pair = greek.next(letter); !pair.empty()) {
      out += pair;
    } else {
      append_folded_letter(out, letter);
    }
  }
}

std::string fold(std::string_view text) {
  std::string out;
  fold_to(out, text);
  return out;
}

void split_words(std::string_view folded, std::vector<std::string_view>& out) {
  std::size_t begin = std::string_view::npos;
  for (std::size_t position = 0; position < folded.size();) {
    const std::size_t start = position;
    const char32_t letter = galena::detail::next_character(folded, position);
    if (letter != galena::detail::kNoCharacter && is_word_letter(letter)) {
      if (begin == std::string_view::npos) begin = start;
    } else if (begin != std::string_view::npos) {
      out.push_back(folded.substr(begin, start - begin));
      begin = std::string_view::npos;
    }
  }
  if (begin != std::string_view::npos) out.push_back(folded.substr(begin));
}

std::string drop_apostrophes(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == '\'' || folded[i] == '`') continue;
    if (folded.substr(i, 3) == "\xE2\x80\x99" || folded.substr(i, 3) == "\xE2\x80\x98") {
      i += 2;
      continue;
    }
    out += folded[i];
  }
  return out;
}

std::vector<std::string> words(std::string_view text) {
  WordList& list = thread_words();
  list.read(text, WordReading::words);
  std::vector<std::string> result;
  result.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) result.emplace_back(list[i]);
  return result;
}

std::string join(const std::vector<std::string>& list, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (!text.empty()) text += ' ';
    text += list[i];
  }
  return text;
}

}  // namespace galena::match
