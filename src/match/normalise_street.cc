// Street lines.
#include <algorithm>

#include "galena/match/normalise.hpp"
#include "match/characters.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// "1st" is 1, "22nd" is 22; other words unchanged.
std::string_view ordinal(std::string_view word) {
  if (word.size() < 3 || !is_ascii_digit(word[0])) return word;
  const std::string_view end = word.substr(word.size() - 2);
  const std::string_view number = word.substr(0, word.size() - 2);
  const bool is_ending = end == "st" || end == "nd" || end == "rd" || end == "th";
  return is_ending && all_digits(number) ? number : word;
}

/// Digits with at most one letter behind: 12, 12b.
bool is_house_number(std::string_view word) {
  if (word.empty() || !is_ascii_digit(word[0]) || word.size() > 6) return false;
  return all_digits(is_ascii_letter(word.back()) ? word.substr(0, word.size() - 1) : word);
}

void add_unit(std::string& unit, std::string_view kind, std::string_view number) {
  for (const std::string_view part : {kind, number}) {
    if (part.empty()) continue;
    if (!unit.empty()) unit += ' ';
    unit += part;
  }
}

/// Takes "apt 5", "suite 900", "2nd floor", "po box 12" out of the words.
void take_units(WordList& words, std::string& unit) {
  for (std::size_t i = 0; i + 1 < words.size();) {
    const tables::StreetWord& sign = tables::street_word(words[i]);
    const std::string_view next = words[i + 1];
    if (sign.box && is_house_number(next)) {
      add_unit(unit, "box", next);
      words.erase(i, 2);
      // "PO Box", "P. O. Box"
      if (i > 0 && words[i - 1] == "po") words.erase(--i);
      if (i > 1 && words[i - 1] == "o" && words[i - 2] == "p") words.erase(i -= 2, 2);
    } else if (sign.unit && (has_digit(next) || next.size() == 1)) {
      add_unit(unit, {}, ordinal(next));
      words.erase(i, 2);
    } else if (is_ascii_digit(words[i][0]) &&
               (ordinal(words[i]) != words[i] || !is_plain_ascii(next)) &&
               tables::street_word(next).storey) {
      add_unit(unit, {}, ordinal(words[i]));
      words.erase(i, 2);
    } else {
      ++i;
    }
  }
}

/// "2/98 Latchford Rd": the unit before the slash, the house behind it. The line goes on behind it.
std::string_view take_slash_unit(std::string_view line, std::string& unit) {
  const std::size_t slash = line.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 >= line.size()) return line;
  std::size_t begin = slash;
  while (begin > 0 && is_ascii_alnum(line[begin - 1])) --begin;
  const std::string_view before = line.substr(begin, slash - begin);
  if (begin != 0 || !is_house_number(before) || !is_ascii_digit(line[slash + 1])) return line;
  for (const char c : before) unit += ascii_lower(c);
  return line.substr(slash + 1);
}

std::size_t value_of(std::string_view digits) {
  std::size_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::size_t>(c - '0');
  return value;
}

/// True when the house number `first` up to `last` is a range: 12-14, 1234-36.
bool is_range(std::string_view first, std::string_view last) {
  if (!all_digits(first) || !all_digits(last) || last.size() > first.size() + 1) return false;
  if (last.size() > 5 || first.size() > 5) return false;
  const std::string_view tail = first.substr(first.size() - std::min(first.size(), last.size()));
  return value_of(last) > value_of(last.size() < first.size() ? tail : first);
}

/// The digits behind "12-" in the line, where a hyphen follows that number at once.
std::string_view range_end(std::string_view line, std::string_view number) {
  const std::size_t at = line.find(number);
  if (at == std::string_view::npos) return {};
  std::string_view rest = line.substr(at + number.size());
  if (!rest.starts_with('-')) return {};
  rest.remove_prefix(1);
  return rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
}

/// Where the house number stands: in front, or else the last number of up to four digits, or the
/// last number.
std::size_t find_house_number(const WordList& words) {
  std::size_t found = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_house_number(words[i])) continue;
    if (i == 0) return 0;
    if (found == words.size() || words[i].size() <= 5) found = i;
  }
  return found;
}

std::string_view cardinal(std::string_view word) {
  constexpr std::string_view kWords[] = {"one", "two",   "three", "four", "five",
                                         "six", "seven", "eight", "nine", "ten"};
  constexpr std::string_view kNumbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
  const auto* const found = std::find(std::begin(kWords), std::end(kWords), word);
  return found == std::end(kWords) ? std::string_view() : kNumbers[found - std::begin(kWords)];
}

