// EncodedRecords: records as rows of value numbers, and the stores of the values.
//
// Built from whole tables column by column (in parallel), or record by record.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "galena/record/row_view.hpp"
#include "match/layout.hpp"
#include "match/memory.hpp"

namespace galena::match {

/// The values of one record, one a slot, as Layout orders them.
using RecordValues = std::span<const ValueId>;

class EncodedRecords {
 public:
  explicit EncodedRecords(Layout layout);

  /// Appends all rows of `table`, whose columns `source` names (same features as layout()). Counts
  /// the values. Uses up to `threads` threads. O(cells).
  void add_table(const Table& table, const Layout& source, unsigned threads);

  /// The values of one record, interned but not counted and not appended; `source` as above.
  void encode(const RowView& row, const Layout& source, std::vector<ValueId>& out);
  /// The same; new values get the rarity that a value nobody has is given among `population`
  /// records, so that they change no query while nobody has them.
  void encode(const RowView& row, const Layout& source, std::uint64_t population,
              std::vector<ValueId>& out);
  /// Makes this the record of a query against `base`: its one record, in stores of its own.
  void encode_query(const RowView& row, const Layout& source, const EncodedRecords& base,
                    std::uint64_t population, std::vector<ValueId>& out);
  /// Adds a record. Nothing has changed when it throws.
  void append(RecordValues values);
  /// Makes room for one more record: the next append() does not throw.
  void make_room();
  /// Puts other values in the place of a record's.
  void replace(std::size_t record, RecordValues values) noexcept;

  /// Puts other records in the place of those from `first` on: `from`, counted from there, each of
  /// them once.
  void reorder(std::size_t first, const std::vector<std::uint32_t>& from, unsigned threads);

  /// Counts each value once for every group of records that has it, groups given as the number of
  /// their first record by record; `change` +1 takes that back. Rarities follow at the next
  /// set_rarities().
  void count_once(const std::vector<std::uint32_t>& group_of, unsigned threads,
                  std::int32_t change = -1);

  /// For every record the first one of the same content; records from `split` on are another table.
  /// Records of nothing but names, places and categories are no copies: many are alike by chance.
  [[nodiscard]] std::vector<std::uint32_t> copies(std::size_t split, unsigned threads) const;

  /// Frees what values are looked up by. From now on no record may be added or encoded.
  void forget_texts();

  /// To be called when all records are in, before comparing.
  void set_rarities(std::uint64_t population);

  /// Records, which exist also where nothing of them is compared (no slots).
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] RecordValues operator[](std::size_t record) const {
    return ids().subspan(record * slots(), slots());
  }
  /// Bytes.
  [[nodiscard]] std::size_t memory() const {
    std::size_t bytes = ids_.capacity() * sizeof(ValueId);
    for (const ValueStore& store : stores_) bytes += store.memory();
    return bytes;
  }
  /// Asks for the memory of a record's values.
  void prefetch(std::size_t record) const {
    galena::match::prefetch(ids_.data() + record * slots());
  }
  [[nodiscard]] const Layout& layout() const { return layout_; }
  [[nodiscard]] std::size_t slots() const { return layout_.slots; }
  [[nodiscard]] const ValueStore& store(std::size_t feature) const { return stores_[feature]; }
  [[nodiscard]] ValueStore& store(std::size_t feature) { return stores_[feature]; }
  /// The values of all records.
  [[nodiscard]] std::span<const ValueId> ids() const { return {ids_.data(), ids_.size()}; }

 private:
  [[nodiscard]] bool tells_records_apart(RecordValues values) const;
  void add_feature(const Table& table, const Feature& source, std::size_t feature,
                   std::size_t begin);

  Layout layout_;
  std::vector<ValueStore> stores_;
  GrowingArray<ValueId> ids_;  // of which large parts are set by several threads
  std::size_t size_ = 0;
};

/// Reads the parts of a slot of a record as text; `texts` owns what is not text in the record.
class RawReader {
 public:
  /// The parts, valid until the next call. Blank parts are empty.
  RawParts read(const RowView& row, const std::vector<std::uint32_t>& columns);
  /// True when all parts of the last read were blank.
  [[nodiscard]] bool blank() const { return blank_; }

 private:
  std::vector<std::string> owned_;
  std::vector<std::string_view> parts_;
  bool blank_ = true;
};

}  // namespace galena::match
