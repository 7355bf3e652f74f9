// The two sides of a pair's evidence: the chance of what was seen between records of one entity,
// over what may have changed, and between records of two, over what they may share.
#include <algorithm>
#include <limits>

#include "match/scorer.hpp"
#include "match/soft_minimum.hpp"

namespace galena::match {

/// Between records of one entity the value agrees by itself or, when it changed, by chance.
inline Weight Scorer::log_m_of(const LevelWeights& level, Weight rarity, std::size_t change) {
  if (!level.term_frequency || rarity > 10 * kOneBit) return level.m[change];
  return static_cast<Weight>(soft_maximum(level.m[change], WeightSum{level.rest[change]} - rarity));
}

inline Weight Scorer::log_u_of(const LevelWeights& level, Weight rarity, std::size_t relation,
                               Weight share) {
  const Weight by_frequency = level.by_frequency[relation];
  const Weight concentrated = level.concentrated[relation];
  const Weight log =
      (level.u[relation] & ~by_frequency) - (std::min(rarity, level.most_rarity) & by_frequency);
  constexpr Weight kAny = std::numeric_limits<Weight>::max();
  return std::min(kAny & ~concentrated, log - (share & concentrated));
}

Weight Scorer::log_m(std::size_t feature, const Outcome& outcome, std::size_t change) const {
  return log_m_of(features_[feature].levels[outcome.level], outcome.rarity, change);
}

Weight Scorer::log_u(std::size_t feature, const Outcome& outcome, std::size_t relation,
                     Weight share) const {
  return log_u_of(features_[feature].levels[outcome.level], outcome.rarity, relation, share);
}

Scorer::Sides Scorer::sides_of(std::span<const Outcome> outcomes, PairDetail* detail) const {
  ByChange same = change_share_;
  ByRelation share = relation_share_;
  for (std::size_t r = 1; r <= relations_; ++r) {
    // Two records of one known country: that country's share, not the average.
    const int feature = relation_feature_[r];
    if (feature < 0) continue;
    const Outcome& outcome = outcomes[static_cast<std::size_t>(feature)];
    if (outcome.level == 1) share[r] = -outcome.rarity;
  }
  SumByRelation apart;
  for (std::size_t r = 0; r < kLevelRelations; ++r) apart[r] = share[r];
  for (std::size_t f = 0; f < features_.size(); ++f) {
    const Outcome& outcome = outcomes[f];
    if (outcome.level == 0) continue;
    const LevelWeights& level = features_[f].levels[outcome.level];
    const Weight unchanged = log_m_of(level, outcome.rarity, kUnchanged);
    for (std::size_t k = 0; k <= changes_; ++k) {
      const bool touched = (level.touched >> k & 1U) != 0;
      same[k] += touched ? log_m_of(level, outcome.rarity, k) : unchanged;
    }
    if (level.plain_u) {
      for (std::size_t r = 0; r < kLevelRelations; ++r) apart[r] += level.u[r];
    } else {
      for (std::size_t r = 0; r < kLevelRelations; ++r)
        apart[r] += log_u_of(level, outcome.rarity, r, share[r]);
    }
  }
  WeightSum all_same = same[kUnchanged];
  WeightSum all_apart = apart[kUnrelated];
  for (std::size_t k = 1; k <= changes_; ++k) all_same = soft_maximum(all_same, same[k]);
  for (std::size_t r = 1; r <= relations_; ++r) all_apart = soft_maximum(all_apart, apart[r]);
  const Sides sides{all_same, all_apart};
  if (detail != nullptr) tell_sides(outcomes, same, share, apart, sides, *detail);
  return sides;
}

WeightSum Scorer::apart(std::span<const Outcome> outcomes) const {
  return sides_of(outcomes).apart;
}

WeightSum Scorer::evidence(std::span<const Outcome> outcomes) const {
  const Sides sides = sides_of(outcomes);
  return sides.same - sides.apart;
}

void Scorer::tell_sides(std::span<const Outcome> outcomes, const ByChange& same,
                        const ByRelation& share, const SumByRelation& apart, const Sides& sides,
                        PairDetail& detail) const {
  detail.features.resize(features_.size());
  for (std::size_t f = 0; f < features_.size(); ++f) {
    const Outcome& outcome = outcomes[f];
    FeatureOutcome& out = detail.features[f];
    out = {outcome.level, outcome.slot_a, outcome.slot_b, 0, 0};
    if (outcome.level == 0) continue;
    const LevelWeights& level = features_[f].levels[outcome.level];
    out.base = level.m[kUnchanged] - level.u[kUnrelated];
    out.frequency = log_m(f, outcome, kUnchanged) - log_u(f, outcome, kUnrelated, 0) - out.base;
  }
  detail.apart_without.resize(features_.size());
  for (std::size_t f = 0; f < features_.size(); ++f) {
    const auto without = [&](std::size_t r) {
      return outcomes[f].level == 0 ? apart[r] : apart[r] - log_u(f, outcomes[f], r, share[r]);
    };
    WeightSum others = without(kUnrelated);
    for (std::size_t r = 1; r <= relations_; ++r) others = soft_maximum(others, without(r));
    detail.apart_without[f] = others;
  }
  const auto most_likely = [](const auto& sums, std::size_t count) {
    const auto best =
        std::max_element(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(count + 1));
    return static_cast<int>(best - sums.begin()) - 1;
  };
  for (std::size_t r = 0; r <= relations_; ++r) detail.apart_by[r] = apart[r];
  detail.related = apart[kUnrelated] - sides.apart;
  detail.changed = sides.same - (same[kUnchanged] - change_share_[kUnchanged]);
  detail.relation = most_likely(apart, relations_);
  detail.change = most_likely(same, changes_);
  detail.apart = sides.apart;
  detail.evidence = sides.same - sides.apart;
}

}  // namespace galena::match
