// Distance: whether two points on the Earth are within a number of kilometres of each other.
//
//   within_km({52.52, 13.405}, {53.551, 9.994}, 260)   // Berlin, Hamburg: 255 km
//
// The great-circle distance on a sphere of the mean Earth radius (off by up to 0.5 % from the
// ellipsoid). The sine is a polynomial with a fixed order of operations, so that every machine
// answers alike at the very border too. Source: R. W. Sinnott, Virtues of the Haversine, Sky &
// Telescope 68 (1984); radius: IUGG mean radius R1.
#pragma once

#include <cmath>

namespace galena::criteria {

/// Degrees; latitude -90 to 90, longitude -180 to 180.
struct Place {
  double latitude = 0;
  double longitude = 0;

  [[nodiscard]] constexpr bool exists() const {
    return latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
  }
  friend constexpr bool operator==(const Place&, const Place&) = default;
};

inline constexpr double kEarthRadiusKm = 6371.0088;

namespace detail {

inline constexpr double kPi = 3.14159265358979323846;

/// sin(x) for |x| <= pi/2, to 2e-16: the Taylor polynomial of degree 23, by Horner's rule.
constexpr double sine(double x) {
  const double square = x * x;
  double sum = 1;
  for (int k = 22; k >= 2; k -= 2) sum = 1 - square / (k * (k + 1)) * sum;
  return x * sum;
}

constexpr double radians(double degrees) { return degrees * (kPi / 180); }

/// The cosine of a latitude: sin(90 degrees - |latitude|).
constexpr double cosine_of(double latitude) {
  return sine(radians(90 - (latitude < 0 ? -latitude : latitude)));
}

/// The haversine of the angle between two places, 0 to 1.
constexpr double haversine(Place a, Place b) {
  double east = a.longitude - b.longitude;
  if (east < 0) east = -east;
  if (east > 180) east = 360 - east;
  const double north = sine(radians((a.latitude - b.latitude) / 2));
  const double half_east = sine(radians(east / 2));
  return north * north + cosine_of(a.latitude) * cosine_of(b.latitude) * half_east * half_east;
}

}  // namespace detail

/// True when the places are at most `km` apart. Both exist(); km >= 0.
constexpr bool within_km(Place a, Place b, double km) {
  const double half_angle = km / kEarthRadiusKm / 2;
  if (half_angle >= detail::kPi / 2) return true;
  const double reach = detail::sine(half_angle);
  return detail::haversine(a, b) <= reach * reach;
}

}  // namespace galena::criteria
