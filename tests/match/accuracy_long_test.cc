// Accuracy on a list of the size that the acceptance names: too slow under sanitizers for every
// day.
#include <gtest/gtest.h>

#include <iostream>

#include "galena/match/deduplicate.hpp"
#include "support/generated_leads.hpp"
#include "support/pairwise.hpp"

namespace galena::match {
namespace {

TEST(AccuracyLong, HundredThousandGeneratedLeads) {
  const test::GeneratedLeads leads = test::generated_leads({.rows = 100000, .seed = 1});
  const auto found = deduplicate(leads.table, {.id_column = "id"});
  ASSERT_TRUE(found) << found.problems().to_text();
  const test::Pairwise result = test::pairwise(found->clusters(), leads.truth);
  std::cout << "generator, 100,000 rows: F1 " << result.f1() << ", precision " << result.precision()
            << ", recall " << result.recall() << '\n';
  EXPECT_GE(result.f1(), 0.90);
}

}  // namespace
}  // namespace galena::match
