// Records as JSON objects: field name -> value.
#pragma once

#include <string_view>

#include "galena/base/result.hpp"
#include "galena/record/record.hpp"

namespace galena::detail {

/// Sets the fields that a JSON object names, {"country":"DE","employees":50,"product_interest":["a"]};
/// null is blank, an array is the items of a multi-picklist. All of them or none: every problem is
/// reported with its pointer. Fields that are not named keep their values.
Result<void> set_fields_from_json(Record& record, std::string_view json);

}  // namespace galena::detail
