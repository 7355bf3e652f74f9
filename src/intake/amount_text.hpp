// One number or amount as files write it.
#pragma once

#include <optional>
#include <string_view>

#include "galena/base/decimal.hpp"
#include "galena/intake/import_formats.hpp"

namespace galena::detail {

/// Reads "1,234.50", "$22,700.00", "-5", "(5.00)", "12,50 EUR", "342.09K", "15%" with the given
/// decimal mark; groups of digits may be set off by the other mark, a space or an apostrophe. The
/// currency is that of a code or of a sign that only one currency has. Nothing when the text is no
/// number.
std::optional<Money> parse_amount(std::string_view text, DecimalMark mark);

}  // namespace galena::detail
