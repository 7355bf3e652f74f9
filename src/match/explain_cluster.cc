#include "match/explain_cluster.hpp"

#include <algorithm>

#include "match/pair_outcome.hpp"

namespace galena::match {

namespace {

using detail::MatchState;

constexpr std::size_t kMostMembers = 200;

class ClusterTeller {
 public:
  ClusterTeller(const MatchState& state, std::uint32_t record) : state_(state) {
    const std::vector<std::uint32_t> all = cluster_members(state, record);
    out_.size = all.size();
    for (const std::uint32_t member : all) rows_.push_back(state.left.row(member));
    std::sort(rows_.begin(), rows_.end());
    if (rows_.size() > kMostMembers) rows_.resize(kMostMembers);
    for (const std::uint32_t row : rows_) {
      records_.push_back(state.left.record_of[row]);
      out_.members.push_back(to_text(state.left.id(row)));
    }
    sorted_ = records_;
    std::sort(sorted_.begin(), sorted_.end());
    cluster_ = state.clustering.cluster_of[record];
    out_.cluster = to_text(state.clusters[1][state.left.row(record)]);
  }

  ClusterExplanation run() {
    tell_joins();
    tell_moves();
    tell_links();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string id(std::uint32_t record) const {
    return to_text(state_.left.id(state_.left.row(record)));
  }
  [[nodiscard]] bool read(std::uint32_t record) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), record);
  }

  /// The joins that made the cluster; of records that left it since, too.
  void tell_joins() {
    for (const ClusterJoin& join : state_.clustering.joins) {
      if (!read(join.a) || !read(join.b)) continue;
      out_.joins.push_back({id(join.a), id(join.b), bits_of(join.weight),
                            probability_of(join.weight), bits_of(join.average), join.left,
                            join.right});
      const double weight = out_.joins.back().weight;
      out_.weakest = out_.joins.size() == 1 ? weight : std::min(out_.weakest, weight);
    }
  }

  void tell_moves() {
    const std::vector<std::uint32_t>& cluster_of = state_.clustering.cluster_of;
    for (const ClusterMove& move : state_.clustering.moves) {
      const bool here = cluster_of[move.record] == cluster_;
      const bool arrived = here && (move.to == move.record || cluster_of[move.to] == cluster_);
      if (!arrived && (here || cluster_of[move.from] != cluster_)) continue;
      const std::uint32_t other = arrived ? move.from : move.to;
      out_.moves.push_back({id(move.record), other == move.record ? std::string() : id(other),
                            arrived, bits_of(move.gain)});
    }
  }

  void tell_links() {
    const std::size_t count = records_.size();
    if (count < 2) return;
    std::vector<WeightSum> best(count, std::numeric_limits<WeightSum>::min());
    std::vector<std::size_t> partner(count, 0);
    std::vector<WeightSum> sum(count, 0);
    WeightSum total = 0;
    WeightSum least = std::numeric_limits<WeightSum>::max();
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        const WeightSum weight = state_.weight(records_[i], records_[j]);
        total += weight;
        sum[i] += weight, sum[j] += weight;
        if (weight > best[i]) best[i] = weight, partner[i] = j;
        if (weight > best[j]) best[j] = weight, partner[j] = i;
        if (weight >= least) continue;
        least = weight;
        out_.least_left = out_.members[i];
        out_.least_right = out_.members[j];
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      out_.links.push_back({out_.members[i], out_.members[partner[i]], bits_of(best[i]),
                            probability_of(best[i]),
                            bits_of(sum[i]) / static_cast<double>(count - 1)});
    }
    out_.least = bits_of(least);
    out_.average =
        bits_of(total) / (static_cast<double>(count) * static_cast<double>(count - 1) / 2);
  }

  const MatchState& state_;
  std::uint32_t cluster_ = 0;
  std::vector<std::uint32_t> rows_;     ///< of the members that are read
  std::vector<std::uint32_t> records_;  ///< the same
  std::vector<std::uint32_t> sorted_;   ///< the same, sorted
  ClusterExplanation out_;
};

}  // namespace

ClusterExplanation explain_cluster_of(const MatchState& state, std::size_t row) {
  return ClusterTeller(state, state.left.record_of[row]).run();
}

}  // namespace galena::match
