#include "galena/criteria/zone.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace galena::criteria {

namespace {

constexpr int kLastYear = 2200;

/// IANA names only: Abseil also takes paths, "localtime" and fixed offsets, which depend on the
/// machine or are no names of the database.
bool is_zone_name(std::string_view name) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '+' || c == '-' || c == '/';
  };
  return !name.empty() && name.front() != '/' && name != "localtime" &&
         !name.starts_with("Fixed/") && std::all_of(name.begin(), name.end(), good);
}

ZoneOffset offset_at(const absl::TimeZone& zone, absl::Time time) {
  return {instant_from_micros(absl::ToUnixMicros(time)),
          std::chrono::seconds(zone.At(time).offset)};
}

/// The instant of a change of the local clock; nothing for one that keeps the offset.
absl::Time instant_of(const absl::TimeZone& zone, const absl::TimeZone::CivilTransition& change) {
  const auto skipped = zone.At(change.from);
  if (skipped.kind == absl::TimeZone::TimeInfo::SKIPPED) return skipped.trans;
  const auto repeated = zone.At(change.to);
  return repeated.kind == absl::TimeZone::TimeInfo::REPEATED ? repeated.trans
                                                             : absl::InfiniteFuture();
}

std::vector<ZoneOffset> offsets_of(const absl::TimeZone& zone) {
  std::vector<ZoneOffset> offsets = {
      offset_at(zone, absl::FromCivil(absl::CivilSecond(1800, 1, 1), zone))};
  absl::Time at = absl::InfinitePast();
  absl::TimeZone::CivilTransition change;
  while (zone.NextTransition(at, &change) && change.to.year() <= kLastYear) {
    const absl::Time when = instant_of(zone, change);
    // A change of name only has no instant of its own: go on behind its local time.
    at = when == absl::InfiniteFuture() ? absl::FromCivil(change.to, zone) : when;
    if (when != absl::InfiniteFuture()) offsets.push_back(offset_at(zone, when));
  }
  return offsets;
}

}  // namespace

Result<Zone> load_zone(std::string_view name) {
  if (name == "UTC") return Zone();
  absl::TimeZone zone;
  const std::string text(name);
  if (!is_zone_name(name) || !absl::LoadTimeZone(text, &zone)) {
    return Problem{Code::not_found, "unknown_zone", text,
                   "the zone database of this machine has no time zone '" + text + "'",
                   "use an IANA name such as \"Europe/Berlin\"; install tzdata when it is missing"};
  }
  return Zone::make(text, offsets_of(zone));
}

}  // namespace galena::criteria
