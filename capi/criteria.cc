// Criteria of the C API.
#include <algorithm>
#include <vector>

#include "galena/criteria/bind.hpp"
#include "galena/criteria/json.hpp"
#include "galena/criteria/predicate.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;
using galena::criteria::Outcome;

struct galena_expression {
  galena::criteria::Predicate predicate;
  std::string json;
};

namespace {

/// Whether an outcome is a match; an evaluation that failed is refused, naming the criterion.
bool matched_or_refuse(const Outcome& outcome, const galena_expression& expression,
                       const std::string& where) {
  if (outcome.state != Outcome::evaluation_error) return outcome.state == Outcome::match;
  const auto& criterion = expression.predicate.expression().criteria()[outcome.criterion];
  throw Refused{galena::Problem{
      galena::Code::denied_by_rule, "evaluation_error",
      "/criteria/" + std::to_string(outcome.criterion),
      "the criterion on '" + criterion.field + "' cannot be evaluated" + where + ": " +
          std::string(galena::criteria::evaluation_error_name(outcome.error)),
      "give the field a value of its type"}};
}

}  // namespace

extern "C" {

galena_status galena_expression_parse(const char* json, size_t json_size,
                                      const galena_schema* schema, galena_expression** expression,
                                      galena_error** error) noexcept {
  clear(expression);
  return guarded(error, [&] {
    const auto parsed = take(galena::criteria::parse_expression(text(json, json_size, "json")));
    need(expression, "expression");
    *expression = new galena_expression{
        take(galena::criteria::bind(parsed, need(schema, "schema").schema)), parsed.to_json()};
  });
}

const char* galena_expression_json(const galena_expression* expression) noexcept {
  return expression == nullptr ? "" : expression->json.c_str();
}

galena_status galena_expression_evaluate(const galena_expression* expression,
                                         const galena_record* record, int64_t now,
                                         int32_t* matched, galena_error** error) noexcept {
  if (matched != nullptr) *matched = 0;
  return guarded(error, [&] {
    const auto& bound = need(expression, "expression");
    const galena::Record& source = need(record, "record").record;
    need_schema(source.schema(), bound.predicate.schema(), "record");
    const galena::criteria::Context context(galena::instant_from_micros(now));
    const Outcome outcome = bound.predicate.evaluate(galena::row_of(source), context);
    need(matched, "matched") = matched_or_refuse(outcome, bound, "") ? 1 : 0;
  });
}

galena_status galena_expression_filter(const galena_expression* expression,
                                       const galena_table* table, int64_t now, uint8_t* matched,
                                       size_t matched_size, galena_error** error) noexcept {
  return guarded(error, [&] {
    const auto& bound = need(expression, "expression");
    const galena::Table& source = need(table, "table").table;
    need_columns(source, bound.predicate.schema());
    if (matched_size != source.rows()) {
      refuse_argument("wrong_size", "matched_size",
                      "matched has room for " + std::to_string(matched_size) + " rows, the table has " +
                          std::to_string(source.rows()));
    }
    if (matched_size > 0) need(matched, "matched");
    const galena::criteria::Context context(galena::instant_from_micros(now));
    galena::criteria::RowReader reader(bound.predicate.schema().size());
    std::fill_n(matched, matched_size, std::uint8_t{0});
    std::vector<std::uint8_t> answers(matched_size);  // the caller's array gets all of them or none
    for (std::size_t row = 0; row < source.rows(); ++row) {
      reader.reset(source.row(row));
      const Outcome outcome = bound.predicate.evaluate(reader, context);
      answers[row] = matched_or_refuse(outcome, bound, " in row " + std::to_string(row)) ? 1 : 0;
    }
    std::copy(answers.begin(), answers.end(), matched);
  });
}

void galena_expression_free(galena_expression* expression) noexcept { delete expression; }

}  // extern "C"
