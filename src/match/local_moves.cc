#include "match/local_moves.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace galena::match {

namespace {

constexpr int kMostPasses = 8;
constexpr std::size_t kMostMembers = 2000;
using Members = std::vector<std::uint32_t>;

class Mover {
 public:
  Mover(const std::vector<ScoredPair>& pairs, const PairWeight& weight, const ClusterRules& rules,
        std::size_t least, const ClusterMembers& members, std::vector<std::uint32_t>& cluster_of)
      : weight_(weight), rules_(rules), before_(members), cluster_of_(cluster_of) {
    for (const auto& [number, cluster] : members) {
      if (cluster.size() < least || cluster.size() > kMostMembers) continue;
      records_.insert(records_.end(), cluster.begin(), cluster.end());
    }
    std::sort(records_.begin(), records_.end());
    for (const ScoredPair& pair : pairs) {
      if (movable(pair.a)) neighbours_.emplace_back(pair.a, pair.b);
      if (movable(pair.b)) neighbours_.emplace_back(pair.b, pair.a);
    }
    std::sort(neighbours_.begin(), neighbours_.end());
  }

  std::vector<ClusterMove> run() {
    for (int pass = 0; pass < kMostPasses && !records_.empty(); ++pass) {
      std::set<std::uint32_t> changed;  // clusters
      for (const std::uint32_t record : records_) {
        if (pass == 0 || touches(record, changed_)) consider(record, changed);
      }
      if (changed.empty()) break;
      changed_ = std::move(changed);
    }
    name_by_first();
    return std::move(moves_);
  }

 private:
  struct Target {
    std::uint32_t cluster;
    WeightSum sum;
    std::size_t size;
  };

  [[nodiscard]] bool movable(std::uint32_t record) const {
    return std::binary_search(records_.begin(), records_.end(), record);
  }

  /// The members of a cluster by its number; those that changed are kept apart from the others.
  [[nodiscard]] Members members_of(std::uint32_t cluster) const {
    if (const auto own = now_.find(cluster); own != now_.end()) return own->second;
    const auto before = before_.find(cluster);
    return before == before_.end() ? Members{cluster} : before->second;
  }

  /// The clusters that a record has a pair with, its own among them.
  [[nodiscard]] std::set<std::uint32_t> clusters_near(std::uint32_t record) const {
    std::set<std::uint32_t> near;
    auto at = std::lower_bound(neighbours_.begin(), neighbours_.end(),
                               std::pair(record, std::uint32_t{0}));
    for (; at != neighbours_.end() && at->first == record; ++at)
      near.insert(cluster_of_[at->second]);
    return near;
  }

  [[nodiscard]] bool touches(std::uint32_t record, const std::set<std::uint32_t>& changed) const {
    if (changed.contains(cluster_of_[record])) return true;
    const std::set<std::uint32_t> near = clusters_near(record);
    return std::any_of(near.begin(), near.end(),
                       [&](std::uint32_t cluster) { return changed.contains(cluster); });
  }

  [[nodiscard]] WeightSum sum_with(std::uint32_t record, const Members& others) const {
    WeightSum sum = 0;
    for (const std::uint32_t other : others) {
      if (other != record) sum += say_of(weight_(record, other));
    }
    return sum;
  }

  void consider(std::uint32_t record, std::set<std::uint32_t>& changed) {
    const std::uint32_t own = cluster_of_[record];
    std::set<std::uint32_t> near = clusters_near(record);
    const bool held = near.erase(own) != 0;
    Members stay = members_of(own);
    if (stay.size() < 2 || (held && near.empty())) return;
    std::erase(stay, record);
    const WeightSum sum = sum_with(record, stay);
    std::optional<Target> best;
    if (sum < 0 && !held) best = Target{record, 0, 0};
    for (const std::uint32_t cluster : near) {
      const Members others = members_of(cluster);
      if (others.size() > kMostMembers || rules_.between(Members{record}, others)) continue;
      const Target target{cluster, sum_with(record, others), others.size()};
      const bool better = target.sum > std::max(sum, best ? best->sum : sum);
      if (better && above(target, sum, stay.size())) best = target;
    }
    if (best) move(record, std::move(stay), *best, best->sum - sum, changed);
  }

  /// Whether the average with a target is above the one with the own cluster.
  static bool above(const Target& target, WeightSum sum, std::size_t size) {
    return target.sum * static_cast<WeightSum>(size) > sum * static_cast<WeightSum>(target.size);
  }

  /// A cluster's number is always that of one of its records, so that no two have the same.
  void move(std::uint32_t record, Members stay, const Target& target, WeightSum gain,
            std::set<std::uint32_t>& changed) {
    std::uint32_t left = cluster_of_[record];
    if (left == record) {
      now_.erase(left);
      left = stay.front();
      for (const std::uint32_t member : stay) cluster_of_[member] = left;
    }
    const bool alone = target.size == 0;
    const std::uint32_t number = alone ? record : target.cluster;
    Members there = alone ? Members{} : members_of(number);
    moves_.push_back({record, stay.front(), alone ? record : there.front(), gain});
    there.insert(std::lower_bound(there.begin(), there.end(), record), record);
    cluster_of_[record] = number;
    changed.insert({left, number});
    now_[left] = std::move(stay);
    now_[number] = std::move(there);
  }

  /// Every cluster that changed is named by its first record.
  void name_by_first() {
    for (const auto& [cluster, members] : now_) {
      for (const std::uint32_t member : members) cluster_of_[member] = members.front();
    }
  }

  const PairWeight& weight_;
  const ClusterRules& rules_;
  const ClusterMembers& before_;
  std::vector<std::uint32_t>& cluster_of_;
  std::vector<std::uint32_t> records_;  ///< that may move, sorted
  std::vector<std::pair<std::uint32_t, std::uint32_t>> neighbours_;
  std::map<std::uint32_t, Members> now_;
  std::set<std::uint32_t> changed_;
  std::vector<ClusterMove> moves_;
};

}  // namespace

std::vector<ClusterMove> move_records(const std::vector<ScoredPair>& pairs,
                                      const PairWeight& weight, const ClusterRules& rules,
                                      std::size_t least, const ClusterMembers& members,
                                      std::vector<std::uint32_t>& cluster_of) {
  return Mover(pairs, weight, rules, least, members, cluster_of).run();
}

}  // namespace galena::match
