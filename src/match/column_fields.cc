#include "match/column_fields.hpp"

#include <algorithm>

namespace galena::match {

const FieldModel* field_for(const ModelData& model, Comparison comparison,
                            std::string_view column) {
  for (const ColumnField& own : model.by_column) {
    if (own.column == column && own.field.comparison == comparison) return &own.field;
  }
  for (const FieldModel& field : model.fields) {
    if (field.comparison == comparison) return &field;
  }
  return nullptr;
}

void keep_columns(const Layout& layout, const FeatureModels& by_feature, ModelData& model) {
  for (std::size_t f = 0; f < layout.features.size(); ++f) {
    const Feature& feature = layout.features[f];
    if (by_feature[f].levels.empty()) continue;
    const auto alike =
        std::count_if(layout.features.begin(), layout.features.end(),
                      [&](const Feature& other) { return other.comparison == feature.comparison; });
    const auto own =
        std::find_if(model.by_column.begin(), model.by_column.end(),
                     [&](const ColumnField& column) { return column.column == feature.name; });
    if (own != model.by_column.end()) {
      own->field = by_feature[f];
    } else if (alike > 1) {
      model.by_column.push_back({feature.name, by_feature[f]});
    }
  }
}

}  // namespace galena::match
