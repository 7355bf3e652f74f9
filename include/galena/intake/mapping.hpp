// Mapping: which column of a file is which field of a schema, suggested from headers and values.
//
//   galena::Mapping mapping = galena::suggest_mapping(csv.table, *galena::standard_schema("lead"));
//   mapping.reasons[0].text      // "'E-Mail' is email: label 'E-Mail'"
//   auto leads = galena::conform(csv.table, schema, mapping.columns);
//
// A suggestion is shown to a person or taken as it is; what the caller maps explicitly always wins.
// Formats of dates and numbers are in intake/import_formats.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galena/record/conform.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena {

/// Why a column was mapped, from certain to weak.
enum class MappingReason : std::uint8_t {
  given,     ///< by the caller
  name,      ///< the header is the field's name
  label,     ///< the header is the field's label, in some language
  kind,      ///< the header means what the field holds ("Surname" -> last_name)
  words,     ///< the header has the field's words among others
  values,    ///< the header says nothing, the values do (e-mail and web addresses)
  next_best  ///< the fitting field is taken or missing: a second phone as mobile, a full name as
             ///< last
};

inline constexpr std::string_view kMappingReasonNames[] = {"given", "name",   "label",    "kind",
                                                           "words", "values", "next_best"};

constexpr std::string_view mapping_reason_name(MappingReason reason) {
  return kMappingReasonNames[static_cast<std::size_t>(reason)];
}

struct MappedColumn {
  std::string column;
  std::string field;
  MappingReason reason = MappingReason::name;
  std::string text;  ///< English, for a person
  friend bool operator==(const MappedColumn&, const MappedColumn&) = default;
};

struct Mapping {
  ColumnMapping columns;              ///< what conform() takes: the given ones, then by column
  std::vector<MappedColumn> reasons;  ///< one for each of `columns`
  std::vector<std::string> unmapped;  ///< the other columns of the table, in their order
  friend bool operator==(const Mapping&, const Mapping&) = default;
};

/// Suggests a field for each column of `table`: each field and each column at most once. `given` is
/// kept as it is; its columns and fields are not suggested again. A field is not suggested when
/// most of the column's first 1,000 values cannot be read as its type. Depends on nothing but the
/// arguments. O(columns x fields + values looked at). Any thread.
Mapping suggest_mapping(const Table& table, const Schema& schema, const ColumnMapping& given = {});

}  // namespace galena
