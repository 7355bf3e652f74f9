// Lanes: sixteen bounds that are added and compared together, one for each change that records of
// one entity may have gone through (four) against each way of being related without being of one
// entity (four).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "match/fixed_point.hpp"

namespace galena::match {

inline constexpr std::size_t kLaneChanges = 4;
inline constexpr std::size_t kLaneRelations = 4;
inline constexpr std::size_t kLanes = kLaneChanges * kLaneRelations;

/// A weight in eighths of a bit, rounded up. Cut off beyond 75 bits, which no probability that a
/// model may have (model.cc) and no share of a relation reaches.
constexpr std::int16_t lane_of(WeightSum weight) {
  constexpr WeightSum kUnit = kOneBit / 8;
  constexpr WeightSum kMost = 600;
  const WeightSum up = weight >= 0 ? (weight + kUnit - 1) / kUnit : -(-weight / kUnit);
  return static_cast<std::int16_t>(std::clamp<WeightSum>(up, -kMost, kMost));
}

/// Two vectors of eight, which every x86-64 and aarch64 adds and compares in one instruction each.
/// Sums of up to 48 do not overflow.
class Lanes {
 public:
  static constexpr std::size_t kHalf = kLanes / 2;

  [[nodiscard]] std::int16_t operator[](std::size_t i) const {
    return i < kHalf ? low_[i] : high_[i - kHalf];
  }
  void set(std::size_t i, std::int16_t value) {
    // Not through a reference to either: GCC 12 with sanitizers then writes the first element.
    if (i < kHalf) {
      low_[i] = value;
    } else {
      high_[i - kHalf] = value;
    }
  }
  Lanes& operator+=(const Lanes& other) {
    low_ += other.low_;
    high_ += other.high_;
    return *this;
  }
  Lanes& operator-=(const Lanes& other) {
    low_ -= other.low_;
    high_ -= other.high_;
    return *this;
  }
  void raise_to(const Lanes& other) {
    low_ = low_ < other.low_ ? other.low_ : low_;
    high_ = high_ < other.high_ ? other.high_ : high_;
  }
  /// Whether the bound, which is the best change, each against the relation that speaks most
  /// against it, is at least `floor`.
  [[nodiscard]] bool reaches(std::int16_t floor) const {
    return reaches(low_, floor) || reaches(high_, floor);
  }

 private:
  using Half = std::int16_t __attribute__((vector_size(16)));

  /// Each half holds the four relations of two changes.
  static bool reaches(Half half, std::int16_t floor) {
    static_assert(kLaneRelations == 4 && kHalf == 8);
    using Words = std::uint64_t __attribute__((vector_size(16)));
    const auto enough = reinterpret_cast<Words>(half >= floor);
    return enough[0] == ~std::uint64_t{0} || enough[1] == ~std::uint64_t{0};
  }

  Half low_{};
  Half high_{};
};

/// By level and rarity in steps of a bit: what a feature contributes at most.
struct LevelBounds {
  static constexpr std::size_t kSteps = 48;
  static constexpr std::size_t step(Weight rarity) {
    const auto at = static_cast<std::size_t>(rarity < 0 ? 0 : rarity >> 20) + 1;
    return at < kSteps ? at : kSteps - 1;
  }
  std::array<std::array<Lanes, kSteps>, 8> at{};
};

/// What is known of a pair before its values are compared, feature by feature.
struct PairCaps {
  const Lanes** most = nullptr;  ///< by feature: what it adds to the bound
  Lanes* raised = nullptr;       ///< by feature: room for bounds that are put together for the pair
  std::uint64_t different = 0;   ///< features (by bits) whose values certainly differ
  std::uint64_t equal = 0;       ///< features of one value a record, which is the same
  std::uint64_t open = 0;        ///< features that must be compared to be known
  Lanes total;
};

}  // namespace galena::match
