// Instant and Date: points of time (microseconds, UTC) and civil days, with their ISO 8601 text.
//
//   parse_instant("2026-11-22T03:01:55Z"), parse_instant("2026-11-22T04:01:55.25+01:00")
//   parse_date("2026-11-22")
//
// No clock and no zone database is read here: an instant text without an offset is refused.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace galena {

using Duration = std::chrono::microseconds;
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Date = std::chrono::sys_days;

constexpr Instant instant_from_micros(std::int64_t micros) { return Instant(Duration(micros)); }
constexpr std::int64_t micros_of(Instant instant) { return instant.time_since_epoch().count(); }

namespace detail {

/// Reads exactly `count` digits at `position`.
constexpr std::optional<int> digits_at(std::string_view text, std::size_t position,
                                       std::size_t count) {
  if (position + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = position; i < position + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// "+01:00", "-0530", "Z" -> minutes east of UTC.
constexpr std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 && text.size() != 5) return std::nullopt;
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  if (text.size() == 6 && text[3] != ':') return std::nullopt;
  const auto hours = digits_at(text, 1, 2);
  const auto minutes = digits_at(text, text.size() - 2, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace detail

/// "YYYY-MM-DD", years 0001 to 9999; nothing for a day that does not exist.
constexpr std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = detail::digits_at(text, 0, 4);
  const auto month = detail::digits_at(text, 5, 2);
  const auto day = detail::digits_at(text, 8, 2);
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

/// "YYYY-MM-DDThh:mm[:ss[.ffffff]](Z|+hh:mm)"; a space may stand for the T. RFC 3339.
constexpr std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 17 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) {
    return std::nullopt;
  }
  const auto date = parse_date(text.substr(0, 10));
  const auto hour = detail::digits_at(text, 11, 2);
  const auto minute = detail::digits_at(text, 14, 2);
  if (!date || !hour || !minute || text[13] != ':' || *hour > 23 || *minute > 59) {
    return std::nullopt;
  }
  std::size_t position = 16;
  int second = 0;
  std::int64_t micros = 0;
  if (position < text.size() && text[position] == ':') {
    const auto seconds = detail::digits_at(text, position + 1, 2);
    if (!seconds || *seconds > 59) return std::nullopt;
    second = *seconds;
    position += 3;
    if (position < text.size() && text[position] == '.') {
      std::int64_t unit = 100000;
      std::size_t digits = 0;
      for (++position; position < text.size() && text[position] >= '0' && text[position] <= '9';
           ++position, ++digits) {
        micros += (text[position] - '0') * unit;  // digits past the sixth are cut
        unit /= 10;
      }
      if (digits == 0) return std::nullopt;
    }
  }
  const auto offset = detail::parse_offset(text.substr(position));
  if (!offset) return std::nullopt;
  return Instant(*date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute - *offset) +
         std::chrono::seconds(second) + Duration(micros);
}

/// "2026-11-22"
inline std::string format_date(Date date) {
  const std::chrono::year_month_day day(date);
  char text[40];
  const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                                 static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return std::string(text, static_cast<std::size_t>(size));
}

/// "2026-11-22T03:01:55Z", with ".ffffff" only when the microseconds are not zero.
inline std::string format_instant(Instant instant) {
  const Date date = std::chrono::floor<std::chrono::days>(instant);
  const std::int64_t of_day = (instant - date).count();
  const std::int64_t seconds = of_day / 1000000;
  char text[32];
  int size = std::snprintf(text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                           static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  std::string result = format_date(date).append(text, static_cast<std::size_t>(size));
  if (of_day % 1000000 != 0) {
    size = std::snprintf(text, sizeof text, ".%06d", static_cast<int>(of_day % 1000000));
    result.append(text, static_cast<std::size_t>(size));
  }
  return result += 'Z';
}

}  // namespace galena
