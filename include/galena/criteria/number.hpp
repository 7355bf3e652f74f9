// Number: any numeric value for comparison: exact where it is exact, a double otherwise.
//
//   Number::parse("12.50")  compares equal to  Number(Decimal(125, 1))
//
// Two exact numbers (integers, decimals, text such as "12.50") compare exactly; where one is a
// double or beyond 18 digits, both compare as doubles.
#pragma once

#include <charconv>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>

#include "galena/base/decimal.hpp"
#include "galena/base/value.hpp"

namespace galena::criteria {

class Number {
 public:
  constexpr Number() = default;
  constexpr explicit Number(Decimal exact) : exact_(exact) {}
  constexpr explicit Number(double approximate) : approximate_(approximate), is_exact_(false) {}

  /// A double that somebody wrote as a constant: 0.1 means exactly one tenth where it meets exact
  /// values, and the double 0.1 where it meets doubles.
  [[nodiscard]] static Number written(double constant) {
    Number number(constant);
    if (const auto exact = Decimal::parse(number_to_text(constant))) {
      number.exact_ = *exact;
      number.is_exact_ = true;
    }
    return number;
  }

  /// Decimal or scientific notation, whole text; nothing for other text, infinity and not-a-number.
  [[nodiscard]] static std::optional<Number> parse(std::string_view text) {
    if (const auto exact = Decimal::parse(text)) return Number(*exact);
    double approximate = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, approximate);
    if (error != std::errc() || stop != end || !std::isfinite(approximate)) return std::nullopt;
    return Number(approximate);
  }

  /// The number that an integer, a number, a decimal or an amount of money holds.
  [[nodiscard]] static std::optional<Number> of(const ValueView& value) {
    switch (value.kind()) {
      case ValueKind::integer:
        return Number(Decimal(value.integer()));
      case ValueKind::decimal:
      case ValueKind::money:
        return Number(value.decimal());
      case ValueKind::number:
        return Number(value.number());
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] constexpr bool is_exact() const { return is_exact_; }
  [[nodiscard]] constexpr Decimal exact() const { return exact_; }
  [[nodiscard]] constexpr double to_double() const {
    const bool known = approximate_ == approximate_;  // else not yet computed, or not a number
    return is_exact_ && !known ? exact_.to_double() : approximate_;
  }

  friend constexpr std::partial_ordering operator<=>(const Number& a, const Number& b) {
    if (a.is_exact_ && b.is_exact_) return a.exact_ <=> b.exact_;
    return a.to_double() <=> b.to_double();
  }
  friend constexpr bool operator==(const Number& a, const Number& b) { return (a <=> b) == 0; }

 private:
  Decimal exact_;
  double approximate_ = std::numeric_limits<double>::quiet_NaN();
  bool is_exact_ = true;
};

}  // namespace galena::criteria
