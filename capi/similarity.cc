// Similarities of texts in the C API.
#include <string>
#include <vector>

#include "galena/match/measure.hpp"
#include "guard.hpp"
#include "handles.hpp"

using namespace galena::capi;
namespace match = galena::match;

extern "C" {

galena_status galena_similarity(const char* measure, size_t measure_size, const char* a,
                                size_t a_size, const char* b, size_t b_size, double* similarity,
                                galena_error** error) noexcept {
  if (similarity != nullptr) *similarity = 0;
  return guarded(error, [&] {
    const match::Measure known = take(match::measure_from(text(measure, measure_size, "measure")));
    double& place = need(similarity, "similarity");
    place = match::similarity(known, text(a, a_size, "a"), text(b, b_size, "b"));
  });
}

galena_status galena_similarities(const char* measure, size_t measure_size, const char* query,
                                  size_t query_size, const galena_table* table, const char* column,
                                  size_t column_size, galena_table** similarities,
                                  galena_error** error) noexcept {
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
    std::vector<galena::Column> columns = {
        take(match::similarities(known, given, source[*number]))};
    *similarities = new galena_table{take(galena::Table::make(std::move(columns))), {}};
  });
}

}  // extern "C"
