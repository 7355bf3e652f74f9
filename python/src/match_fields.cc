#include "match_fields.hpp"

#include "errors.hpp"
#include "galena/record/kind.hpp"
#include "galena/record/suggest_kind.hpp"

namespace galena::python {

match::Fields fields_of(const NamedKinds& kinds) {
  match::Fields fields;
  Problems problems;
  for (const auto& [column, name] : kinds) {
    if (const auto kind = kind_from(name)) {
      fields.push_back({column, *kind, {}});
      continue;
    }
    problems.add(Code::invalid_argument, "unknown_kind", "fields/" + column,
                 "the kind '" + name + "' of column '" + column + "' is unknown",
                 suggest_kind(name));
  }
  if (!problems.empty()) throw ProblemsError(problems);
  return fields;
}

match::Fields fields_in_order(const Table& table, const NamedKinds& kinds) {
  match::Fields fields;
  for (const Column& column : table.columns()) fields.push_back({column.name(), Kind::ignore, {}});
  for (const match::Field& field : fields_of(kinds)) {
    if (const auto index = table.find(field.column)) fields[*index].kind = field.kind;
  }
  return fields;
}

py::dict names_of(const match::Fields& fields) {
  py::dict names;
  for (const match::Field& field : fields) {
    names[py::str(field.column)] = std::string(kind_name(field.kind));
  }
  return names;
}

match::Preset preset_of(const std::string& name) {
  const auto preset = match::preset_from(name);
  if (!preset) {
    fail(Code::invalid_argument, "unknown_preset", "preset", "the preset '" + name + "' is unknown",
         "give person, lead, contact, account or crm_standard_rules");
  }
  return *preset;
}

}  // namespace galena::python
