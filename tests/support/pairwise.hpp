#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::test {

/// Pairs of rows in one cluster against pairs of rows that belong together.
struct Pairwise {
  double found = 0;
  double real = 0;
  double together = 0;  ///< both

  [[nodiscard]] double precision() const { return together / found; }
  [[nodiscard]] double recall() const { return together / real; }
  [[nodiscard]] double f1() const { return 2 * together / (found + real); }
};

/// `clusters` as deduplicate() gives it (column 1 is the cluster), `truth` the true group of each
/// row.
inline Pairwise pairwise(const Table& clusters, const std::vector<std::string>& truth) {
  std::map<std::string, double> found;
  std::map<std::string, double> real;
  std::map<std::pair<std::string, std::string>, double> both;
  for (std::size_t row = 0; row < truth.size(); ++row) {
    const std::string cluster = to_text(clusters[1][row]);
    ++found[cluster];
    ++real[truth[row]];
    ++both[{cluster, truth[row]}];
  }
  const auto pairs = [](const auto& counts) {
    double sum = 0;
    for (const auto& [key, count] : counts) sum += count * (count - 1) / 2;
    return sum;
  };
  return {pairs(found), pairs(real), pairs(both)};
}

}  // namespace galena::test
