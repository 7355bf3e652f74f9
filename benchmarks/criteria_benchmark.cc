// Conditions on rows of a table: one predicate, by operator, and a filter over a whole table.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "galena/criteria/bind.hpp"
#include "galena/criteria/builder.hpp"
#include "galena/criteria/filter.hpp"
#include "galena/criteria/json.hpp"

namespace galena::criteria {
namespace {

constexpr std::size_t kRows = 10000;
const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

/// A lead list with repeating values, a few blanks, and a text that differs in every row.
const Table& leads() {
  static const Table kTable = [] {
    ColumnBuilder country("country", ColumnType::text);
    ColumnBuilder company("company", ColumnType::text);
    ColumnBuilder employees("employees", ColumnType::integer);
    ColumnBuilder created("created", ColumnType::instant);
    const char* countries[] = {"DE", "AT", "CH", "FR", "PL", "US", ""};
    std::uint32_t state = 1;
    for (std::size_t row = 0; row < kRows; ++row) {
      state = state * 1664525U + 1013904223U;
      country.append_text(countries[(state >> 24) % 7]);
      company.append_text("M\xC3\xBCller & S\xC3\xB6hne Nr. " + std::to_string(state % 5000));
      (state >> 16) % 5 == 0 ? employees.append_null() : employees.append_integer(state % 2000);
      created.append_integer(micros_of(kNow) - std::int64_t{state % 90} * 86400 * 1000000);
    }
    return Table::make({country.finish(), company.finish(), employees.finish(), created.finish()})
        .value();
  }();
  return kTable;
}

void run(benchmark::State& state, const Expression& expression) {
  const Predicate predicate = bind(expression, schema_of(leads())).value();
  const Context context(kNow);
  for (auto _ : state) {
    benchmark::DoNotOptimize(filter(leads(), predicate, context));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kRows));
}

void Equals(benchmark::State& state) { run(state, field("country") == "de"); }
void In(benchmark::State& state) { run(state, field("country").in({"DE", "AT", "CH", "FR"})); }
void GreaterOrEqual(benchmark::State& state) { run(state, field("employees") >= 500); }
void Contains(benchmark::State& state) { run(state, field("company").contains("S\xC3\x96HNE")); }
void LastDays(benchmark::State& state) { run(state, field("created").last_n_days(30)); }
void Tree(benchmark::State& state) {
  run(state, field("country").in({"DE", "AT"}) &&
                 (field("employees") >= 500 || !field("company").contains("nr. 1")));
}
BENCHMARK(Equals);
BENCHMARK(In);
BENCHMARK(GreaterOrEqual);
BENCHMARK(Contains);
BENCHMARK(LastDays);
BENCHMARK(Tree);

void ParseAndBind(benchmark::State& state) {
  const Schema schema = schema_of(leads());
  for (auto _ : state) {
    const auto expression = parse_expression(
        R"x({"criteria":[{"field":"country","op":"in","value":["DE","AT","CH"]},
            {"field":"employees","op":"greater_or_equal","value":500},
            {"field":"created","op":"last_n_days","value":30}],"logic":"1 AND (2 OR 3)"})x");
    benchmark::DoNotOptimize(bind(*expression, schema));
  }
}
BENCHMARK(ParseAndBind);

}  // namespace
}  // namespace galena::criteria
