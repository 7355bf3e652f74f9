#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "galena/match/deduplicate.hpp"

namespace galena::test {

using Sets = std::set<std::set<std::string>>;

/// The ids of each cluster, whatever the clusters are called.
inline Sets clusters_of(const match::Deduplication& found) {
  std::map<std::string, std::set<std::string>> by_cluster;
  const Table& table = found.clusters();
  for (std::size_t row = 0; row < table.rows(); ++row)
    by_cluster[to_text(table[1][row])].insert(to_text(table[0][row]));
  Sets sets;
  for (auto& [cluster, members] : by_cluster) sets.insert(std::move(members));
  return sets;
}

}  // namespace galena::test
