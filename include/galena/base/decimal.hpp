// Decimal: an exact decimal number, coefficient x 10^-scale, and Money: a Decimal with a currency.
//
//   Decimal::parse("12.50")  == Decimal{125, 1}     // equal by value
//   Money{*Decimal::parse("10.30"), *Currency::parse("EUR")}
//
// 18 significant digits (every amount of any currency up to 10^15 with three decimals). Arithmetic
// that does not fit is reported, never rounded silently; rounding is asked for by name.
#pragma once

#include <array>
#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galena {

namespace detail {

__extension__ using Int128 = __int128;

constexpr std::int64_t kPowersOfTen[] = {1,
                                         10,
                                         100,
                                         1000,
                                         10000,
                                         100000,
                                         1000000,
                                         10000000,
                                         100000000,
                                         1000000000,
                                         10000000000,
                                         100000000000,
                                         1000000000000,
                                         10000000000000,
                                         100000000000000,
                                         1000000000000000,
                                         10000000000000000,
                                         100000000000000000,
                                         1000000000000000000};

constexpr std::optional<std::int64_t> narrow(Int128 wide) {
  if (wide > INT64_MAX || wide < INT64_MIN) return std::nullopt;
  return static_cast<std::int64_t>(wide);
}

}  // namespace detail

/// An exact decimal number. Comparison is by value: 1.50 == 1.5. Plain value, any thread.
class Decimal {
 public:
  static constexpr int kMaxScale = 18;

  constexpr Decimal() = default;
  /// coefficient x 10^-scale; scale 0..18.
  constexpr Decimal(std::int64_t coefficient, int scale)
      : coefficient_(coefficient), scale_(static_cast<std::uint8_t>(scale)) {}
  constexpr explicit Decimal(std::int64_t whole) : coefficient_(whole) {}

  [[nodiscard]] constexpr std::int64_t coefficient() const { return coefficient_; }
  [[nodiscard]] constexpr int scale() const { return scale_; }

  /// Reads "[+-]digits[.digits]"; nothing else, and nothing that needs more than 18 decimals or
  /// does not fit 63 bits. Neither exponent nor grouping nor white space is accepted.
  [[nodiscard]] static constexpr std::optional<Decimal> parse(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    detail::Int128 coefficient = 0;
    int scale = 0;
    bool point = false;
    bool digit = false;
    for (const char c : text) {
      if (c == '.' && !point) {
        point = true;
        continue;
      }
      if (c < '0' || c > '9') return std::nullopt;
      digit = true;
      coefficient = coefficient * 10 + (c - '0');
      if (point && ++scale > kMaxScale) return std::nullopt;
      if (coefficient > INT64_MAX) return std::nullopt;
    }
    if (!digit || text.back() == '.') return std::nullopt;
    return Decimal(static_cast<std::int64_t>(negative ? -coefficient : coefficient), scale);
  }

  /// Canonical text with exactly scale() decimals, such as "12.50".
  [[nodiscard]] std::string to_text() const {
    char digits[24];
    const bool negative = coefficient_ < 0;
    const std::uint64_t magnitude =
        negative ? 0 - static_cast<std::uint64_t>(coefficient_) : static_cast<std::uint64_t>(coefficient_);
    const auto end = std::to_chars(digits, digits + sizeof digits, magnitude).ptr;
    std::string text(digits, end);
    if (scale_ > 0) {
      if (text.size() <= scale_) text.insert(0, scale_ + 1U - text.size(), '0');
      text.insert(text.size() - scale_, 1, '.');
    }
    if (negative) text.insert(0, 1, '-');
    return text;
  }

  /// The nearest double (exact for up to 15 digits).
  [[nodiscard]] constexpr double to_double() const {
    return static_cast<double>(coefficient_) / static_cast<double>(detail::kPowersOfTen[scale_]);
  }

  /// The same value without trailing zeros in its decimals: 1.50 -> 1.5.
  [[nodiscard]] constexpr Decimal normalized() const {
    Decimal result = *this;
    while (result.scale_ > 0 && result.coefficient_ % 10 == 0) {
      result.coefficient_ /= 10;
      --result.scale_;
    }
    return result;
  }

