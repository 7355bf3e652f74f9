// LiveBlocks: blocking for records that come and go: key -> records.
//
// A block that grows beyond the limit is split by the atom that parts its records best; the parts
// are blocks of their own, found by the key and the atom together. What no atom parts stays one
// block, of which a query reads the newest records.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "match/explain_keys.hpp"

namespace galena::match {

class LiveBlocks {
 public:
  explicit LiveBlocks(const Layout& layout);

  /// The block that a record with these values is in, or goes into, for one of its keys.
  struct Place {
    std::uint64_t key = 0;
    std::uint64_t used = 0;  ///< refining atoms on the way there, as bits
  };
  using Places = std::vector<Place>;
  /// The blocks for these values, as blocks are split now: valid until the next split().
  [[nodiscard]] Places places_of(const EncodedRecords& records, RecordValues values) const;

  /// Puts a record into its blocks: all of them, or none when it throws. Records are numbered by
  /// the caller below 2^31 - 1; their values must be readable through `records` until they are
  /// removed.
  void add(const Places& places, std::uint32_t record);
  void remove(const Places& places, std::uint32_t record) noexcept;
  /// Splits those of the blocks that have grown too long. What it did not come to when it throws
  /// stays whole, which costs time only, and is split when the block grows again.
  void split(const EncodedRecords& records, const Places& places);
  /// Calls `visit` with every record that shares a block with `values`, some of them several times.
  /// `values` are of `query`'s stores.
  template <class Visit>
  void visit(const EncodedRecords& query, RecordValues values, Visit visit) const {
    for_each_key(query, values, [&](std::uint64_t key) { visit_block(query, values, key, visit); });
  }
  /// The keys that `values` (of `query`'s stores) and the record `record` of `records` have, in the
  /// order of the recipes, and what becomes of those they share: entries that are `compared` are
  /// those by which visit() comes to the record. O(keys and the records of shared blocks).
  [[nodiscard]] std::vector<KeyEvidence> explain(const EncodedRecords& query, RecordValues values,
                                                 const EncodedRecords& records,
                                                 std::uint32_t record) const;

 private:
  static constexpr std::size_t kLimit = 32;      ///< records of a block before it is split
  static constexpr std::size_t kMostRead = 128;  ///< records read of a block that nothing parts

  /// A block of three records or more.
  struct List {
    std::vector<std::uint32_t> records;
    std::uint64_t used = 0;  ///< refining atoms on the way here, as bits
    int atom = -1;           ///< the atom it is split by; then records is empty
    bool whole = false;      ///< nothing parts it
  };
  struct KeyHash {
    using is_avalanching = void;
    std::size_t operator()(std::uint64_t key) const { return static_cast<std::size_t>(key); }
  };

  // A block is 0 (none), one or two records in a word, or the number of a list.
  static constexpr std::uint64_t kIsList = std::uint64_t{1} << 63;

  template <class Use>
  void for_each_key(const EncodedRecords& records, RecordValues values, Use use) const {
    for (std::size_t recipe = 0; recipe < recipes_.size(); ++recipe) {
      for_each_key_of(recipe, records, values,
                      [&](std::uint64_t key, const std::vector<Atom>&) { use(key); });
    }
  }
  /// Calls use(key, entry) for the keys of one recipe.
  template <class Use>
  void for_each_key_of(std::size_t recipe, const EncodedRecords& records, RecordValues values,
                       Use use) const {
    const auto hash = [&](const Atom& atom) { return atom_of(records, values, atom); };
    match::for_each_key(recipes_[recipe], recipe, hash, use);
  }

  template <class Visit>
  void visit_block(const EncodedRecords& query, RecordValues values, std::uint64_t key,
                   Visit& visit) const {
    for (;;) {
      const auto found = blocks_.find(key);
      if (found == blocks_.end()) return;
      const std::uint64_t block = found->second;
      if ((block & kIsList) == 0) {
        if ((block & 0x7FFFFFFF) != 0) visit(static_cast<std::uint32_t>((block & 0x7FFFFFFF) - 1));
        if (block >> 31 != 0) visit(static_cast<std::uint32_t>((block >> 31) - 1));
        return;
      }
      const List& list = lists_[block & ~kIsList];
      if (list.atom < 0) {
        const std::size_t skip =
            list.records.size() > kMostRead ? list.records.size() - kMostRead : 0;
        for (std::size_t i = skip; i < list.records.size(); ++i) visit(list.records[i]);
        return;
      }
      key = child_key(query, values, key, list.atom);
    }
  }

  [[nodiscard]] std::uint64_t atom_of(const EncodedRecords& records, RecordValues values,
                                      const Atom& atom) const;
  [[nodiscard]] std::string text_of(const EncodedRecords& records, RecordValues values,
                                    const Atom& atom) const;
  [[nodiscard]] std::vector<OwnKey> keys_of(std::size_t recipe, const EncodedRecords& records,
                                            RecordValues values) const;
  class KeyFollower;
  [[nodiscard]] std::uint64_t child_key(const EncodedRecords& records, RecordValues values,
                                        std::uint64_t key, int atom) const;
  void insert(const Place& place, std::uint32_t record);
  void split_list(const EncodedRecords& records, std::uint64_t key, std::size_t list);
  [[nodiscard]] int best_atom(const EncodedRecords& records, const List& list) const;
  void erase(std::uint64_t key, std::uint32_t record) noexcept;

  std::vector<Recipe> recipes_;
  std::vector<Atom> refining_;
  boost::unordered_flat_map<std::uint64_t, std::uint64_t, KeyHash> blocks_;
  std::vector<List> lists_;
};

}  // namespace galena::match
