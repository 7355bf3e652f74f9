// Model: how much evidence each agreement and disagreement is, as data.
//
//   Model model = Model::preset(Preset::lead);
//   model.to_json(); model.hash();
//
// Fellegi and Sunter (1969): every comparison of two records falls into one level ("exact", "one
// letter off", ..., "different"). A level has m, its probability between records of one entity, and
// u, its probability between unrelated records; its weight is log2(m / u) bits. A blank on either
// side is no evidence: weight 0. Three refinements, all visible in an explanation:
//
// * Term frequency: a level marked so takes, instead of u, the expected frequency of the very value
//   that agrees (Smith or Szczepanski), from the data, shrunk towards built-in frequencies.
// * Relations: unrelated is not the only way not to be the same. People of one household share
// name,
//   address and telephone, colleagues share company and web domain, compatriots their names. Each
//   relation has its own probability for each level and its own prior; non-matches are a mixture of
//   all of them, so that shared things never add up to more than the relation explains.
// * Changes: records of one entity differ together. Who changes employer changes address, telephone
//   and e-mail with it. Matches are a mixture of all changes, so that what one change explains is
//   held against the pair once, not field by field.
//
// Weights are whole multiples of 2^-20 bit. A model is immutable; copies share its data; safe from
// any thread.
#pragma once

#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"

namespace galena::match {

/// What is compared. Columns of these kinds (record/kind.hpp) feed the comparison of their name;
/// house_number feeds street; name_suffix (Jr, Sr) is read out of the name columns where no column
/// of its own has one; birth_date takes years alone; created and ignore are never compared.
enum class Comparison : std::uint8_t {
  full_name,
  first_name,
  middle_name,
  last_name,
  name_suffix,
  company,
  email,
  phone,
  website,
  street,
  unit,
  city,
  region,
  postal_code,
  country,
  birth_date,
  date,
  identifier,
  category,
  number,
  text,
};
inline constexpr std::size_t kComparisonCount = 21;

/// "full_name", "first_name", ...
[[nodiscard]] std::string_view comparison_name(Comparison comparison);
[[nodiscard]] std::optional<Comparison> comparison_from(std::string_view name);

/// The names of the levels of a comparison, strongest first; the last is "different". At most 7.
[[nodiscard]] const std::vector<std::string_view>& level_names(Comparison comparison);

/// In LevelModel::related: within the relation the frequency is 1 / share of the relation times as
/// high.
inline constexpr double kConcentrated = -1;

/// One level's probabilities, each above 0 and at most 1.
struct LevelModel {
  double m = 0;                 ///< between records of one entity
  double u = 0;                 ///< between unrelated records
  bool term_frequency = false;  ///< use the frequency of the value instead of u
  /// By relation, in the model's order: the level's probability between records so related; 0: the
  /// same as between unrelated ones; kConcentrated: as much higher as the relation is rare.
  std::vector<double> related{};
  std::vector<double> changed{};  ///< by change: m after that change; 0: the same as without
};

struct FieldModel {
  Comparison comparison = Comparison::text;
  std::vector<LevelModel> levels{};  ///< as level_names(comparison)
};

/// Probabilities of one column where several are compared alike (two categories, three numbers):
/// each tells more or less than the others.
struct ColumnField {
  std::string column{};
  FieldModel field{};
};

/// A way of sharing values without being the same: one household, one workplace, one country.
/// Exactly one of per_record and share is above 0.
struct Relation {
  std::string name{};     ///< "household", "workplace", ...
  double per_record = 0;  ///< others a record is so related to, on average
  double share = 0;       ///< or: the share of all pairs that are so related, below 1
  /// With share: where the data has this comparison, the chance that two records agree on it is the
  /// share (not below 0.0001, not above 0.9).
  std::optional<Comparison> same{};
};

/// What may have happened to an entity between two records of it.
struct Change {
  std::string name{};  ///< "new employer", "moved", ...
  double share = 0;    ///< of the pairs of records of one entity, above 0; all shares below 1
};

/// What is asked of the values of two records, as they are given: nothing is folded; blanks at
/// either end are left off, an empty text is blank. What is asked of a blank value is not so.
struct ColumnCondition {
  enum class Test : std::uint8_t {
    always,
    all,                  ///< every one of `parts`
    any,                  ///< at least one of `parts`
    blank,                ///< the left or the right value is blank
    no_date,              ///< the left or the right value is blank or no date of year, month, day
    equal,                ///< byte by byte
    levenshtein,          ///< a distance of at most `limit`
    damerau_levenshtein,  ///< the same, with swaps of neighbours as one step, edited or not
    jaro,                 ///< a similarity of at least `limit`
    jaro_winkler,
    jaccard,  ///< of the sets of bytes
    seconds,  ///< dates, or dates with times of day, at most `limit` seconds apart
  };
  /// What of the values is compared; a value without that part is as blank.
  enum class Part : std::uint8_t {
    whole,
    mailbox,  ///< what is before the '@'
    // Of British postal codes as they are written, "SW1A 2AA":
    postcode_area,      ///< one or two letters: "SW"
    postcode_district,  ///< and a digit, and one more letter or digit: "SW1A"
    postcode_sector,    ///< and a space and a digit: "SW1A 2"
  };
  Test test = Test::always;
  std::string left{};   ///< column of the left record
  std::string right{};  ///< column of the right record
  Part part = Part::whole;
  bool bytes = false;  ///< distances and similarities of bytes, not of characters
  double limit = 0;
  std::vector<ColumnCondition> parts{};
};

/// Takes, instead of the level's u, the frequency of the value: adds weight * log2(u / share),
/// share being the larger one of the two values' shares of the column's values, at least `least`.
struct ColumnFrequency {
  std::string column{};
  double u = 1;  ///< of the level at which the column is equal
  double weight = 1;
  double least = 0;
};

struct ColumnLevel {
  std::string label{};
  ColumnCondition when{};
  bool no_evidence = false;  ///< weight 0: for what is blank
  double m = 1;
  double u = 1;
  std::optional<ColumnFrequency> frequency{};
};

/// Columns compared by conditions of one's own: the first level whose condition holds counts; no
/// level: weight 0. Such models come from Model::from_splink().
struct ColumnComparison {
  std::string name{};
  std::vector<ColumnLevel> levels{};
};

/// One condition of a rule: the comparison reaches a level.
struct RuleCondition {
  Comparison comparison = Comparison::text;
  /// Place in level_names() of the weakest level that will do; none: both records must be blank.
  std::optional<std::size_t> weakest{};
  bool only = false;  ///< that level itself, no stronger one
  /// Instead of a level: the score from 0 to 100 that two values must reach, of the sections of a
  /// phone, street or postal_code, or by edit distance of a company or city (docs/concepts.md).
  std::optional<double> score{};
  bool or_blank = false;  ///< where it is not compared, a value being blank, it will do too
  /// Only of columns with one of these names (case and punctuation do not matter); empty: of any.
  std::vector<std::string> columns{};
};

/// A way for two records to be one, by what must agree.
struct MatchRule {
  std::string name{};
  std::vector<RuleCondition> all{};
};

/// Everything a model is; plain data.
struct ModelData {
  std::string preset{};                ///< the preset it started as
  double duplicates_per_record = 0.1;  ///< prior: other records of one's own entity, on average
  /// Prior instead of that: the probability that two records drawn at random are of one entity,
  /// whatever their number. 0: by duplicates_per_record.
  double match_probability = 0;
  double population = 1e6;            ///< records the prior is for when there is no table
  double threshold = 0.5;             ///< probability from which a pair is reported and clustered
  std::vector<Relation> relations{};  ///< at most 6
  std::vector<Change> changes{};      ///< at most 6
  std::vector<FieldModel> fields{};   ///< at most one for a comparison; others are not compared
  /// For columns with these names, instead of what `fields` say of their comparison; at most one
  /// for a column. Training writes them where several columns are compared alike. Columns that a
  /// table does not have, or has for another comparison, are passed over.
  std::vector<ColumnField> by_column{};
  /// Comparisons by conditions; a model has these or fields, not both.
  std::vector<ColumnComparison> columns{};
  /// With rules a pair is a match when one of them holds and else not: its weight is that of its
  /// evidence, but at least the threshold when a rule holds, and a bit below it when none does.
  std::vector<MatchRule> rules{};
};

enum class Preset : std::uint8_t { person, lead, contact, account, crm_standard_rules };
[[nodiscard]] std::string_view preset_name(Preset preset);
[[nodiscard]] std::optional<Preset> preset_from(std::string_view name);

class Model {
 public:
  /// The lead preset.
  Model();

