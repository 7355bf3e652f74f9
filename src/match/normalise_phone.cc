// Telephone numbers.
#include <algorithm>
#include <array>
#include <cstdint>

#include "galena/match/normalise.hpp"
#include "match/normal_form.hpp"
#include "match/placeholder.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/word_list.hpp"

namespace galena::match {

namespace {

/// Where "…ext. 12", "…x12", "…#12" has its extension: at the first mark after the digits of a
/// number ("Tel/Fax: 030 ..." has none before its x) and with digits after it.
std::size_t extension_start(std::string_view text) {
  constexpr std::string_view kMarks[] = {"extension", "durchwahl", "poste", "interno", "anexo",
                                         "ramal",     "ext",       "dw",    "#",       "x"};
  constexpr std::ptrdiff_t kFewestDigits = 5;
  const bool marked =
      std::any_of(text.begin(), text.end(), [](char c) { return c == '#' || is_ascii_letter(c); });
  if (!marked) return std::string_view::npos;
  std::size_t first = std::string_view::npos;
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = text.find(mark); at < first; at = text.find(mark, at + 1)) {
      const std::string_view before = text.substr(0, at);
      if (std::count_if(before.begin(), before.end(), is_ascii_digit) < kFewestDigits) continue;
      if (has_digit(text.substr(at))) first = at;
      break;
    }
  }
  return first;
}

void append_digits(std::string& digits, std::string_view text) {
  const std::size_t begin = digits.size();
  digits.resize(begin + text.size());
  char* out = digits.data() + begin;
  for (const char c : text) {
    *out = c;
    out += is_ascii_digit(c) ? 1 : 0;
  }
  digits.resize(static_cast<std::size_t>(out - digits.data()));
}

bool keeps_zero(std::string_view country) {
  const tables::PhonePlan* const plan = tables::phone_plan(country);
  return plan != nullptr && plan->keeps_zero;
}

/// The digits of a number that may carry its country code. There a trunk prefix is only what is
/// written as "(0)".
void read_digits(std::string_view number, std::string& digits) {
  digits.clear();
  for (const std::string_view mark : {"(0)", "[0]"}) {
    const std::size_t at = number.find(mark);
    if (at == std::string_view::npos) continue;
    append_digits(digits, number.substr(0, at));
    // What is before it is the country code, with or without 00.
    std::string_view code = digits;
    if (code.starts_with("00")) code.remove_prefix(2);
    if (!code.empty() && !keeps_zero(code)) {
      number.remove_prefix(at + mark.size());
      break;
    }
    digits.clear();
  }
  append_digits(digits, number);
}

/// Takes away a prefix other than 0 that is dialled before a national number (8 in Russia, 1 in
/// North America), where the number is too long with it and right without.
void drop_known_prefix(const tables::PhonePlan& plan, std::string_view& national) {
  if (national.size() <= plan.most) return;
  for (const std::string_view prefix : plan.prefixes) {
    const std::size_t left = national.size() - std::min(national.size(), prefix.size());
    if (!national.starts_with(prefix) || left < plan.fewest || left > plan.most) continue;
    national.remove_prefix(prefix.size());
    return;
  }
}

/// Takes away what is dialled before the area code inside a country.
void drop_trunk_prefix(std::string_view& digits, std::string_view country) {
  const tables::PhonePlan* const plan = tables::phone_plan(country);
  if (plan != nullptr) {
    if (plan->keeps_zero || country == "1") return;
    drop_known_prefix(*plan, digits);
  }
  // Without a country nobody can tell an access code from a trunk prefix: no zero stays in front.
  while (digits.size() > 6 && digits[0] == '0') {
    digits.remove_prefix(1);
    if (!country.empty()) break;
  }
  if (plan != nullptr) drop_known_prefix(*plan, digits);
}

/// Takes away the sign or access code that says a country code follows; false when there is none.
bool drop_access_code(bool plus, std::string_view& digits) {
  if (plus) return true;
  if (digits.starts_with("00") && digits.size() > 9) {
    digits.remove_prefix(2);
    return true;
  }
  if (digits.starts_with("011") && digits.size() > 11) {
    digits.remove_prefix(3);
    return true;
  }
  return false;
}

/// Eleven digits from 1 on are a North American number with its country code, but where national
/// numbers have as many.
bool is_north_american(std::string_view digits, std::string_view country) {
  if (digits.size() != 11 || digits[0] != '1') return false;
  const tables::PhonePlan* const plan = tables::phone_plan(country);
  return country.empty() || country == "1" || (plan != nullptr && plan->most < 11);
}

