#include "match/fixed_point.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace galena::match {

namespace {

constexpr double kLn2 = 0.693147180559945309417232;

/// ln((1 + s) / (1 - s)) / ln 2 by its series; |s| <= 0.172 makes eleven terms exact to a double.
double log2_of_ratio(double s) {
  const double square = s * s;
  double sum = 0;
  for (int term = 21; term >= 1; term -= 2) sum = sum * square + 1.0 / term;
  return 2.0 * s * sum / kLn2;
}

double log2_of(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);  // [0.5, 1)
  if (mantissa < 0.70710678118654752440) {
    mantissa *= 2;
    --exponent;
  }
  return exponent + log2_of_ratio((mantissa - 1) / (mantissa + 1));
}

/// 2^x by the exponential series on the fraction.
double exp2_of(double x) {
  const double whole = std::floor(x);
  const double power = (x - whole) * kLn2;
  double sum = 1;
  for (int term = 18; term >= 1; --term) sum = 1 + sum * power / term;
  return std::ldexp(sum, static_cast<int>(whole));
}

/// log2(1 + 2^-x) as weights for x = 0, 1/64, ... 24 bits.
constexpr int kSteps = 64;
constexpr int kRange = 24;
std::array<Weight, kSteps * kRange + 1> make_soft_table() {
  std::array<Weight, kSteps * kRange + 1> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = log2_weight(1 + exp2_of(-static_cast<double>(i) / kSteps));
  }
  return table;
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

WeightSum soft_minimum(WeightSum a, WeightSum b) {
  static const auto kTable = make_soft_table();
  const WeightSum low = std::min(a, b);
  const WeightSum gap = std::max(a, b) - low;
  constexpr WeightSum kStep = kOneBit / kSteps;
  const auto at = static_cast<std::size_t>(gap / kStep);
  if (at + 1 >= kTable.size()) return low;
  // Between two entries on a straight line.
  const WeightSum rest = gap - static_cast<WeightSum>(at) * kStep;
  const WeightSum drop = kTable[at] - (kTable[at] - kTable[at + 1]) * rest / kStep;
  return low - drop;
}

}  // namespace galena::match
