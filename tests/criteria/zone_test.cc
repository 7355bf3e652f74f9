#include "galena/criteria/zone.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace galena::criteria {
namespace {

std::string local_date(const char* zone, const char* instant) {
  const Result<Zone> loaded = load_zone(zone);
  EXPECT_TRUE(loaded) << loaded.problems().to_text();
  return format_date(loaded->local_date(*parse_instant(instant)));
}

TEST(Zone, DaysBeginAtLocalMidnight) {
  EXPECT_EQ(local_date("Europe/Berlin", "2026-01-15T22:59:59.999999Z"), "2026-01-15");
  EXPECT_EQ(local_date("Europe/Berlin", "2026-01-15T23:00:00Z"), "2026-01-16");
  EXPECT_EQ(local_date("America/New_York", "2026-01-15T04:59:59Z"), "2026-01-14");
  EXPECT_EQ(local_date("Asia/Kathmandu", "2026-01-15T18:14:59Z"), "2026-01-15");
  EXPECT_EQ(local_date("Asia/Kathmandu", "2026-01-15T18:15:00Z"), "2026-01-16");
}

TEST(Zone, SummerTimeMovesMidnight) {
  EXPECT_EQ(local_date("Europe/Berlin", "2026-07-15T21:59:59Z"), "2026-07-15");
  EXPECT_EQ(local_date("Europe/Berlin", "2026-07-15T22:00:00Z"), "2026-07-16");
  // The clocks went back on the morning of 25 October: that day ends by winter time.
  EXPECT_EQ(local_date("Europe/Berlin", "2026-10-24T22:00:00Z"), "2026-10-25");
  EXPECT_EQ(local_date("Europe/Berlin", "2026-10-25T22:59:59Z"), "2026-10-25");
}

TEST(Zone, RulesGoOnUntil2200) {
  EXPECT_EQ(local_date("America/New_York", "2199-07-01T03:59:59Z"), "2199-06-30");
  EXPECT_EQ(local_date("America/New_York", "2199-07-01T04:00:00Z"), "2199-07-01");
}

TEST(Zone, ADayThatNeverWas) {
  // Samoa went from 29 to 31 December 2011.
  EXPECT_EQ(local_date("Pacific/Apia", "2011-12-30T09:59:59Z"), "2011-12-29");
  EXPECT_EQ(local_date("Pacific/Apia", "2011-12-30T10:00:00Z"), "2011-12-31");
}

TEST(Zone, UtcNeedsNoDatabase) {
  EXPECT_EQ(load_zone("UTC")->name(), "UTC");
  EXPECT_EQ(local_date("UTC", "2026-01-15T23:59:59Z"), "2026-01-15");
}

TEST(Zone, UnknownNamesAreErrorsNeverUtc) {
  for (const char* name : {"Europe/Atlantis", "", "localtime", "/etc/localtime",
                           "Fixed/UTC+01:00:00", "../../etc/passwd", "Europe/Berlin "}) {
    const Result<Zone> zone = load_zone(name);
    EXPECT_EQ(zone.code(), Code::not_found) << name;
  }
}

TEST(Zone, OffsetsAreChecked) {
  using std::chrono::hours;
  const Instant first = instant_from_micros(0);
  EXPECT_EQ(Zone::make("", {}).problems().size(), 2U);
  EXPECT_EQ(Zone::make("x", {{first, hours(1)}, {first, hours(2)}}).problems().front().detail,
            "unordered_offsets");
  EXPECT_EQ(Zone::make("x", {{first, hours(25)}}).problems().front().detail, "bad_offset");
  const Zone zone = Zone::make("x", {{first, hours(1)}, {first + hours(48), hours(-1)}}).value();
  EXPECT_EQ(zone.local_date(first + hours(47)), Date(std::chrono::days(2)));
  EXPECT_EQ(zone.local_date(first + hours(48)), Date(std::chrono::days(1)));
  EXPECT_EQ(zone.local_date(first - hours(1)), Date(std::chrono::days(0)));
}

}  // namespace
}  // namespace galena::criteria
