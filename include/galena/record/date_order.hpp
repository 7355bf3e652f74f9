// DateOrder: how the numbers of a date that is all numbers are meant, for lists that are imported
// and for columns that are compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galena {

/// The order of the numbers in a date. A year of four digits in front is always year, month, day; a
/// month that is a word needs no order.
enum class DateOrder : std::uint8_t {
  year_month_day,
  day_month_year,
  month_day_year,
  excel_serial,  ///< days of the 1900 date system, 44197 = 2021-01-01
};

inline constexpr std::string_view kDateOrderNames[] = {"year_month_day", "day_month_year",
                                                       "month_day_year", "excel_serial"};

constexpr std::string_view date_order_name(DateOrder order) {
  return kDateOrderNames[static_cast<std::size_t>(order)];
}

}  // namespace galena
