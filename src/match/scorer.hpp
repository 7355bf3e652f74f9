// Scorer: the one comparison of two records. De-duplication, linking, the live index and
// explanations all come here.
//
// evidence = log2 (sum over changes k of share(k) Π m(k, level)) - log2 (sum over relations r of
// share(r) Π u(r, level)), the products over the compared features (model.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "galena/match/model.hpp"
#include "match/agreement_memo.hpp"
#include "match/column_rules.hpp"
#include "match/lanes.hpp"
#include "match/match_rules.hpp"
#include "match/pair_batch.hpp"
#include "match/records.hpp"

namespace galena::match {

inline constexpr std::size_t kMostRelations = 6;
inline constexpr std::size_t kMostChanges = 6;
// Places before the relations and the changes of a model.
inline constexpr std::size_t kUnrelated = 0;
inline constexpr std::size_t kUnchanged = 0;

/// How one feature of a pair turned out.
struct FeatureOutcome {
  std::uint8_t level = 0;   ///< 0: blank on a side, not compared; else 1 + place in level_names
  std::uint8_t slot_a = 0;  ///< the values that were compared
  std::uint8_t slot_b = 0;
  Weight base = 0;       ///< log2(m / u)
  Weight frequency = 0;  ///< what term frequency adds to it
};

/// A pair's evidence in full, for explanations.
struct PairDetail {
  std::vector<FeatureOutcome> features;  ///< as the layout's, but for raw ones
  std::vector<ColumnOutcome> columns;    ///< of a model that compares columns by conditions
  RuleOutcome rule;                      ///< of a model with rules
  int relation = -1;                     ///< the relation that explains most of what agrees, or -1
  int change = -1;                       ///< the change that explains most of what differs, or -1
  WeightSum related = 0;                 ///< what relations take off
  WeightSum changed = 0;                 ///< what changes give back
  WeightSum apart = 0;  ///< log2 of the chance of all this between records of two entities
  std::vector<WeightSum> apart_without{};  ///< by feature: the same of all the others
  WeightSum evidence = 0;
  /// log2 of the chance of all this between records of each relation, its share included.
  std::array<WeightSum, kMostRelations + 1> apart_by{};
};

/// The model of each feature, in the layout's order; no levels: as the model has it.
using FeatureModels = std::vector<FieldModel>;

class Scorer {
 public:
  /// `population`: the number of records that a pair's partner is drawn from (at least 2).
  /// `records` must have their rarities; it is read for the shares of relations.
  Scorer(const Model& model, const EncodedRecords& records, double population);

  /// The weight of all evidence for two records, without the prior. Blank never equals blank.
  [[nodiscard]] WeightSum evidence(RecordValues a, RecordValues b) const;
  /// The same for each candidate of the batch, of which nothing need be known.
  void evidence(PairBatch& batch, AgreementMemo& memo) const;
  /// The same, given up as soon as it cannot reach `floor`: then it is some weight below `floor`.
  /// The candidates' caps are PairBound's and are changed, `bounds` by feature. Not with rules.
  void evidence_from(PairBatch& batch, const std::vector<LevelBounds>& bounds, Weight floor,
                     AgreementMemo& memo) const;
  /// The most that a feature contributes at a level, the agreement being so rare, for each change
  /// against each relation but those that concentrate values.
  [[nodiscard]] Lanes most_weights(std::size_t feature, std::uint8_t level, Weight rarity) const;
  /// What bounds start from: what the shares of changes and relations add.
  [[nodiscard]] Lanes bound_start() const;
  [[nodiscard]] bool compares(std::size_t feature) const {
    return feature < features_.size() && features_[feature].slot_count != 0;
  }
  /// Whether the model itself says what is known before any evidence, not the data.
  [[nodiscard]] bool prior_is_fixed() const { return fixed_prior_.has_value(); }
  /// Whether conditions or rules decide: what features contribute is no bound then.
  [[nodiscard]] bool by_rules() const { return columns_ != nullptr || rules_ != nullptr; }
  /// The same for a record `a` of other stores (append_for_query) and a record `b` of records().
  [[nodiscard]] WeightSum evidence(const EncodedRecords& query, RecordValues a,
                                   RecordValues b) const;
  /// The same with everything it is made of.
  WeightSum explain(const EncodedRecords& query, RecordValues a, RecordValues b,
                    PairDetail& detail) const;

