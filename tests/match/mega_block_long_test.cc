// One company and one web domain for all: what both say is nothing, and they must neither hide
// duplicates, nor make mailboxes of namesakes look like slips, nor make the run long.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "galena/match/deduplicate.hpp"
#include "support/mega_block.hpp"
#include "support/pairwise.hpp"

namespace galena::match {
namespace {

struct BlockRun {
  test::Pairwise found;
  double seconds = 0;
  Report report;
};

BlockRun run_block(bool one_company) {
  const test::BlockList list = test::block_list(100000, one_company);
  const auto start = std::chrono::steady_clock::now();
  const auto found = deduplicate(list.table, {.fields = list.fields, .threads = 2});
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_TRUE(found) << found.problems().to_text();
  BlockRun result{test::pairwise(found->clusters(), list.truth), seconds.count(), found->report()};
  std::cout << (one_company ? "one company" : "many companies") << ": recall "
            << result.found.recall() << ", precision " << result.found.precision() << ", F1 "
            << result.found.f1() << ", " << result.seconds << " s, " << result.report.pairs_compared
            << " pairs compared, " << result.report.refined_blocks << " blocks refined\n";
  return result;
}

TEST(MegaBlockLong, OneCompanyHidesNoDuplicates) {
  const BlockRun usual = run_block(false);
  const BlockRun skewed = run_block(true);
  EXPECT_GE(skewed.found.recall(), 0.95 * usual.found.recall());
  EXPECT_GE(skewed.found.precision(), 0.9 * usual.found.precision());
  EXPECT_LE(skewed.seconds, 5 * usual.seconds);
  EXPECT_GT(skewed.report.refined_blocks, 0U);
  bool whole = false;  // the block of all who have a company is reported, and as refined
  for (const BlockingSummary& key : skewed.report.blocking)
    whole = whole || (key.largest > 80000 && key.refined > 0);
  EXPECT_TRUE(whole);
}

}  // namespace
}  // namespace galena::match
