#include "match/unspaced_name.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "galena/base/utf8.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kCharacter = 3;  // bytes of an ideograph, of a syllable, of a Thai letter
constexpr std::size_t kLongestName = 4 * kCharacter;

/// The longer ones first.
constexpr std::array<std::string_view, 6> kThaiTitles = {"นางสาว", "เด็กหญิง", "เด็กชาย",
                                                         "นาง",    "นาย",    "คุณ"};

constexpr std::array<std::string_view, 11> kTitlesBehind = {
    "先生", "女士", "小姐", "老师", "老師", "夫人", "太太", "様", "殿", "씨", "님"};

constexpr std::array<std::string_view, 22> kLongFamilyNames = {
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "東方", "夏侯",
    "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "남궁", "황보", "제갈", "선우", "독고"};

bool is_cjk(char32_t code) {
  const bool ideograph = code >= 0x4E00 && code <= 0x9FFF;
  const bool syllable = code >= 0xAC00 && code <= 0xD7A3;
  return ideograph || syllable;
}

bool is_all_cjk(std::string_view word) {
  for (std::size_t position = 0; position < word.size();) {
    if (!is_cjk(galena::detail::next_character(word, position))) return false;
  }
  return !word.empty();
}

std::size_t family_size(std::string_view name) {
  if (name.size() <= kCharacter) return name.size();
  if (name.size() == kLongestName) return 2 * kCharacter;
  const bool is_long = name.size() > 2 * kCharacter &&
                       std::find(kLongFamilyNames.begin(), kLongFamilyNames.end(),
                                 name.substr(0, 2 * kCharacter)) != kLongFamilyNames.end();
  return is_long ? 2 * kCharacter : kCharacter;
}

bool begins_above_ascii(const WordList& words) {
  return !words.empty() && (static_cast<unsigned char>(words.front()[0]) & 0x80U) != 0;
}

}  // namespace

void drop_joined_title(WordList& words) {
  if (!begins_above_ascii(words)) return;
  constexpr std::size_t kShortestName = 2 * kCharacter;
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
  if (words.size() != 1 || !begins_above_ascii(words) || !is_all_cjk(words.front())) return;
  std::string name(words.front());
  for (const std::string_view title : kTitlesBehind) {
    if (name.size() <= title.size() || !name.ends_with(title)) continue;
    name.resize(name.size() - title.size());
    break;
  }
  if (name.size() > kLongestName) return;
  const std::size_t family = family_size(name);
  words.clear();
  if (family < name.size()) words.push(std::string_view(name).substr(family));
  words.push(std::string_view(name).substr(0, family));
}

}  // namespace galena::match
