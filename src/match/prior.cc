#include "match/prior.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace galena::match {

namespace {

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

}  // namespace

double fit_prior(const std::vector<ScoredPair>& pairs, const Scorer& scorer, std::size_t records,
                 double start, const std::vector<WeightSum>& drawn,
                 const TrainingConstants& constants) {
  const EvidenceCounts counts(pairs);
  const WeightSum least = weight_of_bits(constants.prior_bits);
  const auto counted = [&](WeightSum weight) { return weight < least ? 0 : probability_of(weight); };
  const auto seen = [&](WeightSum prior) {
    double sum = 0;
    for (const WeightSum evidence : drawn) sum += counted(evidence + prior);
    return drawn.empty() ? 1
                         : std::max(sum / static_cast<double>(drawn.size()), constants.prior_seen);
  };
  const double hold = constants.prior_hold;
  // From above: of several solutions the one with more duplicates.
  double current = std::max(start, constants.prior_from);
  for (int round = 0; round < 30; ++round) {
    const WeightSum prior = scorer.prior(current);
    double expected = 0;
    for (const EvidenceCounts::Step& step : counts.steps())
      expected += static_cast<double>(step.pairs) * counted(step.evidence() + prior);
    expected /= seen(prior);
    const double next =
        std::clamp((2 * expected + hold * start) / (static_cast<double>(records) + hold),
                   start / 100, constants.prior_most);
    const bool settled = std::max(next, current) <= std::min(next, current) * 1.001;
    current = next;
    if (settled) break;
  }
  return current;
}

}  // namespace galena::match
