#include "match/records.hpp"

#include <algorithm>

#include "match/hash.hpp"
#include "match/parallel.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

/// Remembers which value a raw text became, so that each different text is normalised once.
/// Open addressing on 64-bit hashes; two texts with one hash are told apart by comparing the rows'
/// texts, which the caller does through `same`.
class RawMemo {
 public:
  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t row = 0;
    ValueId value = 0;
    bool used = false;
  };

  explicit RawMemo(std::size_t expected) { resize(std::max<std::size_t>(64, expected / 4)); }

  template <class Same>
  Place& find(std::uint64_t hash, Same same) {
    if ((used_ + 1) * 2 > places_.size()) resize(places_.size() * 2);
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      Place& place = places_[at];
      if (!place.used || (place.hash == hash && same(place.row))) return place;
    }
  }
  void fill(Place& place, std::uint64_t hash, std::uint32_t row, ValueId value) {
    place = {hash, row, value, true};
    ++used_;
  }

 private:
  void resize(std::size_t wanted) {
    std::size_t size = 64;
    while (size < wanted) size *= 2;
    const std::vector<Place> old = std::move(places_);
    places_.assign(size, {});
    for (const Place& place : old) {
      if (!place.used) continue;
      std::size_t at = place.hash & (size - 1);
      while (places_[at].used) at = (at + 1) & (size - 1);
      places_[at] = place;
    }
  }
  std::vector<Place> places_;
  std::size_t used_ = 0;
};

/// One text column: by dictionary code where there is one, else by memo.
class TextColumnEncoder {
 public:
  TextColumnEncoder(const Column& column, const Feature& feature, ValueStore& store)
      : column_(column), feature_(feature), store_(store) {}

  template <class Put>
  void run(Put put) {
    if (column_.is_dictionary()) {
      run_dictionary(put);
    } else {
      run_plain(put);
    }
  }

 private:
  ValueId value_of(std::string_view text) {
    if (trim(text).empty()) return kBlank;
    const std::string_view parts[] = {text};
    galena::match::encode(feature_.comparison, parts, feature_.date_order, encoded_);
    return store_.intern(encoded_);
  }

  template <class Put>
  void run_dictionary(Put put) {
    std::vector<ValueId> values(column_.distinct_size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = value_of(column_.distinct(i));
    for (std::size_t row = 0; row < column_.size(); ++row) {
      if (column_.is_null(row)) continue;
      put(row, values[static_cast<std::size_t>(column_.codes()[row])]);
    }
  }

  template <class Put>
  void run_plain(Put put) {
    RawMemo memo(column_.size());
    for (std::size_t row = 0; row < column_.size(); ++row) {
      const std::string_view text = column_.text(row);
      if (text.empty()) continue;
      const std::uint64_t hash = hash_text(text);
      RawMemo::Place& place =
          memo.find(hash, [&](std::uint32_t other) { return column_.text(other) == text; });
      if (!place.used) memo.fill(place, hash, static_cast<std::uint32_t>(row), value_of(text));
      put(row, place.value);
    }
  }

  const Column& column_;
  const Feature& feature_;
  ValueStore& store_;
  Encoded encoded_;
};

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

EncodedRecords::EncodedRecords(Layout layout) : layout_(std::move(layout)) {
  for (const Feature& feature : layout_.features) {
    stores_.emplace_back(frequency_rule(feature.comparison));
  }
}

void EncodedRecords::add_feature(const Table& table, const Feature& source, std::size_t feature,
                                 std::size_t begin) {
  ValueStore& store = stores_[feature];
  const std::size_t stride = slots();
  for (std::size_t slot = 0; slot < source.slots.size(); ++slot) {
    const std::vector<std::uint32_t>& columns = source.slots[slot];
    const std::size_t place = begin * stride + source.first_slot + slot;
    const auto put = [&](std::size_t row, ValueId value) {
      ids_[place + row * stride] = value;
      if (value != kBlank) store.count(value, 1);
    };
    if (columns.size() == 1) {
      if (columns[0] == kNoColumn) continue;
      const Column& column = table[columns[0]];
      if (column.type() == ColumnType::text) {
        TextColumnEncoder(column, source, store).run(put);
        continue;
      }
    }
    RawReader reader;
    Encoded encoded;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const RawParts parts = reader.read(table.row(row), columns);
      if (reader.blank()) continue;
      galena::match::encode(source.comparison, parts, source.date_order, encoded);
      put(row, store.intern(encoded));
    }
  }
}

void EncodedRecords::add_table(const Table& table, const Layout& source, unsigned threads) {
  const std::size_t begin = size();
  size_ += table.rows();
  ids_.resize(size_ * slots(), kBlank);
  parallel_for(layout_.features.size(), threads, [&](std::size_t feature) {
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
  ids_.insert(ids_.end(), values.begin(), values.end());
  ++size_;
}

void EncodedRecords::make_room() {
  const std::size_t wanted = ids_.size() + slots();
  if (wanted > ids_.capacity()) ids_.reserve(std::max(wanted, ids_.capacity() * 2));
}

void EncodedRecords::replace(std::size_t record, RecordValues values) noexcept {
  std::copy(values.begin(), values.end(),
            ids_.begin() + static_cast<std::ptrdiff_t>(record * slots()));
}

void EncodedRecords::count_once(const std::vector<std::uint32_t>& group_of, unsigned threads,
                                std::int32_t change) {
  // Group and record of every record that is not alone.
  std::vector<bool> shared(group_of.size());
  for (std::uint32_t record = 0; record < group_of.size(); ++record) {
    if (group_of[record] != record) shared[group_of[record]] = true;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;
  for (std::uint32_t record = 0; record < group_of.size(); ++record) {
    if (shared[group_of[record]]) members.emplace_back(group_of[record], record);
  }
  std::sort(members.begin(), members.end());
  parallel_for(layout_.features.size(), threads, [&](std::size_t f) {
    const Feature& feature = layout_.features[f];
    if (feature.comparison == kRawText) return;  // shares of all rows, as they are given
    std::vector<ValueId> values;
    for (std::size_t i = 0; i < members.size();) {
      const std::uint32_t group = members[i].first;
      values.clear();
      for (; i < members.size() && members[i].first == group; ++i) {
        for (std::size_t slot = 0; slot < feature.slots.size(); ++slot) {
          const ValueId id = (*this)[members[i].second][feature.first_slot + slot];
          if (id != kBlank) values.push_back(id);
        }
      }
      std::sort(values.begin(), values.end());
      for (std::size_t k = 1; k < values.size(); ++k) {
        if (values[k] == values[k - 1]) stores_[f].count(values[k], change);
      }
    }
  });
}

std::vector<std::uint32_t> EncodedRecords::copies(std::size_t split) const {
  std::vector<std::uint32_t> first_of(size_);
  for (std::uint32_t record = 0; record < size_; ++record) {
    first_of[record] = record;
    if (record == 0 || record == split) continue;
    const RecordValues own = (*this)[record];
    const RecordValues before = (*this)[record - 1];
    if (std::equal(own.begin(), own.end(), before.begin())) first_of[record] = first_of[record - 1];
  }
  return first_of;
}

void EncodedRecords::set_rarities(std::uint64_t population) {
  for (ValueStore& store : stores_) store.set_rarities(population);
}

}  // namespace galena::match
