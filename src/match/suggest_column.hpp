// What to do about the name of a column that a table does not have.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "detail/nearest_name.hpp"
#include "galena/record/table.hpp"

namespace galena::match {

/// The name that is near `wanted`, or the names that there are (ten at most).
inline std::string suggest_column(const Table& table, std::string_view wanted) {
  std::vector<std::string_view> names;
  for (const Column& column : table.columns()) names.push_back(column.name());
  std::string hint = galena::detail::suggest_name(wanted, names);
  if (!hint.empty()) return hint;
  if (names.empty()) return "it has no columns";
  constexpr std::size_t kMost = 10;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i)
    hint += (i == 0 ? "its columns are '" : ", '") + std::string(names[i]) + "'";
  return names.size() > kMost ? hint + " and others" : hint;
}

}  // namespace galena::match
