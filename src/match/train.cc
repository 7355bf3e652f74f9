#include "match/train.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "match/column_fields.hpp"
#include "match/hash.hpp"
#include "match/threads.hpp"
#include "match/soft_minimum.hpp"

namespace galena::match {

namespace {

/// Pairs' worth of trust in the probabilities that training starts from.
constexpr double kHoldMatches = 200;
constexpr std::uint32_t kMostRounds = 20;
constexpr double kSettled = 1e-3;  // largest change of an m
constexpr std::size_t kMostLevels = 8;
constexpr WeightSum kSure = 3 * WeightSum{kOneBit};  // 8 to 1

/// How often each level was reached, by feature and change.
using LevelCounts = std::array<double, kMostLevels>;
using ChangeCounts = std::array<LevelCounts, kMostChanges + 1>;
using Counts = std::vector<ChangeCounts>;

/// The model's part of each feature; null where it has none.
std::vector<const FieldModel*> parts_of(const ModelData& model, const EncodedRecords& records) {
  std::vector<const FieldModel*> parts;
  for (const Feature& feature : records.layout().features) parts.push_back(part_of(model, feature));
  return parts;
}

/// A copy of each part.
FeatureModels copies_of(const std::vector<const FieldModel*>& parts) {
  FeatureModels copies;
  for (const FieldModel* const part : parts) copies.push_back(part ? *part : FieldModel{});
  return copies;
}

/// log2 of m by feature, change and level.
class MatchSide {
 public:
  MatchSide(const std::vector<Change>& changes, const FeatureModels& features,
            const EncodedRecords& records)
      : log_m_(features.size()) {
    double unchanged = 1;
    for (const Change& change : changes) unchanged -= change.share;
    shares_.push_back(log2_weight(std::max(0.01, unchanged)));
    for (const Change& change : changes) shares_.push_back(log2_weight(change.share));
    for (std::size_t f = 0; f < features.size(); ++f) {
      const FieldModel& field = features[f];
      auto& own = log_m_[f];
      for (std::size_t level = 0; level < field.levels.size(); ++level) {
        for (std::size_t k = 0; k < shares_.size(); ++k)
          own[k][level + 1] =
              scaled_weight(log2_weight(m_of(field.levels[level], k)), records.store(f).worth());
      }
    }
  }

  static double m_of(const LevelModel& level, std::size_t change) {
    return change > 0 && level.changed[change - 1] != 0 ? level.changed[change - 1] : level.m;
  }

  /// log2 of each change's share times the chance of these levels.
  std::vector<WeightSum> by_change(const std::uint8_t* levels) const {
    std::vector<WeightSum> sums = shares_;
    for (std::size_t f = 0; f < log_m_.size(); ++f) {
      if (levels[f] == 0) continue;
      const auto& own = log_m_[f];
      for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += own[k][levels[f]];
    }
    return sums;
  }

