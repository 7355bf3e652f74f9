#include "galena/criteria/distance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace galena::criteria {
namespace {

/// The distance by the standard library's functions.
double kilometres(Place a, Place b) {
  const double radian = std::acos(-1.0) / 180;
  const double north = std::sin((a.latitude - b.latitude) * radian / 2);
  const double east = std::sin((a.longitude - b.longitude) * radian / 2);
  const double h =
      north * north + std::cos(a.latitude * radian) * std::cos(b.latitude * radian) * east * east;
  return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::fmin(1.0, h)));
}

TEST(Distance, KnownPlaces) {
  constexpr Place kBerlin{52.52, 13.405};
  constexpr Place kHamburg{53.551, 9.994};
  static_assert(within_km(kBerlin, kHamburg, 256) && !within_km(kBerlin, kHamburg, 255));
  EXPECT_TRUE(within_km({0, 179.9}, {0, -179.9}, 22.3));  // across the date line
  EXPECT_FALSE(within_km({0, 179.9}, {0, -179.9}, 22.2));
  EXPECT_TRUE(within_km({90, 0}, {90, 120}, 0.001));  // one pole, two longitudes
  EXPECT_TRUE(within_km({90, 0}, {-90, 0}, 20016));
  EXPECT_FALSE(within_km({90, 0}, {-90, 0}, 20015));
  EXPECT_TRUE(within_km({10, 20}, {10, 20}, 0));
  EXPECT_TRUE(within_km({10, 20}, {-10, -160}, 1e9));
}

TEST(Distance, AgreesWithTheStandardLibraryUpToTheBorder) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> latitude(-90, 90);
  std::uniform_real_distribution<double> longitude(-180, 180);
  for (int i = 0; i < 20000; ++i) {
    const Place a{latitude(random), longitude(random)};
    const Place b{latitude(random), longitude(random)};
    const double km = kilometres(a, b);
    ASSERT_TRUE(within_km(a, b, km * (1 + 1e-9) + 1e-6)) << km;
    ASSERT_FALSE(within_km(a, b, km * (1 - 1e-9) - 1e-6)) << km;
    ASSERT_EQ(within_km(a, b, km), within_km(b, a, km));
  }
}

}  // namespace
}  // namespace galena::criteria
