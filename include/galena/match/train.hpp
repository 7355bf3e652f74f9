// train(): a model whose probabilities are those of the data, with or without labels.
//
//   Result<Training> learnt = train(leads, {.preset = Preset::lead});
//   Index index(learnt->model, learnt->fields);
//
// deduplicate() and link() train the preset they start from themselves (Options::train); this gives
// the model for use elsewhere: for an Index, for tomorrow's batch, for compare().
//
// Without labels, m (how records of one entity agree) is found by expectation and maximisation over
// counts of agreement patterns (Dempster, Laird, Rubin 1977; Winkler 1988), counting sure pairs,
// and for each column those that the other columns make sure. It is held near the preset where the
// data say little: built-in probabilities count as 200 pairs. With labels it is counted from them,
// and held near what the table teaches without them, which counts as 200 pairs in turn. u (how
// unrelated records agree) comes from the frequencies of values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"

namespace galena::match {

struct TrainOptions {
  Fields fields{};          ///< empty: infer_fields()
  std::string id_column{};  ///< empty: row numbers from 0
  std::vector<std::string> never_compared{};
  std::optional<Preset> preset{};  ///< where training starts; none: by the kinds present
  std::optional<Model> start{};    ///< goes before preset
  /// A table with columns left and right (ids): candidates to learn from, instead of those that
  /// blocking finds. With a column is_match (true or false; text "true", "false", "1", "0"):
  /// judged pairs, from which m is counted and the prior calibrated.
  std::optional<Table> pairs{};
  unsigned threads = 0;         ///< 0: as many as the machine has
  Progress progress{};          ///< phases "encode", "compare", "train"
  HostNormaliser normaliser{};  ///< the host's own, for all fields; see there
  BlockingKeys blocking{};      ///< as Options::blocking: what candidates are found by
};

struct Training {
  Model model;
  Fields fields;  ///< what each column was taken for
  TrainingReport report;
  std::vector<std::string> warnings;
};

/// Trains a model. Errors: as deduplicate(); of pairs, NOT_FOUND "unknown_column" and "unknown_id",
/// INVALID_ARGUMENT "wrong_type" (is_match is neither true nor false), "no_pairs" (none left);
/// UNSUPPORTED "fixed_model": the start compares columns by conditions. The same input gives the
/// same model for any number of threads and any order of rows. Cost: that of deduplicate(); with
/// pairs that are not judged, O(rows + pairs).
[[nodiscard]] Result<Training> train(const Table& table, const TrainOptions& options = {});

}  // namespace galena::match