 private:
  std::vector<WeightSum> shares_;
  std::vector<std::array<std::array<WeightSum, kMostLevels>, kMostChanges + 1>> log_m_;
};

/// log2 of a sum of powers of two.
WeightSum log_sum(const std::vector<WeightSum>& terms) {
  WeightSum sum = terms.front();
  for (std::size_t k = 1; k < terms.size(); ++k) sum = soft_maximum(sum, terms[k]);
  return sum;
}

/// Adds `share` of a pattern's pairs to the counts of its levels.
void count_levels(const std::uint8_t* levels, std::size_t change, double share, Counts& counts) {
  for (std::size_t f = 0; f < counts.size(); ++f) {
    if (levels[f] != 0) counts[f][change][levels[f]] += share;
  }
}

/// The expected counts of levels among matches, and how many matches there are.
double expect(const MatchSide& side, const PatternCounts& patterns, WeightSum prior,
              Counts& counts) {
  double matches = 0;
  for (const PatternCounts::Pattern& pattern : patterns.patterns()) {
    const std::uint8_t* const levels = patterns.levels(pattern);
    const std::vector<WeightSum> same = side.by_change(levels);
    const WeightSum all = log_sum(same);
    // Doubtful pairs are many and alike (families, colleagues): counting their shares would teach
    // the model to take more of them.
    const WeightSum weight = all - pattern.apart + prior;
    if (weight < kSure) continue;
    const double share = pattern.count * probability_of(weight);
    matches += share;
    for (std::size_t k = 0; k < same.size(); ++k)
      count_levels(levels, k, share * exp2_of_weight(same[k] - all), counts);
  }
  return matches;
}

/// The most likely probability of a level, `hold` pairs' worth of trust in the old one.
double held(double old_value, double count, double total, double hold) {
  return std::clamp((hold * old_value + count) / (hold + total), 1e-9, 1.0);
}

double total_of(const LevelCounts& counts) {
  double total = 0;
  for (const double count : counts) total += count;
  return total;
}

/// True when the strongest level no longer speaks for a match more than the weakest does.
bool switched(const FieldModel& field) {
  const LevelModel& first = field.levels.front();
  const LevelModel& last = field.levels.back();
  return !first.term_frequency && first.m * last.u <= last.m * first.u;
}

/// m of one field from counts; changes that do not touch the field count as none.
void maximise(const FieldModel& start, const ChangeCounts& counts, std::size_t changes,
              FieldModel& field) {
  LevelCounts plain = counts[0];
  for (std::size_t k = 1; k <= changes; ++k) {
    const bool own =
        std::any_of(start.levels.begin(), start.levels.end(),
                    [&](const LevelModel& level) { return level.changed[k - 1] != 0; });
    const double total = total_of(counts[k]);
    for (std::size_t i = 0; i < start.levels.size(); ++i) {
      const double before = start.levels[i].changed[k - 1];
      if (!own) {
        plain[i + 1] += counts[k][i + 1];
      } else if (before != 0) {
        field.levels[i].changed[k - 1] = held(before, counts[k][i + 1], total, kHoldMatches);
      }
    }
  }
  const double total = total_of(plain);
  for (std::size_t i = 0; i < start.levels.size(); ++i)
    field.levels[i].m = held(start.levels[i].m, plain[i + 1], total, kHoldMatches);
  if (switched(field)) field = start;
}

/// The largest difference between the m of two models.
double moved(const FeatureModels& a, const FeatureModels& b) {
  double most = 0;
  for (std::size_t f = 0; f < a.size(); ++f) {
    for (std::size_t i = 0; i < a[f].levels.size(); ++i)
      most = std::max(most, std::abs(a[f].levels[i].m - b[f].levels[i].m));
  }
  return most;
}

/// The m of every feature.
FeatureModels maximise_all(const std::vector<const FieldModel*>& start, const Counts& counts,
                           std::size_t changes) {
  FeatureModels features = copies_of(start);
  for (std::size_t f = 0; f < features.size(); ++f) {
    if (start[f] != nullptr) maximise(*start[f], counts[f], changes, features[f]);
  }
  return features;
}

void add(const LevelCounts& more, LevelCounts& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += more[i];
}

/// The m of a comparison from all features that are compared so.
void maximise_together(const EncodedRecords& records, const Counts& counts, ModelData& model) {
  const std::vector<Feature>& features = records.layout().features;
  for (FieldModel& field : model.fields) {
    ChangeCounts together{};
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (features[f].comparison != field.comparison) continue;
      for (std::size_t k = 0; k < together.size(); ++k) add(counts[f][k], together[k]);
    }
    const FieldModel start = field;
    maximise(start, together, model.changes.size(), field);
  }
}

/// Raises u where pairs of records drawn evenly reach a level much oftener than the model thinks: a
/// list of one company's people shares a domain, one of one town a city. Within a factor of two the
/// model knows better, because what blocking brings up is not drawn evenly. Levels that are weighed
/// by frequency need none of it.
void raise_chances(const LevelCounts& reached, FieldModel& field) {
  constexpr double kFactor = 2;
  LevelCounts counts = reached;
  counts[0] = 0;  // blank
  const double total = total_of(counts);
  for (std::size_t i = 0; i + 1 < field.levels.size() && total >= 100; ++i) {
    LevelModel& level = field.levels[i];
    const double measured = counts[i + 1] / total;
    if (level.term_frequency || measured <= level.u * kFactor) continue;
    level.u = measured / kFactor;
    // Records of one entity whose values differ reach the level by chance as often: another mailbox
    // of somebody in one company is in its domain too.
    const double by_chance = field.levels.back().m * measured;
    level.m += by_chance;
    field.levels.back().m = std::max(1e-9, field.levels.back().m - by_chance);
  }
}

/// How often pairs of records drawn evenly reach each level, by feature.
std::vector<LevelCounts> reached_by_chance(const EncodedRecords& records, const Scorer& scorer) {
  constexpr std::size_t kDrawn = 20000;
  const std::size_t count = records.size();
  std::vector<LevelCounts> reached(records.layout().features.size());
  if (count < 20) return reached;
  PairDetail detail;
  std::uint64_t state = 2;
  for (std::size_t i = 0; i < kDrawn; ++i) {
    state = hash_pair(state, i);
    const std::size_t a = state % count;
    const std::size_t b = (state >> 32) % count;
    if (a == b) continue;
    scorer.explain(records, records[a], records[b], detail);
    for (std::size_t f = 0; f < detail.features.size(); ++f) ++reached[f][detail.features[f].level];
  }
  return reached;
}

/// u of the model and of each feature.
void raise_all(const EncodedRecords& records, const Scorer& scorer, ModelData& model,
               FeatureModels& by_feature) {
  const std::vector<Feature>& features = records.layout().features;
  const std::vector<LevelCounts> reached = reached_by_chance(records, scorer);
  for (std::size_t f = 0; f < features.size(); ++f) raise_chances(reached[f], by_feature[f]);
  for (FieldModel& field : model.fields) {
    LevelCounts together{};
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (features[f].comparison == field.comparison) add(reached[f], together);
    }
    raise_chances(together, field);
  }
}

}  // namespace

