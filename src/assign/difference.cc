#include "galena/assign/difference.hpp"

#include <map>
#include <string>
#include <utility>

#include "galena/assign/router.hpp"

namespace galena::assign {

namespace {

bool by_default(const Assignment& assignment) {
  return assignment.reason != Reason::assigned && assignment.reason != Reason::kept;
}

/// An owner as people mean it: the one a record keeps is of the kind that it had, which is not
/// known.
bool same_owner(const Assignment& a, const Assignment& b) {
  if (a.owner != b.owner) return false;
  const bool kept = a.reason == Reason::kept || b.reason == Reason::kept;
  return kept || a.owner_kind == b.owner_kind;
}

}  // namespace

Difference diff(const BoundRules& before, const BoundRules& after, const Table& table, Instant now,
                const RouterState& state_before, const RouterState& state_after) {
  Router old_router(before, state_before);
  Router new_router(after, state_after);
  const criteria::Context old_context(now, before.rules().zone());
  const criteria::Context new_context(now, after.rules().zone());
  Difference result;
  result.rows = table.rows();
  std::map<std::pair<TargetKind, std::string>, std::pair<std::int64_t, std::int64_t>> loads;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Assignment was = old_router.assign(table.row(row), old_context);
    Assignment is = new_router.assign(table.row(row), new_context);
    ++loads[{was.owner_kind, was.owner}].first;
    ++loads[{is.owner_kind, is.owner}].second;
    result.unassigned_before += by_default(was) ? 1 : 0;
    result.unassigned_after += by_default(is) ? 1 : 0;
    if (!same_owner(was, is)) result.changes.push_back({row, std::move(was), std::move(is)});
  }
  for (const auto& [owner, counts] : loads) {
    result.loads.push_back({owner.first, owner.second, counts.first, counts.second});
  }
  return result;
}

}  // namespace galena::assign
