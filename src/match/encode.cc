// Normal forms of features.
#include <algorithm>
#include <chrono>
#include <cstring>

#include "galena/base/value.hpp"
#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/feature.hpp"
#include "match/hash.hpp"
#include "match/host_forms.hpp"
#include "match/mojibake.hpp"
#include "match/normal_form.hpp"
#include "match/placeholder.hpp"
#include "match/sketch.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {

void split_spaces(std::size_t begin, std::size_t end, Encoded& out) {
  const std::string_view text = std::string_view(out.text).substr(0, end);
  while (begin < end) {
    const std::size_t space = std::min(text.find(' ', begin), end);
    if (space != begin) out.tokens.push_back(text.substr(begin, space - begin));
    begin = space + 1;
  }
}

namespace {

void take(const WordList& words, Encoded& out) {
  out.text = words.text();
  const std::string_view text = out.text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const auto begin = static_cast<std::size_t>(word.data() - words.front().data());
    out.tokens.push_back(text.substr(begin, word.size()));
  }
}

std::uint64_t phonetic_hash(std::string_view word) {
  const std::string code = double_metaphone(word).primary;
  return code.empty() ? 0 : hash_text(code, 1);
}

/// Numbers of the formal names as bits: two names whose sets do not meet are no short forms.
std::uint64_t nickname_mask(std::string_view name) {
  std::uint64_t mask = 0;
  for (const std::uint16_t number : tables::formal_names(name))
    mask |= std::uint64_t{1} << number % 64;
  return mask;
}

void read_given(std::string_view raw, Encoded& out) {
  WordList& words = thread_words();
  read_given_name(raw, words);
  take(words, out);
}

void describe_given(Encoded& out) {
  out.first = nickname_mask(out.tokens[0]);
  out.second = phonetic_hash(out.tokens[0]);
  out.built_in_frequency = tables::given_name_per_million(out.text) * 1e-6;
}

void read_family(std::string_view raw, Encoded& out) {
  WordList& words = thread_words();
  read_family_name(raw, words);
  take(words, out);
}

void describe_family(Encoded& out) {
  thread_local std::string joined;
  joined.clear();
  for (const std::string_view token : out.tokens) {
    joined += token;
    out.token_frequencies.push_back(tables::surname_per_million(token) * 1e-6);
  }
  out.second = phonetic_hash(joined);
  out.built_in_frequency = tables::surname_per_million(out.text) * 1e-6;
}

double frequency_of_given(std::string_view name) {
  const std::uint32_t per_million = tables::given_name_per_million(name);
  return per_million == 0 ? 1e-4 : per_million * 1e-6;
}
double frequency_of_family(std::string_view name) {
  const std::uint32_t per_million = tables::surname_per_million(name);
  return per_million == 0 ? 3e-5 : per_million * 1e-6;
}

/// A full name from its own column, else put together from its parts (given, middle, family).
void read_full_name(RawParts raw, Encoded& out) {
  std::string full;
  std::string_view name = raw[0];
  if (trim(name).empty()) {
    for (std::size_t i = 1; i < raw.size(); ++i) full.append(" ").append(raw[i]);
    name = full;
  }
  WordList& words = thread_words();
  read_person_name(name, words);
  take(words, out);
}

/// From the text alone: "Garcia Lopez, Maria" and "Maria Garcia Lopez" are one value.
void describe_full_name(Encoded& out) {
  out.second = hash_text(out.tokens.back(), 1);
  out.built_in_frequency = frequency_of_family(out.tokens.back());
  if (out.tokens.size() > 1) out.built_in_frequency *= frequency_of_given(out.tokens.front());
  for (const std::string_view token : out.tokens) {
    out.token_frequencies.push_back(
        token.size() == 1 ? 0.05 : std::max(frequency_of_given(token), frequency_of_family(token)));
  }
}

void read_words(std::string_view raw, Encoded& out) {
  WordList& words = thread_words();
  words.read(raw, WordReading::words);
  take(words, out);
}

void read_company_name(std::string_view raw, Encoded& out) {
  WordList& words = thread_words();
  read_company(raw, words);
  take(words, out);
}

void describe_company(Encoded& out) {
  thread_local std::string joined;
  thread_local std::string initials;
  joined.clear();
  initials.clear();
  for (const std::string_view token : out.tokens) {
    joined += token;
    initials += first_letters(token, 1);
    out.token_frequencies.push_back(tables::is_common_company_word(token) ? 0.01 : 0);
  }
  out.sketch = company_sketch(out.tokens, out.token_frequencies);
  out.first = hash_text(joined);
  out.second = initials.size() >= 3 ? hash_text(initials) : 0;
}

