// Conversion between canonical text and typed values, by field type.
//
//   galena::parse_value(FieldType::money, "12.50 EUR");
//   galena::parse_value(FieldType::date, "22.11.2026");   // problem: dates are written YYYY-MM-DD
//
// Only canonical forms are read; formats of files are the import mapping's business.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "galena/base/result.hpp"
#include "galena/base/utf8.hpp"
#include "galena/base/value.hpp"
#include "galena/record/schema.hpp"

namespace galena {

namespace detail {

inline std::optional<Value> parse_scalar(FieldType type, std::string_view text) {
  switch (value_kind_of(type)) {
    case ValueKind::integer: {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
      return Value(number);
    }
    case ValueKind::number: {
      double number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
      return Value(number);
    }
    case ValueKind::decimal: {
      const auto number = Decimal::parse(text);
      return number ? std::optional<Value>(*number) : std::nullopt;
    }
    case ValueKind::money: {
      const auto space = text.find(' ');
      const auto amount = Decimal::parse(text.substr(0, space));
      if (!amount) return std::nullopt;
      if (space == std::string_view::npos) return Value(Money{*amount, {}});
      const auto currency = Currency::parse(text.substr(space + 1));
      return currency ? std::optional<Value>(Money{*amount, *currency}) : std::nullopt;
    }
    case ValueKind::boolean: {
      const std::string folded = fold_case(text);
      if (folded == "true" || folded == "yes" || folded == "1") return Value(true);
      if (folded == "false" || folded == "no" || folded == "0") return Value(false);
      return std::nullopt;
    }
    case ValueKind::date: {
      const auto date = parse_date(text);
      return date ? std::optional<Value>(*date) : std::nullopt;
    }
    case ValueKind::instant: {
      const auto instant = parse_instant(text);
      return instant ? std::optional<Value>(*instant) : std::nullopt;
    }
    default: return Value(text);
  }
}

constexpr std::string_view expected_form(ValueKind kind) {
  switch (kind) {
    case ValueKind::integer: return "a whole number such as 42";
    case ValueKind::number: return "a number such as 0.5";
    case ValueKind::decimal: return "a decimal such as 12.50";
    case ValueKind::money: return "an amount such as 12.50 or 12.50 EUR";
    case ValueKind::boolean: return "true or false";
    case ValueKind::date: return "a date as YYYY-MM-DD";
    case ValueKind::instant: return "an instant as YYYY-MM-DDThh:mm:ssZ, with an offset";
    default: return "text";
  }
}

/// The shortest digits that read back as the same number, never with an exponent: whole numbers and
/// decimals are written without one, so 100000.0 must not become "1e+05" on its way to them.
inline std::string number_without_exponent(double number) {
  char text[400];
  const auto end =
      std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr;
  return std::string(text, end);
}

}  // namespace detail

/// Reads canonical text as a value of `type`; empty text is blank. Error (INVALID_ARGUMENT, detail
/// "bad_value", subject `subject`) names the expected form.
inline Result<Value> parse_value(FieldType type, std::string_view text, std::string subject = {}) {
  if (text.empty()) return Value();
  if (auto value = detail::parse_scalar(type, text)) return *std::move(value);
  return Problem{Code::invalid_argument, "bad_value", std::move(subject),
                 "'" + std::string(excerpt(text)) + "' is not " +
                     std::string(detail::expected_form(value_kind_of(type))),
                 "correct the value or change the field's type"};
}

/// `value` as a value of `type`: exact widening (integer to decimal, to number, to money
/// without a currency), text by parse_value, every value to its canonical text for text types.
/// Anything that would lose something is a problem (INVALID_ARGUMENT "bad_value").
inline Result<Value> convert_value(FieldType type, const ValueView& value,
                                   std::string subject = {}) {
  const ValueKind wanted = value_kind_of(type);
  if (value.is_blank()) return Value();
  if (value.kind() == wanted) return Value(value);
  if (wanted == ValueKind::text) return Value(to_text(value));
  if (value.kind() == ValueKind::text) return parse_value(type, value.text(), std::move(subject));
  if (value.kind() == ValueKind::integer && wanted == ValueKind::number) {
    const auto number = static_cast<double>(value.integer());
    // 2^63 itself is a double but no int64, so it must not be converted back.
    if (number < 9223372036854775808.0 && static_cast<std::int64_t>(number) == value.integer()) {
      return Value(number);
    }
  }
  const std::string text = value.kind() == ValueKind::number
                               ? detail::number_without_exponent(value.number())
                               : to_text(value);
  const bool numeric = value.kind() == ValueKind::integer || value.kind() == ValueKind::number ||
                       value.kind() == ValueKind::decimal;
  const bool to_numeric =
      wanted == ValueKind::integer || wanted == ValueKind::decimal || wanted == ValueKind::money ||
      (wanted == ValueKind::number && value.kind() == ValueKind::decimal);
  if (numeric && to_numeric) return parse_value(type, text, std::move(subject));
  return Problem{Code::invalid_argument, "bad_value", std::move(subject),
                 "the " + std::string(value_kind_name(value.kind())) + " '" + text + "' is not " +
                     std::string(detail::expected_form(wanted)),
                 "give a value of the field's type"};
}

}  // namespace galena
