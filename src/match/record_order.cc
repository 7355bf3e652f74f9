#include "match/record_order.hpp"

#include <algorithm>

#include "match/hash.hpp"
#include "match/id_order.hpp"
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

/// What a record is ordered by.
struct Place {
  std::uint64_t neighbourhood;
  std::uint64_t content;
  std::uint32_t row;
};

void order_equals_by_id(std::vector<Place>& order, const Side& side) {
  for (auto at = order.begin(); at != order.end();) {
    const auto end = std::find_if(at, order.end(), [&](const Place& place) {
      return place.neighbourhood != at->neighbourhood || place.content != at->content;
    });
    if (end - at > 1) {
      std::sort(at, end, [&](const Place& a, const Place& b) {
        return stands_before(side.id(a.row), side.id(b.row));
      });
    }
    at = end;
  }
}

}  // namespace

void order_side(EncodedRecords& records, Side& side, unsigned threads) {
  const std::size_t count = side.table.rows();
  std::vector<Place> order(count);
  constexpr std::size_t kChunk = 16384;
  constexpr std::size_t kAhead = 8;
  parallel_for((count + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(count, (chunk + 1) * kChunk);
    for (std::size_t row = chunk * kChunk; row < end; ++row) {
      const std::size_t record = side.first_record + row;
      if (row + kAhead < end) records.prefetch_values(record + kAhead);
      order[row] = {neighbourhood(records, record), content_hash(records, record),
                    static_cast<std::uint32_t>(row)};
    }
  });
  parallel_sort(order, threads, [](const Place& a, const Place& b) {
    if (a.neighbourhood != b.neighbourhood) return a.neighbourhood < b.neighbourhood;
    return a.content != b.content ? a.content < b.content : a.row < b.row;
  });
  if (!side.id_column.empty()) order_equals_by_id(order, side);
  side.row_of.resize(count);
  side.record_of.resize(count);
  std::vector<std::uint32_t> from(count);
  parallel_for((count + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(count, (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      const std::uint32_t row = order[i].row;
      side.row_of[i] = row;
      side.record_of[row] = side.first_record + static_cast<std::uint32_t>(i);
      from[i] = side.first_record + row;
    }
  });
  records.reorder(side.first_record, from, threads);
}

}  // namespace galena::match
