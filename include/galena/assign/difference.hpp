// Difference: two rule sets run over the same records: who would change hands. Compiled code.
//
//   Difference changed = diff(old_rules, new_rules, past_leads, now);
//   changed.changes.size(); changed.loads;
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "galena/assign/assignment.hpp"
#include "galena/assign/bound_rules.hpp"
#include "galena/assign/router_state.hpp"
#include "galena/record/table.hpp"

namespace galena::assign {

struct Difference {
  /// A record that another owner, or another kind of owner, would get.
  struct Change {
    std::size_t row = 0;
    Assignment before;
    Assignment after;
    friend bool operator==(const Change&, const Change&) = default;
  };
  /// The number of records an owner would get from each rule set.
  struct Load {
    TargetKind owner_kind = TargetKind::user;
    std::string owner = {};
    std::int64_t before = 0;
    std::int64_t after = 0;
    friend bool operator==(const Load&, const Load&) = default;
  };

  std::size_t rows = 0;
  std::vector<Change> changes;  ///< in row order
  std::vector<Load> loads;      ///< by kind, then id
  /// Records that no rule took: they went to the default owner, whatever the reason.
  std::int64_t unassigned_before = 0;
  std::int64_t unassigned_after = 0;
};

/// Runs both over the rows in order, each from its own state (default: nobody has been assigned
/// anything). Fields of the table are numbered as in both schemas. O(rows).
Difference diff(const BoundRules& before, const BoundRules& after, const Table& table, Instant now,
                const RouterState& state_before = {}, const RouterState& state_after = {});

}  // namespace galena::assign
