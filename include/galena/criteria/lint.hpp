// Lint: what a careful author would mend in a condition that can be evaluated. Compiled code.
#pragma once

#include <vector>

#include "galena/criteria/expression.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::criteria {

/// unknown_value   warning  an operand that is not in the picklist of its field (case folded)
/// contradiction   error    criteria joined by AND that no record satisfies: values of one field
/// that
///                          exclude each other, or a blank that must also have a value
/// Pointers into the stored form ("/criteria/2/value/0").
std::vector<Finding> lint(const Expression& expression, const Schema& schema);

/// The contradictions alone, which need no schema.
std::vector<Finding> lint(const Expression& expression);

}  // namespace galena::criteria
