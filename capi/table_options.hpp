// Options and problem tables shared by the functions that read tables.
#pragma once

#include <vector>

#include "galena.h"
#include "galena/record/conform.hpp"
#include "galena/record/csv.hpp"

namespace galena::capi {

/// The C options as those of the library; Refused for a bad encoding name or bad types.
CsvOptions csv_options(const galena_csv_options* options);

/// Columns line, column, detail, message.
Table csv_errors_table(const std::vector<CsvError>& errors);

/// Columns row, column, detail, message.
Table cell_problems_table(const std::vector<CellProblem>& problems);

}  // namespace galena::capi
