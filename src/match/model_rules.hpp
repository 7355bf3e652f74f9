// The parts of a model that are conditions: column comparisons and match rules, checked, and as
// JSON.
#pragma once

#include <vector>

#include "detail/json_reader.hpp"
#include "galena/base/json_writer.hpp"
#include "galena/match/model.hpp"

namespace galena::match {

void check_columns(const ModelData& data, Problems& problems);
void check_rules(const ModelData& data, Problems& problems);

void write_columns(JsonWriter& out, const std::vector<ColumnComparison>& columns);
void write_rules(JsonWriter& out, const std::vector<MatchRule>& rules);

std::vector<ColumnComparison> read_columns(const galena::detail::JsonNode& root);
std::vector<MatchRule> read_rules(const galena::detail::JsonNode& root);

/// A comparison by its name.
Comparison read_comparison(const galena::detail::JsonNode& node);

}  // namespace galena::match
