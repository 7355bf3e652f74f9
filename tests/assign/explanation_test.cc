#include "galena/assign/explanation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "assign/lead.hpp"

namespace galena::assign::test {
namespace {

BoundRules bound() { return BoundRules::bind(rules(), schema_of<Lead>()).value(); }

TEST(Explanation, NamesTheEntryAndTheValuesItRead) {
  const Lead lead{"US", 50, "2000", ""};
  const Explanation why = explain(bound(), row_of(lead), kNow);
  ASSERT_TRUE(why.decided);
  EXPECT_EQ(why.decided->id, "rich");
  EXPECT_EQ(why.decided->lines,
            (std::vector<std::string>{"revenue greater 1000: yes, revenue is \"2000\"",
                                      "employees greater or equal 10: yes, employees is 50"}));
}

TEST(Explanation, NearMissesLackOneCriterionOfSeveral) {
  const Lead lead{"US", 5, "2000", ""};
  const Explanation why = explain(bound(), row_of(lead), kNow);
  EXPECT_FALSE(why.decided);
  ASSERT_EQ(why.near_misses.size(), 1U);
  EXPECT_EQ(why.near_misses[0].id, "rich");
  EXPECT_EQ(why.to_text(),
            "no entry matched\n"
            "near miss: rich\n"
            "  employees greater or equal 10: no, employees is 5\n");
  EXPECT_EQ(why.to_json(),
            R"({"entry":null,"id":null,"outcome":"no_match","lines":[],"near_misses":[{"entry":1,)"
            R"("id":"rich","outcome":"no_match",)"
            R"("lines":["employees greater or equal 10: no, employees is 5"]}]})");
}

TEST(Explanation, AnErrorIsExplainedAtItsRule) {
  const Lead lead{"US", 50, "n/a", ""};
  EXPECT_EQ(
      explain(bound(), row_of(lead), kNow).to_text(),
      "could not be evaluated: rich\n"
      "  revenue greater 1000: cannot be evaluated, revenue is \"n/a\", which is no number\n");
}

TEST(Explanation, ADecisionExplainsItself) {
  Router own = router();
  for (const Lead& lead : {Lead{"DE", {}, "", "u1"}, Lead{"US", 50, "2000", "u2"},
                           Lead{"US", 50, "n/a", ""}, Lead{"", {}, "", ""}}) {
    const Decision decision = own.decide(lead, kNow);
    const auto why = explain(own.rules(), decision);
    ASSERT_TRUE(why) << why.problems().to_text();
    EXPECT_EQ(why->decided, explain(own.rules(), row_of(lead), kNow).decided);
    EXPECT_EQ(why->decided ? why->decided->id : "", decision.rule);
  }
}

TEST(Explanation, OnlyOfTheSameDefinition) {
  Router own = router();
  Decision decision = own.decide(Lead{"DE", {}, "", ""}, kNow);
  decision.definition_hash = "another";
  EXPECT_EQ(explain(own.rules(), decision).problems().front().detail, "other_definition");
}

TEST(WhyNot, NamesTheCriteriaThatFailed) {
  const Lead lead{"US", 5, "10", ""};
  const auto read = why_not(bound(), row_of(lead), kNow, "rich");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->outcome.state, criteria::Outcome::no_match);
  EXPECT_EQ(read->lines,
            (std::vector<std::string>{"revenue greater 1000: no, revenue is \"10\"",
                                      "employees greater or equal 10: no, employees is 5"}));
  EXPECT_EQ(why_not(bound(), row_of(lead), kNow, "poor").code(), Code::not_found);
}

}  // namespace
}  // namespace galena::assign::test
