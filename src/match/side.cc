#include "match/side.hpp"

#include <algorithm>
#include <iterator>

#include "match/blank_features.hpp"
#include "match/column_rules.hpp"
#include "match/infer_fields.hpp"
#include "match/row_keys.hpp"
#include "match/suggest_column.hpp"

namespace galena::match {

namespace {

Result<void> check_ids(const Side& side) {
  if (side.id_column.empty()) return {};
  const Column& column = side.table[*side.table.find(side.id_column)];
  if (count_keys(column).different == side.table.rows()) return {};
  Problems problems;
  std::vector<std::pair<std::string, std::size_t>> ids;
  for (std::size_t row = 0; row < side.table.rows(); ++row) {
    const ValueView id = side.id(row);
    if (id.is_blank()) {
      problems.add(
          Code::invalid_argument, "blank_id", side.id_column,
          "row " + std::to_string(row) + " has no value in the id column '" + side.id_column + "'",
          "give every row an id, or name no id column");
      if (problems.size() >= 10) return problems;
      continue;
    }
    ids.emplace_back(to_text(id), row);
  }
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 1; i < ids.size() && problems.size() < 10; ++i) {
    if (ids[i].first != ids[i - 1].first) continue;
    problems.add(Code::invalid_argument, "repeated_id", side.id_column,
                 "the id '" + ids[i].first + "' is in rows " + std::to_string(ids[i - 1].second) +
                     " and " + std::to_string(ids[i].second),
                 "ids must be unique; without an id column row numbers are used");
  }
  if (!problems.empty()) return problems;
  return {};
}

}  // namespace

Result<Side> make_side(const Table& table, const Fields& fields, const std::string& id_column,
                       std::vector<std::string> never_compared,
                       std::vector<std::string>& warnings) {
  Side side;
  side.table = table;
  side.id_column = id_column;
  if (table.rows() >= 0xFFFFFFFEU) {
    return Problem{
        Code::limit_exceeded, "too_many_rows", "",
        "the table has " + std::to_string(table.rows()) + " rows, more than 4,294,967,293",
        "split it"};
  }
  if (!id_column.empty() && !table.find(id_column)) {
    return Problem{Code::not_found, "unknown_column", id_column,
                   "the table has no column '" + id_column + "' to take ids from",
                   suggest_column(table, id_column)};
  }
  if (!id_column.empty()) never_compared.push_back(id_column);
  if (fields.empty()) {
    InferredFields inferred = infer_fields(table, never_compared);
    side.fields = std::move(inferred.fields);
    std::move(inferred.warnings.begin(), inferred.warnings.end(), std::back_inserter(warnings));
  } else {
    side.fields = fields;
    for (Field& field : side.fields) {
      if (field.column == id_column) field.kind = Kind::ignore;
      const auto column = is_date(field.kind) ? table.find(field.column) : std::nullopt;
      if (column && !field.date_order) field.date_order = infer_date_order(table[*column]);
    }
  }
  side.compared = without_blank_columns(table, side.fields);
  Result<Layout> layout = layout_of(table, side.compared);
  if (!layout) return layout.problems();
  side.layout = std::move(*layout);
  const Result<void> ids = check_ids(side);
  if (!ids) return ids.problems();
  return side;
}

ValueView Side::id(std::size_t row) const {
  if (id_column.empty()) return ValueView(static_cast<std::int64_t>(row));
  return table[*table.find(id_column)][row];
}

namespace {

Problem unknown_id(const std::string& text) {
  return {Code::not_found, "unknown_id", text, "no row has the id '" + text + "'", ""};
}

}  // namespace

Result<std::size_t> Side::row_with_id(const ValueView& wanted) const {
  const std::string text = to_text(wanted);
  if (id_column.empty()) {
    const bool number = wanted.kind() == ValueKind::integer && wanted.integer() >= 0;
    if (number && static_cast<std::uint64_t>(wanted.integer()) < table.rows()) {
      return static_cast<std::size_t>(wanted.integer());
    }
  } else {
    const Column& column = table[*table.find(id_column)];
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (identical(column[row], wanted) || to_text(column[row]) == text) return row;
    }
  }
  return unknown_id(text);
}

RowsById::RowsById(const Side& side) : side_(side) {
  if (side.id_column.empty()) return;  // row numbers are looked up as they are
  const Column& ids = side.table[*side.table.find(side.id_column)];
  rows_.reserve(ids.size());
  for (std::size_t row = 0; row < ids.size(); ++row) {
    rows_.emplace_back(to_text(ids[row]), static_cast<std::uint32_t>(row));
  }
  std::sort(rows_.begin(), rows_.end());
}

Result<std::size_t> RowsById::find(const ValueView& wanted) const {
  if (side_.id_column.empty()) return side_.row_with_id(wanted);
  const std::string text = to_text(wanted);
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), std::pair(text, 0U));
  if (found == rows_.end() || found->first != text) return unknown_id(text);
  return found->second;
}

Column id_column_of(const Side& side, const std::vector<std::uint32_t>& rows, std::string name) {
  const bool integers = side.id_column.empty() ||
                        side.table[*side.table.find(side.id_column)].type() == ColumnType::integer;
  ColumnBuilder builder(std::move(name), integers ? ColumnType::integer : ColumnType::text);
  builder.reserve(rows.size());
  const Column* const ids =
      side.id_column.empty() ? nullptr : &side.table[*side.table.find(side.id_column)];
  for (const std::uint32_t row : rows) {
    if (ids == nullptr) {
      builder.append_integer(row);
    } else if (integers) {
      builder.append_integer((*ids)[row].integer());
    } else if (ids->type() == ColumnType::text) {
      builder.append_text(ids->text(row));
    } else {
      builder.append_text(to_text((*ids)[row]));
    }
  }
  return builder.finish();
}

Table pairs_table(const Side& left, const Side& right, std::vector<RowPair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const RowPair& a, const RowPair& b) {
    return a.left != b.left ? a.left < b.left : a.right < b.right;
  });
  std::vector<std::uint32_t> left_rows;
  std::vector<std::uint32_t> right_rows;
  ColumnBuilder weights("weight", ColumnType::number);
  ColumnBuilder probabilities("probability", ColumnType::number);
  for (const RowPair& pair : pairs) {
    left_rows.push_back(pair.left);
    right_rows.push_back(pair.right);
    weights.append_number(bits_of(pair.weight));
    probabilities.append_number(probability_of(pair.weight));
  }
  std::vector<Column> columns;
  columns.push_back(id_column_of(left, left_rows, "left"));
  columns.push_back(id_column_of(right, right_rows, "right"));
  columns.push_back(weights.finish());
  columns.push_back(probabilities.finish());
  return Table::make(std::move(columns)).value();
}

}  // namespace galena::match
