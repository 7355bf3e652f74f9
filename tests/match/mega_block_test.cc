// One company and one web domain for all, beside the list that it was made from: neither do
// duplicates hide there, nor are colleagues with like names taken for one another.
#include "support/mega_block.hpp"

#include <gtest/gtest.h>

#include "galena/match/deduplicate.hpp"
#include "support/pairwise.hpp"

namespace galena::match {
namespace {

test::Pairwise found_in(bool one_company) {
  const test::BlockList list = test::block_list(20000, one_company);
  const auto found = deduplicate(list.table, {.fields = list.fields, .threads = 2});
  EXPECT_TRUE(found) << found.problems().to_text();
  return test::pairwise(found->clusters(), list.truth);
}

TEST(MegaBlock, OneCompanyIsJudgedAsWellAsMany) {
  const test::Pairwise usual = found_in(false);
  const test::Pairwise skewed = found_in(true);
  EXPECT_GE(skewed.recall(), 0.95 * usual.recall()) << skewed.recall() << ' ' << usual.recall();
  EXPECT_GE(skewed.precision(), 0.9 * usual.precision())
      << skewed.precision() << ' ' << usual.precision();
}

}  // namespace
}  // namespace galena::match
