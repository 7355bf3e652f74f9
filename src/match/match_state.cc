#include "match/match_state.hpp"

#include <algorithm>

namespace galena::match::detail {

std::optional<std::size_t> MatchState::find(std::uint32_t a, std::uint32_t b) const {
  const auto at =
      std::lower_bound(candidates.begin(), candidates.end(), ScoredPair{a, b, 0}, by_records);
  if (at == candidates.end() || at->a != a || at->b != b) return std::nullopt;
  return static_cast<std::size_t>(at - candidates.begin());
}

Weight MatchState::partners_change(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  const std::optional<std::size_t> kept = find(a, b);
  return kept ? partners.change(*kept) : partners.change_of_other(a, b);
}

WeightSum MatchState::weight(std::uint32_t a, std::uint32_t b) const {
  return scorer->evidence((*records)[a], (*records)[b]) + partners_change(a, b) + prior;
}

void settle(MatchState& state, ClusterLimits limits, unsigned threads) {
  state.rules = ClusterRules(std::move(limits));
  if (state.scorer->prior_is_fixed()) return;
  state.partners = Partners(state.candidates, state.prior,
                            {.split = state.linking ? state.left.table.rows() : 0,
                             .records = state.records->size(),
                             .duplicates_per_record = state.report.duplicates_per_record,
                             .apart = state.rules.limits().apart},
                            threads);
  state.report.left_has_one = state.partners.left_has_one();
  state.report.right_has_one = state.partners.right_has_one();
  if (!state.partners.any()) return;
  for (std::size_t i = 0; i < state.candidates.size(); ++i)
    state.candidates[i].evidence =
        kept(WeightSum{state.candidates[i].evidence} + state.partners.change(i));
}

Clustering cluster_state(const MatchState& state, unsigned threads) {
  return cluster_records(*state.records, *state.scorer, state.candidates,
                         {.prior = state.prior,
                          .threshold = state.threshold,
                          .limits = state.rules.limits(),
                          .partners = state.partners.any() ? &state.partners : nullptr,
                          .moves_from = kLargeCluster},
                         threads);
}

}  // namespace galena::match::detail
