#include "match/blank_features.hpp"

#include <algorithm>

#include "match/host_forms.hpp"
#include "match/records.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

bool is_blank(const Column& column, std::size_t row) {
  if (column.is_null(row)) return true;
  if (column.type() == ColumnType::text) return trim(column.text(row)).empty();
  return column[row].is_blank();
}

bool is_name(const Feature& feature) {
  switch (without_host_form(feature.comparison)) {
    case Comparison::full_name:
    case Comparison::first_name:
    case Comparison::last_name:
      return true;
    default:
      return false;
  }
}

bool has_columns(const std::vector<std::uint32_t>& slot) {
  return std::any_of(slot.begin(), slot.end(),
                     [](std::uint32_t column) { return column != kNoColumn; });
}

}  // namespace

bool has_values(const Column& column) {
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!is_blank(column, row)) return true;
  }
  return false;
}

bool reads_any(const Table& table, const Feature& feature) {
  RawReader raw;
  Encoded value;
  for (const std::vector<std::uint32_t>& slot : feature.slots) {
    if (!has_columns(slot)) continue;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const RawParts parts = raw.read(table.row(row), slot);
      if (raw.blank()) continue;
      encode_text(feature.comparison, parts, feature.date_order, value);
      if (!value.text.empty()) return true;
    }
  }
  return false;
}

Fields without_blank_columns(const Table& table, Fields fields) {
  if (table.rows() == 0) return fields;
  for (Field& field : fields) {
    if (field.kind == Kind::ignore || field.kind == Kind::created) continue;
    const auto column = table.find(field.column);
    if (column && !has_values(table[*column])) field.kind = Kind::ignore;
  }
  return fields;
}

std::vector<bool> features_with_values(const Table& table, const Layout& layout) {
  const auto& features = layout.features;
  std::vector<bool> with_values(features.size(), true);
  if (table.rows() == 0) return with_values;
  const bool names = std::any_of(features.begin(), features.end(), is_name);
  for (std::size_t f = 0; f < features.size(); ++f) {
    if (features[f].comparison == kRawText) continue;
    const bool beside_name =
        names && without_host_form(features[f].comparison) == Comparison::name_suffix;
    with_values[f] =
        beside_name ? has_columns(features[f].slots[0]) : reads_any(table, features[f]);
  }
  return with_values;
}

void keep_features(const std::vector<bool>& kept, Layout& layout) {
  std::vector<Feature> features;
  layout.slots = 0;
  for (std::size_t f = 0; f < layout.features.size(); ++f) {
    if (!kept[f]) continue;
    features.push_back(std::move(layout.features[f]));
    features.back().first_slot = layout.slots;
    layout.slots += static_cast<std::uint32_t>(features.back().slots.size());
  }
  layout.features = std::move(features);
}

}  // namespace galena::match
