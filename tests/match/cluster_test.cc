// Clustering of any weighted graph: constraints, order, local moves; checked against all partitions
// where the graph is small.
#include "match/cluster.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

#include "match/local_moves.hpp"

namespace galena::match {
namespace {

constexpr WeightSum kBit = kOneBit;
using Sets = std::set<std::set<std::uint32_t>>;

/// Weights between all records of a graph; those kept as pairs are what blocking brings up.
struct Graph {
  std::size_t size = 0;
  std::vector<WeightSum> weights;  // by a * size + b
  std::vector<ScoredPair> pairs;

  [[nodiscard]] WeightSum weight(std::uint32_t a, std::uint32_t b) const {
    return weights[a * size + b];
  }
  void set(std::uint32_t a, std::uint32_t b, WeightSum value) {
    weights[a * size + b] = weights[b * size + a] = value;
  }
  void keep_all_pairs() {
    for (std::uint32_t a = 0; a < size; ++a) {
      for (std::uint32_t b = a + 1; b < size; ++b)
        pairs.push_back({a, b, static_cast<Weight>(weight(a, b))});
    }
  }
};

Graph make_graph(std::size_t size) {
  Graph graph;
  graph.size = size;
  graph.weights.assign(size * size, 0);
  return graph;
}

/// Records of some true entities, with weights that tend to show it.
Graph random_graph(std::size_t size, std::size_t entities, std::mt19937& engine) {
  Graph graph = make_graph(size);
  std::vector<std::size_t> entity(size);
  for (auto& each : entity) each = engine() % entities;
  for (std::uint32_t a = 0; a < size; ++a) {
    for (std::uint32_t b = a + 1; b < size; ++b) {
      const int noise = static_cast<int>(engine() % 17) - 8;  // bits
      graph.set(a, b, (noise + (entity[a] == entity[b] ? 4 : -4)) * kBit + engine() % 1000);
    }
  }
  graph.keep_all_pairs();
  return graph;
}

Clustering cluster(const Graph& graph, const ClusterOptions& options) {
  return cluster_graph(
      graph.size, graph.pairs, [&](std::uint32_t a, std::uint32_t b) { return graph.weight(a, b); },
      options, 1);
}

Sets sets_of(const std::vector<std::uint32_t>& cluster_of) {
  std::map<std::uint32_t, std::set<std::uint32_t>> by_cluster;
  for (std::uint32_t record = 0; record < cluster_of.size(); ++record)
    by_cluster[cluster_of[record]].insert(record);
  Sets sets;
  for (auto& [cluster, members] : by_cluster) sets.insert(members);
  return sets;
}

/// The sum of weights within clusters.
WeightSum objective(const Graph& graph, const std::vector<std::uint32_t>& cluster_of) {
  WeightSum sum = 0;
  for (std::uint32_t a = 0; a < graph.size; ++a) {
    for (std::uint32_t b = a + 1; b < graph.size; ++b)
      if (cluster_of[a] == cluster_of[b]) sum += say_of(graph.weight(a, b));
  }
  return sum;
}

bool allowed(const ClusterLimits& limits, const std::vector<std::uint32_t>& cluster_of) {
  for (const auto& [a, b] : limits.apart) {
    if (a != b && cluster_of[a] == cluster_of[b]) return false;
  }
  for (const std::set<std::uint32_t>& members : sets_of(cluster_of)) {
    if (limits.most_members != 0 && members.size() > limits.most_members) return false;
    std::set<std::uint32_t> sources;
    for (const std::uint32_t record : members) {
      const std::uint32_t source = limits.source_of.empty() ? 0 : limits.source_of[record];
      if (source != 0 && !sources.insert(source).second) return false;
    }
  }
  return true;
}

/// The best sum over all partitions that the limits allow. Bell(n) of them.
WeightSum best_objective(const Graph& graph, const ClusterLimits& limits) {
  WeightSum best = 0;
  std::vector<std::uint32_t> cluster_of(graph.size, 0);
  const auto place = [&](const auto& self, std::uint32_t record, std::uint32_t used) -> void {
    if (record == graph.size) {
      if (allowed(limits, cluster_of)) best = std::max(best, objective(graph, cluster_of));
      return;
    }
    for (std::uint32_t cluster = 0; cluster <= used; ++cluster) {
      cluster_of[record] = cluster;
      self(self, record + 1, std::max(used, cluster + 1));
    }
  };
  place(place, 0, 0);
  return best;
}

ClusterLimits random_limits(std::size_t size, std::mt19937& engine) {
  ClusterLimits limits;
  for (std::size_t i = engine() % 4; i > 0; --i) {
    const auto a = static_cast<std::uint32_t>(engine() % size);
    const auto b = static_cast<std::uint32_t>(engine() % size);
    if (a != b) limits.apart.emplace_back(a, b);
  }
  if (engine() % 2 == 0) {
    for (std::size_t i = 0; i < size; ++i) limits.source_of.push_back(engine() % 4);
  }
  if (engine() % 3 == 0) limits.most_members = 1 + engine() % 4;
  return limits;
}

/// Average link as it is defined, weighing every pair of clusters anew.
std::vector<std::uint32_t> plain_average_link(const Graph& graph, const ClusterLimits& limits) {
  std::vector<ScoredPair> pairs = graph.pairs;
  std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
    return std::tuple(-x.evidence, x.a, x.b) < std::tuple(-y.evidence, y.a, y.b);
  });
  std::vector<std::uint32_t> cluster_of(graph.size);
  std::iota(cluster_of.begin(), cluster_of.end(), 0U);
  for (const ScoredPair& pair : pairs) {
    const std::uint32_t x = cluster_of[pair.a];
    const std::uint32_t y = cluster_of[pair.b];
    if (pair.evidence < 0 || x == y) continue;
    std::vector<std::uint32_t> joined = cluster_of;
    std::replace(joined.begin(), joined.end(), std::max(x, y), std::min(x, y));
    if (allowed(limits, joined) && objective(graph, joined) >= objective(graph, cluster_of))
      cluster_of = joined;
  }
  return cluster_of;
}

