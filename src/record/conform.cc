#include "galena/record/conform.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "record/conform_column.hpp"

namespace galena {

namespace {

constexpr std::uint32_t kUnmapped = UINT32_MAX;

/// For each field of the schema the source column that fills it, or kUnmapped.
Result<std::vector<std::uint32_t>> resolve(const Table& source, const Schema& schema,
                                           const ColumnMapping& mapping) {
  std::vector<std::uint32_t> column_of(schema.size(), kUnmapped);
  Problems problems;
  for (const auto& [column_name, field_name] : mapping) {
    const auto column = source.find(column_name);
    const auto field = schema.find(field_name);
    if (!column) {
      problems.add(Code::invalid_argument, "unknown_column", column_name,
                   "the table has no column '" + column_name + "'",
                   "name one of the table's columns");
    }
    if (!field) {
      problems.add(Code::invalid_argument, "unknown_field", field_name,
                   "the schema '" + schema.name() + "' has no field '" + field_name + "'",
                   "add the field to the schema or correct the mapping");
    }
    if (!column || !field) continue;
    if (column_of[*field] != kUnmapped) {
      problems.add(Code::invalid_argument, "mapped_twice", field_name,
                   "the field '" + field_name + "' is mapped from '" +
                       source[column_of[*field]].name() + "' and from '" + column_name + "'",
                   "keep one of them");
    } else {
      column_of[*field] = *column;
    }
  }
  if (!problems.empty()) return problems;
  return column_of;
}

/// Columns of nulls, one for each type in use; fields share them under their own names.
class NullColumns {
 public:
  explicit NullColumns(std::size_t rows) : rows_(rows) {}

  Column of(const Field& field) {
    const ColumnType type = column_type_of(field.type);
    const auto found = columns_.find(type);
    if (found != columns_.end()) return found->second.renamed(field.name);
    ColumnData data;
    data.type = type;
    data.size = rows_;
    data.valid.assign((rows_ + 63) / 64, 0);
    if (type == ColumnType::text) {
      data.offsets.assign(rows_ + 1, 0);
    } else if (type == ColumnType::number) {
      data.numbers.assign(rows_, 0);
    } else {
      data.integers.assign(rows_, 0);
    }
    return columns_.emplace(type, Column(std::move(data))).first->second.renamed(field.name);
  }

 private:
  std::size_t rows_;
  std::map<ColumnType, Column> columns_;
};

}  // namespace

Result<ConformedTable> conform(const Table& source, const Schema& schema,
                               const ColumnMapping& mapping) {
  const auto column_of = resolve(source, schema, mapping);
  if (!column_of) return column_of.problems();

  std::vector<CellProblem> problems;
  NullColumns nulls(source.rows());
  std::vector<Column> columns;
  columns.reserve(schema.size());
  for (std::uint32_t i = 0; i < schema.size(); ++i) {
    const std::uint32_t from = (*column_of)[i];
    columns.push_back(from == kUnmapped
                          ? nulls.of(schema[i])
                          : detail::conform_column(source[from], schema[i], problems));
  }
  std::stable_sort(problems.begin(), problems.end(),
                   [](const CellProblem& a, const CellProblem& b) { return a.row < b.row; });
  Result<Table> table = Table::make(std::move(columns));
  if (!table) return table.problems();
  return ConformedTable{*std::move(table), std::move(problems)};
}

}  // namespace galena