  /// The value with `scale` decimals, half-even; nothing when it does not fit.
  [[nodiscard]] constexpr std::optional<Decimal> rounded(int scale) const {
    if (scale < 0 || scale > kMaxScale) return std::nullopt;
    if (scale >= scale_) {
      const auto wide = static_cast<detail::Int128>(coefficient_) * detail::kPowersOfTen[scale - scale_];
      const auto narrow = detail::narrow(wide);
      return narrow ? std::optional(Decimal(*narrow, scale)) : std::nullopt;
    }
    const std::int64_t unit = detail::kPowersOfTen[scale_ - scale];
    std::int64_t quotient = coefficient_ / unit;
    const std::int64_t rest = coefficient_ % unit;
    const std::int64_t twice = (rest < 0 ? -rest : rest);
    const bool up = twice > unit - twice || (twice == unit - twice && quotient % 2 != 0);
    if (up) quotient += coefficient_ < 0 ? -1 : 1;
    return Decimal(quotient, scale);
  }

  /// a + b and a - b, exact; nothing on overflow.
  [[nodiscard]] static constexpr std::optional<Decimal> add(Decimal a, Decimal b) {
    const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
    const auto sum = detail::narrow(a.scaled_to(scale) + b.scaled_to(scale));
    return sum ? std::optional(Decimal(*sum, scale)) : std::nullopt;
  }
  [[nodiscard]] static constexpr std::optional<Decimal> subtract(Decimal a, Decimal b) {
    const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
    const auto difference = detail::narrow(a.scaled_to(scale) - b.scaled_to(scale));
    return difference ? std::optional(Decimal(*difference, scale)) : std::nullopt;
  }
  /// a x b, exact; nothing when the product needs more than 63 bits or 18 decimals.
  [[nodiscard]] static constexpr std::optional<Decimal> multiply(Decimal a, Decimal b) {
    a = a.normalized();
    b = b.normalized();
    const int scale = a.scale_ + b.scale_;
    const auto product =
        detail::narrow(static_cast<detail::Int128>(a.coefficient_) * b.coefficient_);
    if (!product || scale > kMaxScale) return std::nullopt;
    return Decimal(*product, scale);
  }

  friend constexpr std::strong_ordering operator<=>(Decimal a, Decimal b) {
    const int scale = a.scale_ > b.scale_ ? a.scale_ : b.scale_;
    const auto left = a.scaled_to(scale);
    const auto right = b.scaled_to(scale);
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  friend constexpr bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

 private:
  [[nodiscard]] constexpr detail::Int128 scaled_to(int scale) const {
    return static_cast<detail::Int128>(coefficient_) * detail::kPowersOfTen[scale - scale_];
  }

  std::int64_t coefficient_ = 0;
  std::uint8_t scale_ = 0;
};

/// An ISO 4217 alphabetic code: three capital letters. Whether the code is assigned is not checked.
class Currency {
 public:
  constexpr Currency() = default;
  [[nodiscard]] static constexpr std::optional<Currency> parse(std::string_view code) {
    if (code.size() != 3) return std::nullopt;
    Currency currency;
    for (std::size_t i = 0; i < 3; ++i) {
      if (code[i] < 'A' || code[i] > 'Z') return std::nullopt;
      currency.letters_[i] = code[i];
    }
    return currency;
  }
  [[nodiscard]] constexpr bool empty() const { return letters_[0] == '\0'; }
  [[nodiscard]] constexpr std::string_view code() const {
    return empty() ? std::string_view() : std::string_view(letters_.data(), 3);
  }
  friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

 private:
  std::array<char, 3> letters_{};
};

/// An amount in a currency. Amounts of different currencies never compare as equal or ordered.
struct Money {
  Decimal amount;
  Currency currency;

  friend constexpr bool operator==(const Money& a, const Money& b) {
    return a.currency == b.currency && a.amount == b.amount;
  }
  friend constexpr std::partial_ordering operator<=>(const Money& a, const Money& b) {
    if (a.currency != b.currency) return std::partial_ordering::unordered;
    return a.amount <=> b.amount;
  }
  /// "12.50 EUR"
  [[nodiscard]] std::string to_text() const {
    return currency.empty() ? amount.to_text()
                            : amount.to_text() + ' ' + std::string(currency.code());
  }
};

}  // namespace galena