void encode_email(std::string_view raw, Encoded& out) {
  thread_local EmailReader email;
  email.read(raw);
  out.text = email.address;
  out.first = email.mailbox.size() >= 4 && !email.role ? hash_text(email.mailbox) : 0;
  out.second = email.registrable.empty() ? 0 : hash_text(email.registrable);
  if (email.role) out.flags |= kRoleMailbox;
  if (email.free_mail) out.flags |= kFreeMail;
}

void encode_phone(std::string_view raw, Encoded& out) {
  thread_local PhoneReader phone;
  phone.read(raw, {});
  const std::string_view digits = phone.national;
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos || digits.size() - first < 5) return;
  out.text = digits.substr(first);
}

void encode_website(std::string_view raw, Encoded& out) {
  thread_local std::string folded;
  out.text = read_website(raw, folded);
}

void encode_street(RawParts raw, Encoded& out) {
  thread_local StreetBuffers street;
  thread_local std::string line;
  line.clear();
  // A house number in a column of its own stands in front, as in "12 Main Street".
  if (raw.size() > 1 && !raw[1].empty()) line.append(raw[1]).append(" ");
  line += raw[0];
  read_street(line, street);
  if (street.number.empty() && street.words.empty() && street.unit.empty()) return;
  out.text.append(street.number).append(" ").append(street.words.text());
  const std::size_t end = out.text.size();
  if (!street.unit.empty()) out.text.append(" unit ").append(street.unit);
  split_spaces(street.number.size() + 1, end, out);
  out.first = street.number.empty() ? 0 : hash_text(street.number);
  out.second = street.unit.empty() ? 0 : hash_text(street.unit);
}

std::int64_t days_of(const CalendarDate& date) {
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  return std::chrono::sys_days(day).time_since_epoch().count();
}

/// A year alone: month and day are 0.
void encode_birth_year(std::string_view raw, Encoded& out) {
  const std::optional<int> year = parse_birth_year(raw);
  if (!year) return;
  out.text = std::to_string(*year);
  out.first = static_cast<std::uint64_t>(*year) * 10000;
}

void encode_date(std::string_view raw, DateOrder order, Encoded& out) {
  const auto date = parse_calendar_date(raw, order);
  if (!date || (!date->two_digit_year && is_placeholder_day(date->year, date->month, date->day)))
    return;
  char text[16];
  const int size =
      std::snprintf(text, sizeof text, date->two_digit_year ? "%02d%02d%02d" : "%04d%02d%02d",
                    date->year, date->month, date->day);
  out.text.assign(text, static_cast<std::size_t>(size));
  out.first = static_cast<std::uint64_t>(date->year * 10000 + date->month * 100 + date->day);
  out.second = static_cast<std::uint64_t>(days_of(*date));
  if (date->two_digit_year) out.flags |= kShortYear;
}

void encode_number(std::string_view raw, Encoded& out) {
  const std::optional<double> number = read_number(raw, false);
  if (!number) return;
  out.text = number_to_text(*number);
  std::memcpy(&out.first, &*number, sizeof *number);
}

/// The parts of a value, blank where they stand for nothing ("unknown").
RawParts without_placeholders(Comparison comparison, RawParts raw) {
  const auto kind = [comparison] {
    switch (comparison) {
      case Comparison::email:
      case Comparison::phone:
      case Comparison::website:
      case Comparison::postal_code:
      case Comparison::birth_date:
      case Comparison::date:
      case Comparison::number:
      case Comparison::name_suffix:
        return Kind::ignore;  // their readers take no such words
      case Comparison::street:
        return Kind::street;
      case Comparison::identifier:
        return Kind::identifier;
      case Comparison::text:
        return Kind::text;
      default:
        return Kind::full_name;
    }
  }();
  const auto is_nothing = [kind](std::string_view part) { return is_placeholder(kind, part); };
  if (kind == Kind::ignore || std::none_of(raw.begin(), raw.end(), is_nothing)) return raw;
  thread_local std::vector<std::string_view> parts;
  parts.assign(raw.begin(), raw.end());
  std::replace_if(parts.begin(), parts.end(), is_nothing, std::string_view());
  return parts;
}

}  // namespace

