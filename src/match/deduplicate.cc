#include "galena/match/deduplicate.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "match/cluster.hpp"
#include "match/match_state.hpp"

namespace galena::match {

namespace {

using detail::MatchState;

/// Orders values for choosing a representative: blank last, numbers before text, then by value.
bool stands_before(const ValueView& a, const ValueView& b) {
  if (a.is_blank() || b.is_blank()) return !a.is_blank() && b.is_blank();
  if (a.kind() != b.kind()) return a.kind() < b.kind();
  switch (a.kind()) {
    case ValueKind::text:
      return a.text() < b.text();
    case ValueKind::number:
      return a.number() < b.number();
    case ValueKind::decimal:
    case ValueKind::money:
      return a.decimal() < b.decimal();
    default:
      return a.integer() < b.integer();
  }
}

/// A creation instant as written: dates that sort as text (ISO 8601) as they are, others parsed.
/// Years of two digits are 1969 to 2068, as POSIX reads them (strptime, %y).
std::string sortable_date(const ValueView& value, DateOrder order) {
  if (value.kind() != ValueKind::text) return to_text(value);
  const std::string text(value.text());
  const bool iso = text.size() >= 10 && text[4] == '-' && text[7] == '-';
  const auto date = iso ? std::nullopt : parse_calendar_date(text, order);
  if (!date) return text;
  const int century = !date->two_digit_year ? 0 : date->year % 100 < 69 ? 2000 : 1900;
  const int year = date->two_digit_year ? century + date->year % 100 : date->year;
  char day[40];
  std::snprintf(day, sizeof day, "%04d-%02d-%02d ", year, date->month, date->day);
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

Result<ClusterOptions> cluster_options(const MatchState& state, const Options& options) {
  ClusterOptions out{
      .prior = state.prior, .threshold = threshold_weight(options, state.model), .apart = {}};
  if (options.not_duplicates.empty()) return out;
  Problems problems;
  const RowsById rows(state.left);
  for (const auto& [a, b] : options.not_duplicates) {
    const Result<std::size_t> left = rows.find(a);
    const Result<std::size_t> right = rows.find(b);
    problems.add_all(left.problems());
    problems.add_all(right.problems());
    if (left && right)
      out.apart.emplace_back(state.left.record_of[*left], state.left.record_of[*right]);
  }
  if (!problems.empty()) return problems;
  return out;
}

/// Fills clusters, pairs and their counts.
void finish(MatchState& state, WeightSum threshold) {
  const Side& side = state.left;
  const std::size_t rows = side.table.rows();
  const Representatives representatives(side);
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> best(rows, kNone);  // by cluster: the representing row
  std::vector<std::uint32_t> size(rows, 0);
  for (std::uint32_t row = 0; row < rows; ++row) {
    const std::uint32_t cluster = state.cluster_of[side.record_of[row]];
    ++size[cluster];
    if (best[cluster] == kNone || representatives.before(row, best[cluster])) best[cluster] = row;
  }
  std::vector<std::uint32_t> all(rows);
  std::iota(all.begin(), all.end(), 0U);
  std::vector<std::uint32_t> cluster_rows(rows);
  for (std::uint32_t row = 0; row < rows; ++row) {
    cluster_rows[row] = best[state.cluster_of[side.record_of[row]]];
  }
  for (const std::uint32_t count : size) {
    if (count < 2) continue;
    ++state.report.clusters;
    state.report.duplicates += count - 1;
  }
  std::vector<Column> columns;
  columns.push_back(id_column_of(side, all, "id"));
  columns.push_back(id_column_of(side, cluster_rows, "cluster"));
  state.clusters = Table::make(std::move(columns)).value();
  std::vector<RowPair> pairs;
  for (const ScoredPair& pair : state.candidates) {
    const WeightSum weight = pair.evidence + state.prior;
    if (weight < threshold) continue;
    const std::uint32_t a = side.row_of[pair.a];
    const std::uint32_t b = side.row_of[pair.b];
    pairs.push_back({std::min(a, b), std::max(a, b), weight});
  }
  state.pairs = pairs_table(side, side, std::move(pairs));
}

}  // namespace

Result<Deduplication> deduplicate(const Table& table, const Options& options) {
  auto prepared = prepare_match(table, nullptr, options, nullptr);
  if (!prepared) return prepared.problems();
  const std::shared_ptr<MatchState> state = *prepared;
  const auto start = std::chrono::steady_clock::now();
  const Result<ClusterOptions> clustering = cluster_options(*state, options);
  if (!clustering) return clustering.problems();
  state->cluster_of =
      cluster_pairs(*state->records, *state->scorer, state->candidates, *clustering);
  finish(*state, clustering->threshold);
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

namespace {

/// The strongest pairs that connect all members: a maximum spanning tree by Prim's method.
void connect(const MatchState& state, const std::vector<std::uint32_t>& members,
             ClusterExplanation& out) {
  const std::size_t count = members.size();
  std::vector<bool> inside(count);
  std::vector<WeightSum> best(count, std::numeric_limits<WeightSum>::min());
  std::vector<std::size_t> partner(count, 0);
  WeightSum total = 0;
  inside[0] = true;
  const auto weight = [&](std::size_t i, std::size_t j) {
    const EncodedRecords& records = *state.records;
    return state.scorer->evidence(records[members[i]], records[members[j]]) + state.prior;
  };
  for (std::size_t i = 0, last = 0; i + 1 < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) {
      if (inside[j]) continue;
      const WeightSum candidate = weight(last, j);
      total += candidate;
      if (candidate > best[j]) best[j] = candidate, partner[j] = last;
    }
    std::size_t next = count;
    for (std::size_t j = 0; j < count; ++j) {
      if (!inside[j] && (next == count || best[j] > best[next])) next = j;
    }
    inside[next] = true;
    out.joins.push_back({out.members[partner[next]], out.members[next], bits_of(best[next]),
                         probability_of(best[next])});
    last = next;
  }
  const double pairs = static_cast<double>(count) * static_cast<double>(count - 1) / 2;
  out.average = pairs > 0 ? bits_of(total) / pairs : 0;
  std::stable_sort(out.joins.begin(), out.joins.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  out.weakest = out.joins.empty() ? 0 : out.joins.back().weight;
}

}  // namespace

Result<ClusterExplanation> Deduplication::explain_cluster(const ValueView& id) const {
  const Side& side = state_->left;
  const Result<std::size_t> row = side.row_with_id(id);
  if (!row) return row.problems();
  const std::uint32_t cluster = state_->cluster_of[side.record_of[*row]];
  ClusterExplanation out;
  out.cluster = to_text(state_->clusters[1][*row]);
  constexpr std::size_t kMostMembers = 200;
  std::vector<std::uint32_t> members;
  for (std::uint32_t r = 0; r < side.table.rows() && members.size() < kMostMembers; ++r) {
    const std::uint32_t record = side.record_of[r];
    if (state_->cluster_of[record] != cluster) continue;
    members.push_back(record);
    out.members.push_back(to_text(side.id(r)));
  }
  connect(*state_, members, out);
  return out;
}

}  // namespace galena::match
