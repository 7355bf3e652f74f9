#include "match/value_looks.hpp"

#include "galena/match/normalise.hpp"
#include "match/characters.hpp"
#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// "O'Brien" and "D'Angelo" are no "Joe's".
bool has_possessive(const std::string& text) {
  const std::size_t at = text.find('\'');
  return at != std::string::npos && at >= 2 && text[at - 1] != ' ' && text[at - 2] != ' ';
}

bool is_business_word(const std::string& word) {
  return word.size() >= 3 && tables::is_common_company_word(word) &&
         !tables::person_word(word).particle && tables::given_name_per_million(word) == 0 &&
         tables::surname_per_million(word) == 0;
}

/// Bytes of the longest run of letters.
std::size_t longest_letters(const std::string& text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (static_cast<unsigned char>(c) & 0x80U) != 0;
    run = letter ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool is_known_given(const std::string& name) {
  return tables::given_name_per_million(name) > 0 || !tables::formal_names(name).empty();
}

}  // namespace

bool looks_like_email(const std::string& text) {
  const EmailAddress email = normalise_email(text);
  return !email.address.empty() && !email.registrable.empty();
}

bool looks_like_phone(const std::string& text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  const bool phone_characters = text.find_first_not_of("0123456789 +()-/.x") == std::string::npos;
  const bool formatted = text.find_first_of("+()-/. ") != std::string::npos;
  return digits >= 7 && digits <= 15 && phone_characters && formatted &&
         !parse_calendar_date(text).has_value();
}

bool looks_like_website(const std::string& text) {
  return text.find(' ') == std::string::npos && text.find('@') == std::string::npos &&
         (text.starts_with("http") || text.starts_with("www.")) && !normalise_website(text).empty();
}

bool looks_like_date(const std::string& text) {
  // "12 May 2001", "1990年5月12日"
  return (text.find_first_of("-/. ") != std::string::npos || !is_plain_ascii(text)) &&
         parse_calendar_date(text).has_value();
}

bool looks_like_birth(const std::string& text) {
  if (parse_calendar_date(text)) return true;
  const std::optional<int> year = parse_birth_year(text);
  return year && *year >= 1500 && *year <= 2100;
}

bool looks_like_house_number(const std::string& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits >= 1 && digits <= 5 && text.size() <= digits + 6;
}

bool looks_like_person(const std::string& text) {
  if (has_digit(text) || text.find('&') != std::string::npos) return false;
  const PersonName name = parse_person_name(text);
  if (name.given.empty() || name.family.empty()) return false;
  const bool family = tables::surname_per_million(name.family) > 0;
  return is_known_given(name.given) && (family || name.family.find(' ') == std::string::npos);
}

bool is_surely_person(const std::string& text) {
  const PersonName name = parse_person_name(text);
  return looks_like_person(text) && tables::surname_per_million(name.family) > 0 &&
         !parse_calendar_date(text + " 1 2001").has_value();
}

bool is_given_name(const std::string& text) {
  const std::string name = normalise_given_name(text);
  return name.size() > 1 && name.find(' ') == std::string::npos && is_known_given(name);
}

bool is_family_name(const std::string& text) {
  const std::string name = normalise_family_name(text);
  return name.find(' ') == std::string::npos && tables::surname_per_million(name) > 0;
}

bool has_legal_form(const std::string& text) { return !normalise_company(text).legal_form.empty(); }

bool looks_like_company(const std::string& text) {
  if (has_digit(text) || has_legal_form(text) || has_possessive(text)) return true;
  const std::vector<std::string> all = words(text);
  return text.find('&') != std::string::npos ||
         std::any_of(all.begin(), all.end(), is_business_word);
}

bool is_number(const std::string& text) {
  // "EUR 12", but not "Laugavegur 12".
  constexpr std::size_t kLongestUnit = 3;
  return longest_letters(text) <= kLongestUnit && read_number(text, true).has_value();
}

bool looks_like_code(const std::string& text) {
  constexpr std::ptrdiff_t kFewestDigits = 5;
  constexpr std::size_t kShortest = 6;
  const auto digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  const bool one_word = text.find_first_of(" \t:,@") == std::string::npos;
  return one_word && text.size() >= kShortest && digits >= kFewestDigits &&
         static_cast<std::size_t>(digits) * 2 >= text.size() && !looks_like_date(text);
}

}  // namespace galena::match
