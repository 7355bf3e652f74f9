// Numbers that records have: of the row, of what the record is, or of what several records belong
// to.
#pragma once

#include "galena/record/table.hpp"
#include "match/infer_names.hpp"

namespace galena::match {

/// Keys of rows are never compared: under a header such as "Record ID" every row has its own. Keys
/// that many rows share ("Account ID" of a list of contacts) are categories. Numbers that records
/// of different places share (the VAT number of a company with branches) say nothing about the
/// record, and are left out. Columns that only look like numbers of records are identifiers where a
/// few rows each share one. `columns` are those of the table. O(rows) for each column of
/// identifiers.
void settle_keys(const Table& table, InferredColumns& columns);

}  // namespace galena::match
