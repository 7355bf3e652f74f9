// Similarities of texts in the C API.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "detail/json_reader.hpp"
#include "galena/match/measure.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;
namespace match = galena::match;

namespace {

/// The options of the library; the weights are views of `kept`.
struct Options {
  std::vector<std::pair<std::string, double>> kept;
  std::vector<match::WeightedToken> weights;
  match::MeasureOptions options;
};

std::vector<std::pair<std::string, double>> weights_of(std::string_view json) {
  if (json.empty()) return {};
  return take(galena::detail::read_json(json, [](const galena::detail::JsonNode& root) {
    std::vector<std::pair<std::string, double>> read;
    for (const auto& [word, node] : root.members()) read.emplace_back(word, node.number());
    return read;
  }));
}

Options measure_options(const galena_similarity_options* given) {
  const galena_similarity_options from = options_of(given);
  Options made;
  made.kept = weights_of(text(from.weights, from.weights_size, "weights"));
  for (const auto& [word, weight] : made.kept) made.weights.push_back({word, weight});
  made.options = {from.cutoff, from.size, from.days, made.weights};
  return made;
}

}  // namespace

extern "C" {

galena_status galena_similarity(const char* measure, size_t measure_size, const char* a,
                                size_t a_size, const char* b, size_t b_size,
                                const galena_similarity_options* options, double* similarity,
                                galena_error** error) noexcept {
  if (similarity != nullptr) *similarity = 0;
  return guarded(error, [&] {
    const match::Measure known = take(match::measure_from(text(measure, measure_size, "measure")));
    double& place = need(similarity, "similarity");
    const Options given = measure_options(options);
    place =
        take(match::similarity(known, text(a, a_size, "a"), text(b, b_size, "b"), given.options));
  });
}

galena_status galena_similarities(const char* measure, size_t measure_size, const char* query,
                                  size_t query_size, const galena_table* table, const char* column,
                                  size_t column_size, const galena_similarity_options* options,
                                  galena_table** similarities, galena_error** error) noexcept {
  clear(similarities);
  return guarded(error, [&] {
    const match::Measure known = take(match::measure_from(text(measure, measure_size, "measure")));
    const std::string_view given = text(query, query_size, "text");
    const galena::Table& source = need(table, "table").table;
    const std::string name(text(column, column_size, "column"));
    const auto number = source.find(name);
    if (!number) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_column", name,
                                    "the table has no column '" + name + "'", ""}};
    }
    need(similarities, "similarities");
    const Options more = measure_options(options);
    std::vector<galena::Column> columns = {
        take(match::similarities(known, given, source[*number], more.options))};
    *similarities = new galena_table{take(galena::Table::make(std::move(columns))), {}};
  });
}

galena_status galena_double_metaphone(const char* word, size_t word_size, size_t size,
                                      galena_buffer** primary, galena_buffer** alternate,
                                      galena_error** error) noexcept {
  constexpr size_t kUsualSize = 4;
  clear(primary);
  clear(alternate);
  return guarded(error, [&] {
    need(primary, "primary");
    need(alternate, "alternate");
    match::MetaphoneCodes codes =
        match::double_metaphone(text(word, word_size, "word"), size == 0 ? kUsualSize : size);
    auto first = std::make_unique<galena_buffer>(galena_buffer{std::move(codes.primary)});
    *alternate = new galena_buffer{std::move(codes.alternate)};
    *primary = first.release();
  });
}

}  // extern "C"