PatternCounts::PatternCounts(const EncodedRecords& records, const Scorer& scorer,
                             const std::vector<ScoredPair>& pairs, unsigned threads)
    : features_(records.layout().features.size()), levels_(pairs.size() * features_) {
  struct Entry {
    std::uint64_t hash;
    WeightSum apart;
    std::uint32_t pair;
  };
  std::vector<Entry> entries(pairs.size());
  constexpr std::size_t kChunk = 8192;
  constexpr WeightSum kStep = kOneBit / 4;  // finer would tell no more apart
  parallel_for((pairs.size() + kChunk - 1) / kChunk, threads, [&](std::size_t chunk) {
    PairDetail detail;
    const std::size_t end = std::min(pairs.size(), (chunk + 1) * kChunk);
    for (std::size_t i = chunk * kChunk; i < end; ++i) {
      scorer.explain(records, records[pairs[i].a], records[pairs[i].b], detail);
      std::uint64_t hash = 0;
      for (std::size_t f = 0; f < features_; ++f) {
        levels_[i * features_ + f] = detail.features[f].level;
        hash = hash_pair(hash, detail.features[f].level);
      }
      entries[i] = {hash, detail.apart / kStep * kStep, static_cast<std::uint32_t>(i)};
    }
  });
  parallel_sort(entries, threads, [](const Entry& x, const Entry& y) {
    if (x.hash != y.hash) return x.hash < y.hash;
    return x.apart != y.apart ? x.apart < y.apart : x.pair < y.pair;
  });
  for (const Entry& entry : entries) {
    const bool same =
        !patterns_.empty() && patterns_.back().apart == entry.apart &&
        std::equal(&levels_[entry.pair * features_], &levels_[entry.pair * features_] + features_,
                   levels(patterns_.back()));
    if (same) {
      ++patterns_.back().count;
    } else {
      patterns_.push_back({entry.pair, 1, entry.apart});
    }
  }
}

