// How good the duplicates are, where the truth is known.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "galena/record/table.hpp"

namespace demo {

/// Pairs of rows in one cluster, against pairs of rows of one person.
struct Quality {
  std::uint64_t true_pairs = 0;
  std::uint64_t found_pairs = 0;
  std::uint64_t right_pairs = 0;  ///< both

  [[nodiscard]] double precision() const { return share(right_pairs, found_pairs); }
  [[nodiscard]] double recall() const { return share(right_pairs, true_pairs); }
  [[nodiscard]] double f1() const { return share(2 * right_pairs, true_pairs + found_pairs); }

 private:
  static double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// `clusters` has a row for every element of `truth`; column 1 is the cluster. O(n log n).
Quality measure(const galena::Table& clusters, const std::vector<std::string>& truth);

}  // namespace demo
