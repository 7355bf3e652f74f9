#include "detail/growing_array.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <new>
#include <numeric>
#include <vector>

namespace galena::detail {
namespace {

struct alignas(64) Line {
  std::uint64_t number;
};

TEST(GrowingArray, KeepsItsItemsWhileItGrowsFromNothingToManyPages) {
  GrowingArray<std::uint64_t> array;
  EXPECT_EQ(array.size(), 0U);
  for (std::uint64_t i = 0; i < 300000; ++i) {
    array.push_back(i * i);
    if ((i & (i + 1)) != 0) continue;  // around the sizes at which it grows
    for (std::uint64_t k = 0; k <= i; ++k) ASSERT_EQ(array[k], k * k) << "of " << i;
  }
  ASSERT_EQ(array.size(), 300000U);
  for (std::uint64_t k = 0; k < array.size(); ++k) ASSERT_EQ(array[k], k * k);
}

TEST(GrowingArray, StandsAtACacheLineWhateverItsSize) {
  GrowingArray<Line> array;
  for (std::uint64_t i = 0; i < 100000; ++i) {
    array.push_back({i});
    ASSERT_EQ(reinterpret_cast<std::uintptr_t>(array.data()) % 64, 0U);
    ASSERT_EQ(array[i / 2].number, i / 2);
  }
}

TEST(GrowingArray, TakesItemsOfItsOwn) {
  GrowingArray<int> array;
  array.push_back(7);
  for (int i = 0; i < 1000; ++i) array.push_back(array[0]);
  for (const int item : array) ASSERT_EQ(item, 7);
}

TEST(GrowingArray, ExtendsTruncatesAndMoves) {
  GrowingArray<int> array;
  int* const first = array.extend(100);
  std::iota(first, first + 100, 0);
  array.truncate(10);
  EXPECT_EQ(array.size(), 10U);
  array.truncate(20);  // never more than there is
  EXPECT_EQ(array.size(), 10U);
  GrowingArray<int> moved = std::move(array);
  ASSERT_EQ(moved.size(), 10U);
  EXPECT_EQ(moved[9], 9);
}

TEST(GrowingArray, RefusesWhatNoMemoryHolds) {
  GrowingArray<std::uint64_t> array;
  array.push_back(1);
  EXPECT_THROW(array.extend(~std::size_t{0} / 16), std::bad_alloc);
  ASSERT_EQ(array.size(), 1U);
  EXPECT_EQ(array[0], 1U);
}

}  // namespace
}  // namespace galena::detail
