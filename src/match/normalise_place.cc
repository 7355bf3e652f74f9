// Streets, postal codes, cities, regions, countries, identifiers.
#include "galena/match/normalise.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

struct Expansion {
  std::string_view from;
  std::string_view to;
};
/// Abbreviations on envelopes (US Postal Service Publication 28 and everyday use elsewhere).
constexpr Expansion kStreetWords[] = {
    {"al", "alley"},      {"allee", "allee"},    {"av", "avenue"},      {"ave", "avenue"},
    {"aven", "avenue"},   {"avda", "avenida"},   {"bd", "boulevard"},   {"bl", "boulevard"},
    {"blv", "boulevard"}, {"blvd", "boulevard"}, {"boul", "boulevard"}, {"br", "branch"},
    {"c", "calle"},       {"cir", "circle"},     {"circ", "circuit"},   {"cl", "close"},
    {"cct", "circuit"},   {"cr", "crescent"},    {"cres", "crescent"},  {"crt", "court"},
    {"ct", "court"},      {"cv", "cove"},        {"dr", "drive"},       {"drv", "drive"},
    {"e", "east"},        {"esp", "esplanade"},  {"est", "estate"},     {"expy", "expressway"},
    {"fwy", "freeway"},   {"gdns", "gardens"},   {"gr", "grove"},       {"gv", "grove"},
    {"hts", "heights"},   {"hwy", "highway"},    {"jn", "junction"},    {"ln", "lane"},
    {"mt", "mount"},      {"n", "north"},        {"ne", "northeast"},   {"nw", "northwest"},
    {"pde", "parade"},    {"pk", "park"},        {"pkwy", "parkway"},   {"pky", "parkway"},
    {"pl", "place"},      {"plz", "plaza"},      {"prom", "promenade"}, {"pt", "point"},
    {"rd", "road"},       {"rte", "route"},      {"s", "south"},        {"se", "southeast"},
    {"sq", "square"},     {"st", "street"},      {"str", "strasse"},    {"sw", "southwest"},
    {"tce", "terrace"},   {"ter", "terrace"},    {"terr", "terrace"},   {"tpke", "turnpike"},
    {"trl", "trail"},     {"ul", "ulitsa"},      {"vw", "view"},        {"w", "west"},
    {"wy", "way"},        {"first", "1"},        {"second", "2"},       {"third", "3"},
    {"fourth", "4"},      {"fifth", "5"},        {"sixth", "6"},        {"seventh", "7"},
    {"eighth", "8"},      {"ninth", "9"},        {"tenth", "10"},
};

constexpr std::string_view kUnitWords[] = {
    "apartment", "appt", "apt", "bldg", "building", "etage", "fl",   "flat",   "floor",
    "level",     "lot",  "rm",  "room", "ste",      "suite", "unit", "wohnung"};
static_assert(std::is_sorted(std::begin(kUnitWords), std::end(kUnitWords)));

/// "1st" is 1, "22nd" is 22; other words unchanged.
std::string_view ordinal(std::string_view word) {
  if (word.size() < 3 || !is_ascii_digit(word[0])) return word;
  const std::string_view end = word.substr(word.size() - 2);
  const std::string_view number = word.substr(0, word.size() - 2);
  const bool is_ending = end == "st" || end == "nd" || end == "rd" || end == "th";
  return is_ending && all_digits(number) ? number : word;
}

std::string spell_out(std::string_view word) {
  word = ordinal(word);
  for (const auto& [from, to] : kStreetWords) {
    if (word == from) return std::string(to);
  }
  // German compounds: hardenbergstr is hardenbergstrasse.
  if (word.size() > 5 && word.ends_with("str")) return std::string(word) + "asse";
  return std::string(word);
}

/// Digits with at most one letter behind: 12, 12b.
bool is_house_number(std::string_view word) {
  if (word.empty() || !is_ascii_digit(word[0]) || word.size() > 6) return false;
  const std::string_view digits =
      is_ascii_letter(word.back()) ? word.substr(0, word.size() - 1) : word;
  return all_digits(digits);
}

using Words = std::vector<std::string>;

/// Takes "apt 5", "suite 900", "po box 12" out of the words.
std::string take_unit(Words& list) {
  std::string unit;
  for (std::size_t i = 0; i + 1 < list.size();) {
    const bool box = list[i] == "po" && list[i + 1] == "box" && i + 2 < list.size();
    const bool unit_word =
        is_one_of(list[i], kUnitWords) && (has_digit(list[i + 1]) || list[i + 1].size() == 1);
    if (!box && !unit_word) {
      ++i;
      continue;
    }
    if (!unit.empty()) unit += ' ';
    unit += box ? "box " + list[i + 2] : list[i + 1];
    const auto begin = list.begin() + static_cast<std::ptrdiff_t>(i);
    list.erase(begin, begin + (box ? 3 : 2));
  }
  return unit;
}

/// "2/98 Latchford Rd": the unit before the slash, the house behind it.
std::string take_slash_unit(std::string& folded) {
  const std::size_t slash = folded.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 >= folded.size()) return {};
  std::size_t begin = slash;
  while (begin > 0 && is_ascii_alnum(folded[begin - 1])) --begin;
  const std::string unit = folded.substr(begin, slash - begin);
  if (!is_house_number(unit) || !is_ascii_digit(folded[slash + 1])) return {};
  folded.erase(begin, slash + 1 - begin);
  return unit;
}

}  // namespace

StreetAddress normalise_street(std::string_view text) {
  StreetAddress street;
  std::string folded = drop_apostrophes(fold(text));
  std::string slash_unit = take_slash_unit(folded);
  std::string marked;
  for (const char c : folded) {
    if (c == '#') {
      marked += " unit ";
    } else {
      marked += c;
    }
  }
  std::vector<std::string_view> pieces;
  split_words(marked, pieces);
  Words list(pieces.begin(), pieces.end());
  for (std::size_t i = 0; i + 2 < list.size(); ++i) {  // "p o box"
    if (list[i] == "p" && list[i + 1] == "o" && list[i + 2] == "box") {
      list[i] = "po";
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
  street.unit = take_unit(list);
  if (street.unit.empty()) street.unit = std::move(slash_unit);
  // The house number is the first number; an ordinal is a street's name.
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!is_house_number(list[i])) continue;
    street.number = list[i];
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
    break;
  }
  for (std::string& word : list) word = spell_out(word);
  street.name = join(list);
  return street;
}

std::string normalise_postal_code(std::string_view text) {
  std::string code = normalise_identifier(text);
  if (code.size() == 9 && all_digits(code)) code.resize(5);  // ZIP+4
  return code;
}

std::string normalise_identifier(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string_view> pieces;
  split_words(folded, pieces);
  std::string out;
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

std::string normalise_city(std::string_view text) {
  const std::string folded = drop_apostrophes(fold(text));
  std::vector<std::string_view> pieces;
  split_words(folded, pieces);
  std::string out;
  for (const std::string_view piece : pieces) {
    if (!out.empty()) out += ' ';
    out += piece == "st" || piece == "sankt" || piece == "ste" ? "saint"
           : piece == "mt"                                     ? "mount"
           : piece == "ft"                                     ? "fort"
                                                               : piece;
  }
  return out;
}

std::string normalise_region(std::string_view text, std::string_view country) {
  const std::string plain = join(words(text));
  const std::string_view name = tables::region_name(plain, country);
  return name.empty() ? plain : std::string(name);
}

std::string normalise_country(std::string_view text) {
  const std::string plain = join(words(text));
  const std::string_view code = tables::country_code(plain);
  return code.empty() ? plain : std::string(code);
}

}  // namespace galena::match
