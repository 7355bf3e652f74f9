// Filter: which rows of a table satisfy an expression.
//
//   auto found = criteria::filter(leads, field("country") == "DE", criteria::Context(now));
//   found->matches[r]; found->errors       // rows whose criteria could not be evaluated
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/predicate.hpp"
#include "galena/record/table.hpp"

namespace galena::criteria {

/// A row on which a criterion could not be evaluated.
struct RowError {
  std::size_t row = 0;
  std::uint32_t criterion = 0;  ///< index into Expression::criteria()
  EvaluationError error = EvaluationError::none;
  friend bool operator==(const RowError&, const RowError&) = default;
};

struct Filtered {
  std::vector<std::uint8_t> matches;  ///< one a row: 1 where the expression matches, else 0
  std::vector<RowError> errors;       ///< in row order; their rows do not match
};

/// Every row, in order. The predicate's schema and the table number fields alike (galena::conform,
/// or bound to schema_of(table)). O(rows * tests).
Filtered filter(const Table& table, const Predicate& predicate, const Context& context);

/// Binds to the table's own columns and filters; the errors of bind().
Result<Filtered> filter(const Table& table, const Expression& expression, const Context& context);

}  // namespace galena::criteria
