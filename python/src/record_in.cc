#include "record_in.hpp"

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

std::vector<NamedValue> named_values(const py::dict& record) {
  std::vector<NamedValue> values;
  values.reserve(record.size());
  for (const auto& [key, value] : record) {
    if (!PyUnicode_Check(key.ptr())) {
      throw py::type_error(std::string("the keys of a record must be str, not ") +
                           Py_TYPE(key.ptr())->tp_name);
    }
    std::string name(text_of(key, "a key of the record"));
    Value converted = from_python(value, name);
    values.push_back({std::move(name), std::move(converted)});
  }
  return values;
}

Record record_of(const Schema& schema, const std::vector<NamedValue>& values) {
  Record record(schema);
  Problems problems;
  for (const NamedValue& named : values) {
    const auto field = schema.find(named.name);
    if (!field) continue;
    if (const auto set = record.set(*field, named.value.view()); !set) {
      problems.add_all(set.problems());
    }
  }
  if (!problems.empty()) throw ProblemsError(problems);
  return record;
}

Schema schema_for(const std::vector<NamedValue>& values, const std::vector<std::string>& fields) {
  std::vector<Field> described;
  for (const NamedValue& named : values) {
    if (named.name.empty()) continue;
    Field field{.name = named.name, .type = field_type_of(named.value.kind())};
    if (named.value.kind() == ValueKind::money) {
      field.currency = named.value.view().money().currency;
    }
    described.push_back(std::move(field));
  }
  for (const std::string& name : fields) {
    bool present = false;
    for (const Field& field : described) present = present || field.name == name;
    if (!present) described.push_back(Field{.name = name});
  }
  return unwrap(Schema::make("record", std::move(described)));
}

}  // namespace galena::python
