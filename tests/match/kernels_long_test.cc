// kernels_test.cc on many millions of pairs.
#include <gtest/gtest.h>

#include "match/kernel_pairs.hpp"

namespace galena::match {
namespace {

using test::PairSource;
using test::Text;

TEST(KernelsLong, EqualTheirDefinitions) {
  PairSource source(11);
  for (int round = 0; round < 4000000 && !HasFatalFailure(); ++round) {
    const std::size_t longest = round % 500 == 0 ? 200 : round % 50 == 0 ? 66 : 16;
    const Text a = source.text(longest);
    test::check_pair(a, round % 2 == 0 ? source.edited(a) : source.text(longest), source);
  }
}

TEST(KernelsLong, OfEveryInstructionSetEqualTheDefinitions) {
  PairSource source(12);
  std::size_t checked = 0;
  for (int round = 0; round < 60000 && !HasFatalFailure(); ++round) {
    checked += test::check_random_batch(source, round % 100 == 0 ? 70 : 18, 70);
  }
  EXPECT_GE(checked, 40000000U);
}

}  // namespace
}  // namespace galena::match
