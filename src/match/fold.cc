// fold() and words(): one spelling of text for all comparisons.
#include <utf8proc.h>

#include <array>
#include <cstdint>

#include "galena/match/normalise.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// Lower-case letters without a decomposition, and Cyrillic and Greek ones, in Latin letters
/// (simplified BGN/PCGN and ISO 843). Sorted by character.
struct Spelling {
  char32_t from;
  std::string_view to;
};
constexpr Spelling kSpellings[] = {
    {0xE6, "ae"},  {0xF0, "d"},   {0xF8, "o"},   {0xFE, "th"},  {0x111, "d"},  {0x127, "h"},
    {0x131, "i"},  {0x142, "l"},  {0x14B, "n"},  {0x153, "oe"}, {0x167, "t"},  {0x259, "e"},
    {0x2BB, ""},   {0x2BC, ""},   {0x2BF, ""},   {0x3B1, "a"},  {0x3B2, "v"},  {0x3B3, "g"},
    {0x3B4, "d"},  {0x3B5, "e"},  {0x3B6, "z"},  {0x3B7, "i"},  {0x3B8, "th"}, {0x3B9, "i"},
    {0x3BA, "k"},  {0x3BB, "l"},  {0x3BC, "m"},  {0x3BD, "n"},  {0x3BE, "x"},  {0x3BF, "o"},
    {0x3C0, "p"},  {0x3C1, "r"},  {0x3C2, "s"},  {0x3C3, "s"},  {0x3C4, "t"},  {0x3C5, "y"},
    {0x3C6, "f"},  {0x3C7, "ch"}, {0x3C8, "ps"}, {0x3C9, "o"},  {0x430, "a"},  {0x431, "b"},
    {0x432, "v"},  {0x433, "g"},  {0x434, "d"},  {0x435, "e"},  {0x436, "zh"}, {0x437, "z"},
    {0x438, "i"},  {0x439, "i"},  {0x43A, "k"},  {0x43B, "l"},  {0x43C, "m"},  {0x43D, "n"},
    {0x43E, "o"},  {0x43F, "p"},  {0x440, "r"},  {0x441, "s"},  {0x442, "t"},  {0x443, "u"},
    {0x444, "f"},  {0x445, "kh"}, {0x446, "ts"}, {0x447, "ch"}, {0x448, "sh"}, {0x449, "shch"},
    {0x44A, ""},   {0x44B, "y"},  {0x44C, ""},   {0x44D, "e"},  {0x44E, "yu"}, {0x44F, "ya"},
    {0x452, "d"},  {0x454, "ye"}, {0x455, "dz"}, {0x456, "i"},  {0x458, "j"},  {0x459, "lj"},
    {0x45A, "nj"}, {0x45B, "c"},  {0x45F, "dz"}, {0x491, "g"},  {0x4D9, "e"},  {0x4E9, "o"},
};

const Spelling* find_spelling(char32_t letter) {
  const auto* const found =
      std::lower_bound(std::begin(kSpellings), std::end(kSpellings), letter,
                       [](const Spelling& row, char32_t value) { return row.from < value; });
  return found != std::end(kSpellings) && found->from == letter ? found : nullptr;
}

void append_folded(std::string& out, char32_t letter) {
  constexpr auto kOptions =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                     UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(letter), parts.data(),
                              static_cast<utf8proc_ssize_t>(parts.size()), kOptions, &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return;
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
    if (const Spelling* const spelling = find_spelling(part)) {
      out += spelling->to;
    } else {
      append_utf8(out, part);
    }
  }
}

bool is_ascii(std::string_view text) {
  unsigned char any = 0;
  for (const char c : text) any |= static_cast<unsigned char>(c);
  return any < 0x80;
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
    default:
      return false;
  }
}

}  // namespace

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

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    for (const char c : text) out += ascii_lower(c);
    return out;
  }
  for (std::size_t position = 0; position < text.size();) {
    const char32_t letter = galena::detail::next_character(text, position);
    if (letter == galena::detail::kNoCharacter) {
      out += ' ';
    } else if (letter < 0x80) {
      out += ascii_lower(static_cast<char>(letter));
    } else {
      append_folded(out, letter);
    }
  }
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
  const std::string folded = drop_apostrophes(fold(text));
  std::vector<std::string_view> pieces;
  split_words(folded, pieces);
  std::vector<std::string> result;
  bool in_run = false;  // the last word is a run of single letters
  for (const std::string_view piece : pieces) {
    const bool single = piece.size() == 1 && is_ascii_letter(piece[0]);
    if (single && in_run) {
      result.back() += piece;
    } else {
      result.emplace_back(piece);
    }
    in_run = single;
  }
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
