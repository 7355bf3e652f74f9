// Galena's side, by the public interface alone.
#include <utility>

#include "galena/match/similarity.hpp"
#include "galena/match/similarity_query.hpp"
#include "kernels.hpp"

namespace peer_benchmark {

namespace {

using namespace galena::match;

template <class Compare>
std::unique_ptr<Kernel> cached(const Names& names, Compare compare) {
  return make_kernel([&names, compare] {
    double sum = 0;
    for (const std::string& text : names.queries) {
      const SimilarityQuery query(text);
      for (const std::string& name : names.names) sum += static_cast<double>(compare(query, name));
    }
    return sum;
  });
}

std::vector<std::string_view> views(const Names& names) {
  return {names.names.begin(), names.names.end()};
}

template <class Result, class Compare>
std::unique_ptr<Kernel> batched(const Names& names, Compare compare) {
  return make_kernel([&names, compare, packed = PackedTexts(views(names)),
                      found = std::vector<Result>(names.names.size())]() mutable {
    double sum = 0;
    for (const std::string& text : names.queries) {
      compare(SimilarityQuery(text), packed, std::span<Result>(found));
      sum += sum_of(found, names.names.size());
    }
    return sum;
  });
}

template <class Result, class Compare>
std::unique_ptr<Kernel> listed(const Names& names, Compare compare) {
  return make_kernel([&names, compare, list = views(names),
                      found = std::vector<Result>(names.names.size())]() mutable {
    double sum = 0;
    for (const std::string& text : names.queries) {
      compare(SimilarityQuery(text), std::span<const std::string_view>(list),
              std::span<Result>(found));
      sum += sum_of(found, names.names.size());
    }
    return sum;
  });
}

constexpr auto kLevenshtein = [](const auto& query, const auto& text, auto... out) {
  return query.levenshtein(text, out...);
};
constexpr auto kOsa = [](const auto& query, const auto& text, auto... out) {
  return query.osa(text, out...);
};
constexpr auto kIndel = [](const auto& query, const auto& text, auto... out) {
  return query.indel(text, out...);
};
constexpr auto kJaro = [](const auto& query, const auto& text, auto... out) {
  return query.jaro_winkler(text, out...);
};

struct Entry {
  std::string_view measure;
  std::string_view form;
  MakeKernel make;
};

const Entry kEntries[] = {
    {"levenshtein", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return levenshtein(a, b); });
     }},
    {"osa", "one-shot",
     [](const Names& n) { return one_shot(n, [](auto& a, auto& b) { return osa(a, b); }); }},
    {"indel", "one-shot",
     [](const Names& n) { return one_shot(n, [](auto& a, auto& b) { return indel(a, b); }); }},
    {"jaro_winkler", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return jaro_winkler(a, b); });
     }},
    {"damerau", "one-shot",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return damerau_levenshtein(a, b); });
     }},
    {"levenshtein", "cut-off 2",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return levenshtein(a, b, 2); });
     }},
    {"jaro_winkler", "cut-off 0.9",
     [](const Names& n) {
       return one_shot(n, [](auto& a, auto& b) { return jaro_winkler(a, b, 0.1, 0.9); });
     }},
    {"levenshtein", "cached", [](const Names& n) { return cached(n, kLevenshtein); }},
    {"osa", "cached", [](const Names& n) { return cached(n, kOsa); }},
    {"indel", "cached", [](const Names& n) { return cached(n, kIndel); }},
    {"jaro_winkler", "cached", [](const Names& n) { return cached(n, kJaro); }},
    {"levenshtein", "batched",
     [](const Names& n) { return batched<std::uint32_t>(n, kLevenshtein); }},
    {"osa", "batched", [](const Names& n) { return batched<std::uint32_t>(n, kOsa); }},
    {"indel", "batched", [](const Names& n) { return batched<std::uint32_t>(n, kIndel); }},
    {"jaro_winkler", "batched", [](const Names& n) { return batched<double>(n, kJaro); }},
    {"levenshtein", "listed",
     [](const Names& n) { return listed<std::uint32_t>(n, kLevenshtein); }},
    {"jaro_winkler", "listed", [](const Names& n) { return listed<double>(n, kJaro); }},
};

}  // namespace

MakeKernel galena_kernel(std::string_view measure, std::string_view form) {
  for (const Entry& entry : kEntries) {
    if (entry.measure == measure && entry.form == form) return entry.make;
  }
  return nullptr;
}

}  // namespace peer_benchmark
