// Assign: who gets which record. Everything of this room that needs no compiled code.
//
//   auto rules = galena::assign::RuleSet::make({...});
//   auto router = galena::assign::Router::make<Lead>(*rules);
//   galena::apply(router->decide(lead, now), lead);
//
// JSON is in assign/json.hpp, whole tables in assign/batch.hpp, back-tests in
// assign/difference.hpp.
#pragma once

#include "galena/assign/assignment.hpp"
#include "galena/assign/bound_rules.hpp"
#include "galena/assign/explanation.hpp"
#include "galena/assign/pool.hpp"
#include "galena/assign/router.hpp"
#include "galena/assign/router_state.hpp"
#include "galena/assign/rule_set.hpp"
#include "galena/assign/target.hpp"