namespace {

/// Pairs that have a chance; of very many an even sample, which tells as much.
std::vector<ScoredPair> likely_pairs(const std::vector<ScoredPair>& pairs, WeightSum prior) {
  constexpr WeightSum kNoChance = -10 * WeightSum{kOneBit};
  constexpr std::size_t kEnough = 100000;
  const auto likely = [&](const ScoredPair& pair) { return pair.evidence + prior >= kNoChance; };
  const auto count = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), likely));
  const std::size_t step = count / kEnough + 1;
  std::vector<ScoredPair> sample;
  sample.reserve(count / step + 1);
  std::size_t number = 0;
  for (const ScoredPair& pair : pairs) {
    if (likely(pair) && number++ % step == 0) sample.push_back(pair);
  }
  return sample;
}

}  // namespace

Trained train_on_pairs(const ModelData& start, const EncodedRecords& records, const Scorer& scorer,
                       const std::vector<ScoredPair>& pairs, double duplicates_per_record,
                       unsigned threads, TrainingReport& report) {
  const WeightSum prior = scorer.prior(duplicates_per_record);
  const std::vector<ScoredPair> likely = likely_pairs(pairs, prior);
  const PatternCounts patterns(records, scorer, likely, threads);
  const std::vector<const FieldModel*> parts = parts_of(start, records);
  Trained trained{start, copies_of(parts)};
  Counts counts;
  report.patterns = patterns.patterns().size();
  for (report.rounds = 0; report.rounds < kMostRounds;) {
    ++report.rounds;
    counts.assign(parts.size(), {});
    report.matches =
        expect(MatchSide(start.changes, trained.by_feature, records), patterns, prior, counts);
    FeatureModels next = maximise_all(parts, counts, start.changes.size());
    const double step = moved(trained.by_feature, next);
    trained.by_feature = std::move(next);
    if (step < kSettled) break;
  }
  maximise_together(records, counts, trained.model);
  raise_all(records, scorer, trained.model, trained.by_feature);
  keep_columns(records.layout(), trained.by_feature, trained.model);
  trained.model.duplicates_per_record = duplicates_per_record;
  return trained;
}

Trained train_on_labels(const ModelData& start, const EncodedRecords& records, const Scorer& scorer,
                        const std::vector<JudgedPair>& pairs, unsigned threads,
                        TrainingReport& report) {
  std::vector<ScoredPair> matches;
  for (const JudgedPair& pair : pairs) {
    if (pair.match) matches.push_back({pair.a, pair.b, 0});
  }
  const PatternCounts patterns(records, scorer, matches, threads);
  const std::vector<const FieldModel*> parts = parts_of(start, records);
  Trained trained{start, copies_of(parts)};
  // A pair that was judged a match is one; only the change it went through has to be guessed.
  constexpr WeightSum kCertain = 1000 * WeightSum{kOneBit};
  Counts counts(parts.size());
  report.rounds = 1;
  report.patterns = patterns.patterns().size();
  report.matches =
      expect(MatchSide(start.changes, trained.by_feature, records), patterns, kCertain, counts);
  trained.by_feature = maximise_all(parts, counts, start.changes.size());
  maximise_together(records, counts, trained.model);
  raise_all(records, scorer, trained.model, trained.by_feature);
  keep_columns(records.layout(), trained.by_feature, trained.model);
  return trained;
}

double fit_calibration(const std::vector<JudgedPair>& pairs,
                       const std::vector<WeightSum>& weights) {
  constexpr double kHold = 0.02;  // one judged pair moves the offset by a few bits at most
  constexpr double kLn2 = 0.693147180559945309417232;
  double offset = 0;
  for (int round = 0; round < 50; ++round) {
    double slope = -kHold * offset;
    double curve = kHold;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const double p = probability_of(weights[i] + weight_of_bits(offset));
      slope += kLn2 * ((pairs[i].match ? 1 : 0) - p);
      curve += kLn2 * kLn2 * p * (1 - p);
    }
    const double step = std::clamp(slope / curve, -2.0, 2.0);
    offset = std::clamp(offset + step, -30.0, 30.0);
    if (std::abs(step) < 1e-6) break;
  }
  return offset;
}

}  // namespace galena::match
