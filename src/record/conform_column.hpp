// One column of a table brought to the type and the limits of one field.
#pragma once

#include <cstddef>
#include <vector>

#include "galena/record/conform.hpp"

namespace galena::detail {

/// The column under the name and type of `field`; shares the source's storage where nothing
/// changes. Adds a problem for every cell that does not fit, in row order.
Column conform_column(const Column& source, const Field& field, std::vector<CellProblem>& problems);

/// Checks a text column against the field's limits: cuts what is too long, reports what a closed
/// picklist does not have. `source_name` is the column that the problems name.
Column conform_text(const Column& text, const Field& field, const std::string& source_name,
                    std::vector<CellProblem>& problems);

}  // namespace galena::detail
