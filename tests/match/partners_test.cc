// Partners: against all sets of pairs of small graphs, and what they must leave alone.
#include "match/partners.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "match/fixed_point.hpp"

namespace galena::match {
namespace {

constexpr std::uint32_t kSureRows =
    20000;                               // sure pairs of rows that have nothing to do with others
constexpr std::uint32_t kSplit = 40000;  // left records
constexpr std::uint32_t kRecords = 100000;
constexpr Weight kSure = 20 * kOneBit;

/// kSureRows left records, each with a right one of its own.
std::vector<ScoredPair> sure_pairs() {
  std::vector<ScoredPair> pairs;
  for (std::uint32_t i = 0; i < kSureRows; ++i) pairs.push_back({i, kSplit + i, kSure});
  return pairs;
}
/// Records that are in no sure pair.
std::uint32_t left_record(std::uint32_t i) { return kSureRows + i; }
std::uint32_t right_record(std::uint32_t i) { return kSplit + kSureRows + i; }

Partners::Basis basis_of_links() {
  return {.split = kSplit, .records = kRecords, .duplicates_per_record = 0.5};
}
/// c of either side, with x = 0: half of the left rows have a partner, a third of the right ones.
constexpr double kLeftSingle = 2;
constexpr double kRightSingle = 1.5;

/// The weight of each pair of a graph, by adding up all sets of pairs in which no record is twice.
std::vector<double> by_all_sets(const std::vector<ScoredPair>& pairs) {
  std::vector<double> with(pairs.size());
  double all = 0;
  for (std::uint32_t set = 0; set < 1U << pairs.size(); ++set) {
    std::vector<std::uint32_t> used;
    double product = 1;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if ((set >> i & 1U) == 0) continue;
      used.insert(used.end(), {pairs[i].a, pairs[i].b});
      product *= std::exp2(bits_of(pairs[i].evidence)) * kLeftSingle * kRightSingle;
    }
    std::sort(used.begin(), used.end());
    if (std::adjacent_find(used.begin(), used.end()) != used.end()) continue;
    all += product;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if ((set >> i & 1U) != 0) with[i] += product;
    }
  }
  std::vector<double> weights;
  for (const double sum : with) weights.push_back(std::log2(sum / (all - sum)));
  return weights;
}

TEST(Partners, GiveEachPairWhatAllSetsOfPairsGiveIt) {
  std::mt19937 random(7);
  std::uniform_int_distribution<Weight> weight(-4 * kOneBit, 4 * kOneBit);
  for (int round = 0; round < 30; ++round) {
    // A tree: each pair but the first has one record that is in an earlier one.
    std::vector<ScoredPair> tree = {{left_record(0), right_record(0), weight(random)}};
    std::uint32_t lefts = 1;
    std::uint32_t rights = 1;
    for (int i = 1; i < 6; ++i) {
      if (random() % 2 == 0) {
        tree.push_back({left_record(random() % lefts), right_record(rights), weight(random)});
        ++rights;
      } else {
        tree.push_back({left_record(lefts), right_record(random() % rights), weight(random)});
        ++lefts;
      }
    }
    std::vector<ScoredPair> pairs = sure_pairs();
    pairs.insert(pairs.end(), tree.begin(), tree.end());
    const Partners partners(pairs, 0, basis_of_links());
    const std::vector<double> wanted = by_all_sets(tree);
    for (std::size_t i = 0; i < tree.size(); ++i) {
      const double found = bits_of(tree[i].evidence + partners.change(kSureRows + i));
      // One in twenty thousand rows may have a second partner, as far as the sure ones tell.
      EXPECT_NEAR(found, wanted[i], 0.05) << "round " << round << ", pair " << i;
    }
  }
}

TEST(Partners, RaisePairsOfRowsThatAreLeft) {
  std::vector<ScoredPair> pairs = sure_pairs();
  pairs.push_back({left_record(0), right_record(0), 0});
  const Partners partners(pairs, 0, basis_of_links());
  ASSERT_TRUE(partners.left_has_one() && partners.right_has_one());
  EXPECT_NEAR(bits_of(partners.change(kSureRows)), std::log2(kLeftSingle * kRightSingle), 0.01);
}

