// Conform: a table brought into the shape of a schema: columns named, ordered and typed as its fields.
//
//   auto leads = galena::conform(csv.table, schema, {{"Last Name", "last_name"}, {"E-mail", "email"}});
//   leads->table.row(0)[*schema.find("last_name")]
//
// After it, field numbers of the schema are column numbers of the table, so that rules compiled
// against the schema read rows directly.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena {

/// Source column -> schema field, explicit; order does not matter.
using ColumnMapping = std::vector<std::pair<std::string, std::string>>;

/// A value that did not fit its field and was left blank.
struct CellProblem {
  std::size_t row = 0;
  std::string column;  ///< of the source
  std::string detail;  ///< "bad_value", "too_long", "unknown_value"
  std::string message;
  friend bool operator==(const CellProblem&, const CellProblem&) = default;
};

struct ConformedTable {
  Table table;                        ///< one column a field of the schema, in its order
  std::vector<CellProblem> problems;  ///< in row order
};

/// Every field of the schema becomes a column; fields that no source column maps to are null.
/// Unmapped source columns are left out. Errors of the mapping itself (INVALID_ARGUMENT: unknown
/// source column, unknown field, field mapped twice) fail the call, all of them at once.
Result<ConformedTable> conform(const Table& source, const Schema& schema,
                               const ColumnMapping& mapping);

}  // namespace galena
