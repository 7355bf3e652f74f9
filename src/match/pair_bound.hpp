// PairBound: the most that comparing two records can yield, from their sketches alone.
//
// Nine of ten candidates turn out to be no pair; this tells for many of them, at a few nanoseconds
// a feature, from what is small enough to stay near the processor. It never understates: what it
// turns away has less evidence than the floor.
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

  /// Values of a feature whose sketches stay in a cache of the processor; those of features with
  /// more are copied to the records.
  static constexpr std::size_t kNear = std::size_t{1} << 16;

  /// Reads the values as they are now, rarities, the scorer's weights. Keeps the records by
  /// reference.
  PairBound(const EncodedRecords& records, const Scorer& scorer, unsigned threads,
            std::size_t near = kNear);

  /// Sets `caps` (room for features() parts) to the most evidence that two records can have.
  void bound(std::uint32_t a, std::uint32_t b, PairCaps& caps) const;

  /// Bytes that this takes for these records.
  static std::size_t memory(const EncodedRecords& records);

  [[nodiscard]] std::size_t features() const { return features_.size(); }
  [[nodiscard]] const std::vector<LevelBounds>& by_level() const { return by_level_; }

  /// Asks for what bound() reads of a record beside its values.
  void prefetch(std::uint32_t record) const {
    const char* const at = reinterpret_cast<const char*>(&rows_[record * large_slots_]);
    for (std::size_t byte = 0; byte < large_slots_ * sizeof(rows_[0]); byte += 64)
      galena::match::prefetch(at + byte);
  }

 private:
  /// A value of a record, and its sketch.
  struct Cell {
    ValueId id;
    const std::uint64_t* sketch;
  };
  /// A record: its values, and the sketches of those that are in rows_.
  struct Row {
    RecordValues values;
    const std::uint64_t* sketches;
  };
  enum class Known : std::uint8_t { blank, equal, different, open };

  /// What a feature can contribute.
  struct FeatureBounds {
    std::uint32_t first_slot = 0;
    std::uint32_t slots = 0;  ///< 0: not compared
    SketchTest test = SketchTest::none;
    bool look_when_equal = false;  ///< the sketch does not tell what an equal value is worth
    bool pair_rarity = false;  ///< agreement is at most as rare as the commoner of the two values
    bool is_large = false;     ///< its sketches would not stay near: they are in rows_
    std::uint32_t in_row = 0;  ///< then the place of the first one there
    Weight most_rarity = 0;
    ZeroedArray<std::uint64_t> sketches;  ///< by value, where they are not in rows_
    ZeroedArray<Weight> rarities;         ///< by value
    Lanes different;
    Lanes swapped;
    std::array<Lanes, LevelBounds::kSteps> equal{};
    std::array<Lanes, LevelBounds::kSteps> close{};
  };

  void set_bounds(std::size_t feature, const Scorer& scorer, const EncodedRecords& records);
  void fill_rows(unsigned threads);
  [[nodiscard]] Row row_of(std::uint32_t record) const {
    return {records_[record], &rows_[record * large_slots_]};
  }
  static Cell cell_of(const FeatureBounds& bounds, const Row& row, std::uint32_t slot) {
    const ValueId id = row.values[bounds.first_slot + slot];
    return {id, bounds.is_large ? row.sketches + bounds.in_row + slot : &bounds.sketches[id]};
  }
  static const Lanes& close_most(const FeatureBounds& bounds, const Cell& a, const Cell& b);
  static Known cell_bound(const FeatureBounds& bounds, const Cell& a, const Cell& b,
                          PairCaps::Part& part);
  static Known slots_bound(const FeatureBounds& bounds, const Row& a, const Row& b,
                           PairCaps::Part& part, Lanes& raised);
  static void raise(PairCaps& caps, std::size_t feature, const Lanes& to);
  static bool crosswise(const FeatureBounds& given, const FeatureBounds& family, const Row& a,
                        const Row& b);
  void settle_names(const Row& a, const Row& b, PairCaps& caps) const;

  const EncodedRecords& records_;
  Lanes start_;
  std::vector<FeatureBounds> features_;
  std::vector<LevelBounds> by_level_;
  std::size_t large_slots_ = 0;
  ZeroedArray<std::uint64_t> rows_;  ///< sketches of large features, by record, then slot
  int full_name_;
  int first_name_;
  int last_name_;
};

}  // namespace galena::match
