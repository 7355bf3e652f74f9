// De-duplication of a list whose records all have one company and one web domain, beside the list
// that it was made from.
#include <benchmark/benchmark.h>

#include "galena/match/deduplicate.hpp"
#include "support/mega_block.hpp"
#include "support/pairwise.hpp"

namespace {

using namespace galena;

void deduplicate_block(benchmark::State& state, bool one_company) {
  const auto list = test::block_list(static_cast<std::size_t>(state.range(0)), one_company);
  for (auto _ : state) {
    const auto found = match::deduplicate(list.table, {.fields = list.fields, .threads = 2});
    state.PauseTiming();
    const test::Pairwise result = test::pairwise(found->clusters(), list.truth);
    state.counters["recall"] = result.recall();
    state.counters["precision"] = result.precision();
    state.counters["refined"] = static_cast<double>(found->report().refined_blocks);
    state.counters["pairs"] = static_cast<double>(found->report().pairs_compared);
    state.ResumeTiming();
  }
}
void many_companies(benchmark::State& state) { deduplicate_block(state, false); }
void one_company(benchmark::State& state) { deduplicate_block(state, true); }
BENCHMARK(many_companies)->Arg(100000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(one_company)->Arg(100000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
