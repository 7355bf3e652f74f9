// link() and compare(): the same comparison for two tables and for two records alone.
#include <algorithm>
#include <chrono>
#include <numeric>

#include "galena/match/deduplicate.hpp"
#include "match/column_rules.hpp"
#include "match/match_state.hpp"
#include "match/pair_completeness.hpp"

namespace galena::match {

namespace {

using detail::MatchState;

/// The strongest pairs first, each record at most once.
std::vector<ScoredPair> one_to_one(std::vector<ScoredPair> pairs, std::size_t records) {
  std::sort(pairs.begin(), pairs.end(), by_strength);
  std::vector<bool> used(records);
  std::vector<ScoredPair> kept;
  for (const ScoredPair& pair : pairs) {
    if (used[pair.a] || used[pair.b]) continue;
    used[pair.a] = used[pair.b] = true;
    kept.push_back(pair);
  }
  return kept;
}

/// The records of the pairs that somebody declared apart (left id, right id).
Result<ClusterLimits> declared_apart(const MatchState& state, const LinkOptions& options) {
  ClusterLimits limits;
  if (options.not_duplicates.empty()) return limits;
  Problems problems;
  const RowsById left_rows(state.left);
  const RowsById right_rows(state.right);
  for (const auto& [a, b] : options.not_duplicates) {
    const Result<std::size_t> left = left_rows.find(a);
    const Result<std::size_t> right = right_rows.find(b);
    problems.add_all(left.problems());
    problems.add_all(right.problems());
    if (left && right)
      limits.apart.emplace_back(state.left.record_of[*left], state.right.record_of[*right]);
  }
  if (!problems.empty()) return problems;
  return limits;
}

Result<void> finish(MatchState& state, const LinkOptions& options) {
  Result<ClusterLimits> limits = declared_apart(state, options);
  if (!limits) return limits.problems();
  settle(state, std::move(*limits), threads_of(options));
  state.one_to_one = options.one_to_one;
  const auto& apart = state.rules.limits().apart;
  std::vector<ScoredPair> pairs;
  for (const ScoredPair& pair : state.candidates) {
    const bool declared = std::binary_search(apart.begin(), apart.end(), std::pair(pair.a, pair.b));
    if (!declared && pair.evidence + state.prior >= state.threshold) pairs.push_back(pair);
  }
  if (options.one_to_one) pairs = one_to_one(std::move(pairs), state.records->size());
  std::vector<RowPair> rows;
  std::vector<bool> linked(state.left.table.rows());
  for (const ScoredPair& pair : pairs) {
    const std::uint32_t left = state.left.row_of[pair.a];
    rows.push_back({left, state.right.row(pair.b), pair.evidence + state.prior});
    linked[left] = true;
  }
  state.report.clusters = rows.size();
  state.report.duplicates =
      static_cast<std::uint64_t>(std::count(linked.begin(), linked.end(), true));
  state.pairs = pairs_table(state.left, state.right, std::move(rows));
  state.linked = std::move(pairs);
  return {};
}

}  // namespace

Result<Linkage> link(const Table& left, const Table& right, const LinkOptions& options) {
  auto prepared = prepare_match(left, &right, options, &options);
  if (!prepared) return prepared.problems();
  const std::shared_ptr<MatchState> state = *prepared;
  const Result<void> finished = finish(*state, options);
  if (!finished) return finished.problems();
  if (!report_progress(options, 1, "cluster")) return cancelled();
  return Linkage(state);
}

const Fields& Linkage::fields() const { return state_->left.fields; }
const Fields& Linkage::right_fields() const { return state_->right.fields; }
const Table& Linkage::pairs() const { return state_->pairs; }
const Model& Linkage::model() const { return state_->model; }
const Report& Linkage::report() const { return state_->report; }

Result<Explanation> Linkage::explain_rows(std::size_t left, std::size_t right) const {
  if (left >= state_->left.table.rows() || right >= state_->right.table.rows()) {
    const std::size_t row = left >= state_->left.table.rows() ? left : right;
    return Problem{Code::not_found, "unknown_row", std::to_string(row),
                   "there is no row " + std::to_string(row) + " in that table", ""};
  }
  return explain_records(*state_, state_->left.record_of[left], state_->right.record_of[right]);
}

Result<Explanation> Linkage::explain(const ValueView& left, const ValueView& right) const {
  const Result<std::size_t> left_row = state_->left.row_with_id(left);
  const Result<std::size_t> right_row = state_->right.row_with_id(right);
  Problems problems = left_row.problems();
  problems.add_all(right_row.problems());
  if (!problems.empty()) return problems;
  return explain_rows(*left_row, *right_row);
}

Result<Completeness> Linkage::completeness(const Table& matches) const {
  return completeness_of(*state_, matches);
}

Explanation compare(const Model& model, const Fields& fields, const RowView& a, const RowView& b) {
  std::vector<std::uint32_t> numbers(fields.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  Layout layout = make_layout(fields, numbers);
  add_raw_features(model.data(), layout, fields);
  EncodedRecords records(layout);
  std::vector<ValueId> left;
  std::vector<ValueId> right;
  records.encode(a, layout, left);
  records.encode(b, layout, right);
  records.set_rarities(0);
  const Scorer scorer(model, records, model.data().population);
  return explain_pair(model, scorer, records, left, right, {a, &layout}, {b, &layout},
                      scorer.prior(model.data().duplicates_per_record));
}

}  // namespace galena::match
