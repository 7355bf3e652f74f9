// ClusterRules: which records may not be in one cluster, whatever their weights.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace galena::match {

/// What a caller asks of clusters; records by number.
struct ClusterLimits {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart{};  ///< records that are not one
  /// By record: the number of its value in the column of which a cluster holds each value once; 0
  /// for a blank, which binds nothing. Empty: there is no such column.
  std::vector<std::uint32_t> source_of{};
  std::size_t most_members = 0;  ///< records that a cluster may have; 0: any number
};

/// What stands between two groups of records.
struct ClusterObstacle {
  enum class Kind : std::uint8_t { declared_apart, one_per_source, cluster_size };
  Kind kind = Kind::declared_apart;
  std::uint32_t left = 0;  ///< the two records that may not be together, but for cluster_size
  std::uint32_t right = 0;
};

class ClusterRules {
 public:
  ClusterRules() = default;
  explicit ClusterRules(ClusterLimits limits);

  /// Why two groups, each of them allowed and sorted, may not become one; nothing when they may.
  /// O(members log members).
  [[nodiscard]] std::optional<ClusterObstacle> between(std::span<const std::uint32_t> left,
                                                       std::span<const std::uint32_t> right) const;
  [[nodiscard]] const ClusterLimits& limits() const { return limits_; }

 private:
  [[nodiscard]] std::optional<ClusterObstacle> declared(std::span<const std::uint32_t> left,
                                                        std::span<const std::uint32_t> right) const;
  [[nodiscard]] std::optional<ClusterObstacle> same_source(
      std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) const;

  ClusterLimits limits_;  ///< apart in both directions, sorted
};

}  // namespace galena::match
