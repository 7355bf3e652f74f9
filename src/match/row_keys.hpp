// What tells the rows of a table apart: ids, and columns that may be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "galena/record/column.hpp"

namespace galena::match {

/// The value of a row as text, borrowed from the column where it is text there; else in `owned`.
std::string_view row_text(const Column& values, std::size_t row, std::string& owned);

struct KeyCounts {
  std::size_t filled = 0;     ///< rows with a value
  std::size_t different = 0;  ///< different ones among them, never more than there are
};
/// By hashes of 64 bits, so one or two different values may be missed among thousands of millions.
/// O(rows).
KeyCounts count_keys(const Column& values);

}  // namespace galena::match
