#include "galena/assign/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "assign/lead.hpp"
#include "galena/assign/json.hpp"

namespace galena::assign::test {
namespace {

Decision decide(const Lead& lead) { return router().decide(lead, kNow); }

TEST(Router, AppliesToYourOwnStruct) {
  Router own = router();
  Lead lead{.country = "de", .employees = {}, .revenue = {}, .owner = {}};
  const Decision decision = own.decide(lead, kNow);
  ASSERT_TRUE(apply(decision, lead));
  EXPECT_EQ(lead.owner, "u1");
  EXPECT_EQ(decision.engine, "assign");
  EXPECT_EQ(decision.definition, "inbound");
  EXPECT_EQ(decision.definition_hash, rules().hash());
  EXPECT_EQ(decision.rule, "dach");
  EXPECT_EQ(decision.reason, "assigned");
  EXPECT_EQ(decision.at, kNow);
  EXPECT_EQ(decision.changes, (std::vector<Change>{{"owner", "", "u1"}}));
  EXPECT_EQ(decision.readings, (std::vector<NamedValue>{{"country", "de"}}));
  EXPECT_EQ(decision.counters,
            (std::vector<Counter>{
                {"dach/u1/assigned", 0, 1}, {"dach/u1/open", 0, 1}, {"dach/u1/last", 0, 1}}));
}

TEST(Router, TheFirstMatchingEntryDecides) {
  Router own = router();
  const Routed routed = own.route(Lead{"DE", 50, "2000", "u5"}, kNow);
  EXPECT_EQ(routed.assignment.entry, 0U);
  EXPECT_EQ(routed.assignment.target, Target::pool("dach"));
  EXPECT_EQ(routed.assignment.owner_kind, TargetKind::user);
  EXPECT_EQ(routed.assignment.owner, "u1");
}

TEST(Router, NoMatchIsAnOutcome) {
  Router own = router();
  const Routed routed = own.route(Lead{"US", 5, "2000", "u5"}, kNow);
  EXPECT_EQ(routed.assignment.reason, Reason::no_rule_matched);
  EXPECT_EQ(routed.assignment.entry, std::nullopt);
  EXPECT_EQ(routed.assignment.target, Target::queue("unassigned"));
  EXPECT_EQ(routed.assignment.owner_kind, TargetKind::queue);
  EXPECT_EQ(routed.decision.rule, "");
  EXPECT_EQ(routed.decision.changes, (std::vector<Change>{{"owner", "u5", "unassigned"}}));
  EXPECT_EQ(own.state().version, 0U);
}

TEST(Router, BlanksSatisfyNoRule) {
  EXPECT_EQ(decide({"", {}, "", ""}).reason, "no_rule_matched");
  EXPECT_EQ(decide({"", {}, "2000", ""}).reason, "no_rule_matched");
}

TEST(Router, KeepOwnerChangesNothingAndStops) {
  Router own = router();
  const Routed routed = own.route(Lead{"FR", 5, "", "u5"}, kNow);
  EXPECT_EQ(routed.assignment.reason, Reason::kept);
  EXPECT_EQ(routed.assignment.owner_kind, TargetKind::keep_owner);
  EXPECT_EQ(routed.assignment.owner, "u5");
  EXPECT_EQ(routed.decision.rule, "keep");
  EXPECT_TRUE(routed.decision.changes.empty());
}

TEST(Router, PartnersTakeRecords) {
  Router own = router();
  const Routed routed = own.route(Lead{"PL", {}, "", ""}, kNow);
  EXPECT_EQ(routed.assignment.owner_kind, TargetKind::partner);
  EXPECT_EQ(routed.assignment.owner, "p1");
}

/// E1 with the stored form: what cannot be evaluated goes to the default owner, the rule named.
TEST(WorkedCases, E1EvaluationErrorNamesTheRule) {
  Router own = router();
  const Routed routed = own.route(Lead{"US", 50, "n/a", "u5"}, kNow);
  EXPECT_EQ(routed.assignment.reason, Reason::evaluation_error);
  EXPECT_EQ(routed.assignment.target, Target::queue("unassigned"));
  EXPECT_EQ(routed.assignment.entry, 1U);
  EXPECT_EQ(routed.assignment.criterion, 0U);
  EXPECT_EQ(routed.assignment.error, criteria::EvaluationError::not_a_number);
  EXPECT_EQ(routed.decision.rule, "rich");
  EXPECT_EQ(routed.decision.reason, "evaluation_error");
  EXPECT_EQ(routed.decision.changes, (std::vector<Change>{{"owner", "u5", "unassigned"}}));
}

TEST(Router, AnErrorStopsTheSearch) {
  // France is kept by a later entry, but the one before it cannot be evaluated.
  EXPECT_EQ(decide({"FR", 50, "n/a", "u5"}).reason, "evaluation_error");
}

TEST(Router, PoolsWithoutATakerFallBackToTheDefaultOwner) {
  const auto reason_with = [](auto change) {
    RuleSetParts changed = parts();
    change(changed.pools[0]);
    Router own = Router::make<Lead>(RuleSet::make(changed).value()).value();
    const Routed routed = own.route(Lead{"DE", {}, "", ""}, kNow);
    EXPECT_EQ(routed.assignment.owner, "unassigned");
    EXPECT_EQ(routed.assignment.target, Target::queue("unassigned"));
    EXPECT_EQ(routed.decision.rule, "dach");
    EXPECT_TRUE(routed.decision.counters.empty());
    return routed.assignment.reason;
  };
  EXPECT_EQ(reason_with([](Pool& p) { p.members.clear(); }), Reason::pool_empty);
  EXPECT_EQ(reason_with([](Pool& p) {
              for (Member& m : p.members) m.active = false;
            }),
            Reason::all_absent);
  EXPECT_EQ(reason_with([](Pool& p) {
              for (Member& m : p.members) m.capacity = 0;
            }),
            Reason::all_at_capacity);
}

TEST(Router, TheSameOwnerAgainIsNoChange) {
  EXPECT_TRUE(decide({"DE", {}, "", "u1"}).changes.empty());
}

TEST(Router, TheChangedFieldsCanBeNamed) {
  RuleSetParts named = parts();
  named.owner_field = "assigned_to";
  named.owner_kind_field = "assigned_kind";
  Router own = Router::make<Lead>(RuleSet::make(named).value()).value();
  EXPECT_EQ(
      own.decide(Lead{"PL", {}, "", ""}, kNow).changes,
      (std::vector<Change>{{"assigned_to", Value(), "p1"}, {"assigned_kind", Value(), "partner"}}));
}

TEST(Router, StateGoesOnWhereItStopped) {
  Router whole = router();
  std::vector<std::string> expected;
  const Lead lead{"DE", {}, "", ""};
  for (int i = 0; i < 10; ++i) expected.push_back(whole.route(lead, kNow).assignment.owner);
  Router first = router();
  std::vector<std::string> owners;
  for (int i = 0; i < 4; ++i) owners.push_back(first.route(lead, kNow).assignment.owner);
  const auto stored = parse_router_state(first.state().to_json());
  ASSERT_TRUE(stored) << stored.problems().to_text();
  EXPECT_EQ(*stored, first.state());
  Router second = router(*stored);
  for (int i = 4; i < 10; ++i) owners.push_back(second.route(lead, kNow).assignment.owner);
  EXPECT_EQ(owners, expected);
  EXPECT_EQ(second.state(), whole.state());
}

TEST(Router, PureFormIsTheSame) {
  Router own = router();
  const BoundRules bound = own.rules();
  RouterState state;
  for (const Lead& lead :
       {Lead{"DE", {}, "", "u1"}, Lead{"FR", {}, "", "u2"}, Lead{"DE", {}, "", ""},
        Lead{"US", 50, "n/a", ""}, Lead{"PL", {}, "", ""}, Lead{"DE", {}, "", ""}}) {
    const Step step = route(bound, state, row_of(lead), kNow);
    const Step again = route(bound, state, row_of(lead), kNow);
    EXPECT_EQ(step.state, again.state);
    EXPECT_EQ(to_json(step.decision), to_json(again.decision));
    const Routed routed = own.route(lead, kNow);
    EXPECT_EQ(step.assignment, routed.assignment);
    EXPECT_EQ(digest(step.decision), digest(routed.decision));
    EXPECT_EQ(step.state, own.state());
    state = step.state;
  }
}

TEST(Router, AStaleStateIsRefused) {
  Router own = router();
  const RouterState old = own.state();
  own.decide(Lead{"DE", {}, "", ""}, kNow);
  const auto refused = own.set_state(old, old.version);
  EXPECT_EQ(refused.code(), Code::conflict);
  EXPECT_EQ(own.state().version, 1U);
  EXPECT_TRUE(own.set_state(old, own.state().version));
  EXPECT_EQ(own.state().version, 0U);
}

TEST(Router, ClosedRecordsGiveCapacityBack) {
  RuleSetParts limited = parts();
  for (Member& member : limited.pools[0].members) member.capacity = 1;
  Router own = Router::make<Lead>(RuleSet::make(limited).value()).value();
  const Lead lead{"DE", {}, "", ""};
  for (const char* owner : {"u1", "u2", "u3", "unassigned"}) {
    EXPECT_EQ(own.route(lead, kNow).assignment.owner, owner);
  }
  RouterState state = own.state();
  state.set_open(PoolId("dach"), UserId("u2"), 0);
  EXPECT_EQ(state.version, own.state().version + 1);
  own.set_state(state);
  EXPECT_EQ(own.route(lead, kNow).assignment.owner, "u2");
}

TEST(Router, StatesOfFormerMembersAreKept) {
  RouterState state;
  state.member(PoolId("dach"), UserId("gone")).assigned = 7;
  state.member(PoolId("old"), UserId("u1")).assigned = 3;
  Router own = router(state);
  own.decide(Lead{"DE", {}, "", ""}, kNow);
  RouterState after = own.state();
  EXPECT_EQ(after.member(PoolId("dach"), UserId("gone")).assigned, 7);
  EXPECT_EQ(after.member(PoolId("old"), UserId("u1")).assigned, 3);
  EXPECT_EQ(after.member(PoolId("dach"), UserId("u1")).assigned, 1);
}

TEST(Router, ARecordOfAnotherTypeIsAMistake) {
  Router own = router();
  EXPECT_THROW(own.decide(Record(Schema()), kNow), std::logic_error);
  Record record(schema_of<Lead>());
  ASSERT_TRUE(record.set("country", "DE"));
  EXPECT_EQ(own.decide(record, kNow).rule, "dach");
}

TEST(RouterState, EveryMistakeIsReported) {
  const auto read = parse_router_state(R"({"version":-1,"sequence":0,"pools":[{"id":"p","members":[
      {"id":"a","open":-2},{"id":"a"},{"id":"b","last_at":"yesterday"}]},{"id":"p","members":[]}]})");
  std::vector<std::string> found;
  for (const Problem& problem : read.problems())
    found.push_back(problem.detail + ' ' + problem.subject);
  EXPECT_EQ(found, (std::vector<std::string>{
                       "out_of_range /version", "out_of_range /pools/0/members/0/open",
                       "duplicate_id /pools/0/members/1/id",
                       "bad_instant /pools/0/members/2/last_at", "duplicate_id /pools/1/id"}));
}

}  // namespace
}  // namespace galena::assign::test
