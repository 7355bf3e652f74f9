// What a live index holds.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <vector>

#include "galena/match/index.hpp"
#include "match/hash.hpp"
#include "match/live_blocks.hpp"
#include "match/scorer.hpp"

namespace galena::match {

/// A lock of many readers and one writer where no stream of readers keeps the writer waiting: who
/// waits to write holds the door, through which readers come.
class WriterFirstLock {
 public:
  void lock() {
    const std::lock_guard door(door_);
    readers_.lock();
  }
  void unlock() { readers_.unlock(); }
  void lock_shared() {
    const std::lock_guard door(door_);
    readers_.lock_shared();
  }
  void unlock_shared() { readers_.unlock_shared(); }

 private:
  std::mutex door_;
  std::shared_mutex readers_;
};

/// The fields of one record as texts, in one string: a 32-bit length before each. Where the host
/// has a normaliser of its own, what it made of each follows behind them (host_forms.hpp).
class PackedRow {
 public:
  /// Packs `count` fields of a row.
  static std::string pack(const RowView& row, std::size_t count);
  /// Appends the host's forms of the fields.
  static Result<void> append_forms(const HostNormaliser& host, const Fields& fields,
                                   std::string& packed);

  /// Unpacks; the views are borrowed from `packed`.
  explicit PackedRow(std::string_view packed);
  [[nodiscard]] RowView row() const;
  /// False when the text is not what pack() wrote for `count` fields, host's forms counted.
  static bool valid(std::string_view packed, std::size_t count);

 private:
  std::vector<std::string_view> fields_;
};

struct Index::Impl {
  Impl(Model chosen, Fields list, HostNormaliser normaliser);

  /// A row as it is kept; the one place that asks the host. Needs no lock.
  [[nodiscard]] Result<std::string> pack(const RowView& row) const;
  [[nodiscard]] bool asks_host() const { return host.function != nullptr; }
  /// The texts that a packed row has.
  [[nodiscard]] std::size_t packed_fields() const { return fields.size() * (asks_host() ? 2 : 1); }

  // All below are called with the lock held. The first three change nothing when they throw: all
  // that can fail is made ready before the first change that shows.
  Result<void> add_packed(const ValueView& id, std::string packed);
  void replace_record(std::uint32_t record, std::string packed);
  void remove_record(std::uint32_t record);
  /// What may follow a change and is not part of it: splits long blocks, refreshes, compacts. Where
  /// memory runs out for that the index stays right, and the next change tries again.
  void tidy(const LiveBlocks::Places& grown) noexcept;
  /// Rebuilds what depends on the number of records when that has changed by a tenth.
  void refresh_if_due();
  void refresh();
  /// Drops the memory of removed records when they are the larger part.
  void compact_if_due();
  /// The values of a packed row, not counted.
  [[nodiscard]] std::vector<ValueId> encode(std::string_view packed);
  /// Adds occurrences of values or takes them away.
  void count(RecordValues values, std::int32_t change) noexcept;
  [[nodiscard]] const std::uint32_t* find_record(const ValueView& id) const;
  [[nodiscard]] WeightSum prior() const;
  /// The records with a weight of at least `least` against a query, without order.
  struct Found {
    std::uint32_t record;
    WeightSum weight;
  };
  [[nodiscard]] std::vector<Found> search(const EncodedRecords& query, RecordValues values,
                                          WeightSum least) const;
  [[nodiscard]] Explanation explain_records(const EncodedRecords& left, RecordValues a,
                                            const RowView& raw_a, std::uint32_t b) const;

  Model model;
  Fields fields;
  HostNormaliser host;
  Layout layout;       ///< of rows as they are given
  Layout read_layout;  ///< of rows as they are encoded: the same without a host
  EncodedRecords records;
  LiveBlocks blocks;
  std::unique_ptr<Scorer> scorer;
  std::vector<Value> ids;         ///< by record
  std::vector<std::string> rows;  ///< by record, packed; empty when removed
  boost::unordered_flat_map<std::string, std::uint32_t, TextHash, TextEqual>
      record_of;  ///< by id key
  std::size_t removed = 0;
  std::size_t scored_size = 0;  ///< live records when rarities were last set
  mutable WriterFirstLock lock;
};

/// Whether a value may be an id: an integer or a text, not blank.
bool usable_id(const ValueView& id);
Problem blank_id();

/// The text that stands for an id in look-ups: integers and texts never meet.
std::string id_key(const ValueView& id);

/// Numbers by value, before text by bytes.
bool id_before(const Value& a, const Value& b);

}  // namespace galena::match
