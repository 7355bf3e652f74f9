// Rule sets inside larger definitions.
#pragma once

#include "detail/json_reader.hpp"
#include "galena/assign/rule_set.hpp"
#include "galena/record/schema.hpp"

namespace galena::assign {

/// The parts of the rule set at `node`, whatever of it can be read; every problem of reading, of
/// RuleSet::check and, when a schema is given, of the conditions against it is reported at the
/// node.
RuleSetParts read_rule_set(const galena::detail::JsonNode& node, const Schema* schema);

}  // namespace galena::assign
