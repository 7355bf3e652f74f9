#include "match/mojibake.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "galena/base/utf8.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// What Windows-1252 has for the bytes 0x80 to 0x9F (0: nothing). Source: Unicode's mapping table
/// CP1252.TXT.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte that was read as this character, from 0x80 on; nothing for others.
std::optional<unsigned> byte_of(char32_t letter) {
  if (letter >= 0x80 && letter <= 0xFF) return static_cast<unsigned>(letter);
  for (std::size_t i = 0; i < kWindows.size(); ++i) {
    if (letter == kWindows[i] && letter != 0) return static_cast<unsigned>(0x80 + i);
  }
  return std::nullopt;
}

bool is_latin(char32_t letter) { return letter >= 0xA0 && letter < 0x180; }
bool is_greek_or_cyrillic(char32_t letter) { return letter >= 0x380 && letter < 0x460; }
bool is_vietnamese(char32_t letter) { return letter >= 0x1E00 && letter < 0x1F00; }
bool is_typographic(char32_t letter) { return letter >= 0x2010 && letter < 0x2123; }

/// The character that the bytes of letters from `at` on are, and how many letters it took.
struct Decoded {
  char32_t letter = 0;
  std::size_t letters = 0;
};
Decoded decode(const std::vector<char32_t>& letters, std::size_t at) {
  const auto lead = byte_of(letters[at]);
  if (!lead || *lead < 0xC2 || *lead > 0xEF) return {};
  const std::size_t more = *lead < 0xE0 ? 1 : 2;
  char32_t letter = *lead & (more == 1 ? 0x1FU : 0x0FU);
  for (std::size_t i = 1; i <= more; ++i) {
    const auto next = at + i < letters.size() ? byte_of(letters[at + i]) : std::nullopt;
    if (!next || *next > 0xBF) return {};
    letter = letter << 6 | (*next & 0x3FU);
  }
  const bool known = more == 1 ? is_latin(letter) || is_greek_or_cyrillic(letter)
                               : is_vietnamese(letter) || is_typographic(letter);
  return known ? Decoded{letter, more + 1} : Decoded{};
}

std::string repair_once(std::string_view text) {
  std::vector<char32_t> letters;
  for (std::size_t at = 0; at < text.size();) {
    letters.push_back(galena::detail::next_character(text, at));
    if (letters.back() == galena::detail::kNoCharacter) return std::string(text);
  }
  std::string out;
  bool in_run = false;  // the character before was put back, too
  for (std::size_t at = 0; at < letters.size();) {
    const Decoded decoded = decode(letters, at);
    const std::size_t next = at + decoded.letters;
    const bool alone = is_greek_or_cyrillic(decoded.letter) && !in_run &&
                       (next >= letters.size() || decode(letters, next).letters == 0);
    in_run = decoded.letters != 0 && !alone;
    append_utf8(out, in_run ? decoded.letter : letters[at]);
    at += in_run ? decoded.letters : 1;
  }
  return out;
}

}  // namespace

std::string repair_mojibake(std::string_view text) {
  std::string repaired = repair_once(text);
  // Every repair leaves fewer characters.
  for (std::string before; before != repaired;) {
    before = repaired;
    repaired = repair_once(before);
  }
  return repaired;
}

std::span<const std::string_view> repair_mojibake(std::span<const std::string_view> parts) {
  if (std::none_of(parts.begin(), parts.end(), may_be_mojibake)) return parts;
  thread_local std::vector<std::string> texts;
  thread_local std::vector<std::string_view> repaired;
  texts.clear();
  for (const std::string_view part : parts) texts.push_back(repair_mojibake(part));
  repaired.assign(texts.begin(), texts.end());
  return repaired;
}

}  // namespace galena::match
