#include "detail/hash_index.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace galena::detail {
namespace {

/// Looks every number up by its hash, as whoever keeps the texts does.
void expect_all(const HashIndex& index, const std::vector<std::uint64_t>& hashes) {
  for (std::uint32_t number = 1; number <= hashes.size(); ++number) {
    const std::uint64_t hash = hashes[number - 1];
    ASSERT_EQ(index.find(hash, [&](std::uint32_t found) { return found == number; }), number);
    ASSERT_NE(index.candidate(hash), 0U);
  }
}

TEST(HashIndex, FindsEveryNumberHoweverHashesFall) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  // Spread evenly, few that many have, all at the last place (which goes on with the first).
  for (const std::uint64_t spread : {kMost, std::uint64_t{40} << 32, std::uint64_t{0}}) {
    std::mt19937_64 engine(5);
    HashIndex index;
    std::vector<std::uint64_t> hashes;
    for (std::uint32_t number = 1; number <= 3000; ++number) {
      hashes.push_back(spread == 0 ? kMost : engine() & spread);
      index.insert(hashes.back(), number);
    }
    expect_all(index, hashes);
    EXPECT_EQ(index.find(hashes[0], [](std::uint32_t) { return false; }), 0U);
  }
}

TEST(HashIndex, RoomThatWasMadeIsEnough) {
  std::mt19937_64 engine(6);
  HashIndex index;
  index.reserve(5000);
  const std::size_t before = index.memory();
  std::vector<std::uint64_t> hashes;
  for (std::uint32_t number = 1; number <= 5000; ++number) {
    hashes.push_back(engine());
    index.insert(hashes.back(), number);
  }
  EXPECT_EQ(index.memory(), before);
  expect_all(index, hashes);
}

TEST(HashIndex, AnEmptyOneHasNothing) {
  const HashIndex index;
  index.prefetch(7);
  EXPECT_EQ(index.candidate(7), 0U);
  EXPECT_EQ(index.memory(), 0U);
}

}  // namespace
}  // namespace galena::detail
