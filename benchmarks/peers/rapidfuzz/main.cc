// galena_peer_rapidfuzz [<measure> <form> galena|rapidfuzz <rounds>]
//
// Without arguments: nanoseconds a pair of both sides, in turns, the best of many runs, and whether
// the sums of all results agree. With arguments: that kernel alone, for counting instructions, as
// `measure` does.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "galena/match/normalise.hpp"
#include "generator/leadgen.hpp"
#include "kernels.hpp"

namespace {

using namespace peer_benchmark;

constexpr std::size_t kNames = 1024;
constexpr std::size_t kQueries = 128;

/// Full names of 5 to 16 characters, folded: the peer's vector classes are made for a largest size,
/// and 16 is the one that suits it best here.
Names make_names(std::size_t queries) {
  const std::vector<std::string_view> wanted = {"first_name", "last_name"};
  const auto columns =
      galena::examples::make_lead_columns({.rows = 20000, .seed = 7}, wanted).columns;
  Names names;
  for (std::size_t row = 0; row < columns[0].size() && names.names.size() < kNames; ++row) {
    const std::string name =
        galena::match::fold(std::string(columns[0][row]) + ' ' + std::string(columns[1][row]));
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c >= 0; });
    if (!ascii || name.size() < 5 || name.size() > 16) continue;
    (names.queries.size() < queries ? names.queries : names.names).push_back(name);
  }
  return names;
}

double time_once(Kernel& kernel, double& sum) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  sum = kernel.run();
  return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

struct Measure {
  const char* name;
  const char* form;
};
constexpr Measure kMeasures[] = {{"levenshtein", "one-shot"},
                                 {"levenshtein", "cut-off 2"},
                                 {"levenshtein", "cached"},
                                 {"levenshtein", "batched"},
                                 {"levenshtein", "listed"},
                                 {"osa", "one-shot"},
                                 {"osa", "cached"},
                                 {"osa", "batched"},
                                 {"indel", "one-shot"},
                                 {"indel", "cached"},
                                 {"indel", "batched"},
                                 {"jaro_winkler", "one-shot"},
                                 {"jaro_winkler", "cut-off 0.9"},
                                 {"jaro_winkler", "cached"},
                                 {"jaro_winkler", "batched"},
                                 {"jaro_winkler", "listed"},
                                 {"damerau", "one-shot"}};

int measure_all() {
  const Names names = make_names(kQueries);
  double characters = 0;
  for (const std::string& name : names.names) characters += static_cast<double>(name.size());
  std::printf("# %zu queries, %zu names of %.1f characters on average; ns a pair\n",
              names.queries.size(), names.names.size(),
              characters / static_cast<double>(names.names.size()));
  std::printf("%-14s %-12s %8s %10s %7s %s\n", "measure", "form", "galena", "rapidfuzz", "ratio",
              "results");
  const auto pairs = static_cast<double>(names.queries.size() * names.names.size());
  bool agree = true;
  for (const Measure& measure : kMeasures) {
    const auto ours = galena_kernel(measure.name, measure.form)(names);
    const auto peer = rapidfuzz_kernel(measure.name, measure.form)(names);
    double best[2] = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    double sums[2] = {};
    for (int round = 0; round < 25; ++round) {
      best[0] = std::min(best[0], time_once(*ours, sums[0]));
      best[1] = std::min(best[1], time_once(*peer, sums[1]));
    }
    const bool same = std::fabs(sums[0] - sums[1]) <= 1e-9 * std::fabs(sums[1]);
    agree = agree && same;
    std::printf("%-14s %-12s %8.2f %10.2f %7.2f %s\n", measure.name, measure.form, best[0] / pairs,
                best[1] / pairs, best[0] / best[1], same ? "equal" : "DIFFER");
  }
  return agree ? 0 : 1;
}

int run_alone(char** arguments) {
  const Names names = make_names(4);
  const int rounds = std::atoi(arguments[4]);
  const bool ours = std::strcmp(arguments[3], "galena") == 0;
  const MakeKernel make = ours ? galena_kernel(arguments[1], arguments[2])
                               : rapidfuzz_kernel(arguments[1], arguments[2]);
  if (make == nullptr) return 2;
  const auto kernel = make(names);
  double sum = 0;
  for (int round = 0; round < rounds; ++round) sum += kernel->run();
  std::printf("%zu pairs a round, sum %g\n", names.queries.size() * names.names.size(), sum);
  return 0;
}

}  // namespace

int main(int count, char** arguments) { return count == 5 ? run_alone(arguments) : measure_all(); }
