// Describe: criteria and readings in words, for explanations. English; a host that translates takes
// the codes (operator and error names) instead.
//
//   describe(criterion)            "country in ["DE","FR"]"
//   describe(reading, expression)  "country in ["DE","FR"]: no, country is "US""
#pragma once

#include <algorithm>
#include <string>

#include "galena/criteria/expression.hpp"
#include "galena/criteria/predicate.hpp"

namespace galena::criteria {

namespace detail {

inline std::string json_of(const Value& value) {
  if (value.is_blank()) return "blank";
  JsonWriter json;
  json.value(value);
  return std::move(json).text();
}

constexpr std::string_view explain_error(EvaluationError error) {
  switch (error) {
    case EvaluationError::not_a_number:
      return "which is no number";
    case EvaluationError::not_a_boolean:
      return "which is neither true nor false";
    case EvaluationError::not_a_date:
      return "which is no date";
    case EvaluationError::currencies_differ:
      return "an amount in another currency";
    case EvaluationError::bad_coordinate:
      return "which is no place on Earth";
    case EvaluationError::wrong_kind:
      return "another kind of value than the schema says";
    case EvaluationError::none:
      break;
  }
  return "";
}

}  // namespace detail

/// "employees greater or equal 500", "latitude, longitude within km [52.5,13.4,100]".
inline std::string describe(const Criterion& criterion) {
  std::string text = criterion.field;
  if (!criterion.second_field.empty()) text += ", " + criterion.second_field;
  std::string op(operator_name(criterion.op));
  std::replace(op.begin(), op.end(), '_', ' ');
  text += ' ' + op;
  const OperandShape shape = operand_shape(criterion.op);
  const bool array = shape == OperandShape::list || shape == OperandShape::place;
  std::string operands;
  for (const Value& operand : criterion.operands) {
    if (!operands.empty()) operands += ',';
    operands += detail::json_of(operand);
  }
  if (shape != OperandShape::none) text += array ? " [" + operands + "]" : ' ' + operands;
  if (criterion.blank == Blank::match) text += " (or blank)";
  return text;
}

/// The criterion, whether it held, and the value it read.
inline std::string describe(const Reading& reading, const Expression& expression) {
  const Criterion& criterion = expression.criteria()[reading.criterion];
  std::string text = reading.negated ? "not (" + describe(criterion) + ")" : describe(criterion);
  const bool failed = reading.error != EvaluationError::none;
  text += failed ? ": cannot be evaluated, " : reading.held ? ": yes, " : ": no, ";
  text += criterion.field + " is " + detail::json_of(reading.value);
  if (!criterion.second_field.empty()) {
    text += ", " + criterion.second_field + " is " + detail::json_of(reading.second_value);
  }
  if (failed) text.append(", ").append(detail::explain_error(reading.error));
  return text;
}

}  // namespace galena::criteria
