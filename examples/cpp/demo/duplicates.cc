#include "duplicates.hpp"

#include <algorithm>
#include <utility>

#include "galena/base/value.hpp"

namespace demo {
namespace {

/// The pairs within groups of equal elements of a sorted list.
template <class T>
std::uint64_t pairs_of_equals(std::vector<T> list) {
  std::sort(list.begin(), list.end());
  std::uint64_t pairs = 0;
  for (std::size_t first = 0; first < list.size();) {
    const auto end = std::upper_bound(list.begin() + static_cast<std::ptrdiff_t>(first), list.end(),
                                      list[first]) -
                     list.begin();
    const std::uint64_t size = static_cast<std::uint64_t>(end) - first;
    pairs += size * (size - 1) / 2;
    first = static_cast<std::size_t>(end);
  }
  return pairs;
}

}  // namespace

Quality measure(const galena::Table& clusters, const std::vector<std::string>& truth) {
  std::vector<std::string> found;
  std::vector<std::pair<std::string, std::string>> both;
  for (std::size_t row = 0; row < truth.size(); ++row) {
    found.push_back(galena::to_text(clusters[1][row]));
    both.emplace_back(found.back(), truth[row]);
  }
  return {pairs_of_equals(truth), pairs_of_equals(std::move(found)), pairs_of_equals(std::move(both))};
}

}  // namespace demo
