// Side: one input table of a search for duplicates, as its records are encoded.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "match/fixed_point.hpp"
#include "match/layout.hpp"

namespace galena::match {

/// One input table: its fields, its features, and which of its rows each encoded record is.
struct Side {
  Table table;
  Fields fields;
  Fields compared;  ///< `fields`, those of columns without a value ignored
  Layout layout;    ///< aligned with the records' layout
  std::string id_column;
  std::vector<std::uint32_t> row_of;     ///< by record, counted from the side's first record
  std::vector<std::uint32_t> record_of;  ///< by row
  std::uint32_t first_record = 0;

  [[nodiscard]] ValueView id(std::size_t row) const;
  /// The row of a record by its number among those of all sides.
  [[nodiscard]] std::uint32_t row(std::uint32_t record) const {
    return row_of[record - first_record];
  }
  [[nodiscard]] Result<std::size_t> row_with_id(const ValueView& id) const;
};

/// The rows of a side by the text of their ids, for many lookups. O(rows log rows) to make.
class RowsById {
 public:
  explicit RowsById(const Side& side);
  /// As Side::row_with_id(). O(log rows).
  [[nodiscard]] Result<std::size_t> find(const ValueView& id) const;

 private:
  const Side& side_;
  std::vector<std::pair<std::string, std::uint32_t>> rows_;  ///< by text, then by row
};

/// Reads a table: its fields, given or inferred, its features, its ids. Columns of
/// `never_compared` and the ids are left out of inference; what it warns of goes into `warnings`.
Result<Side> make_side(const Table& table, const Fields& fields, const std::string& id_column,
                       std::vector<std::string> never_compared, std::vector<std::string>& warnings);

/// A column of ids: the texts or numbers of `side`'s rows `rows`, in that order.
Column id_column_of(const Side& side, const std::vector<std::uint32_t>& rows, std::string name);

/// The table left, right, weight, probability of pairs given as rows.
struct RowPair {
  std::uint32_t left;
  std::uint32_t right;
  WeightSum weight;
};
Table pairs_table(const Side& left, const Side& right, std::vector<RowPair> pairs);

}  // namespace galena::match
