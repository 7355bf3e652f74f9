#include "galena/base/progress.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>

namespace galena {
namespace {

TEST(Progress, IsEmptyUntilItIsGivenAFunction) {
  Progress progress;
  EXPECT_FALSE(progress);
  progress = [](double) { return true; };
  EXPECT_TRUE(progress);
}

TEST(Progress, OfNoFunctionIsEmpty) {
  bool (*const none)(double) = nullptr;
  EXPECT_FALSE(Progress(none));
  EXPECT_FALSE(Progress(std::function<bool(double, std::string_view)>()));
  EXPECT_TRUE(Progress(std::function<bool(double)>([](double) { return true; })));
}

TEST(Progress, TakesFunctionsWithAndWithoutThePhase) {
  std::string seen;
  const Progress with = [&](double fraction, std::string_view phase) {
    seen = std::string(phase);
    return fraction < 1;
  };
  EXPECT_TRUE(with(0.5, "read"));
  EXPECT_EQ(seen, "read");
  EXPECT_FALSE(with(1, "read"));
  const Progress without = [](double fraction) { return fraction < 0.5; };
  EXPECT_TRUE(without(0.25, "read"));
  EXPECT_FALSE(without(0.75, "read"));
}

TEST(Progress, CopiesCallTheSameFunctionObject) {
  const Progress first = [calls = 0](double) mutable { return ++calls < 2; };
  const Progress second = first;
  EXPECT_TRUE(first(0, ""));
  EXPECT_FALSE(second(0, ""));
}

}  // namespace
}  // namespace galena
