// Value and ValueView: one field's value, owned or borrowed.
//
//   galena::Value country = "DE";            // owns its text
//   galena::ValueView seen = country;        // borrows it
//   seen.text() == "DE"; seen.is_blank() == false;
//
// A multi-picklist is text with its items separated by ';', as CRMs export it. Blank is a value of
// its own; empty text and a not-a-number are blank as well (is_blank()).
#pragma once

#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "galena/base/decimal.hpp"
#include "galena/base/instant.hpp"

namespace galena {

enum class ValueKind : std::uint8_t {
  blank,
  boolean,
  integer,
  number,
  decimal,
  money,
  date,
  instant,
  text,
};

constexpr std::string_view value_kind_name(ValueKind kind) {
  constexpr std::string_view kNames[] = {"blank", "boolean", "integer", "number", "decimal",
                                         "money", "date",    "instant", "text"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// A borrowed value: 24 bytes, trivially copyable. Text is borrowed from whoever made the view.
/// Reading a kind that the view does not hold is a mistake of the program (undefined).
class ValueView {
 public:
  constexpr ValueView() = default;
  constexpr ValueView(std::same_as<bool> auto value)
      : payload_{.integer = value ? 1 : 0}, kind_(ValueKind::boolean) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  constexpr ValueView(T value)
      : payload_{.integer = static_cast<std::int64_t>(value)}, kind_(ValueKind::integer) {}
  constexpr ValueView(std::floating_point auto value)
      : payload_{.number = static_cast<double>(value)}, kind_(ValueKind::number) {}
  constexpr ValueView(Decimal value)
      : payload_{.integer = value.coefficient()},
        scale_(static_cast<std::uint8_t>(value.scale())),
        kind_(ValueKind::decimal) {}
  constexpr ValueView(Money value) : ValueView(value.amount) {
    currency_ = value.currency;
    kind_ = ValueKind::money;
  }
  constexpr ValueView(Date value)
      : payload_{.integer = value.time_since_epoch().count()}, kind_(ValueKind::date) {}
  constexpr ValueView(Instant value)
      : payload_{.integer = micros_of(value)}, kind_(ValueKind::instant) {}
  constexpr ValueView(std::string_view value)
      : payload_{.text = value.data()}, size_(value.size()), kind_(ValueKind::text) {}
  constexpr ValueView(const char* value) : ValueView(std::string_view(value)) {}
  ValueView(const std::string& value) : ValueView(std::string_view(value)) {}

  [[nodiscard]] constexpr ValueKind kind() const { return kind_; }
  /// True for no value, for empty text and for a number that is not a number.
  [[nodiscard]] constexpr bool is_blank() const {
    return kind_ == ValueKind::blank || (kind_ == ValueKind::text && size_ == 0) ||
           (kind_ == ValueKind::number && payload_.number != payload_.number);
  }

  [[nodiscard]] constexpr bool boolean() const { return payload_.integer != 0; }
  [[nodiscard]] constexpr std::int64_t integer() const { return payload_.integer; }
  [[nodiscard]] constexpr double number() const { return payload_.number; }
  [[nodiscard]] constexpr Decimal decimal() const { return {payload_.integer, scale_}; }
  [[nodiscard]] constexpr Money money() const { return {decimal(), currency_}; }
  [[nodiscard]] constexpr Date date() const {
    return Date(std::chrono::days(static_cast<int>(payload_.integer)));
  }
  [[nodiscard]] constexpr Instant instant() const { return instant_from_micros(payload_.integer); }
  [[nodiscard]] constexpr std::string_view text() const { return {payload_.text, size_}; }

 private:
  union Payload {
    std::int64_t integer;
    double number;
    const char* text;
  } payload_{.integer = 0};
  std::size_t size_ = 0;
  Currency currency_;
  std::uint8_t scale_ = 0;
  ValueKind kind_ = ValueKind::blank;
};

static_assert(std::is_trivially_copyable_v<ValueView> && sizeof(ValueView) <= 24);

/// True when both hold the same kind and the same content (decimals by value). Blanks are the same.
constexpr bool identical(const ValueView& a, const ValueView& b) {
  if (a.kind() != b.kind()) return a.is_blank() && b.is_blank();
  switch (a.kind()) {
    case ValueKind::blank: return true;
    case ValueKind::number: return a.number() == b.number() || (a.is_blank() && b.is_blank());
    case ValueKind::decimal: return a.decimal() == b.decimal();
    case ValueKind::money: return a.money() == b.money();
    case ValueKind::text: return a.text() == b.text();
    default: return a.integer() == b.integer();
  }
}

/// The canonical text of a double: the shortest that reads back as the same number, without an
/// exponent from 0.00001 up to 10^15 ("100000", not "1e+05"); "" for not-a-number, "0" for -0.
inline std::string number_to_text(double number) {
  if (std::isnan(number)) return "";
  if (number == 0) return "0";
  const double magnitude = std::abs(number);
  const bool plain = magnitude >= 1e-5 && magnitude < 1e15;
  char text[40];
  const auto end = plain ? std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr
                         : std::to_chars(text, text + sizeof text, number).ptr;
  return std::string(text, end);
}

/// The canonical text of a value: "" for blank, "true", "42", "0.5", "12.50", "12.50 EUR",
/// "2026-11-22", "2026-11-22T03:01:55Z", or the text itself.
inline std::string to_text(const ValueView& value) {
  switch (value.kind()) {
    case ValueKind::blank: return "";
    case ValueKind::boolean: return value.boolean() ? "true" : "false";
    case ValueKind::integer: return std::to_string(value.integer());
    case ValueKind::number: return number_to_text(value.number());
    case ValueKind::decimal: return value.decimal().to_text();
    case ValueKind::money: return value.money().to_text();
    case ValueKind::date: return format_date(value.date());
    case ValueKind::instant: return format_instant(value.instant());
    case ValueKind::text: return std::string(value.text());
  }
  return "";
}

/// A value that owns its text.
class Value {
 public:
  Value() = default;
  Value(const ValueView& view) : view_(view) {
    if (view.kind() == ValueKind::text) text_ = view.text();
  }
  template <class T>
    requires(std::convertible_to<const T&, ValueView> && !std::same_as<std::remove_cvref_t<T>, Value> &&
             !std::same_as<std::remove_cvref_t<T>, ValueView>)
  Value(const T& value) : Value(ValueView(value)) {}
  Value(std::string&& text) : view_(std::string_view()), text_(std::move(text)) {}

  /// The borrowed form, valid while this value is alive and unchanged.
  [[nodiscard]] ValueView view() const {
    return view_.kind() == ValueKind::text ? ValueView(std::string_view(text_)) : view_;
  }
  operator ValueView() const { return view(); }  // NOLINT: a value is viewable
  [[nodiscard]] ValueKind kind() const { return view_.kind(); }
  [[nodiscard]] bool is_blank() const { return view().is_blank(); }

  friend bool operator==(const Value& a, const Value& b) { return identical(a.view(), b.view()); }

 private:
  ValueView view_;
  std::string text_;
};

inline std::string to_text(const Value& value) { return to_text(value.view()); }

}  // namespace galena
