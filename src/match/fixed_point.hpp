// Weights in bits as whole numbers of 2^-20 bit, and the two functions between weights and
// probabilities. Sums of weights are exact, so no result depends on the order of summation, and the
// functions use only additions, multiplications and divisions, so they give the same bytes
// everywhere.
#pragma once

#include <cstdint>

namespace galena::match {

/// A weight: bits times 2^20. A sum of weights is kept in 64 bits.
using Weight = std::int32_t;
using WeightSum = std::int64_t;
inline constexpr Weight kOneBit = 1 << 20;

/// log2(x) as a weight; x > 0. Rounded to the nearest 2^-20.
[[nodiscard]] Weight log2_weight(double x);

/// 2 to the power of a weight.
[[nodiscard]] double exp2_of_weight(WeightSum weight);

/// A share of a weight.
[[nodiscard]] constexpr Weight scaled_weight(Weight weight, double share) {
  return share == 1 ? weight : static_cast<Weight>(static_cast<double>(weight) * share);
}

/// The weight as a number of bits, exactly.
[[nodiscard]] constexpr double bits_of(WeightSum weight) {
  return static_cast<double>(weight) / kOneBit;
}
/// Bits rounded to a weight.
[[nodiscard]] Weight weight_of_bits(double bits);

/// 1 / (1 + 2^-weight).
[[nodiscard]] double probability_of(WeightSum weight);

/// The weight of a probability, 0 < p < 1: log2(p / (1 - p)).
[[nodiscard]] WeightSum weight_of_probability(double probability);

}  // namespace galena::match