  /// How each feature turns out, in `space`, without weighing it; not with conditions.
  std::span<const Outcome> outcomes(RecordValues a, RecordValues b,
                                    std::vector<Outcome>& space) const;
  /// The same for each candidate of the batch, in the batch, where evidence is set by the way.
  void outcomes(PairBatch& batch, AgreementMemo& memo) const;
  /// What outcomes by feature are worth, with everything it is made of; not with rules.
  WeightSum explain(std::span<const Outcome> outcomes, PairDetail& detail) const {
    const Sides sides = sides_of(outcomes, &detail);
    return sides.same - sides.apart;
  }
  /// The evidence of outcomes by feature, and what of it is log2 of their chance between records of
  /// two entities; not with rules.
  [[nodiscard]] WeightSum evidence(std::span<const Outcome> outcomes) const;
  [[nodiscard]] WeightSum apart(std::span<const Outcome> outcomes) const;

  /// log2 odds that two records drawn at random are of one entity, when each record has
  /// `duplicates_per_record` others of its entity.
  [[nodiscard]] WeightSum prior(double duplicates_per_record) const;

  [[nodiscard]] const EncodedRecords& records() const { return records_; }

  /// log2 of the share of all pairs of records that are so related.
  [[nodiscard]] Weight relation_share(std::size_t relation) const {
    return relation_share_[relation + 1];
  }
  /// Relations are so many bits more frequent.
  void add_to_share(std::size_t relation, Weight bits) { relation_share_[relation + 1] += bits; }

  /// Measures, on pairs of records drawn evenly, how often free texts, numbers and the like reach
  /// each level by chance, and uses that from then on. Records must be in an order that does not
  /// depend on the order of rows.
  void measure_chances();

  /// Measures on one record of each entity how much oftener given and family names agree together
  /// than by chance, which tells how many languages the names are of: log2 of the share of pairs
  /// whose languages are one. Nothing where there are too few names to tell.
  [[nodiscard]] std::optional<Weight> share_of_language(
      const std::vector<std::uint32_t>& cluster_of, unsigned threads) const;
  /// Relations that concentrate names use that for pairs whose own country is not known.
  void set_share_of_language(Weight share);

  /// Measures how many others live at a record's address, values being counted once for each
  /// entity; relations of one address (household, site) are no more frequent than that from then
  /// on.
  void measure_addresses(const ModelData& model);

 private:
  // One more than there may be, so that all are worked out together. Masks are 0 or -1.
  static constexpr std::size_t kLevelRelations = 8;
  static_assert(kMostRelations < kLevelRelations);
  using ByRelation = std::array<Weight, kLevelRelations>;
  using SumByRelation = std::array<WeightSum, kLevelRelations>;
  using ByChange = std::array<WeightSum, kMostChanges + 1>;
  struct LevelWeights {
    std::array<Weight, kMostChanges + 1> m{};     ///< log2 of m, of m after each change
    std::array<Weight, kMostChanges + 1> rest{};  ///< log2(1 - m)
    ByRelation u{};                               ///< log2 of u, of u within each relation
    ByRelation by_frequency{};                    ///< mask
    ByRelation concentrated{};                    ///< mask: commoner as the relation is rare
    Weight most_rarity = 0;                       ///< measured: how rare the level is in the data
    bool term_frequency = false;
    bool plain_u = true;     ///< no mask is set
    std::uint8_t touched{};  ///< bits: changes after which m is another
  };
  struct FeatureWeights {
    Comparison comparison;
    std::uint32_t first_slot;
    std::uint32_t slot_count;
    std::uint8_t different;  ///< the last level
    bool remembered;         ///< few values, or costly to compare: AgreementMemo pays
    std::array<LevelWeights, 8> levels;
  };
  using Outcomes = std::span<Outcome>;  ///< by feature

  void drop_untold_relations(const ModelData& data);
  void measure_category(std::size_t feature);
  void set_levels(const FieldModel& field, double worth, FeatureWeights& weights) const;
  [[nodiscard]] double share_of(const Relation& relation) const;
  [[nodiscard]] bool is_name(std::size_t feature) const;

