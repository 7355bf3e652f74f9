// Arrow arrays read into one column, one array after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "galena/base/result.hpp"
#include "galena/record/arrow.hpp"
#include "record/arrow_format.hpp"
#include "record/column_values.hpp"

namespace galena::detail {

/// Which of the rows from `first` on have a value: bit set, or no bitmap at all.
struct ArrowValidity {
  const std::uint8_t* bits = nullptr;
  std::int64_t first = 0;

  [[nodiscard]] bool is_null(std::int64_t row) const {
    const std::int64_t bit = first + row;
    return bits != nullptr && (bits[bit / 8] >> (bit % 8) & 1) == 0;
  }
  /// The same of up to 64 rows, as bits.
  [[nodiscard]] std::uint64_t nulls(std::int64_t row, std::size_t count) const {
    std::uint64_t found = 0;
    if (bits == nullptr) return found;
    const std::int64_t bit = first + row;
    if (count != 64) {
      for (std::size_t i = 0; i < count; ++i)
        found |= std::uint64_t{is_null(row + static_cast<std::int64_t>(i))} << i;
      return found;
    }
    for (int byte = 0; byte < 8; ++byte) found |= std::uint64_t{bits[bit / 8 + byte]} << (8 * byte);
    const auto shift = static_cast<int>(bit % 8);
    if (shift != 0) found = found >> shift | std::uint64_t{bits[bit / 8 + 8]} << (64 - shift);
    return ~found;
  }
};

class ArrowColumn {
 public:
  /// `values`: of a dictionary-encoded column, whose own type is that of the indexes.
  ArrowColumn(std::string name, ArrowType type, std::optional<ArrowType> values, Currency currency);

  /// Appends `length` rows of `array` from its row `begin` on. `parent` names the rows that the
  /// table has. What is wrong, if something is: nothing may be appended after it. `owner` keeps the
  /// array as long as it lives: texts that hardly repeat may stay where they are; null: they are
  /// copied.
  std::optional<Problem> append(const ArrowArray& array, std::int64_t begin, std::int64_t length,
                                const ArrowValidity& parent, std::shared_ptr<const void> owner);
  [[nodiscard]] Column finish();

 private:
  struct Rows;
  /// The texts of the first array, of which those from `from` to `end` are not among values_.
  struct Borrowed {
    BorrowedText texts;
    std::int64_t from = 0;
    std::int64_t end = 0;
  };

  std::optional<Problem> check(const ArrowArray& array, std::int64_t begin,
                               std::int64_t length) const;
  template <class Read>
  void each(const Rows& rows, Read read);
  template <class Read>
  void each(const Rows& rows, std::int64_t begin, std::int64_t end, Read read);
  template <class T>
  void append_integers(const Rows& rows);
  template <class T>
  void append_scaled(const Rows& rows, std::int64_t multiply, std::int64_t divide,
                     std::int64_t least, std::int64_t most);
  template <class T, class ToDouble>
  void append_numbers(const Rows& rows, ToDouble to_double);
  void append_booleans(const Rows& rows);
  void append_decimals(const Rows& rows);
  void append_temporal(const Rows& rows);
  template <class Offset>
  void append_texts(const Rows& rows);
  template <class Offset>
  [[nodiscard]] bool append_text_block(const Rows& rows, std::int64_t begin, std::int64_t end);
  template <class Offset>
  void borrow(const Rows& rows, std::int64_t from);
  void copy_borrowed();
  void append_text_views(const Rows& rows);
  std::optional<Problem> append_dictionary(const Rows& rows);
  template <class Index>
  void append_indexed(const Rows& rows, const Column& dictionary);
  void append_plain(const Rows& rows, ArrowKind kind);
  [[nodiscard]] bool append_text(std::int64_t row, std::string_view text);

  bool fail(std::int64_t row, Code code, std::string detail, const std::string& what);
  bool fail_corrupt(std::int64_t row, const std::string& what);

  std::string name_;
  ArrowType type_;
  std::optional<ArrowType> dictionary_type_;
  ColumnValues values_;
  std::int64_t rows_before_ = 0;      ///< of arrays appended earlier
  std::string_view counted_ = "row";  ///< what messages count: rows, or values of a dictionary
  std::optional<Problem> problem_;
  std::optional<Borrowed> borrowed_;
  bool copies_ = false;  ///< nothing may be borrowed
};

}  // namespace galena::detail
