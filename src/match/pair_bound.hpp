// PairBound: the most that comparing two records can yield, from their sketches alone.
//
// Nine of ten candidates turn out to be no pair; this tells for many of them, at a few nanoseconds
// a feature, from what is small enough to stay near the processor. It never understates: what it
// turns away has less evidence than the floor.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "match/memory.hpp"
#include "match/scorer.hpp"
#include "match/sketch.hpp"

namespace galena::match {

class PairBound {
 public:
  /// With more features than this sums could overflow, and nothing is turned away.
  static constexpr std::size_t kMostFeatures = 48;

  /// Values of a feature of which what they tell stays in a cache of the processor; of features
  /// with more it is copied to the records.
  static constexpr std::size_t kNear = std::size_t{1} << 13;

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
    const char* const at = reinterpret_cast<const char*>(&rows_[record * row_size_]);
    for (std::size_t byte = 0; byte < row_size_ * sizeof(rows_[0]); byte += 64)
      galena::match::prefetch(at + byte);
  }

 private:
  /// What is told of a value.
  struct Told {
    std::uint64_t sketch;
    std::uint8_t step;  ///< LevelBounds::step() of its rarity
  };
  /// A record: its values, and what rows_ has of them.
  struct Row {
    RecordValues values;
    const std::uint64_t* sketches;
    const std::uint8_t* steps;
  };
  enum class Known : std::uint8_t { blank, equal, different, open };

  /// The most that a feature contributes, where rarities matter by their step.
  struct Most {
    Lanes different;
    Lanes swapped;
    std::array<Lanes, LevelBounds::kSteps> equal{};
    std::array<std::array<Lanes, LevelBounds::kSteps>, kLikenesses> alike{};
  };
  /// What a feature can contribute.
  struct FeatureBounds {
    std::uint32_t first_slot = 0;
    std::uint32_t slots = 0;   ///< 0: not compared
    std::uint32_t in_row = 0;  ///< of a large feature: its first place there
    SketchTest test = SketchTest::none;
    bool is_large = false;         ///< what its values tell would not stay near: it is in rows_
    bool look_when_equal = false;  ///< the sketch does not tell what an equal value is worth
    std::unique_ptr<Most> most;
    // By value, where it is not in rows_.
    ZeroedArray<std::uint64_t> sketches;
    ZeroedArray<std::uint8_t> steps;
  };

  static void set_most(const EncodedRecords& records, std::size_t feature,
                       const LevelBounds& levels, Most& most);
  void set_bounds(std::size_t feature, const Scorer& scorer);
  void fill_feature(const FeatureBounds& bounds, std::size_t first, std::size_t end);
  void fill_rows(unsigned threads);
  [[nodiscard]] std::uint8_t* steps_of(std::uint64_t* row) const {
    return reinterpret_cast<std::uint8_t*>(row + large_slots_);
  }
  [[nodiscard]] Row row_of(std::uint32_t record) const {
    const std::uint64_t* const row = &rows_[record * row_size_];
    return {records_[record], row, reinterpret_cast<const std::uint8_t*>(row + large_slots_)};
  }
  static ValueId id_of(const FeatureBounds& bounds, const Row& row, std::uint32_t slot) {
    return row.values[bounds.first_slot + slot];
  }
  static Told told_of(const FeatureBounds& bounds, const Row& row, std::uint32_t slot) {
    const ValueId id = id_of(bounds, row, slot);
    if (!bounds.is_large) return {bounds.sketches[id], bounds.steps[id]};
    return {row.sketches[bounds.in_row + slot], row.steps[bounds.in_row + slot]};
  }
  static Known slot_bound(const FeatureBounds& bounds, const Row& a, std::uint32_t slot_a,
                          const Row& b, std::uint32_t slot_b, const Lanes*& most);
  static Known slots_bound(const FeatureBounds& bounds, const Row& a, const Row& b,
                           const Lanes*& most, Lanes& raised);
  static void raise(PairCaps& caps, std::size_t feature, const Lanes& to);
  static bool crosswise(const FeatureBounds& given, const FeatureBounds& family, const Row& a,
                        const Row& b);
  void settle_names(const Row& a, const Row& b, PairCaps& caps) const;

  const EncodedRecords& records_;
  Lanes start_;
  std::vector<FeatureBounds> features_;
  std::vector<LevelBounds> by_level_;
  std::size_t large_slots_ = 0;
  std::size_t row_size_ = 0;
  /// By record: the sketches of large features, then the steps of the same values.
  ZeroedArray<std::uint64_t> rows_;
  int full_name_;
  int first_name_;
  int last_name_;
  std::uint64_t name_parts_ = 0;  ///< the bits of first_name_ and last_name_, where both are there
};

}  // namespace galena::match
