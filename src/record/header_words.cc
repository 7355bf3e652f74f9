#include "record/header_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "galena/base/utf8.hpp"

namespace galena::detail {
namespace {

constexpr std::size_t kLongestHeader = 200;
constexpr int kLargestNumber = 999;
constexpr std::size_t kShortestPart = 3;  // of a compound; shorter words split too much

enum class Sign { other, digit, upper, letter };

Sign sign_of(char32_t code) {
  if (code == kNoCharacter) return Sign::other;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Sign::upper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return Sign::letter;
    case UTF8PROC_CATEGORY_ND:
      return Sign::digit;
    default:
      return Sign::other;
  }
}

/// Of the first character.
Sign sign_of_first(std::string_view text) {
  std::size_t position = 0;
  return text.empty() ? Sign::other : sign_of(next_character(text, position));
}

struct Letter {
  Sign sign;
  std::string_view text;
};

std::vector<Letter> letters_of(std::string_view header) {
  std::vector<Letter> letters;
  for (std::size_t position = 0; position < header.size();) {
    const std::size_t start = position;
    const char32_t code = next_character(header, position);
    letters.push_back({sign_of(code), header.substr(start, position - start)});
  }
  return letters;
}

/// The letters from `begin` on that nothing parts.
std::string unparted(const std::vector<Letter>& letters, std::size_t begin) {
  std::string run;
  for (std::size_t i = begin; i < letters.size(); ++i) {
    if (letters[i].sign == Sign::other || letters[i].sign == Sign::digit) break;
    run.append(letters[i].text);
  }
  return run;
}

/// Runs of letters and runs of digits; a run also ends where camelCase starts a word ("lastName",
/// "IDNumber"), unless it is a word as a whole ("KvK", "LinkedIn").
std::vector<std::string> split(std::string_view header) {
  const std::vector<Letter> letters = letters_of(header);
  std::vector<std::string> parts;
  Sign before = Sign::other;
  bool whole = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Sign sign = letters[i].sign;
    if (sign != Sign::other) {
      const bool letter = sign != Sign::digit;
      if (letter && (before == Sign::other || before == Sign::digit)) {
        whole = concept_of(fold_accents(unparted(letters, i))).has_value();
      }
      const bool next_is_lower = i + 1 < letters.size() && letters[i + 1].sign == Sign::letter;
      const bool starts =
          before == Sign::other || (sign == Sign::digit) != (before == Sign::digit) ||
          (!whole && sign == Sign::upper && (before == Sign::letter || next_is_lower));
      if (starts) parts.emplace_back();
      parts.back().append(letters[i].text);
    }
    before = sign;
  }
  return parts;
}

/// The known word that `text` is, perhaps in the plural or with a German linking letter.
std::optional<std::string_view> known_word(std::string_view text) {
  if (concept_of(text)) return text;
  for (const std::string_view ending : {"s", "n", "en", "es"}) {
    if (text.size() < kShortestPart + ending.size() || !text.ends_with(ending)) continue;
    const auto stem = text.substr(0, text.size() - ending.size());
    if (concept_of(stem)) return stem;
  }
  return std::nullopt;
}

bool may_end_compound(std::string_view part) {
  return part.size() >= kShortestPart || part == "id" || part == "nr" || part == "no";
}

/// `text` as a sequence of known words, longest first word preferred; empty when it is none.
std::vector<std::string> split_compound(std::string_view text) {
  if (const auto word = known_word(text); word && may_end_compound(text)) {
    return {std::string(*word)};
  }
  for (std::size_t size = text.size(); size-- > kShortestPart;) {
    const auto head = known_word(text.substr(0, size));
    if (!head) continue;
    std::vector<std::string> rest = split_compound(text.substr(size));
    if (rest.empty()) continue;
    rest.insert(rest.begin(), std::string(*head));
    return rest;
  }
  return {};
}

void add_word(HeaderWords& header, std::string word) {
  if (const auto found = concept_of(word)) {
    header.concepts |= std::uint64_t{1} << static_cast<unsigned>(*found);
  } else {
    ++header.unknown;
  }
  header.words.push_back(std::move(word));
}

/// Letters that have no accent to take off but are written without by many.
constexpr std::pair<std::string_view, std::string_view> kPlainLetters[] = {
    {"ł", "l"}, {"ø", "o"}, {"đ", "d"}, {"æ", "ae"}, {"œ", "oe"}, {"ı", "i"}, {"ð", "d"}};

/// The known words of one run of letters, or the run itself.
std::vector<std::string> words_of(std::string word) {
  if (concept_of(word)) return {std::move(word)};
  std::vector<std::string> parts = split_compound(word);
  if (parts.empty()) parts.push_back(std::move(word));
  return parts;
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') number = std::min(number * 10 + (c - '0'), kLargestNumber);
  }
  return number;
}

}  // namespace

std::string fold_accents(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  std::string folded(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  for (const auto& [letter, plain] : kPlainLetters) {
    for (auto at = folded.find(letter); at != std::string::npos; at = folded.find(letter, at)) {
      folded.replace(at, letter.size(), plain);
      at += plain.size();
    }
  }
  return folded;
}

bool HeaderWords::has_any(std::initializer_list<Concept> wanted) const {
  return std::any_of(wanted.begin(), wanted.end(), [&](Concept one) { return has(one); });
}

bool HeaderWords::only(std::initializer_list<Concept> allowed) const {
  std::uint64_t mask = std::uint64_t{1} << static_cast<unsigned>(Concept::qualifier);
  for (const Concept one : allowed) mask |= std::uint64_t{1} << static_cast<unsigned>(one);
  return unknown == 0 && (concepts & ~mask) == 0;
}

HeaderWords read_header(std::string_view text) {
  HeaderWords header;
  const std::vector<std::string> parts = split(text.substr(0, kLongestHeader));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string word = fold_accents(parts[i]);
    if (sign_of_first(word) == Sign::digit) {
      header.number = number_of(word);
      continue;
    }
    // "E-Mail" and "E-post" are one word.
    if (word == "e" && i + 1 < parts.size()) {
      const std::string joined = "e" + fold_accents(parts[i + 1]);
      if (concept_of(joined)) {
        word = joined;
        ++i;
      }
    }
    for (std::string& one : words_of(std::move(word))) add_word(header, std::move(one));
  }
  return header;
}

}  // namespace galena::detail
