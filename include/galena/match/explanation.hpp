// Explanation: why two records are, or are not, taken for one, bit by bit.
//
//   std::cout << found.explain(3, 17)->to_text();
//
// The weights add up: those of the fields, changed, related, ruled and the prior make the total,
// and the total is the probability: p = 1 / (1 + 2^-weight). All weights are bits, exact multiples
// of 2^-20.
#pragma once

#include <string>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::match {

/// One field's part. A field that is blank on a side is listed with level "blank" and weight 0.
struct FieldEvidence {
  std::string field{};  ///< the comparison's name, or the column's where there are several
  std::string left{};   ///< value as given; parts of one thing joined by a space
  std::string right{};
  std::string level{};   ///< of level_names(), or "blank"; of a column comparison its label
  double base = 0;       ///< log2(m / u) of the level
  double frequency = 0;  ///< what the rarity of the value adds or takes
  double weight = 0;     ///< base + frequency
};

struct Explanation {
  std::vector<FieldEvidence> fields{};
  std::string relation{};  ///< the relation that explains most of what agrees, or empty
  double related = 0;      ///< bits taken off for it, at most 0
  std::string change{};    ///< the change that explains most of what differs, or empty
  double changed = 0;      ///< bits given back for it (a little below 0 when nothing changed)
  /// Of a model with rules: the rule that holds, or what the nearest one wants.
  std::string rule{};
  double ruled = 0;   ///< bits that the rules add or take, so that they decide
  double prior = 0;   ///< log2 odds before any evidence
  double weight = 0;  ///< the sum of all
  double probability = 0;
  bool candidate =
      true;  ///< false: blocking did not bring the pair up; scored for this explanation

  /// A waterfall in plain words, a line a step.
  [[nodiscard]] std::string to_text() const;
  /// {"probability", "weight", "prior", "relation", "related", "change", "changed", "rule",
  /// "ruled", "candidate", "fields": [...]}
  [[nodiscard]] std::string to_json() const;
  /// Columns field, left, right, level, base, frequency, weight; prior, change, relation
  /// and rule as rows of their own.
  [[nodiscard]] Table to_table() const;
};

/// How a cluster holds together. Members are given by their ids as text.
struct ClusterExplanation {
  struct Join {
    std::string left{};   ///< member that was there
    std::string right{};  ///< member it pairs with best
    double weight = 0;
    double probability = 0;
  };
  std::string cluster{};
  std::vector<std::string> members{};
  std::vector<Join>
      joins{};         ///< strongest tree of pairs that connects the members, strongest first
  double weakest = 0;  ///< weight of the last join: what holds the cluster together
  double average = 0;  ///< mean weight of all pairs (of at most 200 members)

  [[nodiscard]] std::string to_text() const;
  [[nodiscard]] std::string to_json() const;
};

}  // namespace galena::match
