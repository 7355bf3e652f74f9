// Comparing many pairs on one thread, a batch at a time.
#pragma once

#include <cstddef>

#include "match/pair_batch.hpp"
#include "match/scorer.hpp"

namespace galena::match {

/// What a thread compares with.
struct Workspace {
  explicit Workspace(std::size_t features, std::size_t remembered = AgreementMemo::kMany)
      : batch(features), memo(remembered) {}
  PairBatch batch;
  AgreementMemo memo;
};

/// Puts pairs of numbers `first` to `end`, which pair_of(i) gives as two records, into batches of
/// which nothing is known, and calls work(begin) for each: its first pair is number `begin`.
template <class PairOf, class Work>
void each_batch(std::size_t first, std::size_t end, PairBatch& batch, PairOf pair_of, Work work) {
  for (std::size_t i = first; i < end;) {
    const std::size_t begin = i;
    for (batch.clear(); i < end && !batch.full(); ++i) {
      const auto [a, b] = pair_of(i);
      batch.push_open(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
    }
    work(begin);
  }
}

/// Compares pairs of numbers `first` to `end`, which pair_of(i) gives as two records, and calls
/// each(i, outcomes) for them in that order.
template <class PairOf, class Each>
void compare_each(const Scorer& scorer, std::size_t first, std::size_t end, Workspace& space,
                  PairOf pair_of, Each each) {
  PairBatch& batch = space.batch;
  each_batch(first, end, batch, pair_of, [&](std::size_t begin) {
    scorer.outcomes(batch, space.memo);
    for (std::size_t k = 0; k < batch.size(); ++k) each(begin + k, batch.outcomes(k));
  });
}

}  // namespace galena::match