TEST(Cluster, IsAverageLinkUnderConstraints) {
  std::mt19937 engine(5);
  for (int round = 0; round < 300; ++round) {
    const Graph graph = random_graph(4 + engine() % 20, 1 + engine() % 5, engine);
    const ClusterLimits limits = random_limits(graph.size, engine);
    const Clustering found = cluster(graph, {.limits = limits});
    EXPECT_EQ(found.cluster_of, plain_average_link(graph, limits)) << round;
    // The joins tell the same story.
    std::vector<std::uint32_t> told(graph.size);
    std::iota(told.begin(), told.end(), 0U);
    for (const ClusterJoin& join : found.joins) {
      const std::uint32_t x = told[join.a];
      const std::uint32_t y = told[join.b];
      EXPECT_EQ(std::count(told.begin(), told.end(), x), join.left);
      EXPECT_EQ(std::count(told.begin(), told.end(), y), join.right);
      EXPECT_EQ(join.weight, graph.weight(join.a, join.b));
      std::replace(told.begin(), told.end(), std::max(x, y), std::min(x, y));
    }
    EXPECT_EQ(told, found.cluster_of);
  }
}

TEST(Cluster, NoClusterBreaksAConstraint) {
  std::mt19937 engine(1);
  std::size_t bound = 0;
  for (int round = 0; round < 400; ++round) {
    const Graph graph = random_graph(4 + engine() % 40, 1 + engine() % 6, engine);
    const ClusterLimits limits = random_limits(graph.size, engine);
    const Clustering free = cluster(graph, {.limits = {}, .moves_from = 2});
    const Clustering found = cluster(graph, {.limits = limits, .moves_from = 2});
    EXPECT_TRUE(allowed(limits, found.cluster_of)) << round;
    bound += allowed(limits, free.cluster_of) ? 0 : 1;
    for (std::uint32_t record = 0; record < graph.size; ++record) {
      EXPECT_LE(found.cluster_of[record], record);
      EXPECT_EQ(found.cluster_of[found.cluster_of[record]], found.cluster_of[record]);
    }
  }
  EXPECT_GT(bound, 100U);  // else the constraints did not matter
}