  /// A preset with built-in weights. crm_standard_rules has the weights of lead and decides by
  /// rules: those of Salesforce's standard matching rules (docs/concepts.md).
  [[nodiscard]] static Model preset(Preset preset);

  /// Checks `data` and makes a model. Every problem is reported, with its JSON pointer.
  /// INVALID_ARGUMENT: "probability_range", "unknown_relation", "unknown_change", "wrong_levels",
  /// "repeated_field", "empty_column", "too_many", "relation_extent", "mixed_model",
  /// "bad_condition", "unknown_level", "empty_rule".
  [[nodiscard]] static Result<Model> make(ModelData data);

  /// Reads to_json()'s form. Problems of JSON text ("bad_json", ...), then "missing_key",
  /// "unknown_key", "wrong_type", "unknown_word", "missing_level", "repeated_level",
  /// "unsupported_version" and make()'s problems, each with its pointer. O(text).
  [[nodiscard]] static Result<Model> from_json(std::string_view text);
  [[nodiscard]] std::string to_json() const;

  /// Imports the JSON that Splink 4 or 5 saves a trained model as: its comparisons with their
  /// levels, probabilities and term-frequency adjustments, and its prior; a pair gets the weight
  /// that Splink gives it. Not read: blocking rules, retained columns, how it was trained.
  /// UNSUPPORTED "unsupported_condition" for every SQL condition that is none of the forms of
  /// Splink's comparison library on texts and dates, "unsupported_dialect"; with JSON pointers.
  /// What was not trained is as in Splink 5 (splink.hpp tells). Keys as from_json(). O(text).
  [[nodiscard]] static Result<Model> from_splink(std::string_view json);

  /// SHA-256 of to_json(), 64 hexadecimal digits: the same for equal models.
  [[nodiscard]] const std::string& hash() const;
  [[nodiscard]] const ModelData& data() const;
  /// The model of a comparison; null when the model does not compare it.
  [[nodiscard]] const FieldModel* find(Comparison comparison) const;
  /// The same for a column: its own probabilities, else those of the comparison.
  [[nodiscard]] const FieldModel* find(Comparison comparison, std::string_view column) const;

  friend bool operator==(const Model& a, const Model& b) { return a.hash() == b.hash(); }

 private:
  struct State;
  explicit Model(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace galena::match
