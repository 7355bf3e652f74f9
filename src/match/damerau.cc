// Unrestricted Damerau-Levenshtein distance: Zhao and Sahni, "String correction using the
// Damerau-Levenshtein distance" (2019): a row of the table at a time, and for each column the one
// older value that a swap can come from.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/kernels/edit_pair.hpp"

namespace galena::match {

namespace {

using Cell = std::uint32_t;

/// The last row, from 1, in which each character of a stood; 0 for none.
class AsciiRows {
 public:
  explicit AsciiRows(std::size_t) {}
  Cell& operator[](char c) { return rows_[static_cast<unsigned char>(c)]; }

 private:
  std::array<Cell, 128> rows_{};
};

class WideRows {
 public:
  explicit WideRows(std::size_t different) {
    std::size_t places = 64;
    while (places < 2 * different) places *= 2;
    places_.resize(places);
  }
  Cell& operator[](char32_t c) {
    std::size_t at = (c * 0x9E3779B1U >> 12) & (places_.size() - 1);
    while (places_[at].used && places_[at].character != c) at = (at + 1) & (places_.size() - 1);
    places_[at].character = c;
    places_[at].used = true;
    return places_[at].row;
  }

 private:
  struct Place {
    char32_t character = 0;
    bool used = false;
    Cell row = 0;
  };
  std::vector<Place> places_;
};

/// Rows are kept with one cell before column 0, which stands for "out of reach".
class DamerauTable {
 public:
  DamerauTable(std::size_t columns, Cell unreachable)
      : columns_(columns), unreachable_(unreachable) {
    const std::size_t width = columns + 2;
    Cell* cells = few_.data();
    if (3 * width > few_.size()) {
      many_.resize(3 * width);
      cells = many_.data();
    }
    before_swap_ = cells;
    above_ = cells + width;
    row_ = cells + 2 * width;
    std::fill(cells, row_ + 1, unreachable);
    std::iota(row_ + 1, row_ + width, Cell{0});
  }
  DamerauTable(const DamerauTable&) = delete;
  DamerauTable& operator=(const DamerauTable&) = delete;

  /// Fills row i (from 1), the row of character `c` of a; the least value in it.
  template <class Character, class Text, class LastRows>
  Cell fill(Cell i, Character c, const Text& b, LastRows& last_rows) {
    std::swap(above_, row_);
    Cell last_column = 0;          // of c in b, so far
    Cell two_above = row_[1];      // the cell of the row before last, one column back
    Cell swap_row = unreachable_;  // the like, left of the last column of c
    row_[1] = i;
    Cell least = i;
    Cell left = i;
    for (Cell j = 1; j <= columns_; ++j) {
      Cell value = std::min(left, above_[j + 1]) + 1;
      if (b[j - 1] == c) {
        value = std::min(value, above_[j]);
        last_column = j;
        before_swap_[j + 1] = above_[j - 1];
        swap_row = two_above;
      } else {
        value = std::min(value, above_[j] + 1);
        if (last_column != 0)
          value = std::min(value, swapped(i, j, last_column, swap_row, last_rows[b[j - 1]]));
      }
      two_above = std::exchange(row_[j + 1], value);
      left = value;
      least = std::min(least, value);
    }
    last_rows[c] = i;
    return least;
  }
  [[nodiscard]] Cell result() const { return row_[columns_ + 1]; }

 private:
  /// The way by a swap of the characters of row k and column l; only neighbours in one of the two
  /// can be on a best way.
  [[nodiscard]] Cell swapped(Cell i, Cell j, Cell l, Cell swap_row, Cell k) const {
    if (k == 0) return unreachable_;
    if (j - l == 1) return before_swap_[j + 1] + (i - k);
    return i - k == 1 ? swap_row + (j - l) : unreachable_;
  }

  std::array<Cell, 3 * 66> few_;
  std::vector<Cell> many_;
  std::size_t columns_;
  Cell unreachable_;
  Cell* before_swap_;
  Cell* above_;
  Cell* row_;
};

template <class LastRows, class Text>
std::size_t damerau_of(Text a, Text b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  kernels::drop_common_ends(a, b);
  if (a.empty()) return kernels::limited(b.size(), limit);
  if (limit <= 1) return kernels::few_steps<true>(a, b, limit);
  LastRows last_rows(a.size() + b.size());
  DamerauTable table(b.size(), static_cast<Cell>(a.size() + b.size() + 1));
  for (Cell i = 1; i <= a.size(); ++i) {
    // Every way to the last cell has a cell in this row, or one above a swap that costs as much.
    const std::size_t least = table.fill(i, a[i - 1], b, last_rows);
    if (least > limit) return limit + 1;
  }
  return kernels::limited(table.result(), limit);
}

}  // namespace

std::size_t damerau_levenshtein(std::string_view a, std::string_view b, std::size_t limit) {
  if (is_plain_ascii(a) && is_plain_ascii(b)) return damerau_of<AsciiRows>(a, b, limit);
  const Characters left(a);
  const Characters right(b);
  return damerau_of<WideRows>(left.view(), right.view(), limit);
}

}  // namespace galena::match
