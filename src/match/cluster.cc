#include "match/cluster.hpp"

#include <algorithm>
#include <numeric>

namespace galena::match {

namespace {

/// A single pair's say in an average: beyond this it is certain enough.
constexpr WeightSum kMostSay = 14 * WeightSum{kOneBit};
constexpr WeightSum kLeastSay = 10 * WeightSum{kOneBit};
/// Of large clusters so many members, evenly spread, speak for all.
constexpr std::size_t kSpeakers = 24;

class Clusterer {
 public:
  /// `subset`: the records that are clustered; null for all of them.
  Clusterer(const EncodedRecords& records, const Scorer& scorer, const ClusterOptions& options,
            const std::vector<std::uint32_t>* subset)
      : records_(records),
        scorer_(scorer),
        options_(options),
        subset_(subset),
        cluster_of_(subset != nullptr ? subset->size() : records.size()),
        members_(cluster_of_.size()) {
    std::iota(cluster_of_.begin(), cluster_of_.end(), 0U);
    for (auto [a, b] : options.apart) {
      apart_.emplace_back(a, b);
      apart_.emplace_back(b, a);
    }
    std::sort(apart_.begin(), apart_.end());
  }

  std::vector<std::uint32_t> run(std::vector<ScoredPair> pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
      if (x.evidence != y.evidence) return x.evidence > y.evidence;
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    for (const ScoredPair& pair : pairs) {
      if (pair.evidence + options_.prior < options_.threshold) break;
      consider(pair);
    }
    return std::move(cluster_of_);
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t> members_of(std::uint32_t cluster) const {
    if (members_[cluster].empty()) return {cluster};
    return members_[cluster];
  }

  [[nodiscard]] bool declared_apart(const std::vector<std::uint32_t>& left,
                                    const std::vector<std::uint32_t>& right) const {
    if (apart_.empty()) return false;
    for (const std::uint32_t a : left) {
      for (const std::uint32_t b : right) {
        if (std::binary_search(apart_.begin(), apart_.end(), std::pair(a, b))) return true;
      }
    }
    return false;
  }

  [[nodiscard]] RecordValues record(std::uint32_t number) const {
    return records_[subset_ != nullptr ? (*subset_)[number] : number];
  }

  static std::vector<std::uint32_t> speakers_of(const std::vector<std::uint32_t>& members) {
    if (members.size() <= kSpeakers) return members;
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = 0; i < kSpeakers; ++i)
      chosen.push_back(members[i * members.size() / kSpeakers]);
    return chosen;
  }

  [[nodiscard]] bool average_favours(const std::vector<std::uint32_t>& left,
                                     const std::vector<std::uint32_t>& right) const {
    WeightSum sum = 0;
    for (const std::uint32_t a : speakers_of(left)) {
      for (const std::uint32_t b : speakers_of(right)) {
        const WeightSum weight = scorer_.evidence(record(a), record(b)) + options_.prior;
        sum += std::clamp(weight, -kLeastSay, kMostSay);
      }
    }
    return sum >= 0;
  }

  void consider(const ScoredPair& pair) {
    const std::uint32_t x = cluster_of_[pair.a];
    const std::uint32_t y = cluster_of_[pair.b];
    if (x == y) return;
    const std::vector<std::uint32_t> left = members_of(x);
    const std::vector<std::uint32_t> right = members_of(y);
    if (declared_apart(left, right)) return;
    if (left.size() * right.size() > 1 && !average_favours(left, right)) return;
    join(std::min(x, y), std::max(x, y), left, right);
  }

  void join(std::uint32_t kept, std::uint32_t gone, const std::vector<std::uint32_t>& left,
            const std::vector<std::uint32_t>& right) {
    std::vector<std::uint32_t> all(left.size() + right.size());
    std::merge(left.begin(), left.end(), right.begin(), right.end(), all.begin());
    for (const std::uint32_t record : all) cluster_of_[record] = kept;
    members_[kept] = std::move(all);
    members_[gone].clear();
    members_[gone].shrink_to_fit();
  }

  const EncodedRecords& records_;
  const Scorer& scorer_;
  const ClusterOptions& options_;
  const std::vector<std::uint32_t>* subset_;
  std::vector<std::uint32_t> cluster_of_;
  std::vector<std::vector<std::uint32_t>> members_;  // empty: the record alone
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart_;
};

}  // namespace

std::vector<std::uint32_t> cluster_pairs(const EncodedRecords& records, const Scorer& scorer,
                                         const std::vector<ScoredPair>& pairs,
                                         const ClusterOptions& options) {
  return Clusterer(records, scorer, options, nullptr).run(pairs);
}

std::vector<std::uint32_t> cluster_subset(const EncodedRecords& records, const Scorer& scorer,
                                          const std::vector<std::uint32_t>& subset,
                                          const std::vector<ScoredPair>& pairs,
                                          const ClusterOptions& options) {
  return Clusterer(records, scorer, options, &subset).run(pairs);
}

}  // namespace galena::match
