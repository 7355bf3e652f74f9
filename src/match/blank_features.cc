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

namespace {

/// Features of which many records have one value, so that it says little when all have it.
bool is_shared_by_many(Comparison comparison) {
  switch (comparison) {
    case Comparison::city:
    case Comparison::region:
    case Comparison::postal_code:
    case Comparison::country:
    case Comparison::date:
    case Comparison::category:
    case Comparison::number:
      return true;
    default:
      return false;
  }
}

/// The different normal forms of a feature, as far as they have to be known.
class FewForms {
 public:
  /// Adds those of a table; false when there are two, or too many writings to read.
  bool add(const Table& table, const Feature& feature) {
    RawReader raw;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      for (const std::vector<std::uint32_t>& slot : feature.slots) {
        const RawParts parts = raw.read(table.row(row), slot);
        if (raw.blank()) continue;
        ++filled_;
        if (!add(parts[0], parts, feature)) return false;
      }
    }
    return true;
  }
  [[nodiscard]] std::size_t filled() const { return filled_; }

 private:
  bool add(std::string_view written, RawParts parts, const Feature& feature) {
    constexpr std::size_t kMostWritings = 32;
    if (std::find(writings_.begin(), writings_.end(), written) != writings_.end()) return true;
    if (writings_.size() == kMostWritings) return false;
    writings_.emplace_back(written);
    encode_text(feature.comparison, parts, feature.date_order, value_);
    if (form_.empty()) form_ = value_.text;
    return value_.text.empty() || value_.text == form_;
  }

  std::vector<std::string> writings_;
  std::string form_;
  Encoded value_;
  std::size_t filled_ = 0;
};

}  // namespace

std::vector<bool> features_that_differ(const std::vector<const Table*>& tables,
                                       const std::vector<const Layout*>& layouts) {
  constexpr std::size_t kEnough = 50;  // of fewer it may be chance
  std::vector<bool> differ(layouts[0]->features.size(), true);
  for (std::size_t f = 0; f < differ.size(); ++f) {
    if (!is_shared_by_many(without_host_form(layouts[0]->features[f].comparison))) continue;
    FewForms forms;
    bool few = true;
    for (std::size_t t = 0; t < tables.size() && few; ++t)
      few = forms.add(*tables[t], layouts[t]->features[f]);
    differ[f] = !few || forms.filled() < kEnough;
  }
  return differ;
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
