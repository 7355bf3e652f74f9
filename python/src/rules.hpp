// A rule set with what it is bound to: the schema it was given, or that of the records that come.
#pragma once

#include <pybind11/pybind11.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "galena/assign/bound_rules.hpp"
#include "galena/assign/rule_set.hpp"
#include "record_in.hpp"

namespace galena::python {

class PyRuleSet {
 public:
  PyRuleSet(assign::RuleSet rules, std::optional<Schema> schema);

  [[nodiscard]] const assign::RuleSet& rules() const { return rules_; }
  [[nodiscard]] const std::optional<Schema>& schema() const { return schema_; }
  /// The fields that conditions read, then the owner field when it is none of them.
  [[nodiscard]] const RecordFields& fields() const { return fields_; }
  [[nodiscard]] bool needs_now() const { return needs_now_; }

  /// Fields of `table` are numbered as in the schema, when there is one. May be called without the GIL.
  [[nodiscard]] assign::BoundRules for_table(const Table& table) const;

  /// Bound to the schema, or to records of the shape of `values`, which are those of fields().
  const assign::BoundRules& for_values(const std::vector<Value>& values);

 private:
  assign::RuleSet rules_;
  std::optional<Schema> schema_;
  std::optional<assign::BoundRules> bound_;
  RecordFields fields_;
  bool needs_now_ = false;
  BoundToShape<assign::BoundRules> shapes_;
};

}  // namespace galena::python
