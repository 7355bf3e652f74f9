// Pool: members who take turns, and the state of the turns as data.
//
//   Pool dach{.id = PoolId("dach"), .members = {{.id = UserId("u1")}, {.id = UserId("u2")}}};
//   choose(dach, state).member      // who is next; pure: state does not change
//
// Turns are kept by member id, never by position: removing a member, or writing the members in
// another order, moves nobody else.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/assign/target.hpp"
#include "galena/base/id.hpp"
#include "galena/base/instant.hpp"

namespace galena::assign {

enum class PoolMethod : std::uint8_t {
  round_robin,    ///< longest since the last assignment, then least id
  load_balanced,  ///< most capacity left, then longest since the last assignment, then least id
  weighted,       ///< in proportion to weights; not supported by this version
};

inline constexpr std::string_view kPoolMethodNames[] = {"round_robin", "load_balanced", "weighted"};

constexpr std::string_view pool_method_name(PoolMethod method) {
  return kPoolMethodNames[static_cast<std::size_t>(method)];
}

struct Member {
  UserId id = {};
  std::int64_t weight = 1;                    ///< 1 or more; used by weighted pools
  std::optional<std::int64_t> capacity = {};  ///< records open at once; none: no limit
  bool active = true;                         ///< false: skipped

  friend bool operator==(const Member&, const Member&) = default;
};

struct Pool {
  PoolId id = {};
  PoolMethod method = PoolMethod::round_robin;
  std::vector<Member> members = {};

  friend bool operator==(const Pool&, const Pool&) = default;
};

/// What is known of a member's turns in one pool.
struct MemberState {
  UserId id = {};
  std::int64_t assigned = 0;            ///< records received in all
  std::int64_t open = 0;                ///< records that count against the capacity now
  std::optional<Instant> last_at = {};  ///< instant of the last assignment
  std::uint64_t last = 0;               ///< its number in RouterState::sequence; 0: never

  /// The longer idle comes first: never assigned, then by instant, then by number.
  [[nodiscard]] bool idle_before(const MemberState& other) const {
    if (last_at != other.last_at) return last_at < other.last_at;
    return last != other.last ? last < other.last : id < other.id;
  }
  friend bool operator==(const MemberState&, const MemberState&) = default;
};

/// The states of a pool's members, in order of id. Members who left the pool may still be listed.
struct PoolState {
  PoolId id = {};
  std::vector<MemberState> members = {};

  friend bool operator==(const PoolState&, const PoolState&) = default;
};

/// Who takes the next record, or why nobody does.
struct Choice {
  std::optional<std::size_t> member = {};  ///< position in Pool::members
  Reason reason = Reason::assigned;        ///< pool_empty, all_absent or all_at_capacity
  friend bool operator==(const Choice&, const Choice&) = default;
};

namespace detail {

/// The capacity that a member has left; nothing for no limit.
inline std::optional<std::int64_t> remaining(const Member& member, const MemberState& state) {
  if (!member.capacity) return std::nullopt;
  return *member.capacity - state.open;
}

/// True when `a` is to take the next record rather than `b`.
inline bool goes_first(PoolMethod method, const Member& a, const MemberState& state_of_a,
                       const Member& b, const MemberState& state_of_b) {
  if (method == PoolMethod::load_balanced) {
    const auto left_of_a = remaining(a, state_of_a).value_or(0);
    const auto left_of_b = remaining(b, state_of_b).value_or(0);
    if (left_of_a != left_of_b) return left_of_a > left_of_b;
  }
  return state_of_a.idle_before(state_of_b);
}

}  // namespace detail

/// Who takes the next record. `state_of(i)` is the state of pool.members[i]. Inactive members and
/// those without capacity left are skipped. O(members).
template <class StateOf>
Choice choose(const Pool& pool, StateOf state_of) {
  Choice choice;
  bool active = false;
  for (std::size_t i = 0; i < pool.members.size(); ++i) {
    const Member& member = pool.members[i];
    if (!member.active) continue;
    active = true;
    const MemberState& state = state_of(i);
    if (detail::remaining(member, state).value_or(1) <= 0) continue;
    if (!choice.member ||
        detail::goes_first(pool.method, member, state, pool.members[*choice.member],
                           state_of(*choice.member))) {
      choice.member = i;
    }
  }
  if (!choice.member) {
    choice.reason = pool.members.empty() ? Reason::pool_empty
                    : active             ? Reason::all_at_capacity
                                         : Reason::all_absent;
  }
  return choice;
}

/// The same from a pool's state by id; members without a state have never been assigned.
inline Choice choose(const Pool& pool, const PoolState& state) {
  std::vector<MemberState> states;
  states.reserve(pool.members.size());
  for (const Member& member : pool.members) {
    const auto found =
        std::find_if(state.members.begin(), state.members.end(),
                     [&](const MemberState& known) { return known.id == member.id; });
    states.push_back(found == state.members.end() ? MemberState{.id = member.id} : *found);
  }
  return choose(pool, [&](std::size_t i) -> const MemberState& { return states[i]; });
}

}  // namespace galena::assign
