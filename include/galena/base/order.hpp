// Order: lists of names sorted, and the order of things by their names. In one place because each
// instance of std::sort costs every program that includes it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galena::detail {

/// Sorted by bytes, each once. O(n log n).
inline void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

/// The positions of the names, those of lesser names first, equal names in order. O(n log n).
inline std::vector<std::uint32_t> order_of(const std::vector<std::string_view>& names) {
  std::vector<std::uint32_t> order(names.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int compared = names[a].compare(names[b]);
    return compared != 0 ? compared < 0 : a < b;
  });
  return order;
}

/// For each name, whether it is empty or stands earlier in the list as well. O(n log n).
inline std::vector<bool> repeats_of(const std::vector<std::string_view>& names) {
  std::vector<bool> repeats(names.size());
  const std::vector<std::uint32_t> order = order_of(names);
  for (std::size_t i = 0; i < order.size(); ++i) {
    repeats[order[i]] =
        names[order[i]].empty() || (i > 0 && names[order[i]] == names[order[i - 1]]);
  }
  return repeats;
}

}  // namespace galena::detail
