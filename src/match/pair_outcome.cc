#include "match/pair_outcome.hpp"

#include <algorithm>
#include <cstdio>

#include "match/explain_keys.hpp"

namespace galena::match {

namespace {

using detail::MatchState;

std::string id_text(const Side& side, std::uint32_t record) {
  return to_text(side.id(side.row(record)));
}

std::string bits_in_words(WeightSum weight) {
  char text[40];
  std::snprintf(text, sizeof text, "%+.2f bits", bits_of(weight));
  return text;
}

PairOutcome apart(std::string obstacle, std::string words) {
  return {.together = false,
          .would_join = false,
          .obstacle = std::move(obstacle),
          .words = std::move(words)};
}

PairOutcome too_weak(const MatchState& state, bool compared) {
  return apart("too_weak", std::string(compared ? "Not one: "
                                                : "It would not be joined if it were "
                                                  "compared: ") +
                               "the weight is below the threshold of " +
                               bits_in_words(state.threshold) + ".");
}

PairOutcome never_compared() {
  PairOutcome outcome =
      apart("not_compared", "Not one because the pair was never compared: it would be joined.");
  outcome.would_join = true;
  return outcome;
}

PairOutcome declared() {
  return apart("declared_apart", "Not one: somebody declared the two not to be one.");
}

/// A pair in one cluster.
PairOutcome together(const MatchState& state, std::uint32_t a, WeightSum weight, bool compared) {
  std::string words =
      "One: both are in the cluster of " + to_text(state.clusters[1][state.left.row(a)]);
  if (!compared) {
    words += ", by way of others, as this pair was never compared";
  } else if (weight < state.threshold) {
    words += ", by way of others, as this pair alone is below the threshold of " +
             bits_in_words(state.threshold);
  }
  return {.together = true, .would_join = true, .obstacle = {}, .words = words + "."};
}

/// What the rules say of two groups of which a and b are.
std::optional<PairOutcome> ruled_out(const MatchState& state, std::uint32_t a, std::uint32_t b,
                                     const std::vector<std::uint32_t>& left,
                                     const std::vector<std::uint32_t>& right) {
  const auto found = state.rules.between(left, right);
  if (!found) return std::nullopt;
  const bool this_pair = found->left == a && found->right == b;
  const std::string two = this_pair ? std::string("the two")
                                    : id_text(state.left, found->left) + " and " +
                                          id_text(state.left, found->right) + " of their clusters";
  switch (found->kind) {
    case ClusterObstacle::Kind::declared_apart:
      if (this_pair) return declared();
      return apart("declared_apart", "Not one: " + two + " are declared not to be one.");
    case ClusterObstacle::Kind::one_per_source: {
      const Table& table = state.left.table;
      const ValueView value = table[*table.find(state.source_column)][state.left.row(found->left)];
      return apart("one_per_source", "Not one: " + two + " both have \"" + to_text(value) +
                                         "\" in " + state.source_column +
                                         ", of which a cluster holds each value once.");
    }
    case ClusterObstacle::Kind::cluster_size:
      break;
  }
  return apart("cluster_size", "Not one: their clusters have " + std::to_string(left.size()) +
                                   " and " + std::to_string(right.size()) +
                                   " members, and a cluster may have at most " +
                                   std::to_string(state.rules.limits().most_members) + ".");
}

/// The last time that a record was moved by itself, if it was.
const ClusterMove* last_move(const MatchState& state, std::uint32_t record) {
  const auto& moves = state.clustering.moves;
  const auto found = std::find_if(moves.rbegin(), moves.rend(),
                                  [&](const ClusterMove& move) { return move.record == record; });
  return found == moves.rend() ? nullptr : &*found;
}

PairOutcome by_turn(const MatchState& state, std::uint32_t a, std::uint32_t b) {
  for (const std::uint32_t record : {a, b}) {
    const ClusterMove* const move = last_move(state, record);
    if (move == nullptr) continue;
    return apart("moved", "Not one: " + id_text(state.left, record) +
                              (move->to == record
                                   ? " left its former cluster, in which no pair held it any more."
                                   : " fits the cluster of " + id_text(state.left, move->to) +
                                         " better, and moved there."));
  }
  return apart(
      "order",
      "Not one: when the pair's turn came, strongest pairs first, the average of all pairs "
      "between their clusters as they were then was against it.");
}

}  // namespace

std::vector<std::uint32_t> cluster_members(const MatchState& state, std::uint32_t record) {
  const std::vector<std::uint32_t>& cluster_of = state.clustering.cluster_of;
  std::vector<std::uint32_t> members;
  for (std::uint32_t other = 0; other < cluster_of.size(); ++other) {
    if (cluster_of[other] == cluster_of[record]) members.push_back(other);
  }
  return members;
}

PairOutcome cluster_outcome(const MatchState& state, std::uint32_t a, std::uint32_t b,
                            WeightSum weight, bool compared) {
  const std::vector<std::uint32_t>& cluster_of = state.clustering.cluster_of;
  if (cluster_of[a] == cluster_of[b]) return together(state, a, weight, compared || a == b);
  if (const auto alone = ruled_out(state, a, b, {a}, {b});
      alone && alone->obstacle != "cluster_size") {
    return *alone;
  }
  if (weight < state.threshold) return too_weak(state, compared);
  const std::vector<std::uint32_t> left = cluster_members(state, a);
  const std::vector<std::uint32_t> right = cluster_members(state, b);
  if (auto groups = ruled_out(state, a, b, left, right)) return std::move(*groups);
  const PairWeight weigh = [&](std::uint32_t x, std::uint32_t y) { return state.weight(x, y); };
  const WeightSum average = average_between(left, right, weigh);
  if (left.size() * right.size() > 1 && average < 0) {
    return apart("average",
                 "Not one, though the pair alone would be: all pairs between their "
                 "clusters, of " +
                     std::to_string(left.size()) + " and " + std::to_string(right.size()) +
                     ", have an average of " + bits_in_words(average) + ".");
  }
  return compared ? by_turn(state, a, b) : never_compared();
}

PairOutcome link_outcome(const MatchState& state, std::uint32_t a, std::uint32_t b,
                         WeightSum weight, bool compared) {
  const auto same = [&](const ScoredPair& pair) { return pair.a == a && pair.b == b; };
  const auto& linked = state.linked;
  if (std::any_of(linked.begin(), linked.end(), same))
    return {.together = true, .would_join = true, .obstacle = {}, .words = "One: they are linked."};
  const std::vector<std::uint32_t> left = {a};
  const std::vector<std::uint32_t> right = {b};
  if (state.rules.between(left, right)) return declared();
  if (weight < state.threshold) return too_weak(state, compared);
  for (const ScoredPair& pair : linked) {
    if (!state.one_to_one || (pair.a != a && pair.b != b)) continue;
    const WeightSum other = pair.evidence + state.prior;
    if (other < weight) continue;
    return apart("one_to_one", "Not one: " + id_text(state.left, pair.a) + " is linked to " +
                                   id_text(state.right, pair.b) + " (" + bits_in_words(other) +
                                   "), and each record is in one pair at most.");
  }
  return never_compared();
}

namespace {

/// The strongest other pair of one of two records, "L1 and R7".
std::string rival_of(const MatchState& state, std::uint32_t a, std::uint32_t b) {
  const ScoredPair* best = nullptr;
  for (const ScoredPair& pair : state.candidates) {
    const bool touches =
        pair.a == a || pair.b == b || (!state.linking && (pair.a == b || pair.b == a));
    if (!touches || (pair.a == a && pair.b == b)) continue;
    if (best == nullptr || pair.evidence > best->evidence) best = &pair;
  }
  if (best == nullptr) return {};
  const Side& right = state.linking ? state.right : state.left;
  return id_text(state.left, best->a) + " and " + id_text(right, best->b);
}

/// Adds what the other pairs of the two say.
void add_partners(const MatchState& state, std::uint32_t a, std::uint32_t b,
                  Explanation& explanation) {
  const Weight change = state.partners_change(a, b);
  if (change == 0) return;
  const WeightSum weight = weight_of_bits(explanation.weight) + change;
  explanation.partners = bits_of(change);
  if (change < 0) explanation.rival = rival_of(state, std::min(a, b), std::max(a, b));
  explanation.weight = bits_of(weight);
  explanation.probability = probability_of(weight);
}

}  // namespace

Explanation explain_records(const MatchState& state, std::uint32_t a, std::uint32_t b) {
  const Side& right = state.linking ? state.right : state.left;
  const auto raw = [](const Side& side, std::uint32_t record) {
    return RawRecord{side.table.row(side.row(record)), &side.layout};
  };
  const EncodedRecords& records = *state.records;
  Explanation explanation =
      explain_pair(state.model, *state.scorer, records, records[a], records[b], raw(state.left, a),
                   raw(right, b), state.prior);
  if (a == b) return explanation;
  add_partners(state, a, b, explanation);
  const bool kept = state.find(std::min(a, b), std::max(a, b)).has_value();
  explanation.keys = explain_keys(records, state.basis, a, b, !kept);
  // A pair that was compared and found too weak to matter is not kept.
  explanation.candidate = kept || std::any_of(explanation.keys.begin(), explanation.keys.end(),
                                              [](const KeyEvidence& key) { return key.compared; });
  const WeightSum weight = weight_of_bits(explanation.weight);
  explanation.outcome = state.linking ? link_outcome(state, a, b, weight, explanation.candidate)
                                      : cluster_outcome(state, a, b, weight, explanation.candidate);
  return explanation;
}

}  // namespace galena::match
