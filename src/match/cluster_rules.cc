#include "match/cluster_rules.hpp"

#include <algorithm>

namespace galena::match {

using Kind = ClusterObstacle::Kind;

ClusterRules::ClusterRules(ClusterLimits limits) : limits_(std::move(limits)) {
  auto& apart = limits_.apart;
  const std::size_t count = apart.size();
  for (std::size_t i = 0; i < count; ++i) apart.emplace_back(apart[i].second, apart[i].first);
  std::sort(apart.begin(), apart.end());
  apart.erase(std::unique(apart.begin(), apart.end()), apart.end());
}

std::optional<ClusterObstacle> ClusterRules::declared(std::span<const std::uint32_t> left,
                                                      std::span<const std::uint32_t> right) const {
  if (limits_.apart.empty()) return std::nullopt;
  const bool swapped = right.size() < left.size();
  const auto few = swapped ? right : left;
  const auto many = swapped ? left : right;
  for (const std::uint32_t record : few) {
    auto at = std::lower_bound(limits_.apart.begin(), limits_.apart.end(),
                               std::pair(record, std::uint32_t{0}));
    for (; at != limits_.apart.end() && at->first == record; ++at) {
      if (!std::binary_search(many.begin(), many.end(), at->second)) continue;
      return swapped ? ClusterObstacle{Kind::declared_apart, at->second, record}
                     : ClusterObstacle{Kind::declared_apart, record, at->second};
    }
  }
  return std::nullopt;
}

std::optional<ClusterObstacle> ClusterRules::same_source(
    std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) const {
  if (limits_.source_of.empty()) return std::nullopt;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sources;  // of the left: value, record
  for (const std::uint32_t record : left) {
    if (limits_.source_of[record] != 0) sources.emplace_back(limits_.source_of[record], record);
  }
  std::sort(sources.begin(), sources.end());
  for (const std::uint32_t record : right) {
    const std::uint32_t source = limits_.source_of[record];
    if (source == 0) continue;
    const auto same =
        std::lower_bound(sources.begin(), sources.end(), std::pair(source, std::uint32_t{0}));
    if (same != sources.end() && same->first == source)
      return ClusterObstacle{Kind::one_per_source, same->second, record};
  }
  return std::nullopt;
}

std::optional<ClusterObstacle> ClusterRules::between(std::span<const std::uint32_t> left,
                                                     std::span<const std::uint32_t> right) const {
  if (const auto found = declared(left, right)) return found;
  if (const auto found = same_source(left, right)) return found;
  if (limits_.most_members != 0 && left.size() + right.size() > limits_.most_members) {
    return ClusterObstacle{Kind::cluster_size, left.front(), right.front()};
  }
  return std::nullopt;
}

}  // namespace galena::match
