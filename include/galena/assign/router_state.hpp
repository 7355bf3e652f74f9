// RouterState: the turns of all pools of a rule set, as a small value that a host stores.
//
//   RouterState state;                       // nobody has been assigned anything
//   state.to_json();                         // parse_router_state() in assign/json.hpp reads it
//   state.set_open(pool, user, 3);           // two of u's five leads were closed
//
// Every change raises `version`, so that a store can refuse to overwrite a newer state.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/assign/pool.hpp"
#include "galena/base/json_writer.hpp"

namespace galena::assign {

struct RouterState {
  std::uint64_t version = 0;
  std::uint64_t sequence = 0;         ///< number of assignments to pool members so far
  std::vector<PoolState> pools = {};  ///< in order of id

  /// The state of a pool, made when there is none yet. The reference is good until the next call.
  PoolState& pool(const PoolId& id) { return find_or_insert<PoolState>(pools, id); }
  MemberState& member(const PoolId& pool_id, const UserId& id) {
    return find_or_insert<MemberState>(pool(pool_id).members, id);
  }

  /// The number of records that count against a member's capacity now; 0 or more.
  void set_open(const PoolId& pool_id, const UserId& member_id, std::int64_t open) {
    member(pool_id, member_id).open = open;
    ++version;
  }

  /// The canonical JSON: {"version","sequence","pools":[{"id","members":[{"id","assigned","open",
  /// "last_at","last"}]}]}.
  [[nodiscard]] std::string to_json() const {
    JsonWriter json;
    json.begin_object().key("version").value(version).key("sequence").value(sequence);
    json.key("pools").begin_array();
    for (const PoolState& state : pools) {
      json.begin_object().key("id").value(state.id.text()).key("members").begin_array();
      for (const MemberState& known : state.members) write(json, known);
      json.end_array().end_object();
    }
    json.end_array().end_object();
    return std::move(json).text();
  }

  friend bool operator==(const RouterState&, const RouterState&) = default;

 private:
  template <class State, class Id>
  static State& find_or_insert(std::vector<State>& states, const Id& id) {
    auto place =
        std::lower_bound(states.begin(), states.end(), id,
                         [](const State& state, const Id& wanted) { return state.id < wanted; });
    if (place == states.end() || place->id != id) place = states.insert(place, State{.id = id});
    return *place;
  }

  static void write(JsonWriter& json, const MemberState& state) {
    json.begin_object().key("id").value(state.id.text()).key("assigned").value(state.assigned);
    json.key("open").value(state.open);
    if (state.last_at) json.key("last_at").value(format_instant(*state.last_at));
    if (state.last != 0) json.key("last").value(state.last);
    json.end_object();
  }
};

}  // namespace galena::assign
