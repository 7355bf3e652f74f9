// Batch: a whole table assigned, in the order of its rows. Compiled code.
//
//   auto router = Router::make(rules, schema_of(leads));
//   Table assigned = assign(*router, leads, now, leads.find("id"));
//   // id, entry, target_kind, target, owner, reason
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "galena/assign/router.hpp"
#include "galena/base/result.hpp"
#include "galena/record/table.hpp"

namespace galena::assign {

/// Rows [first, first + count) one after the other, exactly as Router::route does; takes the turns.
/// The fields of the table are numbered as in the router's schema (galena::conform, or a router
/// made with schema_of(table)). O(rows).
std::vector<Assignment> assign_rows(Router& router, const Table& table, Instant now,
                                    std::size_t first, std::size_t count);

/// Assignments as a table, in their order: entry (id, null when no rule decided), target_kind,
/// target and owner (ids, null when there is none), reason.
std::vector<Column> columns_of(const RuleSet& rules, const std::vector<Assignment>& assignments);

/// The whole table: id (the column of that number, or row numbers from 0), entry, target_kind,
/// target, owner, reason; one row a record, in input order. INVALID_ARGUMENT "unknown_column" for
/// an id column that the table does not have.
Result<Table> assign(Router& router, const Table& table, Instant now,
                     std::optional<std::uint32_t> id_column = {});

}  // namespace galena::assign