/// "48 601 234 567" in Poland: the code of the country in front of a number that is complete
/// without it, and too long with it.
void drop_own_code(std::string_view& digits, std::string_view country) {
  const tables::PhonePlan* const plan = tables::phone_plan(country);
  if (plan == nullptr || country == "1" || !digits.starts_with(country)) return;
  const std::size_t left = digits.size() - country.size();
  if (digits.size() > plan->most && left >= plan->fewest && left <= plan->most) {
    digits.remove_prefix(country.size());
  }
}

/// The first number of a cell that has several: "030 1234567; 0171 7654321". A slash and a comma
/// may stand within one number, which has no more than 15 digits (E.164) and an access code of
/// three.
std::string_view first_number(std::string_view text) {
  constexpr std::ptrdiff_t kFewest = 7;
  constexpr std::ptrdiff_t kMostOfOne = 18;
  constexpr std::string_view kSigns = ";|\r\n,/";
  const std::ptrdiff_t digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  std::ptrdiff_t before = 0;
  for (std::size_t i = 0; i < text.size() && digits - before >= kFewest; ++i) {
    if (is_ascii_digit(text[i])) ++before;
    if (before < kFewest || kSigns.find(text[i]) == std::string_view::npos) continue;
    const bool may_be_within = text[i] == ',' || text[i] == '/';
    if (digits - before >= kFewest && (!may_be_within || digits > kMostOfOne))
      return text.substr(0, i);
  }
  return text;
}

/// What a byte may be in a number that is read at one go.
enum PhoneByte : unsigned { kBetween = 0, kDigit = 1, kPlus = 2, kOpen = 4, kNotPlain = 8 };
constexpr std::array<std::uint8_t, 256> kPhoneBytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(static_cast<unsigned char>(i));
    const bool marks =
        is_ascii_letter(c) || std::string_view("#[;|\r\n,/").find(c) != std::string_view::npos;
    bytes[i] = i >= 0x80 || marks  ? kNotPlain
               : is_ascii_digit(c) ? kDigit
               : c == '+'          ? kPlus
               : c == '('          ? kOpen
                                   : kBetween;
  }
  return bytes;
}();

}  // namespace

bool PhoneReader::read_plain(std::string_view text) {
  if (text.size() > plain_.size()) return false;
  unsigned any = 0;
  std::size_t size = 0;
  for (const char c : text) {
    const unsigned byte = kPhoneBytes[static_cast<unsigned char>(c)];
    any |= byte;
    plain_[size] = c;
    size += byte & kDigit;
  }
  if ((any & kNotPlain) != 0) return false;
  plus_ = (any & kPlus) != 0;
  if (plus_ && text.rfind('+') != 0) return false;
  if ((any & kOpen) != 0 && text.find("(0)") != std::string_view::npos) return false;
  national = {plain_.data(), size};
  return true;
}

void PhoneReader::read_any(std::string_view text) {
  folded_.clear();
  fold_to(folded_, excerpt(text, kLongestValue));
  const std::string_view folded = first_number(folded_);
  const std::size_t mark = extension_start(folded);
  if (mark != std::string::npos) append_digits(extension, folded.substr(mark));
  const std::string_view number = folded.substr(0, mark);
  const std::size_t first = number.find_first_of("+0123456789");
  plus_ = first != std::string_view::npos && number[first] == '+';
  read_digits(number, digits_);
  national = digits_;
}

void PhoneReader::read(std::string_view text, std::string_view default_country) {
  extension.clear();
  country = {};
  const std::string_view trimmed = trim(text);
  if (!read_plain(trimmed)) read_any(trimmed);
  const bool international = drop_access_code(plus_, national);
  if (international) country = tables::calling_code_of(national);
  if (!country.empty()) {
    national.remove_prefix(country.size());
    if (const auto* const plan = tables::phone_plan(country)) drop_known_prefix(*plan, national);
  } else {
    // A country code that does not exist leaves the country open.
    if (!international) country = tables::calling_code(default_country);
    const bool as_written = is_north_american(national, country);
    if (!as_written) {
      drop_own_code(national, country);
      drop_trunk_prefix(national, country);
    }
    if (as_written || (country.empty() && is_north_american(national, country))) {
      country = "1";
      national.remove_prefix(1);
    }
  }
  const bool nothing = national.find_first_not_of('0') == std::string::npos;
  if (nothing || is_placeholder_number(national)) national = country = {};
}

PhoneNumber normalise_phone(std::string_view text, std::string_view default_country) {
  thread_local PhoneReader reader;
  reader.read(text, default_country.empty() ? std::string() : normalise_country(default_country));
  return {.national = std::string(reader.national),
          .country = std::string(reader.country),
          .extension = reader.extension};
}

}  // namespace galena::match
