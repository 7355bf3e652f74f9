// Candidates: the pairs of records that share a blocking key, found by sorting.
//
// Every recipe gives each record keys; records are sorted by key; a run of equal keys is a block. A
// recipe's keys are sorted by ranges of their hashes, some at a time, so that memory for keys stays
// bounded and a part of a recipe, which is an even sample, can be looked at before the rest. A
// block above the limit is refined by one more atom, the least selective that brings it under the
// limit, again and again; what no atom can part is compared within a window of neighbours. So no
// block is dropped and none is quadratic.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "match/block_memory.hpp"
#include "match/blocking_key.hpp"
#include "match/memory.hpp"

namespace galena::match {

/// One recipe's outcome, for reports.
struct BlockingReport {
  std::string recipe;
  std::uint64_t blocks = 0;    ///< with at least two records
  std::uint64_t refined = 0;   ///< blocks that were above the limit
  std::uint64_t largest = 0;   ///< records of the largest block before refinement
  std::uint64_t windowed = 0;  ///< blocks that no atom parts
  std::uint64_t compared = 0;  ///< pairs that no earlier recipe brought up
  std::uint64_t found = 0;     ///< of them, above the threshold at first sight
  double share = 1;            ///< of the blocks that was compared: the rest was not worth it

  /// Of further blocks.
  BlockingReport& operator+=(const BlockingReport& other) {
    blocks += other.blocks;
    refined += other.refined;
    largest = std::max(largest, other.largest);
    windowed += other.windowed;
    return *this;
  }
};

struct Block {
  std::uint32_t begin = 0;  ///< place in members
  std::uint32_t size = 0;
  std::uint32_t number = 0;  ///< that its members are remembered by, or the first one's; 0: none
  bool windowed = false;     ///< only neighbours are compared
};

/// Blocks of one recipe. Members are record numbers.
struct RecipeBlocks {
  std::vector<std::uint32_t> members;
  std::vector<std::uint8_t> entries;  ///< by member, that of its key; empty: the recipe has one
  std::vector<Block> blocks;
  BlockingReport report;
};

/// A key and whose it is: the key's hash above, the place (record * entries + entry) below. Keys
/// that share a hash by accident share a block, and are then told apart by comparing.
using BlockingKey = std::uint64_t;

/// Keys of a recipe in some ranges of hashes, by range.
struct KeyRanges {
  std::size_t recipe = 0;
  std::size_t entries = 1;  ///< of the recipe that have keys
  std::size_t first = 0;    ///< range
  std::size_t end = 0;      ///< the range after the last one
  /// Of the ranges up to `end`, as if the keys of those before were there; and where that is.
  std::vector<std::size_t> starts;
  GrowingArray<BlockingKey> keys;
  GrowingArray<BlockingKey> space;  ///< to make them in
};

class Blocking {
 public:
  /// Records at number >= `split` are only compared with records below it when `split` is not 0
  /// (linking two tables). `given`: the recipes to go by; null: recipes_for() the layout.
  Blocking(const EncodedRecords& records, std::size_t split, unsigned threads,
           const std::vector<Recipe>* given = nullptr);

