#include "generator/catalogue.hpp"

#include <algorithm>

#include "generator/tables/countries.hpp"
#include "generator/tables/free_mail.hpp"
#include "generator/tables/names.hpp"
#include "generator/tables/phrases.hpp"
#include "generator/tables/words.hpp"

namespace galena::examples::generator {

namespace {

struct Weighted {
  std::string_view text;
  std::uint32_t weight = 1;
};

// "word:5": the digits behind the last colon are the weight.
Weighted parse_weighted(std::string_view entry) {
  const std::size_t colon = entry.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == entry.size()) return {entry, 1};
  const std::string_view digits = entry.substr(colon + 1);
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return {entry, 1};
  }
  return {entry.substr(0, colon), parse_number(digits)};
}

struct LawPoint {
  std::uint64_t rank;
  std::uint64_t bearers;
};

std::vector<LawPoint> parse_law(std::string_view law) {
  std::vector<LawPoint> points;
  for (const auto part : split(law, ' ')) {
    const std::size_t colon = part.find(':');
    points.push_back({parse_number(part.substr(0, colon)), parse_number(part.substr(colon + 1))});
  }
  return points;
}

// Between two points 1/bearers is linear in the rank, as in Zipf's law.
std::uint32_t bearers_at(const std::vector<LawPoint>& law, std::uint64_t rank) {
  for (std::size_t i = 0; i + 1 < law.size(); ++i) {
    const auto [r1, f1] = law[i];
    const auto [r2, f2] = law[i + 1];
    if (rank < r1 || rank > r2) continue;
    return static_cast<std::uint32_t>(f1 * f2 * (r2 - r1) /
                                      (f2 * (r2 - r1) + (f1 - f2) * (rank - r1)));
  }
  return static_cast<std::uint32_t>(law.back().bearers);
}

std::string spaced(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

Choice read_names(const NameList& list) {
  Choice names;
  const auto law = parse_law(list.law);
  std::uint64_t rank = 0;
  for (const auto word : split(list.words, ' ')) names.add(spaced(word), bearers_at(law, ++rank));
  return names;
}

std::vector<std::string> read_words(std::string_view list, char separator) {
  const auto parts = split(list, separator);
  return {parts.begin(), parts.end()};
}

void read_sectors(std::string_view list, Language& language) {
  for (const auto entry : split(list, ',')) {
    const auto [text, weight] = parse_weighted(entry);
    const std::size_t slash = text.rfind('/');
    language.sectors.push_back(
        {std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))});
    language.sector_index.add(text, weight);
  }
}

void read_abbreviations(std::string_view list, Language& language) {
  for (const auto entry : split(list, ',')) {
    const auto [text, weight] = parse_weighted(entry);
    const std::size_t arrow = text.find('>');
    for (std::uint32_t i = 0; i < weight; ++i) {
      language.abbreviations.emplace_back(text.substr(0, arrow), text.substr(arrow + 1));
    }
  }
}

void read_phrases(const PhraseTable& table, Language& language) {
  for (const auto entry : split(table.nicknames, ' ')) {
    const std::size_t equals = entry.find('=');
    language.nicknames[std::string(entry.substr(0, equals))] =
        read_words(entry.substr(equals + 1), ',');
  }
  language.remarks = read_words(table.remarks, '|');
}

void set_habits(Language& language) {
  const std::string_view code = language.code;
  language.turkish = code == "tr";
  language.two_surnames = code == "es" || code == "pt";
  language.women_change_ending = code == "pl";
  language.folding = code == "de"                   ? Folding::kGerman
                     : code == "da" || code == "no" ? Folding::kNordic
                                                    : Folding::kStrip;
  language.given_name_joiner = code == "fr" || code == "de" || code == "sv" || code == "fi" ? "-"
                               : code == "es" || code == "tr" || code == "pt"               ? " "
                               : code == "zh"                                               ? ""
                                                                                            : ".";
}

Language read_language(const NameTable& names, const WordTable& words) {
  Language language;
  language.code = names.language;
  set_habits(language);
  language.surnames = read_names(names.surnames);
  language.male = read_names(names.male);
  language.female = read_names(names.female);
  language.stems = read_words(names.stems, ' ');
  language.endings = read_words(names.endings, ' ');
  read_sectors(words.sectors, language);
  language.adjectives = Choice(words.adjectives);
  language.nouns = Choice(words.nouns);
  language.company_patterns = Choice(words.companies);
  language.titles = Choice(words.titles);
  language.mister = Choice(words.mister);
  language.madam = Choice(words.madam);
  language.academic = Choice(words.academic);
  language.streets = Choice(words.streets);
  language.street_patterns = Choice(words.street_patterns);
  read_abbreviations(words.abbreviations, language);
  for (const auto& phrases : kPhrases) {
    if (phrases.language == language.code) read_phrases(phrases, language);
  }
  return language;
}

