#include "galena/lifecycle/step.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Sale kReady{.phone = "+49 30 1", .owner = "u1", .budget = 800};

TEST(Start, IsInTheInitialStatusAtVersionZero) {
  const Process process = sale_process();
  const Instance instance = process.start(RecordId("s1"), at(5));
  EXPECT_EQ(instance.status, "new");
  EXPECT_EQ(instance.version, 0);
  EXPECT_EQ(instance.entered, at(5));
  EXPECT_EQ(instance.started, at(5));
  EXPECT_EQ(instance.period, 1);
  EXPECT_EQ(instance.definition_hash, process.hash());
  EXPECT_FALSE(instance.closed());
}

TEST(Step, GivesTheNewInstanceAndLeavesTheOldOneAlone) {
  const BoundProcess bound = bound_sale();
  const Instance before = bound.process().start(RecordId("s1"), at(0));
  const StepResult result =
      step(bound, before, kReady, {.event = "work", .actor = rep(), .now = at(1)});
  ASSERT_TRUE(result.accepted) << result.rejection.message;
  EXPECT_EQ(before.status, "new");
  EXPECT_EQ(result.instance.status, "working");
  EXPECT_EQ(result.instance.version, 1);
  EXPECT_EQ(result.instance.entered, at(1));
  EXPECT_EQ(result.instance.started, at(0));
  EXPECT_EQ(result.rejection, Rejection());
}

TEST(Step, TheDecisionSaysWhatDecidedAndOnWhat) {
  const BoundProcess bound = bound_sale();
  const Instance before = sale_after(bound, kReady, "work");
  const Decision decision =
      step(bound, before, kReady, {.event = "win", .actor = rep(), .now = at(2)}).decision;
  EXPECT_EQ(decision.engine, "lifecycle");
  EXPECT_EQ(decision.definition, "sale");
  EXPECT_EQ(decision.definition_hash, bound.process().hash());
  EXPECT_EQ(decision.rule, "/transitions/3");
  EXPECT_EQ(decision.reason, "stepped");
  EXPECT_EQ(decision.at, at(2));
  EXPECT_THAT(decision.changes, ElementsAre(Change{"status", "working", "won"}));
  EXPECT_THAT(decision.readings,
              ElementsAre(NamedValue{"budget", 800}, NamedValue{"phone", "+49 30 1"},
                          NamedValue{"owner", "u1"}));
  EXPECT_THAT(decision.counters, ElementsAre(Counter{"version", 1, 2}));
}

TEST(Step, TheDecisionCanBeAppliedToTheRecord) {
  const BoundProcess bound = bound_sale();
  Sale sale = kReady;
  const StepResult result =
      step(bound, bound.process().start(RecordId("s1"), at(0)), sale,
           {.event = "lose", .actor = rep(), .now = at(1), .reason = "timing"});
  ASSERT_TRUE(apply(result.decision, sale).ok());
  EXPECT_EQ(sale.status, "lost");
  EXPECT_EQ(sale.reason, "timing");
}

TEST(Step, TheAuditEntryKeepsWhoWhenWhyAndOnWhatDefinition) {
  const BoundProcess bound = bound_sale();
  const Actor partner{.user = UserId("u7"), .roles = {}, .partner = PartnerId("p1")};
  const Instance before = sale_after(bound, kReady, "work");
  const AuditEntry entry =
      step(bound, before, kReady,
           {.event = "lose", .actor = partner, .now = at(9), .reason = "price"})
          .audit;
  const AuditEntry expected{.record = RecordId("s1"),
                            .at = at(9),
                            .actor = UserId("u7"),
                            .partner = PartnerId("p1"),
                            .from = "working",
                            .event = "lose",
                            .to = "lost",
                            .transition = 4,
                            .reason = "price",
                            .definition_hash = bound.process().hash(),
                            .version_before = 1,
                            .version_after = 2};
  EXPECT_EQ(entry, expected);
  EXPECT_EQ(to_json(entry), to_json(expected));
}

