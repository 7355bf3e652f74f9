#include "match/soft_minimum.hpp"

#include "match/series.hpp"

namespace galena::match::detail {

namespace {

constexpr SoftTable make_table() {
  constexpr std::size_t kSteps = SoftTable::kStepsPerBit;
  SoftTable table{};
  for (std::size_t i = 0; i < table.at.size(); ++i) {
    // 2^-x by a fraction and whole bits.
    const std::size_t up = (kSteps - i % kSteps) % kSteps;
    double power = exp2_of_fraction(static_cast<double>(up) / kSteps);
    for (std::size_t bit = 0; bit < (i + up) / kSteps; ++bit) power /= 2;
    const double sum = 1 + power;
    const double log = sum < 2 ? log2_of_scaled(sum / 2, 1) : 1;
    table.at[i] = static_cast<Weight>(log * kOneBit + 0.5);
  }
  return table;
}

}  // namespace

// Made by the compiler: it is there before anything that runs at start-up.
constinit const SoftTable kSoftTable = make_table();

}  // namespace galena::match::detail
