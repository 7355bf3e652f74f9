// Match: string kernels, the live index, de-duplication of generated leads with seven fields.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "galena/match/match.hpp"
#include "generator/leadgen.hpp"
#include "support/generated_leads.hpp"

namespace {

using namespace galena;
using namespace galena::match;

const std::vector<std::string>& names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> list;
    const auto columns = examples::make_lead_columns({.rows = 2000, .seed = 1},
                                                     std::vector<std::string_view>{"last_name"});
    for (std::size_t i = 0; i < columns.columns[0].size(); ++i)
      list.push_back(fold(columns.columns[0][i]));
    return list;
  }();
  return kNames;
}

template <class Kernel>
void run_kernel(benchmark::State& state, Kernel kernel) {
  const auto& list = names();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(kernel(list[i % list.size()], list[(i * 7 + 1) % list.size()]));
    ++i;
  }
}
void levenshtein_names(benchmark::State& state) {
  run_kernel(state, [](const auto& a, const auto& b) { return levenshtein(a, b); });
}
void osa_names(benchmark::State& state) {
  run_kernel(state, [](const auto& a, const auto& b) { return osa(a, b); });
}
void jaro_winkler_names(benchmark::State& state) {
  run_kernel(state, [](const auto& a, const auto& b) { return jaro_winkler(a, b); });
}
void double_metaphone_names(benchmark::State& state) {
  run_kernel(state, [](const auto& a, const auto&) { return double_metaphone(a).primary.size(); });
}
BENCHMARK(levenshtein_names);
BENCHMARK(osa_names);
BENCHMARK(jaro_winkler_names);
BENCHMARK(double_metaphone_names);

const Fields kFields = galena::test::lead_fields();

Table leads(std::uint64_t rows) {
  std::vector<std::string_view> wanted;
  for (const galena::match::Field& field : kFields) wanted.push_back(field.column);
  const auto generated = examples::make_lead_columns({.rows = rows, .seed = 2}, wanted);
  std::vector<Column> columns;
  for (const auto& source : generated.columns) {
    ColumnBuilder builder(source.name, ColumnType::text);
    builder.reserve(source.size());
    for (std::size_t row = 0; row < source.size(); ++row) {
      source[row].empty() ? builder.append_null() : builder.append_text(source[row]);
    }
    columns.push_back(builder.finish());
  }
  return Table::make(std::move(columns)).value();
}

void deduplicate_leads(benchmark::State& state) {
  const Table table = leads(static_cast<std::uint64_t>(state.range(0)));
  for (auto _ : state) {
    const auto found = deduplicate(table, {.fields = kFields, .threads = 2});
    state.counters["pairs"] = static_cast<double>(found->report().pairs_compared);
    state.counters["duplicates"] = static_cast<double>(found->report().duplicates);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(deduplicate_leads)
    ->Arg(100000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseRealTime();

void index_add(benchmark::State& state) {
  const Table table = leads(100000);
  for (auto _ : state) {
    Index index(Model::preset(Preset::lead), kFields);
    benchmark::DoNotOptimize(index.add_all(table).ok());
  }
  state.SetItemsProcessed(state.iterations() * 100000);
}
BENCHMARK(index_add)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void index_find(benchmark::State& state) {
  const Table table = leads(100000);
  Index index(Model::preset(Preset::lead), kFields);
  benchmark::DoNotOptimize(index.add_all(table).ok());
  std::size_t row = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(index.find(table.row(row), 10)->size());
    row = (row + 7919) % table.rows();
  }
}
BENCHMARK(index_find)->Unit(benchmark::kMicrosecond);

}  // namespace
