#include "match/uncompared.hpp"

#include "match/blank_features.hpp"

namespace galena::match {

void warn_of_unread_columns(const Side& side, const HostTable& values,
                            const std::vector<bool>& with_values,
                            std::vector<std::string>& warnings) {
  // One column may be read by several features: full names are given and family names too.
  std::vector<bool> looked_at(side.table.columns().size());
  std::vector<bool> speaks(side.table.columns().size());
  const auto look = [&](std::uint32_t column, bool read) {
    if (column == kNoColumn) return;
    looked_at[column] = true;
    if (read) speaks[column] = true;
  };
  for (std::size_t f = 0; f < side.layout.features.size(); ++f) {
    const Feature& feature = side.layout.features[f];
    if (feature.comparison == Comparison::name_suffix) {
      // A suffix may stand in a column of its own; that names have none is nothing to tell.
      Feature stated = values.layout.features[f];
      stated.slots[0].resize(1);
      look(feature.slots[0][0], reads_any(values.table, stated));
      continue;
    }
    for (const auto& slot : feature.slots)
      for (const std::uint32_t column : slot) look(column, with_values[f]);
  }
  for (const Field& field : side.fields) {
    const auto column = side.table.find(field.column);
    if (!column || !looked_at[*column] || speaks[*column] || !has_values(side.table[*column]))
      continue;
    warnings.push_back("column '" + field.column + "' says nothing: none of its values is a " +
                       std::string(kind_name(field.kind)));
  }
}

void warn_of_what_the_model_leaves_out(detail::MatchState& state) {
  const Side& side = state.left;
  std::vector<bool> read(side.table.columns().size());
  std::vector<bool> compared(side.table.columns().size());
  for (const Feature& feature : side.layout.features) {
    const bool known = state.model.find(feature.comparison, feature.name) != nullptr;
    for (const auto& slot : feature.slots) {
      for (const std::uint32_t column : slot) {
        if (column == kNoColumn) continue;
        read[column] = true;
        if (known) compared[column] = true;
      }
    }
  }
  for (const Field& field : side.compared) {
    const auto column = side.table.find(field.column);
    if (!column || !read[*column] || compared[*column]) continue;
    state.report.warnings.push_back("column '" + field.column +
                                    "' is left out: the model compares no " +
                                    std::string(kind_name(field.kind)));
  }
}

void warn_of_no_comparison(detail::MatchState& state) {
  const std::size_t left = state.left.table.rows();
  const bool several = state.linking ? left > 0 && state.right.table.rows() > 0 : left > 1;
  if (!several || state.told_why_nothing) return;
  if (state.linking && state.left.layout.features.empty()) {
    state.report.warnings.push_back(
        "no two records were compared: the tables have no columns in common of which both have "
        "values (name those of both in fields and right_fields)");
  } else if (state.report.blocking.empty()) {
    state.report.warnings.push_back(
        "no two records were compared: there is no column by which one would be looked up (a name, "
        "company, e-mail address, telephone, street, birth date, identifier or text; name columns "
        "in fields)");
  }
}

}  // namespace galena::match
