// Days: which local days the date operators mean.
//
//   days_of(Operator::this_week, *parse_date("2026-11-22"))   // [2026-11-16, 2026-11-23)
#pragma once

#include <chrono>
#include <cstdint>

#include "galena/base/instant.hpp"
#include "galena/criteria/operator.hpp"

namespace galena::criteria {

/// The greatest n of last_n_days and next_n_days: a hundred years.
inline constexpr std::int64_t kMaxDays = 36500;

/// Days from `first` up to but without `end`.
struct DayRange {
  Date first;
  Date end;
  [[nodiscard]] constexpr bool contains(Date day) const { return first <= day && day < end; }
  friend constexpr bool operator==(const DayRange&, const DayRange&) = default;
};

namespace detail {

/// `count` months from the first day of the month `offset` months after that of `day`.
constexpr DayRange months(std::chrono::year_month month, int offset, int count) {
  const auto first = month + std::chrono::months(offset);
  return {Date(first / 1), Date((first + std::chrono::months(count)) / 1)};
}

constexpr DayRange weeks(Date today, int offset) {
  const auto since_monday = std::chrono::weekday(today) - std::chrono::Monday;
  const Date monday = today - since_monday + std::chrono::weeks(offset);
  return {monday, monday + std::chrono::weeks(1)};
}

}  // namespace detail

/// The days of a date operator other than `on`; `n` counts for last_n_days and next_n_days.
constexpr DayRange days_of(Operator op, Date today, std::int64_t n = 0) {
  using std::chrono::days;
  const std::chrono::year_month_day date(today);
  const std::chrono::year_month month = date.year() / date.month();
  const std::chrono::year_month january = date.year() / std::chrono::January;
  const auto into_quarter = static_cast<int>((static_cast<unsigned>(date.month()) - 1) % 3);
  const days count(static_cast<int>(n));
  switch (op) {
    case Operator::today:
      return {today, today + days(1)};
    case Operator::yesterday:
      return {today - days(1), today};
    case Operator::tomorrow:
      return {today + days(1), today + days(2)};
    case Operator::this_week:
      return detail::weeks(today, 0);
    case Operator::last_week:
      return detail::weeks(today, -1);
    case Operator::next_week:
      return detail::weeks(today, 1);
    case Operator::this_month:
      return detail::months(month, 0, 1);
    case Operator::last_month:
      return detail::months(month, -1, 1);
    case Operator::next_month:
      return detail::months(month, 1, 1);
    case Operator::this_quarter:
      return detail::months(month, -into_quarter, 3);
    case Operator::last_quarter:
      return detail::months(month, -into_quarter - 3, 3);
    case Operator::next_quarter:
      return detail::months(month, 3 - into_quarter, 3);
    case Operator::this_year:
      return detail::months(january, 0, 12);
    case Operator::last_year:
      return detail::months(january, -12, 12);
    case Operator::next_year:
      return detail::months(january, 12, 12);
    case Operator::last_n_days:
      return {today - count, today + days(1)};
    case Operator::next_n_days:
      return {today + days(1), today + days(1) + count};
    default:
      return {today, today};
  }
}

}  // namespace galena::criteria
