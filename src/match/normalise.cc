// normalise(): the normal form of a value of any kind.
#include "galena/match/normalise.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "galena/base/value.hpp"
#include "match/characters.hpp"
#include "match/mojibake.hpp"
#include "match/normal_form.hpp"
#include "match/placeholder.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

std::string plain_words(std::string_view text) {
  thread_words().read(text, WordReading::words);
  return std::string(thread_words().text());
}

/// A name that is nothing but titles and suffixes may lose another one at the second reading.
std::string normalise_full_name(std::string_view text) {
  std::string name(text);
  for (;;) {
    read_person_name(name, thread_words());
    if (thread_words().text() == name) return name;
    name = thread_words().text();
  }
}

std::string street_line(std::string_view text) {
  const StreetAddress street = normalise_street(text);
  std::string line = street.number;
  const auto append = [&](std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += ' ';
    line += part;
  };
  append(street.name);
  if (!street.unit.empty() && !street.unit.starts_with("box ")) append("unit");
  append(street.unit);
  return line;
}

std::string date_text(Kind kind, std::string_view text, DateOrder order) {
  const auto date = parse_calendar_date(text, order);
  if (!date) {
    const std::optional<int> year =
        kind == Kind::birth_date ? parse_birth_year(text) : std::nullopt;
    return year ? std::to_string(*year) : std::string();
  }
  if (!date->two_digit_year && is_placeholder_day(date->year, date->month, date->day)) return {};
  char out[16];
  const int size =
      std::snprintf(out, sizeof out, "%04d-%02d-%02d", full_year(*date), date->month, date->day);
  return {out, static_cast<std::size_t>(size)};
}

std::string number_text(std::string_view text) {
  const std::optional<double> number = read_number(text, true);
  return number ? number_to_text(*number) : std::string();
}

std::string built_in(Kind kind, std::string_view text, const NormaliseOptions& options) {
  if (is_placeholder(kind, text)) return {};
  if (may_be_mojibake(text)) {
    if (const std::string repaired = repair_mojibake(text); repaired != text)
      return built_in(kind, repaired, options);
  }
  switch (kind) {
    case Kind::full_name:
      return normalise_full_name(text);
    case Kind::first_name:
    case Kind::middle_name:
      return normalise_given_name(text);
    case Kind::last_name:
      return normalise_family_name(text);
    case Kind::name_suffix:
      return std::string(read_stated_suffix(text));
    case Kind::company:
      return normalise_company(text).name;
    case Kind::email:
      return normalise_email(text).address;
    case Kind::phone:
      return normalise_phone(text, options.country).e164();
    case Kind::website:
      return normalise_website(text);
    case Kind::street:
      return street_line(text);
    case Kind::city:
      return normalise_city(text);
    case Kind::region:
      return normalise_region(text, options.country);
    case Kind::postal_code:
      return normalise_postal_code(text);
    case Kind::country:
      return normalise_country(text);
    case Kind::birth_date:
    case Kind::date:
    case Kind::created:
      return date_text(kind, text, options.date_order);
    case Kind::identifier:
      return normalise_identifier(text);
    case Kind::number:
      return number_text(text);
    case Kind::house_number:
    case Kind::unit:
      read_unit(text, thread_words());
      return std::string(thread_words().text());
    case Kind::category:
    case Kind::text:
      return plain_words(text);
    case Kind::ignore:
      return {};
  }
  return {};
}

}  // namespace

namespace {

/// The sign that parts a number's decimals: the last one where there are both (1.200,50 and
/// 1,200.50); else a dot that is there once, or a comma that is and has not three digits behind it
/// (12,5).
char decimal_sign(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  const std::size_t comma = text.rfind(',');
  constexpr std::size_t kNone = std::string_view::npos;
  if (dot != kNone && comma != kNone) return dot > comma ? '.' : ',';
  if (dot != kNone) return text.find('.') == dot ? '.' : '\0';
  if (comma == kNone || text.find(',') != comma) return '\0';
  const std::string_view behind = text.substr(comma + 1);
  const std::size_t digits = std::min(behind.find_first_not_of("0123456789"), behind.size());
  return digits == 3 || digits == 0 ? '\0' : ',';
}

}  // namespace

std::optional<double> read_number(std::string_view text, bool whole) {
  if (!is_plain_ascii(text)) {
    const std::string digits = with_ascii_digits(text);
    if (digits != text) return read_number(digits, whole);
  }
  std::string plain;
  const char decimal = decimal_sign(text);
  for (const char c : text) {
    if (is_ascii_digit(c) || c == '-' || c == '+' || c == 'e' || c == 'E') plain += c;
    if (c == decimal) plain += '.';
  }
  double number = 0;
  const char* const begin = plain.data() + (plain.starts_with('+') ? 1 : 0);
  const char* const end = plain.data() + plain.size();
  const auto [at, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || !std::isfinite(number) || (whole && at != end)) return std::nullopt;
  return number;
}

std::string normalise(Kind kind, std::string_view text, const NormaliseOptions& options) {
  if (options.host.function == nullptr) return built_in(kind, text, options);
  std::string own;
  switch (options.host.function(options.host.host, kind, text, own)) {
    case HostForm::unchanged:
      return built_in(kind, text, options);
    case HostForm::rewritten:
      return built_in(kind, own, options);
    case HostForm::final:
      return own;
    case HostForm::failed:
      return {};
  }
  return own;
}

}  // namespace galena::match
