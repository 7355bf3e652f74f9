// Jaro and Jaro-Winkler against the definition written out, and published values.
#include <gtest/gtest.h>

#include <random>

#include "galena/match/similarity.hpp"

namespace galena::match {
namespace {

double reference_jaro(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return 1;
  if (a.empty() || b.empty()) return 0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::vector<bool> used_a(a.size());
  std::string from_b;
  for (std::size_t j = 0; j < b.size(); ++j) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (used_a[i] || a[i] != b[j] || (i > j ? i - j : j - i) > window) continue;
      used_a[i] = true;
      from_b += b[j];
      break;
    }
  }
  if (from_b.empty()) return 0;
  std::string from_a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (used_a[i]) from_a += a[i];
  }
  std::size_t apart = 0;
  for (std::size_t i = 0; i < from_a.size(); ++i) apart += from_a[i] != from_b[i] ? 1 : 0;
  const auto common = static_cast<double>(from_a.size());
  return (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
          (common - static_cast<double>(apart / 2)) / common) /
         3;
}

TEST(Jaro, EqualsItsDefinition) {
  std::mt19937 engine(7);
  for (int round = 0; round < 30000; ++round) {
    std::string a;
    std::string b;
    const std::size_t longest = round % 20 == 0 ? 150 : 20;
    const std::size_t letters = 1 + engine() % 6;
    for (std::size_t n = engine() % longest; n > 0; --n)
      a += static_cast<char>('a' + engine() % letters);
    for (std::size_t n = engine() % longest; n > 0; --n)
      b += static_cast<char>('a' + engine() % letters);
    ASSERT_EQ(jaro(a, b), reference_jaro(a, b)) << a << " / " << b;
  }
}

TEST(Jaro, CountsCharactersNotBytes) {
  EXPECT_DOUBLE_EQ(jaro("0ð00", "0ð00"), 1.0);
  EXPECT_DOUBLE_EQ(jaro("дом", "том"), jaro("dom", "tom"));
  EXPECT_DOUBLE_EQ(jaro_winkler("müller", "mülner"), jaro_winkler("muller", "mulner"));
}

TEST(JaroWinkler, KnowsThePublishedPairs) {
  EXPECT_NEAR(jaro_winkler("MARTHA", "MARHTA"), 0.9611, 5e-5);
  EXPECT_NEAR(jaro_winkler("DWAYNE", "DUANE"), 0.84, 5e-5);
  EXPECT_NEAR(jaro_winkler("DIXON", "DICKSONX"), 0.8133, 5e-5);
}

}  // namespace
}  // namespace galena::match
