// What the values of a column say about the field it can be.
#pragma once

#include <optional>

#include "galena/record/column.hpp"
#include "galena/record/schema.hpp"

namespace galena::detail {

/// False when fewer than half of the values looked at can be read as the field's type, in any
/// format (text fits anything); true for a column without values.
bool values_fit(const Column& column, const Field& field);

/// email or website when at least nine of ten values, and three at least, are such addresses.
std::optional<Kind> kind_of_values(const Column& column);

}  // namespace galena::detail
