#include "match/records.hpp"

#include <algorithm>
#include <utility>

#include "match/memory.hpp"
#include "match/radix_sort.hpp"
#include "match/text.hpp"
#include "match/text_column.hpp"
#include "match/text_parts.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

constexpr std::size_t kChunk = 16384;  // records, or values, that a thread takes at a time

/// Where the values of a slot go: each to its row. How often each occurs is put into the store at
/// the end, value by value: one pass over the store in its order instead of a leap for every row.
class SlotValues {
 public:
  /// The first row's value goes to `first`, each next one `stride` behind; `store` will have had
  /// `most` more values at the end.
  SlotValues(ValueId* first, std::size_t stride, const ValueStore& store, std::size_t most)
      : first_(first), stride_(stride), counts_(store.size() + most) {}
  void put(std::size_t row, ValueId value) {
    if (value == kBlank) return;
    first_[row * stride_] = value;
    ++counts_[value];
  }
  /// Asks for what will be counted.
  void prefetch(ValueId value) const { galena::match::prefetch(&counts_[value]); }
  void count_in(ValueStore& store) const {
    for (std::size_t value = 1; value < store.size(); ++value) {
      if (counts_[value] != 0) store.count(static_cast<ValueId>(value), counts_[value]);
    }
  }

 private:
  ValueId* first_;
  std::size_t stride_;
  ZeroedArray<std::int32_t> counts_;
};

/// The parts that have a column, by number.
std::vector<std::size_t> parts_there(const std::vector<std::uint32_t>& columns) {
  std::vector<std::size_t> there;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] != kNoColumn) there.push_back(i);
  }
  return there;
}

/// About how long a value takes, in any unit.
int cost_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::company:
    case Comparison::street:
    case Comparison::full_name:
    case Comparison::text:
      return 12;
    case Comparison::email:
    case Comparison::website:
      return 10;
    case Comparison::phone:
      return 8;
    case Comparison::name_suffix:
    case Comparison::city:
    case Comparison::region:
    case Comparison::country:
    case Comparison::postal_code:
    case Comparison::category:
      return 2;
    default:
      return 4;
  }
}

/// About how long the values of a feature take, in that unit, so that the long ones start first.
double cost_of(const Table& table, const Feature& feature) {
  const double of_value = cost_of(feature.comparison);
  const auto rows = static_cast<double>(table.rows());
  double cost = 0;
  for (const std::vector<std::uint32_t>& slot : feature.slots) {
    const std::vector<std::size_t> parts = parts_there(slot);
    const bool alone = parts.size() == 1 && table[slot[parts[0]]].is_dictionary();
    cost += alone ? rows + of_value * static_cast<double>(table[slot[parts[0]]].distinct_size())
                  : of_value * rows * static_cast<double>(parts.size());
  }
  return cost;
}

}  // namespace

RawParts RawReader::read(const RowView& row, const std::vector<std::uint32_t>& columns) {
  owned_.resize(columns.size());
  parts_.assign(columns.size(), {});
  blank_ = true;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == kNoColumn) continue;
    const ValueView value = row[columns[i]];
    if (value.is_blank()) continue;
    if (value.kind() == ValueKind::text) {
      parts_[i] = trim(value.text());
    } else {
      owned_[i] = to_text(value);
      parts_[i] = owned_[i];
    }
    blank_ = blank_ && parts_[i].empty();
  }
  return parts_;
}

namespace {

/// Whether many have one value of these, so that rows of nothing else may be alike by chance.
bool shared_by_many(Comparison comparison) {
  switch (comparison) {
    case Comparison::full_name:
    case Comparison::first_name:
    case Comparison::middle_name:
    case Comparison::last_name:
    case Comparison::name_suffix:
    case Comparison::unit:
    case Comparison::city:
    case Comparison::region:
    case Comparison::postal_code:
    case Comparison::country:
    case Comparison::category:
      return true;
    default:
      return false;
  }
}

/// Puts the values of a slot.
void encode_slot(const Table& table, const Feature& feature, std::size_t slot, ValueStore& store,
                 SlotValues& out) {
  const std::vector<std::uint32_t>& columns = feature.slots[slot];
  const std::vector<std::size_t> there = parts_there(columns);
  if (there.empty()) return;
  const Column& first = table[columns[there[0]]];
  if (there.size() == 1 && first.type() == ColumnType::text)
    return TextColumnEncoder(first, there[0], columns.size(), feature, store).run(out);
  TextParts texts(table, columns);
  if (texts.all_text() && feature.comparison == Comparison::name_suffix) {
    SuffixColumns suffixes(table, columns, feature, store);
    for (std::size_t row = 0; row < table.rows(); ++row) out.put(row, suffixes.of(row));
    return;
  }
  Encoded encoded;
  const auto put_parts = [&](std::size_t row, RawParts parts) {
    encode(feature.comparison, parts, feature.date_order, encoded);
    out.put(row, store.intern(encoded));
  };
  if (texts.all_text()) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (const RawParts parts = texts.read(row); !parts.empty()) put_parts(row, parts);
    }
    return;
  }
  RawReader reader;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const RawParts parts = reader.read(table.row(row), columns);
    if (!reader.blank()) put_parts(row, parts);
  }
}

}  // namespace