TEST(Step, ClosingSetsClosedAtAndReturningBeginsANewPeriod) {
  const BoundProcess bound = bound_sale();
  const Instance lost = sale_after(bound, kReady, "work", "lose");
  EXPECT_EQ(lost.closed_at, at(2));
  EXPECT_EQ(lost.period, 1);
  const StepResult again =
      step(bound, lost, kReady, {.event = "return", .actor = rep(), .now = at(60)});
  ASSERT_TRUE(again.accepted);
  EXPECT_FALSE(again.instance.closed());
  EXPECT_EQ(again.instance.period, 2);
  EXPECT_EQ(again.instance.period_started, at(60));
  EXPECT_EQ(again.instance.started, at(0));
  EXPECT_THAT(again.decision.counters,
              ElementsAre(Counter{"version", 2, 3}, Counter{"period", 1, 2}));
}

TEST(Step, ATransitionFromAnOpenStatusMayBeginANewPeriodToo) {
  Definition definition = sale_definition();
  definition.transitions[2].new_period = true;
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const Instance resumed = sale_after(bound, kReady, "work", "wait", "resume");
  EXPECT_EQ(resumed.period, 2);
  EXPECT_EQ(resumed.period_started, at(3));
}

TEST(Step, ToTheSameStatusCountsButDoesNotEnterItAgain) {
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"working"}, .event = "call", .to = "working"});
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const Instance before = sale_after(bound, kReady, "work");
  const StepResult result =
      step(bound, before, kReady, {.event = "call", .actor = rep(), .now = at(7)});
  ASSERT_TRUE(result.accepted);
  EXPECT_EQ(result.instance.entered, at(1));
  EXPECT_EQ(result.instance.last_step, at(7));
  EXPECT_EQ(result.instance.version, 2);
  EXPECT_THAT(result.decision.changes, IsEmpty());
}

TEST(Step, MovingBackIsCountedAndWaitingIsBesideThePath) {
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"working"}, .event = "reset", .to = "new"});
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  EXPECT_EQ(sale_after(bound, kReady, "work", "wait", "resume").moved_back, 0);
  EXPECT_EQ(sale_after(bound, kReady, "work", "reset").moved_back, 1);
  EXPECT_EQ(sale_after(bound, kReady, "work", "reset", "work", "reset").moved_back, 2);
  EXPECT_EQ(sale_after(bound, kReady, "work", "lose", "return").moved_back, 0);
}

TEST(Step, TheFirstTransitionWhoseGuardHoldsIsTaken) {
  Definition definition = sale_definition();
  definition.transitions[3] = {
      .from = {"working"}, .event = "win", .to = "won", .guard = criteria::field("budget") >= 1000};
  definition.transitions.push_back({.from = {"working"}, .event = "win", .to = "waiting"});
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const Instance working = sale_after(bound, kReady, "work");
  const auto to = [&](std::optional<int> budget) {
    return step(bound, working, Sale{.budget = budget},
                {.event = "win", .actor = rep(), .now = at(2)})
        .instance.status;
  };
  EXPECT_EQ(to(1000), "won");
  EXPECT_EQ(to(999), "waiting");
  EXPECT_EQ(to(std::nullopt), "waiting");  // blank satisfies no ordered criterion
}

TEST(Step, RolesChooseAmongTransitionsOfOneEvent) {
  Definition definition = sale_definition();
  definition.transitions[3] = {
      .from = {"working"}, .event = "stop", .to = "lost", .roles = {"manager"}};
  definition.transitions.push_back({.from = {"working"}, .event = "stop", .to = "waiting"});
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const Instance working = sale_after(bound, kReady, "work");
  const Actor manager{.user = UserId("m"), .roles = {"rep", "manager"}};
  EXPECT_EQ(step(bound, working, kReady, {.event = "stop", .actor = manager, .now = at(2)})
                .instance.status,
            "lost");
  EXPECT_EQ(
      step(bound, working, kReady, {.event = "stop", .actor = rep(), .now = at(2)}).instance.status,
      "waiting");
}

