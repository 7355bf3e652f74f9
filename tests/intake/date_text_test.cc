#include "intake/date_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace galena::detail {
namespace {

/// "2021-04-15", with the time and the offset in minutes where the text has them.
std::string read(std::string_view text, DateOrder order = DateOrder::day_month_year,
                 std::optional<int> century = std::nullopt) {
  const auto time = parse_civil_time(text, order, century);
  if (!time) return "nothing";
  std::string result = format_date(time->date);
  if (time->time_of_day) {
    result = format_instant(Instant(time->date) + *time->time_of_day);
    result.pop_back();
  }
  if (time->offset) result += " " + std::to_string(time->offset->count());
  return result;
}

TEST(ParseCivilTime, ReadsNumbersInTheGivenOrder) {
  EXPECT_EQ(read("3/4/2021", DateOrder::day_month_year), "2021-04-03");
  EXPECT_EQ(read("3/4/2021", DateOrder::month_day_year), "2021-03-04");
  EXPECT_EQ(read("3/4/2021", DateOrder::year_month_day), "nothing");
  for (const char* text :
       {"15.4.2021", "15/04/2021", "15-04-2021", "15 4 2021", " 15.04.2021 ", "15042021"}) {
    EXPECT_EQ(read(text), "2021-04-15") << text;
  }
}

TEST(ParseCivilTime, AYearInFrontIsAlwaysYearMonthDay) {
  for (const DateOrder order :
       {DateOrder::year_month_day, DateOrder::day_month_year, DateOrder::month_day_year}) {
    for (const char* text : {"2021-04-15", "2021/4/15", "2021.04.15", "20210415", "2021 Apr 15"}) {
      EXPECT_EQ(read(text, order), "2021-04-15") << text;
    }
  }
}

TEST(ParseCivilTime, AMonthThatIsAWordNeedsNoOrder) {
  for (const DateOrder order :
       {DateOrder::year_month_day, DateOrder::day_month_year, DateOrder::month_day_year}) {
    for (const char* text :
         {"15 Apr, 2021", "April 15, 2021", "15. April 2021", "15-APR-2021", "Thu, 15 Apr 2021",
          "15th of April 2021", "Apr. 15th 2021", "15 avril 2021", "15 de abril de 2021",
          "15 aprile 2021", "15 kwietnia 2021"}) {
      EXPECT_EQ(read(text, order), "2021-04-15") << text;
    }
  }
}

TEST(ParseCivilTime, KnowsMonthsInSeveralLanguages) {
  const std::vector<std::pair<const char*, unsigned>> months = {
      {"January", 1},  {"Jänner", 1}, {"février", 2}, {"März", 3},      {"mrt", 3},
      {"mars", 3},     {"Mai", 5},    {"maggio", 5},  {"juin", 6},      {"juillet", 7},
      {"août", 8},     {"Aug", 8},    {"sept", 9},    {"SEP", 9},       {"Oktober", 10},
      {"grudnia", 12}, {"dez", 12},   {"dic", 12},    {"listopada", 11}};
  for (const auto& [name, month] : months) EXPECT_EQ(month_of_name(name), month) << name;
  for (const char* name : {"", "ju", "jui", "ma", "mon", "aprill", "x"})
    EXPECT_FALSE(month_of_name(name)) << name;
}

TEST(ParseCivilTime, ReadsTimes) {
  EXPECT_EQ(read("15 Apr, 2021 00:03:00"), "2021-04-15T00:03:00");
  EXPECT_EQ(read("1/18/2021 0:00", DateOrder::month_day_year), "2021-01-18T00:00:00");
  EXPECT_EQ(read("2021-04-15T23:03:00.25Z"), "2021-04-15T23:03:00.250000 0");
  EXPECT_EQ(read("2021-04-15 23:03+01:00"), "2021-04-15T23:03:00 60");
  EXPECT_EQ(read("4/15/2021 11:03 PM", DateOrder::month_day_year), "2021-04-15T23:03:00");
  EXPECT_EQ(read("4/15/2021 12:03 a.m.", DateOrder::month_day_year), "2021-04-15T00:03:00");
  EXPECT_EQ(read("4/15/2021, 12:03:04 pm UTC", DateOrder::month_day_year), "2021-04-15T12:03:04 0");
}

TEST(ParseCivilTime, TwoDigitYearsNeedTheirCentury) {
  EXPECT_EQ(read("3.4.68"), "nothing");
  EXPECT_EQ(read("3.4.68", DateOrder::day_month_year, 1950), "1968-04-03");
  EXPECT_EQ(read("3.4.49", DateOrder::day_month_year, 1950), "2049-04-03");
  EXPECT_EQ(read("3.4.50", DateOrder::day_month_year, 1950), "1950-04-03");
  EXPECT_EQ(read("3.4.00", DateOrder::day_month_year, 2000), "2000-04-03");
  EXPECT_EQ(read("15 Apr 21", DateOrder::day_month_year, 1950), "2021-04-15");
  EXPECT_EQ(read("21 Apr 15", DateOrder::year_month_day, 1950), "2021-04-15");
}

TEST(ParseCivilTime, ReadsExcelSerialNumbersOnlyWhenAsked) {
  EXPECT_EQ(read("44197", DateOrder::excel_serial), "2021-01-01");
  EXPECT_EQ(read("44197.5", DateOrder::excel_serial), "2021-01-01T12:00:00");
  EXPECT_EQ(read("1", DateOrder::excel_serial), "1900-01-01");
  EXPECT_EQ(read("59", DateOrder::excel_serial), "1900-02-28");
  EXPECT_EQ(read("60", DateOrder::excel_serial), "nothing");  // 29 February 1900 never was
  EXPECT_EQ(read("61", DateOrder::excel_serial), "1900-03-01");
  EXPECT_EQ(read("2958465", DateOrder::excel_serial), "9999-12-31");
  EXPECT_EQ(read("2958466", DateOrder::excel_serial), "nothing");
  EXPECT_EQ(read("nan", DateOrder::excel_serial), "nothing");
  EXPECT_EQ(read("44197"), "nothing");
}

TEST(ParseCivilTime, RefusesWhatIsNoDate) {
  for (const char* text : {"",
                           " ",
                           "n/a",
                           "yes",
                           "2021",
                           "4.2021",
                           "32.1.2021",
                           "29.2.2021",
                           "1.13.2021",
                           "1.2.3.2021",
                           "15 Foo 2021",
                           "15 Apr May 2021",
                           "15.4.2021 25:00",
                           "15.4.2021 1:60",
                           "15.4.2021 13:00 PM",
                           "15.4.2021 0:30 AM",
                           "15.4.2021 12",
                           "15.4.2021 1:2:3:4",
                           "15.4.2021 1:00 CET",
                           "12:00",
                           "15.4.2021x",
                           "115.4.2021",
                           "15.4.20211",
                           "010.04.2021",
                           "10112021x"}) {
    EXPECT_EQ(read(text), "nothing") << text;
  }
}

TEST(ParseCivilTime, EveryDayIsReadInEveryOrder) {
  for (Date day = *parse_date("1895-01-01"); day < *parse_date("2105-01-01");
       day += std::chrono::days(1)) {
    const std::chrono::year_month_day date(day);
    const auto number = [](auto part) { return std::to_string(static_cast<unsigned>(part)); };
    const std::string year = std::to_string(static_cast<int>(date.year()));
    ASSERT_EQ(parse_civil_time(number(date.day()) + '.' + number(date.month()) + '.' + year,
                               DateOrder::day_month_year, std::nullopt)
                  ->date,
              day);
    ASSERT_EQ(parse_civil_time(number(date.month()) + '/' + number(date.day()) + '/' + year,
                               DateOrder::month_day_year, std::nullopt)
                  ->date,
              day);
    ASSERT_EQ(parse_civil_time(year + '-' + number(date.month()) + '-' + number(date.day()),
                               DateOrder::month_day_year, std::nullopt)
                  ->date,
              day);
  }
}

}  // namespace
}  // namespace galena::detail
