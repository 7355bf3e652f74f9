// train(): tables and judged pairs in, a model out.
#include "galena/match/train.hpp"

#include "match/judged_pairs.hpp"
#include "match/match_state.hpp"
#include "match/train.hpp"

namespace galena::match {

namespace {

using detail::MatchState;

/// The pairs of a table to learn from; `judged`: by its column is_match.
Result<std::vector<JudgedPair>> read_pairs(const MatchState& state, const Table& table,
                                           bool judged) {
  auto pairs = read_judged_pairs(state, table, judged);
  if (!pairs || !pairs->empty()) return pairs;
  return Problem{Code::invalid_argument, "no_pairs", "pairs",
                 "there are no pairs of two different records to learn from",
                 "give some, or no table of pairs"};
}

std::vector<WeightSum> weights_of(const MatchState& state, const Scorer& scorer,
                                  const std::vector<JudgedPair>& pairs, WeightSum prior) {
  std::vector<WeightSum> weights;
  for (const JudgedPair& pair : pairs)
    weights.push_back(scorer.evidence((*state.records)[pair.a], (*state.records)[pair.b]) + prior);
  return weights;
}

/// From judged pairs: m, then the prior at which their probabilities are right on average.
Result<Model> from_labels(const MatchState& state, const std::vector<JudgedPair>& pairs,
                          unsigned threads, TrainingReport& report) {
  ModelData data =
      train_on_labels(state.model.data(), *state.records, *state.scorer, pairs, threads, report)
          .model;
  const double fitted = state.report.duplicates_per_record;
  data.duplicates_per_record = fitted;
  Result<Model> model = Model::make(data);
  if (!model) return model;
  const auto population = static_cast<double>(state.left.table.rows());
  const Scorer scorer(*model, *state.records, population);
  const std::vector<WeightSum> weights = weights_of(state, scorer, pairs, scorer.prior(fitted));
  const double offset = fit_calibration(pairs, weights);
  data.duplicates_per_record =
      std::clamp(fitted * exp2_of_weight(weight_of_bits(offset)), 1e-9, population / 2);
  return Model::make(std::move(data));
}

Result<Model> from_pairs(const MatchState& state, const std::vector<JudgedPair>& pairs,
                         unsigned threads, TrainingReport& report) {
  std::vector<ScoredPair> candidates;
  const EncodedRecords& records = *state.records;
  for (const JudgedPair& pair : pairs)
    candidates.push_back(
        {pair.a, pair.b, kept_evidence(*state.scorer, records[pair.a], records[pair.b])});
  return Model::make(train_on_pairs(state.model.data(), records, *state.scorer, candidates,
                                    state.report.duplicates_per_record, threads, report)
                         .model);
}

}  // namespace

Result<Training> train(const Table& table, const TrainOptions& options) {
  if (options.start && !options.start->data().columns.empty()) {
    return Problem{Code::unsupported, "fixed_model", "start",
                   "a model that compares columns by conditions is not trained",
                   "train it where it comes from, or start from a preset"};
  }
  Options batch{.fields = options.fields,
                .id_column = options.id_column,
                .never_compared = options.never_compared,
                .preset = options.preset,
                .model = options.start,
                .threads = options.threads,
                .progress = options.progress,
                .normaliser = options.normaliser,
                .blocking = options.blocking};
  const bool judged = options.pairs && options.pairs->find("is_match");
  // Few pairs are judged, and not at random: they correct what the table teaches by itself.
  const bool from_table = !options.pairs || judged;
  auto prepared = prepare_match(table, nullptr, batch, nullptr,
                                from_table ? TrainWhat::any_model : TrainWhat::nothing);
  if (!prepared) return prepared.problems();
  const MatchState& state = **prepared;
  Training training{state.model, state.left.fields, state.report.training, state.report.warnings};
  if (options.pairs) {
    const auto pairs = read_pairs(state, *options.pairs, judged);
    if (!pairs) return pairs.problems();
    const unsigned threads = threads_of(batch);
    Result<Model> model = judged ? from_labels(state, *pairs, threads, training.report)
                                 : from_pairs(state, *pairs, threads, training.report);
    if (!model) return model.problems();
    training.model = std::move(*model);
  }
  if (!report_progress(batch, 1, "train")) return cancelled();
  return training;
}

}  // namespace galena::match
