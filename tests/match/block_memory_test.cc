#include "match/block_memory.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <vector>

namespace galena::match {
namespace {

constexpr std::size_t kRecords = 30;
constexpr std::size_t kWindow = 3;

/// What was remembered, as it was said.
struct Said {
  std::size_t recipe;
  std::size_t entry;
  std::size_t record;
  std::uint32_t number;
};

bool shared(const std::vector<Said>& all, const std::vector<bool>& ended_early, std::size_t recipe,
            std::uint32_t a, std::uint32_t b) {
  for (const Said& x : all) {
    if (x.record != a || x.recipe >= recipe || ended_early[x.recipe]) continue;
    for (const Said& y : all) {
      if (y.record != b || y.recipe != x.recipe || y.entry != x.entry) continue;
      const bool windowed = (x.number & y.number & BlockMemory::kWindowed) != 0;
      const std::uint32_t apart = std::max(x.number, y.number) - std::min(x.number, y.number);
      if (x.number == y.number || (windowed && apart <= kWindow)) return true;
    }
  }
  return false;
}

/// Recipes of one entry or several in any order, so that their places end anywhere in a word; some
/// end early, and the next one takes their places.
TEST(BlockMemory, KnowsThePairsThatAnEarlierRecipeHad) {
  constexpr std::uint32_t kMost = 40;  // numbers of a recipe
  std::mt19937 engine(4);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::size_t> entries(1 + engine() % 12);
    for (std::size_t& count : entries) count = engine() % 3 == 0 ? 1 + engine() % 5 : 1;
    BlockMemory memory(kRecords, std::accumulate(entries.begin(), entries.end() - 1, 0UL), kWindow);
    std::vector<bool> ended_early(entries.size());
    std::vector<Said> all;
    for (std::size_t recipe = 0; recipe < entries.size(); ++recipe) {
      memory.begin(recipe + 1 < entries.size() ? entries[recipe] : 0);
      for (std::size_t entry = 0; entry < entries[recipe]; ++entry) {
        for (std::uint32_t record = 0; record < kRecords; ++record) {
          if (engine() % 2 == 0) continue;
          const auto base = static_cast<std::uint32_t>(memory.base());
          const std::uint32_t number =
              base + 1 +
              (engine() % 3 == 0 ? BlockMemory::kWindowed + engine() % kMost
                                 : engine() % (kMost / 2));
          memory.remember(entry, record, number);
          all.push_back({recipe, entry, record, number});
        }
      }
      for (std::uint32_t a = 0; a < kRecords; ++a) {
        for (std::uint32_t b = 0; b < kRecords; ++b) {
          ASSERT_EQ(memory.seen(a, b), shared(all, ended_early, recipe, a, b))
              << "records " << a << " and " << b << " for recipe " << recipe;
        }
      }
      ended_early[recipe] = engine() % 3 == 0;
      memory.end(!ended_early[recipe], kMost);
    }
  }
}

TEST(BlockMemory, ForgetsWhereNumbersRunOut) {
  BlockMemory memory(2, 1, kWindow);
  memory.begin(1);
  memory.remember(0, 0, 7);
  memory.remember(0, 1, 7);
  memory.end(false, std::uint64_t{1} << 40);
  memory.begin(1);
  memory.end(true, 0);
  memory.begin(1);
  EXPECT_FALSE(memory.seen(0, 1));
}

}  // namespace
}  // namespace galena::match
