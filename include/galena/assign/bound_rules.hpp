// BoundRules: a rule set bound to a schema, ready to evaluate. Immutable, shared between threads.
//
//   auto rules = BoundRules::bind(rule_set, schema);      // every problem of every condition
//   criteria::RowReader reader(schema.size());
//   reader.reset(row);
//   rules->first_match(reader, context).index
//
// Which entry decides depends on the record and now alone; who of a pool gets it, on the state
// (assign/router.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "galena/assign/rule_set.hpp"
#include "galena/criteria/bind.hpp"
#include "galena/criteria/first_match.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena::assign {

class BoundRules {
 public:
  /// Errors of criteria::bind, subjects "/entries/<n>/when/criteria/...".
  static Result<BoundRules> bind(RuleSet rules, const Schema& schema) {
    Problems problems;
    std::vector<criteria::Predicate> predicates;
    predicates.reserve(rules.entries().size());
    for (std::size_t i = 0; i < rules.entries().size(); ++i) {
      auto predicate = criteria::bind(rules.entries()[i].when, schema);
      if (predicate) {
        predicates.push_back(*std::move(predicate));
      } else {
        problems.add_all(predicate.problems(), "/entries/" + std::to_string(i) + "/when");
      }
    }
    if (!problems.empty()) return problems;
    return BoundRules(std::move(rules), schema, std::move(predicates));
  }

  [[nodiscard]] const RuleSet& rules() const { return data_->rules; }
  [[nodiscard]] const Schema& schema() const { return data_->schema; }
  /// The condition of an entry.
  [[nodiscard]] const criteria::Predicate& predicate(std::uint32_t entry) const {
    return data_->predicates[entry];
  }
  /// The number of the owner field, if the schema has it.
  [[nodiscard]] std::optional<std::uint32_t> owner_field() const { return data_->owner_field; }
  /// The position in rules().pools() of the pool that an entry assigns to, if it does.
  [[nodiscard]] std::optional<std::uint32_t> pool_of(std::uint32_t entry) const {
    return data_->pools[entry];
  }

  /// The first entry that matches the reader's current record; size of entries() when none does,
  /// and the entry whose condition could not be evaluated, with the outcome evaluation_error.
  [[nodiscard]] criteria::FirstMatch::Found first_match(criteria::RowReader& reader,
                                                        const criteria::Context& context) const {
    return data_->first_match.find(reader, context);
  }

 private:
  struct Data {
    RuleSet rules;
    Schema schema;
    std::vector<criteria::Predicate> predicates;
    criteria::FirstMatch first_match;
    std::optional<std::uint32_t> owner_field;
    std::vector<std::optional<std::uint32_t>> pools;  ///< by entry
  };

  BoundRules(RuleSet rules, const Schema& schema, std::vector<criteria::Predicate> predicates) {
    criteria::FirstMatch first_match(predicates);
    std::shared_ptr<Data> data(
        new Data{std::move(rules), schema, std::move(predicates), std::move(first_match), {}, {}});
    data->owner_field = schema.find(data->rules.owner_field());
    for (const Entry& entry : data->rules.entries()) {
      data->pools.push_back(entry.assign.kind == TargetKind::pool
                                ? data->rules.find_pool(entry.assign.id)
                                : std::nullopt);
    }
    data_ = std::move(data);
  }

  std::shared_ptr<const Data> data_;
};

/// The entry that decides each row of a table.
struct Matches {
  static constexpr std::int32_t kNone = -1;   ///< no entry matches
  static constexpr std::int32_t kError = -2;  ///< a condition could not be evaluated; see errors

  struct Error {
    std::size_t row = 0;
    std::uint32_t entry = 0;
    std::uint32_t criterion = 0;  ///< of that entry's condition
    criteria::EvaluationError error = criteria::EvaluationError::none;
    friend bool operator==(const Error&, const Error&) = default;
  };

  std::vector<std::int32_t> entries;  ///< one a row: position of the entry, kNone or kError
  std::vector<Error> errors;          ///< in row order
};

/// The first matching entry of every row; fields of the table are numbered as in the schema of the
/// rules. O(rows * tests).
Matches match(const BoundRules& rules, const Table& table, Instant now);

}  // namespace galena::assign
