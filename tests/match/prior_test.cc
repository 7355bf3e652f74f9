// The prior that is fitted to a list: how many duplicates a record has.
#include "match/prior.hpp"

#include <gtest/gtest.h>

namespace galena::match {
namespace {

TEST(Prior, IsFittedToLikelyPairsWhereNoneIsSure) {
  constexpr std::size_t kRecords = 1600;
  constexpr std::uint32_t kPairs = 400;
  constexpr double kStart = 0.1;
  const EncodedRecords records{Layout{}};
  const Scorer scorer(Model::preset(Preset::person), records, kRecords);
  // 4 to 1 each, if every one is a match: half a duplicate a record.
  const auto evidence = static_cast<Weight>(2 * kOneBit - scorer.prior(2.0 * kPairs / kRecords));
  std::vector<ScoredPair> pairs;
  for (std::uint32_t i = 0; i < kPairs; ++i) pairs.push_back({2 * i, 2 * i + 1, evidence});
  const double fitted = fit_prior(pairs, scorer, kRecords, kStart, {}, {});
  EXPECT_GT(fitted, 0.3);
  EXPECT_LT(fitted, 0.5);
  // By sure pairs alone there would be next to none.
  EXPECT_LT(fit_prior(pairs, scorer, kRecords, kStart, {}, {.prior_bits = 3}), 0.01);
}

TEST(Prior, CountsMatchesThatAreExpectedNotToBeSeen) {
  constexpr std::size_t kRecords = 16000;
  constexpr std::uint32_t kPairs = 1600;
  const EncodedRecords records{Layout{}};
  const Scorer scorer(Model::preset(Preset::person), records, kRecords);
  const Weight sure = 40 * kOneBit;
  std::vector<ScoredPair> pairs;
  for (std::uint32_t i = 0; i < kPairs; ++i) pairs.push_back({2 * i, 2 * i + 1, sure});
  const auto fitted = [&](const std::vector<WeightSum>& drawn) {
    return fit_prior(pairs, scorer, kRecords, 0.2, drawn, {});
  };
  EXPECT_NEAR(fitted({sure, sure, sure}), 0.2, 0.005);
  EXPECT_NEAR(fitted({}), 0.2, 0.005);
  // One in four has nothing that tells it from strangers: beside three that are found stands one.
  EXPECT_NEAR(fitted({sure, sure, 0, sure}), 0.2 * 4 / 3, 0.005);
  // Not more than one for one that is found.
  EXPECT_NEAR(fitted({sure, 0, 0, 0, 0, 0}), 0.4, 0.005);
}

}  // namespace
}  // namespace galena::match
