// Calendar days as people write them.
#include <algorithm>
#include <array>
#include <chrono>

#include "galena/match/normalise.hpp"
#include "match/characters.hpp"
#include "match/text.hpp"
#include "match/word_list.hpp"
#include "record/month_name.hpp"

namespace galena::match {

namespace {

int month_of(std::string_view word) {
  if (word.size() < 3 || has_digit(word)) return 0;
  return static_cast<int>(galena::detail::month_of_name(word).value_or(0));
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool exists(const CalendarDate& date) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return date.year >= 0 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= kDays[static_cast<std::size_t>(date.month) - 1];
}

std::optional<CalendarDate> checked(CalendarDate date) {
  if (exists(date)) return date;
  return std::nullopt;
}

std::optional<CalendarDate> from_compact(std::string_view digits) {
  CalendarDate date{.year = number_of(digits.substr(0, 4)),
                    .month = number_of(digits.substr(4, 2)),
                    .day = number_of(digits.substr(6, 2))};
  if (date.year >= 1000 && exists(date)) return date;
  // ddmmyyyy
  date = {.year = number_of(digits.substr(4, 4)),
          .month = number_of(digits.substr(2, 2)),
          .day = number_of(digits.substr(0, 2))};
  return date.year >= 1000 ? checked(date) : std::nullopt;
}

struct Parts {
  std::array<std::string_view, 3> numbers;
  std::size_t count = 0;
  int month = 0;             // by name
  std::size_t month_at = 0;  // numbers seen before the name
};

/// Takes the first piece off a word: up to a letter behind a digit that is not ASCII, as in
/// 1990年5月12日. All of it where there is none.
std::string_view take_piece(std::string_view& word) {
  const std::size_t digits = word.find_first_not_of("0123456789");
  const bool parted = digits != 0 && digits != std::string_view::npos &&
                      (static_cast<unsigned char>(word[digits]) & 0x80U) != 0;
  const std::string_view piece = parted ? word.substr(0, digits) : word;
  word.remove_prefix(piece.size());
  if (parted) word.remove_prefix(std::min(word.find_first_of("0123456789"), word.size()));
  return piece;
}

/// The first three numbers and the first month name; anything behind them (a time) is ignored.
Parts split_parts(const WordList& words) {
  Parts parts;
  std::string_view rest;
  for (std::size_t i = 0; i < words.size() || !rest.empty();) {
    if (rest.empty()) rest = words[i++];
    const std::string_view piece = take_piece(rest);
    if (parts.count == 3 || (parts.count == 2 && parts.month != 0)) break;
    std::string_view digits = piece.substr(0, piece.find_first_not_of("0123456789"));
    if (!digits.empty() && (digits.size() == piece.size() || parts.count > 0 || piece.size() <= 4 ||
                            piece.find('t') == 8)) {
      parts.numbers[parts.count++] = digits.substr(0, 8);
    } else if (const int month = month_of(piece); month != 0 && parts.month == 0) {
      parts.month = month;
      parts.month_at = parts.count;
    }
  }
  return parts;
}

void set_year(CalendarDate& date, std::string_view digits) {
  date.year = number_of(digits);
  date.two_digit_year = digits.size() <= 2;
}

std::optional<CalendarDate> from_named_month(const Parts& parts) {
  CalendarDate date{.month = parts.month};
  const bool year_first = parts.numbers[0].size() == 4;
  date.day = number_of(parts.numbers[year_first ? 1 : 0]);
  set_year(date, parts.numbers[year_first ? 0 : 1]);
  return checked(date);
}

std::optional<CalendarDate> from_three_numbers(const Parts& parts, DateOrder order) {
  CalendarDate date;
  if (parts.numbers[0].size() == 4) {
    date.year = number_of(parts.numbers[0]);
    date.month = number_of(parts.numbers[1]);
    date.day = number_of(parts.numbers[2]);
    if (date.month > 12) std::swap(date.month, date.day);
    return checked(date);
  }
  const int first = number_of(parts.numbers[0]);
  const int second = number_of(parts.numbers[1]);
  if (order == DateOrder::year_month_day && parts.numbers[2].size() <= 2) {
    set_year(date, parts.numbers[0]);
    date.month = second;
    date.day = number_of(parts.numbers[2]);
    return checked(date);
  }
  set_year(date, parts.numbers[2]);
  const bool day_first = first > 12 || (second <= 12 && order != DateOrder::month_day_year);
  date.day = day_first ? first : second;
  date.month = day_first ? second : first;
  date.order_unknown = first <= 12 && second <= 12 && first != second;
  return checked(date);
}

/// Days of the 1900 date system, whose day 60 never was; a fraction is a time of day.
std::optional<CalendarDate> from_serial(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool number = all_digits(whole) && whole.size() <= 7 &&
                      (whole.size() >= text.size() || all_digits(text.substr(whole.size() + 1)));
  const int serial = number ? number_of(whole) : 0;
  constexpr int kLast = 2958465;  // 9999-12-31
  if (serial < 1 || serial > kLast || serial == 60) return std::nullopt;
  using namespace std::chrono;
  const sys_days start = sys_days(year(1899) / December / (serial < 60 ? 31 : 30));
  const year_month_day date(start + days(serial));
  return CalendarDate{.year = static_cast<int>(date.year()),
                      .month = static_cast<int>(static_cast<unsigned>(date.month())),
                      .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

std::optional<CalendarDate> parse_calendar_date(std::string_view text, DateOrder order) {
  if (order == DateOrder::excel_serial) {
    if (const auto date = from_serial(trim(text))) return date;
  }
  WordList& words = thread_words();
  words.read(text, WordReading::names);
  const Parts parts = split_parts(words);
  if (parts.month != 0 && parts.count == 2) return from_named_month(parts);
  if (parts.count == 3) {
    for (const std::string_view number : parts.numbers) {
      if (number.size() > 4 || number.size() == 3) return std::nullopt;
    }
    return from_three_numbers(parts, order);
  }
  if (parts.count >= 1 && parts.numbers[0].size() == 8 && parts.month == 0) {
    return from_compact(parts.numbers[0]);
  }
  return std::nullopt;
}

std::optional<int> parse_birth_year(std::string_view text) {
  text = trim(text);
  if (!is_plain_ascii(text)) {
    const std::string digits = with_ascii_digits(text);
    if (digits != text) return parse_birth_year(digits);
  }
  if (text.ends_with(".0")) text.remove_suffix(2);
  if (text.size() != 4 || !all_digits(text) || (text[0] != '1' && text[0] != '2')) {
    return std::nullopt;
  }
  return number_of(text);
}

int full_year(const CalendarDate& date) {
  constexpr int kFirstShortYear = 30;
  if (!date.two_digit_year) return date.year;
  return date.year + (date.year < kFirstShortYear ? 2000 : 1900);
}

}  // namespace galena::match
