// Expressions from JSON: the stored form of conditions. Compiled code.
//
//   criteria::parse_expression(R"({"criteria":[{"field":"country","op":"in","value":["DE","FR"]},)"
//                              R"({"field":"employees","op":"greater_or_equal","value":500}],)"
//                              R"("logic":"1 AND 2"})");
//   criteria::parse_expression(R"({"match":"all"})");
//
// Writing is Expression::to_json(); docs/schemas/criteria.schema.json describes the form.
#pragma once

#include <string_view>

#include "galena/base/result.hpp"
#include "galena/criteria/expression.hpp"

namespace galena::criteria {

/// Reads {"criteria": [...], "logic": "..."}, {"match": "all"} or {"match": "none"}. A criterion is
///   {"field", "op", "value", "blank"}: value is one scalar, for in, not_in, includes_any,
///   includes_all and excludes a list, for last_n_days and next_n_days a number of days (also "op":
///   "last_n_days:30" without value); blank is "match" or "no_match";
///   {"fields": [latitude, longitude], "op": "within_km", "value": [latitude, longitude, km]}.
/// Errors with JSON pointers, all of them at once: PARSE for text that is no JSON and for bad
/// logic; INVALID_ARGUMENT for the shape, "no_criteria" for an empty list (say {"match":"all"}),
/// operators that do not exist and unused criteria; UNSUPPORTED "cel" for {"cel": "..."}. O(bytes).
Result<Expression> parse_expression(std::string_view json);

}  // namespace galena::criteria
