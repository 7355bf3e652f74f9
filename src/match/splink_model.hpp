// Models of Splink, read from the JSON it saves them as.
#pragma once

#include <optional>
#include <string_view>

#include "galena/match/model.hpp"

namespace galena::match {

/// A model as it was saved, and the levels that were not trained.
struct SplinkModel {
  ModelData data;
  Problems untrained;
};

/// See import_splink().
Result<SplinkModel> model_from_splink(std::string_view json);

/// An SQL condition of a comparison level, as Splink's comparison library writes it for its
/// backends; nothing for any other. `bytes`: the backend's distances are of bytes.
std::optional<ColumnCondition> read_splink_condition(std::string_view sql, bool bytes);

}  // namespace galena::match
