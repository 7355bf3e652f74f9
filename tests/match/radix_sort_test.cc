// Sorting by upper halves, by one thread and by several.
#include "match/radix_sort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace galena::match {
namespace {

/// Items with upper halves below `values`, numbered below.
std::vector<std::uint64_t> items_of(std::size_t count, std::uint64_t values, unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<std::uint64_t> items;
  for (std::size_t i = 0; i < count; ++i) {
    // Spread over all 32 bits, so that every range of them has some.
    const std::uint64_t half = random() % values * ((std::uint64_t{1} << 32) / values);
    items.push_back(half << 32 | i);
  }
  return items;
}

TEST(RadixSort, IsTheOrderOfUpperHalvesThenOfPlacesForAnyThreads) {
  for (const std::size_t count : {0U, 1U, 255U, 300U, 99999U, 100000U, 250000U}) {
    for (const std::uint64_t values : {1ULL, 3ULL, 1000ULL, 1ULL << 32}) {
      const std::vector<std::uint64_t> items = items_of(count, values, 3);
      std::vector<std::uint64_t> expected = items;
      std::sort(expected.begin(), expected.end());
      for (const unsigned threads : {1U, 2U, 5U}) {
        std::vector<std::uint64_t> sorted = items;
        sort_by_upper_half(sorted, threads);
        ASSERT_EQ(sorted, expected) << count << " items, " << values << " values, " << threads;
      }
    }
  }
}

}  // namespace
}  // namespace galena::match
