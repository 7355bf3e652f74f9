#include "match/block_memory.hpp"

#include <gtest/gtest.h>

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

bool shared(const std::vector<Said>& all, const std::vector<bool>& forgotten, std::size_t recipe,
            std::uint32_t a, std::uint32_t b) {
  for (const Said& x : all) {
    if (x.record != a || x.recipe >= recipe || forgotten[x.recipe]) continue;
    for (const Said& y : all) {
      if (y.record != b || y.recipe != x.recipe || y.entry != x.entry) continue;
      const bool windowed = (x.number & y.number & BlockMemory::kWindowed) != 0;
      const std::uint32_t apart = std::max(x.number, y.number) - std::min(x.number, y.number);
      if (x.number == y.number || (windowed && apart <= kWindow)) return true;
    }
  }
  return false;
}

/// Recipes of one entry or several in any order, so that their places end anywhere in a word.
TEST(BlockMemory, KnowsThePairsThatAnEarlierRecipeHad) {
  std::mt19937 engine(4);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::size_t> entries(1 + engine() % 12);
    for (std::size_t& count : entries) count = engine() % 3 == 0 ? 1 + engine() % 5 : 1;
    BlockMemory memory(kRecords, entries, kWindow);
    std::vector<bool> forgotten(entries.size());
    std::vector<Said> all;
    for (std::size_t recipe = 0; recipe < entries.size(); ++recipe) {
      for (std::uint32_t a = 0; a < kRecords; ++a) {
        for (std::uint32_t b = 0; b < kRecords; ++b) {
          ASSERT_EQ(memory.seen(recipe, a, b), shared(all, forgotten, recipe, a, b))
              << "records " << a << " and " << b << " for recipe " << recipe;
        }
      }
      for (std::size_t entry = 0; entry < entries[recipe]; ++entry) {
        for (std::uint32_t record = 0; record < kRecords; ++record) {
          if (engine() % 2 == 0) continue;
          const std::uint32_t number =
              engine() % 3 == 0 ? BlockMemory::kWindowed + 1 + engine() % 40 : 1 + engine() % 20;
          memory.remember(recipe, entry, record, number);
          all.push_back({recipe, entry, record, number});
        }
      }
      if (engine() % 4 == 0) {
        memory.forget(recipe);
        forgotten[recipe] = true;
      }
    }
  }
}

}  // namespace
}  // namespace galena::match
