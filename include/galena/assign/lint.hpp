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
///   unreachable     error    an earlier entry takes every record that this one could
///                            (it matches all, or asks only for part of what this one asks)
///   duplicate       error    an earlier entry has the same condition
///   contradiction   error    no record can satisfy the condition
///   empty_pool      error    a pool without members
///   absent_pool     warning  a pool without active members
///   unused_pool     info     a pool that no entry assigns to
/// and the contradictions inside conditions (criteria/lint.hpp), at "/entries/<n>/when/...".
/// O(entries * criteria * earlier entries that begin with one of these criteria).
std::vector<Finding> lint(const RuleSet& rules);

/// The same, and operands that are not in the picklists of the schema.
std::vector<Finding> lint(const RuleSet& rules, const Schema& schema);

}  // namespace galena::assign
