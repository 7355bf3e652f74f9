#include "match/prior.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace galena::match {

namespace {

constexpr WeightSum kSure = 3 * WeightSum{kOneBit};  // 8 to 1

/// Pairs by their evidence, in steps of a sixteenth of a bit: so many pairs of about the same
/// evidence have nearly the same probability, and are counted at once.
class EvidenceCounts {
 public:
  struct Step {
    std::int64_t pairs = 0;
    WeightSum sum = 0;  ///< of their evidence
    [[nodiscard]] WeightSum evidence() const { return sum / pairs; }
  };

  explicit EvidenceCounts(const std::vector<ScoredPair>& pairs) {
    std::vector<Step> all(2 * kMost + 1);
    for (const ScoredPair& pair : pairs) {
      Step& step = all[static_cast<std::size_t>(
          std::clamp<WeightSum>(pair.evidence / kStep, -kMost, kMost) + kMost)];
      ++step.pairs;
      step.sum += pair.evidence;
    }
    for (const Step& step : all) {
      if (step.pairs != 0) steps_.push_back(step);
    }
  }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

 private:
  static constexpr WeightSum kStep = kOneBit / 16;
  static constexpr WeightSum kMost = 16 * 100;  // beyond 100 bits nothing is in doubt
  std::vector<Step> steps_;                     // that have pairs, by evidence
};

/// The duplicates per record at which the probabilities of the pairs from `least` on add up to
/// themselves, held near `start` by a few made-up records when the data are few.
double settled_prior(const EvidenceCounts& counts, const Scorer& scorer, double records,
                     double start, WeightSum least) {
  constexpr double kHold = 50;  // records' worth of trust in `start`
  double current =
      std::max(start, 1.0);  // from above: of several solutions the one with more duplicates
  for (int round = 0; round < 30; ++round) {
    const WeightSum prior = scorer.prior(current);
    double expected = 0;
    for (const EvidenceCounts::Step& step : counts.steps()) {
      const WeightSum weight = step.evidence() + prior;
      if (weight >= least) expected += static_cast<double>(step.pairs) * probability_of(weight);
    }
    const double next = std::clamp((2 * expected + kHold * start) / (records + kHold), start / 100,
                                   kMostDuplicates);
    const bool settled = std::max(next, current) <= std::min(next, current) * 1.001;
    current = next;
    if (settled) break;
  }
  return current;
}

}  // namespace

double fit_prior(const std::vector<ScoredPair>& pairs, const Scorer& scorer, std::size_t records,
                 double start) {
  // Doubtful pairs are many and alike, and counting them would feed the prior that favours them.
  // But a record may say so little that most of its duplicates are likely and not sure.
  constexpr double kMost = 2;
  const EvidenceCounts counts(pairs);
  const auto among = static_cast<double>(records);
  const double sure = settled_prior(counts, scorer, among, start, kSure);
  const double likely = settled_prior(counts, scorer, among, start, 0);
  return likely > kMost * sure ? likely : sure;
}

}  // namespace galena::match
