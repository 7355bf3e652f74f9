#include "galena/assign/pool.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "assign/lead.hpp"
#include "galena/assign/turns.hpp"

namespace galena::assign::test {
namespace {

std::string name_of(const Pool& pool, const Choice& choice) {
  return choice.member ? pool.members[*choice.member].id.text()
                       : std::string(reason_name(choice.reason));
}

/// The members who take the next `count` records, the pool's state going on.
std::vector<std::string> take(const Pool& pool, RouterState& state, int count) {
  RuleSetParts parts{.name = "r", .default_owner = Target::queue("q"), .pools = {pool}};
  const RuleSet rules = RuleSet::make(parts).value();
  Turns turns(rules, state);
  std::vector<std::string> taken;
  for (int i = 0; i < count; ++i) {
    const Choice choice = turns.next(rules, 0);
    taken.push_back(name_of(pool, choice));
    if (choice.member) turns.take(0, *choice.member, kNow);
  }
  state = turns.state();
  return taken;
}

using Names = std::vector<std::string>;

TEST(WorkedCases, A1RoundRobinTakesTheLongestIdle) {
  const Pool three = pool("p", {"x", "y", "z"});
  const PoolState state{
      .id = PoolId("p"),
      .members = {{.id = UserId("x"), .assigned = 1, .last_at = at("10:02"), .last = 1},
                  {.id = UserId("y"), .assigned = 1, .last_at = at("10:31"), .last = 2},
                  {.id = UserId("z"), .assigned = 1, .last_at = at("11:17"), .last = 3}}};
  EXPECT_EQ(name_of(three, choose(three, state)), "x");
}

TEST(WorkedCases, A2LoadBalancedTakesTheMostRemaining) {
  Pool three = pool("p", {"x", "y", "z"}, PoolMethod::load_balanced);
  three.members[0].capacity = 10;
  three.members[1].capacity = 12;
  three.members[2].capacity = 15;
  RouterState state;
  EXPECT_EQ(take(three, state, 3), (Names{"z", "z", "z"}));  // remaining now 10, 12, 12
  EXPECT_EQ(take(three, state, 1), (Names{"y"}));            // never assigned: the longer idle
}

TEST(WorkedCases, A3OnlyMembersWithRemainingCapacityAreEligible) {
  Pool four = pool("p", {"a", "b", "c", "d"});
  for (Member& member : four.members) member.capacity = 5;
  RouterState state;
  const std::int64_t open[] = {5, 1, 4, 7};  // remaining 0, 4, 1, -2
  const char* last[] = {"09:00", "11:00", "10:00", "08:00"};
  for (std::size_t i = 0; i < 4; ++i) {
    MemberState& member = state.member(PoolId("p"), four.members[i].id);
    member.open = open[i];
    member.last_at = at(last[i]);
  }
  EXPECT_EQ(take(four, state, 6), (Names{"c", "b", "b", "b", "b", "all_at_capacity"}));
}

TEST(WorkedCases, A5AHundredLeadsInAPoolOfFour) {
  RouterState state;
  std::map<std::string, int> counts;
  for (const std::string& name : take(pool("p", {"a", "b", "c", "d"}), state, 100)) ++counts[name];
  EXPECT_EQ(counts, (std::map<std::string, int>{{"a", 25}, {"b", 25}, {"c", 25}, {"d", 25}}));
}

TEST(RoundRobin, RemovedMemberMovesNobodyElse) {
  RouterState state;
  take(pool("p", {"a", "b", "c", "d"}), state, 6);  // next in turn: c, d, a, b
  RouterState without_c = state;
  EXPECT_EQ(take(pool("p", {"a", "b", "c", "d"}), state, 4), (Names{"c", "d", "a", "b"}));
  EXPECT_EQ(take(pool("p", {"a", "b", "d"}), without_c, 3), (Names{"d", "a", "b"}));
}

TEST(RoundRobin, OrderOfTheDefinitionDoesNotMatter) {
  RouterState one;
  RouterState other;
  EXPECT_EQ(take(pool("p", {"a", "b", "c"}), one, 7), take(pool("p", {"c", "a", "b"}), other, 7));
  EXPECT_EQ(one, other);
}

TEST(RoundRobin, AReturningMemberComesBackWithItsTurn) {
  RouterState state;
  take(pool("p", {"a", "b", "c"}), state, 3);
  Pool absent = pool("p", {"a", "b", "c"});
  absent.members[0].active = false;
  EXPECT_EQ(take(absent, state, 3), (Names{"b", "c", "b"}));
  EXPECT_EQ(take(pool("p", {"a", "b", "c"}), state, 3), (Names{"a", "c", "b"}));
}

TEST(RoundRobin, WithoutChangesEveryWindowOfTheSizeOfThePoolIsFair) {
  RouterState state;
  const Names taken = take(pool("p", {"a", "b", "c", "d", "e"}), state, 50);
  for (std::size_t begin = 0; begin + 5 <= taken.size(); ++begin) {
    Names window(taken.begin() + static_cast<std::ptrdiff_t>(begin),
                 taken.begin() + static_cast<std::ptrdiff_t>(begin) + 5);
    std::sort(window.begin(), window.end());
    ASSERT_EQ(window, (Names{"a", "b", "c", "d", "e"}));
  }
}

TEST(Pool, SaysWhyNobodyTakesTheRecord) {
  EXPECT_EQ(choose(pool("p", {}), PoolState{}).reason, Reason::pool_empty);
  Pool two = pool("p", {"a", "b"});
  two.members[0].active = two.members[1].active = false;
  EXPECT_EQ(choose(two, PoolState{}).reason, Reason::all_absent);
  two.members[1].active = true;
  two.members[1].capacity = 0;
  EXPECT_EQ(choose(two, PoolState{}).reason, Reason::all_at_capacity);
}

/// The member that no other should go before, found by looking at every pair.
TEST(Pool, ChoiceIsTheOneThatNobodyGoesBefore) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    const auto method = seed % 2 == 0 ? PoolMethod::round_robin : PoolMethod::load_balanced;
    Pool some = pool("p", {}, method);
    PoolState state{.id = some.id};
    for (std::uint32_t i = 0; i < 1 + random() % 6; ++i) {
      const UserId id(std::string(1, static_cast<char>('a' + i)));
      some.members.push_back({.id = id, .capacity = random() % 4, .active = random() % 5 != 0});
      MemberState& member = state.members.emplace_back(MemberState{.id = id});
      member.open = static_cast<std::int64_t>(random() % 4);
      member.last = random() % 4;
      if (member.last != 0) member.last_at = kNow + Duration(random() % 2);
    }
    std::shuffle(some.members.begin(), some.members.end(), random);
    const auto state_of = [&](const Member& member) {
      return *std::find_if(state.members.begin(), state.members.end(),
                           [&](const MemberState& known) { return known.id == member.id; });
    };
    const auto left = [&](const Member& m) { return *m.capacity - state_of(m).open; };
    const auto key = [&](const Member& m) {
      const MemberState s = state_of(m);
      return std::tuple(method == PoolMethod::load_balanced ? -left(m) : 0, s.last_at, s.last,
                        m.id);
    };
    std::optional<Member> best;
    for (const Member& m : some.members) {
      if (m.active && left(m) > 0 && (!best || key(m) < key(*best))) best = m;
    }
    const Choice choice = choose(some, state);
    ASSERT_EQ(choice.member.has_value(), best.has_value()) << seed;
    ASSERT_TRUE(!best || some.members[*choice.member].id == best->id) << seed;
  }
}

}  // namespace
}  // namespace galena::assign::test
