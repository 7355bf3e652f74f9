// MatchState: what a Deduplication or a Linkage keeps to answer later questions.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "match/cluster.hpp"
#include "match/explain.hpp"
#include "match/id_order.hpp"
#include "match/pair_search.hpp"

namespace galena::match {

/// One input table: its fields, its features, and which of its rows each encoded record is.
struct Side {
  Table table;
  Fields fields;
  Layout layout;  ///< aligned with the records' layout
  std::string id_column;
  std::vector<std::uint32_t> row_of;     ///< by record, counted from the side's first record
  std::vector<std::uint32_t> record_of;  ///< by row
  std::uint32_t first_record = 0;

  [[nodiscard]] ValueView id(std::size_t row) const;
  /// The row of a record by its number among those of all sides.
  [[nodiscard]] std::uint32_t row(std::uint32_t record) const {
    return row_of[record - first_record];
  }
  [[nodiscard]] Result<std::size_t> row_with_id(const ValueView& id) const;
};

/// The rows of a side by the text of their ids, for many lookups. O(rows log rows) to make.
class RowsById {
 public:
  explicit RowsById(const Side& side);
  /// As Side::row_with_id(). O(log rows).
  [[nodiscard]] Result<std::size_t> find(const ValueView& id) const;

 private:
  const Side& side_;
  std::vector<std::pair<std::string, std::uint32_t>> rows_;  ///< by text, then by row
};

namespace detail {

struct MatchState {
  explicit MatchState(Model chosen) : model(std::move(chosen)) {}

  Model model;
  Side left;
  Side right;  ///< of links
  bool linking = false;
  std::unique_ptr<EncodedRecords> records;
  std::unique_ptr<Scorer> scorer;
  std::vector<ScoredPair> candidates;  ///< kept pairs, sorted
  BlockingBasis basis;                 ///< what blocking went by
  Clustering clustering;
  ClusterRules rules;
  std::string source_column;       ///< of which a cluster holds each value once; or empty
  std::vector<ScoredPair> linked;  ///< of links: the pairs reported
  bool one_to_one = false;
  WeightSum threshold = 0;  ///< weight from which a pair counts
  WeightSum prior = 0;
  TrainingConstants constants;
  Table clusters;
  Table pairs;
  Report report;
};

}  // namespace detail

/// Everything up to scored pairs: infers fields, encodes, orders, blocks, compares, fits the prior.
/// `what`: which models are trained on the way.
enum class TrainWhat : std::uint8_t { nothing, presets, any_model };
Result<std::shared_ptr<detail::MatchState>> prepare_match(const Table& left, const Table* right,
                                                          const Options& options,
                                                          const LinkOptions* link_options,
                                                          TrainWhat what = TrainWhat::presets,
                                                          const TrainingConstants& constants = {});

/// The threads to use: as many as asked for, or as there are.
unsigned threads_of(const Options& options);

/// Explains two records by their numbers: the evidence, the keys, what became of the pair.
Explanation explain_records(const detail::MatchState& state, std::uint32_t a, std::uint32_t b);

/// The weight from which pairs count, by options or model.
WeightSum threshold_weight(const Options& options, const Model& model);

/// A column of ids: the texts or numbers of `side`'s rows `rows`, in that order.
Column id_column_of(const Side& side, const std::vector<std::uint32_t>& rows, std::string name);

/// The table left, right, weight, probability of pairs given as rows.
struct RowPair {
  std::uint32_t left;
  std::uint32_t right;
  WeightSum weight;
};
Table pairs_table(const Side& left, const Side& right, std::vector<RowPair> pairs);

/// Calls the caller's progress, at most a few hundred times.
bool report_progress(const Options& options, double fraction, std::string_view phase);
/// CANCELLED: the caller's progress function asked for it.
Problem cancelled();

}  // namespace galena::match
