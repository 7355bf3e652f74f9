// Keys that nothing else shares need no sorting.
#include "match/drop_alone.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace galena::match {
namespace {

/// Items with upper halves of so many values, and their numbers below.
std::vector<std::uint64_t> random_items(std::size_t count, std::uint32_t values,
                                        std::mt19937_64& random) {
  std::vector<std::uint64_t> items;
  for (std::size_t i = 0; i < count; ++i) {
    // Spread over all bits, as hashes are.
    const std::uint64_t half = static_cast<std::uint32_t>(random() % values * 2654435761U);
    items.push_back(half << 32 | i);
  }
  return items;
}

/// Those whose upper half another one has.
std::vector<std::uint64_t> shared_of(const std::vector<std::uint64_t>& items) {
  std::map<std::uint64_t, int> counts;
  for (const std::uint64_t item : items) ++counts[item >> 32];
  std::vector<std::uint64_t> shared;
  for (const std::uint64_t item : items) {
    if (counts[item >> 32] > 1) shared.push_back(item);
  }
  return shared;
}

TEST(DropAlone, KeepsWhatIsSharedInOrder) {
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> space;
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = random() % 600;
    const auto values = static_cast<std::uint32_t>(1 + random() % 2000);
    const std::vector<std::uint64_t> items = random_items(count, values, random);
    std::vector<std::uint64_t> kept = items;
    kept.resize(drop_alone(kept, space));
    ASSERT_TRUE(std::is_sorted(kept.begin(), kept.end(), [](std::uint64_t a, std::uint64_t b) {
      return static_cast<std::uint32_t>(a) < static_cast<std::uint32_t>(b);
    }));
    ASSERT_EQ(shared_of(kept), shared_of(items));
  }
}

TEST(DropAlone, DropsMostOfTheOthers) {
  std::mt19937_64 random(2);
  std::vector<std::uint64_t> space;
  std::vector<std::uint64_t> items = random_items(20000, 1U << 31U, random);
  const std::size_t shared = shared_of(items).size();
  EXPECT_LT(shared, 10U);
  EXPECT_LT(drop_alone(items, space), items.size() / 6);
}

}  // namespace
}  // namespace galena::match
