// One date, with or without a time, as files write it.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "galena/base/instant.hpp"
#include "galena/record/date_order.hpp"
#include "record/month_name.hpp"

namespace galena::detail {

struct CivilTime {
  Date date = {};
  std::optional<Duration> time_of_day = {};
  std::optional<std::chrono::minutes> offset = {};  ///< east of UTC
  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

/// Reads "2021-04-15", "15.4.2021 23:03", "Apr 15, 2021 11:03 PM", "20210415", ... with numbers in
/// the given order; nothing when the text is no date in it. Years of two digits are read only when
/// `first_two_digit_year` says which hundred years they mean.
std::optional<CivilTime> parse_civil_time(std::string_view text, DateOrder order,
                                          std::optional<int> first_two_digit_year);

}  // namespace galena::detail