TEST(Cluster, TheOrderOfPairsDecidesNothing) {
  std::mt19937 engine(2);
  for (int round = 0; round < 100; ++round) {
    Graph graph = random_graph(30, 4, engine);
    const ClusterOptions options{.limits = random_limits(graph.size, engine), .moves_from = 2};
    const Clustering before = cluster(graph, options);
    std::shuffle(graph.pairs.begin(), graph.pairs.end(), engine);
    EXPECT_EQ(cluster(graph, options).cluster_of, before.cluster_of);
  }
}

/// Many graphs of which no record of one has a pair with a record of another, records interleaved:
/// record r of graph g is number r * graphs + g.
TEST(Cluster, GraphsThatNothingConnectsAreClusteredAsEachAloneByAnyNumberOfThreads) {
  constexpr std::uint32_t kGraphs = 90;
  constexpr std::uint32_t kSize = 10;
  std::mt19937 engine(9);
  std::vector<Graph> graphs;
  for (std::uint32_t g = 0; g < kGraphs; ++g) graphs.push_back(random_graph(kSize, 4, engine));
  std::vector<ScoredPair> pairs;
  for (std::uint32_t g = 0; g < kGraphs; ++g) {
    for (const ScoredPair& pair : graphs[g].pairs)
      pairs.push_back({pair.a * kGraphs + g, pair.b * kGraphs + g, pair.evidence});
  }
  const PairWeight weight = [&](std::uint32_t a, std::uint32_t b) {
    const bool same = a % kGraphs == b % kGraphs;
    return same ? graphs[a % kGraphs].weight(a / kGraphs, b / kGraphs) : -20 * kBit;
  };
  const ClusterOptions options{.limits = {.most_members = 4}, .moves_from = 3};
  for (const unsigned threads : {1U, 3U}) {
    const Clustering all = cluster_graph(kSize * kGraphs, pairs, weight, options, threads);
    for (std::uint32_t g = 0; g < kGraphs; ++g) {
      const Clustering alone = cluster(graphs[g], options);
      std::vector<std::tuple<std::uint32_t, std::uint32_t, WeightSum>> joins;
      for (const ClusterJoin& join : all.joins) {
        if (join.a % kGraphs == g)
          joins.emplace_back(join.a / kGraphs, join.b / kGraphs, join.average);
      }
      ASSERT_EQ(joins.size(), alone.joins.size());
      for (std::size_t i = 0; i < joins.size(); ++i) {
        const ClusterJoin& own = alone.joins[i];
        EXPECT_EQ(joins[i], std::tuple(own.a, own.b, own.average));
      }
      for (std::uint32_t record = 0; record < kSize; ++record)
        EXPECT_EQ(all.cluster_of[record * kGraphs + g], alone.cluster_of[record] * kGraphs + g);
    }
  }
}

TEST(LocalMoves, NeverLowerTheSumAndStayBelowTheBestPartition) {
  std::mt19937 engine(3);
  std::size_t moved = 0;
  for (int round = 0; round < 600; ++round) {
    const Graph graph = random_graph(3 + engine() % 6, 1 + engine() % 4, engine);
    const ClusterLimits limits = random_limits(graph.size, engine);
    const Clustering greedy = cluster(graph, {.limits = limits});
    const Clustering found = cluster(graph, {.limits = limits, .moves_from = 2});
    WeightSum expected = objective(graph, greedy.cluster_of);
    for (const ClusterMove& move : found.moves) {
      EXPECT_GT(move.gain, 0);
      expected += move.gain;
    }
    EXPECT_EQ(objective(graph, found.cluster_of), expected) << round;
    EXPECT_LE(expected, best_objective(graph, limits)) << round;
    moved += found.moves.empty() ? 0 : 1;
  }
  EXPECT_GT(moved, 20U);
}

