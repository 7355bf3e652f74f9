// Every operator on every field type with every operand: whatever binds agrees with the reference
// evaluator on every value, blank and not, as it stands and under NOT.
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "criteria/random_expression.hpp"
#include "criteria/reference_evaluator.hpp"
#include "galena/criteria/bind.hpp"

namespace galena::criteria::test {
namespace {

std::vector<std::vector<Value>> operand_lists(Operator op) {
  std::vector<std::vector<Value>> lists;
  switch (operand_shape(op)) {
    case OperandShape::none:
      return {{}, {Value(1)}};
    case OperandShape::count:
      return {{Value(1)}, {Value(3)}, {Value(400)}, {Value(0)}, {"3"}, {}};
    case OperandShape::place:
      return {{52.5, 13.4, 300.0}, {52.5, 13.4, 0.0}, {0, 179.9, 50}, {91, 0, 1}, {1, 2},
              {"1", 2, 3}};
    case OperandShape::one:
      for (const Value& operand : all_operands()) lists.push_back({operand});
      return lists;
    case OperandShape::list:
      break;
  }
  lists.emplace_back();
  for (const Value& first : all_operands()) {
    lists.push_back({first});
    for (const Value& second : all_operands()) lists.push_back({first, second});
  }
  return lists;
}

/// All criteria that bind, with their field; counts those per operator.
struct SmallWorld {
  Schema schema = all_types();
  std::map<Operator, int> bound;
  std::vector<std::pair<Criterion, Predicate>> all;

  SmallWorld() {
    for (std::size_t op = 0; op < std::size(kOperatorNames); ++op) {
      for (const Field& field : schema.fields()) {
        for (const auto& operands : operand_lists(static_cast<Operator>(op))) {
          for (const Blank blank : {Blank::no_match, Blank::match}) {
            add({.field = field.name,
                 .op = static_cast<Operator>(op),
                 .operands = operands,
                 .blank = blank});
          }
        }
      }
    }
  }

  void add(Criterion criterion) {
    if (criterion.op == Operator::within_km) criterion.second_field = "longitude";
    auto predicate = bind(criterion, schema);
    if (!predicate) {
      for (const Problem& problem : predicate.problems()) {
        EXPECT_TRUE(problem.subject.starts_with("/criteria/0/")) << problem.subject;
        EXPECT_FALSE(problem.message.empty());
      }
      return;
    }
    ++bound[criterion.op];
    all.emplace_back(std::move(criterion), *std::move(predicate));
  }
};

const SmallWorld& small_world() {
  static const SmallWorld kWorld;
  return kWorld;
}

Truth truth_of(const Outcome& outcome) {
  return outcome.state == Outcome::match      ? Truth::yes
         : outcome.state == Outcome::no_match ? Truth::no
                                              : Truth::error;
}

/// Calls `check(record)` with each value in the criterion's field (and places for within_km).
template <class Check>
void for_each_record(const Criterion& criterion, const Schema& schema, Check check) {
  const std::uint32_t field = *schema.find(criterion.field);
  std::vector<Value> record(schema.size());
  for (const Value& value : values_for(schema[field].type)) {
    record[field] = value;
    if (criterion.op != Operator::within_km) {
      check(record);
      continue;
    }
    for (const double longitude : {13.0, -179.9, 200.0, std::nan("")}) {
      record[*schema.find("longitude")] = longitude;
      check(record);
    }
  }
}

TEST(Exhaustive, EveryOperatorBindsToSomeType) {
  for (std::size_t op = 0; op < std::size(kOperatorNames); ++op) {
    const auto found = small_world().bound.find(static_cast<Operator>(op));
    EXPECT_TRUE(found != small_world().bound.end()) << kOperatorNames[op];
  }
}

TEST(Exhaustive, EvaluationAgreesWithTheReference) {
  const Schema& schema = small_world().schema;
  std::size_t count = 0;
  std::map<Truth, std::size_t> seen;
  for (const Zone& zone : {Zone(), plus_one()}) {
    const Context context(kNow, zone);
    for (const auto& [criterion, predicate] : small_world().all) {
      const Expression expression = criterion;
      for_each_record(criterion, schema, [&, &predicate = predicate](const auto& record) {
        const Truth expected = Reference(schema, record, kNow, zone).evaluate(expression);
        ASSERT_EQ(truth_of(predicate.evaluate(row_of(record), context)), expected)
            << expression.to_json() << " on "
            << to_text(record[*schema.find(expression.criteria()[0].field)]);
        ++count;
        ++seen[expected];
      });
    }
  }
  EXPECT_GT(count, 50000U);
  EXPECT_GT(seen[Truth::yes], 5000U);
  EXPECT_GT(seen[Truth::no], 20000U);
  EXPECT_GT(seen[Truth::error], 500U);
}

TEST(Exhaustive, NotIsTheOppositeAndNeverMatchesABlank) {
  const Schema& schema = small_world().schema;
  const Context context(kNow);
  for (const auto& [criterion, predicate] : small_world().all) {
    const Predicate opposite = bind(!Expression(criterion), schema).value();
    const bool asks_for_blank =
        criterion.op == Operator::is_blank || criterion.op == Operator::is_not_blank;
    for_each_record(
        criterion, schema, [&, &criterion = criterion, &predicate = predicate](const auto& record) {
          const Truth truth = truth_of(predicate.evaluate(row_of(record), context));
          const Truth negated = truth_of(opposite.evaluate(row_of(record), context));
          const bool blank =
              record[*schema.find(criterion.field)].is_blank() ||
              (criterion.op == Operator::within_km && record[*schema.find("longitude")].is_blank());
          if (blank && !asks_for_blank) {
            ASSERT_EQ(truth, criterion.blank == Blank::match ? Truth::yes : Truth::no);
            ASSERT_EQ(negated, Truth::no);
          } else if (truth == Truth::error) {
            ASSERT_EQ(negated, Truth::error);
          } else {
            ASSERT_NE(truth, negated);
          }
        });
  }
}

TEST(Exhaustive, OperatorsPairedByNameAreOpposites) {
  const std::pair<Operator, Operator> pairs[] = {{Operator::equals, Operator::not_equals},
                                                 {Operator::less, Operator::greater_or_equal},
                                                 {Operator::greater, Operator::less_or_equal},
                                                 {Operator::contains, Operator::not_contains},
                                                 {Operator::in, Operator::not_in},
                                                 {Operator::includes_any, Operator::excludes},
                                                 {Operator::is_blank, Operator::is_not_blank}};
  const Schema& schema = small_world().schema;
  const Context context(kNow);
  for (const auto& [criterion, predicate] : small_world().all) {
    for (const auto& [op, opposite] : pairs) {
      if (criterion.op != op) continue;
      Criterion other = criterion;
      other.op = opposite;
      const Predicate by_name = bind(other, schema).value();
      const Predicate by_not = bind(!Expression(criterion), schema).value();
      for_each_record(criterion, schema, [&](const auto& record) {
        ASSERT_EQ(by_name.evaluate(row_of(record), context).state,
                  by_not.evaluate(row_of(record), context).state);
      });
    }
  }
}

}  // namespace
}  // namespace galena::criteria::test
