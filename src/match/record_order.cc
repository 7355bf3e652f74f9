#include "match/record_order.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "match/hash.hpp"
#include "match/id_order.hpp"
#include "match/radix_sort.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

using FeatureNumbers = std::vector<std::size_t>;

/// The hash of all that a record has.
std::uint64_t content_hash(const EncodedRecords& records, std::size_t record) {
  std::uint64_t hash = 0;
  const RecordValues values = records[record];
  for (std::size_t f = 0; f < records.layout().features.size(); ++f) {
    const Feature& feature = records.layout().features[f];
    for (std::size_t slot = 0; slot < feature.slots.size(); ++slot) {
      const ValueId id = values[feature.first_slot + slot];
      hash = hash_pair(hash, id == kBlank ? 0 : records.store(f)[id].hash);
    }
  }
  return hash;
}

/// All features, those of most values first.
FeatureNumbers features_by_values(const EncodedRecords& records) {
  FeatureNumbers features(records.layout().features.size());
  std::iota(features.begin(), features.end(), std::size_t{0});
  std::stable_sort(features.begin(), features.end(), [&](std::size_t a, std::size_t b) {
    return records.store(a).size() > records.store(b).size();
  });
  return features;
}

/// What tells a record best from others: the value that it has of the feature of most values; null
/// where it has none.
const StoredValue* telling_value(const EncodedRecords& records, std::size_t record,
                                 const FeatureNumbers& by_values) {
  const RecordValues values = records[record];
  for (const std::size_t f : by_values) {
    const ValueId id = values[records.layout().features[f].first_slot];
    if (id != kBlank) return &records.store(f)[id];
  }
  return nullptr;
}

/// What records that are likely to be compared have in common, so that they lie close together.
std::uint64_t neighbourhood(const EncodedRecords& records, std::size_t record) {
  for (const Comparison comparison :
       {Comparison::last_name, Comparison::full_name, Comparison::company}) {
    const int feature = records.layout().find(comparison);
    if (feature < 0) continue;
    const auto f = static_cast<std::size_t>(feature);
    const ValueId id = records[record][records.layout().features[f].first_slot];
    if (id == kBlank) continue;
    const StoredValue& value = records.store(f)[id];
    return comparison == Comparison::company ? value.first : value.second;
  }
  return 0;
}

/// A row, and the hash of something that its record has; rows of like records by number otherwise.
struct Place {
  std::uint64_t content;
  std::uint32_t row;
  bool operator<(const Place& other) const {
    return content != other.content ? content < other.content : row < other.row;
  }
  static bool alike(const Place& a, const Place& b) { return a.content == b.content; }
};

/// Calls work(first, end) for the places of each run of two items and more that are the same.
template <class Items, class Same, class Work>
void each_run(const Items& items, std::size_t begin, std::size_t end, Same same, Work work) {
  while (begin < end) {
    std::size_t next = begin + 1;
    while (next < end && same(items[next], items[begin])) ++next;
    if (next - begin > 1) work(begin, next);
    begin = next;
  }
}

constexpr std::size_t kChunk = 16384;  // rows that a thread takes at a time

/// Puts the rows of a side in an order: by neighbourhood, then by hashes of what they have. A few
/// bits of what tells records apart are enough for most; those that have it in common are read
/// whole.
class RowOrder {
 public:
  RowOrder(const EncodedRecords& records, const Side& side, unsigned threads)
      : records_(records),
        side_(side),
        threads_(threads),
        by_values_(features_by_values(records)),
        rows_(side.table.rows()) {}

