#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "galena/lifecycle/step.hpp"
#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

StepResult rejected(const Instance& instance, const Sale& sale, StepRequest request,
                    const Process& process = sale_process()) {
  StepResult result = step(bound_sale(process), instance, sale, request);
  EXPECT_FALSE(result.accepted);
  EXPECT_EQ(result.instance, instance) << "a rejected step changes nothing";
  EXPECT_THAT(result.decision.changes, IsEmpty());
  EXPECT_THAT(result.decision.effects, IsEmpty());
  EXPECT_EQ(result.decision.reason, result.rejection.detail);
  EXPECT_EQ(result.audit, AuditEntry());
  EXPECT_THAT(result.warnings, IsEmpty());
  return result;
}

Instance fresh() { return sale_process().start(RecordId("s1"), at(0)); }
Instance working() { return sale_after(bound_sale(), Sale{}, "work"); }

TEST(Rejection, AnEventThatLeadsNowhereFromHereNamesThoseThatDo) {
  const auto rejection =
      rejected(fresh(), {}, {.event = "win", .actor = rep(), .now = at(1)}).rejection;
  EXPECT_EQ(rejection.code, Code::illegal_transition);
  EXPECT_EQ(rejection.detail, "wrong_status");
  EXPECT_THAT(rejection.possible_events, ElementsAre("lose", "work"));
  EXPECT_THAT(rejection.message, HasSubstr("'lose', 'work'"));
}

TEST(Rejection, AnEventOfNoTransitionIsUnknown) {
  const auto rejection =
      rejected(fresh(), {}, {.event = "wim", .actor = rep(), .now = at(1)}).rejection;
  EXPECT_EQ(rejection.code, Code::illegal_transition);
  EXPECT_EQ(rejection.detail, "unknown_event");
}

TEST(Rejection, NothingLeadsOutOfAStatusWithoutTransitions) {
  const Sale ready{.phone = "1", .owner = "u1", .budget = 500};
  const Instance won = sale_after(bound_sale(), ready, "work", "win");
  const auto rejection =
      rejected(won, ready, {.event = "lose", .actor = rep(), .now = at(9)}).rejection;
  EXPECT_THAT(rejection.message, HasSubstr("nothing leads out of 'won'"));
  EXPECT_THAT(rejection.possible_events, IsEmpty());
}

TEST(Rejection, SaysEverythingThatIsMissingAtOnce) {
  const auto rejection =
      rejected(working(), Sale{.budget = 499},
               {.event = "win", .actor = Actor{.user = UserId("u9")}, .now = at(2)})
          .rejection;
  EXPECT_EQ(rejection.code, Code::denied_by_rule);
  EXPECT_EQ(rejection.detail, "not_allowed");
  ASSERT_EQ(rejection.attempts.size(), 1U);
  const Attempt& attempt = rejection.attempts[0];
  EXPECT_EQ(attempt.transition, 3U);
  EXPECT_EQ(attempt.to, "won");
  ASSERT_EQ(attempt.obstacles.size(), 3U);
  EXPECT_EQ(attempt.obstacles[0].kind, ObstacleKind::missing_role);
  EXPECT_THAT(attempt.obstacles[0].names, ElementsAre("rep", "manager"));
  EXPECT_EQ(attempt.obstacles[1].kind, ObstacleKind::guard_failed);
  EXPECT_THAT(attempt.obstacles[1].names, ElementsAre("budget greater or equal 500"));
  EXPECT_THAT(attempt.obstacles[1].readings, ElementsAre(NamedValue{"budget", 499}));
  EXPECT_EQ(attempt.obstacles[2].kind, ObstacleKind::missing_fields);
  EXPECT_THAT(attempt.obstacles[2].names, ElementsAre("phone", "owner"));
  EXPECT_EQ(problems_of(rejection).size(), 4U);
  EXPECT_EQ(problems_of(rejection)[2].subject, "/transitions/3");
  EXPECT_EQ(problems_of(rejection)[2].detail, "guard_failed");
}

TEST(Rejection, AReasonIsMandatoryWhereReasonsAreListed) {
  const auto none = rejected(fresh(), {}, {.event = "lose", .actor = rep(), .now = at(1)});
  EXPECT_EQ(none.rejection.attempts[0].obstacles[0].kind, ObstacleKind::missing_reason);
  EXPECT_THAT(none.rejection.attempts[0].obstacles[0].names, ElementsAre("price", "timing"));
  const auto wrong =
      rejected(fresh(), {}, {.event = "lose", .actor = rep(), .now = at(1), .reason = "Price"});
  EXPECT_EQ(wrong.rejection.attempts[0].obstacles[0].kind, ObstacleKind::unknown_reason);
}

