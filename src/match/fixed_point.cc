#include "match/fixed_point.hpp"

#include <algorithm>
#include <cmath>

#include "match/series.hpp"

namespace galena::match {

namespace {

double log2_of(double x) {
  int exponent = 0;
  const double mantissa = std::frexp(x, &exponent);  // [0.5, 1)
  return log2_of_scaled(mantissa, exponent);
}

double exp2_of(double x) {
  const double whole = std::floor(x);
  return std::ldexp(exp2_of_fraction(x - whole), static_cast<int>(whole));
}

}  // namespace

Weight log2_weight(double x) { return weight_of_bits(log2_of(x)); }

double exp2_of_weight(WeightSum weight) {
  return exp2_of(std::clamp(bits_of(weight), -1000.0, 1000.0));
}

Weight weight_of_bits(double bits) {
  constexpr double kLargest = 2000;
  return static_cast<Weight>(std::floor(std::clamp(bits, -kLargest, kLargest) * kOneBit + 0.5));
}

double probability_of(WeightSum weight) {
  const double bits = std::clamp(bits_of(weight), -1000.0, 1000.0);
  return 1.0 / (1.0 + exp2_of(-bits));
}

WeightSum weight_of_probability(double probability) {
  return weight_of_bits(log2_of(probability) - log2_of(1.0 - probability));
}

}  // namespace galena::match
