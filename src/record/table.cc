#include "galena/record/table.hpp"

#include <absl/container/flat_hash_set.h>

namespace galena {

namespace {

FieldType field_type_of(const Column& column) {
  switch (column.type()) {
    case ColumnType::text: return FieldType::text;
    case ColumnType::boolean: return FieldType::boolean;
    case ColumnType::integer: return FieldType::integer;
    case ColumnType::number: return FieldType::number;
    case ColumnType::decimal:
      return column.currency().empty() ? FieldType::decimal : FieldType::money;
    case ColumnType::date: return FieldType::date;
    case ColumnType::instant: return FieldType::instant;
  }
  return FieldType::text;
}

/// "column_<n>", with underscores appended until no column of the table has that name.
std::string name_for_unnamed(const Table& table, std::size_t index) {
  std::string name = "column_" + std::to_string(index + 1);
  while (table.find(name)) name += '_';
  return name;
}

}  // namespace

Result<Table> Table::make(std::vector<Column> columns) {
  Problems problems;
  absl::flat_hash_set<std::string_view> names;
  for (const Column& column : columns) {
    if (column.size() != columns.front().size()) {
      problems.add(Code::invalid_argument, "ragged_columns", column.name(),
                   "the column '" + column.name() + "' has " + std::to_string(column.size()) +
                       " rows, the first column '" + columns.front().name() + "' has " +
                       std::to_string(columns.front().size()),
                   "give all columns the same number of rows");
    }
    if (!names.insert(column.name()).second) {
      problems.add(Code::invalid_argument, "duplicate_column", column.name(),
                   "two columns are named '" + column.name() + "'", "rename one of them");
    }
  }
  if (!problems.empty()) return problems;
  return Table(std::move(columns));
}

Schema schema_of(const Table& table) {
  std::vector<Field> fields;
  fields.reserve(table.columns().size());
  for (const Column& column : table.columns()) {
    Field field{.name = column.name(), .type = field_type_of(column)};
    if (field.name.empty()) field.name = name_for_unnamed(table, fields.size());
    field.currency = column.currency();
    fields.push_back(std::move(field));
  }
  return Schema::make("record", std::move(fields)).value();
}

}  // namespace galena
