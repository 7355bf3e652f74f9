// Column: one column of a Table: a name, a type and the values, immutable and shared.
//
//   column.type() == ColumnType::text;  column[3].text();  column.is_null(4);
//
// Text is kept as a dictionary (codes into distinct values) where values repeat, else one after the
// other; readers need not care: text(row) works for both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/value.hpp"
#include "galena/record/schema.hpp"

namespace galena {

enum class ColumnType : std::uint8_t { text, boolean, integer, number, decimal, date, instant };

constexpr std::string_view column_type_name(ColumnType type) {
  constexpr std::string_view kNames[] = {"text",    "boolean", "integer", "number",
                                         "decimal", "date",    "instant"};
  return kNames[static_cast<std::size_t>(type)];
}

/// The column type that stores fields of `type`; money is a decimal with a currency.
constexpr ColumnType column_type_of(FieldType type) {
  switch (value_kind_of(type)) {
    case ValueKind::integer:
      return ColumnType::integer;
    case ValueKind::number:
      return ColumnType::number;
    case ValueKind::decimal:
    case ValueKind::money:
      return ColumnType::decimal;
    case ValueKind::boolean:
      return ColumnType::boolean;
    case ValueKind::date:
      return ColumnType::date;
    case ValueKind::instant:
      return ColumnType::instant;
    default:
      return ColumnType::text;
  }
}

/// Texts one after the other in memory that somebody else keeps: text i is bytes[offsets[i],
/// offsets[i + 1]), with offsets of 32 or of 64 bits.
struct BorrowedText {
  const char* bytes = nullptr;
  const std::int32_t* short_offsets = nullptr;  ///< null: they are long
  const std::int64_t* long_offsets = nullptr;
  std::shared_ptr<const void> owner;  ///< keeps them as long as it lives

  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    const std::int64_t begin = short_offsets != nullptr ? short_offsets[i] : long_offsets[i];
    const std::int64_t end = short_offsets != nullptr ? short_offsets[i + 1] : long_offsets[i + 1];
    return {bytes + begin, static_cast<std::size_t>(end - begin)};
  }
};

/// The storage behind a column. Exactly one of the value vectors is filled, by type.
struct ColumnData {
  std::string name;  ///< as built; a renamed column shares the storage, so ask Column::name()
  ColumnType type = ColumnType::text;
  std::size_t size = 0;
  std::vector<std::uint64_t> valid;    ///< bit r set: row r has a value; empty: every row has one
  std::vector<std::int64_t> integers;  ///< and booleans (0, 1), coefficients, days, microseconds
  std::vector<double> numbers;
  std::string bytes;                  ///< all text, one value after the other
  std::vector<std::int64_t> offsets;  ///< value i is bytes[offsets[i], offsets[i + 1])
  std::vector<std::int32_t> codes;    ///< row -> value, when dictionary-encoded; else empty
  BorrowedText borrowed;  ///< with an owner: the text by row, instead of bytes and offsets
  int scale = 0;          ///< of decimals, 0..18
  Currency currency;      ///< of money
};

class Column {
 public:
  Column() : data_(new ColumnData) {}
  explicit Column(ColumnData data) : data_(new ColumnData(std::move(data))), name_(data_->name) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] ColumnType type() const { return data_->type; }
  [[nodiscard]] std::size_t size() const { return data_->size; }
  [[nodiscard]] int scale() const { return data_->scale; }
  [[nodiscard]] Currency currency() const { return data_->currency; }

  /// No value in this row. Empty text is a value here, though blank to the engines.
  [[nodiscard]] bool is_null(std::size_t row) const {
    return !data_->valid.empty() && (data_->valid[row / 64] >> (row % 64) & 1U) == 0;
  }
  [[nodiscard]] bool has_nulls() const { return !data_->valid.empty(); }

  /// The text of a row of a text column; "" when null. Borrowed from the column.
  [[nodiscard]] std::string_view text(std::size_t row) const {
    if (is_null(row)) return {};
    if (data_->borrowed.owner != nullptr) return data_->borrowed[row];
    return distinct(is_dictionary() ? static_cast<std::size_t>(data_->codes[row]) : row);
  }

  /// The value of a row; blank when null. Text is borrowed from the column. O(1).
  [[nodiscard]] ValueView operator[](std::size_t row) const {
    if (is_null(row)) return {};
    switch (data_->type) {
      case ColumnType::text:
        return ValueView(text(row));
      case ColumnType::boolean:
        return ValueView(data_->integers[row] != 0);
      case ColumnType::integer:
        return ValueView(data_->integers[row]);
      case ColumnType::number:
        return ValueView(data_->numbers[row]);
      case ColumnType::decimal: {
        const Decimal amount(data_->integers[row], data_->scale);
        return data_->currency.empty() ? ValueView(amount)
                                       : ValueView(Money{amount, data_->currency});
      }
      case ColumnType::date:
        return ValueView(Date(std::chrono::days(static_cast<int>(data_->integers[row]))));
      case ColumnType::instant:
        return ValueView(instant_from_micros(data_->integers[row]));
    }
    return {};
  }

  [[nodiscard]] bool is_dictionary() const { return !data_->codes.empty(); }
  /// Dictionary columns: the number of distinct values and each of them; codes()[row] picks one
  /// (the code of a null row is 0 and means nothing).
  [[nodiscard]] std::size_t distinct_size() const {
    return data_->offsets.empty() ? 0 : data_->offsets.size() - 1;
  }
  [[nodiscard]] std::string_view distinct(std::size_t value) const {
    const auto begin = static_cast<std::size_t>(data_->offsets[value]);
    const auto end = static_cast<std::size_t>(data_->offsets[value + 1]);
    return std::string_view(data_->bytes).substr(begin, end - begin);
  }
  [[nodiscard]] std::span<const std::int32_t> codes() const { return data_->codes; }

  /// The storage, for exporters that hand buffers on. Shared ownership, immutable.
  [[nodiscard]] const std::shared_ptr<const ColumnData>& data() const { return data_; }

  /// The same values under another name; the storage is shared. O(1).
  [[nodiscard]] Column renamed(std::string name) const {
    Column column = *this;
    column.name_ = std::move(name);
    return column;
  }

 private:
  std::shared_ptr<const ColumnData> data_;
  std::string name_;
};

}  // namespace galena
