// Operator: the closed list of comparisons a criterion can make.
//
//   operator_name(Operator::less_or_equal) == "less_or_equal"
//   operator_from("in") == Operator::in
//
// Which operators a field type takes is decided when an expression is bound (criteria/bind.hpp).
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace galena::criteria {

enum class Operator : std::uint8_t {
  equals,
  not_equals,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  contains,
  not_contains,
  starts_with,
  ends_with,
  in,
  not_in,
  includes_any,  ///< items of a multi-picklist: at least one of the operands
  includes_all,  ///< every operand
  excludes,      ///< none of the operands
  is_blank,
  is_not_blank,
  within_km,  ///< two coordinate fields; operands latitude, longitude (degrees), radius (km)
  on,         ///< the local day of a date or an instant
  today,
  yesterday,
  tomorrow,
  this_week,  ///< weeks begin on Monday (ISO 8601)
  last_week,
  next_week,
  this_month,
  last_month,
  next_month,
  this_quarter,
  last_quarter,
  next_quarter,
  this_year,
  last_year,
  next_year,
  last_n_days,  ///< the n local days before today, and today
  next_n_days,  ///< the n local days after today, without today
};

inline constexpr std::string_view kOperatorNames[] = {
    "equals",       "not_equals",       "less",         "less_or_equal",
    "greater",      "greater_or_equal", "contains",     "not_contains",
    "starts_with",  "ends_with",        "in",           "not_in",
    "includes_any", "includes_all",     "excludes",     "is_blank",
    "is_not_blank", "within_km",        "on",           "today",
    "yesterday",    "tomorrow",         "this_week",    "last_week",
    "next_week",    "this_month",       "last_month",   "next_month",
    "this_quarter", "last_quarter",     "next_quarter", "this_year",
    "last_year",    "next_year",        "last_n_days",  "next_n_days"};

constexpr std::string_view operator_name(Operator op) {
  return kOperatorNames[static_cast<std::size_t>(op)];
}

/// The operator of that name; nothing for a name that is not in the list.
constexpr std::optional<Operator> operator_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kOperatorNames); ++i) {
    if (kOperatorNames[i] == name) return static_cast<Operator>(i);
  }
  return std::nullopt;
}

/// What an operator compares with.
enum class OperandShape : std::uint8_t {
  none,
  one,    ///< a single value
  list,   ///< one or more values
  count,  ///< a number of days, 1 to 36500
  place,  ///< latitude, longitude, radius in km
};

constexpr OperandShape operand_shape(Operator op) {
  switch (op) {
    case Operator::in:
    case Operator::not_in:
    case Operator::includes_any:
    case Operator::includes_all:
    case Operator::excludes:
      return OperandShape::list;
    case Operator::within_km:
      return OperandShape::place;
    case Operator::last_n_days:
    case Operator::next_n_days:
      return OperandShape::count;
    case Operator::is_blank:
    case Operator::is_not_blank:
      return OperandShape::none;
    default:
      return op > Operator::on ? OperandShape::none : OperandShape::one;
  }
}

/// True for the operators that say what a value is not. Only these take a blank policy.
constexpr bool is_negative(Operator op) {
  return op == Operator::not_equals || op == Operator::not_in || op == Operator::not_contains ||
         op == Operator::excludes;
}

constexpr bool is_ordered(Operator op) {
  return op >= Operator::less && op <= Operator::greater_or_equal;
}

/// True for the operators on local days: on, today, ..., next_n_days.
constexpr bool is_on_days(Operator op) { return op >= Operator::on; }

}  // namespace galena::criteria
