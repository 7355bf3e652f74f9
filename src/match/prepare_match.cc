// What comes before clusters and links: from tables to scored pairs.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <thread>

#include "match/blank_features.hpp"
#include "match/cluster.hpp"
#include "match/column_rules.hpp"
#include "match/comparable.hpp"
#include "match/given_keys.hpp"
#include "match/host_forms.hpp"
#include "match/match_state.hpp"
#include "match/record_order.hpp"
#include "match/relation_shares.hpp"
#include "match/train.hpp"
#include "match/uncompared.hpp"
#include "match/word_worth.hpp"

namespace galena::match {

unsigned threads_of(const Options& options) {
  return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

Problem cancelled() {
  return {Code::cancelled, "cancelled", "", "the caller's progress function cancelled the run", ""};
}

bool report_progress(const Options& options, double fraction, std::string_view phase) {
  return !options.progress || options.progress(fraction, phase);
}

WeightSum threshold_weight(const Options& options, const Model& model) {
  return weight_of_probability(options.threshold.value_or(model.data().threshold));
}

namespace {

/// Reads the seconds of each phase into a report. The only clock; nothing depends on it.
class PhaseTimer {
 public:
  explicit PhaseTimer(Report& report) : report_(report), start_(Clock::now()) {}
  void end(std::string phase) {
    const auto now = Clock::now();
    report_.seconds.push_back(
        {std::move(phase), std::chrono::duration<double>(now - start_).count()});
    start_ = now;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Report& report_;
  Clock::time_point start_;
};

/// Both sides, their features aligned.
Result<void> read_sides(const Table& left, const Table* right, const Options& options,
                        const LinkOptions* link_options, detail::MatchState& state) {
  Result<Side> left_side = make_side(left, options.fields, options.id_column,
                                     options.never_compared, state.report.warnings);
  if (!left_side) return left_side.problems();
  state.left = std::move(*left_side);
  if (right == nullptr) return {};
  state.linking = true;
  Result<Side> right_side =
      make_side(*right, link_options->right_fields, link_options->right_id_column,
                options.never_compared, state.report.warnings);
  if (!right_side) return right_side.problems();
  state.right = std::move(*right_side);
  const Result<Layout> shape = union_layout(state.left.compared, state.right.compared);
  if (!shape) return shape.problems();
  state.left.layout = align_layout(*shape, state.left.layout);
  state.right.layout = align_layout(*shape, state.right.layout);
  drop_incomparable(left, state.left.layout, *right, state.right.layout, state.report.warnings);
  return {};
}

/// What a model compares as it is given, behind the features of the fields.
Result<void> add_raw_columns(detail::MatchState& state) {
  const ModelData& model = state.model.data();
  Problems problems = add_raw_features(model, state.left.layout, state.left.table).problems();
  if (state.linking)
    problems.add_all(add_raw_features(model, state.right.layout, state.right.table).problems());
  if (!problems.empty()) return problems;
  return {};
}

/// A side's rows as they are encoded: as the host's normaliser gives them where there is one.
Result<HostTable> read_values(const Side& side, const Options& options, unsigned threads) {
  if (options.normaliser.function == nullptr) return HostTable{side.table, side.layout};
  return ask_host(options.normaliser, side.table, side.fields, side.layout, threads);
}

/// Leaves out what nobody has a value of, of two tables what nobody of one of them has, and, where
/// `common`, what all have in common, which is returned.
std::vector<CommonFeature> drop_blank_features(bool common, detail::MatchState& state,
                                               HostTable& left, HostTable* right) {
  std::vector<CommonFeature> dropped;
  const std::size_t warnings = state.report.warnings.size();
  std::vector<bool> kept = features_with_values(left.table, left.layout);
  warn_of_unread_columns(state.left, left, kept, state.report.warnings);
  if (right != nullptr) {
    const std::vector<bool> there = features_with_values(right->table, right->layout);
    warn_of_unread_columns(state.right, *right, there, state.report.warnings);
    for (std::size_t f = 0; f < kept.size(); ++f) kept[f] = kept[f] && there[f];
  }
  if (common) {
    const auto differ = right == nullptr ? features_that_differ({&left.table}, {&left.layout})
                                         : features_that_differ({&left.table, &right->table},
                                                                {&left.layout, &right->layout});
    for (std::size_t f = 0; f < kept.size(); ++f) {
      const Feature& feature = state.left.layout.features[f];
      if (kept[f] && !differ[f]) dropped.push_back({feature.comparison, feature.name});
      kept[f] = kept[f] && differ[f];
    }
  }
  if (right != nullptr) {
    keep_features(kept, right->layout);
    keep_features(kept, state.right.layout);
  }
  keep_features(kept, left.layout);
  keep_features(kept, state.left.layout);
  state.told_why_nothing =
      state.left.layout.features.empty() && state.report.warnings.size() > warnings;
  return dropped;
}

/// Encodes and orders the records of both sides. Returns what is not compared as all have it.
Result<std::vector<CommonFeature>> encode_sides(const Options& options, unsigned threads,
                                                detail::MatchState& state) {
  Result<HostTable> left = read_values(state.left, options, threads);
  if (!left) return left.problems();
  std::optional<HostTable> right;
  if (state.linking) {
    Result<HostTable> values = read_values(state.right, options, threads);
    if (!values) return values.problems();
    right = std::move(*values);
  }
  // Rules ask for what agrees, though all have it; a model that is given is used as it is.
  const bool common = !options.model && state.model.data().rules.empty();
  std::vector<CommonFeature> dropped =
      drop_blank_features(common, state, *left, right ? &*right : nullptr);
  state.records = std::make_unique<EncodedRecords>(state.left.layout);
  EncodedRecords& records = *state.records;
  records.add_table(left->table, left->layout, threads);
  if (!report_progress(options, 0.05, "encode")) return cancelled();
  if (right) {
    state.right.first_record = static_cast<std::uint32_t>(state.left.table.rows());
    records.add_table(right->table, right->layout, threads);
  }
  // Only conditions on columns look values up by their texts when pairs are compared.
  if (state.model.data().columns.empty()) records.forget_texts();
  if (!report_progress(options, 0.1, "encode")) return cancelled();
  order_side(records, state.left, threads);
  if (right) order_side(records, state.right, threads);
  state.report.records = records.size();
  if (!report_progress(options, 0.15, "encode")) return cancelled();
  return dropped;
}

/// Compares what blocking brings up. Nothing is brought up across tables when the left one is
/// empty. `given`: the recipes to go by, where keys are given.
PairSearch find_pairs(const detail::MatchState& state, const Options& options,
                      const std::vector<Recipe>* given, unsigned threads) {
  const std::size_t split = state.linking ? state.left.table.rows() : 0;
  const double start = state.model.data().duplicates_per_record;
  if (state.linking && split == 0) {
    PairSearch nothing;
    nothing.duplicates_per_record = start;
    return nothing;
  }
  return search_pairs(
      *state.records, *state.scorer,
      {.split = split,
       .given = given,
       .start = start,
       .threshold = threshold_weight(options, state.model),
       .memory_limit = options.memory_limit,
       .threads = threads,
       .constants = state.constants},
      [&](double fraction) { return report_progress(options, 0.2 + 0.6 * fraction, "compare"); });
}

/// Preset models are trained on the data; a model that is given is used as it is.
bool trains(const Options& options, TrainWhat what) {
  if (what == TrainWhat::presets) return options.train && !options.model;
  return what == TrainWhat::any_model;
}

/// The scorer of the state's model and records.
void make_scorer(detail::MatchState& state) {
  const Side& drawn_from = state.linking ? state.right : state.left;
  state.scorer = std::make_unique<Scorer>(state.model, *state.records,
                                          static_cast<double>(drawn_from.table.rows()));
  state.scorer->measure_chances();
}

/// How frequent relations are, by the entities found so far, of which `language` was measured;
/// `rarer`: by so many bits rarer than that.
void measure_relations(std::optional<Weight> language, const std::vector<Weight>& rarer,
                       detail::MatchState& state) {
  if (language) state.scorer->set_share_of_language(*language);
  state.scorer->measure_addresses(state.model.data());
  for (std::size_t r = 0; r < rarer.size(); ++r) state.scorer->add_to_share(r, rarer[r]);
}

constexpr double kWeighed = 0.87;  ///< of the whole run is done when pairs are weighed

/// Duplicates make their own values look common: counts again, once for each entity found so far,
/// and weighs the pairs again. `once`: the groups of records that were counted once, then the
/// entities. `round`: counted from 0. False: cancelled.
bool weigh_by_entity(std::vector<std::uint32_t>& once, int round, const Options& options,
                     TrainWhat what, unsigned threads, PairSearch& search,
                     detail::MatchState& state) {
  const auto report = [&](double fraction) {
    return report_progress(options, round == 0 ? fraction : kWeighed, "compare");
  };
  EncodedRecords& records = *state.records;
  const ClusterOptions preliminary{.prior = state.scorer->prior(search.duplicates_per_record),
                                   .threshold = threshold_weight(options, state.model)};
  std::vector<std::uint32_t> entities =
      cluster_pairs(records, *state.scorer, search.pairs, preliminary, threads);
  if (!report(0.83)) return false;
  records.count_once(once, threads, +1);
  records.count_once(entities, threads);
  measure_worth(records, &entities, threads);
  const std::optional<Weight> language = state.scorer->share_of_language(entities, threads);
  measure_relations(language, {}, state);
  if (!report(0.85)) return false;
  if (trains(options, what)) {
    const std::vector<Weight> rarer =
        rarer_relations(state.model, records, *state.scorer, search, threads);
    for (std::size_t r = 0; r < rarer.size(); ++r) state.scorer->add_to_share(r, rarer[r]);
    Trained trained = train_on_pairs(state.model.data(), records, *state.scorer, search.pairs,
                                     search.duplicates_per_record, threads, state.report.training,
                                     state.constants);
    Result<Model> model = Model::make(std::move(trained.model));
    // Probabilities that are held near valid ones are valid.
    if (model) {
      state.model = std::move(*model);
      make_scorer(state);
      measure_relations(language, rarer, state);
    }
  }
  if (!report(kWeighed)) return false;
  const std::vector<WeightSum> drawn = drawn_evidence(
      state.model, records, *state.scorer,
      likely_pairs(search.pairs, state.scorer->prior(search.duplicates_per_record)), threads);
  rescore_pairs(search, records, *state.scorer, state.model.data().duplicates_per_record, drawn,
                threads, state.constants);
  once = std::move(entities);
  return true;
}

/// Groups by the number of their first record.
std::size_t count_groups(const std::vector<std::uint32_t>& group_of) {
  std::size_t count = 0;
  for (std::uint32_t record = 0; record < group_of.size(); ++record)
    count += group_of[record] == record ? 1 : 0;
  return count;
}

/// Weighs by entity until entities are found as before. Where they have many records each, much of
/// what records drawn at random share is one entity's: what is found at first is part of an entity,
/// and what its values and words are worth is known when all of it is found.
bool weigh_until_settled(std::vector<std::uint32_t>& once, const Options& options, TrainWhat what,
                         unsigned threads, PairSearch& search, detail::MatchState& state) {
  constexpr double kManyDuplicates = 3;
  constexpr int kMostRounds = 16;
  constexpr double kFewChange = 0.001;  // of the records
  if (!weigh_by_entity(once, 0, options, what, threads, search, state)) return false;
  for (int round = 1; round < kMostRounds; ++round) {
    if (search.duplicates_per_record < kManyDuplicates) break;
    const auto before = static_cast<double>(count_groups(once));
    make_scorer(state);
    if (!weigh_by_entity(once, round, options, what, threads, search, state)) return false;
    const double change = std::abs(before - static_cast<double>(count_groups(once)));
    if (change <= kFewChange * static_cast<double>(once.size())) break;
  }
  return true;
}

void report_search(const PairSearch& search, Report& report) {
  report.pairs_compared = search.compared;
  report.duplicates_per_record = search.duplicates_per_record;
  for (const BlockingReport& blocking : search.blocking) {
    report.refined_blocks += blocking.refined;
    report.blocking.push_back({blocking.recipe, blocking.blocks, blocking.refined, blocking.largest,
                               blocking.compared, blocking.found, blocking.share});
  }
}

Problem memory_exceeded(std::size_t needed, std::size_t limit) {
  return {Code::limit_exceeded, "memory_limit", "memory_limit",
          "finding duplicates among these records needs at least " + std::to_string(needed) +
              " bytes, more than the " + std::to_string(limit) + " bytes allowed",
          "raise memory_limit, compare fewer columns, or link parts of the table"};
}

Result<void> check_threshold(const Options& options) {
  if (!options.threshold || (*options.threshold > 0 && *options.threshold < 1)) return {};
  return Problem{Code::invalid_argument, "probability_range", "threshold",
                 "the threshold " +
                     (std::isnan(*options.threshold) ? "NaN" : number_to_text(*options.threshold)) +
                     " is no probability between 0 and 1",
                 "use a number such as 0.5"};
}

}  // namespace

Result<std::shared_ptr<detail::MatchState>> prepare_match(const Table& left, const Table* right,
                                                          const Options& options,
                                                          const LinkOptions* link_options,
                                                          TrainWhat what,
                                                          const TrainingConstants& constants) {
  if (const Result<void> threshold = check_threshold(options); !threshold)
    return threshold.problems();
  auto state = std::make_shared<detail::MatchState>(Model());
  state->constants = constants;
  PhaseTimer timer(state->report);
  const unsigned threads = threads_of(options);
  if (!report_progress(options, 0, "encode")) return cancelled();
  const Result<void> sides = read_sides(left, right, options, link_options, *state);
  if (!sides) return sides.problems();
  state->model = options.model
                     ? *options.model
                     : Model::preset(options.preset.value_or(choose_preset(state->left.compared)));
  const Result<void> raw = add_raw_columns(*state);
  if (!raw) return raw.problems();
  const Side* const other = state->linking ? &state->right : nullptr;
  const Result<std::vector<GivenKey>> keys = read_given_keys(options.blocking, state->left, other);
  if (!keys) return keys.problems();
  const Result<std::vector<CommonFeature>> encoded = encode_sides(options, threads, *state);
  if (!encoded) return encoded.problems();
  EncodedRecords& records = *state->records;
  // A row that is there a hundred times makes its values no commoner.
  std::vector<std::uint32_t> once = records.copies(right != nullptr ? left.rows() : 0, threads);
  records.count_once(once, threads);
  measure_worth(records, nullptr, threads);
  timer.end("encode");

  make_scorer(*state);
  const std::vector<Recipe> given =
      given_recipes(*keys, state->left.layout, *encoded, state->report.warnings);
  state->told_why_nothing = state->told_why_nothing || (given.empty() && !keys->empty());
  PairSearch search = find_pairs(*state, options, keys->empty() ? nullptr : &given, threads);
  if (search.cancelled) return cancelled();
  if (options.memory_limit != 0 && search.memory_needed > options.memory_limit)
    return memory_exceeded(search.memory_needed, options.memory_limit);
  if (!weigh_until_settled(once, options, what, threads, search, *state)) return cancelled();
  report_search(search, state->report);
  if (options.model || options.preset) warn_of_what_the_model_leaves_out(*state);
  warn_of_no_comparison(*state);
  state->prior = state->scorer->prior(search.duplicates_per_record);
  state->candidates = std::move(search.pairs);
  state->basis = std::move(search.basis);
  state->threshold = threshold_weight(options, state->model);
  timer.end("compare");
  if (!report_progress(options, 0.9, "cluster")) return cancelled();
  return state;
}

}  // namespace galena::match
