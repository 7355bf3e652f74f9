#include "match/train.hpp"

#include <algorithm>
#include <cmath>

#include "match/column_fields.hpp"
#include "match/compare_each.hpp"
#include "match/drawn_matches.hpp"
#include "match/drawn_pairs.hpp"
#include "match/expectation.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

/// Pairs are sure by the model that they teach: round by round it comes to believe what it believed
/// first, and namesakes in one company teach that mailboxes differ. A few rounds settle what the
/// data tell, each of which moves the model less than the one before it: one that moves it more
/// follows from what the model believes, and is not taken.
constexpr std::uint32_t kMostRounds = 4;
constexpr double kSettled = 1e-3;  // largest change of an m

/// The model's part of each feature; null where it has none.
std::vector<const FieldModel*> parts_of(const ModelData& model, const EncodedRecords& records) {
  std::vector<const FieldModel*> parts;
  for (const Feature& feature : records.layout().features)
    parts.push_back(field_for(model, feature.comparison, feature.name));
  return parts;
}

/// A copy of each part.
FeatureModels copies_of(const std::vector<const FieldModel*>& parts) {
  FeatureModels copies;
  for (const FieldModel* const part : parts) copies.push_back(part ? *part : FieldModel{});
  return copies;
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

/// How far the old probabilities are trusted: as so many pairs, and as so many times those counted.
struct Trust {
  double pairs = 0;
  double times = 0;
  [[nodiscard]] double against(double total) const { return std::max(pairs, times * total); }
};

/// m of one field from counts; changes that do not touch the field count as none.
void maximise(const FieldModel& start, const ChangeCounts& counts, std::size_t changes,
              const Trust& trust, FieldModel& field) {
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
        field.levels[i].changed[k - 1] =
            held(before, counts[k][i + 1], total, trust.against(total));
      }
    }
  }
  const double total = total_of(plain);
  for (std::size_t i = 0; i < start.levels.size(); ++i)
    field.levels[i].m = held(start.levels[i].m, plain[i + 1], total, trust.against(total));
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
                           std::size_t changes, const Trust& trust) {
  FeatureModels features = copies_of(start);
  for (std::size_t f = 0; f < features.size(); ++f) {
    if (start[f] != nullptr) maximise(*start[f], counts[f], changes, trust, features[f]);
  }
  return features;
}

/// The m of a comparison from all features that are compared so.
void maximise_together(const EncodedRecords& records, const Counts& counts, const Trust& trust,
                       ModelData& model) {
  const std::vector<Feature>& features = records.layout().features;
  for (FieldModel& field : model.fields) {
    ChangeCounts together{};
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (features[f].comparison != field.comparison) continue;
      for (std::size_t k = 0; k < together.size(); ++k) add(counts[f][k], together[k]);
    }
    const FieldModel start = field;
    maximise(start, together, model.changes.size(), trust, field);
  }
}

/// Raises u where pairs of records drawn evenly reach a level much oftener than the model thinks: a
/// list of one company's people shares a domain, one of one town a city. Within a factor of two the
/// model knows better, because what blocking brings up is not drawn evenly. Levels that are weighed
/// by frequency need none of it.
void raise_chances(const LevelCounts& reached, double factor, FieldModel& field) {
  LevelCounts counts = reached;
  counts[0] = 0;  // blank
  const double total = total_of(counts);
  for (std::size_t i = 0; i + 1 < field.levels.size() && total >= 100; ++i) {
    LevelModel& level = field.levels[i];
    const double measured = counts[i + 1] / total;
    if (level.term_frequency || measured <= level.u * factor) continue;
    level.u = std::min(1.0, measured / factor);
    // Records of one entity whose values differ reach the level by chance as often: another mailbox
    // of somebody in one company is in its domain too.
    const double by_chance = field.levels.back().m * measured;
    level.m += by_chance;
    field.levels.back().m = std::max(1e-9, field.levels.back().m - by_chance);
  }
}

