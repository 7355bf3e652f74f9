#include "match/partners.hpp"

#include <algorithm>
#include <cmath>

#include "match/fixed_point.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

/// A pair is sure from 64 to 1 on, as in training.
constexpr WeightSum kSure = 6 * WeightSum{kOneBit};
/// Rows have one partner where at most one in twenty of those that surely have one has another.
constexpr double kMostAgain = 1.0 / 20;
/// The share of rows that have a partner is counted as at most this: that nearly all have one makes
/// rows that are left likelier partners by two bits an end and no more, whatever they look like.
constexpr double kMostShare = 0.75;
/// Messages settle in two or three turns where rows have one partner: then no factor of odds moves
/// by more than a hundredth.
constexpr int kTurns = 6;
constexpr double kSettled = 0.01;

/// Odds beyond a thousand million to one say no more, and sums of them stay exact enough.
constexpr double kMostOdds = 1 << 30;

/// How many rows of a side surely have a partner, and how many they have beyond the first.
struct SureRows {
  double taken = 0;
  double more = 0;
};

}  // namespace

double Partners::Side::factor(double odds) const {
  if (!one) return 1;
  const double others = odds * single;
  return single * (1 + others * again) / (1 + others);
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

void Partners::send_messages(const std::vector<ScoredPair>& pairs, std::vector<Ends>& ends) {
  // What each end hears of a pair: its own odds, and what the other end makes of them.
  const auto to_left = [](const Ends& end) { return std::min(end.odds * end.right, kMostOdds); };
  const auto to_right = [](const Ends& end) { return std::min(end.odds * end.left, kMostOdds); };
  bool settled = false;
  const auto move = [&](double& factor, double to) {
    settled = settled && std::abs(to - factor) <= kSettled * factor;
    factor = to;
  };
  for (int turn = 0; turn < kTurns && !settled; ++turn) {
    settled = true;
    odds_.assign(odds_.size(), 0);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      odds_[pairs[i].a] += to_left(ends[i]);
      odds_[pairs[i].b] += to_right(ends[i]);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const double left = odds_[pairs[i].a] - to_left(ends[i]);
      const double right = odds_[pairs[i].b] - to_right(ends[i]);
      move(ends[i].left, sides_[0].factor(std::max(0.0, left)));
      move(ends[i].right, sides_[1].factor(std::max(0.0, right)));
    }
  }
}

Partners::Partners(const std::vector<ScoredPair>& pairs, WeightSum prior, const Basis& basis,
                   unsigned threads) {
  look_at_sides(pairs, prior, basis);
  if (!any()) return;
  const auto& apart = basis.apart;
  const auto declared = [&](const ScoredPair& pair) {
    return std::binary_search(apart.begin(), apart.end(), std::pair(pair.a, pair.b));
  };
  constexpr std::size_t kChunk = 16384;
  const auto in_chunks = [&](const auto& visit) {
    parallel_for((pairs.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
      const std::size_t end = std::min(pairs.size(), (chunk + 1) * kChunk);
      for (std::size_t i = chunk * kChunk; i < end; ++i) visit(i);
    });
  };
  std::vector<Ends> ends(pairs.size());
  in_chunks([&](std::size_t i) {
    const WeightSum weight = pairs[i].evidence + prior;
    ends[i].odds = declared(pairs[i]) ? 0 : std::min(exp2_of_weight(weight), kMostOdds);
  });
  odds_.resize(basis.records);
  send_messages(pairs, ends);
  changes_.resize(pairs.size());
  in_chunks([&](std::size_t i) { changes_[i] = log2_weight(ends[i].left * ends[i].right); });
}

Weight Partners::change_of_other(std::uint32_t a, std::uint32_t b) const {
  return odds_.empty() ? 0 : log2_weight(sides_[0].factor(odds_[a]) * sides_[1].factor(odds_[b]));
}

}  // namespace galena::match