TEST(LocalMoves, LeaveNoRecordThatFitsANeighbourBetter) {
  std::mt19937 engine(4);
  for (int round = 0; round < 300; ++round) {
    const Graph graph = random_graph(3 + engine() % 10, 1 + engine() % 4, engine);
    const Clustering found = cluster(graph, {.limits = {}, .moves_from = 1});
    const auto sum_with = [&](std::uint32_t record, const std::set<std::uint32_t>& others) {
      WeightSum sum = 0;
      for (const std::uint32_t other : others)
        sum += other == record ? 0 : say_of(graph.weight(record, other));
      return sum;
    };
    const Sets sets = sets_of(found.cluster_of);
    for (std::uint32_t record = 0; record < graph.size; ++record) {
      const auto own = std::find_if(sets.begin(), sets.end(),
                                    [&](const auto& set) { return set.contains(record); });
      if (own->size() < 2) continue;
      const WeightSum sum = sum_with(record, *own);
      const bool held = std::any_of(own->begin(), own->end(), [&](std::uint32_t other) {
        return other != record && graph.weight(record, other) >= 0;
      });
      EXPECT_TRUE(held || sum >= 0) << round;
      for (const std::set<std::uint32_t>& other : sets) {
        const bool near = std::any_of(other.begin(), other.end(), [&](std::uint32_t each) {
          return graph.weight(record, each) >= 0;
        });
        if (other == *own || !near) continue;
        const WeightSum there = sum_with(record, other);
        const bool above = there * static_cast<WeightSum>(own->size() - 1) >
                           sum * static_cast<WeightSum>(other.size());
        EXPECT_FALSE(there > sum && above) << round << ' ' << record;
      }
    }
  }
}

/// Two groups of 25, strongly tied within, and a record of the second that greedy joining puts into
/// the first because its strongest pair is there.
Graph two_groups() {
  Graph graph = make_graph(51);
  for (std::uint32_t a = 0; a < 51; ++a) {
    for (std::uint32_t b = a + 1; b < 51; ++b) {
      const bool same = b < 25 || (a >= 25 && a < 50 && b < 50);
      graph.set(a, b, same ? 6 * kBit : -6 * kBit);
    }
  }
  const std::uint32_t stray = 50;
  for (std::uint32_t other = 25; other < 50; ++other) graph.set(stray, other, 5 * kBit);
  for (std::uint32_t other = 0; other < 25; ++other) graph.set(stray, other, 1 * kBit);
  graph.set(stray, 0, 9 * kBit);
  graph.keep_all_pairs();
  return graph;
}

TEST(LocalMoves, ARecordGoesWhereItFitsBetter) {
  const Graph graph = two_groups();
  const Clustering greedy = cluster(graph, {});
  EXPECT_EQ(greedy.cluster_of[50], 0U);
  const Clustering found = cluster(graph, {.limits = {}, .moves_from = kLargeCluster});
  EXPECT_EQ(found.cluster_of[50], 25U);
  ASSERT_EQ(found.moves.size(), 1U);
  EXPECT_EQ(found.moves[0].record, 50U);
  EXPECT_EQ(found.moves[0].from, 0U);
  EXPECT_EQ(found.moves[0].to, 25U);
  EXPECT_EQ(found.moves[0].gain, (25 * 5 - 24 * 1 - 9) * kBit);
  // A rule keeps it where it is.
  const ClusterLimits apart{.apart = {{30, 50}}};
  EXPECT_EQ(cluster(graph, {.limits = apart, .moves_from = kLargeCluster}).cluster_of[50], 0U);
  const ClusterLimits full{.apart = {}, .source_of = {}, .most_members = 26};
  EXPECT_EQ(cluster(graph, {.limits = full, .moves_from = kLargeCluster}).cluster_of[50], 25U);
  // Small clusters are left alone.
  EXPECT_EQ(cluster(graph, {.limits = {}, .moves_from = 30}).cluster_of[50], 0U);
}

TEST(LocalMoves, ARecordThatNothingHoldsAnyMoreIsAlone) {
  // 51 came for 50, which leaves for the second group.
  Graph before = two_groups();
  Graph graph = make_graph(52);
  for (std::uint32_t a = 0; a < 51; ++a) {
    for (std::uint32_t b = a + 1; b < 51; ++b) graph.set(a, b, before.weight(a, b));
    graph.set(a, 51, -3 * kBit);
  }
  graph.set(50, 51, 10 * kBit);
  graph.set(0, 50, 9 * kBit);
  graph.keep_all_pairs();
  const Clustering greedy = cluster(graph, {});
  EXPECT_EQ(greedy.cluster_of[51], 0U);
  EXPECT_EQ(greedy.cluster_of[50], 0U);
  const Clustering found = cluster(graph, {.limits = {}, .moves_from = kLargeCluster});
  EXPECT_EQ(found.cluster_of[50], 25U);
  EXPECT_EQ(found.cluster_of[51], 51U);
  ASSERT_EQ(found.moves.size(), 2U);
  EXPECT_EQ(found.moves[1].record, 51U);
  EXPECT_EQ(found.moves[1].from, 0U);
  EXPECT_EQ(found.moves[1].to, 51U);
}

