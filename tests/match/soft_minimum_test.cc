// Sums of chances as weights, beside the same by the logarithms of the machine.
#include "match/soft_minimum.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace galena::match {
namespace {

double by_logarithm(WeightSum a, WeightSum b) {
  const double low = std::min(bits_of(a), bits_of(b));
  const double gap = std::abs(bits_of(a) - bits_of(b));
  return low - std::log2(1 + std::exp2(-gap));
}

TEST(SoftMinimum, IsTheLogarithmOfASumToSevenUnits) {
  constexpr double kMost = 7.0 / kOneBit;
  for (const WeightSum a : {WeightSum{0}, WeightSum{-3 * kOneBit - 5}, 900 * WeightSum{kOneBit}}) {
    for (WeightSum gap = 0; gap < 30 * WeightSum{kOneBit}; gap += 997) {
      const double expected = by_logarithm(a, a + gap);
      ASSERT_NEAR(bits_of(soft_minimum(a, a + gap)), expected, kMost) << a << " and " << gap;
      ASSERT_EQ(soft_minimum(a, a + gap), soft_minimum(a + gap, a));
      ASSERT_EQ(soft_maximum(-a, -a - gap), -soft_minimum(a, a + gap));
    }
  }
}

TEST(SoftMinimum, OfEqualWeightsIsABitLess) {
  EXPECT_EQ(soft_minimum(5 * kOneBit, 5 * kOneBit), 4 * kOneBit);
  EXPECT_EQ(soft_maximum(-kOneBit, -kOneBit), 0);
}

TEST(SoftMinimum, IsTheSmallerOneFarApart) {
  EXPECT_EQ(soft_minimum(0, 22 * kOneBit), 0);
  EXPECT_EQ(soft_minimum(0, 24 * kOneBit), 0);
  EXPECT_EQ(soft_minimum(-2000 * WeightSum{kOneBit}, 2000 * WeightSum{kOneBit}),
            -2000 * WeightSum{kOneBit});
  EXPECT_LT(soft_minimum(0, 19 * kOneBit), 0);
}

TEST(SoftMinimum, FallsNowhereWhereAWeightRises) {
  WeightSum last = soft_minimum(0, -25 * WeightSum{kOneBit});
  for (WeightSum b = -25 * WeightSum{kOneBit}; b < 25 * WeightSum{kOneBit}; b += 1 << 10) {
    const WeightSum now = soft_minimum(0, b);
    ASSERT_GE(now, last) << b;
    last = now;
  }
}

}  // namespace
}  // namespace galena::match
