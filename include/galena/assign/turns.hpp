// Turns: a router state lined up with the pools of a rule set, so that a member's state is found by
// position. The part of a router that changes; hosts use RouterState.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/assign/pool.hpp"
#include "galena/assign/router_state.hpp"
#include "galena/assign/rule_set.hpp"
#include "galena/base/decision.hpp"

namespace galena::assign {

class Turns {
 public:
  /// Every pool and member of the rules gets a state; states of others are kept.
  Turns(const RuleSet& rules, RouterState state) : state_(std::move(state)) {
    for (const Pool& pool : rules.pools()) {
      state_.pool(pool.id);
      for (const Member& member : pool.members) state_.member(pool.id, member.id);
    }
    for (const Pool& pool : rules.pools()) {
      PoolState& known = state_.pool(pool.id);
      auto& place = places_.emplace_back();
      place.pool = static_cast<std::size_t>(&known - state_.pools.data());
      for (const Member& member : pool.members) {
        const MemberState& found = state_.member(pool.id, member.id);
        place.members.push_back(static_cast<std::size_t>(&found - known.members.data()));
      }
    }
  }

  [[nodiscard]] const RouterState& state() const { return state_; }

  /// The state of member `member` of pool `pool`, both by position in the rule set.
  [[nodiscard]] const MemberState& of(std::size_t pool, std::size_t member) const {
    return state_.pools[places_[pool].pool].members[places_[pool].members[member]];
  }

  /// Who of a pool takes the next record. O(members).
  [[nodiscard]] Choice next(const RuleSet& rules, std::size_t pool) const {
    return choose(rules.pools()[pool],
                  [&](std::size_t member) -> const MemberState& { return of(pool, member); });
  }

  /// The member takes a record at `now`.
  void take(std::size_t pool, std::size_t member, Instant now) {
    MemberState& state = state_.pools[places_[pool].pool].members[places_[pool].members[member]];
    ++state.assigned;
    ++state.open;
    state.last_at = now;
    state.last = ++state_.sequence;
    ++state_.version;
  }

  /// The counters that take() moves, before and after.
  [[nodiscard]] std::vector<Counter> counters_of_take(const Pool& pool, std::size_t pool_position,
                                                      std::size_t member) const {
    const MemberState& state = of(pool_position, member);
    const std::string name = pool.id.text() + '/' + state.id.text() + '/';
    return {{name + "assigned", state.assigned, state.assigned + 1},
            {name + "open", state.open, state.open + 1},
            {name + "last", static_cast<std::int64_t>(state.last),
             static_cast<std::int64_t>(state_.sequence + 1)}};
  }

 private:
  struct Place {
    std::size_t pool = 0;
    std::vector<std::size_t> members;
  };

  RouterState state_;
  std::vector<Place> places_;  ///< by pool of the rule set
};

}  // namespace galena::assign
