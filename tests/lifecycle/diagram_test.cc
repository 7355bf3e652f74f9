#include "galena/lifecycle/diagram.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::HasSubstr;
using ::testing::Not;

/// Ids, labels and events that mean something to the languages of diagrams.
Process hostile() {
  return Process::make(
             {.name = "a \"b\" <c>",
              .initial = "end",
              .statuses = {{.id = "end", .label = {"A \"quoted\"; #1: <b>", {{"de", "Ende"}}}},
                           {.id = "two words", .category = Category::closed_positive},
                           {.id = "status_0", .category = Category::closed_negative},
                           {.id = "a_x20_b"},
                           {.id = "a b"}},
              .transitions = {{.from = {"end"}, .event = "go; now\n-->", .to = "two words"},
                              {.from = {"end"}, .event = "x", .to = "status_0"},
                              {.from = {"end"}, .event = "y", .to = "a_x20_b"},
                              {.from = {"end"}, .event = "z", .to = "a b"}}})
      .value();
}

TEST(Mermaid, DrawsStatusesArrowsAndClosings) {
  EXPECT_EQ(to_mermaid(sale_process()),
            "stateDiagram-v2\n"
            "    state \"new\" as new\n"
            "    state \"working\" as working\n"
            "    state \"waiting\" as waiting\n"
            "    state \"won\" as won\n"
            "    state \"lost\" as lost\n"
            "    [*] --> new\n"
            "    new --> working : work\n"
            "    new --> lost : lose\n"
            "    working --> waiting : wait\n"
            "    working --> won : win [guard]\n"
            "    working --> lost : lose\n"
            "    waiting --> working : resume\n"
            "    waiting --> lost : lose\n"
            "    lost --> working : return\n"
            "    won --> [*]\n"
            "    lost --> [*]\n");
}

TEST(Mermaid, EventsBetweenTheSameStatusesShareAnArrow) {
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"new"}, .event = "start", .to = "working"});
  EXPECT_THAT(to_mermaid(Process::make(definition).value()),
              HasSubstr("    new --> working : work, start\n"));
}

TEST(Mermaid, NothingInATextCanBreakTheDiagram) {
  const std::string text = to_mermaid(hostile());
  EXPECT_THAT(text, HasSubstr("state \"A #34;quoted#34;#59; #35;1#58; #60;b#62;\" as status_0\n"));
  EXPECT_THAT(text, HasSubstr("state \"two words\" as status_1\n"));
  EXPECT_THAT(text, HasSubstr("state \"status_0\" as status_2\n")) << "no id is taken twice";
  EXPECT_THAT(text, HasSubstr("status_0 --> status_1 : go#59; now --#62;\n"));
}

TEST(Diagrams, LabelsComeInTheLanguageAskedFor) {
  EXPECT_THAT(to_mermaid(hostile(), "de-AT"), HasSubstr("\"Ende\""));
  EXPECT_THAT(to_dot(hostile(), "de"), HasSubstr("label=\"Ende\""));
  EXPECT_THAT(to_dot(hostile(), "fr"), Not(HasSubstr("Ende")));
}

TEST(Dot, QuotesWhatNeedsIt) {
  const std::string text = to_dot(hostile());
  EXPECT_THAT(text, HasSubstr("digraph \"a \\\"b\\\" <c>\" {\n"));
  EXPECT_THAT(text, HasSubstr("s0 [label=\"A \\\"quoted\\\"; #1: <b>\"];\n"));
  EXPECT_THAT(text, HasSubstr("s1 [label=\"two words\", peripheries=2];\n"));
  EXPECT_THAT(text, HasSubstr("s0 -> s1 [label=\"go; now\\n-->\"];\n"));
}

TEST(Scxml, ClosedStatusesThatNothingLeavesAreFinal) {
  const std::string text = to_scxml(sale_process());
  EXPECT_THAT(text, HasSubstr("name=\"sale\" initial=\"new\">\n"));
  EXPECT_THAT(text, HasSubstr("  <final id=\"won\"/>\n"));
  EXPECT_THAT(text, HasSubstr("  <state id=\"lost\">\n"
                              "    <transition event=\"return\" target=\"working\"/>\n"));
  EXPECT_THAT(text, HasSubstr("event=\"win\" cond=\"{&quot;criteria&quot;:[{&quot;field&quot;:"
                              "&quot;budget&quot;,"));
}

TEST(Scxml, IdsAreNamesAndNeverCollide) {
  const std::string text = to_scxml(hostile());
  EXPECT_THAT(text, HasSubstr("id=\"a_x20_b\""));      // "a b"
  EXPECT_THAT(text, HasSubstr("id=\"a_x5f_x20_b\""));  // "a_x20_b"
  EXPECT_THAT(text, HasSubstr("event=\"go_x3b__x20_now_x0a_--_x3e_\""));
  EXPECT_THAT(text, HasSubstr("name=\"a_x20__x22_b_x22__x20__x3c_c_x3e_\""));
}

TEST(Diagrams, TheSameProcessGivesTheSameBytes) {
  EXPECT_EQ(to_mermaid(sale_process()), to_mermaid(sale_process()));
  EXPECT_EQ(to_dot(sale_process()), to_dot(sale_process()));
  EXPECT_EQ(to_scxml(sale_process()), to_scxml(sale_process()));
}

}  // namespace
}  // namespace galena::lifecycle
