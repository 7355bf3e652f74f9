#include "galena/criteria/bind.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "criteria/random_expression.hpp"
#include "galena/criteria/builder.hpp"

namespace galena::criteria::test {
namespace {

/// detail and subject of every problem.
std::vector<std::pair<std::string, std::string>> problems_of(const Expression& expression) {
  std::vector<std::pair<std::string, std::string>> found;
  const auto bound = bind(expression, all_types());
  for (const Problem& problem : bound.problems()) {
    found.emplace_back(problem.detail, problem.subject);
  }
  return found;
}

using Found = std::vector<std::pair<std::string, std::string>>;

TEST(Bind, EveryProblemIsReportedWithItsPointer) {
  const Expression ten = Expression::all({
      field("nowhere") == 1,
      field("flag") < true,
      field("whole") == "500",
      field("text") == "",
      field("amount") == "5 USD",
      field("any_amount") > 5,
      field("day").on(Date{}) && field("day") == "2026-02-30",
      Criterion{.field = "whole", .operands = {1}, .blank = Blank::match},
      field("moment").last_n_days(0),
      within_km(field("latitude"), field("flag"), 91, 0, 1),
      field("pick").in(std::vector<std::string>{}),
  });
  EXPECT_EQ(problems_of(ten), (Found{{"unknown_field", "/criteria/0/field"},
                                     {"operator_not_for_type", "/criteria/1/op"},
                                     {"wrong_operand", "/criteria/2/value"},
                                     {"blank_operand", "/criteria/3/value"},
                                     {"currencies_differ", "/criteria/4/value"},
                                     {"missing_currency", "/criteria/5/value"},
                                     {"wrong_operand", "/criteria/7/value"},
                                     {"blank_policy", "/criteria/8/blank"},
                                     {"wrong_operand", "/criteria/9/value"},
                                     {"operator_not_for_type", "/criteria/10/op"},
                                     {"missing_operand", "/criteria/11/value"}}));
}

TEST(Bind, EachOperandOfAListIsNamed) {
  const Expression list =
      Criterion{.field = "whole", .op = Operator::in, .operands = {1, "x", 2, true}};
  EXPECT_EQ(problems_of(list), (Found{{"wrong_operand", "/criteria/0/value/1"},
                                      {"wrong_operand", "/criteria/0/value/3"}}));
}

TEST(Bind, FieldsWithAnotherCaseAreSuggested) {
  const auto bound = bind(field("Whole") == 1, all_types());
  EXPECT_EQ(bound.problems().front().hint, "did you mean 'whole'?");
}

TEST(Bind, AmountsInOneCriterionHaveOneCurrency) {
  EXPECT_EQ(problems_of(field("any_amount").in({"5 EUR", "5 USD"})),
            (Found{{"currencies_differ", "/criteria/0/value/1"}}));
  EXPECT_TRUE(bind(field("any_amount").in({"5 EUR", "6 EUR"}), all_types()));
  EXPECT_TRUE(bind(field("amount") > 5, all_types()));
}

TEST(Bind, NestingIsLimited) {
  Expression deep = field("whole") == 1;
  for (std::size_t i = 0; i < 2 * kMaxDepth; ++i) {
    deep = i % 2 == 0 ? (deep && field("whole") == 2) : (deep || field("whole") == 3);
  }
  EXPECT_EQ(bind(deep, all_types()).code(), Code::limit_exceeded);
}

/// The outcome of one criterion on one value of a field.
Outcome outcome_of(const Expression& expression, const std::string& name, const Value& value) {
  const Schema schema = all_types();
  std::vector<Value> record(schema.size());
  record[*schema.find(name)] = value;
  return bind(expression, schema).value().evaluate(row_of(record), Context(kNow));
}

TEST(Evaluate, TextThatShouldBeANumberIsAnError) {
  const Expression many = field("text") > 500;
  EXPECT_EQ(outcome_of(many, "text", "501").state, Outcome::match);
  EXPECT_EQ(outcome_of(many, "text", "499.99").state, Outcome::no_match);
  EXPECT_EQ(outcome_of(many, "text", "").state, Outcome::no_match);
  EXPECT_EQ(outcome_of(many, "text", "about 500"),
            (Outcome{Outcome::evaluation_error, EvaluationError::not_a_number, 0}));
  EXPECT_EQ(outcome_of(field("text") == true, "text", "maybe").error,
            EvaluationError::not_a_boolean);
  EXPECT_EQ(outcome_of(field("text").today(), "text", "soon").error, EvaluationError::not_a_date);
}

TEST(Evaluate, AnotherCurrencyIsAnErrorNotALesserAmount) {
  const Expression more = field("amount") < "1000 EUR";
  EXPECT_EQ(outcome_of(more, "amount", money("5", "EUR")).state, Outcome::match);
  EXPECT_EQ(outcome_of(more, "amount", money("5", "USD")).error,
            EvaluationError::currencies_differ);
  EXPECT_EQ(outcome_of(more, "amount", Money{decimal("5"), {}}).state, Outcome::match);
}

TEST(Evaluate, AValueOfAnotherKindThanTheSchemaSaysIsAnError) {
  EXPECT_EQ(outcome_of(field("whole") == 1, "whole", *parse_date("2026-01-01")).error,
            EvaluationError::wrong_kind);
  EXPECT_EQ(outcome_of(field("day") == "2026-01-01", "day", 5).error, EvaluationError::wrong_kind);
}

TEST(Evaluate, ErrorsNameTheCriterionAndEndTheEvaluation) {
  const Expression second = field("whole") == 1 && field("text") > 5;
  const Schema schema = all_types();
  std::vector<Value> record(schema.size());
  record[*schema.find("text")] = "x";
  const Predicate predicate = bind(second, schema).value();
  EXPECT_EQ(predicate.evaluate(row_of(record), Context(kNow)).state, Outcome::no_match);
  record[*schema.find("whole")] = 1;
  EXPECT_EQ(predicate.evaluate(row_of(record), Context(kNow)),
            (Outcome{Outcome::evaluation_error, EvaluationError::not_a_number, 1}));
}

TEST(Evaluate, CaseFoldsBeyondAscii) {
  EXPECT_EQ(outcome_of(field("text") == "Z\xC3\x9CRICH", "text", "z\xC3\xBCrich").state,
            Outcome::match);
  EXPECT_EQ(outcome_of(field("text") == "Stra\xC3\x9F"
                                        "e",
                       "text", "STRASSE")
                .state,
            Outcome::match);
  EXPECT_EQ(outcome_of(field("text").contains("\xC3\xA4R"), "text", "L\xC3\x84RM").state,
            Outcome::match);
}

TEST(Evaluate, DecimalsAreExact) {
  EXPECT_EQ(outcome_of(field("exact") == 0.1, "exact", decimal("0.1")).state, Outcome::match);
  EXPECT_EQ(outcome_of(field("exact") == "0.30", "exact", decimal("0.3")).state, Outcome::match);
  EXPECT_EQ(
      outcome_of(field("exact") > "9007199254740992", "exact", decimal("9007199254740993")).state,
      Outcome::match);
  EXPECT_EQ(outcome_of(field("whole") > 9007199254740992, "whole", 9007199254740993).state,
            Outcome::match);
  EXPECT_EQ(outcome_of(field("ratio") == 0.1 + 0.2, "ratio", 0.1 + 0.2).state, Outcome::match);
  EXPECT_EQ(outcome_of(field("ratio") == 0.3, "ratio", 0.1 + 0.2).state, Outcome::no_match);
}

TEST(Evaluate, DatesOfInstantsAreLocalDays) {
  const Schema schema = all_types();
  std::vector<Value> record(schema.size());
  record[*schema.find("moment")] = *parse_instant("2024-02-29T23:30:00Z");
  const auto state = [&](const Expression& expression, const Zone& zone) {
    return bind(expression, schema).value().evaluate(row_of(record), Context(kNow, zone)).state;
  };
  EXPECT_EQ(state(field("moment") == "2024-02-29", Zone()), Outcome::match);
  EXPECT_EQ(state(field("moment") == "2024-02-29", plus_one()), Outcome::no_match);
  EXPECT_EQ(state(field("moment") > "2024-02-29", plus_one()), Outcome::match);
  EXPECT_EQ(state(field("moment") <= "2024-03-01", plus_one()), Outcome::match);
  EXPECT_EQ(state(field("moment").during(Operator::tomorrow), plus_one()), Outcome::match);
  EXPECT_EQ(state(field("moment").today(), Zone()), Outcome::match);
}

}  // namespace
}  // namespace galena::criteria::test
