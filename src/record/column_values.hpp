// ColumnValues: the values of one column while they are being collected, for ColumnBuilder and for
// readers that append many at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "galena/record/column.hpp"
#include "record/text_values.hpp"

namespace galena::detail {

class ColumnValues {
 public:
  static constexpr std::size_t kBlock = TextValues::kMostRows;  ///< rows of add_texts()

  ColumnValues(std::string name, ColumnType type, int scale, Currency currency) {
    data_.name = std::move(name);
    data_.type = type;
    data_.scale = scale;
    data_.currency = currency;
    if (type == ColumnType::text) text_ = std::make_unique<TextValues>();
  }

  [[nodiscard]] const ColumnData& data() const { return data_; }
  [[nodiscard]] bool is_text() const { return text_ != nullptr; }

  void reserve(std::size_t rows) {
    if (text_) {
      text_->reserve(rows);
    } else if (data_.type == ColumnType::number) {
      data_.numbers.reserve(rows);
    } else {
      data_.integers.reserve(rows);
    }
  }

  /// Of a text column: that so many rows with so many bytes in all follow.
  void expect_text(std::size_t rows, std::size_t bytes) { text_->expect(rows, bytes); }

  void add_null() {
    if (text_) {
      text_->append_null();
    } else if (data_.type == ColumnType::number) {
      data_.numbers.push_back(0);
    } else {
      data_.integers.push_back(0);
    }
    mark_null();
  }
  void add_text(std::string_view text) {
    text_->append(text);
    mark_valid();
  }
  /// Texts of up to kBlock rows, one after the other in `bytes`, by their ends there; bit i of
  /// `nulls` set: row i is null, and has no bytes.
  void add_texts(std::string_view bytes, std::span<const std::int64_t> ends, std::uint64_t nulls) {
    text_->append_rows(bytes, ends, nulls);
    add_rows(ends.size(), nulls);
  }
  /// Whether texts are kept row by row, since they hardly repeat.
  [[nodiscard]] bool is_plain() const { return text_->is_plain(); }
  /// Up to kBlock rows of a plain column whose texts stay where they are; until finish_borrowed()
  /// nothing else may be added but them, or all of them by add_borrowed_texts().
  void add_borrowed(std::size_t rows, std::uint64_t nulls) { add_rows(rows, nulls); }
  void add_borrowed_texts(std::string_view bytes, std::span<const std::int64_t> ends) {
    text_->append_rows(bytes, ends, 0);
  }
  void add_integer(std::int64_t value) {
    data_.integers.push_back(value);
    mark_valid();
  }
  void add_number(double value) {
    data_.numbers.push_back(value);
    mark_valid();
  }

  /// The number of the text added last, to add the same text again without looking it up; nothing
  /// while text is kept plain. A number is good until add_known_text() says no.
  [[nodiscard]] std::int32_t last_code() const { return text_->last_code(); }
  [[nodiscard]] bool add_known_text(std::int32_t code) {
    if (!text_->append_code(code)) return false;
    mark_valid();
    return true;
  }

  /// The column; empty and ready for another one of the same name and type after it.
  Column finish() {
    if (text_) text_->finish(data_);
    return take();
  }
  /// The same of a column of which all texts are these, by row.
  Column finish_borrowed(BorrowedText texts) {
    data_.borrowed = std::move(texts);
    return take();
  }

 private:
  Column take() {
    ColumnValues fresh(data_.name, data_.type, data_.scale, data_.currency);
    text_ = std::move(fresh.text_);
    return Column(std::exchange(data_, std::move(fresh.data_)));
  }
  void add_rows(std::size_t count, std::uint64_t nulls) {
    if (nulls == 0 && data_.valid.empty()) {
      data_.size += count;
    } else if (count == 64 && data_.size % 64 == 0 && data_.valid.size() == data_.size / 64) {
      data_.valid.push_back(~nulls);
      data_.size += count;
    } else {
      for (std::size_t row = 0; row < count; ++row)
        (nulls >> row & 1) != 0 ? mark_null() : mark_valid();
    }
  }
  void mark_valid() {
    if (!data_.valid.empty()) {
      if (data_.valid.size() <= data_.size / 64) data_.valid.push_back(0);
      data_.valid[data_.size / 64] |= std::uint64_t{1} << (data_.size % 64);
    }
    ++data_.size;
  }

  /// The bitmap exists only from the first null on: all rows before it have a value.
  void mark_null() {
    if (data_.valid.empty()) {
      data_.valid.assign(data_.size / 64, ~std::uint64_t{0});
      data_.valid.push_back((std::uint64_t{1} << (data_.size % 64)) - 1);
    } else if (data_.valid.size() <= data_.size / 64) {
      data_.valid.push_back(0);
    }
    ++data_.size;
  }

  ColumnData data_;
  std::unique_ptr<TextValues> text_;  ///< of text columns
};

}  // namespace galena::detail
