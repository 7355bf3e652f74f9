// Lint: what a careful author would mend in a rule set that works. Compiled code.
//
//   for (const Finding& finding : lint(rules, schema)) ...
#pragma once

#include <vector>

#include "galena/assign/rule_set.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::assign {

/// Findings in order of the definition:
///   unreachable     error    an earlier entry takes every record that this one could: it matches
///   all,
///                            has the same condition, or asks only for part of what this one asks
///   contradiction   error    no record can satisfy the condition
///   empty_pool      error    a pool without members
///   absent_pool     warning  a pool without active members
///   unused_pool     info     a pool that no entry assigns to
/// An entry is compared with every earlier one: O(entries^2 * criteria) at worst.
std::vector<Finding> lint(const RuleSet& rules);

/// The same, and the findings of the conditions against the schema (criteria/lint.hpp), each at
/// "/entries/<n>/when/...".
std::vector<Finding> lint(const RuleSet& rules, const Schema& schema);

}  // namespace galena::assign
