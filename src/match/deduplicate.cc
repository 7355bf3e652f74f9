#include "galena/match/deduplicate.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "match/cluster.hpp"
#include "match/explain_cluster.hpp"
#include "match/id_order.hpp"
#include "match/match_state.hpp"
#include "match/pair_completeness.hpp"
#include "match/suggest_column.hpp"
#include "match/threads.hpp"

namespace galena::match {

namespace {

using detail::MatchState;

/// A creation instant as written: dates that sort as text (ISO 8601) as they are, others parsed.
std::string sortable_date(const ValueView& value, DateOrder order) {
  if (value.kind() != ValueKind::text) return to_text(value);
  const std::string text(value.text());
  const bool iso = text.size() >= 10 && text[4] == '-' && text[7] == '-';
  const auto date = iso ? std::nullopt : parse_calendar_date(text, order);
  if (!date) return text;
  char day[40];
  std::snprintf(day, sizeof day, "%04d-%02d-%02d ", full_year(*date), date->month, date->day);
  return day + text;
}

class Representatives {
 public:
  explicit Representatives(const Side& side) : side_(side) {
    for (const Field& field : side.fields) {
      if (field.kind != Kind::created || created_ != nullptr) continue;
      created_ = &side.table[*side.table.find(field.column)];
      order_ = field.date_order.value_or(DateOrder::day_month_year);
    }
  }
  /// True when row a represents a cluster rather than row b.
  [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const {
    if (created_ != nullptr) {
      const ValueView x = (*created_)[a];
      const ValueView y = (*created_)[b];
      if (x.is_blank() != y.is_blank()) return y.is_blank();
      const bool text = x.kind() == ValueKind::text;
      if (text) {
        const std::string left = sortable_date(x, order_);
        const std::string right = sortable_date(y, order_);
        if (left != right) return left < right;
      } else {
        if (stands_before(x, y)) return true;
        if (stands_before(y, x)) return false;
      }
    }
    return stands_before(side_.id(a), side_.id(b));
  }

 private:
  const Side& side_;
  const Column* created_ = nullptr;
  DateOrder order_ = DateOrder::day_month_year;
};

/// The number of each record's value in the source column, 0 for blanks.
std::vector<std::uint32_t> sources_of(const Side& side, const Column& column) {
  std::vector<std::pair<std::string, std::uint32_t>> values;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column[row].is_blank()) values.emplace_back(to_text(column[row]), side.record_of[row]);
  }
  std::sort(values.begin(), values.end());
  std::vector<std::uint32_t> sources(column.size());
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i == 0 || values[i].first != values[i - 1].first) ++number;
    sources[values[i].second] = number;
  }
  return sources;
}

Result<ClusterLimits> limits_of(const MatchState& state, const Options& options) {
  ClusterLimits limits;
  limits.most_members = options.most_members;
  if (!options.source_column.empty()) {
    const Table& table = state.left.table;
    limits.source_of = sources_of(state.left, table[*table.find(options.source_column)]);
  }
  if (options.not_duplicates.empty()) return limits;
  Problems problems;
  const RowsById rows(state.left);
  for (const auto& [a, b] : options.not_duplicates) {
    const Result<std::size_t> left = rows.find(a);
    const Result<std::size_t> right = rows.find(b);
    problems.add_all(left.problems());
    problems.add_all(right.problems());
    if (left && right)
      limits.apart.emplace_back(state.left.record_of[*left], state.left.record_of[*right]);
  }
  if (!problems.empty()) return problems;
  return limits;
}

/// Each row's own id, and the id of the row that represents its cluster.
Column ids_of_rows(const Side& side) {
  std::vector<std::uint32_t> rows(side.table.rows());
  std::iota(rows.begin(), rows.end(), 0U);
  return id_column_of(side, rows, "id");
}
Column ids_of_clusters(const MatchState& state) {
  const Side& side = state.left;
  const std::vector<std::uint32_t>& cluster_of = state.clustering.cluster_of;
  const Representatives representatives(side);
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> best(cluster_of.size(), kNone);  // by cluster: the representing row
  // By records, as those of a cluster mostly lie close together.
  for (std::size_t record = 0; record < cluster_of.size(); ++record) {
    std::uint32_t& known = best[cluster_of[record]];
    const std::uint32_t row = side.row_of[record];
    if (known == kNone || representatives.before(row, known)) known = row;
  }
  std::vector<std::uint32_t> cluster_rows(cluster_of.size());
  for (std::size_t record = 0; record < cluster_of.size(); ++record)
    cluster_rows[side.row_of[record]] = best[cluster_of[record]];
  return id_column_of(side, cluster_rows, "cluster");
}

