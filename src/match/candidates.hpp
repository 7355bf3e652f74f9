// Candidates: the pairs of records that share a blocking key, found by sorting.
//
// Every recipe gives each record keys; records are sorted by key; a run of equal keys is a block. A
// block above the limit is refined by one more atom, the least selective that brings it under the
// limit, again and again; what no atom can part is compared within a window of neighbours. So no
// block is dropped and none is quadratic.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "match/blocking_key.hpp"

namespace galena::match {

/// One recipe's outcome, for reports.
struct BlockingReport {
  std::string recipe;
  std::uint64_t blocks = 0;    ///< with at least two records
  std::uint64_t refined = 0;   ///< blocks that were above the limit
  std::uint64_t largest = 0;   ///< records of the largest block before refinement
  std::uint64_t windowed = 0;  ///< blocks that no atom parts
};

struct Block {
  std::uint32_t begin = 0;  ///< place in members
  std::uint32_t size = 0;
  bool windowed = false;  ///< only neighbours are compared
};

/// The blocks of one recipe. Members are record numbers.
struct RecipeBlocks {
  std::vector<std::uint32_t> members;
  std::vector<Block> blocks;
  BlockingReport report;
};

class Blocking {
 public:
  /// Records at number >= `split` are only compared with records below it when `split` is not 0
  /// (linking two tables).
  Blocking(const EncodedRecords& records, std::size_t split, unsigned threads);

  [[nodiscard]] std::size_t recipes() const { return recipes_.size(); }
  /// Sorts each recipe's keys into blocks and remembers which record is in which.
  std::vector<RecipeBlocks> build(unsigned threads);
  /// True when an earlier recipe than `recipe` has both records in one block that was compared
  /// whole, or within one window.
  [[nodiscard]] bool seen(std::size_t recipe, std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t* const left = &block_of_[a * lanes_];
    const std::uint32_t* const right = &block_of_[b * lanes_];
    const std::size_t end = first_lane_[recipe];
    for (std::size_t lane = 0; lane < end; ++lane) {
      if (left[lane] == right[lane]) {
        if (left[lane] != 0) return true;
      } else if ((left[lane] & right[lane] & kWindowed) != 0) {
        const std::uint32_t low = std::min(left[lane], right[lane]);
        if (std::max(left[lane], right[lane]) - low <= window()) return true;
      }
    }
    return false;
  }
  /// True when a pair is left to other recipes, whether or not they bring it up.
  [[nodiscard]] bool left_out(std::size_t recipe, std::uint32_t a, std::uint32_t b) const {
    return recipes_[recipe].unnamed_only && !named_.empty() && named_[a] && named_[b];
  }
  /// Neighbours that a record of a windowed block is compared with, on each side.
  [[nodiscard]] std::size_t window() const { return limit_ / 2; }
  /// What large blocks are cut by, and how rare each word is now.
  [[nodiscard]] const BlockingBasis& basis() const { return basis_; }

 private:
  struct Entry {
    std::uint64_t key;
    std::uint32_t record;
    std::uint32_t lane;
  };
  struct AtomColumn {
    Atom atom;
    std::vector<std::uint64_t> of_value;
    double chance = 1;  ///< that two records agree on it
    double blank = 0;   ///< share of records without it
  };

  [[nodiscard]] std::uint64_t atom_of(const AtomColumn& column, std::size_t record) const;
  std::size_t column_for(const Atom& atom);
  void profile(AtomColumn& column) const;
  /// Marks places in windowed blocks among the numbers of blocks. Places of two blocks are further
  /// apart than a window.
  static constexpr std::uint32_t kWindowed = 0x80000000;

  /// A recipe's blocks in the making, and by lane and record the number of the block or the place.
  struct Work {
    RecipeBlocks out;
    std::vector<std::vector<std::uint32_t>> block_of;
    std::uint32_t last_block = 0;
    std::uint32_t last_place = kWindowed;
  };
  void build_one(std::size_t recipe, Work& work) const;
  [[nodiscard]] std::vector<Entry> keys_of(std::size_t recipe) const;
  void cut(std::vector<Entry>& entries, std::size_t begin, std::size_t end, std::uint64_t used,
           Work& work) const;
  static void emit(const std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                   Work& work);
  void emit_windowed(const std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                     Work& work) const;
  [[nodiscard]] std::uint64_t used_by(std::size_t recipe) const;
  [[nodiscard]] bool crosses(const std::vector<Entry>& entries, std::size_t begin,
                             std::size_t end) const;

  const EncodedRecords& records_;
  std::size_t split_;
  std::size_t limit_;
  std::vector<Recipe> recipes_;
  std::vector<AtomColumn> columns_;
  std::vector<std::vector<std::vector<std::size_t>>> recipe_columns_;
  std::vector<std::size_t> refining_;
  BlockingBasis basis_;
  std::vector<bool> named_;  ///< by record: has a given and a family name
  std::vector<std::size_t> first_lane_;
  std::size_t lanes_ = 0;
  std::vector<std::uint32_t> block_of_;
};

}  // namespace galena::match
