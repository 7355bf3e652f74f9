// The `now` of calls that may do without one.
#pragma once

#include <pybind11/pybind11.h>

#include <algorithm>
#include <vector>

#include "errors.hpp"
#include "galena/criteria/expression.hpp"
#include "galena/criteria/operator.hpp"
#include "values.hpp"

namespace galena::python {

/// True when an expression asks for today or a period around it.
inline bool needs_now(const criteria::Expression& expression) {
  const auto& criteria = expression.criteria();
  return std::any_of(criteria.begin(), criteria.end(), [](const criteria::Criterion& criterion) {
    return criterion.op > criteria::Operator::on;
  });
}

/// `now`, which may be None only when nothing asks for it: no clock is read in its place.
inline Instant now_or_fail(py::handle now, bool needed) {
  if (!now.is_none()) return instant_of(now, "now");
  if (needed) {
    fail(Code::invalid_argument, "missing_now", "now",
         "a criterion asks for today, and no instant was given to count from",
         "give now=, a datetime with a zone");
  }
  return Instant();
}

/// The fields that an expression names.
inline void add_fields(const criteria::Expression& expression, std::vector<std::string>& fields) {
  const auto add = [&](const std::string& field) {
    const bool known = std::find(fields.begin(), fields.end(), field) != fields.end();
    if (!field.empty() && !known) fields.push_back(field);
  };
  for (const criteria::Criterion& criterion : expression.criteria()) {
    add(criterion.field);
    add(criterion.second_field);
  }
}

}  // namespace galena::python
