// Clustering: from scored pairs to groups of records that are one entity.
//
// Greedy average link: pairs in descending weight; two clusters are joined when the average weight
// of all pairs between them, scored now where they were not compared before, favours it. So one
// strong pair does not chain two groups that otherwise disagree. What ClusterRules keep apart is
// never in one cluster. Then records of large clusters that fit elsewhere better move there
// (local_moves.hpp).
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "match/cluster_rules.hpp"
#include "match/pair_search.hpp"
#include "match/partners.hpp"

namespace galena::match {

/// The weight of two records by their numbers, the prior included.
using PairWeight = std::function<WeightSum(std::uint32_t, std::uint32_t)>;

/// The clusters of two members and more, sorted, by the number of their cluster.
using ClusterMembers = boost::unordered_flat_map<std::uint32_t, std::vector<std::uint32_t>>;

struct ClusterOptions {
  WeightSum prior = 0;      ///< added to every pair's evidence
  WeightSum threshold = 0;  ///< least weight of a pair that starts a join
  ClusterLimits limits{};
  /// What pairs that are not given change by; null: nothing.
  const Partners* partners = nullptr;
  /// Members from which a cluster's records may move; 0: none does.
  std::size_t moves_from = 0;
};
/// A cluster of more than 20 is large: its last members were let in by the average of many.
inline constexpr std::size_t kLargeCluster = 21;

/// Two clusters became one, because of a pair.
struct ClusterJoin {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  WeightSum weight = 0;    ///< of the pair
  WeightSum average = 0;   ///< of all pairs between the two (of 24 members of either)
  std::uint32_t left = 0;  ///< members of a's cluster
  std::uint32_t right = 0;
};

/// A record left its cluster for one that fits better.
struct ClusterMove {
  std::uint32_t record = 0;
  std::uint32_t from = 0;  ///< the first of those that stayed
  std::uint32_t to = 0;    ///< the first of those it came to; the record itself: it is alone now
  WeightSum gain = 0;      ///< what the sum of weights within clusters rises by
};

struct Clustering {
  std::vector<std::uint32_t> cluster_of;  ///< for every record the first of its cluster
  std::vector<ClusterJoin> joins;         ///< those of one cluster in the order of joining
  std::vector<ClusterMove> moves;         ///< those of one cluster in the order of moving
};

/// A pair's say in averages and sums: a weight beyond +14 or -4 bits counts as that.
WeightSum say_of(WeightSum weight);
/// Of large clusters 24 members, evenly spread, speak for all.
std::vector<std::uint32_t> speakers_of(std::span<const std::uint32_t> members);
/// The average say of all pairs between two groups, of their speakers; rounded down.
WeightSum average_between(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                          const PairWeight& weight);

/// Clusters the records 0 to count - 1. Deterministic in pairs and weights, for any number of
/// threads; `weight` must be symmetric and that of the pairs, and is asked by all threads.
Clustering cluster_graph(std::size_t count, const std::vector<ScoredPair>& pairs,
                         const PairWeight& weight, const ClusterOptions& options, unsigned threads);

/// The same over encoded records; `pairs` by a, then b, each once and with its evidence.
Clustering cluster_records(const EncodedRecords& records, const Scorer& scorer,
                           const std::vector<ScoredPair>& pairs, const ClusterOptions& options,
                           unsigned threads);

/// For every record the smallest record number of its cluster.
std::vector<std::uint32_t> cluster_pairs(const EncodedRecords& records, const Scorer& scorer,
                                         const std::vector<ScoredPair>& pairs,
                                         const ClusterOptions& options, unsigned threads);

/// The same over some records only: pairs and the outcome number `subset`'s places.
std::vector<std::uint32_t> cluster_subset(const EncodedRecords& records, const Scorer& scorer,
                                          const std::vector<std::uint32_t>& subset,
                                          const std::vector<ScoredPair>& pairs,
                                          const ClusterOptions& options);

}  // namespace galena::match
