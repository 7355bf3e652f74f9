// Local moves: records of large clusters that fit another cluster better go there.
//
// Greedy average link never takes a join back: a record that was let in early stays when the
// cluster has grown into something else. A record moves when the average of its pairs with the
// others of its cluster is below that with another cluster that it has a pair with; and it leaves
// to be alone when that average is negative and no pair holds it any more, the records it came for
// having moved. Both only where the sum of weights within clusters (the objective of correlation
// clustering; Bansal, Blum and Chawla 2004) rises, so that no state comes back. A negative average
// alone does not make it leave: among records with many blanks that parts what is one.
#pragma once

#include <cstdint>
#include <vector>

#include "match/cluster.hpp"

namespace galena::match {

/// Moves records of clusters that have at least `least` members at the start. `pairs` are those
/// from which joins start; `members` the clusters under their first record. In at most eight passes
/// over the records in order; each looks at those whose cluster or neighbours changed. Clusters
/// above 2,000 members neither lose nor gain. O(members) a pass for a record with a pair outside
/// its cluster, O(its pairs) for others.
std::vector<ClusterMove> move_records(const std::vector<ScoredPair>& pairs,
                                      const PairWeight& weight, const ClusterRules& rules,
                                      std::size_t least, const ClusterMembers& members,
                                      std::vector<std::uint32_t>& cluster_of);

}  // namespace galena::match
