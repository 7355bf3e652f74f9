// The columns of a CSV while its rows are being read: text, or a type that was asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "galena/record/csv.hpp"
#include "galena/record/table.hpp"
#include "record/amount_values.hpp"

namespace galena::detail {

/// One column. A row is appended in two steps, so that a bad value of another column can still stop
/// it: accept() reads the value, append() takes it.
class CsvColumn {
 public:
  CsvColumn(const std::string& name, FieldType type);

  [[nodiscard]] bool is_text() const { return text_.has_value(); }

  /// Text columns: appends at once; an unquoted empty field is null.
  void append_text(std::string_view text, bool quoted) {
    if (text.empty() && !quoted) {
      text_->append_null();
    } else {
      text_->append_text(text);
    }
  }

  /// Other columns: reads the value; empty is null. The message of what is wrong, else nothing.
  [[nodiscard]] std::optional<std::string> accept(std::string_view text);
  /// Appends what accept() read last.
  void append();

  [[nodiscard]] Column finish();

 private:
  std::string name_;
  FieldType type_;
  std::optional<ColumnBuilder> text_;
  std::optional<ColumnBuilder> scalars_;
  std::optional<AmountValues> amounts_;
  Value accepted_;
};

}  // namespace galena::detail
