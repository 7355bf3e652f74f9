// Sums of chances as weights: -log2(2^-a + 2^-b) from a table, without a logarithm, a branch that
// is hard to foresee or a division; every pair that is weighed needs a dozen of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "match/fixed_point.hpp"

namespace galena::match {

namespace detail {

/// log2(1 + 2^-x) for x = 0, 1/64, ... 24 bits, as weights. It is nothing from 22 bits on.
struct SoftTable {
  static constexpr int kStepBits = 14;  ///< of a weight: 1/64 bit
  static constexpr std::size_t kStepsPerBit = std::size_t{kOneBit} >> kStepBits;
  static constexpr std::size_t kBits = 24;
  static constexpr std::uint64_t kReach = std::uint64_t{kBits} * kOneBit;
  std::array<Weight, kBits * kStepsPerBit + 1> at;
};
extern const SoftTable kSoftTable;

}  // namespace detail

/// -log2(2^-a + 2^-b): the smaller of the two where they differ much. Between two entries of a
/// table on a straight line: off by less than 7 * 2^-20 bits, and the same everywhere.
[[nodiscard]] inline WeightSum soft_minimum(WeightSum a, WeightSum b) {
  const WeightSum low = std::min(a, b);
  const auto gap = static_cast<std::uint64_t>(std::max(a, b) - low);
  if (gap >= detail::SoftTable::kReach) return low;
  constexpr int kStepBits = detail::SoftTable::kStepBits;
  const Weight* const entry = detail::kSoftTable.at.data() + (gap >> kStepBits);
  const std::uint64_t rest = gap & ((std::uint64_t{1} << kStepBits) - 1);
  const auto fall = static_cast<std::uint64_t>(entry[0] - entry[1]);
  return low - (entry[0] - static_cast<WeightSum>(fall * rest >> kStepBits));
}

/// log2(2^a + 2^b).
[[nodiscard]] inline WeightSum soft_maximum(WeightSum a, WeightSum b) {
  return -soft_minimum(-a, -b);
}

}  // namespace galena::match
