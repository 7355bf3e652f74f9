// Test: one criterion bound to a schema: operands converted once, field numbers instead of names.
// The unit that evaluation runs; made by criteria/bind.hpp, not by hand.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galena/criteria/days.hpp"
#include "galena/criteria/distance.hpp"
#include "galena/criteria/number.hpp"
#include "galena/criteria/row_reader.hpp"
#include "galena/criteria/zone.hpp"
#include "galena/record/convert.hpp"

namespace galena::criteria {

/// Why a criterion could not be evaluated on a record. Closed list.
enum class EvaluationError : std::uint8_t {
  none,
  not_a_number,       ///< text compared with a number is none
  not_a_boolean,      ///< text compared with true or false is neither
  not_a_date,         ///< text compared with a date is none
  currencies_differ,  ///< an amount of another currency than the operand's
  bad_coordinate,     ///< a latitude or longitude that no place on Earth has
  wrong_kind,         ///< the record holds another kind of value than its schema says
};

constexpr std::string_view evaluation_error_name(EvaluationError error) {
  constexpr std::string_view kNames[] = {"none",       "not_a_number",      "not_a_boolean",
                                         "not_a_date", "currencies_differ", "bad_coordinate",
                                         "wrong_kind"};
  return kNames[static_cast<std::size_t>(error)];
}

/// What a test says of a record.
struct Answer {
  bool held = false;
  EvaluationError error = EvaluationError::none;
  friend constexpr bool operator==(const Answer&, const Answer&) = default;
};

namespace detail {

/// What values are compared as.
enum class Domain : std::uint8_t { text, item_set, boolean, number, money, day, instant };

/// The comparison itself; the other operators are these negated (greater_or_equal: not less).
enum class Check : std::uint8_t {
  blank,
  one_of,
  less,
  less_or_equal,
  contains,
  starts_with,
  ends_with,
  includes_any,
  includes_all,
  in_days,
  near,
};

struct Test {
  std::uint32_t field = 0;
  std::uint32_t criterion = 0;
  std::uint32_t on_true = 0;  ///< the next test, or an end (criteria/predicate.hpp)
  std::uint32_t on_false = 0;
  Check check = Check::blank;
  Domain domain = Domain::text;
  Operator op = Operator::equals;  ///< of in_days: which days
  bool negated = false;
  bool opposite = false;        ///< NOT was pushed to it; included in `negated`
  bool blank_holds = false;     ///< the answer for a blank field (Check::blank aside)
  bool currency_known = false;  ///< amounts without a currency are of the field's
  Currency currency = {};
  std::uint64_t bits = 0;                 ///< text_bit of all texts
  std::vector<std::string> texts = {};    ///< folded; sorted and distinct
  std::vector<Number> numbers = {};       ///< sorted
  std::vector<std::int64_t> points = {};  ///< sorted booleans, days, microseconds; in_days: n
  std::uint32_t second_field = 0;         ///< near: longitude
  Place place = {};
  double km = 0;
};

constexpr Answer failed(EvaluationError error) { return {false, error}; }

/// A value compared with the first operand, or looked for among all; operands are sorted.
template <class T>
bool compare(Check check, const T& value, const std::vector<T>& operands) {
  switch (check) {
    case Check::less:
      return value < operands.front();
    case Check::less_or_equal:
      return value <= operands.front();
    default: {
      if (operands.size() == 1) return value == operands.front();
      const auto found = std::lower_bound(operands.begin(), operands.end(), value);
      return found != operands.end() && *found == value;
    }
  }
}

inline bool is_among(std::string_view text, const std::vector<std::string>& sorted) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), text);
  return found != sorted.end() && *found == text;
}

inline bool has_items(const Test& test, std::string_view folded) {
  if (test.check == Check::includes_any) {
    return any_item(folded, [&](std::string_view item) { return is_among(item, test.texts); });
  }
  return std::all_of(test.texts.begin(), test.texts.end(), [&](const std::string& wanted) {
    return any_item(folded, [&](std::string_view item) { return item == wanted; });
  });
}

inline Answer check_text(const Test& test, RowReader& reader) {
  const std::string_view text = reader.folded(test.field);
  const std::string& operand = test.texts.front();
  switch (test.check) {
    case Check::less:
      return {text < operand};
    case Check::less_or_equal:
      return {text <= operand};
    case Check::contains:
      return {text.find(operand) != std::string_view::npos};
    case Check::starts_with:
      return {text.starts_with(operand)};
    case Check::ends_with:
      return {text.ends_with(operand)};
    case Check::includes_any:
    case Check::includes_all:
      return {has_items(test, text)};
    default:
      if ((test.bits & reader.folded_bit(test.field)) == 0) return {false};
      return {test.texts.size() == 1 ? text == operand : is_among(text, test.texts)};
  }
}

