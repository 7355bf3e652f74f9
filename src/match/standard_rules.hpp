// The rules of the preset crm_standard_rules.
#pragma once

#include <vector>

#include "galena/match/model.hpp"

namespace galena::match {

std::vector<MatchRule> standard_rules();

}  // namespace galena::match
