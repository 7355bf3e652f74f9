// What is measured on both sides: all pairs of some queries and some names, by one kernel in one
// form. Each returns a sum over the results, so that none is left out and both can be compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace peer_benchmark {

struct Names {
  std::vector<std::string> queries;
  std::vector<std::string> names;
};

/// One side's kernel: making it is not timed, run() is.
class Kernel {
 public:
  virtual ~Kernel() = default;
  virtual double run() = 0;
};

using MakeKernel = std::unique_ptr<Kernel> (*)(const Names&);

/// The kernel of a measure (levenshtein, jaro_winkler, ...) in a form: one-shot, cut-off, cached,
/// batched (both sides prepared), listed (the names are prepared in the time measured).
MakeKernel galena_kernel(std::string_view measure, std::string_view form);
MakeKernel rapidfuzz_kernel(std::string_view measure, std::string_view form);

template <class Run>
class KernelOf final : public Kernel {
 public:
  explicit KernelOf(Run run) : run_(std::move(run)) {}
  double run() override { return run_(); }

 private:
  Run run_;
};

template <class Run>
std::unique_ptr<Kernel> make_kernel(Run run) {
  return std::make_unique<KernelOf<Run>>(std::move(run));
}

/// The sum of the first results, in several strands so that adding costs next to nothing: a batch
/// takes a nanosecond or two a pair.
template <class Results>
double sum_of(const Results& results, std::size_t count) {
  using Sum =
      std::conditional_t<std::is_integral_v<typename Results::value_type>, std::uint64_t, double>;
  Sum strands[8] = {};
  const std::size_t whole = count / 8 * 8;
  for (std::size_t i = 0; i < whole; i += 8) {
    for (std::size_t strand = 0; strand < 8; ++strand) strands[strand] += results[i + strand];
  }
  for (std::size_t i = whole; i < count; ++i) strands[0] += results[i];
  Sum sum = 0;
  for (const Sum strand : strands) sum += strand;
  return static_cast<double>(sum);
}

/// Calls `compare(query, name)` for all pairs.
template <class Compare>
std::unique_ptr<Kernel> one_shot(const Names& names, Compare compare) {
  return make_kernel([&names, compare] {
    double sum = 0;
    for (const std::string& query : names.queries) {
      for (const std::string& name : names.names) sum += static_cast<double>(compare(query, name));
    }
    return sum;
  });
}

}  // namespace peer_benchmark
