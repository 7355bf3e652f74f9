// Metadata of an Arrow field: one entry of it is ours, the currency of a money column.
#pragma once

#include <string>

#include "galena/base/decimal.hpp"

namespace galena::detail {

/// The metadata that names a currency, in the binary form of the Arrow C data interface.
std::string arrow_currency_metadata(Currency currency);

/// The currency that a field's metadata (nullptr: none) names, if it does.
Currency arrow_currency(const char* metadata);

}  // namespace galena::detail
