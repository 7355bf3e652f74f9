#include "match/record_order.hpp"

#include <algorithm>

#include "match/hash.hpp"
#include "match/id_order.hpp"
#include "match/radix_sort.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

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

/// A row, and the hash of what it has; rows of like records by number otherwise.
struct Place {
  std::uint64_t content;
  std::uint32_t row;
  bool operator<(const Place& other) const {
    return content != other.content ? content < other.content : row < other.row;
  }
};

void order_equals_by_id(std::vector<Place>& places, const Side& side) {
  for (auto at = places.begin(); at != places.end();) {
    const auto end = std::find_if(at, places.end(),
                                  [&](const Place& place) { return place.content != at->content; });
    if (end - at > 1) {
      std::sort(at, end, [&](const Place& a, const Place& b) {
        return stands_before(side.id(a.row), side.id(b.row));
      });
    }
    at = end;
  }
}

constexpr std::size_t kChunk = 16384;  // rows that a thread takes at a time

/// Half of the neighbourhood's hash (above) and the row (below), by these; and the content of each
/// row.
struct Rows {
  std::vector<std::uint64_t> by_neighbourhood;
  std::vector<std::uint64_t> content;
};

Rows rows_of(const EncodedRecords& records, const Side& side, unsigned threads) {
  constexpr std::size_t kAhead = 8;
  const std::size_t count = side.table.rows();
  Rows rows{std::vector<std::uint64_t>(count), std::vector<std::uint64_t>(count)};
  parallel_for((count + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(count, (chunk + 1) * kChunk);
    for (std::size_t row = chunk * kChunk; row < end; ++row) {
      const std::size_t record = side.first_record + row;
      if (row + kAhead < end) records.prefetch_values(record + kAhead);
      rows.by_neighbourhood[row] = neighbourhood(records, record) >> 32 << 32 | row;
      rows.content[row] = content_hash(records, record);
    }
  });
  std::vector<std::uint64_t> space;
  sort_by_upper_half(rows.by_neighbourhood, space);
  return rows;
}

/// Orders the rows of each neighbourhood from place `begin` up to `end` and writes them to `order`.
void order_neighbourhoods(const Rows& rows, std::size_t begin, std::size_t end, const Side& side,
                          std::vector<std::uint32_t>& order) {
  const std::vector<std::uint64_t>& all = rows.by_neighbourhood;
  std::vector<Place> places;
  for (std::size_t at = begin; at < end;) {
    const std::size_t first = at;
    places.clear();
    for (; at < all.size() && all[at] >> 32 == all[first] >> 32; ++at) {
      const auto row = static_cast<std::uint32_t>(all[at]);
      places.push_back({rows.content[row], row});
    }
    std::sort(places.begin(), places.end());
    if (!side.id_column.empty()) order_equals_by_id(places, side);
    for (std::size_t i = 0; i < places.size(); ++i) order[first + i] = places[i].row;
  }
}

/// The rows of a side in the order of their records.
std::vector<std::uint32_t> ordered_rows(const EncodedRecords& records, const Side& side,
                                        unsigned threads) {
  const Rows rows = rows_of(records, side, threads);
  const std::vector<std::uint64_t>& all = rows.by_neighbourhood;
  std::vector<std::uint32_t> order(all.size());
  // The first neighbourhood that begins at or behind a place.
  const auto boundary = [&](std::size_t at) {
    while (at < all.size() && at != 0 && all[at] >> 32 == all[at - 1] >> 32) ++at;
    return std::min(at, all.size());
  };
  parallel_for((all.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    order_neighbourhoods(rows, boundary(chunk * kChunk), boundary((chunk + 1) * kChunk), side,
                         order);
  });
  return order;
}

}  // namespace

void order_side(EncodedRecords& records, Side& side, unsigned threads) {
  side.row_of = ordered_rows(records, side, threads);
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
