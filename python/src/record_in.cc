#include "record_in.hpp"

#include <algorithm>
#include <utility>

#include "errors.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

FieldType field_type_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::boolean: return FieldType::boolean;
    case ValueKind::integer: return FieldType::integer;
    case ValueKind::number: return FieldType::number;
    case ValueKind::decimal: return FieldType::decimal;
    case ValueKind::money: return FieldType::money;
    case ValueKind::date: return FieldType::date;
    case ValueKind::instant: return FieldType::instant;
    default: return FieldType::text;
  }
}

}  // namespace

RecordFields::RecordFields(std::vector<std::string> names) : names_(std::move(names)) {
  for (const std::string& name : names_) keys_.emplace_back(name);
}

std::vector<Value> RecordFields::values_of(const py::dict& record) const {
  std::vector<Value> values;
  values.reserve(names_.size());
  for (std::size_t i = 0; i < names_.size(); ++i) {
    PyObject* const found = PyDict_GetItemWithError(record.ptr(), keys_[i].ptr());
    if (found == nullptr && PyErr_Occurred() != nullptr) throw py::error_already_set();
    // Owned: converting may run Python code that changes the dict.
    const auto value = py::reinterpret_borrow<py::object>(found != nullptr ? found : Py_None);
    values.push_back(from_python(value, names_[i]));
  }
  return values;
}

std::vector<Value> RecordFields::values_of(const std::vector<NamedValue>& record) const {
  std::vector<Value> values(names_.size());
  for (const NamedValue& named : record) {
    const auto found = std::find(names_.begin(), names_.end(), named.name);
    if (found != names_.end()) values[static_cast<std::size_t>(found - names_.begin())] = named.value;
  }
  return values;
}

Record RecordFields::record_of(const Schema& schema, const std::vector<Value>& values) const {
  Record record(schema);
  Problems problems;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto field = schema.find(names_[i]);
    if (!field) continue;
    if (const auto set = record.set(*field, values[i].view()); !set) {
      problems.add_all(set.problems());
    }
  }
  if (!problems.empty()) throw ProblemsError(problems);
  return record;
}

Schema RecordFields::schema_for(const std::vector<Value>& values) const {
  std::vector<Field> described;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    Field field{.name = names_[i], .type = field_type_of(values[i].kind())};
    if (values[i].kind() == ValueKind::money) field.currency = values[i].view().money().currency;
    described.push_back(std::move(field));
  }
  return unwrap(Schema::make("record", std::move(described)));
}

}  // namespace galena::python
