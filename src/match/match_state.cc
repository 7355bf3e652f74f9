#include "match/match_state.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "galena/base/json_writer.hpp"
#include "match/cluster.hpp"
#include "match/column_rules.hpp"
#include "match/comparable.hpp"
#include "match/host_forms.hpp"
#include "match/infer_fields.hpp"
#include "match/record_order.hpp"
#include "match/row_keys.hpp"
#include "match/suggest_column.hpp"
#include "match/train.hpp"
#include "match/uncompared.hpp"
#include "match/word_worth.hpp"

namespace galena::match {

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

Result<void> check_ids(const Side& side) {
  if (side.id_column.empty()) return {};
  const Column& column = side.table[*side.table.find(side.id_column)];
  if (count_keys(column).different == side.table.rows()) return {};
  Problems problems;
  std::vector<std::pair<std::string, std::size_t>> ids;
  for (std::size_t row = 0; row < side.table.rows(); ++row) {
    const ValueView id = side.id(row);
    if (id.is_blank()) {
      problems.add(
          Code::invalid_argument, "blank_id", side.id_column,
          "row " + std::to_string(row) + " has no value in the id column '" + side.id_column + "'",
          "give every row an id, or name no id column");
      if (problems.size() >= 10) return problems;
      continue;
    }
    ids.emplace_back(to_text(id), row);
  }
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 1; i < ids.size() && problems.size() < 10; ++i) {
    if (ids[i].first != ids[i - 1].first) continue;
    problems.add(Code::invalid_argument, "repeated_id", side.id_column,
                 "the id '" + ids[i].first + "' is in rows " + std::to_string(ids[i - 1].second) +
                     " and " + std::to_string(ids[i].second),
                 "ids must be unique; without an id column row numbers are used");
  }
  if (!problems.empty()) return problems;
  return {};
}

Result<Side> make_side(const Table& table, const Fields& fields, const std::string& id_column,
                       std::vector<std::string> never_compared, Report& report) {
  Side side;
  side.table = table;
  side.id_column = id_column;
  if (table.rows() >= 0xFFFFFFFEU) {
    return Problem{
        Code::limit_exceeded, "too_many_rows", "",
        "the table has " + std::to_string(table.rows()) + " rows, more than 4,294,967,293",
        "split it"};
  }
  if (!id_column.empty() && !table.find(id_column)) {
    return Problem{Code::not_found, "unknown_column", id_column,
                   "the table has no column '" + id_column + "' to take ids from",
                   suggest_column(table, id_column)};
  }
  if (!id_column.empty()) never_compared.push_back(id_column);
  if (fields.empty()) {
    InferredFields inferred = infer_fields(table, never_compared);
    side.fields = std::move(inferred.fields);
    for (std::string& warning : inferred.warnings) report.warnings.push_back(std::move(warning));
  } else {
    side.fields = fields;
    for (Field& field : side.fields) {
      if (field.column == id_column) field.kind = Kind::ignore;
      const auto column = is_date(field.kind) ? table.find(field.column) : std::nullopt;
      if (column && !field.date_order) field.date_order = infer_date_order(table[*column]);
    }
  }
  Result<Layout> layout = layout_of(table, side.fields);
  if (!layout) return layout.problems();
  side.layout = std::move(*layout);
  const Result<void> ids = check_ids(side);
  if (!ids) return ids.problems();
  return side;
}

}  // namespace

unsigned threads_of(const Options& options) {
  return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

ValueView Side::id(std::size_t row) const {
  if (id_column.empty()) return ValueView(static_cast<std::int64_t>(row));
  return table[*table.find(id_column)][row];
}

namespace {

Problem unknown_id(const std::string& text) {
  return {Code::not_found, "unknown_id", text, "no row has the id '" + text + "'", ""};
}

}  // namespace

Result<std::size_t> Side::row_with_id(const ValueView& wanted) const {
  const std::string text = to_text(wanted);
  if (id_column.empty()) {
    const bool number = wanted.kind() == ValueKind::integer && wanted.integer() >= 0;
    if (number && static_cast<std::uint64_t>(wanted.integer()) < table.rows()) {
      return static_cast<std::size_t>(wanted.integer());
    }
  } else {
    const Column& column = table[*table.find(id_column)];
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (identical(column[row], wanted) || to_text(column[row]) == text) return row;
    }
  }
  return unknown_id(text);
}

RowsById::RowsById(const Side& side) : side_(side) {
  if (side.id_column.empty()) return;  // row numbers are looked up as they are
  const Column& ids = side.table[*side.table.find(side.id_column)];
  rows_.reserve(ids.size());
  for (std::size_t row = 0; row < ids.size(); ++row) {
    rows_.emplace_back(to_text(ids[row]), static_cast<std::uint32_t>(row));
  }
  std::sort(rows_.begin(), rows_.end());
}