  std::vector<std::uint32_t> run() {
    read_rows();
    sort_by_upper_half(rows_, threads_);
    std::vector<std::uint32_t> order(rows_.size());
    using Places = std::vector<Place>;
    const auto no_places = [] { return Places(); };
    parallel_for_with(chunks(), threads_, no_places, [&](std::size_t chunk, Places& places) {
      const std::size_t begin = boundary(chunk * kChunk);
      const std::size_t end = boundary((chunk + 1) * kChunk);
      for (std::size_t i = begin; i < end; ++i) order[i] = static_cast<std::uint32_t>(rows_[i]);
      const auto same = [](std::uint64_t a, std::uint64_t b) { return a >> 32 == b >> 32; };
      each_run(rows_, begin, end, same, [&](std::size_t first, std::size_t last) {
        order_alike(std::span(order).subspan(first, last - first), places);
      });
    });
    return order;
  }

 private:
  static constexpr unsigned kNeighbourhood = 16;  // bits of 32
  static constexpr unsigned kContent = 32 - kNeighbourhood;

  [[nodiscard]] std::size_t chunks() const { return (rows_.size() + kChunk - 1) / kChunk; }

  void read_rows() {
    constexpr std::size_t kAhead = 8;
    parallel_for(chunks(), threads_, [&](std::size_t chunk) {
      const std::size_t end = std::min(rows_.size(), (chunk + 1) * kChunk);
      for (std::size_t row = chunk * kChunk; row < end; ++row) {
        const std::size_t record = record_of(row);
        if (row + kAhead < end) prefetch(telling_value(records_, record + kAhead, by_values_));
        const StoredValue* const telling = telling_value(records_, record, by_values_);
        const std::uint64_t content = telling == nullptr ? 0 : telling->hash >> (64 - kContent);
        const std::uint64_t near = neighbourhood(records_, record) >> (64 - kNeighbourhood);
        rows_[row] = (near << kContent | content) << 32 | row;
      }
    });
  }

  /// The first row at or behind a place that differs from the one before it.
  [[nodiscard]] std::size_t boundary(std::size_t at) const {
    while (at < rows_.size() && at != 0 && rows_[at] >> 32 == rows_[at - 1] >> 32) ++at;
    return std::min(at, rows_.size());
  }

  /// Orders rows by what tells them apart, then by all that they have, then by their ids. `places`
  /// is room to work in.
  void order_alike(std::span<std::uint32_t> rows, std::vector<Place>& places) const {
    places.clear();
    for (const std::uint32_t row : rows) {
      const StoredValue* const telling = telling_value(records_, record_of(row), by_values_);
      places.push_back({telling == nullptr ? 0 : telling->hash, row});
    }
    std::sort(places.begin(), places.end());
    each_run(places, 0, places.size(), Place::alike, [&](std::size_t first, std::size_t last) {
      order_by_content(std::span(places).subspan(first, last - first));
    });
    std::transform(places.begin(), places.end(), rows.begin(),
                   [](const Place& place) { return place.row; });
  }

  void order_by_content(std::span<Place> places) const {
    for (Place& place : places) place.content = content_hash(records_, record_of(place.row));
    std::sort(places.begin(), places.end());
    if (side_.id_column.empty()) return;
    each_run(places, 0, places.size(), Place::alike, [&](std::size_t first, std::size_t last) {
      const std::span<Place> equal = places.subspan(first, last - first);
      std::sort(equal.begin(), equal.end(), [&](const Place& a, const Place& b) {
        return stands_before(side_.id(a.row), side_.id(b.row));
      });
    });
  }

  [[nodiscard]] std::size_t record_of(std::size_t row) const { return side_.first_record + row; }

  const EncodedRecords& records_;
  const Side& side_;
  unsigned threads_;
  FeatureNumbers by_values_;
  /// Bits of the neighbourhood's hash, bits of that of the most telling value, the row.
  std::vector<std::uint64_t> rows_;
};

}  // namespace

void order_side(EncodedRecords& records, Side& side, unsigned threads) {
  side.row_of = RowOrder(records, side, threads).run();
  const std::size_t count = side.row_of.size();
  side.record_of.resize(count);
  parallel_for((count + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(count, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      side.record_of[side.row_of[i]] = side.first_record + static_cast<std::uint32_t>(i);
    }
  });
  records.reorder(side.first_record, side.row_of, threads);
}

}  // namespace galena::match
