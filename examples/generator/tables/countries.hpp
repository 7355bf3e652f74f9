#pragma once

// Tables of countries: cities with regions, postal codes and dialling codes, how telephone numbers
// are written, legal forms. Text that catalogue.cc reads once; lists as in words.hpp.

#include <cstdint>
#include <string_view>

namespace galena::examples::generator {

struct CountryTable {
  std::string_view code;       // ISO 3166-1
  std::string_view name;       // English
  std::string_view spellings;  // as people write it, by frequency
  std::string_view domain;     // top level
  std::uint32_t weight;        // share of companies in a mixed list, per mille
  std::string_view languages;  // of companies and most persons first: "de:86,tr:6"
  std::string_view calling;    // international prefix
  std::string_view trunk;      // prefix inside the country
  std::uint32_t digits;        // of a land line with its area code
  std::string_view mobiles;    // patterns "15#|########": network code and number
  std::string_view phones;     // spellings: {c} calling code, {t} trunk, {a} area, {s} number,
                               // {b}-{e} its base and extension; the number in groups with what
                               // stands between: {2 } pairs, {3-} threes, {4 } fours, {7 } 3-2-2
  std::string_view legal_forms;
  std::string_view town_endings;  // of small towns, after a stem of the first language; "_" first
                                  // is a space
  std::string_view cities;        // "City|Region|postal|area|weight|other name", by ";";
                                  // # stands for a digit, @ for a letter
};

extern const CountryTable kAmericanCountries[4];  // US, CA, MX, BR
extern const CountryTable kBritishCountries[2];   // GB, AU
extern const CountryTable kGermanCountries[3];    // DE, AT, CH
extern const CountryTable kWesternCountries[6];   // FR, BE, NL, ES, PT, IT
extern const CountryTable kEasternCountries[4];   // PL, TR, IN, CN
extern const CountryTable kNordicCountries[4];    // SE, DK, NO, FI

}  // namespace galena::examples::generator
