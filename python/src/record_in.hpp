// Single records given as dicts: the fields that a definition reads, with a schema of their own values
// or in the shape of a schema.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "galena/base/decision.hpp"
#include "galena/record/record.hpp"
#include "galena/record/schema.hpp"

namespace galena::python {

namespace py = pybind11;

/// The fields that a definition reads; everything else of a record is left alone.
class RecordFields {
 public:
  explicit RecordFields(std::vector<std::string> names);

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  /// Their values, in order; blank where the dict has no such key.
  [[nodiscard]] std::vector<Value> values_of(const py::dict& record) const;
  /// The same of values by name, such as the readings of a decision.
  [[nodiscard]] std::vector<Value> values_of(const std::vector<NamedValue>& record) const;

  /// A record of `schema` with these values, converted to the types of its fields (InvalidArgument
  /// for all that cannot be); fields that the schema does not have are left out.
  [[nodiscard]] Record record_of(const Schema& schema, const std::vector<Value>& values) const;

  /// The schema that the values have by themselves; blank ones are text.
  [[nodiscard]] Schema schema_for(const std::vector<Value>& values) const;

 private:
  std::vector<std::string> names_;
  std::vector<py::str> keys_;
};

/// Something bound to a schema that depends on the values of each record, kept for records whose values
/// are of the same kinds (blanks here and there make several). Used under the GIL only.
template <class Bound>
class BoundToShape {
 public:
  struct Entry {
    Schema schema;
    Bound bound;
  };

  /// What is bound for records like `values`; made by `bind(schema)` when their kinds are new.
  template <class Bind>
  Entry& get(const RecordFields& fields, const std::vector<Value>& values, Bind bind) {
    std::string shape = shape_of(values);
    if (const auto known = entries_.find(shape); known != entries_.end()) return known->second;
    Schema schema = fields.schema_for(values);
    Bound bound = bind(schema);
    if (entries_.size() >= kMaxShapes) entries_.clear();
    return entries_.emplace(std::move(shape), Entry{std::move(schema), std::move(bound)})
        .first->second;
  }

 private:
  static constexpr std::size_t kMaxShapes = 256;

  static std::string shape_of(const std::vector<Value>& values) {
    std::string shape;
    for (const Value& value : values) {
      const ValueKind kind = value.kind() == ValueKind::blank ? ValueKind::text : value.kind();
      shape += static_cast<char>('a' + static_cast<int>(kind));
      if (value.kind() == ValueKind::money) shape += value.view().money().currency.code();
    }
    return shape;
  }

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace galena::python
