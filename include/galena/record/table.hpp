// Table: records by the column, immutable. Columns are shared: copying a table copies handles.
//
//   galena::Table leads = galena::read_csv_file("leads.csv")->table;
//   leads.find("email");                      // column number
//   galena::RowView row = leads.row(7);       // field number = column number
//
// Building: ColumnBuilder, one a column, then Table::make. CSV is in record/csv.hpp, Arrow in
// record/arrow.hpp, conversion to a schema in record/conform.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/record/column.hpp"
#include "galena/record/row_view.hpp"
#include "galena/record/schema.hpp"

namespace galena {

class Table {
 public:
  Table() : columns_(new std::vector<Column>) {}

  /// Columns of one length and distinct names; INVALID_ARGUMENT "ragged_columns" or
  /// "duplicate_column" (subject: the column) else.
  static Result<Table> make(std::vector<Column> columns);

  [[nodiscard]] std::size_t rows() const {
    return columns_->empty() ? 0 : columns_->front().size();
  }
  [[nodiscard]] const std::vector<Column>& columns() const { return *columns_; }
  [[nodiscard]] const Column& operator[](std::size_t column) const { return (*columns_)[column]; }
  /// The number of the column of this name. O(columns).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    for (std::size_t i = 0; i < columns_->size(); ++i) {
      if ((*columns_)[i].name() == name) return static_cast<std::uint32_t>(i);
    }
    return std::nullopt;
  }

  /// Row `row` as a record whose field numbers are column numbers. Valid while the table (or a copy
  /// of it) lives.
  [[nodiscard]] RowView row(std::size_t row) const {
    return RowView(columns_.get(), row,
                   [](const void* source, std::size_t at, std::uint32_t field) {
                     return (*static_cast<const std::vector<Column>*>(source))[field][at];
                   });
  }

 private:
  explicit Table(std::vector<Column> columns)
      : columns_(new std::vector<Column>(std::move(columns))) {}

  std::shared_ptr<const std::vector<Column>> columns_;
};

/// The schema that a table's columns have by themselves: text, integer, number, ... by column type,
/// a decimal column with a currency as money. Entity "record"; a column without a name gets the
/// field name "column_<n>", n from 1. O(columns^2).
Schema schema_of(const Table& table);

/// Collects the values of one column. Not thread-safe; one builder makes one column.
///
/// Text is kept as a dictionary until more than 4,096 different values make up more than half of
/// the values seen; the finished column is a dictionary when at most half of its values are
/// different. Both depend on nothing but the values and their order.
class ColumnBuilder {
 public:
  /// `scale` (0..18) and `currency` are of decimal columns.
  ColumnBuilder(std::string name, ColumnType type, int scale = 0, Currency currency = {});
  ColumnBuilder(ColumnBuilder&&) noexcept;
  ColumnBuilder& operator=(ColumnBuilder&&) noexcept;
  ~ColumnBuilder();

  void reserve(std::size_t rows);
  void append_null();
  /// Text columns only. Amortised O(bytes).
  void append_text(std::string_view text);
  /// Integer, boolean, decimal (coefficient), date (days) and instant (microseconds) columns.
  void append_integer(std::int64_t value);
  void append_number(double value);
  /// A value of the column's type, or blank (null; empty text stays a value). Decimals are brought
  /// to the column's scale; a decimal column takes money of its currency and plain decimals. False,
  /// and nothing appended, when the value does not fit the column without loss.
  [[nodiscard]] bool append(const ValueView& value);

  [[nodiscard]] std::size_t size() const;
  /// The column; the builder is empty after it.
  [[nodiscard]] Column finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace galena
