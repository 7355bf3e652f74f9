#include "table_in.hpp"

#include <algorithm>
#include <bitset>
#include <unordered_map>
#include <utility>

#include "errors.hpp"
#include "galena/record/arrow.hpp"
#include "values.hpp"

namespace galena::python {

namespace {

using Kinds = std::bitset<16>;

constexpr std::size_t bit(ValueKind kind) { return static_cast<std::size_t>(kind); }

Kinds only(std::initializer_list<ValueKind> kinds) {
  Kinds set;
  for (const ValueKind kind : kinds) set.set(bit(kind));
  return set;
}

ColumnType type_for(const Kinds& kinds) {
  using enum ValueKind;
  const auto within = [&](std::initializer_list<ValueKind> allowed) {
    return (kinds & ~only(allowed)).none();
  };
  if (kinds.none()) return ColumnType::text;
  if (within({boolean})) return ColumnType::boolean;
  if (within({integer})) return ColumnType::integer;
  if (within({integer, number})) return ColumnType::number;
  if (within({integer, decimal}) || within({money})) return ColumnType::decimal;
  if (within({date})) return ColumnType::date;
  if (within({instant})) return ColumnType::instant;
  return ColumnType::text;
}

/// Decimals of a column are kept at one scale: the largest that occurs. Amounts need one currency.
struct DecimalShape {
  int scale = 0;
  Currency currency;
  bool one_currency = true;
};

DecimalShape shape_of(const std::vector<Value>& values) {
  DecimalShape shape;
  bool first = true;
  for (const Value& value : values) {
    const ValueView view = value.view();
    if (view.is_blank() || view.kind() == ValueKind::integer) continue;
    shape.scale = std::max(shape.scale, view.decimal().scale());
    const Currency currency = view.kind() == ValueKind::money ? view.money().currency : Currency();
    if (first) shape.currency = currency;
    shape.one_currency = shape.one_currency && currency == shape.currency;
    first = false;
  }
  return shape;
}

void append_or_fail(ColumnBuilder& builder, const ValueView& value, const std::string& name,
                    std::size_t row) {
  if (value.kind() == ValueKind::blank) {
    builder.append_null();
  } else if (!builder.append(value)) {
    const std::string cell = Subject(name, row).text();
    fail(Code::limit_exceeded, "out_of_range", cell,
         cell + ": " + to_text(value) + " does not fit the column",
         "round the values, or give them as text");
  }
}

Column text_column(const std::string& name, const Cells& values) {
  ColumnBuilder builder(name, ColumnType::text);
  builder.reserve(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    const py::object& value = values[row];
    if (PyUnicode_CheckExact(value.ptr())) {
      builder.append_text(text_of(value, Subject(name, row)));
      continue;
    }
    const Value converted = from_python(value, Subject(name, row));
    if (converted.kind() == ValueKind::blank) {
      builder.append_null();
    } else {
      builder.append_text(to_text(converted));
    }
  }
  return builder.finish();
}

Column decimal_column(const std::string& name, const Cells& values) {
  std::vector<Value> converted;
  converted.reserve(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    converted.push_back(from_python(values[row], Subject(name, row)));
  }
  const DecimalShape shape = shape_of(converted);
  if (!shape.one_currency) return text_column(name, values);
  ColumnBuilder builder(name, ColumnType::decimal, shape.scale, shape.currency);
  builder.reserve(values.size());
  for (std::size_t row = 0; row < converted.size(); ++row) {
    ValueView value = converted[row].view();
    if (value.kind() == ValueKind::integer) value = Decimal(value.integer());
    append_or_fail(builder, value, name, row);
  }
  return builder.finish();
}

Column typed_column(const std::string& name, ColumnType type, const Cells& values) {
  ColumnBuilder builder(name, type);
  builder.reserve(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    const Value value = from_python(values[row], Subject(name, row));
    if (type == ColumnType::number && value.kind() == ValueKind::integer) {
      builder.append_number(static_cast<double>(value.view().integer()));
    } else {
      append_or_fail(builder, value.view(), name, row);
    }
  }
  return builder.finish();
}

Cells cells_of(const py::list& list) {
  Cells cells;
  cells.reserve(list.size());
  for (const py::handle value : list) cells.push_back(py::reinterpret_borrow<py::object>(value));
  return cells;
}

/// The names of a list of dicts, in order of first appearance, and where each is.
struct RowKeys {
  std::vector<std::string> names;
  std::vector<Cells> values;  ///< by name, one a row; None where missing
  std::unordered_map<std::string, std::size_t> index;

