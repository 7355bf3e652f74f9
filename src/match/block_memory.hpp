// BlockMemory: which block of each recipe a record was in, so that a pair is compared once.
//
// A record has a number for every entry of every recipe that counts: that of its block, or its
// place where a block was only compared within a window. Recipes come one after the other; of one
// that ends early the next one takes the place, so that a record needs few numbers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "match/memory.hpp"

namespace galena::match {

class BlockMemory {
 public:
  /// Marks places in windowed blocks among the numbers of blocks. Places of two blocks are further
  /// apart than a window.
  static constexpr std::uint32_t kWindowed = 0x80000000;

  BlockMemory() = default;
  /// `entries`: of all recipes but the last, after which nothing comes that could ask; `window`:
  /// neighbours that were compared in windowed blocks.
  BlockMemory(std::size_t records, std::size_t entries, std::size_t window)
      : window_(window),
        plane_(records * kLanes),
        above_((entries + kLanes - 1) / kLanes * kLanes),
        numbers_(above_.size() * records) {}

  /// From now on one more recipe is told of: blocks are remembered, and what recipes before it had
  /// is looked up.
  void begin(std::size_t entries) {
    entries_ = std::min(entries, above_.size() - first_);
    for (std::size_t lane = first_; lane < first_ + entries_; ++lane)
      above_[lane] = static_cast<std::int32_t>(std::min<std::uint64_t>(base_, kWindowed - 1));
  }
  /// The recipe ends, in whose numbers the largest was `largest` above base(). What shares a block
  /// of it counts as seen from now on; or does not.
  void end(bool counts, std::uint64_t largest) {
    if (counts) {
      first_ += entries_;
    } else {
      base_ += largest;
    }
    entries_ = 0;
  }
  /// Numbers (less kWindowed) must be above it.
  [[nodiscard]] std::uint64_t base() const { return base_; }

  /// Different records, and entries, may be set by several threads at a time, while records are
  /// looked up.
  void remember(std::size_t entry, std::size_t record, std::uint32_t number) {
    if (entry < entries_) numbers_[place_of(record, first_ + entry)] = number;
  }
  /// True when an earlier recipe that counts has both records in one block that was compared
  /// whole, or within one window.
  [[nodiscard]] bool seen(std::uint32_t a, std::uint32_t b) const {
    Word same{};
    Word windowed{};
    // Lanes of the recipe itself, which other threads may be writing, are not read: the last lanes
    // before them one by one.
    const std::size_t whole = first_ / kWord * kWord;
    for (std::size_t lane = 0; lane < whole; lane += kWord) {
      const Word x = word_at(&numbers_[place_of(a, lane)]);
      const Word y = word_at(&numbers_[place_of(b, lane)]);
      const Word own = is_own(y, word_at(&above_[lane]));
      same |= reinterpret_cast<Word>(x == y) & own;
      windowed |= x & y & own;
    }
    for (std::size_t lane = whole; lane < first_; ++lane) {
      const std::uint32_t x = numbers_[place_of(a, lane)];
      const std::uint32_t y = numbers_[place_of(b, lane)];
      const std::uint32_t own = is_own(y, lane) ? ~0U : 0;
      same[0] |= x == y ? own : 0;
      windowed[0] |= x & y & own;
    }
    if (any(same)) return true;
    return any(windowed & kWindowed) && in_one_window(a, b);
  }
  void prefetch(std::uint32_t record) const {
    for (std::size_t lane = 0; lane < first_ + entries_; lane += kLanes)
      match::prefetch(&numbers_[place_of(record, lane)]);
  }
  /// Bytes at most: what no recipe comes to use is never touched.
  [[nodiscard]] std::size_t memory() const { return numbers_.size() * sizeof(std::uint32_t); }

 private:
  static constexpr std::size_t kLanes = 8;  ///< of a record that lie together: half a cache line
  static constexpr std::size_t kWord = 4;   ///< lanes that are compared at a time
  using Word = std::uint32_t __attribute__((vector_size(16)));
  using SignedWord = std::int32_t __attribute__((vector_size(16)));

  static bool any(Word word) {
    using Halves = std::uint64_t __attribute__((vector_size(16)));
    const auto halves = reinterpret_cast<Halves>(word);
    return (halves[0] | halves[1]) != 0;
  }
  template <class T>
  static Word word_at(const T* lanes) {
    Word word;
    std::memcpy(&word, lanes, sizeof word);
    return word;
  }
  /// Whether a number is of the recipe that has the lane now: the others are smaller.
  static Word is_own(Word numbers, Word above) {
    return reinterpret_cast<Word>(reinterpret_cast<SignedWord>(numbers & ~kWindowed) >
                                  reinterpret_cast<SignedWord>(above));
  }
  [[nodiscard]] bool is_own(std::uint32_t number, std::size_t lane) const {
    return static_cast<std::int32_t>(number & ~kWindowed) > above_[lane];
  }
  [[nodiscard]] std::size_t place_of(std::size_t record, std::size_t lane) const {
    return lane / kLanes * plane_ + record * kLanes + lane % kLanes;
  }
  [[nodiscard]] bool in_one_window(std::uint32_t a, std::uint32_t b) const {
    for (std::size_t lane = 0; lane < first_; ++lane) {
      const std::uint32_t x = numbers_[place_of(a, lane)];
      const std::uint32_t y = numbers_[place_of(b, lane)];
      if ((x & y & kWindowed) == 0 || !is_own(x, lane) || !is_own(y, lane)) continue;
      if (std::max(x, y) - std::min(x, y) <= window_) return true;
    }
    return false;
  }

  std::size_t window_ = 0;
  std::size_t plane_ = 0;               ///< numbers of kLanes lanes
  std::size_t first_ = 0;               ///< lane of the recipe; those before it are taken
  std::size_t entries_ = 0;             ///< of the recipe
  std::uint64_t base_ = 0;              ///< numbers of earlier recipes on lanes that are used again
  std::vector<std::int32_t> above_;     ///< by lane: base() when its recipe began
  ZeroedArray<std::uint32_t> numbers_;  ///< by kLanes lanes, record and lane
};

}  // namespace galena::match
