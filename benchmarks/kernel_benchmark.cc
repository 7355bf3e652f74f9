// The string kernels by themselves: one text with another, one prepared text with many, with and
// without cut-offs, and the vector kernels of every instruction set that the machine has.
// peers/rapidfuzz puts them beside another library.
#include <benchmark/benchmark.h>

#include <functional>
#include <string>
#include <vector>

#include "galena/match/normalise.hpp"
#include "galena/match/similarity.hpp"
#include "galena/match/similarity_query.hpp"
#include "generator/leadgen.hpp"
#include "match/kernels/packed.hpp"

namespace {

using namespace galena::match;

const std::vector<std::string>& names() {
  static const std::vector<std::string> kNames = [] {
    const std::vector<std::string_view> wanted = {"first_name", "last_name"};
    const auto columns =
        galena::examples::make_lead_columns({.rows = 4096, .seed = 3}, wanted).columns;
    std::vector<std::string> list;
    for (std::size_t row = 0; row < columns[0].size(); ++row) {
      list.push_back(fold(std::string(columns[0][row]) + ' ' + std::string(columns[1][row])));
    }
    return list;
  }();
  return kNames;
}

std::vector<std::string_view> name_views() { return {names().begin(), names().end()}; }

template <class Compare>
void one_shot(benchmark::State& state, Compare compare) {
  const auto& list = names();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(compare(list[i % list.size()], list[(i * 7 + 1) % list.size()]));
    ++i;
  }
}

template <class Compare>
void cached(benchmark::State& state, Compare compare) {
  const auto& list = names();
  const SimilarityQuery query(list[0]);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(compare(query, list[++i % list.size()]));
}

/// A whole list at a time; the time shown is that of the list.
template <class Result, class Texts, class Compare>
void batched(benchmark::State& state, const Texts& texts, Compare compare) {
  std::vector<Result> found(names().size());
  std::size_t i = 0;
  for (auto _ : state) {
    const std::string_view text = names()[++i % names().size()];
    compare(text, texts, std::span<Result>(found));
    benchmark::DoNotOptimize(found.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(found.size()));
}

#define GALENA_KERNEL(name, form, ...) \
  BENCHMARK_CAPTURE(form, name, [](const auto& a, const auto& b) { return __VA_ARGS__; })

GALENA_KERNEL(levenshtein, one_shot, levenshtein(a, b));
GALENA_KERNEL(levenshtein_within_1, one_shot, levenshtein(a, b, 1));
GALENA_KERNEL(levenshtein_within_2, one_shot, levenshtein(a, b, 2));
GALENA_KERNEL(levenshtein_within_3, one_shot, levenshtein(a, b, 3));
GALENA_KERNEL(osa, one_shot, osa(a, b));
GALENA_KERNEL(osa_within_2, one_shot, osa(a, b, 2));
GALENA_KERNEL(damerau_levenshtein, one_shot, damerau_levenshtein(a, b));
GALENA_KERNEL(indel, one_shot, indel(a, b));
GALENA_KERNEL(jaro_winkler, one_shot, jaro_winkler(a, b));
GALENA_KERNEL(jaro_winkler_from_0_9, one_shot, jaro_winkler(a, b, 0.1, 0.9));
GALENA_KERNEL(ngram_jaccard, one_shot, ngram_jaccard(a, b, 2));
GALENA_KERNEL(token_set_similarity, one_shot, token_set_similarity(a, b));
GALENA_KERNEL(levenshtein, cached, a.levenshtein(b));
GALENA_KERNEL(osa, cached, a.osa(b));
GALENA_KERNEL(indel, cached, a.indel(b));
GALENA_KERNEL(jaro_winkler, cached, a.jaro_winkler(b));

const std::vector<std::string_view>& views() {
  static const std::vector<std::string_view> kViews = name_views();
  return kViews;
}

void packed_levenshtein(benchmark::State& state, const kernels::LaneKernels& lanes) {
  const kernels::PackedState packed(views());
  batched<std::uint32_t>(state, packed, [&](auto text, const auto& texts, auto out) {
    distances(kernels::QueryState(text), texts, kernels::EditKind::levenshtein, kNoLimit, out,
              lanes);
  });
}
void packed_jaro_winkler(benchmark::State& state, const kernels::LaneKernels& lanes) {
  const kernels::PackedState packed(views());
  batched<double>(state, packed, [&](auto text, const auto& texts, auto out) {
    similarities(kernels::QueryState(text), texts, 0.1, 0, out, lanes);
  });
}
void listed_jaro_winkler(benchmark::State& state, const kernels::LaneKernels& lanes) {
  const std::span<const std::string_view> list(views());
  batched<double>(state, list, [&](auto text, const auto& texts, auto out) {
    similarities(kernels::QueryState(text), texts, 0.1, 0, out, lanes);
  });
}

/// The batches by each set of instructions. Runs before main(): only names are made here.
void register_batches() {
  for (const kernels::LaneKernels& lanes : kernels::all_lane_kernels()) {
    if (!lanes.supported()) continue;
    const auto add = [&](const std::string& name, auto run) {
      benchmark::RegisterBenchmark((name + "/" + std::string(lanes.name)).c_str(), run,
                                   std::ref(lanes));
    };
    add("packed_levenshtein", packed_levenshtein);
    add("packed_jaro_winkler", packed_jaro_winkler);
    add("listed_jaro_winkler", listed_jaro_winkler);
  }
}

const bool kRegistered = (register_batches(), true);

}  // namespace