  [[nodiscard]] std::size_t recipes() const { return recipes_.size(); }
  /// Ranges of hashes that a recipe's keys are divided into.
  [[nodiscard]] std::size_t ranges() const { return ranges_; }
  [[nodiscard]] const std::string& name(std::size_t recipe) const { return recipes_[recipe].name; }
  /// Makes `out` the keys of a recipe in the ranges `first` to `end` - 1. Where `first` is not 0,
  /// `out` must have those of the ranges before it.
  void keys(std::size_t recipe, std::size_t first, std::size_t end, unsigned threads,
            KeyRanges& out) const;
  /// Ranges that tell whether the rest of a recipe is worth comparing.
  static constexpr std::size_t kSample = 2;
  /// The keys of all recipes from `recipe` on in the ranges below `end`, kSample at most, by
  /// recipe: records are gone through once.
  [[nodiscard]] std::vector<KeyRanges> sample(std::size_t recipe, std::size_t end,
                                              unsigned threads) const;
  /// Room to sort in.
  using SortSpace = std::vector<BlockingKey>;
  /// The blocks of one of these ranges. May run for several ranges at a time.
  RecipeBlocks build(KeyRanges& keys, std::size_t range, SortSpace& space) const;
  /// A recipe begins: what follows up to end() is of its blocks.
  void begin(std::size_t recipe) {
    const bool is_last = recipe + 1 == recipes_.size();
    seen_.begin(is_last ? 0 : recipes_[recipe].entries.size());
  }
  /// Remembers which records a block has. May run for several blocks at a time, while pairs of
  /// other blocks of the recipe are looked up.
  void remember(const RecipeBlocks& blocks, const Block& block) {
    for (std::uint32_t i = 0; i < block.size && block.number != 0; ++i) {
      const std::size_t member = block.begin + i;
      seen_.remember(blocks.entries.empty() ? 0 : blocks.entries[member], blocks.members[member],
                     block.number + (block.windowed ? i : 0));
    }
  }
  /// Remembers the blocks of several ranges.
  void remember(const std::vector<RecipeBlocks>& ranges, unsigned threads);
  /// The recipe ends, of whose `keys` blocks were built in ranges below `done`. If that was not
  /// all, what shares a block of it does not count as seen.
  void end(const KeyRanges& keys, std::size_t done) {
    seen_.end(done == ranges_, kNumbersAKey * (done == 0 ? 0 : keys.starts[done]));
  }
  /// Bytes for a key of each record in each range at a time.
  [[nodiscard]] std::size_t bytes_for_keys() const;
  /// Bytes that stay as long as this does.
  [[nodiscard]] std::size_t memory() const;
  void prefetch(std::uint32_t record) const { seen_.prefetch(record); }
  /// True when a recipe before this one brought the pair up.
  [[nodiscard]] bool seen(std::uint32_t a, std::uint32_t b) const { return seen_.seen(a, b); }
  /// True when a pair is left to other recipes, whether or not they bring it up.
  [[nodiscard]] bool left_out(std::size_t recipe, std::uint32_t a, std::uint32_t b) const {
    return recipes_[recipe].unnamed_only && !named_.empty() && (named_[a] & named_[b]) != 0;
  }
  /// Neighbours that a record of a windowed block is compared with, on each side.
  [[nodiscard]] std::size_t window() const { return limit_ / 2; }
  /// What large blocks are cut by, and how rare each word is now.
  [[nodiscard]] const BlockingBasis& basis() const { return basis_; }

 private:
  struct AtomColumn {
    Atom atom;
    std::size_t slot = 0;                 ///< of a record's values
    std::vector<std::uint32_t> of_value;  ///< hashes; 0: the value does not have it
    std::vector<std::uint8_t> bytes;      ///< by value: range_byte() of them
    double chance = 1;                    ///< that two records agree on it, where it refines
    double blank = 0;                     ///< share of records without it, where it refines

    [[nodiscard]] std::uint32_t of(RecordValues record) const { return of_value[record[slot]]; }
  };

  std::size_t column_for(const Atom& atom);
  void read_atoms(unsigned threads);
  void measure(const std::vector<double>& filled, AtomColumn& column) const;
  /// The blocks of a range in the making.
  struct Work {
    std::size_t recipe;
    std::size_t entries;
    std::uint64_t last_block;
    std::uint64_t last_place;
    SortSpace& space;
    RecipeBlocks out;

    [[nodiscard]] std::uint32_t record_of(BlockingKey key) const {
      return static_cast<std::uint32_t>(static_cast<std::uint32_t>(key) / entries);
    }
    /// Adds a block of these records.
    void add(std::span<const BlockingKey> keys, std::uint32_t number, bool windowed);
  };
  using Keys = std::span<BlockingKey>;
  /// Numbers that blocks take at most for each of their keys: a windowed block takes as many as it
  /// has records and a window, of which it has more.
  static constexpr std::uint64_t kNumbersAKey = 2;
  static constexpr std::size_t kTogether = 256;  ///< records whose keys are made together
  using KeysTogether = std::array<std::uint64_t, kTogether>;
  using BytesTogether = std::array<std::uint8_t, kTogether>;
  class RecordAtoms;
  class RecordBytes;
  class KeyWriter;
  [[nodiscard]] std::size_t entries_with_keys(std::size_t recipe) const;
  /// The columns that some recipes read.
  [[nodiscard]] std::vector<std::size_t> columns_of(std::span<const std::size_t> recipes) const;
  /// The key of one record; `space` is room to work in.
  [[nodiscard]] std::uint64_t key(std::size_t recipe, std::size_t entry, std::size_t record,
                                  std::vector<std::uint64_t>& space) const;
  static void order_blocks(RecipeBlocks& recipe, SortSpace& space);
  void cut(Keys keys, std::uint64_t used, Work& work) const;
  void emit(Keys keys, Work& work) const;
  void emit_windowed(Keys keys, Work& work) const;
  [[nodiscard]] bool crosses(Keys keys, const Work& work) const;

  const EncodedRecords& records_;
  std::size_t split_;
  std::size_t limit_;
  std::size_t ranges_;
  std::vector<Recipe> recipes_;
  std::vector<AtomColumn> columns_;
  std::vector<std::vector<std::vector<std::size_t>>> recipe_columns_;
  std::vector<std::size_t> refining_;
  BlockingBasis basis_;
  std::vector<std::uint8_t> named_;  ///< by record: has a given and a family name
  BlockMemory seen_;
};

}  // namespace galena::match