TEST(Step, AnAdvisoryTransitionIsMadeAgainstAdviceAndSaysSo) {
  Definition definition = sale_definition();
  definition.transitions[3].mode = Mode::advisory;
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const StepResult result =
      step(bound, sale_after(bound, kReady, "work"), Sale{.owner = "u1", .budget = 100},
           {.event = "win", .actor = rep(), .now = at(2)});
  ASSERT_TRUE(result.accepted) << result.rejection.message;
  EXPECT_EQ(result.decision.reason, "stepped_against_advice");
  EXPECT_THAT(result.audit.warnings, ElementsAre("guard_failed", "missing_fields"));
  ASSERT_EQ(result.warnings.size(), 2U);
  EXPECT_THAT(result.warnings[0].readings, ElementsAre(NamedValue{"budget", 100}));
  EXPECT_THAT(result.warnings[1].names, ElementsAre("phone"));
}

TEST(Step, AnAdvisoryTransitionStillNeedsItsRole) {
  Definition definition = sale_definition();
  definition.transitions[3].mode = Mode::advisory;
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const StepResult result =
      step(bound, sale_after(bound, kReady, "work"), kReady,
           {.event = "win", .actor = Actor{.user = UserId("x")}, .now = at(2)});
  EXPECT_FALSE(result.accepted);
}

TEST(Step, AGuardThatHoldsGoesBeforeAnAdvisoryOneThatDoesNot) {
  Definition definition = sale_definition();
  definition.transitions[3].mode = Mode::advisory;
  definition.transitions[3].require.clear();
  definition.transitions.push_back({.from = {"working"},
                                    .event = "win",
                                    .to = "waiting",
                                    .guard = criteria::field("budget") < 500});
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  const StepResult result = step(bound, sale_after(bound, kReady, "work"), Sale{.budget = 100},
                                 {.event = "win", .actor = rep(), .now = at(2)});
  EXPECT_EQ(result.instance.status, "waiting");
  EXPECT_THAT(result.warnings, IsEmpty());
}

TEST(Step, EffectsTakeTheirValuesFromTheRecord) {
  Definition definition = sale_definition();
  definition.transitions[0].effects = {
      {.kind = EffectKind::notify,
       .recipient_field = "owner",
       .payload = {{.name = "message", .value = "started"}, {.name = "budget", .field = "budget"}}},
      {.kind = EffectKind::create_task, .recipient = "inbound"}};
  const BoundProcess bound = bound_sale(Process::make(definition).value());
  Decision decision = step(bound, bound.process().start(RecordId("s1"), at(0)), kReady,
                           {.event = "work", .actor = rep(), .now = at(1)})
                          .decision;
  decision.identify(DecisionId("d1"));
  const Effect notify{.kind = EffectKind::notify,
                      .key = "d1/0",
                      .subject = "s1",
                      .recipient = "u1",
                      .payload = {{"message", "started"}, {"budget", 800}}};
  const Effect task{
      .kind = EffectKind::create_task, .key = "d1/1", .subject = "s1", .recipient = "inbound"};
  EXPECT_THAT(decision.effects, ElementsAre(notify, task));
}

TEST(Step, TheSameInputsGiveTheSameBytes) {
  const BoundProcess bound = bound_sale();
  Stepper reused(bound);
  const Instance before = sale_after(bound, kReady, "work");
  const StepRequest request{.event = "win", .actor = rep(), .now = at(2)};
  const StepResult fresh = step(bound, before, kReady, request);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(reused.step(before, row_of(kReady), request), fresh);
    reused.step(before, row_of(Sale{}), request);  // another record in between changes nothing
  }
  EXPECT_EQ(digest(step(sale_process(), before, kReady, request).decision), digest(fresh.decision));
}

TEST(Step, TheReasonIsFreeTextWhereTheTransitionListsNone) {
  const BoundProcess bound = bound_sale();
  const StepResult result = step(bound, bound.process().start(RecordId("s1"), at(0)), kReady,
                                 {.event = "work", .actor = rep(), .now = at(1), .reason = "ok"});
  EXPECT_EQ(result.audit.reason, "ok");
  EXPECT_THAT(result.decision.changes, ElementsAre(Change{"status", "new", "working"}));
}

}  // namespace
}  // namespace galena::lifecycle
