#include "match/name_sound.hpp"

#include <algorithm>

#include "match/text.hpp"

namespace galena::match {

namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Spellings of more than one letter, the longer ones first, and the sound they have.
struct Spelling {
  std::string_view written;
  std::string_view sound;
};
constexpr Spelling kSpellings[] = {
    {"shch", "s"}, {"tsch", "c"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "i"}, {"sh", "s"},
    {"sz", "s"},   {"ch", "c"},   {"cz", "c"},  {"ck", "k"},  {"dj", "i"},  {"kh", "h"},
    {"gh", "g"},   {"ph", "f"},   {"th", "t"},  {"dh", "d"},  {"bh", "b"},  {"rh", "r"},
    {"zh", "z"},   {"ts", "c"},   {"tz", "c"},  {"ou", "u"},  {"oe", "u"},  {"ue", "u"},
    {"ae", "a"},   {"ks", "x"},
};

/// Behind a vowel and before none.
bool is_mute_h(std::string_view word, std::size_t at, char behind) {
  return at > 0 && is_vowel(word[at - 1]) && !is_vowel(behind);
}

constexpr std::string_view one_letter_sound(char c) {
  switch (c) {
    case 'e':
    case 'j':
    case 'y':
      return "i";
    case 'o':
      return "u";
    case 'w':
      return "v";
    case 'q':
      return "k";
    default:
      return {};
  }
}

}  // namespace

NameSound::NameSound(std::string_view word) {
  word = word.substr(0, letters_.size());
  if (!std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
    std::copy(word.begin(), word.end(), letters_.begin());
    size_ = word.size();
    return;
  }
  for (std::size_t at = 0; at < word.size();) at += read_letter(word, at);
  drop_feminine_ending();
}

/// Doubled letters are one.
void NameSound::put(char letter) {
  if (size_ == 0 || letters_[size_ - 1] != letter) letters_[size_++] = letter;
}

/// Reads what is written at `at`; how many letters that were.
std::size_t NameSound::read_letter(std::string_view word, std::size_t at) {
  const std::string_view rest = word.substr(at);
  const char c = rest[0];
  const char next = rest.size() > 1 ? rest[1] : ' ';
  if (next == 'h' || next == 'c' || next == 'z' || next == 's' || next == 'k' || next == 'j' ||
      next == 'u' || next == 'e') {
    for (const auto& [written, sound] : kSpellings) {
      if (written[0] != c || !rest.starts_with(written)) continue;
      const char behind = rest.size() > written.size() ? rest[written.size()] : ' ';
      if (sound[0] != 'h' || !is_mute_h(word, at, behind)) put(sound[0]);
      return written.size();
    }
  }
  if (c == 'h' && is_mute_h(word, at, next)) return 1;
  if (c == 'c') {
    put(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
    return 1;
  }
  const std::string_view sound = one_letter_sound(c);
  put(sound.empty() ? c : sound[0]);
  return 1;
}

/// Ivanova and Ivanov, Kowalska and Kowalski, Navalnaya and Navalny.
void NameSound::drop_feminine_ending() {
  if (size_ < 6 || letters_[size_ - 1] != 'a') return;
  const std::string_view end = text().substr(size_ - 3);
  if (end == "uva" || end == "iva" || end == "ina") {
    --size_;
  } else if (end == "ska" || end == "cka" || end == "aia") {
    size_ -= end == "aia" ? 2 : 1;
    letters_[size_ - (end == "aia" ? 1 : 0)] = 'i';
    size_ += end == "aia" ? 0 : 1;
  }
}

}  // namespace galena::match
