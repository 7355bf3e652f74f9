// What infer_fields() knows of a column, for runs whose fields are given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "galena/match/normalise.hpp"
#include "galena/record/column.hpp"
#include "galena/record/kind.hpp"

namespace galena::match {

/// Some values of a column as trimmed text, at most 2,000, evenly spaced over its rows, without
/// blanks.
std::vector<std::string> sample_of(const Column& column);

/// Whether values of the kind are dates.
bool is_date(Kind kind);

/// The order that a column's own unambiguous dates show; nothing when they show none or both.
std::optional<DateOrder> infer_date_order(const Column& column);

}  // namespace galena::match
