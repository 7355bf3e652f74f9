// BlockMemory: which block of each recipe a record was in, so that a pair is compared once.
//
// A record has a number for every entry of every recipe but the last: that of its block, or its
// place where a block was only compared within a window; 0 where it was in none.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "match/prefetch.hpp"
#include "match/zeroed_array.hpp"

namespace galena::match {

class BlockMemory {
 public:
  /// Marks places in windowed blocks among the numbers of blocks. Places of two blocks are further
  /// apart than a window.
  static constexpr std::uint32_t kWindowed = 0x80000000;

  BlockMemory() = default;
  /// `entries` by recipe; `window`: neighbours that were compared in windowed blocks.
  BlockMemory(std::size_t records, std::span<const std::size_t> entries, std::size_t window)
      : window_(window) {
    std::size_t lanes = 0;
    for (const std::size_t count : entries) {
      first_.push_back(lanes);
      lanes += count;
    }
    // Nothing comes after the last recipe that could ask.
    lanes = first_.empty() ? 0 : first_.back();
    words_ = std::max<std::size_t>(1, (lanes + kLanes - 1) / kLanes);
    counted_.resize(first_.size() * words_ * kLanes);
    for (std::size_t recipe = 0; recipe < first_.size(); ++recipe) {
      for (std::size_t lane = 0; lane < first_[recipe]; ++lane) mask(recipe, lane, ~0U);
    }
    numbers_ = ZeroedArray<std::uint32_t>(records * words_ * kLanes);
  }

  /// Different records, and entries, may be set by several threads at a time, while other records,
  /// and records of recipes with several entries, are looked up.
  void remember(std::size_t recipe, std::size_t entry, std::size_t record, std::uint32_t number) {
    if (recipe + 1 < first_.size())
      numbers_[record * words_ * kLanes + first_[recipe] + entry] = number;
  }
  /// What shares a block of `recipe` counts as not seen from now on.
  void forget(std::size_t recipe) {
    if (recipe + 1 == first_.size()) return;
    for (std::size_t later = recipe + 1; later < first_.size(); ++later) {
      for (std::size_t lane = first_[recipe]; lane < first_[recipe + 1]; ++lane)
        mask(later, lane, 0);
    }
  }
  /// True when an earlier recipe than `recipe` has both records in one block that was compared
  /// whole, or within one window.
  [[nodiscard]] bool seen(std::size_t recipe, std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t* const left = numbers_of(a);
    const std::uint32_t* const right = numbers_of(b);
    const std::uint32_t* const counted = &counted_[recipe * words_ * kLanes];
    Word same{};
    Word windowed{};
    // Lanes of `recipe` itself, which other threads may be writing, are not read: the last lanes
    // before them one by one.
    const std::size_t whole = first_[recipe] / kLanes * kLanes;
    for (std::size_t lane = 0; lane < whole; lane += kLanes) {
      const Word x = word_at(left + lane);
      const Word y = word_at(right + lane);
      const Word both = x & word_at(counted + lane);
      same |= reinterpret_cast<Word>(x == y) & both;
      windowed |= y & both;
    }
    for (std::size_t lane = whole; lane < first_[recipe]; ++lane) {
      const std::uint32_t both = left[lane] & counted[lane];
      same[0] |= left[lane] == right[lane] ? both : 0;
      windowed[0] |= right[lane] & both;
    }
    if (any(same)) return true;
    return any(windowed & kWindowed) && in_one_window(left, right, counted, first_[recipe]);
  }
  void prefetch(std::uint32_t record) const { match::prefetch(numbers_of(record)); }
  /// Bytes.
  [[nodiscard]] std::size_t memory() const { return numbers_.size() * sizeof(std::uint32_t); }

 private:
  static constexpr std::size_t kLanes = 4;
  using Word = std::uint32_t __attribute__((vector_size(16)));

  static bool any(Word word) {
    using Halves = std::uint64_t __attribute__((vector_size(16)));
    const auto halves = reinterpret_cast<Halves>(word);
    return (halves[0] | halves[1]) != 0;
  }
  static Word word_at(const std::uint32_t* lanes) {
    Word word;
    std::memcpy(&word, lanes, sizeof word);
    return word;
  }
  [[nodiscard]] const std::uint32_t* numbers_of(std::uint32_t record) const {
    return &numbers_[record * words_ * kLanes];
  }
  bool in_one_window(const std::uint32_t* left, const std::uint32_t* right,
                     const std::uint32_t* counted, std::size_t lanes) const {
    for (std::size_t i = 0; i < lanes; ++i) {
      if ((left[i] & right[i] & counted[i] & kWindowed) == 0) continue;
      if (std::max(left[i], right[i]) - std::min(left[i], right[i]) <= window_) return true;
    }
    return false;
  }
  void mask(std::size_t recipe, std::size_t lane, std::uint32_t bits) {
    counted_[recipe * words_ * kLanes + lane] = bits;
  }

  std::size_t window_ = 0;
  std::size_t words_ = 1;           ///< of a record
  std::vector<std::size_t> first_;  ///< lane, by recipe
  std::vector<std::uint32_t>
      counted_;  ///< by recipe and lane: all bits where it tells what was seen
  ZeroedArray<std::uint32_t> numbers_;  ///< by record and lane
};

}  // namespace galena::match
