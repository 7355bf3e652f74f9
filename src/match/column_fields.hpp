// Probabilities of single columns in a model (ModelData::by_column): which a feature goes by, and
// what training writes.
#pragma once

#include <string_view>

#include "galena/match/model.hpp"
#include "match/layout.hpp"
#include "match/scorer.hpp"

namespace galena::match {

/// The model's part for a column of this name: its own, else that of the comparison; null: it is
/// not compared.
[[nodiscard]] const FieldModel* field_for(const ModelData& model, Comparison comparison,
                                          std::string_view column);

/// Writes what was learnt of each feature into the model where several features are compared alike,
/// or where the model has probabilities of that column. Other columns' stay as they are.
void keep_columns(const Layout& layout, const FeatureModels& by_feature, ModelData& model);

}  // namespace galena::match
