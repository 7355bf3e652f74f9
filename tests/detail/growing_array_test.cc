#include "detail/growing_array.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <new>
#include <numeric>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

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

#if defined(__linux__) && defined(MADV_POPULATE_WRITE)
/// How many of the pages of so many bytes are in memory; -1: the system does not tell.
long resident(const void* begin, std::size_t size) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const auto at = reinterpret_cast<std::uintptr_t>(begin);
  std::vector<unsigned char> pages((size + at % page + page - 1) / page);
  if (mincore(reinterpret_cast<void*>(at - at % page), size + at % page, pages.data()) != 0)
    return -1;
  return std::accumulate(pages.begin(), pages.end(), 0L,
                         [](long sum, unsigned char one) { return sum + (one & 1); });
}

TEST(GrowingArray, TouchesOfALargePartWhatItsFillersAskFor) {
  constexpr std::size_t kItems = std::size_t{1} << 22;  // 32 MB
  constexpr std::size_t kFirst = 123457;
  constexpr std::size_t kCount = 99999;
  GrowingArray<std::uint64_t> array;
  array.push_back(7);
  std::uint64_t* const part = array.extend(kItems);
  const long before = resident(part, kItems * sizeof *part);
  if (before < 0) GTEST_SKIP() << "the system does not tell what is in memory";
  EXPECT_LE(before, 512) << "what is asked for at once is left to its fillers";
  part[kFirst] = 5;
  array.make_ready(1 + kFirst, kCount);
  if (madvise(part - 1, 1, MADV_POPULATE_WRITE) != 0)
    GTEST_SKIP() << "the system does not fill pages ahead";
  const long own = resident(part + kFirst, kCount * sizeof *part);
  EXPECT_GE(own, static_cast<long>(kCount * sizeof *part / 65536)) << "pages of 64 kB at most";
  EXPECT_LE(resident(part, kItems * sizeof *part) - own, 2048) << "of 8192";
  EXPECT_EQ(array[0], 7U);
  EXPECT_EQ(part[kFirst], 5U);
}

TEST(GrowingArray, IsAheadOfThoseWhoFillItByAMegabyteAtMost) {
  constexpr std::size_t kItems = std::size_t{1} << 20;  // 8 MB
  GrowingArray<std::uint64_t> array;
  array.make_room(4 * kItems);
  for (std::size_t i = 0; i < kItems; ++i) array.push_back(i);
  const std::uint64_t* const behind = array.data() + kItems + (std::size_t{3} << 16);
  const long touched = resident(behind, 2 * kItems * sizeof *behind);
  if (touched < 0) GTEST_SKIP() << "the system does not tell what is in memory";
  EXPECT_LE(touched, 512) << "of room that was made and is not used";
  for (std::size_t i = 0; i < kItems; ++i) ASSERT_EQ(array[i], i);
}
#endif

}  // namespace
}  // namespace galena::detail