TEST(Partners, TakeWhatASureRivalLeaves) {
  std::vector<ScoredPair> pairs = sure_pairs();
  pairs.push_back({0, right_record(0), 5 * kOneBit});
  const Partners partners(pairs, 0, basis_of_links());
  EXPECT_LT(partners.change(kSureRows), -5 * kOneBit);
  EXPECT_LT(partners.change_of_other(0, right_record(1)), -5 * kOneBit);
  EXPECT_GT(partners.change_of_other(left_record(1), right_record(1)), 0);
}

TEST(Partners, ARivalWhoIsBetterOffElsewhereIsNone) {
  const auto change_beside = [](std::uint32_t rival) {
    std::vector<ScoredPair> pairs = sure_pairs();
    pairs.push_back({left_record(0), rival, 8 * kOneBit});
    pairs.push_back({left_record(0), right_record(0), 0});
    return Partners(pairs, 0, basis_of_links()).change(kSureRows + 1);
  };
  const std::uint32_t taken = kSplit;  // by a sure partner
  EXPECT_LT(change_beside(right_record(1)), -5 * kOneBit);
  EXPECT_GT(change_beside(taken), 0);
}

TEST(Partners, PairsDeclaredApartAreNoRivals) {
  std::vector<ScoredPair> pairs = sure_pairs();
  pairs.push_back({left_record(0), right_record(0), 8 * kOneBit});
  pairs.push_back({left_record(0), right_record(1), 0});
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> apart = {
      {left_record(0), right_record(0)}, {right_record(0), left_record(0)}};
  Partners::Basis basis = basis_of_links();
  EXPECT_LT(Partners(pairs, 0, basis).change(kSureRows + 1), 0);
  basis.apart = apart;
  EXPECT_GT(Partners(pairs, 0, basis).change(kSureRows + 1), 0);
}

TEST(Partners, LeaveSidesAloneWhoseRowsHaveSeveral) {
  std::vector<ScoredPair> pairs = sure_pairs();
  // One left row in ten has a second partner, which has no other.
  for (std::uint32_t i = 0; i < kSureRows / 10; ++i) pairs.push_back({i, right_record(i), kSure});
  const Partners partners(pairs, 0, basis_of_links());
  EXPECT_FALSE(partners.left_has_one());
  EXPECT_TRUE(partners.right_has_one());
  // A left row with a partner is as open as one without; a right one is not.
  EXPECT_EQ(partners.change_of_other(0, right_record(5000)),
            partners.change_of_other(left_record(0), right_record(5000)));
  EXPECT_LT(partners.change_of_other(left_record(0), kSplit),
            partners.change_of_other(left_record(0), right_record(5000)));
}

TEST(Partners, CountBothEndsOfOneTable) {
  // Threes of one table: each record of them has two partners.
  std::vector<ScoredPair> threes;
  std::vector<ScoredPair> twos;
  for (std::uint32_t i = 0; i < 300; i += 3) {
    threes.insert(threes.end(), {{i, i + 1, kSure}, {i, i + 2, kSure}, {i + 1, i + 2, kSure}});
    twos.push_back({i, i + 1, kSure});
  }
  const Partners::Basis basis{.records = 600, .duplicates_per_record = 0.4};
  EXPECT_FALSE(Partners(threes, 0, basis).any());
  const Partners partners(twos, 0, basis);
  ASSERT_TRUE(partners.left_has_one() && partners.right_has_one());
  EXPECT_LT(partners.change_of_other(0, 400), 0);
  EXPECT_LT(partners.change_of_other(1, 400), 0);
  EXPECT_GT(partners.change_of_other(399, 400), 0);
}

TEST(Partners, FewSurePairsSayNothing) {
  std::vector<ScoredPair> pairs = sure_pairs();
  pairs.resize(18);
  EXPECT_FALSE(Partners(pairs, 0, basis_of_links()).any());
  EXPECT_FALSE(Partners({}, 0, basis_of_links()).any());
}

}  // namespace
}  // namespace galena::match