EncodedRecords::EncodedRecords(Layout layout) : layout_(std::move(layout)) {
  for (const Feature& feature : layout_.features) {
    stores_.emplace_back(frequency_rule(feature.comparison, layout_.features.size() == 1));
  }
}

void EncodedRecords::add_feature(const Table& table, const Feature& source, std::size_t feature,
                                 std::size_t begin) {
  ValueStore& store = stores_[feature];
  for (std::size_t slot = 0; slot < source.slots.size(); ++slot) {
    const std::size_t place = begin * slots() + source.first_slot + slot;
    SlotValues values(ids_.begin() + place, slots(), store, table.rows());
    encode_slot(table, source, slot, store, values);
    values.count_in(store);
  }
}

void EncodedRecords::add_table(const Table& table, const Layout& source, unsigned threads) {
  const std::size_t begin = size();
  size_ += table.rows();
  const std::size_t filled = ids_.size();
  ids_.extend(table.rows() * slots());
  const std::size_t chunks = (ids_.size() - filled + kChunk - 1) / kChunk;
  parallel_for(chunks, threads, [&](std::size_t chunk) {
    const std::size_t from = filled + chunk * kChunk;
    const std::size_t count = std::min(kChunk, ids_.size() - from);
    ids_.make_ready(from, count);
    std::fill_n(ids_.begin() + from, count, kBlank);
  });
  std::vector<std::pair<double, std::size_t>> order;  // the longest first
  for (std::size_t feature = 0; feature < layout_.features.size(); ++feature) {
    order.emplace_back(-cost_of(table, source.features[feature]), feature);
  }
  std::sort(order.begin(), order.end());
  parallel_for(order.size(), threads, [&](std::size_t i) {
    const std::size_t feature = order[i].second;
    Feature aligned = source.features[feature];
    aligned.first_slot = layout_.features[feature].first_slot;
    add_feature(table, aligned, feature, begin);
  });
}

void EncodedRecords::encode(const RowView& row, const Layout& source, std::vector<ValueId>& out) {
  encode(row, source, 0, out);
}

void EncodedRecords::encode(const RowView& row, const Layout& source, std::uint64_t population,
                            std::vector<ValueId>& out) {
  out.assign(slots(), kBlank);
  RawReader reader;
  Encoded encoded;
  for (std::size_t f = 0; f < layout_.features.size(); ++f) {
    const Feature& feature = source.features[f];
    for (std::size_t slot = 0; slot < feature.slots.size(); ++slot) {
      const RawParts parts = reader.read(row, feature.slots[slot]);
      if (reader.blank()) continue;
      galena::match::encode(feature.comparison, parts, feature.date_order, encoded);
      const std::size_t known = stores_[f].size();
      const ValueId value = stores_[f].intern(encoded);
      if (value >= known) stores_[f].update_rarity(value, population);
      out[layout_.features[f].first_slot + slot] = value;
    }
  }
}

void EncodedRecords::encode_query(const RowView& row, const Layout& source,
                                  const EncodedRecords& base, std::uint64_t population,
                                  std::vector<ValueId>& out) {
  out.assign(slots(), kBlank);
  RawReader reader;
  Encoded encoded;
  for (std::size_t f = 0; f < layout_.features.size(); ++f) {
    const Feature& feature = source.features[f];
    stores_[f].clear();
    for (std::size_t slot = 0; slot < feature.slots.size(); ++slot) {
      const RawParts parts = reader.read(row, feature.slots[slot]);
      if (reader.blank()) continue;
      galena::match::encode(feature.comparison, parts, feature.date_order, encoded);
      out[layout_.features[f].first_slot + slot] =
          stores_[f].append_for_query(encoded, base.store(f), population);
    }
  }
}

void EncodedRecords::append(RecordValues values) {
  std::copy(values.begin(), values.end(), ids_.extend(values.size()));
  ++size_;
}

void EncodedRecords::make_room() { ids_.make_room(slots()); }

void EncodedRecords::replace(std::size_t record, RecordValues values) noexcept {
  std::copy(values.begin(), values.end(), ids_.begin() + record * slots());
}

