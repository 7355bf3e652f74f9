// Zone: a time zone as data: its offsets from UTC over time. Says on which local day an instant
// falls.
//
//   criteria::Zone()                              // UTC
//   criteria::load_zone("Europe/Berlin")          // from the zone database; compiled code
//   zone.local_date(now)
//
// A zone holds everything that it needs: no database and no variable is read after it was made.
#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/instant.hpp"
#include "galena/base/result.hpp"

namespace galena::criteria {

/// From this instant on, local time is UTC + east (negative: west).
struct ZoneOffset {
  Instant from;
  std::chrono::seconds east{0};
  friend bool operator==(const ZoneOffset&, const ZoneOffset&) = default;
};

/// A cheap handle on immutable data; share it between threads.
class Zone {
 public:
  /// UTC.
  Zone() = default;

  /// A zone from offsets in order of time; the first also holds before its own instant. Errors
  /// (INVALID_ARGUMENT): "missing_name", "missing_offsets", "unordered_offsets", and "bad_offset"
  /// for more than a day.
  static Result<Zone> make(std::string name, std::vector<ZoneOffset> offsets) {
    Problems problems;
    const auto complain = [&](std::string detail, std::string message) {
      problems.add(Code::invalid_argument, std::move(detail), name, std::move(message));
    };
    if (name.empty()) complain("missing_name", "a time zone needs a name");
    if (offsets.empty()) complain("missing_offsets", "a time zone needs at least one offset");
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      if (i > 0 && offsets[i].from <= offsets[i - 1].from) {
        complain("unordered_offsets", "the offsets of a time zone are in order of time");
      }
      if (std::chrono::abs(offsets[i].east) > std::chrono::days(1)) {
        complain("bad_offset", "an offset of a time zone is at most a day");
      }
    }
    if (!problems.empty()) return problems;
    Zone zone;
    zone.data_.reset(new Data{std::move(name), std::move(offsets)});
    return zone;
  }

  /// The IANA name; "UTC" for the default.
  [[nodiscard]] std::string_view name() const {
    return data_ ? std::string_view(data_->name) : "UTC";
  }

  /// The local day of an instant. O(log offsets), UTC O(1).
  [[nodiscard]] Date local_date(Instant instant) const {
    return std::chrono::floor<std::chrono::days>(data_ ? instant + east_of_utc(instant) : instant);
  }

 private:
  struct Data {
    std::string name;
    std::vector<ZoneOffset> offsets;
  };

  [[nodiscard]] std::chrono::seconds east_of_utc(Instant instant) const {
    const auto& offsets = data_->offsets;
    const auto after = std::upper_bound(
        offsets.begin(), offsets.end(), instant,
        [](Instant wanted, const ZoneOffset& offset) { return wanted < offset.from; });
    return after == offsets.begin() ? after->east : std::prev(after)->east;
  }

  std::shared_ptr<const Data> data_;
};

/// The zone of an IANA name such as "America/New_York", from the zone database of this machine,
/// with all changes until the year 2200 (later instants keep the last offset). "UTC" needs no
/// database. NOT_FOUND "unknown_zone" for a name the database does not have; never UTC instead.
/// Compiled code.
Result<Zone> load_zone(std::string_view name);

/// What an evaluation knows besides the record: the instant that counts as now, and where days
/// begin.
class Context {
 public:
  explicit Context(Instant now, Zone zone = {})
      : now_(now), zone_(std::move(zone)), today_(zone_.local_date(now)) {}

  [[nodiscard]] Instant now() const { return now_; }
  [[nodiscard]] const Zone& zone() const { return zone_; }
  [[nodiscard]] Date today() const { return today_; }

 private:
  Instant now_;
  Zone zone_;
  Date today_;
};

}  // namespace galena::criteria
