#include "intake/date_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "record/header_words.hpp"

namespace galena::detail {
namespace {

constexpr std::string_view kWeekdays =
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat "
    "sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi "
    "samedi dimanche ";
/// Words that may stand in a date and say nothing.
constexpr std::string_view kFillers = " st nd rd th of de den der le t at um ";

bool is_listed(std::string_view word, std::string_view list) {
  return list.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The parts of a date: numbers with their digits, and a month that was a word.
struct Parts {
  std::vector<std::string_view> numbers;
  std::optional<unsigned> month;
  std::size_t month_position = 0;  ///< numbers before the word
};

bool read_word(std::string_view word, Parts& parts) {
  const std::string folded = fold_accents(word);
  if (is_listed(folded, kFillers) || is_listed(folded, kWeekdays)) return true;
  const auto month = month_of_name(folded);
  if (!month || parts.month) return false;
  parts.month = month;
  parts.month_position = parts.numbers.size();
  return true;
}

/// Takes the date apart; nothing when it holds anything that a date does not.
std::optional<Parts> read_parts(std::string_view text) {
  Parts parts;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      parts.numbers.push_back(text.substr(start, i - start));
    } else if (std::string_view(" ,./-").find(text[i]) != std::string_view::npos) {
      ++i;
    } else {
      while (i < text.size() && !is_digit(text[i]) &&
             std::string_view(" ,./-").find(text[i]) == std::string_view::npos) {
        ++i;
      }
      if (!read_word(text.substr(start, i - start), parts)) return std::nullopt;
    }
  }
  return parts;
}

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<int> year_of(std::string_view digits, std::optional<int> first) {
  const auto number = number_of(digits);
  if (digits.size() == 4) return number;
  if (digits.size() != 2 || !first || !number) return std::nullopt;
  const int century = *first - *first % 100;
  return century + *number < *first ? century + 100 + *number : century + *number;
}

std::optional<Date> make_date(std::optional<int> year, std::optional<int> month,
                              std::optional<int> day) {
  if (!year || !month || !day || *year < 1 || *year > 9999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

std::optional<int> day_or_month(std::string_view digits) {
  return digits.size() <= 2 ? number_of(digits) : std::nullopt;
}

std::optional<Date> date_with_month_word(const Parts& parts, DateOrder order,
                                         std::optional<int> first_year) {
  if (parts.numbers.size() != 2) return std::nullopt;
  const auto month = static_cast<int>(*parts.month);
  const std::string_view a = parts.numbers[0];
  const std::string_view b = parts.numbers[1];
  const bool year_first = a.size() == 4 || (b.size() != 4 && order == DateOrder::year_month_day);
  return year_first ? make_date(year_of(a, first_year), month, day_or_month(b))
                    : make_date(year_of(b, first_year), month, day_or_month(a));
}

/// "20210415", or in another order "15042021".
std::optional<Date> compact_date(std::string_view digits, DateOrder order) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return number_of(digits.substr(at, size));
  };
  const auto year_first = make_date(part(0, 4), part(4, 2), part(6, 2));
  const auto year = part(0, 4);
  // Years of business records; "10112021" is no date of the year 1011.
  if (year_first && *year >= 1800 && *year <= 2200) return year_first;
  if (order == DateOrder::day_month_year) return make_date(part(4, 4), part(2, 2), part(0, 2));
  if (order == DateOrder::month_day_year) return make_date(part(4, 4), part(0, 2), part(2, 2));
  return std::nullopt;
}

std::optional<Date> numeric_date(const std::vector<std::string_view>& numbers, DateOrder order,
                                 std::optional<int> first_year) {
  if (numbers.size() == 1 && numbers[0].size() == 8) return compact_date(numbers[0], order);
  if (numbers.size() != 3) return std::nullopt;
  const auto& [a, b, c] = std::array{numbers[0], numbers[1], numbers[2]};
  if (a.size() == 4 || order == DateOrder::year_month_day) {
    return make_date(year_of(a, first_year), day_or_month(b), day_or_month(c));
  }
  const bool day_first = order == DateOrder::day_month_year;
  return make_date(year_of(c, first_year), day_or_month(day_first ? b : a),
                   day_or_month(day_first ? a : b));
}

/// Days of the 1900 date system; the file format counts a 29 February 1900 that never was.
std::optional<CivilTime> excel_time(std::string_view text) {
  double serial = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
  constexpr double kLast = 2958466;  // 10000-01-01
  if (error != std::errc() || end != text.data() + text.size() ||
      !(serial >= 1 && serial < kLast)) {
    return std::nullopt;
  }
  const double whole = std::floor(serial);
  constexpr double kNoSuchDay = 60;
  if (whole == kNoSuchDay) return std::nullopt;
  const Date base = *parse_date(whole < kNoSuchDay ? "1899-12-31" : "1899-12-30");
  constexpr double kSecondsOfDay = 86400;
  const auto seconds = std::llround((serial - whole) * kSecondsOfDay);
  CivilTime time{.date = base + std::chrono::days(static_cast<int>(whole))};
  if (serial != whole) time.time_of_day = std::chrono::seconds(seconds);
  return time;
}

/// Where the time starts: the digits before the first colon.
std::size_t start_of_time(std::string_view text) {
  std::size_t at = text.find(':');
  if (at == std::string_view::npos) return at;
  while (at > 0 && is_digit(text[at - 1])) --at;
  return at;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// Clock digits as they stand: "11:03:55.25".
struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::int64_t micros = 0;
  std::string_view rest;  ///< what follows
};

std::optional<int> take_two_digits(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  if (size == 0 || size > 2) return std::nullopt;
  const auto number = number_of(text.substr(0, size));
  text.remove_prefix(size);
  return number;
}

bool take(std::string_view& text, std::string_view signs) {
  if (text.empty() || signs.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Clock> read_clock(std::string_view text) {
  const auto hour = take_two_digits(text);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_two_digits(text);
  if (!minute) return std::nullopt;
  Clock clock{.hour = *hour, .minute = *minute, .rest = {}};
  if (take(text, ":")) {
    const auto second = take_two_digits(text);
    if (!second) return std::nullopt;
    clock.second = *second;
    if (take(text, ".,")) {
      for (std::int64_t unit = 100000; !text.empty() && is_digit(text.front()); unit /= 10) {
        clock.micros += (text.front() - '0') * unit;
        text.remove_prefix(1);
      }
    }
  }
  clock.rest = trim(text);
  return clock;
}

/// Takes "am" or "pm" off and brings the hour to 0..23; false for an hour that such a clock lacks.
bool apply_half_day(Clock& clock, std::string_view& rest) {
  for (const auto& [half, plus] :
       {std::pair<std::string_view, int>{"am", 0}, {"pm", 12}, {"a.m.", 0}, {"p.m.", 12}}) {
    if (!rest.starts_with(half)) continue;
    if (clock.hour < 1 || clock.hour > 12) return false;
    clock.hour = clock.hour % 12 + plus;
    rest = trim(rest.substr(half.size()));
    return true;
  }
  return true;
}

/// "23:03", "11:03:55.25 PM", "23:03:55+01:00", "23:03Z", "23:03 UTC".
bool read_time(std::string_view text, CivilTime& time) {
  auto clock = read_clock(text);
  if (!clock) return false;
  const std::string folded = fold_accents(clock->rest);
  std::string_view rest = folded;
  if (!apply_half_day(*clock, rest)) return false;
  if (clock->hour > 23 || clock->minute > 59 || clock->second > 59) return false;
  if (rest == "utc" || rest == "gmt") rest = "z";
  if (!rest.empty()) {
    const auto offset = parse_offset(rest);
    if (!offset) return false;
    time.offset = std::chrono::minutes(*offset);
  }
  time.time_of_day = std::chrono::hours(clock->hour) + std::chrono::minutes(clock->minute) +
                     std::chrono::seconds(clock->second) + Duration(clock->micros);
  return true;
}

}  // namespace

std::optional<CivilTime> parse_civil_time(std::string_view text, DateOrder order,
                                          std::optional<int> first_two_digit_year) {
  text = trim(text);
  if (order == DateOrder::excel_serial) return excel_time(text);
  CivilTime time;
  const std::size_t split = start_of_time(text);
  const auto parts = read_parts(text.substr(0, split));
  if (!parts) return std::nullopt;
  const auto date = parts->month ? date_with_month_word(*parts, order, first_two_digit_year)
                                 : numeric_date(parts->numbers, order, first_two_digit_year);
  if (!date) return std::nullopt;
  time.date = *date;
  if (split != std::string_view::npos && !read_time(text.substr(split), time)) return std::nullopt;
  return time;
}

}  // namespace galena::detail
