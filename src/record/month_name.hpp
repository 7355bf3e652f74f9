// Names of months, as lists and people write them.
#pragma once

#include <optional>
#include <string_view>

namespace galena::detail {

/// The month of a name or abbreviation in English, German, French, Spanish, Italian, Portuguese,
/// Dutch or Polish, case and accents aside: 1..12.
std::optional<unsigned> month_of_name(std::string_view name);

}  // namespace galena::detail
