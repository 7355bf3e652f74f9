// Fields: what each column of a table is taken for.
//
//   Fields fields = infer_fields(leads);            // from header names and values
//   Fields mine = {{"mail", Kind::email}, {"name", Kind::company}};
//
// A field that names no column of a table is a problem where the table is used; columns that no
// field names are ignored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/match/model.hpp"
#include "galena/match/normalise.hpp"
#include "galena/record/kind.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena::match {

struct Field {
  std::string column{};
  Kind kind = Kind::ignore;
  /// Of dates: how to read 3/4/2021. Without it the column's own unambiguous values decide, then
  /// day first.
  std::optional<DateOrder> date_order{};

  friend bool operator==(const Field&, const Field&) = default;
};
using Fields = std::vector<Field>;

/// Fields of one record that can be compared, those of Kind::ignore not counted.
inline constexpr std::size_t kMostFields = 60;

/// LIMIT_EXCEEDED "too_many_fields" for more than kMostFields. Tables and files are checked by the
/// calls that take them; Index's constructor and compare() leave out what is beyond.
[[nodiscard]] Problems check_fields(const Fields& fields);

/// The same; also NOT_FOUND "unknown_column" for each field that `table` has no column for, with
/// the name that was probably meant. O(fields).
[[nodiscard]] Problems check_fields(const Fields& fields, const Table& table);

/// What infer_fields() found.
struct InferredFields {
  Fields fields;                      ///< one for every column, in column order
  std::vector<std::string> warnings;  ///< columns left out, and why
};

/// Takes each column for a kind: by its header (record/kind.hpp), checked against its values, else
/// by the values alone (e-mail addresses, dates, telephone numbers, names). "name" and the like are
/// of persons or of companies as their values are; one of several addresses is compared; a number
/// that every row has under a header such as "Record ID" is the row's and is not. Columns in
/// `never_compared` (ids, labels) become Kind::ignore. At most 2,000 values a column are read,
/// evenly spaced, of identifiers all. O(columns), O(rows) with identifiers. Pure function of names
/// and values.
[[nodiscard]] InferredFields infer_fields(const Table& table,
                                          const std::vector<std::string>& never_compared = {});

/// The fields of a schema that say who a record is or where: those whose kind tells, but for the
/// day of creation; of each kind the first one, of e-mail addresses, telephone numbers and websites
/// all. Empty when there are none. O(fields²).
[[nodiscard]] Fields identity_fields(const Schema& schema);

/// The preset for these kinds: account when there is a company or a name of unknown kind but no
/// person; lead when there are both; else person.
[[nodiscard]] Preset choose_preset(const Fields& fields);

}  // namespace galena::match
