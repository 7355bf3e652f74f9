// Clustering: from scored pairs to groups of records that are one entity.
//
// Greedy average link: pairs in descending weight; two clusters are joined when the average weight
// of all pairs between them, scored now where they were not compared before, favours it. So one
// strong pair does not chain two groups that otherwise disagree. Pairs that somebody declared
// different are never in one cluster.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "match/pair_search.hpp"

namespace galena::match {

struct ClusterOptions {
  WeightSum prior = 0;      ///< added to every pair's evidence
  WeightSum threshold = 0;  ///< least weight of a pair that starts a join
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;  ///< records that are not one entity
};

/// For every record the smallest record number of its cluster. Deterministic in records and pairs.
std::vector<std::uint32_t> cluster_pairs(const EncodedRecords& records, const Scorer& scorer,
                                         const std::vector<ScoredPair>& pairs,
                                         const ClusterOptions& options);

/// The same over some records only: pairs and the outcome number `subset`'s places.
std::vector<std::uint32_t> cluster_subset(const EncodedRecords& records, const Scorer& scorer,
                                          const std::vector<std::uint32_t>& subset,
                                          const std::vector<ScoredPair>& pairs,
                                          const ClusterOptions& options);

}  // namespace galena::match
