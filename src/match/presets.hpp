// Built-in weights.
#pragma once

#include "galena/match/model.hpp"

namespace galena::match {

ModelData preset_data(Preset preset);

}  // namespace galena::match