TEST(Rejection, ListsEveryTransitionTriedWithItsOwnObstacles) {
  Definition definition = sale_definition();
  definition.transitions.push_back(
      {.from = {"*"}, .event = "win", .to = "won", .roles = {"director"}});
  const Process process = Process::make(definition).value();
  const Instance instance = sale_after(bound_sale(process), Sale{}, "work");
  const auto rejection = rejected(instance, Sale{.phone = "1", .owner = "u1"},
                                  {.event = "win", .actor = rep(), .now = at(2)}, process)
                             .rejection;
  ASSERT_EQ(rejection.attempts.size(), 2U);
  EXPECT_EQ(rejection.attempts[0].obstacles[0].kind, ObstacleKind::guard_failed);
  EXPECT_EQ(rejection.attempts[1].transition, 6U);
  EXPECT_EQ(rejection.attempts[1].obstacles[0].kind, ObstacleKind::missing_role);
}

TEST(Rejection, ABlankFieldNeverSendsTheRecordAnotherWay) {
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"working"}, .event = "win", .to = "waiting"});
  const Process process = Process::make(definition).value();
  const Instance instance = sale_after(bound_sale(process), Sale{}, "work");
  const auto rejection = rejected(instance, Sale{.owner = "u1", .budget = 500},
                                  {.event = "win", .actor = rep(), .now = at(2)}, process)
                             .rejection;
  ASSERT_EQ(rejection.attempts.size(), 2U);
  EXPECT_EQ(rejection.attempts[0].obstacles[0].kind, ObstacleKind::missing_fields);
  EXPECT_EQ(rejection.attempts[1].obstacles[0].kind, ObstacleKind::shadowed);
  EXPECT_THAT(rejection.attempts[1].obstacles[0].message, HasSubstr("/transitions/3"));
}

TEST(Rejection, AGuardThatCannotBeEvaluatedIsNeverANo) {
  // The amount is text here, and no number.
  const auto schema =
      Schema::make("sale", {{.name = "phone"}, {.name = "owner"}, {.name = "budget"}});
  Definition definition = sale_definition();
  definition.transitions.push_back({.from = {"working"}, .event = "win", .to = "waiting"});
  const Process process = Process::make(definition).value();
  const BoundProcess bound = bind(process, *schema).value();
  Record sale(*schema);
  ASSERT_TRUE(sale.set("budget", "plenty").ok());
  Instance instance = process.start(RecordId("s1"), at(0));
  instance = step(bound, instance, sale, {.event = "work", .actor = rep(), .now = at(1)}).instance;
  const StepResult result =
      step(bound, instance, sale, {.event = "win", .actor = rep(), .now = at(2)});
  EXPECT_FALSE(result.accepted);
  EXPECT_EQ(result.rejection.detail, "evaluation_error");
  EXPECT_EQ(result.rejection.code, Code::denied_by_rule);
  EXPECT_EQ(result.rejection.attempts[0].obstacles[0].kind, ObstacleKind::evaluation_error);
  EXPECT_THAT(result.rejection.attempts[0].obstacles[0].readings,
              ElementsAre(NamedValue{"budget", "plenty"}));
}

TEST(Rejection, AVersionThatIsNotTheStoredOneIsAConflict) {
  const StepRequest stale{.event = "wait", .actor = rep(), .now = at(2), .expected_version = 0};
  EXPECT_EQ(rejected(working(), {}, stale).rejection.code, Code::conflict);
  EXPECT_EQ(rejected(working(), {}, stale).rejection.detail, "version_conflict");
  const StepRequest current{.event = "wait", .actor = rep(), .now = at(2), .expected_version = 1};
  EXPECT_TRUE(step(bound_sale(), working(), Sale{}, current).accepted);
}

TEST(Rejection, TimeDoesNotGoBackButMayStandStill) {
  const auto rejection =
      rejected(working(), {}, {.event = "wait", .actor = rep(), .now = at(0)}).rejection;
  EXPECT_EQ(rejection.code, Code::invalid_argument);
  EXPECT_EQ(rejection.detail, "time_went_back");
  EXPECT_TRUE(step(bound_sale(), working(), Sale{}, {.event = "wait", .actor = rep(), .now = at(1)})
                  .accepted);
}