Result<std::size_t> RowsById::find(const ValueView& wanted) const {
  if (side_.id_column.empty()) return side_.row_with_id(wanted);
  const std::string text = to_text(wanted);
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), std::pair(text, 0U));
  if (found == rows_.end() || found->first != text) return unknown_id(text);
  return found->second;
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

/// Both sides, their features aligned.
Result<void> read_sides(const Table& left, const Table* right, const Options& options,
                        const LinkOptions* link_options, detail::MatchState& state) {
  Result<Side> left_side =
      make_side(left, options.fields, options.id_column, options.never_compared, state.report);
  if (!left_side) return left_side.problems();
  state.left = std::move(*left_side);
  if (right == nullptr) return {};
  state.linking = true;
  Result<Side> right_side =
      make_side(*right, link_options->right_fields, link_options->right_id_column,
                options.never_compared, state.report);
  if (!right_side) return right_side.problems();
  state.right = std::move(*right_side);
  const Result<Layout> shape = union_layout(state.left.fields, state.right.fields);
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

/// Appends a side's rows, as the host's normaliser gives them where there is one.
Result<void> add_side(const Table& table, const Side& side, const Options& options,
                      unsigned threads, EncodedRecords& records) {
  if (options.normaliser.function == nullptr) {
    records.add_table(table, side.layout, threads);
    return {};
  }
  const auto asked = ask_host(options.normaliser, table, side.fields, side.layout, threads);
  if (!asked) return asked.problems();
  records.add_table(asked->table, asked->layout, threads);
  return {};
}

/// Encodes and orders the records of both sides.
Result<void> encode_sides(const Table& left, const Table* right, const Options& options,
                          unsigned threads, detail::MatchState& state) {
  state.records = std::make_unique<EncodedRecords>(state.left.layout);
  EncodedRecords& records = *state.records;
  const Result<void> added = add_side(left, state.left, options, threads, records);
  if (!added) return added;
  if (!report_progress(options, 0.05, "encode")) return cancelled();
  if (right != nullptr) {
    state.right.first_record = static_cast<std::uint32_t>(left.rows());
    const Result<void> other = add_side(*right, state.right, options, threads, records);
    if (!other) return other;
  }
  // Only conditions on columns look values up by their texts when pairs are compared.
  if (state.model.data().columns.empty()) records.forget_texts();
  if (!report_progress(options, 0.1, "encode")) return cancelled();
  order_side(records, state.left, threads);
  if (right != nullptr) order_side(records, state.right, threads);
  state.report.records = records.size();
  if (!report_progress(options, 0.15, "encode")) return cancelled();
  return {};
}

/// Compares what blocking brings up. Nothing is brought up across tables when the left one is
/// empty.
PairSearch find_pairs(const detail::MatchState& state, const Options& options, unsigned threads) {
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

/// How frequent relations are, by the entities found so far.
void measure_relations(const std::vector<std::uint32_t>& entities, unsigned threads,
                       detail::MatchState& state) {
  state.scorer->measure_names(entities, threads);
  state.scorer->measure_addresses(state.model.data());
}

/// Duplicates make their own values look common: counts again, once for each entity found so far,
/// and weighs the pairs again. False: cancelled.
bool weigh_by_entity(const std::vector<std::uint32_t>& copies, const Options& options,
                     TrainWhat what, unsigned threads, PairSearch& search,
                     detail::MatchState& state) {
  EncodedRecords& records = *state.records;
  const ClusterOptions preliminary{.prior = state.scorer->prior(search.duplicates_per_record),
                                   .threshold = threshold_weight(options, state.model)};
  const std::vector<std::uint32_t> entities =
      cluster_pairs(records, *state.scorer, search.pairs, preliminary);
  if (!report_progress(options, 0.83, "compare")) return false;
  records.count_once(copies, threads, +1);
  records.count_once(entities, threads);
  measure_worth(records, &entities, threads);
  measure_relations(entities, threads, state);
  if (!report_progress(options, 0.85, "compare")) return false;
  if (trains(options, what)) {
    Trained trained = train_on_pairs(state.model.data(), records, *state.scorer, search.pairs,
                                     search.duplicates_per_record, threads, state.report.training,
                                     state.constants);
    Result<Model> model = Model::make(std::move(trained.model));
    // Probabilities that are held near valid ones are valid.
    if (model) {
      state.model = std::move(*model);
      make_scorer(state);
      measure_relations(entities, threads, state);
    }
  }
  if (!report_progress(options, 0.87, "compare")) return false;
  const std::vector<WeightSum> drawn =
      drawn_evidence(state.model, records, *state.scorer,
                     likely_pairs(search.pairs, state.scorer->prior(search.duplicates_per_record)));
  rescore_pairs(search, records, *state.scorer, state.model.data().duplicates_per_record, drawn,
                threads, state.constants);
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
                     : Model::preset(options.preset.value_or(choose_preset(state->left.fields)));
  const Result<void> raw = add_raw_columns(*state);
  if (!raw) return raw.problems();
  const Result<void> encoded = encode_sides(left, right, options, threads, *state);
  if (!encoded) return encoded.problems();
  warn_of_unread_columns(*state);
  EncodedRecords& records = *state->records;
  // A row that is there a hundred times makes its values no commoner.
  const std::vector<std::uint32_t> copies = records.copies(right != nullptr ? left.rows() : 0);
  records.count_once(copies, threads);
  measure_worth(records, nullptr, threads);
  timer.end("encode");

  make_scorer(*state);
  PairSearch search = find_pairs(*state, options, threads);
  if (search.cancelled) return cancelled();
  if (options.memory_limit != 0 && search.memory_needed > options.memory_limit)
    return memory_exceeded(search.memory_needed, options.memory_limit);
  if (!weigh_by_entity(copies, options, what, threads, search, *state)) return cancelled();
  report_search(search, state->report);
  warn_of_no_comparison(*state);
  state->prior = state->scorer->prior(search.duplicates_per_record);
  state->candidates = std::move(search.pairs);
  state->basis = std::move(search.basis);
  state->threshold = threshold_weight(options, state->model);
  timer.end("compare");
  if (!report_progress(options, 0.9, "cluster")) return cancelled();
  return state;
}

Column id_column_of(const Side& side, const std::vector<std::uint32_t>& rows, std::string name) {
  const bool integers = side.id_column.empty() ||
                        side.table[*side.table.find(side.id_column)].type() == ColumnType::integer;
  ColumnBuilder builder(std::move(name), integers ? ColumnType::integer : ColumnType::text);
  builder.reserve(rows.size());
  const Column* const ids =
      side.id_column.empty() ? nullptr : &side.table[*side.table.find(side.id_column)];
  for (const std::uint32_t row : rows) {
    if (ids == nullptr) {
      builder.append_integer(row);
    } else if (integers) {
      builder.append_integer((*ids)[row].integer());
    } else if (ids->type() == ColumnType::text) {
      builder.append_text(ids->text(row));
    } else {
      builder.append_text(to_text((*ids)[row]));
    }
  }
  return builder.finish();
}

Table pairs_table(const Side& left, const Side& right, std::vector<RowPair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const RowPair& a, const RowPair& b) {
    return a.left != b.left ? a.left < b.left : a.right < b.right;
  });
  std::vector<std::uint32_t> left_rows;
  std::vector<std::uint32_t> right_rows;
  ColumnBuilder weights("weight", ColumnType::number);
  ColumnBuilder probabilities("probability", ColumnType::number);
  for (const RowPair& pair : pairs) {
    left_rows.push_back(pair.left);
    right_rows.push_back(pair.right);
    weights.append_number(bits_of(pair.weight));
    probabilities.append_number(probability_of(pair.weight));
  }
  std::vector<Column> columns;
  columns.push_back(id_column_of(left, left_rows, "left"));
  columns.push_back(id_column_of(right, right_rows, "right"));
  columns.push_back(weights.finish());
  columns.push_back(probabilities.finish());
  return Table::make(std::move(columns)).value();
}

std::string Report::to_json() const {
  JsonWriter out;
  out.begin_object().key("records").value(records).key("pairs_compared").value(pairs_compared);
  out.key("refined_blocks").value(refined_blocks).key("clusters").value(clusters);
  out.key("duplicates").value(duplicates).key("duplicates_per_record").value(duplicates_per_record);
  out.key("training").begin_object().key("rounds").value(std::uint64_t{training.rounds});
  out.key("patterns").value(training.patterns).key("matches").value(training.matches).end_object();
  out.key("blocking").begin_array();
  for (const BlockingSummary& key : blocking) {
    out.begin_object().key("key").value(key.key).key("blocks").value(key.blocks);
    out.key("refined").value(key.refined).key("largest").value(key.largest);
    out.key("compared").value(key.compared).key("found").value(key.found);
    out.key("share").value(key.share).end_object();
  }
  out.end_array().key("seconds").begin_object();
  for (const PhaseSeconds& phase : seconds) out.key(phase.phase).value(phase.seconds);
  out.end_object().key("warnings").begin_array();
  for (const std::string& warning : warnings) out.value(warning);
  out.end_array().end_object();
  return std::move(out).text();
}

}  // namespace galena::match