/// Counts the clusters of two records and more.
void count_clusters(const std::vector<std::uint32_t>& cluster_of, Report& report) {
  std::vector<std::uint32_t> sizes(cluster_of.size());
  for (const std::uint32_t cluster : cluster_of) ++sizes[cluster];
  for (const std::uint32_t size : sizes) {
    if (size < 2) continue;
    ++report.clusters;
    report.duplicates += size - 1;
  }
}

/// The table of pairs.
Table pairs_found(const MatchState& state) {
  const Side& side = state.left;
  std::vector<RowPair> pairs;
  for (const ScoredPair& pair : state.candidates) {
    const WeightSum weight = pair.evidence + state.prior;
    if (weight < state.threshold) continue;
    const std::uint32_t a = side.row_of[pair.a];
    const std::uint32_t b = side.row_of[pair.b];
    pairs.push_back({std::min(a, b), std::max(a, b), weight});
  }
  return pairs_table(side, side, std::move(pairs));
}

/// The tables of clusters and pairs, and the counts of clusters.
void tell(MatchState& state, unsigned threads) {
  Column ids;
  Column clusters;
  parallel_for(4, threads, [&](std::size_t part) {  // the longest first
    if (part == 0) clusters = ids_of_clusters(state);
    if (part == 1) state.pairs = pairs_found(state);
    if (part == 2) ids = ids_of_rows(state.left);
    if (part == 3) count_clusters(state.clustering.cluster_of, state.report);
  });
  state.clusters = Table::make({ids, clusters}).value();
}

}  // namespace

Result<Deduplication> deduplicate(const Table& table, const Options& options) {
  Options wanted = options;
  if (!options.source_column.empty()) {
    if (!table.find(options.source_column)) {
      return Problem{Code::not_found, "unknown_column", options.source_column,
                     "the table has no column '" + options.source_column + "' to take sources from",
                     suggest_column(table, options.source_column)};
    }
    wanted.never_compared.push_back(options.source_column);
  }
  auto prepared = prepare_match(table, nullptr, wanted, nullptr);
  if (!prepared) return prepared.problems();
  const std::shared_ptr<MatchState> state = *prepared;
  const auto start = std::chrono::steady_clock::now();
  Result<ClusterLimits> limits = limits_of(*state, options);
  if (!limits) return limits.problems();
  state->source_column = options.source_column;
  const unsigned threads = threads_of(options);
  settle(*state, std::move(*limits), threads);
  state->clustering = cluster_state(*state, threads);
  tell(*state, threads);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  state->report.seconds.push_back({"cluster", seconds.count()});
  if (!report_progress(options, 1, "cluster")) return cancelled();
  return Deduplication(state);
}

const Fields& Deduplication::fields() const { return state_->left.fields; }
const Table& Deduplication::clusters() const { return state_->clusters; }
const Table& Deduplication::pairs() const { return state_->pairs; }
const Model& Deduplication::model() const { return state_->model; }
const Report& Deduplication::report() const { return state_->report; }

Result<Explanation> Deduplication::explain_rows(std::size_t a, std::size_t b) const {
  const std::size_t rows = state_->left.table.rows();
  for (const std::size_t row : {a, b}) {
    if (row < rows) continue;
    return Problem{
        Code::not_found, "unknown_row", std::to_string(row),
        "there is no row " + std::to_string(row) + " in a table of " + std::to_string(rows), ""};
  }
  return explain_records(*state_, state_->left.record_of[a], state_->left.record_of[b]);
}

Result<Explanation> Deduplication::explain(const ValueView& a, const ValueView& b) const {
  const Result<std::size_t> left = state_->left.row_with_id(a);
  const Result<std::size_t> right = state_->left.row_with_id(b);
  Problems problems = left.problems();
  problems.add_all(right.problems());
  if (!problems.empty()) return problems;
  return explain_rows(*left, *right);
}

Result<ClusterExplanation> Deduplication::explain_cluster(const ValueView& id) const {
  const Result<std::size_t> row = state_->left.row_with_id(id);
  if (!row) return row.problems();
  return explain_cluster_of(*state_, *row);
}

Result<Completeness> Deduplication::completeness(const Table& matches) const {
  return completeness_of(*state_, matches);
}

}  // namespace galena::match
