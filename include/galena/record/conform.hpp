// Conform: a table brought into the shape of a schema: columns named, ordered and typed as its
// fields.
//
//   auto leads = galena::conform(csv.table, schema, {{"Last Name", "last_name"}, {"Mail", "email"}});
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

/// A value that does not fit its field. What becomes of it is said by `detail`:
///   "bad_value"      not a value of the field's type (or an amount in another currency than the
///                    column holds): the cell is left blank
///   "too_long"       text over the field's max_length: cut there, between two characters
///   "unknown_value"  not in a closed picklist: kept as it is, so that nothing is lost
struct CellProblem {
  std::size_t row = 0;
  std::string column;  ///< of the source
  std::string detail;
  std::string message;
  friend bool operator==(const CellProblem&, const CellProblem&) = default;
};

struct ConformedTable {
  Table table;                        ///< one column a field of the schema, in its order
  std::vector<CellProblem> problems;  ///< in row order, within a row in the order of the fields
};

/// Every field of the schema becomes a column; fields that no source column maps to are null.
/// Unmapped source columns are left out; one source column may fill several fields. Values are
/// converted as convert_value does; empty text is null in fields that are not text. A decimal or
/// money column has one scale, the largest among its values, and one currency: the field's, else
/// the first amount's. Errors of the mapping itself (INVALID_ARGUMENT "unknown_column",
/// "unknown_field", "mapped_twice") fail the call, all of them at once. Columns that already fit
/// are shared, not copied. O(values).
Result<ConformedTable> conform(const Table& source, const Schema& schema,
                               const ColumnMapping& mapping);

}  // namespace galena
