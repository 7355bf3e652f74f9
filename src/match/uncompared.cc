#include "match/uncompared.hpp"

namespace galena::match {

namespace {

bool has_values(const Column& column) {
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column.is_null(row) && !(column.type() == ColumnType::text && column.text(row).empty()))
      return true;
  }
  return false;
}

/// Calls visit(feature, column) for each column that a feature of a side reads.
template <class Visit>
void for_columns(const Side& side, Visit visit) {
  for (std::size_t f = 0; f < side.layout.features.size(); ++f) {
    for (const auto& slot : side.layout.features[f].slots) {
      for (const std::uint32_t column : slot)
        if (column != kNoColumn) visit(f, column);
    }
  }
}

void warn_of_unread_columns(const Side& side, const EncodedRecords& records,
                            std::vector<std::string>& warnings) {
  // One column may be read by several features: full names are given and family names too.
  std::vector<bool> looked_at(side.table.columns().size());
  std::vector<bool> speaks(side.table.columns().size());
  for_columns(side, [&](std::size_t feature, std::uint32_t column) {
    constexpr std::size_t kBlankAlone = 1;
    looked_at[column] = true;
    if (records.store(feature).size() > kBlankAlone) speaks[column] = true;
  });
  for (const Field& field : side.fields) {
    const auto column = side.table.find(field.column);
    if (!column || !looked_at[*column] || speaks[*column] || !has_values(side.table[*column]))
      continue;
    warnings.push_back("column '" + field.column + "' says nothing: none of its values is a " +
                       std::string(kind_name(field.kind)));
  }
}

/// Whether a feature has columns on both sides of a link.
bool in_common(const detail::MatchState& state) {
  std::vector<bool> left(state.records->layout().features.size());
  bool both = false;
  for_columns(state.left, [&](std::size_t feature, std::uint32_t) { left[feature] = true; });
  for_columns(state.right,
              [&](std::size_t feature, std::uint32_t) { both = both || left[feature]; });
  return both;
}

}  // namespace

void warn_of_unread_columns(detail::MatchState& state) {
  warn_of_unread_columns(state.left, *state.records, state.report.warnings);
  if (state.linking) warn_of_unread_columns(state.right, *state.records, state.report.warnings);
}

void warn_of_no_comparison(detail::MatchState& state) {
  const std::size_t left = state.left.table.rows();
  const bool several = state.linking ? left > 0 && state.right.table.rows() > 0 : left > 1;
  if (!several) return;
  if (state.linking && !in_common(state)) {
    state.report.warnings.push_back(
        "no two records were compared: the tables have no columns in common (name those of both in "
        "fields and right_fields)");
  } else if (state.report.blocking.empty()) {
    state.report.warnings.push_back(
        "no two records were compared: there is no column by which one would be looked up (a name, "
        "company, e-mail address, telephone, street, birth date, identifier or text; name columns "
        "in fields)");
  }
}

}  // namespace galena::match
