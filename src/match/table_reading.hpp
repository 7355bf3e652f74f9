// Reading the generated tables: what the look-ups of names and those of contacts share.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <string_view>
#include <utility>

#include "match/hash.hpp"

namespace galena::match::tables {

template <class T>
using TextMap = boost::unordered_flat_map<std::string_view, T, TextHash, TextEqual>;
using TextSet = boost::unordered_flat_set<std::string_view, TextHash, TextEqual>;

/// Calls `use` with every entry of a generated table.
template <class Use>
void for_each_entry(std::string_view table, Use use) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    if (end != 0) use(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
}

/// What is before the first separator, and what is behind it.
inline std::pair<std::string_view, std::string_view> split_first(std::string_view text,
                                                                 char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace galena::match::tables
