#include "galena/lifecycle/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> findings(const Definition& definition) {
  std::vector<std::string> all;
  for (const Finding& finding : verify(Process::make(definition).value())) {
    EXPECT_EQ(finding.severity, finding.code == "shadowed_transition" ? "warning" : "error");
    all.push_back(finding.code + " at " + finding.pointer + ' ' + finding.witness);
  }
  return all;
}

TEST(Verify, FindsNothingInASoundProcess) { EXPECT_THAT(findings(sale_definition()), IsEmpty()); }

TEST(Verify, AStatusThatNothingLeadsToIsUnreachable) {
  Definition definition = sale_definition();
  definition.statuses.push_back({.id = "stuck", .category = Category::open_working});
  EXPECT_THAT(
      findings(definition),
      ElementsAre(R"(unreachable_status at /statuses/5 {"events":[],"statuses":["stuck"]})"));
}

TEST(Verify, AnOpenStatusThatNothingLeavesIsADeadEndWithTheWayThere) {
  Definition definition = sale_definition();
  definition.transitions[2].event = "wait";  // waiting -wait-> working
  definition.transitions[2].to = "waiting";
  definition.transitions[4].from = {"new", "working"};
  EXPECT_THAT(
      findings(definition),
      ElementsAre(R"(dead_end at /statuses/2 {"events":["work","wait"],"statuses":["waiting"]})"));
}

TEST(Verify, StatusesThatOnlyLeadToOneAnotherAreATrap) {
  Definition definition = sale_definition();
  definition.transitions[3].roles.clear();
  definition.transitions[3].to = "waiting";
  definition.transitions[4].from = {"new"};
  EXPECT_THAT(findings(definition),
              ElementsAre(R"(unreachable_status at /statuses/3 {"events":[],"statuses":["won"]})",
                          R"(trap at /statuses/1 {"events":["work"],)"
                          R"("statuses":["working","waiting"]})"));
}

TEST(Verify, AStatusThatLeadsOnlyIntoATrapIsOne) {
  const Definition definition{.name = "n",
                              .initial = "a",
                              .statuses = {{.id = "a"}, {.id = "b"}, {.id = "c"}},
                              .transitions = {{.from = {"a"}, .event = "x", .to = "b"},
                                              {.from = {"b"}, .event = "y", .to = "c"}}};
  EXPECT_THAT(findings(definition),
              ElementsAre(R"(dead_end at /statuses/2 {"events":["x","y"],"statuses":["c"]})",
                          R"(trap at /statuses/0 {"events":[],"statuses":["a"]})",
                          R"(trap at /statuses/1 {"events":["x"],"statuses":["b"]})"));
}

TEST(Verify, ATransitionBehindOneThatAlwaysAppliesNeverWins) {
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"working", "waiting"}, .event = "wait", .to = "lost"});
  EXPECT_THAT(findings(definition), ElementsAre(R"(shadowed_transition at /transitions/6 )"
                                                R"({"events":["work"],"statuses":["working"]})"));
}

TEST(Verify, ATransitionThatIsNeverTakenLeadsNowhere) {
  Definition definition = sale_definition();
  definition.statuses.push_back({.id = "archived", .category = Category::closed_negative});
  definition.transitions.push_back({.from = {"working"}, .event = "wait", .to = "archived"});
  const auto found = findings(definition);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0], ::testing::StartsWith("unreachable_status at /statuses/5"));
}

TEST(Verify, IsTheSameEveryTime) {
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"*"}, .event = "wait", .to = "lost"});
  const Process process = Process::make(definition).value();
  EXPECT_EQ(verify(process), verify(Process::make(definition).value()));
}

}  // namespace
}  // namespace galena::lifecycle
