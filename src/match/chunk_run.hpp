// ChunkRun: compares the pairs of some blocks, as one thread does.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "match/candidates.hpp"
#include "match/compare_each.hpp"
#include "match/pair_bound.hpp"
#include "match/pair_search.hpp"

namespace galena::match {

inline constexpr std::uint64_t kPairsPerChunk = 1500;

/// Consecutive blocks of one recipe, about kPairsPerChunk pairs.
struct Chunk {
  std::size_t begin;
  std::size_t end;
};

inline std::uint64_t pairs_of(const Block& block, std::size_t window) {
  const std::uint64_t size = block.size;
  return block.windowed ? size * window : size * (size - 1) / 2;
}

inline std::vector<Chunk> make_chunks(const RecipeBlocks& recipe, std::size_t window) {
  std::vector<Chunk> chunks;
  std::uint64_t pairs = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < recipe.blocks.size(); ++i) {
    pairs += pairs_of(recipe.blocks[i], window);
    if (pairs < kPairsPerChunk && i + 1 < recipe.blocks.size()) continue;
    chunks.push_back({begin, i + 1});
    begin = i + 1;
    pairs = 0;
  }
  return chunks;
}

/// What comparing pairs has brought.
struct Yield {
  std::uint64_t compared = 0;
  std::uint64_t found = 0;  ///< pairs above the threshold

  Yield& operator+=(const Yield& other) {
    compared += other.compared;
    found += other.found;
    return *this;
  }
  [[nodiscard]] double rate() const {
    return static_cast<double>(found) / static_cast<double>(std::max<std::uint64_t>(compared, 1));
  }
};

/// What pairs are compared with, and which are kept.
struct Comparing {
  const EncodedRecords& records;
  const Scorer& scorer;
  const PairBound* bound;  ///< null: candidates are compared without
  Blocking& blocking;      ///< told of the blocks
  std::size_t split;
  Weight keep_from;
  Weight found_from;
};

/// Compares the pairs of one chunk.
class ChunkRun {
 public:
  /// Of blocks of a recipe, which are remembered for the recipes after it or not.
  ChunkRun(const Comparing& with, std::size_t recipe, bool remembers)
      : records_(with.records),
        scorer_(with.scorer),
        bound_(with.bound),
        blocking_(with.blocking),
        split_(with.split),
        keep_from_(with.keep_from),
        found_from_(with.found_from),
        keep_lane_(lane_of(with.keep_from)),
        bounded_(with.bound != nullptr),
        recipe_(recipe),
        remembers_(remembers) {}

  void run(const Chunk& chunk, const RecipeBlocks& recipe, Workspace& space) {
    batch_ = &space.batch;
    memo_ = &space.memo;
    for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
      const Block& block = recipe.blocks[i];
      const std::span<const std::uint32_t> members(recipe.members.data() + block.begin, block.size);
      if (i + kAhead < chunk.end) prefetch(recipe, recipe.blocks[i + kAhead]);
      if (remembers_) blocking_.remember(recipe, block);
      if (split_ == 0) {
        within(members, block.windowed ? blocking_.window() : members.size());
      } else {
        across(members, block.windowed);
      }
    }
    compare_promising();
  }

  std::vector<ScoredPair> pairs;
  Yield yield;

 private:
  static constexpr std::size_t kAhead = 4;  // blocks

  void prefetch(const RecipeBlocks& recipe, const Block& block) const {
    const std::size_t end = block.begin + std::min<std::size_t>(block.size, 16);
    for (std::size_t i = block.begin; i < end; ++i) {
      records_.prefetch(recipe.members[i]);
      if (bounded_) bound_->prefetch(recipe.members[i]);
      blocking_.prefetch(recipe.members[i]);
    }
  }

  void within(std::span<const std::uint32_t> members, std::size_t reach) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t end = std::min(members.size(), i + 1 + reach);
      for (std::size_t j = i + 1; j < end; ++j) pair(members[i], members[j]);
    }
  }

  /// Members of the first table stand before those of the second (they are in record order).
  void across(std::span<const std::uint32_t> members, bool windowed) {
    const auto middle = static_cast<std::size_t>(
        std::lower_bound(members.begin(), members.end(), static_cast<std::uint32_t>(split_)) -
        members.begin());
    const std::size_t right = members.size() - middle;
    const std::size_t reach = windowed ? std::min(right, 2 * blocking_.window()) : right;
    for (std::size_t i = 0; i < middle; ++i) {
      // A window goes round, so that every record of either table is reached.
      const std::size_t first = windowed ? i * right / middle : 0;
      for (std::size_t k = 0; k < reach; ++k)
        pair(members[i], members[middle + (first + k) % right]);
    }
  }

  void pair(std::uint32_t a, std::uint32_t b) {
    if (a == b || blocking_.left_out(recipe_, a, b) || blocking_.seen(a, b)) return;
    if (a > b) std::swap(a, b);
    ++yield.compared;
    if (bounded_) {
      PairCaps& caps = batch_->next_caps();
      bound_->bound(a, b, caps);
      if (!caps.total.reaches(keep_lane_)) return;
      batch_->push(a, b);
    } else {
      batch_->push_open(a, b);
    }
    if (batch_->full()) compare_promising();
  }

  /// Compares what the bounds let through.
  void compare_promising() {
    PairBatch& batch = *batch_;
    if (bounded_) {
      scorer_.evidence_from(batch, bound_->by_level(), keep_from_, *memo_);
    } else {
      scorer_.evidence(batch, *memo_);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const PairBatch::Candidate& pair = batch[i];
      if (pair.evidence < keep_from_) continue;
      pairs.push_back({pair.a, pair.b, kept(pair.evidence)});
      if (pair.evidence >= found_from_) ++yield.found;
    }
    batch.clear();
  }

  const EncodedRecords& records_;
  const Scorer& scorer_;
  const PairBound* bound_;
  Blocking& blocking_;
  std::size_t split_;
  Weight keep_from_;
  Weight found_from_;
  std::int16_t keep_lane_;
  bool bounded_;
  std::size_t recipe_;
  bool remembers_;
  PairBatch* batch_ = nullptr;
  AgreementMemo* memo_ = nullptr;
};

}  // namespace galena::match