  /// The left record and the stores of its values.
  struct Left {
    const EncodedRecords& records;
    RecordValues values;
  };
  void compare(const Left& a, RecordValues b, Outcomes outcomes) const;
  [[nodiscard]] Outcome compare_feature(std::size_t feature, const Left& a, RecordValues b) const;
  static Agreement same_value(const FeatureWeights& weights, const StoredValue& value);
  void settle_names(const Left& a, RecordValues b, bool may_be_swapped, Outcomes outcomes) const;
  /// `first`, `last`: the levels of the names in their own places. The better they fit there, the
  /// better they must fit in each other's.
  [[nodiscard]] bool names_swapped(const Left& a, RecordValues b, std::uint8_t first,
                                   std::uint8_t last) const;
  void settle_mailbox(const Left& a, RecordValues b, Outcomes outcomes) const;
  [[nodiscard]] bool mailbox_is_name(const EncodedRecords& records, RecordValues values,
                                     std::uint8_t slot) const;
  /// Whether the record's own name makes the whole mailbox.
  [[nodiscard]] bool mailbox_is_spelt(const EncodedRecords& records, RecordValues values,
                                      std::uint8_t slot) const;
  [[nodiscard]] std::string_view mailbox_of(const EncodedRecords& records, RecordValues values,
                                            std::uint8_t slot) const;
  [[nodiscard]] bool shares_domain(const Left& a, RecordValues b, const Outcome& email) const;

  [[nodiscard]] Weight log_m(std::size_t feature, const Outcome& outcome, std::size_t change) const;
  /// `share`: log2 of the relation's share for this pair.
  [[nodiscard]] Weight log_u(std::size_t feature, const Outcome& outcome, std::size_t relation,
                             Weight share) const;
  /// log_m() and log_u() of one level.
  static Weight log_m_of(const LevelWeights& level, Weight rarity, std::size_t change);
  static Weight log_u_of(const LevelWeights& level, Weight rarity, std::size_t relation,
                         Weight share);
  void prefetch_slots(std::size_t feature, const PairBatch& batch,
                      std::span<const std::uint8_t> open) const;
  void compare_open(std::size_t feature, PairBatch& batch, std::span<const std::uint8_t> open,
                    AgreementMemo& memo) const;
  void set_rarities(PairBatch& batch, std::span<const std::uint8_t> places) const;
  void compare_batch(PairBatch& batch, const std::vector<LevelBounds>* bounds, Weight floor,
                     AgreementMemo& memo) const;
  /// log2 of the chance of what was seen between records of one entity, and of two.
  struct Sides {
    WeightSum same;
    WeightSum apart;
  };
  [[nodiscard]] Sides sides_of(std::span<const Outcome> outcomes,
                               PairDetail* detail = nullptr) const;
  void tell_sides(std::span<const Outcome> outcomes, const ByChange& same, const ByRelation& share,
                  const SumByRelation& apart, const Sides& sides, PairDetail& detail) const;
  /// The evidence of a pair by conditions, or by fields and rules.
  WeightSum settle(const Left& a, RecordValues b, PairDetail* detail) const;

  const EncodedRecords& records_;
  std::vector<FeatureWeights> features_;
  ByRelation relation_share_{};                             ///< log2
  std::array<int, kMostRelations + 1> relation_feature_{};  ///< what its records agree on, or -1
  ByChange change_share_{};
  std::size_t relations_ = 0;
  std::array<std::size_t, kLaneRelations> lane_relation_{};
  std::size_t changes_ = 0;
  double population_;
  std::optional<WeightSum> fixed_prior_;  ///< where the prior is not that of a number of duplicates
  std::shared_ptr<const ColumnScorer> columns_;
  std::shared_ptr<const MatchRules> rules_;
  /// Features in the order in which they are best compared: cheap and telling first, names
  /// together.
  std::vector<std::size_t> order_;
  std::vector<std::size_t> names_;
  std::size_t names_end_ = 0;  ///< place in order_ after the last name
  int full_name_ = -1;
  int first_name_ = -1;
  int last_name_ = -1;
  int middle_name_ = -1;
  int email_ = -1;
};

}  // namespace galena::match