void read_city(std::string_view entry, Country& country) {
  auto parts = split(entry, '|');
  parts.resize(6);
  country.cities.push_back({std::string(parts[0]), std::string(parts[5]), std::string(parts[1]),
                            std::string(parts[2]), std::string(parts[3])});
  country.city_index.add(parts[0], parse_number(parts[4]));
}

void read_mobiles(std::string_view list, Country& country) {
  for (const auto entry : split(list, ',')) {
    const auto [text, weight] = parse_weighted(entry);
    const std::size_t bar = text.find('|');
    country.mobiles.push_back(
        {std::string(text.substr(0, bar)), std::string(text.substr(bar + 1))});
    country.mobile_index.add(text, weight);
  }
}

Country read_country(const CountryTable& table, const Catalogue& languages) {
  Country country;
  country.code = table.code;
  country.name = table.name;
  country.domain = table.domain;
  country.calling = table.calling;
  country.trunk = table.trunk;
  country.weight = table.weight;
  country.digits = table.digits;
  country.spellings = Choice(table.spellings);
  country.languages = Choice(table.languages);
  for (std::size_t i = 0; i < country.languages.size(); ++i) {
    country.language_of.push_back(languages.language(country.languages[i]));
  }
  read_mobiles(table.mobiles, country);
  country.phones = Choice(table.phones);
  country.legal_forms = Choice(table.legal_forms);
  country.town_endings = read_words(table.town_endings, ',');
  for (auto& ending : country.town_endings) {
    if (ending.size() > 1 && ending[0] == '_') ending[0] = ' ';
  }
  for (const auto entry : split(table.cities, ';')) read_city(entry, country);
  for (const auto& mail : kFreeMail) {
    if (mail.country == table.code) country.free_mail = Choice(mail.domains);
  }
  return country;
}

Catalogue read_catalogue() {
  const std::pair<const NameTable*, const WordTable*> languages[] = {
      {&kEnglishNames, &kEnglishWords},       {&kGermanNames, &kGermanWords},
      {&kFrenchNames, &kFrenchWords},         {&kSpanishNames, &kSpanishWords},
      {&kItalianNames, &kItalianWords},       {&kPolishNames, &kPolishWords},
      {&kTurkishNames, &kTurkishWords},       {&kIndianNames, &kIndianWords},
      {&kChineseNames, &kChineseWords},       {&kSwedishNames, &kSwedishWords},
      {&kDanishNames, &kDanishWords},         {&kNorwegianNames, &kNorwegianWords},
      {&kFinnishNames, &kFinnishWords},       {&kDutchNames, &kDutchWords},
      {&kPortugueseNames, &kPortugueseWords},
  };
  Catalogue all;
  for (const auto& [names, words] : languages) {
    all.languages.push_back(read_language(*names, *words));
  }
  const auto add = [&all](const auto& tables) {
    for (const auto& table : tables) all.countries.push_back(read_country(table, all));
  };
  add(kAmericanCountries);
  add(kBritishCountries);
  add(kGermanCountries);
  add(kWesternCountries);
  add(kEasternCountries);
  add(kNordicCountries);
  return all;
}

}  // namespace

Choice::Choice(std::string_view list) {
  for (const auto entry : split(list, ',')) {
    const auto [text, weight] = parse_weighted(entry);
    add(text, weight);
  }
}

void Choice::add(std::string_view text, std::uint32_t weight) {
  texts_.emplace_back(text);
  cumulative_.push_back(total() + weight);
}

std::uint32_t Choice::weight(std::size_t index) const {
  return cumulative_[index] - (index == 0 ? 0 : cumulative_[index - 1]);
}

// A binary search without branches: the numbers are random, so a branch would be guessed wrong.
std::size_t Choice::find(std::uint32_t number) const {
  std::size_t first = 0;
  for (std::size_t left = cumulative_.size(); left > 1;) {
    const std::size_t half = left / 2;
    first += cumulative_[first + half - 1] <= number ? half : 0;
    left -= half;
  }
  return first;
}

std::size_t Catalogue::language(std::string_view code) const {
  std::size_t index = 0;
  while (index < languages.size() && languages[index].code != code) ++index;
  return index;
}

const Catalogue& catalogue() {
  static const Catalogue all = read_catalogue();
  return all;
}

}  // namespace galena::examples::generator
