// Expressions inside larger definitions: rules, guards, views read theirs with this.
#pragma once

#include "detail/json_reader.hpp"
#include "galena/criteria/expression.hpp"

namespace galena::criteria {

/// The expression at `node` (see criteria/json.hpp for the form); after a problem, which is
/// reported at its pointer, match_none().
Expression read_expression(const galena::detail::JsonNode& node);

}  // namespace galena::criteria
