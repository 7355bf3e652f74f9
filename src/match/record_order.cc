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

/// Calls visit(store, value) for a record's values of some features.
template <class Visit>
void each_value(const EncodedRecords& records, std::size_t record, const FeatureNumbers& features,
                Visit visit) {
  const RecordValues values = records[record];
  for (const std::size_t f : features) {
    const Feature& feature = records.layout().features[f];
    for (std::size_t slot = 0; slot < feature.slots.size(); ++slot)
      visit(records.store(f), values[feature.first_slot + slot]);
  }
}

/// The hash of a record's values of some features.
std::uint64_t content_hash(const EncodedRecords& records, std::size_t record,
                           const FeatureNumbers& features) {
  std::uint64_t hash = 0;
  each_value(records, record, features, [&](const ValueStore& store, ValueId id) {
    hash = hash_pair(hash, id == kBlank ? 0 : store[id].hash);
  });
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

/// A row, and the hash of what its record has; rows of like records by number otherwise.
struct Place {
  std::uint64_t content;
  std::uint32_t row;
  bool operator<(const Place& other) const {
    return content != other.content ? content < other.content : row < other.row;
  }
};

/// Calls work(places) for the places of each content that several have.
template <class Work>
void each_equal(std::span<Place> places, Work work) {
  for (std::size_t at = 0; at < places.size();) {
    std::size_t end = at + 1;
    while (end < places.size() && places[end].content == places[at].content) ++end;
    if (end - at > 1) work(places.subspan(at, end - at));
    at = end;
  }
}

constexpr std::size_t kChunk = 16384;  // rows that a thread takes at a time

/// Puts the rows of a side in an order: by neighbourhood, then by hashes of what they have. Two
/// features tell most records apart, so that of few the values of all are read.
class RowOrder {
 public:
  RowOrder(const EncodedRecords& records, const Side& side, unsigned threads)
      : records_(records),
        side_(side),
        threads_(threads),
        all_(features_by_values(records)),
        telling_(all_.begin(),
                 all_.begin() + static_cast<std::ptrdiff_t>(std::min(kTelling, all_.size()))),
        rows_(side.table.rows()),
        content_(rows_.size()) {}

  std::vector<std::uint32_t> run() {
    read_rows();
    sort_by_upper_half(rows_, threads_);
    std::vector<std::uint32_t> order(rows_.size());
    parallel_for((rows_.size() + kChunk - 1) / kChunk, threads_, [&](std::size_t chunk) {
      order_neighbourhoods(boundary(chunk * kChunk), boundary((chunk + 1) * kChunk), order);
    });
    return order;
  }

 private:
  static constexpr std::size_t kTelling = 2;

  void read_rows() {
    constexpr std::size_t kAhead = 8;
    parallel_for((rows_.size() + kChunk - 1) / kChunk, threads_, [&](std::size_t chunk) {
      const std::size_t end = std::min(rows_.size(), (chunk + 1) * kChunk);
      for (std::size_t row = chunk * kChunk; row < end; ++row) {
        const std::size_t record = side_.first_record + row;
        if (row + kAhead < end) {
          each_value(records_, record + kAhead, telling_,
                     [](const ValueStore& store, ValueId id) { prefetch(&store[id]); });
        }
        rows_[row] = neighbourhood(records_, record) >> 32 << 32 | row;
        content_[row] = content_hash(records_, record, telling_);
      }
    });
  }

  /// The first neighbourhood that begins at or behind a place.
  [[nodiscard]] std::size_t boundary(std::size_t at) const {
    while (at < rows_.size() && at != 0 && rows_[at] >> 32 == rows_[at - 1] >> 32) ++at;
    return std::min(at, rows_.size());
  }

  /// Orders the rows of each neighbourhood from place `begin` up to `end` and writes them to
  /// `order`.
  void order_neighbourhoods(std::size_t begin, std::size_t end,
                            std::vector<std::uint32_t>& order) const {
    std::vector<Place> places;
    for (std::size_t at = begin; at < end;) {
      const std::size_t first = at;
      places.clear();
      for (; at < rows_.size() && rows_[at] >> 32 == rows_[first] >> 32; ++at) {
        const auto row = static_cast<std::uint32_t>(rows_[at]);
        places.push_back({content_[row], row});
      }
      std::sort(places.begin(), places.end());
      each_equal(places, [&](std::span<Place> alike) { order_alike(alike); });
      for (std::size_t i = 0; i < places.size(); ++i) order[first + i] = places[i].row;
    }
  }

  /// Orders rows that are alike in what tells most: by all they have, then by their ids.
  void order_alike(std::span<Place> alike) const {
    for (Place& place : alike)
      place.content = content_hash(records_, side_.first_record + place.row, all_);
    std::sort(alike.begin(), alike.end());
    if (side_.id_column.empty()) return;
    each_equal(alike, [&](std::span<Place> equal) {
      std::sort(equal.begin(), equal.end(), [&](const Place& a, const Place& b) {
        return stands_before(side_.id(a.row), side_.id(b.row));
      });
    });
  }

  const EncodedRecords& records_;
  const Side& side_;
  unsigned threads_;
  FeatureNumbers all_;
  FeatureNumbers telling_;
  std::vector<std::uint64_t> rows_;  ///< half of the neighbourhood's hash (above) and row (below)
  std::vector<std::uint64_t> content_;  ///< by row: hash of what tells most
};

}  // namespace

void order_side(EncodedRecords& records, Side& side, unsigned threads) {
  side.row_of = RowOrder(records, side, threads).run();
  const std::size_t count = side.row_of.size();
  side.record_of.resize(count);
  std::vector<std::uint32_t> from(count);
  parallel_for((count + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(count, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      const std::uint32_t row = side.row_of[i];
      side.record_of[row] = side.first_record + static_cast<std::uint32_t>(i);
      from[i] = side.first_record + row;
    }
  });
  records.reorder(side.first_record, from, threads);
}

}  // namespace galena::match
