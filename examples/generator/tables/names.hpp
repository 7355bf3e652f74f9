#pragma once

// Tables of person names by language, as text that names.cc reads once.

#include <string_view>

namespace galena::examples::generator {

/// Words in order of frequency, and the law "rank:bearers of a million ..." between whose points
/// the frequency of every rank is interpolated.
struct NameList {
  std::string_view words;
  std::string_view law;
};

struct NameTable {
  std::string_view language;
  NameList surnames;
  NameList male;
  NameList female;
  std::string_view stems;    // of composed rare surnames
  std::string_view endings;  // of composed rare surnames
};

extern const NameTable kEnglishNames;
extern const NameTable kGermanNames;
extern const NameTable kFrenchNames;
extern const NameTable kSpanishNames;
extern const NameTable kItalianNames;
extern const NameTable kPolishNames;
extern const NameTable kTurkishNames;
extern const NameTable kIndianNames;
extern const NameTable kChineseNames;
extern const NameTable kSwedishNames;
extern const NameTable kDanishNames;
extern const NameTable kNorwegianNames;
extern const NameTable kFinnishNames;
extern const NameTable kDutchNames;
extern const NameTable kPortugueseNames;

}  // namespace galena::examples::generator
