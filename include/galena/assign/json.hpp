// Rule sets and router states from JSON. Compiled code.
//
//   assign::parse_rule_set(R"({"name":"inbound","entity":"lead","default_owner":{"queue":"unassigned"},
//     "entries":[{"id":"rest","when":{"match":"all"},"assign":{"queue":"inbound"}}]})");
//
// Writing is RuleSet::to_json() and RouterState::to_json(); docs/schemas/rule_set.schema.json
// describes the form.
#pragma once

#include <string_view>

#include "galena/assign/router_state.hpp"
#include "galena/assign/rule_set.hpp"
#include "galena/base/result.hpp"
#include "galena/record/schema.hpp"

namespace galena::assign {

/// Reads {"name", "entity", "default_owner", "owner_field", "owner_kind_field", "zone", "entries":
/// [{"id", "when", "assign"}], "pools": [{"id", "method", "members": [{"id", "weight", "capacity",
/// "active"}]}]}. A target is {"user": id}, {"queue": id}, {"pool": id}, {"partner": id},
/// {"keep_owner": true} or the text "keep_owner". All problems at once, with JSON pointers: those
/// of the text, of every condition (criteria/json.hpp) and of RuleSet::make. O(bytes).
Result<RuleSet> parse_rule_set(std::string_view json);

/// The same, and every condition is checked against `schema` (criteria/bind.hpp) as well.
Result<RuleSet> parse_rule_set(std::string_view json, const Schema& schema);

/// Reads what RouterState::to_json() wrote. INVALID_ARGUMENT with JSON pointers for anything else,
/// "duplicate_id" for pools or members given twice.
Result<RouterState> parse_router_state(std::string_view json);

}  // namespace galena::assign
