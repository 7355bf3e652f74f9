// A model as JSON text and back.
#pragma once

#include <string>
#include <string_view>

#include "galena/match/model.hpp"

namespace galena::match {

std::string model_to_json(const ModelData& data);
Result<ModelData> model_from_json(std::string_view text);

}  // namespace galena::match
