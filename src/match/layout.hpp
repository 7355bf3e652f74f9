// Layout: which columns feed which feature, for one table or kind of record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galena/match/fields.hpp"
#include "match/feature.hpp"

namespace galena::match {

/// Where values come from: column (or field) numbers; kNoColumn for a part that is not there.
inline constexpr std::uint32_t kNoColumn = 0xFFFFFFFF;

struct Feature {
  Comparison comparison = Comparison::text;
  std::string
      name;  ///< what explanations call it: the column, or the comparison when there are several
  /// One list a value: a record has a value for each slot (telephone and mobile are two), made of
  /// one or more parts (a street of line and house number).
  std::vector<std::vector<std::uint32_t>> slots;
  DateOrder date_order = DateOrder::day_month_year;
  std::uint32_t first_slot = 0;  ///< place of the first value in a record's row of values

  friend bool operator==(const Feature&, const Feature&) = default;
};

struct Layout {
  std::vector<Feature> features;
  std::uint32_t slots = 0;  ///< values a record has

  /// The feature of that comparison (the first one), or -1.
  [[nodiscard]] int find(Comparison comparison) const;
};

/// The features of records whose fields are `fields`, number i being read as `columns[i]`.
Layout make_layout(const Fields& fields, const std::vector<std::uint32_t>& columns);

/// As make_layout() for a table; NOT_FOUND "unknown_column" for each field without a column.
Result<Layout> layout_of(const Table& table, const Fields& fields);

/// The features of records of two tables together; no column is set. Errors: check_fields().
Result<Layout> union_layout(const Fields& left, const Fields& right);

/// The layout for a second table that gives the same features, in the same order, as `shape`; parts
/// the table does not have are kNoColumn.
Layout align_layout(const Layout& shape, const Layout& other);

}  // namespace galena::match