void encode_text(Comparison comparison, RawParts raw, DateOrder order, Encoded& out) {
  out.clear();
  if (comparison >= kRawText) {
    if (comparison != kRawText) return encode_host_text(comparison, raw, order, out);
    out.text = trim(raw[0]);
    return;
  }
  raw = without_placeholders(comparison, repair_mojibake(raw));
  const std::string_view text = raw[0];
  switch (comparison) {
    case Comparison::full_name:
      read_full_name(raw, out);
      break;
    case Comparison::first_name:
    case Comparison::middle_name:
      read_given(text, out);
      break;
    case Comparison::last_name:
      read_family(text, out);
      break;
    case Comparison::name_suffix:
      out.text = read_stated_suffix(text);
      for (const std::string_view part : raw.subspan(1)) {
        if (out.text.empty()) out.text = read_generational_suffix(part);
      }
      break;
    case Comparison::company:
      read_company_name(text, out);
      break;
    case Comparison::email:
      encode_email(text, out);
      break;
    case Comparison::phone:
      encode_phone(text, out);
      break;
    case Comparison::website:
      encode_website(text, out);
      break;
    case Comparison::street:
      encode_street(raw, out);
      break;
    case Comparison::unit:
      read_unit(text, thread_words());
      take(thread_words(), out);
      break;
    case Comparison::text:
      read_words(text, out);
      break;
    case Comparison::city:
      read_city(text, thread_words());
      out.text = thread_words().text();
      break;
    case Comparison::region:
      out.text = normalise_region(text);
      break;
    case Comparison::postal_code:
      read_postal_code(text, out.text);
      break;
    case Comparison::country:
      out.text = normalise_country(text);
      break;
    case Comparison::birth_date:
    case Comparison::date:
      encode_date(text, order, out);
      if (out.text.empty() && comparison == Comparison::birth_date) encode_birth_year(text, out);
      break;
    case Comparison::identifier:
      read_identifier(text, out.text);
      break;
    case Comparison::category:
      thread_words().read(text, WordReading::words);
      out.text = thread_words().text();
      break;
    case Comparison::number:
      encode_number(text, out);
      break;
  }
}

void encode_details(Comparison comparison, Encoded& out) {
  if (out.text.empty()) return;
  if (is_plain_ascii(out.text)) out.flags |= kAscii;
  switch (without_host_form(comparison)) {
    case Comparison::full_name:
      return describe_full_name(out);
    case Comparison::first_name:
    case Comparison::middle_name:
      return describe_given(out);
    case Comparison::last_name:
      return describe_family(out);
    case Comparison::company:
      return describe_company(out);
    default:
      return;
  }
}

void encode(Comparison comparison, RawParts raw, DateOrder order, Encoded& out) {
  encode_text(comparison, raw, order, out);
  encode_details(comparison, out);
}

FrequencyRule frequency_rule(Comparison comparison, bool alone) {
  switch (comparison) {
    case Comparison::full_name:
      return {500, 3e-5, 1e-8, true, false, true};
    case Comparison::first_name:
      return {500, 1e-4, 2e-5};
    case Comparison::middle_name:
      return {500, 1e-3, 2e-4};
    case Comparison::last_name:
      return {500, 3e-5, 5e-6, true};
    case Comparison::name_suffix:
      return {100, 0.3, 0.1};
    case Comparison::company:
      return {500, 2e-5, 2e-6};
    // A mailbox has one holder; what several people do share shows in its count or is a relation's.
    case Comparison::email:
      return {10, 1e-10, 1e-10};
    case Comparison::phone:
      return {1000, 1e-6, 1e-9};
    case Comparison::website:
      return {1000, 1e-5, 1e-6};
    case Comparison::street:
      return {500, 1e-5, 1e-6};
    case Comparison::unit:
      return {200, 1e-2, 1e-3};
    case Comparison::city:
      return {200, 1e-3, 5e-5};
    case Comparison::region:
      return {100, 2e-2, 1e-3};
    case Comparison::postal_code:
      return {200, 5e-4, 2e-5};
    case Comparison::country:
      return {100, 5e-2, 5e-3};
    case Comparison::birth_date:
      return {1000, 4e-5, 2e-5};
    case Comparison::date:
      return {100, 1e-2, 1e-3};
    case Comparison::identifier:
      return {500, 1e-5, 1e-9};
    case Comparison::category:
      return {100, 5e-2, 5e-3};
    case Comparison::number:
      return {100, 1e-2, 1e-3};
    case Comparison::text:
      // Beside other columns equal texts may be a phrase (a job title); of texts alone equal ones
      // are what is looked for.
      return {200, 1e-4, alone ? 1e-10 : 1e-7, true, true, alone};
  }
  return {};
}

}  // namespace galena::match