TEST(LocalMoves, AWeakAverageAloneMakesNobodyLeave) {
  Graph graph = make_graph(31);
  for (std::uint32_t a = 0; a < 30; ++a) {
    for (std::uint32_t b = a + 1; b < 30; ++b) graph.set(a, b, 6 * kBit);
    graph.set(a, 30, a == 0 ? 9 * kBit : -3 * kBit);
  }
  graph.keep_all_pairs();
  const Clustering found = cluster(graph, {.limits = {}, .moves_from = kLargeCluster});
  EXPECT_EQ(found.cluster_of[30], 0U);
  EXPECT_TRUE(found.moves.empty());
}

TEST(LocalMoves, ALargerClusterDoesNotDrawByItsSizeAlone) {
  // The last record fits 25 with 4 bits each and 50 others with 3 bits each.
  Graph graph = make_graph(76);
  for (std::uint32_t a = 0; a < 75; ++a) {
    for (std::uint32_t b = a + 1; b < 75; ++b)
      graph.set(a, b, (a < 25) == (b < 25) ? 6 * kBit : -6 * kBit);
    graph.set(a, 75, a < 25 ? 4 * kBit : 3 * kBit);
  }
  graph.keep_all_pairs();
  const Clustering found = cluster(graph, {.limits = {}, .moves_from = kLargeCluster});
  EXPECT_EQ(found.cluster_of[75], 0U);
  EXPECT_TRUE(found.moves.empty());
}

TEST(LocalMoves, TheFirstOfAClusterMayLeaveIt) {
  // As in two groups, the stray record being the one that its cluster is named by.
  const Graph before = two_groups();
  Graph graph = make_graph(51);
  for (std::uint32_t a = 0; a < 51; ++a) {
    for (std::uint32_t b = a + 1; b < 51; ++b)
      graph.set((a + 1) % 51, (b + 1) % 51, before.weight(a, b));
  }
  graph.keep_all_pairs();
  EXPECT_EQ(cluster(graph, {}).cluster_of[1], 0U);
  const Clustering found = cluster(graph, {.limits = {}, .moves_from = kLargeCluster});
  EXPECT_EQ(sets_of(found.cluster_of).size(), 2U);
  EXPECT_EQ(found.cluster_of[0], 0U);
  EXPECT_EQ(found.cluster_of[26], 0U);
  EXPECT_EQ(found.cluster_of[1], 1U);
  EXPECT_EQ(found.cluster_of[25], 1U);
}

TEST(ClusterRules, SayWhatStandsBetweenTwoGroups) {
  const ClusterRules rules({.apart = {{1, 5}}, .source_of = {7, 7, 0, 0, 7, 0}, .most_members = 3});
  const std::vector<std::uint32_t> left = {1, 2};
  const auto declared = rules.between(left, std::vector<std::uint32_t>{3, 5});
  ASSERT_TRUE(declared);
  EXPECT_EQ(declared->kind, ClusterObstacle::Kind::declared_apart);
  EXPECT_EQ(declared->left, 1U);
  EXPECT_EQ(declared->right, 5U);
  const auto backwards = rules.between(std::vector<std::uint32_t>{5}, left);
  ASSERT_TRUE(backwards);
  EXPECT_EQ(backwards->left, 5U);
  EXPECT_EQ(backwards->right, 1U);
  const auto source = rules.between(left, std::vector<std::uint32_t>{4});
  ASSERT_TRUE(source);
  EXPECT_EQ(source->kind, ClusterObstacle::Kind::one_per_source);
  EXPECT_EQ(source->right, 4U);
  EXPECT_FALSE(rules.between(left, std::vector<std::uint32_t>{3}));
  const auto size =
      rules.between(std::vector<std::uint32_t>{2, 3}, std::vector<std::uint32_t>{0, 5});
  ASSERT_TRUE(size);
  EXPECT_EQ(size->kind, ClusterObstacle::Kind::cluster_size);
}

}  // namespace
}  // namespace galena::match
