// Match rules (MatchRule): whether one holds for a pair, and what that makes of its evidence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/layout.hpp"
#include "match/records.hpp"

namespace galena::match {

/// What the rules made of a pair.
struct RuleOutcome {
  std::string held{};     ///< the first rule that holds, or empty
  std::string nearest{};  ///< else the one of which least fails...
  std::string failed{};   ///< ...and what fails of it: "first_name, email"
  WeightSum change = 0;   ///< bits that the rules add to the evidence
};

/// What a rule looks at of a pair: the levels of the features (1 the strongest, 0 not compared),
/// and the values, each of its records.
struct RulePair {
  const std::uint8_t* levels;
  const EncodedRecords& records_a;
  RecordValues a;
  const EncodedRecords& records_b;
  RecordValues b;
};

class MatchRules {
 public:
  /// `least` is the evidence from which a pair counts.
  MatchRules(const ModelData& model, const Layout& layout, WeightSum least);

  /// The evidence as the rules let it stand: at least `least` when one holds, at most a bit less
  /// when none does.
  WeightSum settle(const RulePair& pair, WeightSum evidence, RuleOutcome* outcome) const;

 private:
  /// A condition with the features that can fulfil it.
  struct Condition {
    /// A slot of one of those features, in both records.
    struct Slot {
      std::size_t feature;
      std::uint32_t number;
    };
    Comparison comparison;
    std::vector<std::size_t> features;
    std::vector<Slot> slots;
    std::uint8_t weakest;  ///< level; 0: all slots must be blank in both records, or reach a score
    std::uint8_t strongest;  ///< level
    double score;            ///< to be reached by two values; 0: none
    bool or_blank;
    std::string name;
  };
  struct Rule {
    std::string name;
    std::vector<Condition> all;
  };
  static bool holds(const Condition& condition, const RulePair& pair);
  static bool reaches_score(const Condition& condition, const RulePair& pair);
  void tell(const RulePair& pair, RuleOutcome& outcome) const;

  std::vector<Rule> rules_;
  WeightSum least_;
};

}  // namespace galena::match