  std::size_t column(const py::handle& key, std::size_t row, std::size_t rows) {
    if (!PyUnicode_Check(key.ptr())) {
      throw py::type_error("row " + std::to_string(row) + ": the keys of a row must be str, not " +
                           Py_TYPE(key.ptr())->tp_name);
    }
    const std::string name(text_of(key, "row " + std::to_string(row)));
    const auto [found, added] = index.try_emplace(name, names.size());
    if (added) {
      names.push_back(name);
      values.emplace_back(rows, py::none());
    }
    return found->second;
  }
};

}  // namespace

Column column_from_values(const std::string& name, const Cells& values) {
  Kinds kinds;
  for (std::size_t row = 0; row < values.size(); ++row) {
    const PyObject* const value = values[row].ptr();
    const bool plain_text = PyUnicode_CheckExact(value);
    kinds.set(bit(plain_text ? ValueKind::text : kind_of(values[row], Subject(name, row))));
  }
  kinds.reset(bit(ValueKind::blank));
  const ColumnType type = type_for(kinds);
  if (type == ColumnType::text) return text_column(name, values);
  if (type == ColumnType::decimal) return decimal_column(name, values);
  return typed_column(name, type, values);
}

Table table_from_columns(const std::vector<std::string>& names, const py::list& columns) {
  std::vector<Column> made;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const py::object column = columns[i];
    if (!PyList_Check(column.ptr())) throw py::type_error("column '" + names[i] + "' is no list");
    made.push_back(column_from_values(names[i], cells_of(column)));
  }
  return unwrap(Table::make(std::move(made)));
}

Table table_from_rows(const py::list& rows) {
  RowKeys keys;
  const std::size_t size = rows.size();
  for (std::size_t row = 0; row < size; ++row) {
    const py::object dict = rows[row];
    if (!PyDict_Check(dict.ptr())) {
      throw py::type_error("row " + std::to_string(row) + " is no dict but " +
                           Py_TYPE(dict.ptr())->tp_name);
    }
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t position = 0;
    while (PyDict_Next(dict.ptr(), &position, &key, &value) != 0) {
      const std::size_t column = keys.column(key, row, size);
      keys.values[column][row] = py::reinterpret_borrow<py::object>(value);
    }
  }
  std::vector<Column> made;
  for (std::size_t i = 0; i < keys.names.size(); ++i) {
    made.push_back(column_from_values(keys.names[i], keys.values[i]));
  }
  return unwrap(Table::make(std::move(made)));
}

Table table_from_capsule(const py::capsule& capsule, unsigned threads) {
  if (capsule.name() == nullptr || std::string_view(capsule.name()) != "arrow_array_stream") {
    throw py::type_error("__arrow_c_stream__ must return a capsule named 'arrow_array_stream'");
  }
  auto* stream = capsule.get_pointer<ArrowArrayStream>();
  if (stream->release == nullptr) {
    fail(Code::invalid_argument, "released_stream", {}, "the Arrow stream was read already",
         "ask the object for a new stream");
  }
  ArrowArrayStream taken = *stream;
  stream->release = nullptr;
  const auto imported = [&] {
    const py::gil_scoped_release released;
    return import_arrow(&taken, threads);
  }();
  return unwrap(imported);
}

}  // namespace galena::python
