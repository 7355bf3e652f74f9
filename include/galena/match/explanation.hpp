// Explanation: why two records are, or are not, taken for one, bit by bit.
//
//   std::cout << found.explain(3, 17)->to_text();
//
// The weights add up: those of the fields, changed, related, ruled, partners and the prior make the
// total, and the total is the probability: p = 1 / (1 + 2^-weight). All weights are bits, exact
// multiples of 2^-20.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// One kind of blocking key, and whether it brings the two records together.
struct KeyEvidence {
  std::string key{};    ///< "family name and city", as in Report::blocking
  std::string left{};   ///< what the left record is looked up by: "SM0|berlin"; several values are
                        ///< joined by " or "; empty: it has no such key
  std::string right{};  ///< the same of the right record
  bool shared = false;
  std::uint64_t records = 0;  ///< that have the shared key, in an Index those of its part that is
                              ///< looked at; 0: not counted
  /// What the block was cut by, having too many records: "city", "year of birth_date".
  std::vector<std::string> refined{};
  bool compared = false;  ///< this key alone brings the pair up
  std::string note{};     ///< what became of a shared key, in words
};

/// What became of a pair.
struct PairOutcome {
  bool together = false;    ///< in one cluster, or linked
  bool would_join = false;  ///< it is, or would be if it were compared
  /// Why it is not: "too_weak", "not_compared", "declared_apart", "one_per_source", "cluster_size",
  /// "average" (of all pairs between the two clusters), "moved" (one of them fits another cluster
  /// better), "order" (refused at its turn, when the clusters were others), "one_to_one"; empty
  /// when together.
  std::string obstacle{};
  std::string words{};  ///< a sentence
};

struct Explanation {
  std::vector<FieldEvidence> fields{};
  std::string relation{};  ///< the relation that explains most of what agrees, or empty
  double related = 0;      ///< bits taken off for it, at most 0
  std::string change{};    ///< the change that explains most of what differs, or empty
  double changed = 0;      ///< bits given back for it (a little below 0 when nothing changed)
  /// Of a model with rules: the rule that holds, or what the nearest one wants.
  std::string rule{};
  double ruled = 0;  ///< bits that the rules add or take, so that they decide
  /// Where records have one partner each (Report::left_has_one): the bits that the other pairs of
  /// the two take off, or give when there is none.
  double partners = 0;
  std::string rival{};  ///< the strongest other pair of one of them, "L1 and R7", if it takes bits
  double prior = 0;     ///< log2 odds before any evidence
  double weight = 0;    ///< the sum of all
  double probability = 0;
  bool candidate =
      true;  ///< false: blocking did not bring the pair up; scored for this explanation
  /// Of records of a Deduplication, a Linkage or an Index: the keys that either has. What became of
  /// shared keys is told where none brought the pair up, of an Index always.
  std::vector<KeyEvidence> keys{};
  std::optional<PairOutcome> outcome{};  ///< of a Deduplication or a Linkage

  /// A waterfall in plain words, a line a step.
  [[nodiscard]] std::string to_text() const;
  /// {"probability", "weight", "prior", "relation", "related", "change", "changed", "rule",
  /// "ruled", "partners", "rival", "candidate", "fields": [...], "keys": [...], "outcome":
  /// {"together", "would_join", "obstacle", "words"} or null}
  [[nodiscard]] std::string to_json() const;
  /// Columns field, left, right, level, base, frequency, weight; prior, change, relation, rule and
  /// partners as rows of their own.
  [[nodiscard]] Table to_table() const;
};

/// How a cluster came about and holds together. Members are given by their ids as text.
struct ClusterExplanation {
  /// Two groups became one because of a pair.
  struct Join {
    std::string left{};
    std::string right{};
    double weight = 0;  ///< of the pair
    double probability = 0;
    double average = 0;             ///< of all pairs between the two groups, as joining counts them
    std::size_t left_members = 1;   ///< of the group that `left` was in
    std::size_t right_members = 1;  ///< of the group that `right` was in
  };
  /// How a member hangs on the others.
  struct Link {
    std::string member{};
    std::string partner{};  ///< the other member it pairs with best
    double weight = 0;      ///< of that pair
    double probability = 0;
    double average = 0;  ///< mean weight of its pairs with all others
  };
  /// A member came from another cluster, or left for one, which it fits better.
  struct Move {
    std::string member{};
    std::string other{};   ///< a member of the other cluster; empty: it was or is alone there
    bool arrived = false;  ///< false: it left
    double gain = 0;       ///< bits that the sum of weights within clusters rose by
  };
  std::string cluster{};
  std::size_t size = 0;                ///< members there are
  std::vector<std::string> members{};  ///< in input order, at most 200
  std::vector<Join> joins{};           ///< in the order in which they were made
  std::vector<Link> links{};           ///< one a member
  std::vector<Move> moves{};
  double weakest = 0;        ///< the least weight of a join: where the cluster breaks first
  double average = 0;        ///< mean weight of all pairs of members
  std::string least_left{};  ///< the two members that are least alike
  std::string least_right{};
  double least = 0;  ///< the weight of their pair

  [[nodiscard]] std::string to_text() const;
  [[nodiscard]] std::string to_json() const;
};

}  // namespace galena::match
