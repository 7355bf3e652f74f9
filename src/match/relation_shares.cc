#include "match/relation_shares.hpp"

#include <algorithm>

#include "match/compare_each.hpp"
#include "match/drawn_matches.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

/// What may have been overlooked beside what was seen, at 95 % confidence.
constexpr double kOverlooked = 3;
/// Pairs of less chance than 1 to 256 are not looked at: blocking brings few of them up.
constexpr WeightSum kLeast = -8 * WeightSum{kOneBit};
constexpr std::size_t kLookedAt = 10000;  // pairs; more would tell no more

double share_seen(double seen, double expected) {
  return (seen + kOverlooked) / (expected + kOverlooked);
}

/// Of the seen pairs those that are so related, when relations are so many times as frequent.
std::vector<double> related_now(const std::vector<RelatedPair>& seen,
                                const std::vector<double>& factors) {
  std::vector<double> related(factors.size());
  for (const RelatedPair& pair : seen) {
    double apart = pair.parts[kUnrelated];
    for (std::size_t r = 0; r < factors.size(); ++r) apart += factors[r] * pair.parts[r + 1];
    // Of the odds, what is apart became rarer.
    const double each = 1 / std::max(1e-30, apart + pair.odds);
    for (std::size_t r = 0; r < factors.size(); ++r)
      related[r] += each * factors[r] * pair.parts[r + 1];
  }
  return related;
}

/// Every few of the pairs that have a chance, and how many each stands for.
struct Sample {
  std::vector<ScoredPair> pairs;
  std::size_t each = 1;
};

Sample sample_of(const std::vector<ScoredPair>& pairs, WeightSum prior) {
  const auto near = [&](const ScoredPair& pair) { return pair.evidence + prior >= kLeast; };
  Sample sample;
  const auto count = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), near));
  sample.each = count / kLookedAt + 1;
  std::size_t number = 0;
  for (const ScoredPair& pair : pairs) {
    if (near(pair) && number++ % sample.each == 0) sample.pairs.push_back(pair);
  }
  return sample;
}

/// What speaks for what in each pair whose weight is `least` and more.
std::vector<RelatedPair> related_pairs(const EncodedRecords& records, const Scorer& scorer,
                                       const std::vector<ScoredPair>& pairs, WeightSum prior,
                                       WeightSum least, std::size_t relations, unsigned threads) {
  constexpr std::size_t kChunk = 500;
  constexpr WeightSum kMost = 60 * WeightSum{kOneBit};
  std::vector<std::vector<RelatedPair>> found((pairs.size() + kChunk - 1) / kChunk);
  const auto make = [&] {
    return Workspace(records.layout().features.size(), AgreementMemo::kSome);
  };
  parallel_for_with(found.size(), threads, make, [&](std::size_t chunk, Workspace& space) {
    PairDetail detail;
    const auto take = [&](std::size_t, std::span<const Outcome> outcomes) {
      const WeightSum weight = scorer.explain(outcomes, detail) + prior;
      if (weight < least) return;
      RelatedPair& pair = found[chunk].emplace_back();
      pair.odds = exp2_of_weight(std::min(weight, kMost));
      for (std::size_t r = 0; r <= relations; ++r)
        pair.parts[r] = exp2_of_weight(detail.apart_by[r] - detail.apart);
    };
    compare_each(
        scorer, chunk * kChunk, std::min(pairs.size(), (chunk + 1) * kChunk), space,
        [&](std::size_t i) { return std::pair(pairs[i].a, pairs[i].b); }, take);
  });
  std::vector<RelatedPair> all;
  for (const std::vector<RelatedPair>& part : found)
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// By relation, how many pairs that are so related have `evidence` and more; below 0 where the
/// model gives the relation's share of all pairs, not how many others a record is related to.
std::vector<double> expected_pairs(const Model& model, const EncodedRecords& records,
                                   const Scorer& scorer, const std::vector<ScoredPair>& likely,
                                   WeightSum evidence, std::size_t split, unsigned threads) {
  const DrawnMatches drawn(records, scorer, likely, threads);
  const FeatureModels features = feature_models(model, records);
  const auto count = static_cast<double>(records.size());
  const auto left = static_cast<double>(split);
  const double pairs = split == 0 ? count * (count - 1) / 2 : left * (count - left);
  const std::vector<Relation>& relations = model.data().relations;
  std::vector<double> expected(relations.size(), -1);
  for (std::size_t r = 0; r < relations.size(); ++r) {
    if (relations[r].per_record <= 0) continue;
    const std::vector<WeightSum> all = drawn.related_evidence(features, r);
    const auto enough =
        std::count_if(all.begin(), all.end(), [&](WeightSum one) { return one >= evidence; });
    expected[r] = pairs * exp2_of_weight(scorer.relation_share(r)) * static_cast<double>(enough) /
                  std::max(1.0, static_cast<double>(all.size()));
  }
  return expected;
}

}  // namespace

std::vector<double> relation_factors(const std::vector<RelatedPair>& seen,
                                     const std::vector<double>& expected, double each) {
  constexpr int kRounds = 50;
  std::vector<double> factors(expected.size(), 1.0);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<double> related = related_now(seen, factors);
    double all_seen = 0;
    double all_expected = 0;
    for (std::size_t r = 0; r < expected.size(); ++r) {
      related[r] *= each;
      if (expected[r] < 0) continue;
      all_seen += related[r];
      all_expected += expected[r];
    }
    const double together = share_seen(all_seen, all_expected);
    for (std::size_t r = 0; r < expected.size(); ++r) {
      if (expected[r] < 0) continue;
      factors[r] = std::min(1.0, std::max(together, share_seen(related[r], expected[r])));
    }
  }
  return factors;
}

std::vector<Weight> rarer_relations(const Model& model, const EncodedRecords& records,
                                    const Scorer& scorer, const PairSearch& search,
                                    unsigned threads) {
  const std::vector<Relation>& relations = model.data().relations;
  std::vector<Weight> bits(relations.size());
  if (scorer.by_rules() || scorer.prior_is_fixed() || search.pairs.empty()) return bits;
  const WeightSum prior = scorer.prior(search.duplicates_per_record);
  const WeightSum least = std::max(kLeast, search.kept_from + prior);
  const Sample sample = sample_of(search.pairs, prior);
  const std::vector<double> expected = expected_pairs(model, records, scorer, sample.pairs,
                                                      least - prior, search.basis.split, threads);
  const std::vector<RelatedPair> seen =
      related_pairs(records, scorer, sample.pairs, prior, least, relations.size(), threads);
  const std::vector<double> factors =
      relation_factors(seen, expected, static_cast<double>(sample.each));
  for (std::size_t r = 0; r < bits.size(); ++r) bits[r] = log2_weight(factors[r]);
  return bits;
}

}  // namespace galena::match
