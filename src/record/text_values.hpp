// TextValues: the text of a column while it is being collected.
//
// Values start as a dictionary: distinct texts one after the other in one buffer, indices of
// their numbers over it, and a number for each row. Where hardly anything repeats the dictionary
// only costs, so it is unrolled into plain rows as soon as that is clear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detail/hash_index.hpp"
#include "detail/short_text_index.hpp"
#include "galena/record/column.hpp"

namespace galena::detail {

class TextValues {
 public:
  TextValues() { offsets_.push_back(0); }

  void reserve(std::size_t rows) { codes_.reserve(rows); }
  /// That so many more rows with so many bytes of text in all follow: there is room for them at
  /// once.
  void expect(std::size_t rows, std::size_t bytes);
  void append(std::string_view text);
  void append_null();
  /// Up to kMostRows rows, as ColumnValues::add_texts() has them.
  static constexpr std::size_t kMostRows = 64;
  void append_rows(std::string_view bytes, std::span<const std::int64_t> ends, std::uint64_t nulls);

  /// The number of the text appended last; kNullCode while text is plain.
  [[nodiscard]] std::int32_t last_code() const { return plain_ ? kNullCode : codes_.back(); }
  /// Appends the text that had this number; false, and nothing appended, once text is plain.
  [[nodiscard]] bool append_code(std::int32_t code) {
    if (plain_) return false;
    codes_.push_back(code);
    ++values_;
    return true;
  }

  static constexpr std::int32_t kNullCode = -1;

  /// Whether texts are kept row by row, since they hardly repeat.
  [[nodiscard]] bool is_plain() const { return plain_; }

  /// Moves everything into `data` (bytes, offsets, codes).
  void finish(ColumnData& data);

 private:
  /// Below this many distinct values a dictionary costs too little to be given up. Above, it is
  /// when three of four values are new: of 16,384 family names two of three are, of a million one
  /// of ten.
  static constexpr std::size_t kAlwaysDictionary = 12288;

  [[nodiscard]] std::string_view text_of(std::int32_t code) const {
    const auto index = static_cast<std::size_t>(code);
    const auto begin = static_cast<std::size_t>(offsets_[index]);
    return {bytes_.data() + begin, static_cast<std::size_t>(offsets_[index + 1]) - begin};
  }

  [[nodiscard]] std::size_t distinct() const { return offsets_.size() - 1; }
  static std::uint64_t hash_of(std::string_view text);
  void append_short(std::string_view text, const ShortTextIndex::Query& query);
  void append_long(std::string_view text, std::uint64_t hash);
  /// Appends a text that was found under this number, or is new: 0. Returns the number to find it
  /// under from now on; 0: there is nothing new to find.
  std::uint32_t append_known(std::string_view text, std::uint32_t number);
  void append_plain(std::string_view text);
  void unroll();

  std::string bytes_;
  std::vector<std::int64_t> offsets_;
  std::vector<std::int32_t> codes_;  ///< one a row while a dictionary; kNullCode: null
  ShortTextIndex short_texts_;       ///< codes + 1
  HashIndex long_texts_;             ///< of the others
  std::size_t values_ = 0;           ///< rows that are not null
  std::size_t expected_rows_ = 0;    ///< of plain text, the rows there are among them
  std::size_t expected_bytes_ = 0;   ///< beyond those of the rows there were
  bool plain_ = false;
};

}  // namespace galena::detail
