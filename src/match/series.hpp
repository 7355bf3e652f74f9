// Logarithm and exponential by their series: additions, multiplications and divisions alone, so
// that they give the same everywhere, when compiled and when run.
#pragma once

namespace galena::match {

inline constexpr double kLn2 = 0.693147180559945309417232;

/// ln((1 + s) / (1 - s)) / ln 2; |s| <= 0.172 makes eleven terms exact to a double.
constexpr double log2_of_ratio(double s) {
  const double square = s * s;
  double sum = 0;
  for (int term = 21; term >= 1; term -= 2) sum = sum * square + 1.0 / term;
  return 2.0 * s * sum / kLn2;
}

/// log2 of a mantissa, 0.5 <= mantissa < 1, times 2^exponent.
constexpr double log2_of_scaled(double mantissa, int exponent) {
  if (mantissa < 0.70710678118654752440) {
    mantissa *= 2;
    --exponent;
  }
  return exponent + log2_of_ratio((mantissa - 1) / (mantissa + 1));
}

/// 2^x for 0 <= x < 1.
constexpr double exp2_of_fraction(double x) {
  const double power = x * kLn2;
  double sum = 1;
  for (int term = 18; term >= 1; --term) sum = 1 + sum * power / term;
  return sum;
}

}  // namespace galena::match
