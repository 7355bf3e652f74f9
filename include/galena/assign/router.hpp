// Router: assigns records by a rule set, one after the other, taking turns in pools.
//
//   auto router = galena::assign::Router::make<Lead>(rules);
//   galena::Decision decision = router->decide(lead, now);
//   galena::apply(decision, lead);                       // lead.owner is set
//   store(router->state().to_json());                    // the turns, to go on with later
//
// A router is its rules and its state; route() below is the same as a pure function of both. Whole
// tables are in assign/batch.hpp. One thread at a time for each router; the rules are shared
// freely.
#pragma once

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "galena/assign/assignment.hpp"
#include "galena/assign/bound_rules.hpp"
#include "galena/assign/router_state.hpp"
#include "galena/assign/turns.hpp"
#include "galena/record/record.hpp"
#include "galena/record/traits.hpp"

namespace galena::assign {

/// An assignment as the typed outcome and as the decision for the journal.
struct Routed {
  Assignment assignment;
  Decision decision;
};

class Router {
 public:
  /// Binds the rules; errors as BoundRules::bind.
  static Result<Router> make(RuleSet rules, const Schema& schema, RouterState state = {}) {
    auto bound = BoundRules::bind(std::move(rules), schema);
    if (!bound) return bound.problems();
    return Router(*std::move(bound), std::move(state));
  }
  /// For records of type T, as its RecordTraits describe it.
  template <DescribedRecord T>
  static Result<Router> make(RuleSet rules, RouterState state = {}) {
    return make(std::move(rules), schema_of<T>(), std::move(state));
  }

  explicit Router(BoundRules rules, RouterState state = {})
      : rules_(std::move(rules)),
        turns_(rules_.rules(), std::move(state)),
        reader_(rules_.schema().size()) {}

  [[nodiscard]] const BoundRules& rules() const { return rules_; }
  [[nodiscard]] const RouterState& state() const { return turns_.state(); }

  /// Goes on from another state, such as a stored one.
  void set_state(RouterState state) { turns_ = Turns(rules_.rules(), std::move(state)); }
  /// The same, only if the current version is still `expected`; else CONFLICT "stale_version".
  Result<void> set_state(RouterState state, std::uint64_t expected) {
    if (turns_.state().version != expected) {
      return Problem{Code::conflict, "stale_version", rules_.rules().name(),
                     "the state has version " + std::to_string(turns_.state().version) + ", not " +
                         std::to_string(expected),
                     "read the state again and repeat the change"};
    }
    set_state(std::move(state));
    return {};
  }

  /// Decides one record and takes the turn. Field numbers of `row` are those of rules().schema().
  /// O(tests up to the entry that decides + members of its pool).
  Routed route(const RowView& row, Instant now) {
    const criteria::Context context(now, rules_.rules().zone());
    const detail::Pick pick = pick_next(row, context);
    Routed routed{detail::assignment_of(pick),
                  detail::decision_of(rules_, turns_, pick, row, reader_, now)};
    take(pick, now);
    return routed;
  }
  Decision decide(const RowView& row, Instant now) { return route(row, now).decision; }

  /// A record of your own type or a galena::Record. One that the router was not made for is a
  /// mistake of the program: std::logic_error.
  template <DescribedRecord T>
  Routed route(const T& record, Instant now) {
    require(schema_of<T>());
    return route(row_of(record), now);
  }
  template <DescribedRecord T>
  Decision decide(const T& record, Instant now) {
    return route(record, now).decision;
  }
  Routed route(const Record& record, Instant now) {
    require(record.schema());
    return route(row_of(record), now);
  }
  Decision decide(const Record& record, Instant now) { return route(record, now).decision; }

  /// The outcome alone, without a decision for the journal; takes the turn. For bulk work: the
  /// context is made once, with the zone of the rules.
  Assignment assign(const RowView& row, const criteria::Context& context) {
    const detail::Pick pick = pick_next(row, context);
    Assignment assignment = detail::assignment_of(pick);
    take(pick, context.now());
    return assignment;
  }
  /// The same, handing to `use` a pick that borrows from the rules and the row.
  template <class Use>
  void assign(const RowView& row, const criteria::Context& context, Use use) {
    const detail::Pick pick = pick_next(row, context);
    use(pick);
    take(pick, context.now());
  }

 private:
  detail::Pick pick_next(const RowView& row, const criteria::Context& context) {
    reader_.reset(row);
    return detail::pick(rules_, turns_, row, reader_, context);
  }

  void take(const detail::Pick& pick, Instant now) {
    if (pick.member) turns_.take(*pick.pool, *pick.member, now);
  }

  void require(const Schema& schema) const {
    if (!(schema == rules_.schema())) {
      throw std::logic_error("the router is bound to the schema '" + rules_.schema().name() +
                             "', not to that of this record");
    }
  }

  BoundRules rules_;
  Turns turns_;
  criteria::RowReader reader_;
};

/// What route() answers: the outcome and the state after it.
struct Step {
  Assignment assignment;
  Decision decision;
  RouterState state;
};

/// One assignment as a pure function: the same rules, state, record and instant give the same step.
/// O(state) more than Router::route, which keeps its state.
inline Step route(const BoundRules& rules, const RouterState& state, const RowView& row,
                  Instant now) {
  Router router(rules, state);
  Routed routed = router.route(row, now);
  return {std::move(routed.assignment), std::move(routed.decision), router.state()};
}

}  // namespace galena::assign