/// How often pairs of records drawn evenly reach each level, by feature.
std::vector<LevelCounts> reached_by_chance(const EncodedRecords& records, const Scorer& scorer,
                                           unsigned threads) {
  constexpr std::size_t kDrawn = 20000;
  constexpr std::size_t kChunk = 1000;
  const std::size_t count = records.size();
  const std::size_t features = records.layout().features.size();
  std::vector<LevelCounts> reached(features);
  if (count < 20) return reached;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  each_drawn_pair(count, kDrawn, 2,
                  [&](std::size_t a, std::size_t b) { pairs.emplace_back(a, b); });
  const std::size_t chunks = (pairs.size() + kChunk - 1) / kChunk;
  std::vector<std::vector<LevelCounts>> parts(chunks, reached);
  const auto make = [&] { return Workspace(features, AgreementMemo::kSome); };
  parallel_for_with(chunks, threads, make, [&](std::size_t chunk, Workspace& space) {
    const auto count_levels = [&](std::size_t, std::span<const Outcome> outcomes) {
      for (std::size_t f = 0; f < features; ++f) ++parts[chunk][f][outcomes[f].level];
    };
    compare_each(
        scorer, chunk * kChunk, std::min(pairs.size(), (chunk + 1) * kChunk), space,
        [&](std::size_t i) { return pairs[i]; }, count_levels);
  });
  for (const std::vector<LevelCounts>& part : parts) {
    for (std::size_t f = 0; f < features; ++f) add(part[f], reached[f]);
  }
  return reached;
}

/// u of the model and of each feature.
void raise_all(const EncodedRecords& records, const Scorer& scorer, double factor, unsigned threads,
               ModelData& model, FeatureModels& by_feature) {
  const std::vector<Feature>& features = records.layout().features;
  const std::vector<LevelCounts> reached = reached_by_chance(records, scorer, threads);
  for (std::size_t f = 0; f < features.size(); ++f)
    raise_chances(reached[f], factor, by_feature[f]);
  for (FieldModel& field : model.fields) {
    LevelCounts together{};
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (features[f].comparison == field.comparison) add(reached[f], together);
    }
    raise_chances(together, factor, field);
  }
}

/// Fathers and sons of one name agree in all but the suffix, and look sure by that: they would
/// teach that suffixes say nothing.
void forget_suffixes(const EncodedRecords& records, Counts& counts) {
  const int suffix = records.layout().find(Comparison::name_suffix);
  if (suffix >= 0) counts[static_cast<std::size_t>(suffix)] = {};
}

}  // namespace

std::vector<ScoredPair> likely_pairs(const std::vector<ScoredPair>& pairs, WeightSum prior) {
  constexpr WeightSum kNoChance = -10 * WeightSum{kOneBit};
  constexpr std::size_t kEnough = 60000;
  // Where few of the pairs are matches (one company's people) all of those pairs are wanted.
  constexpr std::size_t kEnoughMatches = 20000;
  const auto likely = [&](const ScoredPair& pair) { return pair.evidence + prior >= kNoChance; };
  const auto match = [&](const ScoredPair& pair) { return pair.evidence + prior >= 0; };
  const auto count = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), likely));
  const auto matches = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), match));
  const std::size_t step = std::max(count / kEnough, matches / kEnoughMatches) + 1;
  std::vector<ScoredPair> sample;
  sample.reserve(count / step + 1);
  std::size_t number = 0;
  for (const ScoredPair& pair : pairs) {
    if (likely(pair) && number++ % step == 0) sample.push_back(pair);
  }
  return sample;
}

FeatureModels feature_models(const Model& model, const EncodedRecords& records) {
  FeatureModels features;
  for (const Feature& feature : records.layout().features) {
    const FieldModel* const field = model.find(feature.comparison, feature.name);
    features.push_back(field != nullptr ? *field : FieldModel{});
  }
  return features;
}

