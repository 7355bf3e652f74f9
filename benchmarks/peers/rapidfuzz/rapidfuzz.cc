// The peer's side. This file alone is compiled with -mavx2, so that its vector classes (in its
// namespace experimental) are at their best.
#include <rapidfuzz/distance.hpp>
#include <utility>

#include "kernels.hpp"

namespace peer_benchmark {

namespace {

namespace rf = rapidfuzz;

template <class Query, class Compare>
std::unique_ptr<Kernel> cached(const Names& names, Compare compare) {
  return make_kernel([&names, compare] {
    double sum = 0;
    for (const std::string& text : names.queries) {
      const Query query(text);
      for (const std::string& name : names.names) sum += static_cast<double>(compare(query, name));
    }
    return sum;
  });
}

/// The names are the prepared side, as its interface has it.
template <class Multi, class Result, class Compare>
std::unique_ptr<Kernel> batched(const Names& names, Compare compare) {
  auto prepared = std::make_shared<Multi>(names.names.size());
  for (const std::string& name : names.names) prepared->insert(name);
  return make_kernel(
      [&names, compare, prepared, found = std::vector<Result>(prepared->result_count())]() mutable {
        double sum = 0;
        for (const std::string& text : names.queries) {
          compare(*prepared, found, text);
          sum += sum_of(found, names.names.size());
        }
        return sum;
      });
}

constexpr auto kDistance = [](const auto& query, const auto& text) { return query.distance(text); };
constexpr auto kSimilarity = [](const auto& query, const auto& text) {
  return query.similarity(text);
};
constexpr auto kDistances = [](const auto& multi, auto& found, const auto& text) {
  multi.distance(found.data(), found.size(), text);
};
constexpr auto kSimilarities = [](const auto& multi, auto& found, const auto& text) {
  multi.similarity(found.data(), found.size(), text);
};

struct Entry {
  std::string_view measure;
  std::string_view form;
  MakeKernel make;
};

const Entry kEntries[] = {
    {"levenshtein", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return rf::levenshtein_distance(a, b); });
     }},
    {"osa", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return rf::osa_distance(a, b); });
     }},
    {"indel", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return rf::indel_distance(a, b); });
     }},
    {"jaro_winkler", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return rf::jaro_winkler_similarity(a, b); });
     }},
    {"damerau", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) {
         return rf::experimental::damerau_levenshtein_distance(a, b);
       });
     }},
    {"levenshtein", "cut-off 2",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) {
         return rf::levenshtein_distance(a, b, {1, 1, 1}, 2);
       });
     }},
    {"jaro_winkler", "cut-off 0.9",
     [](const Names& n) {
       return one_shot(
           n, [](auto& a, auto& b) { return rf::jaro_winkler_similarity(a, b, 0.1, 0.9); });
     }},
    {"levenshtein", "cached",
     [](const Names& n) { return cached<rf::CachedLevenshtein<char>>(n, kDistance); }},
    {"osa", "cached", [](const Names& n) { return cached<rf::CachedOSA<char>>(n, kDistance); }},
    {"indel", "cached", [](const Names& n) { return cached<rf::CachedIndel<char>>(n, kDistance); }},
    {"jaro_winkler", "cached",
     [](const Names& n) { return cached<rf::CachedJaroWinkler<char>>(n, kSimilarity); }},
    {"levenshtein", "batched",
     [](const Names& n) {
       return batched<rf::experimental::MultiLevenshtein<16>, std::size_t>(n, kDistances);
     }},
    {"osa", "batched",
     [](const Names& n) {
       return batched<rf::experimental::MultiOSA<16>, std::size_t>(n, kDistances);
     }},
    {"indel", "batched",
     [](const Names& n) {
       return batched<rf::experimental::MultiIndel<16>, std::size_t>(n, kDistances);
     }},
    {"jaro_winkler", "batched",
     [](const Names& n) {
       return batched<rf::experimental::MultiJaroWinkler<16>, double>(n, kSimilarities);
     }},
};

}  // namespace

MakeKernel rapidfuzz_kernel(std::string_view measure, std::string_view form) {
  if (form == "listed") form = "cached";  // what it has for names that were not prepared
  for (const Entry& entry : kEntries) {
    if (entry.measure == measure && entry.form == form) return entry.make;
  }
  return nullptr;
}

}  // namespace peer_benchmark