TEST(Rejection, AnInstanceStepsOnlyOnItsOwnDefinition) {
  Definition changed = sale_definition();
  changed.version = 2;
  const Process process = Process::make(changed).value();
  const auto rejection =
      rejected(working(), {}, {.event = "wait", .actor = rep(), .now = at(2)}, process).rejection;
  EXPECT_EQ(rejection.code, Code::conflict);
  EXPECT_EQ(rejection.detail, "other_definition");
}

TEST(Rejection, AnInstanceInAStatusThatDoesNotExistIsRefused) {
  Instance broken = working();
  broken.status = "limbo";
  EXPECT_EQ(rejected(broken, {}, {.event = "wait", .actor = rep(), .now = at(2)}).rejection.detail,
            "unknown_status");
}

TEST(Rejection, ARecordOfAnotherSchemaIsRefused) {
  const Record other(Schema::make("other", {{.name = "phone"}}).value());
  const StepRequest request{.event = "wait", .actor = rep(), .now = at(2)};
  EXPECT_EQ(step(bound_sale(), working(), other, request).rejection.detail, "other_schema");
  const StepResult unbound = step(sale_process(), working(), other, request);
  EXPECT_EQ(unbound.rejection.detail, "other_schema");
  EXPECT_THAT(unbound.rejection.message, HasSubstr("/transitions/3/require/1"));
}

TEST(Available, TellsForEveryEventWhetherItIsAllowedAndWhatIsMissing) {
  const auto events = available(bound_sale(), working(), Sale{.budget = 500}, rep(), at(2)).value();
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[0].event, "lose");
  EXPECT_TRUE(events[0].allowed);
  EXPECT_EQ(events[0].to, "lost");
  EXPECT_THAT(events[0].reasons, ElementsAre("price", "timing"));
  EXPECT_EQ(events[1].event, "wait");
  EXPECT_TRUE(events[1].allowed);
  EXPECT_THAT(events[1].reasons, IsEmpty());
  EXPECT_EQ(events[2].event, "win");
  EXPECT_FALSE(events[2].allowed);
  EXPECT_EQ(events[2].to, "");
  ASSERT_EQ(events[2].attempts.size(), 1U);
  EXPECT_THAT(events[2].attempts[0].obstacles[0].names, ElementsAre("phone", "owner"));
}

TEST(Available, AgreesWithStepForEveryEventStatusActorAndRecord) {
  Definition definition = sale_definition();
  definition.transitions[1].mode = Mode::advisory;
  definition.transitions[1].require = {"phone"};
  definition.transitions.push_back(
      {.from = {"working"}, .event = "win", .to = "waiting", .roles = {"manager"}});
  const Process process = Process::make(definition).value();
  const BoundProcess bound = bound_sale(process);
  std::size_t allowed = 0;
  for (const Status& status : process.statuses()) {
    for (const char* phone : {"", "1"}) {
      for (const int budget : {0, 500}) {
        for (const char* role : {"none", "rep", "manager"}) {
          Instance instance = process.start(RecordId("s1"), at(0));
          instance.status = status.id;
          const Sale sale{.phone = phone, .owner = "u1", .budget = budget};
          const Actor actor{.user = UserId("u"), .roles = {role}};
          const auto events = available(bound, instance, sale, actor, at(1));
          for (const Availability& one : events.value()) {
            const std::string reason = one.reasons.empty() ? "" : one.reasons.back();
            const StepResult made =
                step(bound, instance, sale,
                     {.event = one.event, .actor = actor, .now = at(1), .reason = reason});
            EXPECT_EQ(made.accepted, one.allowed) << to_json(one);
            EXPECT_EQ(made.accepted ? made.instance.status : "", one.to);
            EXPECT_EQ(made.warnings, one.warnings);
            allowed += one.allowed ? 1 : 0;
          }
        }
      }
    }
  }
  EXPECT_GT(allowed, 50U);
}

TEST(Available, IsAnErrorForAnInstanceOfAnotherDefinition) {
  Instance other = working();
  other.definition_hash = "0";
  EXPECT_EQ(available(bound_sale(), other, Sale{}, rep(), at(2)).code(), Code::conflict);
}

}  // namespace
}  // namespace galena::lifecycle
