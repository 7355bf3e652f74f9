// Assignment: the outcome of a rule set for one record, typed; and the decision made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "galena/assign/bound_rules.hpp"
#include "galena/assign/target.hpp"
#include "galena/assign/turns.hpp"
#include "galena/base/decision.hpp"

namespace galena::assign {

/// Who gets a record, and why.
struct Assignment {
  Reason reason = Reason::no_rule_matched;
  /// The entry that matched, or whose condition could not be evaluated; none for no_rule_matched.
  std::optional<std::uint32_t> entry = {};
  Target target = {};  ///< the entry's; the default owner when nobody else takes the record
  /// user, queue or partner; keep_owner when the owner stays.
  TargetKind owner_kind = TargetKind::queue;
  std::string owner = {};  ///< id; when the owner stays: the record's own, "" when it has none
  /// Of evaluation_error: the criterion of the entry's condition, and what is wrong.
  std::uint32_t criterion = 0;
  criteria::EvaluationError error = criteria::EvaluationError::none;

  friend bool operator==(const Assignment&, const Assignment&) = default;
};

namespace detail {

/// An assignment that borrows from the rules and the record, and the turn that it takes.
struct Pick {
  Reason reason = Reason::no_rule_matched;
  std::optional<std::uint32_t> entry = {};
  const Target* target = nullptr;
  TargetKind owner_kind = TargetKind::queue;
  std::string_view owner = {};
  std::optional<std::uint32_t> pool = {};  ///< position in the rule set
  std::optional<std::size_t> member = {};  ///< position in the pool
  std::uint32_t criterion = 0;
  criteria::EvaluationError error = criteria::EvaluationError::none;
};

/// The current owner of a record; "" when it has none or the schema has no such field.
inline std::string_view owner_of(const BoundRules& rules, const RowView& row) {
  if (!rules.owner_field()) return {};
  const ValueView owner = row[*rules.owner_field()];
  return owner.kind() == ValueKind::text ? owner.text() : std::string_view();
}

inline void pick_default(const BoundRules& rules, Reason reason, Pick& pick) {
  pick.reason = reason;
  pick.target = &rules.rules().default_owner();
  pick.owner_kind = pick.target->kind;
  pick.owner = pick.target->id;
}

inline void pick_target(const BoundRules& rules, const Turns& turns, const RowView& row,
                        std::uint32_t entry, Pick& pick) {
  pick.reason = Reason::assigned;
  pick.target = &rules.rules().entries()[entry].assign;
  pick.owner_kind = pick.target->kind;
  pick.owner = pick.target->id;
  if (pick.target->kind == TargetKind::keep_owner) {
    pick.reason = Reason::kept;
    pick.owner = owner_of(rules, row);
  }
  const auto pool = rules.pool_of(entry);
  if (!pool) return;
  const Choice choice = turns.next(rules.rules(), *pool);
  if (!choice.member) return pick_default(rules, choice.reason, pick);
  pick.pool = pool;
  pick.member = choice.member;
  pick.owner_kind = TargetKind::user;
  pick.owner = rules.rules().pools()[*pool].members[*choice.member].id.text();
}

/// Decides the reader's current record, which is `row`. Changes nothing.
inline Pick pick(const BoundRules& rules, const Turns& turns, const RowView& row,
                 criteria::RowReader& reader, const criteria::Context& context) {
  Pick pick;
  const auto [entry, outcome] = rules.first_match(reader, context);
  if (outcome.state == criteria::Outcome::no_match) {
    pick_default(rules, Reason::no_rule_matched, pick);
    return pick;
  }
  pick.entry = entry;
  if (outcome.state == criteria::Outcome::evaluation_error) {
    pick_default(rules, Reason::evaluation_error, pick);
    pick.criterion = outcome.criterion;
    pick.error = outcome.error;
    return pick;
  }
  pick_target(rules, turns, row, entry, pick);
  return pick;
}

inline Assignment assignment_of(const Pick& pick) {
  return {pick.reason,    pick.entry, *pick.target, pick.owner_kind, std::string(pick.owner),
          pick.criterion, pick.error};
}

inline void add_changes(const BoundRules& rules, const Pick& pick, const RowView& row,
                        Decision& decision) {
  if (pick.reason == Reason::kept) return;
  const RuleSet& set = rules.rules();
  const auto add = [&](const std::string& field, std::string_view after) {
    const auto number = rules.schema().find(field);
    const Value before = number ? Value(row[*number]) : Value();
    if (before.kind() == ValueKind::text && before.view().text() == after) return;
    decision.changes.push_back({field, before, Value(after)});
  };
  add(set.owner_field(), pick.owner);
  if (!set.owner_kind_field().empty())
    add(set.owner_kind_field(), target_kind_name(pick.owner_kind));
}

/// The decision of a pick; `turns` as they are before it. Readings: every value that was read until
/// an entry decided, so that the decision can be replayed from them.
inline Decision decision_of(const BoundRules& rules, const Turns& turns, const Pick& pick,
                            const RowView& row, const criteria::RowReader& reader, Instant now) {
  const RuleSet& set = rules.rules();
  Decision decision{.engine = "assign",
                    .definition = set.name(),
                    .definition_hash = set.hash(),
                    .rule = pick.entry ? set.entries()[*pick.entry].id : std::string(),
                    .reason = std::string(reason_name(pick.reason)),
                    .at = now,
                    .changes = {},
                    .effects = {},
                    .readings = {},
                    .counters = {}};
  add_changes(rules, pick, row, decision);
  for (const std::uint32_t field : reader.fields_read()) {
    decision.readings.push_back({rules.schema()[field].name, Value(row[field])});
  }
  if (pick.member) {
    decision.counters = turns.counters_of_take(set.pools()[*pick.pool], *pick.pool, *pick.member);
  }
  return decision;
}

}  // namespace detail

}  // namespace galena::assign