std::vector<WeightSum> drawn_evidence(const Model& model, const EncodedRecords& records,
                                      const Scorer& scorer, const std::vector<ScoredPair>& likely,
                                      unsigned threads) {
  return DrawnMatches(records, scorer, likely, threads)
      .evidence(feature_models(model, records), model.data().changes);
}

Trained train_on_pairs(const ModelData& start, const EncodedRecords& records, const Scorer& scorer,
                       const std::vector<ScoredPair>& pairs, double duplicates_per_record,
                       unsigned threads, TrainingReport& report,
                       const TrainingConstants& constants) {
  const WeightSum prior = scorer.prior(duplicates_per_record);
  const std::vector<ScoredPair> likely = likely_pairs(pairs, prior);
  const PatternCounts patterns(records, scorer, likely, threads);
  const std::vector<const FieldModel*> parts = parts_of(start, records);
  Trained trained{start, copies_of(parts)};
  report.patterns = patterns.patterns().size();
  const auto settle = [&](const FeatureModels& from, const Trust& trust, const auto& count) {
    std::vector<const FieldModel*> held_near;
    for (const FieldModel& field : from)
      held_near.push_back(field.levels.empty() ? nullptr : &field);
    Counts counts;
    double last_step = 1;
    for (std::uint32_t round = 0; round < kMostRounds; ++round) {
      ++report.rounds;
      counts.assign(parts.size(), {});
      count(MatchSide(start.changes, trained.by_feature, records), counts);
      forget_suffixes(records, counts);
      FeatureModels next = maximise_all(held_near, counts, start.changes.size(), trust);
      const double step = moved(trained.by_feature, next);
      if (step > last_step) break;
      last_step = step;
      trained.by_feature = std::move(next);
      if (step < kSettled) break;
    }
    maximise_together(records, counts, trust, trained.model);
  };
  const DrawnMatches drawn(records, scorer, likely, threads);
  // Pairs that are sure by all columns are those that agree most: by them alone, mistakes would be
  // taken for rarer than they are. Those that are missing are added as the model expects them. How
  // a column agrees in pairs that the others make sure is not chosen so, but where something else
  // than a person has several columns to itself (the sites of a company) some of these pairs are
  // none. The two err to opposite sides: between them. Doubtful pairs are many and alike (families,
  // colleagues) and teach nothing.
  const SurePairs sure{prior, weight_of_bits(constants.sure_bits)};
  const SurePairs by_others{prior, weight_of_bits(constants.others_bits)};
  settle(copies_of(parts), {constants.hold_pairs, 0}, [&](const MatchSide& side, Counts& counts) {
    report.matches = count_sure(side, patterns, sure, threads, counts);
    drawn.add_unseen(side, trained.by_feature, start.changes, sure, report.matches,
                     constants.unseen_most, counts);
  });
  settle(FeatureModels(trained.by_feature), {constants.hold_pairs, constants.sure_worth},
         [&](const MatchSide& side, Counts& counts) {
           count_sure_by_others(side, patterns, by_others, threads, counts);
         });
  raise_all(records, scorer, constants.chance_factor, threads, trained.model, trained.by_feature);
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
  const TrainingConstants constants;
  constexpr WeightSum kCertain = 1000 * WeightSum{kOneBit};
  // A pair that was judged a match is one; only the change it went through has to be guessed.
  Counts counts(parts.size());
  report.rounds = 1;
  report.patterns = patterns.patterns().size();
  const MatchSide side(start.changes, trained.by_feature, records);
  report.matches = count_sure(side, patterns, {kCertain, 0}, threads, counts);
  const Trust trust{constants.hold_pairs, 0};
  trained.by_feature = maximise_all(parts, counts, start.changes.size(), trust);
  maximise_together(records, counts, trust, trained.model);
  raise_all(records, scorer, constants.chance_factor, threads, trained.model, trained.by_feature);
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
