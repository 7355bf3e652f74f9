// Postal codes, cities, regions, countries, identifiers.
#include <algorithm>
#include <iterator>

#include "galena/match/normalise.hpp"
#include "match/normal_form.hpp"
#include "match/placeholder.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// The words of a text with one space between, in memory of the thread.
std::string_view plain_words(std::string_view text) {
  WordList& words = thread_words();
  words.read(text, WordReading::words);
  return words.text();
}

std::string_view spell_out(std::string_view word) {
  if (word.size() == 2) {
    if (word == "st") return "saint";
    if (word == "mt") return "mount";
    if (word == "ft") return "fort";
  }
  return word == "sankt" || word == "ste" ? "saint" : word;
}

/// Letters and digits alone, folded.
void read_signs(std::string_view text, std::string& out) {
  out.clear();
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.clear();
      break;
    }
    if (is_ascii_alnum(c)) out += ascii_lower(c);
  }
  if (!out.empty()) return;
  WordList& words = thread_words();
  words.read(text, WordReading::names);
  for (std::size_t i = 0; i < words.size(); ++i) out += words[i];
}

/// Countries whose code stands in front of VAT numbers, or does not: those of the European Union
/// (Greece is EL), Great Britain, Northern Ireland, Norway and Switzerland.
constexpr std::string_view kVatCodes[] = {
    "at", "be", "bg", "ch", "cy", "cz", "de", "dk", "ee", "el", "es", "fi", "fr", "gb", "gr", "hr",
    "hu", "ie", "it", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk", "xi"};
static_assert(std::is_sorted(std::begin(kVatCodes), std::end(kVatCodes)));

}  // namespace

void read_identifier(std::string_view text, std::string& out) {
  constexpr std::size_t kFewestOfVat = 8;
  read_signs(text, out);
  const bool vat = out.size() >= 2 + kFewestOfVat && all_digits(std::string_view(out).substr(2)) &&
                   is_one_of(std::string_view(out).substr(0, 2), kVatCodes);
  if (vat) out.erase(0, 2);
  constexpr std::size_t kFewestOfFiller = 9;  // fewer may be a number of some row
  if (out.size() >= kFewestOfFiller && is_placeholder_number(out)) out.clear();
  // Spreadsheets take numbers for quantities and leave out the zeros in front.
  if (all_digits(out)) out.erase(0, std::min(out.find_first_not_of('0'), out.size() - 1));
}

void read_postal_code(std::string_view text, std::string& out) {
  read_signs(text, out);
  if (out.size() == 9 && all_digits(out)) out.resize(5);  // ZIP+4
}

void read_city(std::string_view text, WordList& words) {
  words.read(text, WordReading::names);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = spell_out(words[i]);
    if (word.data() != words[i].data()) words.replace(i, word);
  }
}

std::string normalise_postal_code(std::string_view text) {
  std::string code;
  read_postal_code(text, code);
  return code;
}

std::string normalise_identifier(std::string_view text) {
  std::string out;
  read_identifier(text, out);
  return out;
}

std::string normalise_city(std::string_view text) {
  read_city(text, thread_words());
  return std::string(thread_words().text());
}

std::string normalise_region(std::string_view text, std::string_view country) {
  const std::string code = country.empty() ? std::string() : normalise_country(country);
  const std::string_view plain = plain_words(text);
  const std::string_view name = tables::region_name(plain, code);
  return std::string(name.empty() ? plain : name);
}

Result<void> check_country(std::string_view country) {
  if (country.empty() || !tables::country_code(plain_words(country)).empty()) return {};
  return Problem{Code::invalid_argument, "unknown_country", "country",
                 "the country '" + std::string(excerpt(country)) + "' is unknown",
                 "use an ISO 3166 code such as \"DE\", or a country's name"};
}

std::string normalise_country(std::string_view text) {
  const std::string_view plain = plain_words(text);
  const std::string_view code = tables::country_code(plain);
  return std::string(code.empty() ? plain : code);
}

}  // namespace galena::match
