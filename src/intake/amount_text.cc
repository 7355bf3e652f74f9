#include "intake/amount_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "galena/base/utf8.hpp"

namespace galena::detail {
namespace {

/// Signs of one currency only. "$", "kr" and the yen sign are of several: they say nothing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kSigns = {{{"US$", "USD"},
                                                                                   {"€", "EUR"},
                                                                                   {"£", "GBP"},
                                                                                   {"₹", "INR"},
                                                                                   {"₽", "RUB"},
                                                                                   {"zł", "PLN"},
                                                                                   {"₺", "TRY"},
                                                                                   {"₪", "ILS"},
                                                                                   {"₩", "KRW"},
                                                                                   {"R$", "BRL"}}};
constexpr std::array<std::string_view, 5> kSharedSigns = {"$", "¥", "kr.", "kr", "Fr."};

/// Powers of ten of suffixes.
constexpr std::array<std::pair<std::string_view, int>, 10> kSuffixes = {{{"tsd.", 3},
                                                                         {"tsd", 3},
                                                                         {"mio.", 6},
                                                                         {"mio", 6},
                                                                         {"mrd.", 9},
                                                                         {"mrd", 9},
                                                                         {"bn", 9},
                                                                         {"k", 3},
                                                                         {"m", 6},
                                                                         {"b", 9}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Spaces as numbers use them, among them the no-break and the narrow no-break space.
constexpr std::array<std::string_view, 4> kSpaces = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF"};
constexpr std::array<std::string_view, 2> kApostrophes = {"'", "\xE2\x80\x99"};

template <std::size_t N>
std::size_t starts_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

void trim(std::string_view& text) {
  for (const std::string_view space : kSpaces) {
    while (text.starts_with(space)) text.remove_prefix(space.size());
    while (text.ends_with(space)) text.remove_suffix(space.size());
  }
}

bool take_front(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  trim(text);
  return true;
}

bool take_back(std::string_view& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  trim(text);
  return true;
}

/// Takes a currency off either end.
Currency take_currency(std::string_view& text) {
  for (const auto& [sign, code] : kSigns) {
    if (take_front(text, sign) || take_back(text, sign)) return *Currency::parse(code);
  }
  for (const std::string_view sign : kSharedSigns) {
    if (take_front(text, sign) || take_back(text, sign)) return {};
  }
  constexpr std::size_t kCode = 3;
  if (text.size() <= kCode) return {};
  for (const bool front : {true, false}) {
    const auto code = front ? text.substr(0, kCode) : text.substr(text.size() - kCode);
    const auto currency = Currency::parse(code);
    const auto is_suffix = [&](const auto& suffix) { return suffix.first == fold_case(code); };
    if (!currency || std::any_of(kSuffixes.begin(), kSuffixes.end(), is_suffix)) continue;
    front ? take_front(text, code) : take_back(text, code);
    return *currency;
  }
  return {};
}

int take_suffix(std::string_view& text) {
  const std::string folded = fold_case(text);
  for (const auto& [suffix, power] : kSuffixes) {
    if (folded.size() != text.size() || !std::string_view(folded).ends_with(suffix)) continue;
    text.remove_suffix(suffix.size());
    trim(text);
    return power;
  }
  return 0;
}

bool take_sign(std::string_view& text) {
  if (take_front(text, "-") || take_front(text, "\xE2\x88\x92") || take_back(text, "-"))
    return true;
  take_front(text, "+");
  return false;
}

/// The separator of digit groups at the front of `text`; 0 when there is none.
std::size_t group_separator(std::string_view text, DecimalMark mark) {
  if (text.front() == (mark == DecimalMark::point ? ',' : '.')) return 1;
  if (const auto space = starts_with_any(text, kSpaces)) return space;
  return starts_with_any(text, kApostrophes);
}

/// Digits without group separators and with '.' before the decimals. Groups have three digits; two
/// are fine where another group follows, as in India ("1,00,000").
std::optional<std::string> plain_digits(std::string_view text, DecimalMark mark) {
  const char point = mark == DecimalMark::point ? '.' : ',';
  std::string digits;
  std::string_view separator;
  std::size_t group = 0;
  while (!text.empty() && text.front() != point) {
    if (is_digit(text.front())) {
      digits += text.front();
      ++group;
      text.remove_prefix(1);
      continue;
    }
    const std::size_t size = group_separator(text, mark);
    if (size == 0 || group == 0) return std::nullopt;
    if (!separator.empty() && separator != text.substr(0, size)) return std::nullopt;
    if (separator.empty() ? group > 3 : group != 3 && group != 2) return std::nullopt;
    separator = text.substr(0, size);
    text.remove_prefix(size);
    group = 0;
  }
  if (!separator.empty() && group != 3) return std::nullopt;
  if (text.empty()) return digits.empty() ? std::nullopt : std::optional(digits);
  digits += '.';
  text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    digits += c;
  }
  return digits;
}

std::optional<Decimal> scaled(Decimal number, int power) {
  const Decimal plain = number.normalized();
  if (plain.scale() >= power) return Decimal(plain.coefficient(), plain.scale() - power);
  const auto product = Decimal::multiply(plain, Decimal(kPowersOfTen[power]));
  return product ? std::optional(product->normalized()) : std::nullopt;
}

}  // namespace

std::optional<Money> parse_amount(std::string_view text, DecimalMark mark) {
  trim(text);
  bool negative = false;
  if (text.starts_with('(') && text.ends_with(')')) {
    negative = true;
    text = text.substr(1, text.size() - 2);
    trim(text);
  }
  const bool minus_first = take_sign(text);
  const Currency currency = take_currency(text);
  negative = negative || minus_first || take_sign(text);
  take_back(text, "%");
  const int power = take_suffix(text);
  const auto digits = plain_digits(text, mark);
  if (!digits) return std::nullopt;
  auto number = Decimal::parse(*digits);
  if (number && power > 0) number = scaled(*number, power);
  if (!number) return std::nullopt;
  if (negative) number = Decimal(-number->coefficient(), number->scale());
  return Money{*number, currency};
}

}  // namespace galena::detail
