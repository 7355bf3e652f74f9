// PairBound: the most that comparing two records can yield, from their sketches alone.
//
// Nine of ten candidates turn out to be no pair; this tells for many of them, at a few nanoseconds
// a feature, from one run of memory a record. It never understates: what it turns away has less
// evidence than the floor.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "match/prefetch.hpp"
#include "match/scorer.hpp"
#include "match/sketch.hpp"
#include "match/zeroed_array.hpp"

namespace galena::match {

class PairBound {
 public:
  /// With more features than this sums could overflow, and nothing is turned away.
  static constexpr std::size_t kMostFeatures = 48;

  /// Reads the records as they are now: values, rarities, the scorer's weights.
  PairBound(const EncodedRecords& records, const Scorer& scorer, unsigned threads);

  /// Sets `caps` (room for features() parts) to the most evidence that two records can have.
  void bound(std::uint32_t a, std::uint32_t b, PairCaps& caps) const;

  /// Bytes that this takes for so many records.
  static std::size_t memory(const EncodedRecords& records) {
    return records.size() * records.slots() * sizeof(Cell);
  }

  [[nodiscard]] std::size_t features() const { return features_.size(); }
  [[nodiscard]] const std::vector<LevelBounds>& by_level() const { return by_level_; }

  void prefetch(std::uint32_t record) const {
    const char* const at = reinterpret_cast<const char*>(&cells_[record * slots_]);
    for (std::size_t byte = 0; byte < slots_ * sizeof(Cell); byte += 64)
      galena::match::prefetch(at + byte);
  }

 private:
  struct Cell {
    std::uint64_t sketch;  // without initial values: all are filled in at once
    ValueId id;
    Weight rarity;
  };
  enum class Known : std::uint8_t { blank, equal, different, open };

  /// What a feature can contribute.
  struct FeatureBounds {
    std::uint32_t first_slot = 0;
    std::uint32_t slots = 0;  ///< 0: not compared
    SketchTest test = SketchTest::none;
    bool look_when_equal = false;  ///< the sketch does not tell what an equal value is worth
    bool pair_rarity = false;  ///< agreement is at most as rare as the commoner of the two values
    Weight most_rarity = 0;
    Lanes different;
    Lanes swapped;
    std::array<Lanes, LevelBounds::kSteps> equal{};
    std::array<Lanes, LevelBounds::kSteps> close{};
  };

  void set_bounds(std::size_t feature, const Scorer& scorer, const EncodedRecords& records);
  static Cell cell_of(std::size_t feature, ValueId id, const EncodedRecords& records);
  static const Lanes& close_most(const FeatureBounds& bounds, const Cell& a, const Cell& b);
  static Known cell_bound(const FeatureBounds& bounds, const Cell& a, const Cell& b,
                          const Lanes*& most);
  static Known slots_bound(const FeatureBounds& bounds, const Cell* a, const Cell* b,
                           PairCaps::Part& part, Lanes& raised);
  static void raise(PairCaps& caps, std::size_t feature, const Lanes& to);
  void settle_names(const Cell* a, const Cell* b, PairCaps& caps) const;

  std::size_t slots_;
  Lanes start_;
  std::vector<FeatureBounds> features_;
  std::vector<LevelBounds> by_level_;
  ZeroedArray<Cell> cells_;  ///< by record, then slot
  int full_name_;
  int first_name_;
  int last_name_;
};

}  // namespace galena::match
