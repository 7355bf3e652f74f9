#include "match/cluster.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>

#include "match/local_moves.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

constexpr WeightSum kMostSay = 14 * WeightSum{kOneBit};
// All pairs of a record with a mistake speak against for one reason: together they must not weigh
// more than what speaks for it.
constexpr WeightSum kLeastSay = 4 * WeightSum{kOneBit};
constexpr std::size_t kSpeakers = 24;

/// Clusters the records of some pairs, which no other pair has.
class Clusterer {
 public:
  Clusterer(const PairWeight& weight, const ClusterOptions& options, const ClusterRules& rules,
            std::vector<std::uint32_t>& cluster_of)
      : weight_(weight), options_(options), rules_(rules), cluster_of_(cluster_of) {}

  void run(std::vector<ScoredPair>& pairs) {
    std::sort(pairs.begin(), pairs.end(), by_strength);
    for (const ScoredPair& pair : pairs) consider(pair);
    if (options_.moves_from == 0) return;
    moves = move_records(pairs, weight_, rules_, options_.moves_from, members_, cluster_of_);
  }

  std::vector<ClusterJoin> joins;
  std::vector<ClusterMove> moves;

 private:
  using Members = std::span<const std::uint32_t>;
  /// Of a cluster by its number, which is that of the record where it is alone.
  [[nodiscard]] Members members_of(const std::uint32_t& cluster) const {
    const auto found = members_.find(cluster);
    return found == members_.end() ? Members(&cluster, 1) : Members(found->second);
  }

  [[nodiscard]] static std::uint64_t both(std::uint32_t x, std::uint32_t y) {
    return std::uint64_t{std::min(x, y)} << 32 | std::max(x, y);
  }
  [[nodiscard]] std::uint64_t sizes(std::uint32_t x, std::uint32_t y) const {
    return std::uint64_t{members_of(std::min(x, y)).size()} << 32 |
           members_of(std::max(x, y)).size();
  }
  /// Whether two clusters were refused as they are now; clusters only grow.
  [[nodiscard]] bool refused(std::uint32_t x, std::uint32_t y) const {
    const auto found = refused_.find(both(x, y));
    return found != refused_.end() && found->second == sizes(x, y);
  }

  void consider(const ScoredPair& pair) {
    const std::uint32_t x = cluster_of_[pair.a];
    const std::uint32_t y = cluster_of_[pair.b];
    if (x == y) return;
    if (refused(x, y)) return;
    const Members left = members_of(x);
    const Members right = members_of(y);
    const WeightSum weight = pair.evidence + options_.prior;
    const bool alone = left.size() * right.size() == 1;
    const bool apart = rules_.between(left, right).has_value();
    const WeightSum average = alone || apart ? weight : average_between(left, right, weight_);
    if (apart || (!alone && average < 0)) {
      refused_[both(x, y)] = sizes(x, y);
      return;
    }
    joins.push_back({pair.a, pair.b, weight, average, static_cast<std::uint32_t>(left.size()),
                     static_cast<std::uint32_t>(right.size())});
    join(std::min(x, y), std::max(x, y));
  }

  /// Members stay in order. A cluster of a hundred thousand grows by one record at a time, mostly at
  /// its end.
  void join(std::uint32_t kept, std::uint32_t gone) {
    constexpr std::size_t kFew = 8;
    const Members more = members_of(gone);
    for (const std::uint32_t record : more) cluster_of_[record] = kept;
    std::vector<std::uint32_t>& all = members_[kept];
    if (all.empty()) all.push_back(kept);
    if (more.size() <= kFew) {
      for (const std::uint32_t record : more)
        all.insert(std::upper_bound(all.begin(), all.end(), record), record);
    } else {
      const auto middle = static_cast<std::ptrdiff_t>(all.size());
      all.insert(all.end(), more.begin(), more.end());
      std::inplace_merge(all.begin(), all.begin() + middle, all.end());
    }
    members_.erase(gone);
  }

  const PairWeight& weight_;
  const ClusterOptions& options_;
  const ClusterRules& rules_;
  std::vector<std::uint32_t>& cluster_of_;
  ClusterMembers members_;
  boost::unordered_flat_map<std::uint64_t, std::uint64_t> refused_;  // two clusters: their sizes
};

/// Groups of pairs such that those of different groups have no record in common, however many pairs
/// lie between. Records of one group lie close together, as far as those of pairs do.
std::vector<std::vector<ScoredPair>> groups_apart(std::size_t records,
                                                  std::vector<ScoredPair> pairs) {
  constexpr std::size_t kGroups = 64;
  constexpr std::size_t kOneGroup = 2000;  // pairs for which more do not pay
  if (pairs.size() <= kOneGroup) return {std::move(pairs)};
  std::vector<std::uint8_t> ranks(records);
  std::vector<std::uint32_t> parents(records);
  std::iota(parents.begin(), parents.end(), 0U);
  boost::disjoint_sets<std::uint8_t*, std::uint32_t*> sets(ranks.data(), parents.data());
  for (const ScoredPair& pair : pairs) sets.union_set(pair.a, pair.b);
  std::vector<std::vector<ScoredPair>> groups(kGroups);
  for (const ScoredPair& pair : pairs)
    groups[sets.find_set(pair.a) * std::uint64_t{kGroups} / records].push_back(pair);
  return groups;
}

}  // namespace

