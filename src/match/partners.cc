#include "match/partners.hpp"

#include <algorithm>

#include "match/fixed_point.hpp"

namespace galena::match {

namespace {

/// A pair is sure from 64 to 1 on, as in training.
constexpr WeightSum kSure = 6 * WeightSum{kOneBit};
/// Rows have one partner where at most one in twenty of those that surely have one has another.
constexpr double kMostAgain = 1.0 / 20;
/// The share of rows that have a partner is counted as at most this: that nearly all have one makes
/// rows that are left likelier partners by two bits an end and no more, whatever they look like.
constexpr double kMostShare = 0.75;
/// Messages settle in two or three turns where rows have one partner.
constexpr int kTurns = 6;

/// Odds beyond a thousand million to one say no more, and sums of them stay exact enough.
double odds_of(WeightSum weight) {
  return exp2_of_weight(std::min(weight, 30 * WeightSum{kOneBit}));
}

/// How many rows of a side surely have a partner, and how many they have beyond the first.
struct SureRows {
  double taken = 0;
  double more = 0;
};

}  // namespace

Weight Partners::Side::change(double odds) const {
  if (!one) return 0;
  const double others = odds * single;
  return log2_weight(single * (1 + others * again) / (1 + others));
}

void Partners::look_at_sides(const std::vector<ScoredPair>& pairs, WeightSum prior,
                             const Basis& basis) {
  const bool linking = basis.split != 0;
  SureRows sure[2];
  std::vector<bool> seen(basis.records);
  for (const ScoredPair& pair : pairs) {
    if (pair.evidence + prior < kSure) continue;
    for (const std::uint32_t record : {pair.a, pair.b}) {
      SureRows& rows = sure[linking && record >= basis.split ? 1 : 0];
      ++(seen[record] ? rows.more : rows.taken);
      seen[record] = true;
    }
  }
  const auto left = static_cast<double>(basis.split);
  const double rows[2] = {left, std::max(1.0, static_cast<double>(basis.records) - left)};
  for (const std::size_t number : {0, 1}) {
    Side& side = sides_[number];
    const SureRows& of_side = sure[linking ? number : 0];
    const double partners =
        basis.duplicates_per_record * (linking && number == 1 ? left / rows[1] : 1);
    const double again = (of_side.more + 1) / (of_side.taken + 1);
    if (again > kMostAgain || again >= partners) continue;
    const double share = std::min(partners, kMostShare);
    side.one = true;
    side.again = again / partners;
    side.single = 1 / (1 - share + share * side.again);
  }
}

Partners::Partners(const std::vector<ScoredPair>& pairs, WeightSum prior, const Basis& basis) {
  look_at_sides(pairs, prior, basis);
  if (!any()) return;
  const auto& apart = basis.apart;
  const auto declared = [&](const ScoredPair& pair) {
    return std::binary_search(apart.begin(), apart.end(), std::pair(pair.a, pair.b));
  };
  ends_.resize(pairs.size());
  for (int turn = 0; turn < kTurns; ++turn) {
    odds_.assign(basis.records, 0);
    // What each end hears of a pair: its evidence, and what the other end says.
    std::vector<std::pair<double, double>> heard(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (declared(pairs[i])) continue;
      const WeightSum weight = pairs[i].evidence + prior;
      heard[i] = {odds_of(weight + ends_[i].right), odds_of(weight + ends_[i].left)};
      odds_[pairs[i].a] += heard[i].first;
      odds_[pairs[i].b] += heard[i].second;
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      ends_[i].left = sides_[0].change(std::max(0.0, odds_[pairs[i].a] - heard[i].first));
      ends_[i].right = sides_[1].change(std::max(0.0, odds_[pairs[i].b] - heard[i].second));
    }
  }
}

}  // namespace galena::match
