// Single records given as dicts: with a schema of their own values, or in the shape of a schema.
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

/// The values of a dict by name, in its order. Keys must be str.
std::vector<NamedValue> named_values(const py::dict& record);

/// A record of `schema`: keys that are no field of it are left out, fields that have no key are
/// blank. Values are converted to the fields' types; InvalidArgument for all that cannot be.
Record record_of(const Schema& schema, const std::vector<NamedValue>& values);

/// The schema that the values have by themselves, with each of `fields` that is missing among them
/// as a text field, which is blank then. Blank values are text.
Schema schema_for(const std::vector<NamedValue>& values, const std::vector<std::string>& fields);

/// Something bound to a schema that depends on the values of each record, kept for records of the same
/// shape (blanks here and there make several). Used under the GIL only.
template <class Bound>
class BoundToShape {
 public:
  struct Entry {
    Schema schema;
    Bound bound;
  };

  /// What is bound for records like `values`; made by `bind(schema)` when names and kinds are new.
  template <class Bind>
  Entry& get(const std::vector<NamedValue>& values, const std::vector<std::string>& fields,
             Bind bind) {
    std::string shape = shape_of(values);
    if (const auto known = entries_.find(shape); known != entries_.end()) return known->second;
    Schema schema = schema_for(values, fields);
    Bound bound = bind(schema);
    if (entries_.size() >= kMaxShapes) entries_.clear();
    return entries_.emplace(std::move(shape), Entry{std::move(schema), std::move(bound)})
        .first->second;
  }

 private:
  static constexpr std::size_t kMaxShapes = 256;

  static std::string shape_of(const std::vector<NamedValue>& values) {
    std::string shape;
    for (const NamedValue& named : values) {
      shape += static_cast<char>('a' + static_cast<int>(named.value.kind()));
      shape += std::to_string(named.name.size());
      shape += named.name;
    }
    return shape;
  }

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace galena::python