WeightSum say_of(WeightSum weight) { return std::clamp(weight, -kLeastSay, kMostSay); }

std::vector<std::uint32_t> speakers_of(std::span<const std::uint32_t> members) {
  if (members.size() <= kSpeakers) return {members.begin(), members.end()};
  std::vector<std::uint32_t> chosen;
  for (std::size_t i = 0; i < kSpeakers; ++i)
    chosen.push_back(members[i * members.size() / kSpeakers]);
  return chosen;
}

WeightSum average_between(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                          const PairWeight& weight) {
  const std::vector<std::uint32_t> some_left = speakers_of(left);
  const std::vector<std::uint32_t> some_right = speakers_of(right);
  WeightSum sum = 0;
  for (const std::uint32_t a : some_left) {
    for (const std::uint32_t b : some_right) sum += say_of(weight(a, b));
  }
  const auto pairs = static_cast<WeightSum>(some_left.size() * some_right.size());
  return sum >= 0 ? sum / pairs : -((-sum + pairs - 1) / pairs);
}

Clustering cluster_graph(std::size_t count, const std::vector<ScoredPair>& pairs,
                         const PairWeight& weight, const ClusterOptions& options,
                         unsigned threads) {
  std::vector<ScoredPair> strong;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(strong), [&](const ScoredPair& pair) {
    return pair.evidence + options.prior >= options.threshold;
  });
  Clustering found;
  found.cluster_of.resize(count);
  std::iota(found.cluster_of.begin(), found.cluster_of.end(), 0U);
  std::vector<std::vector<ScoredPair>> groups = groups_apart(count, std::move(strong));
  const ClusterRules rules(options.limits);
  std::vector<Clusterer> runs(groups.size(), Clusterer(weight, options, rules, found.cluster_of));
  parallel_for(groups.size(), threads, [&](std::size_t i) { runs[i].run(groups[i]); });
  for (const Clusterer& run : runs) {
    found.joins.insert(found.joins.end(), run.joins.begin(), run.joins.end());
    found.moves.insert(found.moves.end(), run.moves.begin(), run.moves.end());
  }
  return found;
}

namespace {

/// The evidence of pairs that are known, found by their first records.
class KnownEvidence {
 public:
  KnownEvidence(std::size_t records, const std::vector<ScoredPair>& pairs)
      : pairs_(pairs), first_(records / kRecords + 2) {
    for (const ScoredPair& pair : pairs) ++first_[pair.a / kRecords + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }
  /// Null where it is not known.
  [[nodiscard]] const ScoredPair* find(std::uint32_t a, std::uint32_t b) const {
    const ScoredPair wanted{std::min(a, b), std::max(a, b), 0};
    const ScoredPair* const end = pairs_.data() + first_[wanted.a / kRecords + 1];
    const ScoredPair* const found =
        std::lower_bound(pairs_.data() + first_[wanted.a / kRecords], end, wanted, by_records);
    return found != end && found->a == wanted.a && found->b == wanted.b ? found : nullptr;
  }

 private:
  static constexpr std::size_t kRecords = 16;  // records that have one entry together
  const std::vector<ScoredPair>& pairs_;
  std::vector<std::size_t> first_;
};

}  // namespace

Clustering cluster_records(const EncodedRecords& records, const Scorer& scorer,
                           const std::vector<ScoredPair>& pairs, const ClusterOptions& options,
                           unsigned threads) {
  const KnownEvidence known(records.size(), pairs);
  const PairWeight weight = [&](std::uint32_t a, std::uint32_t b) {
    const ScoredPair* const pair = known.find(a, b);
    if (pair != nullptr) return pair->evidence + options.prior;
    const WeightSum change = options.partners != nullptr
                                 ? options.partners->change_of_other(std::min(a, b), std::max(a, b))
                                 : 0;
    return scorer.evidence(records[a], records[b]) + change + options.prior;
  };
  return cluster_graph(records.size(), pairs, weight, options, threads);
}

std::vector<std::uint32_t> cluster_pairs(const EncodedRecords& records, const Scorer& scorer,
                                         const std::vector<ScoredPair>& pairs,
                                         const ClusterOptions& options, unsigned threads) {
  return cluster_records(records, scorer, pairs, options, threads).cluster_of;
}

std::vector<std::uint32_t> cluster_subset(const EncodedRecords& records, const Scorer& scorer,
                                          const std::vector<std::uint32_t>& subset,
                                          const std::vector<ScoredPair>& pairs,
                                          const ClusterOptions& options) {
  const PairWeight weight = [&](std::uint32_t a, std::uint32_t b) {
    return scorer.evidence(records[subset[a]], records[subset[b]]) + options.prior;
  };
  return cluster_graph(subset.size(), pairs, weight, options, 1).cluster_of;
}

}  // namespace galena::match
