// The values of a text column, seen once each where the column knows which repeat.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "galena/record/column.hpp"

namespace galena::detail {

/// Calls `visit` with the values of a text column that are not blank: each distinct value once when
/// the column is a dictionary, else row by row.
void for_each_text(const Column& column, const std::function<void(std::string_view)>& visit);

/// The column with every value that `rewrite` answers replaced by the answer, under the same name.
/// `rewrite` is asked once a distinct value when the column is a dictionary. Counts into `kept` the
/// rows whose value is not blank and was not answered.
Column rewrite_text(const Column& column,
                    const std::function<std::optional<std::string>(std::string_view)>& rewrite,
                    std::size_t& kept);

}  // namespace galena::detail