void take_house_number(std::string_view line, WordList& words, std::string& number) {
  const std::size_t at = find_house_number(words);
  if (at == words.size()) {
    // "One Microsoft Way"
    if (words.size() < 2 || cardinal(words[0]).empty()) return;
    number = cardinal(words[0]);
    return words.erase(0);
  }
  number = words[at];
  if (at + 1 < words.size() && line.find('-') != std::string_view::npos) {
    const std::string_view last = range_end(line, number);
    if (!last.empty() && last == words[at + 1]) {
      if (!is_range(number, last)) number.append("-").append(last);
      words.erase(at + 1);
    }
  }
  // "Hauptstr. 12 b": in front of a street a letter is a direction.
  if (at > 0 && at + 2 == words.size() && words.back().size() == 1 && all_digits(number) &&
      is_ascii_letter(words.back()[0])) {
    number += words.back();
    words.pop_back();
  }
  words.erase(at);
  // 中山路22號: behind the number.
  if (at < words.size() && !is_plain_ascii(words[at]) && tables::street_word(words[at]).number_sign)
    words.erase(at);
  if (at > 0 && tables::street_word(words[at - 1]).number_sign) words.erase(at - 1);
}

/// German and Dutch streets are one word with their name: hauptstr, Haupt Str. are hauptstrasse.
bool is_joined_kind(std::string_view word) {
  return word == "strasse" || word == "gasse" || word == "platz" || word == "weg";
}

void spell_out(WordList& words, std::size_t i) {
  const std::string_view word = words[i];
  const tables::StreetWord& known = tables::street_word(word);
  if (i == 0 && !known.first.empty() && words.size() > 1) return words.replace(i, known.first);
  if (!known.word.empty()) return words.replace(i, known.word);
  if (const std::string_view number = ordinal(word); number.size() != word.size()) {
    return words.replace(i, std::string(number));
  }
  if (word.size() > 5 && word.ends_with("str")) {
    return words.replace(i, std::string(word) + "asse");
  }
  if (word.size() > 8 && word.ends_with("straat")) {
    return words.replace(i, std::string(word.substr(0, word.size() - 6)) + "strasse");
  }
}

bool is_postal_code(std::string_view word) { return word.size() == 5 && all_digits(word); }

/// True when the words are a house number and a street: "12 Main St", "Via Roma 12".
bool is_street(const WordList& words) {
  if (words.size() < 2 || find_house_number(words) == words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() > 1 && !is_house_number(words[i])) return true;
  }
  return false;
}

/// Reads a line without what stands behind the street, units and postal code apart.
void read_line(std::string_view line, StreetBuffers& street) {
  WordList& words = street.words;
  const std::size_t comma = line.find(',');
  if (comma != std::string_view::npos) {
    words.read(line.substr(0, comma), WordReading::street);
    take_units(words, street.unit);
    if (is_street(words)) {
      street.place.read(line.substr(comma + 1), WordReading::street);
      take_units(street.place, street.unit);
      for (std::size_t i = 0; i < street.place.size(); ++i) {
        if (is_postal_code(street.place[i])) street.postal_code = street.place[i];
      }
      return;
    }
    street.unit.clear();
  }
  words.read(line, WordReading::street);
  take_units(words, street.unit);
  if (words.size() > 3 && is_postal_code(words.back()) && is_house_number(words.front())) {
    street.postal_code = words.back();
    words.pop_back();
  }
}

}  // namespace

void read_street(std::string_view text, StreetBuffers& street) {
  WordList& words = street.words;
  street.number.clear();
  street.unit.clear();
  street.postal_code.clear();
  thread_local std::string slash_unit;
  slash_unit.clear();
  const std::string_view line = take_slash_unit(trim(text), slash_unit);
  read_line(line, street);
  if (street.unit.empty()) street.unit = slash_unit;
  take_house_number(line, words, street.number);
  for (std::size_t i = 0; i < words.size(); ++i) spell_out(words, i);
  if (words.size() > 1 && is_joined_kind(words.back())) {
    const std::string joined = std::string(words[words.size() - 2]).append(words.back());
    words.pop_back();
    words.replace(words.size() - 1, joined);
  }
}

void read_unit(std::string_view text, WordList& words) {
  words.read(text, WordReading::street);
  for (std::size_t i = 0; i < words.size() && words.size() > 1;) {
    const tables::StreetWord& sign = tables::street_word(words[i]);
    if (sign.unit || sign.storey || sign.number_sign) {
      words.erase(i);
    } else {
      ++i;
    }
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].size() != 1 || !is_ascii_letter(words[i][0]) || !all_digits(words[i - 1]))
      continue;
    const std::string both = std::string(words[i - 1]).append(words[i]);
    words.erase(i--);
    words.replace(i, both);
  }
}

StreetAddress normalise_street(std::string_view text) {
  thread_local StreetBuffers street;
  read_street(text, street);
  return {.number = street.number,
          .name = std::string(street.words.text()),
          .unit = street.unit,
          .postal_code = street.postal_code};
}

}  // namespace galena::match
