#include "galena/base/order.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace galena::detail {
namespace {

TEST(Order, SortUniqueKeepsEachNameOnce) {
  std::vector<std::string> names = {"b", "", "a", "b", "a"};
  sort_unique(names);
  EXPECT_EQ(names, (std::vector<std::string>{"", "a", "b"}));
}

TEST(Order, OfNamesIsByBytesAndEqualOnesInOrder) {
  EXPECT_EQ(order_of({"b", "a", "b", "Z", ""}), (std::vector<std::uint32_t>{4, 3, 1, 0, 2}));
  EXPECT_TRUE(order_of({}).empty());
}

TEST(Order, RepeatsAreTheLaterOnesAndTheEmptyOnes) {
  EXPECT_EQ(repeats_of({"a", "b", "a", "", "a", "c"}),
            (std::vector<bool>{false, false, true, true, true, false}));
}

}  // namespace
}  // namespace galena::detail
