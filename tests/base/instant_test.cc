#include "galena/base/instant.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace galena {
namespace {

using std::chrono::days;

TEST(Date, EveryDayOfTenThousandYearsReadsBack) {
  const Date first = *parse_date("0001-01-01");
  const Date last = *parse_date("9999-12-31");
  EXPECT_EQ((last - first).count(), 3652058);
  std::string before;
  for (Date day = first; day <= last; day += days(1)) {
    const std::string text = format_date(day);
    ASSERT_EQ(text.size(), 10U);
    ASSERT_LT(before, text);
    ASSERT_EQ(parse_date(text), day) << text;
    before = text;
  }
}

TEST(Date, OnlyDaysThatExistAreRead) {
  int read = 0;
  for (int month = 0; month <= 99; ++month) {
    for (int day = 0; day <= 99; ++day) {
      char text[40];
      std::snprintf(text, sizeof text, "2024-%02d-%02d", month, day);
      read += parse_date(text) ? 1 : 0;
    }
  }
  EXPECT_EQ(read, 366);
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_FALSE(parse_date("1900-02-29"));
  EXPECT_FALSE(parse_date("0000-01-01"));
}

TEST(Date, OnlyOneFormIsRead) {
  for (const char* text : {"", "2026-1-1", "20261122", "2026/11/22", "22-11-2026", "2026-11-22 ",
                           " 2026-11-22", "+2026-11-22", "2026-11-2x", "02026-11-22"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Instant, IsReadWithItsOffset) {
  const Instant expected = *parse_instant("2026-11-22T03:01:55Z");
  EXPECT_EQ(micros_of(expected), 1795316515000000);
  for (const char* text :
       {"2026-11-22T04:01:55+01:00", "2026-11-21T22:01:55-05:00", "2026-11-22T08:46:55+05:45",
        "2026-11-22 03:01:55z", "2026-11-22t03:01:55.000000Z", "2026-11-22T03:01:55+0000",
        "2026-11-22T03:01:55.0000009Z"}) {
    EXPECT_EQ(parse_instant(text), expected) << text;
  }
  EXPECT_EQ(parse_instant("2026-11-22T03:01Z"), expected - std::chrono::seconds(55));
}

TEST(Instant, WithoutAnOffsetIsRefused) {
  for (const char* text :
       {"", "2026-11-22", "2026-11-22T03:01:55", "2026-11-22T03:01", "2026-11-22T24:00:00Z",
        "2026-11-22T03:60:00Z", "2026-11-22T03:01:60Z", "2026-11-22T03:01:55.Z",
        "2026-11-22T03:01:55,5Z", "2026-11-22T03:01:55+24:00", "2026-11-22T03:01:55+1:00",
        "2026-11-22T03:01:55ZZ", "2026-11-22T3:01:55Z", "2026-02-30T03:01:55Z",
        "2026-11-22T03:01:55 Z", "2026-11-22X03:01:55Z"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(Instant, RoundTripsOverItsWholeRange) {
  const Instant first = *parse_instant("0001-01-01T00:00:00Z");
  const Instant last = *parse_instant("9999-12-31T23:59:59.999999Z");
  // A step that is coprime to days, hours, minutes and seconds meets every part of the text.
  const auto step = Duration(std::int64_t{86400000000} * 37 + 3723000123);
  int count = 0;
  for (Instant at = first; at <= last; at += step, ++count) {
    const std::string text = format_instant(at);
    ASSERT_EQ(parse_instant(text), at) << text;
  }
  EXPECT_GT(count, 90000);
  EXPECT_EQ(format_instant(last), "9999-12-31T23:59:59.999999Z");
  EXPECT_EQ(format_instant(first), "0001-01-01T00:00:00Z");
}

TEST(Instant, BeforeTheEpochFloorsToItsDay) {
  EXPECT_EQ(format_instant(instant_from_micros(-1)), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(format_instant(instant_from_micros(0)), "1970-01-01T00:00:00Z");
}

TEST(Instant, EveryByteInEveryPlaceIsAnswered) {
  const std::string good = "2026-11-22T03:01:55.250000+01:00";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[i] = static_cast<char>(byte);
      if (const auto read = parse_instant(text)) {
        ASSERT_EQ(parse_instant(format_instant(*read)), read) << text;
      }
    }
  }
}

}  // namespace
}  // namespace galena
