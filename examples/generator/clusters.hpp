#pragma once

// Which rows are one person, in constant memory: the clusters lie one behind the other in order of
// their size, and a permutation scatters them over the file.

#include <array>
#include <cstdint>

#include "generator/random.hpp"

namespace galena::examples::generator {

/// The place of a row in its cluster.
struct Member {
  std::uint64_t person = 0;
  std::uint32_t copy = 0;  // 0 for one row of each cluster, which need not be the first in the file
  std::uint32_t size = 1;  // rows of the cluster
};

class Clusters {
 public:
  /// `duplicates` of a million rows go beyond the first of their person, at most half a million.
  /// Of a hundred such rows about one cluster has 6 rows, two have 5, five 4, twelve 3, the
  /// others 2.
  Clusters(std::uint64_t seed, std::uint64_t rows, std::uint64_t duplicates_of_a_million);

  std::uint64_t persons() const { return persons_; }
  /// The member that stands in the row. Requires row < rows.
  Member at(std::uint64_t row) const;

 private:
  static constexpr std::uint32_t kLargest = 6;

  std::array<std::uint64_t, kLargest + 1> clusters_{};  // by size
  std::uint64_t persons_ = 0;
  Permutation order_;
};

}  // namespace galena::examples::generator
