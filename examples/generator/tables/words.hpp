#pragma once

// Words of companies, streets, titles and remarks by language, as text that catalogue.cc reads
// once. Lists are separated by commas; "word:5" is a word five times as likely as a plain one.

#include <string_view>

namespace galena::examples::generator {

struct WordTable {
  std::string_view language;
  std::string_view sectors;  // "Software/Technology": a word of trade and its industry
  std::string_view adjectives;
  std::string_view nouns;
  std::string_view companies;  // patterns: {S} {T} surnames, {F} first name, {C} coined word,
                               // {P} city, {I} sector, {A} adjective, {N} noun, {X} letters
  std::string_view titles;     // of a job; "man's/woman's" where they differ
  std::string_view mister;
  std::string_view madam;
  std::string_view academic;         // titles before a name
  std::string_view streets;          // names, as {N} in the patterns
  std::string_view street_patterns;  // {N} name, {S} surname, {#} house number
  std::string_view abbreviations;    // "Street>St": what hurried people write
};

extern const WordTable kEnglishWords;
extern const WordTable kGermanWords;
extern const WordTable kFrenchWords;
extern const WordTable kSpanishWords;
extern const WordTable kItalianWords;
extern const WordTable kPolishWords;
extern const WordTable kTurkishWords;
extern const WordTable kIndianWords;
extern const WordTable kChineseWords;
extern const WordTable kSwedishWords;
extern const WordTable kDanishWords;
extern const WordTable kNorwegianWords;
extern const WordTable kFinnishWords;
extern const WordTable kDutchWords;
extern const WordTable kPortugueseWords;

}  // namespace galena::examples::generator
