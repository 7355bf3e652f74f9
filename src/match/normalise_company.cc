// Names of companies.
#include <algorithm>
#include <string>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/match/normalise.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// The word "and" in the languages that have one of its own; y and e stand for it between words.
bool is_and(const WordList& words, std::size_t i) {
  const std::string_view word = words[i];
  switch (word.size()) {
    case 1:
      return (word[0] == 'y' || word[0] == 'e') && i > 0 && i + 1 < words.size();
    case 2:
      return word == "et" || word == "en" || word == "og";
    case 3:
      return word == "und" || word == "och";
    default:
      return false;
  }
}

bool is_ten_to_ninety(std::string_view number) {
  return number.size() == 2 && number[0] > '1' && number[1] == '0';
}

/// Numbers in digits: "Forty-Four" is 44.
void spell_numbers(WordList& words) {
  std::size_t behind_tens = 0;  // where the units of a word such as "forty" may stand
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view number = tables::number_of_word(words[i]);
    if (number.empty()) continue;
    if (number.size() == 1 && i > 0 && behind_tens == i) {
      const char both[] = {words[i - 1][0], number[0]};
      words.erase(i--);
      words.replace(i, {both, 2});
    } else {
      words.replace(i, number);
      if (is_ten_to_ninety(number)) behind_tens = i + 1;
    }
  }
}

/// Scripts that put no space between a name and its legal form: Chinese, Japanese and Korean ones,
/// Thai, Lao, Burmese and Khmer.
bool is_unspaced(std::string_view letters) {
  std::size_t position = 0;
  const char32_t letter = galena::detail::next_character(letters, position);
  return (letter >= 0x2E80 && letter < 0xA000) || (letter >= 0x1100 && letter < 0x1200) ||
         (letter >= 0x0E00 && letter < 0x0F00) || (letter >= 0x1000 && letter < 0x10A0) ||
         (letter >= 0x1780 && letter < 0x1800);
}

constexpr std::size_t kShortestJoined = 12;  // bytes: four letters; two are a part of names, too
constexpr std::size_t kLongestJoined = 120;

/// Bytes of `word` in front of the longest legal form that it ends with; 0 when there is none.
std::size_t before_joined_form(std::string_view word) {
  const std::size_t first = word.size() > kLongestJoined ? word.size() - kLongestJoined : 1;
  for (std::size_t begin = first; begin + kShortestJoined <= word.size(); ++begin) {
    const std::string_view form = word.substr(begin);
    if (letters_said(form[0]) != 0 && is_unspaced(form) && !tables::legal_form_class(form).empty())
      return begin;
  }
  return 0;
}

/// Bytes of the longest legal form that `word` begins with; 0 when there is none.
std::size_t joined_form_in_front(std::string_view word) {
  const std::size_t most = std::min(word.size() - 1, kLongestJoined);
  for (std::size_t size = most; size >= kShortestJoined; --size) {
    if (letters_said(word[size]) != 0 && !tables::legal_form_class(word.substr(0, size)).empty())
      return size;
  }
  return 0;
}

/// Makes a word of a legal form that is joined to the first or the last word: 株式会社日立製作所,
/// 明腾科技有限公司. False when there is none.
bool part_joined_form(WordList& words) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (words.empty() || (is_ascii(words.front().front()) && is_ascii(words.back().back())))
    return false;
  const std::string last(words.back());
  if (const std::size_t size = before_joined_form(last); size != 0) {
    words.pop_back();
    words.push(std::string_view(last).substr(0, size));
    words.push(std::string_view(last).substr(size));
    return true;
  }
  const std::string first(words.front());
  const std::size_t size = is_unspaced(first) ? joined_form_in_front(first) : 0;
  if (size == 0) return false;
  std::vector<std::string> others;
  for (std::size_t i = 1; i < words.size(); ++i) others.emplace_back(words[i]);
  words.clear();
  words.push(std::string_view(first).substr(0, size));
  words.push(std::string_view(first).substr(size));
  for (const std::string& word : others) words.push(word);
  return true;
}

/// What is left of a name while layers are taken off its ends.
struct Middle {
  const WordList& words;
  std::size_t begin;
  std::size_t end;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] std::string_view front() const { return words[begin]; }
  [[nodiscard]] std::string_view back() const { return words[end - 1]; }
};

/// Takes the longest legal form off the end (or the start); its class, or empty when there is none.
/// A form never takes the whole name.
std::string_view take_form_at_end(Middle& name) {
  const std::size_t longest = tables::longest_form_ending(name.back());
  for (std::size_t count = std::min(longest, name.size() - 1); count > 0; --count) {
    const auto found = tables::legal_form_class(name.words.text(name.end - count, name.end));
    if (found.empty()) continue;
    name.end -= count;
    return found;
  }
  return {};
}

/// Forms that never stand in front: "Limited Brands", "Inc Magazine" and "Company Store" are names.
bool is_only_behind(std::string_view form) {
  constexpr std::string_view kForms[] = {"co",  "company",      "corp",    "corporation",
                                         "inc", "incorporated", "limited", "llc",
                                         "llp", "ltd",          "plc"};
  static_assert(std::is_sorted(std::begin(kForms), std::end(kForms)));
  return is_one_of(form, kForms);
}

/// Words that many companies have, and no other: "SAS Institute" is no institute in France.
bool are_common(const WordList& words, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (!tables::is_common_company_word(words[i])) return false;
  }
  return true;
}

std::string_view take_form_at_start(Middle& name) {
  const std::size_t longest = tables::longest_form_starting(name.front());
  for (std::size_t count = std::min(longest, name.size() - 1); count > 0; --count) {
    const std::string_view form = name.words.text(name.begin, name.begin + count);
    // In front, two letters are more often part of the name ("SE Electronics").
    if (count == 1 && (form.size() < 3 || is_only_behind(form))) continue;
    const auto found = tables::legal_form_class(form);
    if (found.empty() || are_common(name.words, name.begin + count, name.end)) continue;
    name.begin += count;
    return found;
  }
  return {};
}

/// Takes one layer off: "the" at either end, a legal form at the end or at the start.
bool strip_layer(Middle& name, std::string_view& legal_form) {
  if (name.size() < 2) return false;
  if (name.front() == "the" || name.front() == "and") {
    ++name.begin;
    return true;
  }
  if (name.back() == "the" || name.back() == "and") {  // "Apple Pan, The"; "Smith & Co."
    --name.end;
    return true;
  }
  std::string_view form = take_form_at_end(name);
  if (form.empty()) form = take_form_at_start(name);
  if (form.empty()) return false;
  if (legal_form.empty() || legal_form == "-") legal_form = form;
  return true;
}

/// Takes all layers off.
void strip(WordList& words, std::string_view& legal_form) {
  Middle name{words, 0, words.size()};
  while (strip_layer(name, legal_form)) {
  }
  words.pop_back(words.size() - name.end);
  if (name.begin != 0) words.erase(0, name.begin);
}

}  // namespace

void read_company_words(std::string_view text, WordList& words) {
  words.read(text, WordReading::company);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_and(words, i)) words.replace(i, "and");
  }
  spell_numbers(words);
}

std::string_view read_company(std::string_view text, WordList& words) {
  read_company_words(text, words);
  std::string_view legal_form;
  strip(words, legal_form);
  while (part_joined_form(words)) strip(words, legal_form);
  return legal_form;
}

CompanyName normalise_company(std::string_view text) {
  CompanyName company;
  company.legal_form = read_company(text, thread_words());
  company.name = thread_words().text();
  return company;
}

}  // namespace galena::match
