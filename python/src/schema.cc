// Schemas: parsed, shipped, linted; and tables brought into their shape.
#include <pybind11/stl.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "bindings.hpp"
#include "errors.hpp"
#include "findings.hpp"
#include "galena/intake/import_formats.hpp"
#include "galena/intake/mapping.hpp"
#include "galena/record/conform.hpp"
#include "galena/record/kind.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::python {

namespace {

py::dict describe(const Field& field) {
  py::dict described;
  described["name"] = field.name;
  described["type"] = std::string(field_type_name(field.type));
  described["kind"] = field.kind ? py::object(py::str(std::string(kind_name(*field.kind)))) : py::none();
  described["label"] = field.label.text;
  described["help"] = field.help.text;
  described["purpose"] = field.purpose.text;
  described["required"] = field.required;
  described["max_length"] = field.max_length;
  py::list values;
  for (const PicklistValue& known : field.values) values.append(known.value);
  described["values"] = values;
  return described;
}

py::tuple conformed(const Table& source, const Schema& schema, const ColumnMapping& mapping) {
  const ConformedTable made = unwrap([&] {
    const py::gil_scoped_release released;
    return conform(source, schema, mapping);
  }());
  ColumnBuilder row("row", ColumnType::integer);
  ColumnBuilder column("column", ColumnType::text);
  ColumnBuilder code("code", ColumnType::text);
  ColumnBuilder message("message", ColumnType::text);
  for (const CellProblem& problem : made.problems) {
    row.append_integer(static_cast<std::int64_t>(problem.row));
    column.append_text(problem.column);
    code.append_text(problem.detail);
    message.append_text(problem.message);
  }
  return py::make_tuple(
      made.table,
      unwrap(Table::make({row.finish(), column.finish(), code.finish(), message.finish()})));
}

/// The value of `names` that `name` is; InvalidArgument, subject `argument`, when it is none.
template <class Enum, std::size_t Size>
Enum named(const std::string_view (&names)[Size], const std::string& name, const char* argument) {
  std::string known;
  for (std::size_t i = 0; i < Size; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
    known.append(i == 0 ? "" : ", ").append(names[i]);
  }
  fail(Code::invalid_argument, "unknown_word", argument, "'" + name + "' is unknown",
       "give one of " + known);
}

Table normalised(const Table& source, const Schema& schema, const ColumnMapping& mapping,
                 const std::optional<std::string>& date_order,
                 const std::optional<std::string>& decimal_mark,
                 std::optional<std::int64_t> utc_offset_minutes,
                 std::optional<int> first_two_digit_year,
                 const std::optional<std::string>& currency) {
  ImportFormats formats{.first_two_digit_year = first_two_digit_year};
  if (date_order) {
    formats.date_order = named<DateOrder>(kDateOrderNames, *date_order, "date_order");
  }
  if (decimal_mark) {
    formats.decimal_mark = named<DecimalMark>(kDecimalMarkNames, *decimal_mark, "decimal_mark");
  }
  if (utc_offset_minutes) formats.utc_offset = std::chrono::minutes(*utc_offset_minutes);
  if (currency) {
    const auto parsed = Currency::parse(*currency);
    if (!parsed) {
      fail(Code::invalid_argument, "bad_currency", "currency",
           "'" + *currency + "' is no ISO 4217 code", "give three capital letters");
    }
    formats.currency = *parsed;
  }
  const py::gil_scoped_release released;
  return unwrap(normalise_formats(source, schema, mapping, formats)).table;
}

/// (column, field, reason, text) of each mapped column, and the columns left over.
py::tuple suggested(const Table& table, const Schema& schema, const ColumnMapping& given) {
  const Mapping mapping = suggest_mapping(table, schema, given);
  py::list reasons;
  for (const MappedColumn& mapped : mapping.reasons) {
    reasons.append(py::make_tuple(mapped.column, mapped.field,
                                  std::string(mapping_reason_name(mapped.reason)), mapped.text));
  }
  return py::make_tuple(reasons, mapping.unmapped);
}

}  // namespace

py::list to_tuples(const std::vector<Finding>& findings) {
  py::list list;
  for (const Finding& finding : findings) {
    list.append(py::make_tuple(finding.code, finding.severity, finding.pointer, finding.message,
                               finding.witness));
  }
  return list;
}

void bind_schema(py::module_& module) {
  py::class_<Schema>(module, "Schema")
      .def(py::init<const Schema&>(), py::arg("schema"))
      .def_static(
          "from_json", [](const std::string& text) { return unwrap(parse_schema(text)); },
          py::arg("text"))
      .def_static(
          "standard", [](const std::string& entity) { return unwrap(standard_schema(entity)); },
          py::arg("entity"))
      .def_static("standard_names", &standard_schema_names)
      .def_static("of_table", [](const Table& table) { return schema_of(table); }, py::arg("table"))
      .def_property_readonly("entity", &Schema::name)
      .def_property_readonly("hash", &Schema::hash)
      .def("describe_fields",
                             [](const Schema& self) {
                               py::list fields;
                               for (const Field& field : self.fields()) {
                                 fields.append(describe(field));
                               }
                               return fields;
                             })
      .def("__len__", &Schema::size)
      .def("to_json", &Schema::to_json)
      .def("findings", [](const Schema& self) { return to_tuples(lint(self)); });
  module.def("conform", &conformed, py::arg("table"), py::arg("schema"), py::arg("mapping"));
  module.def("normalise_formats", &normalised, py::arg("table"), py::arg("schema"),
             py::arg("mapping"), py::arg("date_order"), py::arg("decimal_mark"),
             py::arg("utc_offset_minutes"), py::arg("first_two_digit_year"), py::arg("currency"));
  module.def("suggest_mapping", &suggested, py::arg("table"), py::arg("schema"), py::arg("given"));
  module.def(
      "guess_kind",
      [](const std::string& header) -> py::object {
        const auto kind = guess_kind(header);
        return kind ? py::object(py::str(std::string(kind_name(*kind)))) : py::none();
      },
      py::arg("header"));
}

}  // namespace galena::python