inline Answer check_number(const Test& test, const ValueView& value) {
  if (value.kind() == ValueKind::text) {
    const auto parsed = Number::parse(trimmed(value.text()));
    if (!parsed) return failed(EvaluationError::not_a_number);
    return {compare(test.check, *parsed, test.numbers)};
  }
  if (value.kind() == ValueKind::money) return failed(EvaluationError::wrong_kind);
  const auto number = Number::of(value);
  if (!number) return failed(EvaluationError::wrong_kind);
  return {compare(test.check, *number, test.numbers)};
}

inline Answer check_money(const Test& test, const ValueView& value) {
  if (value.kind() != ValueKind::money && value.kind() != ValueKind::decimal) {
    return failed(EvaluationError::wrong_kind);
  }
  const Currency currency = value.kind() == ValueKind::money ? value.money().currency : Currency();
  const bool same = currency == test.currency || (currency.empty() && test.currency_known);
  if (!same) return failed(EvaluationError::currencies_differ);
  return {compare(test.check, Number(value.decimal()), test.numbers)};
}

inline Answer check_boolean(const Test& test, const ValueView& value) {
  if (value.kind() == ValueKind::boolean) {
    return {compare(test.check, std::int64_t{value.boolean()}, test.points)};
  }
  if (value.kind() != ValueKind::text) return failed(EvaluationError::wrong_kind);
  const auto parsed = galena::detail::parse_scalar(FieldType::boolean, trimmed(value.text()));
  if (!parsed) return failed(EvaluationError::not_a_boolean);
  return {compare(test.check, std::int64_t{parsed->view().boolean()}, test.points)};
}

inline Answer check_day(const Test& test, Date day, const Context& context) {
  if (test.check == Check::in_days) {
    const std::int64_t n = test.points.empty() ? 0 : test.points.front();
    return {days_of(test.op, context.today(), n).contains(day)};
  }
  return {compare(test.check, std::int64_t{day.time_since_epoch().count()}, test.points)};
}

inline Answer check_time(const Test& test, ValueView value, const Context& context) {
  if (value.kind() == ValueKind::text) {
    const std::string_view text = trimmed(value.text());
    if (const auto date = parse_date(text)) {
      value = *date;
    } else if (const auto instant = parse_instant(text)) {
      value = *instant;
    } else {
      return failed(EvaluationError::not_a_date);
    }
  }
  if (value.kind() == ValueKind::instant && test.domain == Domain::instant) {
    return {compare(test.check, micros_of(value.instant()), test.points)};
  }
  if (value.kind() == ValueKind::instant) {
    return check_day(test, context.zone().local_date(value.instant()), context);
  }
  if (value.kind() != ValueKind::date || test.domain == Domain::instant) {
    return failed(EvaluationError::wrong_kind);
  }
  return check_day(test, value.date(), context);
}

inline Answer check_near(const Test& test, const ValueView& latitude, const ValueView& longitude) {
  const auto read = [](const ValueView& value) {
    return value.kind() == ValueKind::text ? Number::parse(trimmed(value.text()))
                                           : Number::of(value);
  };
  const auto north = read(latitude);
  const auto east = read(longitude);
  if (!north || !east) {
    const bool text = latitude.kind() == ValueKind::text || longitude.kind() == ValueKind::text;
    return failed(text ? EvaluationError::not_a_number : EvaluationError::wrong_kind);
  }
  const Place place{north->to_double(), east->to_double()};
  if (!place.exists()) return failed(EvaluationError::bad_coordinate);
  return {within_km(place, test.place, test.km)};
}

inline Answer check_filled(const Test& test, const ValueView& value, RowReader& reader,
                           const Context& context) {
  if (test.check == Check::near) return check_near(test, value, reader.value(test.second_field));
  switch (test.domain) {
    case Domain::text:
      return check_text(test, reader);
    case Domain::item_set:
      return {is_among(reader.item_set(test.field), test.texts)};
    case Domain::number:
      return check_number(test, value);
    case Domain::money:
      return check_money(test, value);
    case Domain::boolean:
      return check_boolean(test, value);
    default:
      return check_time(test, value, context);
  }
}

/// Runs one test on the current record of the reader.
inline Answer run(const Test& test, RowReader& reader, const Context& context) {
  const ValueView value = reader.value(test.field);
  const bool blank = value.is_blank();
  if (test.check == Check::blank) return {blank != test.negated};
  if (blank || (test.check == Check::near && reader.value(test.second_field).is_blank())) {
    return {test.blank_holds};
  }
  Answer answer = check_filled(test, value, reader, context);
  if (answer.error == EvaluationError::none) answer.held = answer.held != test.negated;
  return answer;
}

}  // namespace detail

}  // namespace galena::criteria
