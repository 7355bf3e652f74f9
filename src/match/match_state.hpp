// MatchState: what a Deduplication or a Linkage keeps to answer later questions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "match/cluster.hpp"
#include "match/explain.hpp"
#include "match/pair_search.hpp"
#include "match/partners.hpp"
#include "match/side.hpp"

namespace galena::match {

namespace detail {

struct MatchState {
  explicit MatchState(Model chosen) : model(std::move(chosen)) {}

  Model model;
  Side left;
  Side right;  ///< of links
  bool linking = false;
  bool told_why_nothing = false;  ///< no feature is left, because of columns that warnings name
  std::unique_ptr<EncodedRecords> records;
  std::unique_ptr<Scorer> scorer;
  /// Kept pairs, sorted by a, then b; what their partners say is part of their evidence.
  std::vector<ScoredPair> candidates;
  Partners partners;
  BlockingBasis basis;  ///< what blocking went by
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

  /// Of a kept pair its place among the candidates; a < b.
  [[nodiscard]] std::optional<std::size_t> find(std::uint32_t a, std::uint32_t b) const;
  /// What partners say of any pair.
  [[nodiscard]] Weight partners_change(std::uint32_t a, std::uint32_t b) const;
  /// The weight of any pair, compared or not.
  [[nodiscard]] WeightSum weight(std::uint32_t a, std::uint32_t b) const;
};

/// Rules for clusters or links as they were asked for, and what partners say of the candidates:
/// what is declared apart is nobody's partner.
void settle(MatchState& state, ClusterLimits limits, unsigned threads = 1);
/// The clusters of a state that is settled.
Clustering cluster_state(const MatchState& state, unsigned threads);

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

/// Calls the caller's progress, at most a few hundred times.
bool report_progress(const Options& options, double fraction, std::string_view phase);
/// CANCELLED: the caller's progress function asked for it.
Problem cancelled();

}  // namespace galena::match
