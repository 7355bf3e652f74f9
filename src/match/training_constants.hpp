// The numbers that training without labels goes by, in one place. What other values would give is
// measured by benchmarks/accuracy/leave_one_out.py (docs/accuracy.md); nothing else sets them.
#pragma once

namespace galena::match {

struct TrainingConstants {
  double sure_bits = 3;  ///< log2 of the odds from which a pair teaches m (8 to 1)
  /// The same by the other columns alone, for what a pair teaches about a column (64 to 1).
  double others_bits = 6;
  double hold_pairs = 200;  ///< pairs' worth of trust in the m that training starts from
  /// What all sure pairs teach counts at least so many times what pairs sure by other columns do.
  double sure_worth = 1;
  /// Matches that are not sure teach as the model expects them to be, at most so many times as many
  /// as are sure.
  double unseen_most = 0.5;
  /// How many times as often as the model says unrelated records must reach a level for u to rise.
  double chance_factor = 2;
  double prior_from = 1;   ///< duplicates per record from which the prior is fitted downwards
  double prior_bits = -1.5;  ///< log2 of the odds from which a pair counts for the prior (1 to 2.8)
  double prior_hold = 50;  ///< records' worth of trust in the model's duplicates per record
  /// The least share of matches that the prior takes to be seen.
  double prior_seen = 0.5;
  double prior_most = 20;  ///< duplicates per record, at most
};

}  // namespace galena::match