void EncodedRecords::reorder(std::size_t first, const std::vector<std::uint32_t>& from,
                             unsigned threads) {
  constexpr std::size_t kAhead = 8;
  GrowingArray<ValueId> ordered;
  ordered.extend(ids_.size());
  std::copy_n(ids_.begin(), first * slots(), ordered.begin());
  parallel_for((from.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(from.size(), (chunk + 1) * kChunk);
    ordered.make_ready((first + chunk * kChunk) * slots(), (end - chunk * kChunk) * slots());
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      if (i + kAhead < end) prefetch(first + from[i + kAhead]);
      const RecordValues values = (*this)[first + from[i]];
      std::copy(values.begin(), values.end(), ordered.begin() + (first + i) * slots());
    }
  });
  const std::size_t behind = (first + from.size()) * slots();
  std::copy(ids_.begin() + behind, ids_.end(), ordered.begin() + behind);
  ids_ = std::move(ordered);
}

namespace {

/// Appends every value of `values` but its first occurrence. Sorts them.
void append_repeated(std::vector<ValueId>& values, std::vector<ValueId>& repeated) {
  if (values.size() < 2) return;
  if (values.size() > 2) std::sort(values.begin(), values.end());
  for (std::size_t k = 1; k < values.size(); ++k) {
    if (values[k] == values[k - 1]) repeated.push_back(values[k]);
  }
}

/// Group (above) and number (below) of every record that is not alone in its group, by group.
std::vector<std::uint64_t> members_of_groups(const std::vector<std::uint32_t>& group_of) {
  std::vector<bool> shared(group_of.size());
  std::vector<std::uint64_t> members;
  for (std::uint32_t record = 0; record < group_of.size(); ++record) {
    const std::uint64_t group = group_of[record];
    if (group == record) continue;
    if (!shared[group]) members.push_back(group << 32 | group);
    shared[group] = true;
    members.push_back(group << 32 | record);
  }
  std::vector<std::uint64_t> space;
  sort_by_upper_half(members, space);
  return members;
}

}  // namespace

void EncodedRecords::count_once(const std::vector<std::uint32_t>& group_of, unsigned threads,
                                std::int32_t change) {
  constexpr std::size_t kAhead = 8;
  const std::vector<std::uint64_t> members = members_of_groups(group_of);
  const auto record_at = [&](std::size_t i) { return static_cast<std::uint32_t>(members[i]); };
  parallel_for(layout_.features.size(), threads, [&](std::size_t f) {
    const Feature& feature = layout_.features[f];
    if (feature.comparison == kRawText) return;  // shares of all rows, as they are given
    std::vector<ValueId> values;
    std::vector<ValueId> repeated;
    for (std::size_t i = 0; i < members.size();) {
      const std::uint64_t group = members[i] >> 32;
      values.clear();
      for (; i < members.size() && members[i] >> 32 == group; ++i) {
        if (i + kAhead < members.size()) prefetch(record_at(i + kAhead));
        const RecordValues own = (*this)[record_at(i)];
        for (std::size_t slot = 0; slot < feature.slots.size(); ++slot) {
          const ValueId id = own[feature.first_slot + slot];
          if (id != kBlank) values.push_back(id);
        }
      }
      append_repeated(values, repeated);
    }
    ValueStore& store = stores_[f];
    for (std::size_t i = 0; i < repeated.size(); ++i) {
      if (i + kAhead < repeated.size())
        galena::match::prefetch(&std::as_const(store)[repeated[i + kAhead]]);
      store.count(repeated[i], change);
    }
  });
}

bool EncodedRecords::tells_records_apart(RecordValues values) const {
  return std::any_of(layout_.features.begin(), layout_.features.end(), [&](const Feature& feature) {
    const auto first = values.begin() + feature.first_slot;
    return !shared_by_many(feature.comparison) &&
           std::any_of(first, first + static_cast<std::ptrdiff_t>(feature.slots.size()),
                       [](ValueId value) { return value != kBlank; });
  });
}

std::vector<std::uint32_t> EncodedRecords::copies(std::size_t split, unsigned threads) const {
  std::vector<std::uint32_t> first_of(size_);
  parallel_for((size_ + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    const std::size_t end = std::min(size_, (chunk + 1) * kChunk);
    for (std::size_t record = chunk * kChunk; record < end; ++record) {
      first_of[record] = static_cast<std::uint32_t>(record);
      if (record == 0 || record == split) continue;
      const RecordValues own = (*this)[record];
      const RecordValues before = (*this)[record - 1];
      if (std::equal(own.begin(), own.end(), before.begin()) && tells_records_apart(own))
        first_of[record] = static_cast<std::uint32_t>(record - 1);
    }
  });
  // A copy of the record before it is one of what that is a copy of.
  for (std::size_t record = 0; record < size_; ++record)
    first_of[record] = first_of[first_of[record]];
  return first_of;
}

void EncodedRecords::forget_texts() {
  for (ValueStore& store : stores_) store.forget_texts();
}

void EncodedRecords::set_rarities(std::uint64_t population) {
  for (ValueStore& store : stores_) store.set_rarities(population);
}

}  // namespace galena::match
