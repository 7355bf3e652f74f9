#include "galena/criteria/filter.hpp"

#include "galena/criteria/bind.hpp"
#include "galena/criteria/row_reader.hpp"

namespace galena::criteria {

Filtered filter(const Table& table, const Predicate& predicate, const Context& context) {
  Filtered result;
  result.matches.resize(table.rows());
  RowReader reader(predicate.schema().size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    reader.reset(table.row(row));
    const Outcome outcome = predicate.evaluate(reader, context);
    result.matches[row] = outcome.state == Outcome::match ? 1 : 0;
    if (outcome.state == Outcome::evaluation_error) {
      result.errors.push_back({row, outcome.criterion, outcome.error});
    }
  }
  return result;
}

Result<Filtered> filter(const Table& table, const Expression& expression, const Context& context) {
  const Result<Predicate> predicate = bind(expression, schema_of(table));
  if (!predicate) return predicate.problems();
  return filter(table, *predicate, context);
}

}  // namespace galena::criteria
