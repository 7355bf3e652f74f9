// Import formats: dates, numbers and words as files write them, brought into canonical form.
//
//   galena::ImportFormats formats{.utc_offset = std::chrono::hours(1)};
//   auto clean = galena::normalise_formats(csv.table, schema, mapping.columns, formats);
//   auto leads = galena::conform(clean->table, schema, mapping.columns);
//
// "15 Apr, 2021 00:03", "1/18/2021", "20210105", "$22,700.00", "1.234,50 EUR", "342.09K", "Ja" are
// read. The format of a column is found from all of its values; when two readings fit ("3/4/2021"),
// that is an error for the caller to resolve, never a guess.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/decimal.hpp"
#include "galena/base/result.hpp"
#include "galena/record/conform.hpp"
#include "galena/record/date_order.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena {

enum class DecimalMark : std::uint8_t { point, comma };

inline constexpr std::string_view kDecimalMarkNames[] = {"point", "comma"};

constexpr std::string_view decimal_mark_name(DecimalMark mark) {
  return kDecimalMarkNames[static_cast<std::size_t>(mark)];
}

/// What the caller declares about a file. What is not declared is found out, or asked for.
struct ImportFormats {
  std::optional<DateOrder> date_order = {};
  std::optional<DecimalMark> decimal_mark = {};
  /// East of UTC, of times that name no offset themselves. Without it a column of such times is an
  /// error ("missing_offset") when its field is an instant.
  std::optional<std::chrono::minutes> utc_offset = {};
  /// The first of the hundred years that two-digit years mean, such as 1950. Without it such a
  /// column is an error ("two_digit_year").
  std::optional<int> first_two_digit_year = {};
  Currency currency = {};  ///< of amounts that name none or only "$"
};

/// What a column was read as.
struct ColumnFormat {
  std::string column;
  std::string field;
  std::optional<DateOrder> date_order = {};
  std::optional<DecimalMark> decimal_mark = {};
  std::size_t unread =
      0;  ///< values that no format reads; kept as they are, conform() reports them
  friend bool operator==(const ColumnFormat&, const ColumnFormat&) = default;
};

struct NormalisedTable {
  Table table;                        ///< the source with the mapped columns in canonical text
  std::vector<ColumnFormat> formats;  ///< of the columns that hold dates or numbers, in table order
};

/// Rewrites the text columns that `mapping` gives to fields of type date, instant, integer, number,
/// decimal, money, boolean, picklist and multi_picklist in canonical text; other columns are
/// shared. White space alone becomes empty. Picklists: a value or label in any language, case and
/// punctuation aside, becomes the value. Errors (INVALID_ARGUMENT, subject: the column), all at
/// once: "ambiguous_date", "mixed_dates", "two_digit_year", "missing_offset", "ambiguous_number",
/// "mixed_numbers". Columns and fields that do not exist are left for conform() to report.
/// O(values). Any thread.
Result<NormalisedTable> normalise_formats(const Table& source, const Schema& schema,
                                          const ColumnMapping& mapping,
                                          const ImportFormats& formats = {});

}  // namespace galena
