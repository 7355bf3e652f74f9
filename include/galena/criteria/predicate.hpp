// Predicate: an expression bound to a schema, ready to evaluate. Immutable, shared between threads.
//
//   auto predicate = criteria::bind(expression, schema);       // criteria/bind.hpp
//   Outcome outcome = predicate->evaluate(row, criteria::Context(now));
//   if (outcome.state == Outcome::match) ...
//
// Criteria are evaluated in the order of the logic and only as far as they decide. A criterion that
// cannot be evaluated on a record (text that should be a number and is none) ends the evaluation
// with the outcome evaluation_error: never "no match".
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/criteria/expression.hpp"
#include "galena/criteria/row_reader.hpp"
#include "galena/criteria/test.hpp"
#include "galena/criteria/zone.hpp"
#include "galena/record/schema.hpp"

namespace galena::criteria {

/// The answer of an expression for a record.
struct Outcome {
  enum State : std::uint8_t { no_match, match, evaluation_error };

  State state = no_match;
  EvaluationError error = EvaluationError::none;  ///< of evaluation_error
  std::uint32_t criterion = 0;  ///< of evaluation_error: index into Expression::criteria()

  friend constexpr bool operator==(const Outcome&, const Outcome&) = default;
};

/// What a criterion read and said, for explanations.
struct Reading {
  std::uint32_t criterion = 0;  ///< index into Expression::criteria()
  bool negated = false;         ///< NOT was pushed to it: `held` is of the opposite
  bool held = false;
  EvaluationError error = EvaluationError::none;
  Value value = {};
  Value second_value = {};  ///< within_km: longitude

  friend bool operator==(const Reading&, const Reading&) = default;
};

class Predicate {
 public:
  [[nodiscard]] const Expression& expression() const { return data_->expression; }
  [[nodiscard]] const Schema& schema() const { return data_->schema; }

  /// The outcome for the reader's current record (field numbers are the schema's). At most one test
  /// a criterion in the logic; allocates nothing once the reader's buffers have grown.
  [[nodiscard]] Outcome evaluate(RowReader& reader, const Context& context) const {
    std::uint32_t at = data_->start;
    while (at < kNoMatch) {
      const detail::Test& test = data_->tests[at];
      const Answer answer = detail::run(test, reader, context);
      if (answer.error != EvaluationError::none) {
        return {Outcome::evaluation_error, answer.error, test.criterion};
      }
      at = answer.held ? test.on_true : test.on_false;
    }
    return {at == kMatch ? Outcome::match : Outcome::no_match};
  }

  /// The same for one record; makes a reader each time.
  [[nodiscard]] Outcome evaluate(const RowView& row, const Context& context) const {
    RowReader reader(data_->schema.size());
    reader.reset(row);
    return evaluate(reader, context);
  }

  /// What evaluate() reads on its way, in order; the last reading has decided.
  [[nodiscard]] std::vector<Reading> trace(RowReader& reader, const Context& context) const {
    std::vector<Reading> readings;
    std::uint32_t at = data_->start;
    while (at < kNoMatch) {
      const detail::Test& test = data_->tests[at];
      readings.push_back(read(test, reader, context));
      if (readings.back().error != EvaluationError::none) break;
      at = readings.back().held ? test.on_true : test.on_false;
    }
    return readings;
  }

  /// The fewest criteria that would have to say otherwise for the expression to match, each with
  /// what it read; none when it matches (and for match_none). Evaluates every criterion; one that
  /// cannot be evaluated counts as not held.
  [[nodiscard]] std::vector<Reading> missing(RowReader& reader, const Context& context) const {
    std::uint32_t next = 0;
    const Node& root = data_->expression.root();
    return missing(root, false, next, reader, context);
  }

 private:
  friend class Binder;
  friend class FirstMatch;

  static constexpr std::uint32_t kMatch = 0xFFFFFFFF;
  static constexpr std::uint32_t kNoMatch = 0xFFFFFFFE;

  struct Data {
    Expression expression;
    Schema schema;
    std::vector<detail::Test> tests;  ///< in the order of the logic's leaves
    std::uint32_t start;
  };

  explicit Predicate(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

  static Reading read(const detail::Test& test, RowReader& reader, const Context& context) {
    const Answer answer = detail::run(test, reader, context);
    Reading reading{test.criterion, test.opposite, answer.held, answer.error};
    reading.value = reader.value(test.field);
    if (test.check == detail::Check::near) reading.second_value = reader.value(test.second_field);
    return reading;
  }

  std::vector<Reading> missing(const Node& node, bool negated, std::uint32_t& next,
                               RowReader& reader, const Context& context) const {
    if (node.kind == NodeKind::negation) {
      return missing(node.children.front(), !negated, next, reader, context);
    }
    if (node.kind == NodeKind::criterion) {
      Reading reading = read(data_->tests[next++], reader, context);
      if (reading.held) return {};
      return {std::move(reading)};
    }
    const bool all = (node.kind == NodeKind::all) != negated;
    std::vector<Reading> result;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      std::vector<Reading> part = missing(node.children[i], negated, next, reader, context);
      if (all) {
        std::move(part.begin(), part.end(), std::back_inserter(result));
      } else if (i == 0 || part.size() < result.size()) {
        result = std::move(part);
      }
    }
    return result;
  }

  std::shared_ptr<const Data> data_;
};

}  // namespace galena::criteria
