#include "match/unspaced_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kLetter = 3;       // bytes of an ideograph, of a Thai letter
constexpr std::size_t kLongestName = 4;  // characters

/// The longer ones first.
constexpr std::array<std::string_view, 6> kThaiTitles = {"นางสาว", "เด็กหญิง", "เด็กชาย",
                                                         "นาง",    "นาย",    "คุณ"};

/// The last two are Korean, in letters, as words are folded.
constexpr std::array<std::string_view, 11> kTitlesBehind = {"先生",
                                                            "女士",
                                                            "小姐",
                                                            "老师",
                                                            "老師",
                                                            "夫人",
                                                            "太太",
                                                            "様",
                                                            "殿",
                                                            "\u110A\u1175",
                                                            "\u1102\u1175\u11B7"};

constexpr std::array<std::string_view, 17> kLongFamilyNames = {
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方",
    "東方", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文"};

bool is_ideograph(char32_t code) { return code >= 0x4E00 && code <= 0x9FFF; }
bool begins_syllable(char32_t code) { return code >= 0x1100 && code <= 0x1112; }
/// Of a Korean syllable: its vowel, what follows that.
bool ends_syllable(char32_t code) { return code >= 0x1161 && code <= 0x11C2; }

/// Where each ideograph or syllable ends; nothing when there are other signs, or too many.
std::vector<std::size_t> characters_of(std::string_view word) {
  std::vector<std::size_t> ends;
  for (std::size_t position = 0; position < word.size();) {
    const char32_t code = galena::detail::next_character(word, position);
    if (ends_syllable(code) && !ends.empty()) {
      ends.back() = position;
    } else if (is_ideograph(code) || begins_syllable(code)) {
      ends.push_back(position);
    } else {
      return {};
    }
    if (ends.size() > kLongestName) return {};
  }
  return ends;
}

/// Characters of the family name.
std::size_t family_size(std::string_view name, const std::vector<std::size_t>& ends) {
  if (ends.size() == kLongestName) return 2;
  const bool is_long =
      ends.size() > 2 && std::find(kLongFamilyNames.begin(), kLongFamilyNames.end(),
                                   name.substr(0, ends[1])) != kLongFamilyNames.end();
  return is_long ? 2 : 1;
}

bool begins_above_ascii(const WordList& words) {
  return !words.empty() && (static_cast<unsigned char>(words.front()[0]) & 0x80U) != 0;
}

}  // namespace

void drop_joined_title(WordList& words) {
  if (!begins_above_ascii(words)) return;
  constexpr std::size_t kShortestName = 2 * kLetter;
  const std::string_view word = words.front();
  for (const std::string_view title : kThaiTitles) {
    if (!word.starts_with(title)) continue;
    const std::string rest(word.substr(title.size()));
    if (rest.empty() && words.size() > 1) words.erase(0);
    if (rest.size() >= kShortestName) words.replace(0, rest);
    return;
  }
}

void part_unspaced_name(WordList& words) {
  if (words.size() != 1 || !begins_above_ascii(words)) return;
  std::string name(words.front());
  for (const std::string_view title : kTitlesBehind) {
    if (name.size() <= title.size() || !name.ends_with(title)) continue;
    name.resize(name.size() - title.size());
    break;
  }
  const std::vector<std::size_t> ends = characters_of(name);
  if (ends.empty()) return;
  const std::size_t family = ends[family_size(name, ends) - 1];
  words.clear();
  if (family < name.size()) words.push(std::string_view(name).substr(family));
  words.push(std::string_view(name).substr(0, family));
}

}  // namespace galena::match
