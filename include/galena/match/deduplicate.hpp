// deduplicate() and link(): which rows of a table, or of two, are one person or company.
//
//   Result<Deduplication> found = deduplicate(leads, {.id_column = "Lead ID"});
//   found->clusters();                 // Table: id, cluster
//   found->explain_rows(3, 17);        // why, or why not
//
// Same input, same bytes, for any number of threads; any order of rows gives the same sets of ids.
// Blank never equals blank, and a column in which nobody has a value (of two tables: nobody of one
// of them) is as one that is not there. Nothing is sampled at random and no clock decides anything;
// the seconds in the report are all that differs between runs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galena/base/progress.hpp"
#include "galena/base/result.hpp"
#include "galena/base/value.hpp"
#include "galena/match/completeness.hpp"
#include "galena/match/explanation.hpp"
#include "galena/match/fields.hpp"
#include "galena/match/model.hpp"
#include "galena/record/table.hpp"

namespace galena::match {

/// Blocking keys that are given instead of chosen: two records are compared when they agree on all
/// columns of one key, {{"email"}, {"last_name:sound", "postcode"}}. A column is compared by its
/// normal form, or by what follows a colon, as its kind has it:
///
///   value                        the whole normal form, as without a colon
///   sound, last_sound            names: the pronunciation; of a full name that of its first and
///                                last word in any order, of its last word alone
///   formal                       given and full names: the formal name that the first one may be
///                                short for
///   initial, two_letters         the first letter; the first two (of a full name's last word)
///   beginning                    the first five letters or digits
///   words, two_words             any of the rarest words (two, of up to 30,000 records four); the
///                                two rarest together
///   house                        streets: house number and rarest word
///   tail, mailbox                telephones, identifiers: last seven characters; before the @
///   year, year_month, month_day  days
///
/// Columns are the left table's, or else the right one's. Several columns of e-mail addresses,
/// telephone numbers or websites are one list of values: a key on one of them is on all. Who has no
/// value in one of a key's columns has no such key.
using BlockingKeys = std::vector<std::vector<std::string>>;
inline constexpr std::size_t kMostBlockingKeys = 32;        ///< that can be given
inline constexpr std::size_t kMostAlternativesOfAKey = 16;  ///< products of words and of columns

struct Options {
  Fields fields{};          ///< empty: infer_fields()
  std::string id_column{};  ///< empty: row numbers from 0. Never compared, whatever `fields` says
  std::vector<std::string> never_compared{};  ///< more columns to leave out of inference (labels)
  std::optional<Preset> preset{};             ///< none: by the kinds present
  std::optional<Model> model{};               ///< goes before preset
  /// A preset's probabilities are fitted to the data, without labels (train.hpp); a model that is
  /// given is used as it is.
  bool train = true;
  std::optional<double> threshold{};  ///< probability, above 0 and below 1; none: the model's
  unsigned threads = 0;               ///< 0: as many as the machine has
  /// Bytes that the encoded records and the search for pairs may take together, beside the table
  /// and the pairs found; 0: no limit. To stay below it keys are sorted in several passes,
  /// then pairs are compared without sketches, which takes longer and finds the same. What does not
  /// fit even so is LIMIT_EXCEEDED "memory_limit", which says how much is needed.
  std::size_t memory_limit = 0;
  Progress progress{};  ///< phases "encode", "compare", "cluster"
  /// Pairs of ids that somebody decided are not one: never in one cluster, nor linked.
  std::vector<std::pair<Value, Value>> not_duplicates{};
  HostNormaliser normaliser{};  ///< the host's own, for all fields; see there
  /// Empty: chosen by the kinds and the number of records. Given keys are looked up in their order,
  /// are all that is looked up, and none ends with a sample of its blocks; large blocks are refined
  /// as always. A column that is not compared because nobody has a value leaves its keys out, one
  /// in which all have the same value leaves itself out; a warning says so.
  BlockingKeys blocking{};
  // Of deduplicate(); link() has one_to_one.
  /// A column of which a cluster holds each value at most once, such as the system that a record
  /// comes from where no system has a record twice. Blanks bind nothing; text is compared as it is
  /// written. Not compared, unless `fields` names it. Empty: none.
  std::string source_column{};
  std::size_t most_members = 0;  ///< records that a cluster may have; 0: any number
};

struct LinkOptions : Options {
  Fields right_fields{};  ///< of the right table; empty: inferred
  std::string right_id_column{};
  /// Each row is in at most one pair: strongest pairs first, of equal ones that of the rows whose
  /// contents, then ids, come first.
  bool one_to_one = false;
};

struct PhaseSeconds {
  std::string phase;
  double seconds = 0;
};

/// How one kind of blocking key did.
struct BlockingSummary {
  std::string key;             ///< "family name and city"; a given one as "last_name:sound + city"
  std::uint64_t blocks = 0;    ///< with at least two records
  std::uint64_t refined = 0;   ///< too large: split by further fields
  std::uint64_t largest = 0;   ///< records of the largest before refining
  std::uint64_t compared = 0;  ///< pairs that no key before it brought up
  std::uint64_t found = 0;     ///< of them, those above the threshold at first sight
  /// Of its blocks that were compared, 0 to 1. Less than 1 where an even sample showed, at 95 %
  /// confidence, that all of them would add less than one in 200 to what was found before, at less
  /// than an eighth of the yield. Of given keys 1.
  double share = 1;
};

/// What training learnt from: of more than 40,000 candidates an even sample.
struct TrainingReport {
  std::uint32_t rounds = 0;    ///< of expectation and maximisation; 0: nothing was trained
  std::uint64_t patterns = 0;  ///< different patterns of agreement that were counted
  double matches = 0;          ///< pairs of one entity among them, as expected
};

struct Report {
  std::uint64_t records = 0;  ///< of both tables when linking
  std::uint64_t pairs_compared = 0;
  std::uint64_t refined_blocks = 0;
  std::uint64_t clusters = 0;  ///< with at least two members (links: pairs reported)
  std::uint64_t duplicates =
      0;  ///< rows beyond the first of their cluster (links: left rows linked)
  double duplicates_per_record = 0;  ///< the prior that fitted the data
  /// Whether the rows of the (left) table that surely have a partner nearly always have one only
  /// (at most one in twenty has more). Then the other pairs of two rows count too: rows that are
  /// taken are less likely to be partners, and rows that are left are likelier.
  /// Explanation::partners tells by how much. Not where the model itself fixes the prior.
  bool left_has_one = false;
  bool right_has_one = false;  ///< the same of the right table when linking, else as left_has_one
  TrainingReport training;
  std::vector<BlockingSummary> blocking;
  std::vector<PhaseSeconds> seconds;
  std::vector<std::string> warnings;

  [[nodiscard]] std::string to_json() const;
};

namespace detail {
struct MatchState;
}

/// What deduplicate() found. A cheap copy; immutable; every function may be called from any thread.
class Deduplication {
 public:
  /// What each column was taken for.
  [[nodiscard]] const Fields& fields() const;
  /// Columns id, cluster: a row for every input row in input order; cluster is the id of the member
  /// with the least value in the column of kind `created` when there is one (blank last), else the
  /// least id (numbers by value, text by bytes).
  [[nodiscard]] const Table& clusters() const;
  /// Columns left, right, weight, probability: the compared pairs at or above the threshold, left
  /// before right in input order, sorted by both.
  [[nodiscard]] const Table& pairs() const;
  [[nodiscard]] const Model& model() const;
  [[nodiscard]] const Report& report() const;

  /// Why two rows are or are not one, whether or not they were compared: the evidence, the blocking
  /// keys, and what became of the pair. NOT_FOUND "unknown_row", "unknown_id". explain() takes ids
  /// as the id column has them (row numbers without one). O(fields) for a pair that was compared,
  /// O(pairs) for one that has a rival, else O(rows) for each key that both have.
  [[nodiscard]] Result<Explanation> explain_rows(std::size_t a, std::size_t b) const;
  [[nodiscard]] Result<Explanation> explain(const ValueView& a, const ValueView& b) const;
  /// How the cluster that `id` is in came about and holds together: the joins in their order, each
  /// member's strongest link, moves. O(rows + members²), at most 200 members are read.
  [[nodiscard]] Result<ClusterExplanation> explain_cluster(const ValueView& id) const;
  /// Which share of known matches blocking brought up: of the rows of `matches`, a table with
  /// columns left and right (ids), those that is_match says true of where there is such a column
  /// (as train() reads it). A pair that comes twice, or the other way round, counts once. Pairs
  /// that were compared and then found too weak count as brought up; what a sample left out does
  /// not. NOT_FOUND "unknown_column", "unknown_id" (the first ten); INVALID_ARGUMENT "wrong_type",
  /// "no_pairs". O(pairs + rows) for each key.
  [[nodiscard]] Result<Completeness> completeness(const Table& matches) const;

 private:
  friend Result<Deduplication> deduplicate(const Table& table, const Options& options);
  explicit Deduplication(std::shared_ptr<const detail::MatchState> state)
      : state_(std::move(state)) {}
  std::shared_ptr<const detail::MatchState> state_;
};

/// Finds duplicates in a table: clusters by average link, strongest pairs first; then a record of a
/// cluster of more than 20 that fits another cluster better moves there. No cluster
/// breaks not_duplicates, source_column or most_members. Errors: NOT_FOUND "unknown_column";
/// INVALID_ARGUMENT "repeated_id" (ids must be unique and not blank: "blank_id"),
/// "probability_range"; LIMIT_EXCEEDED "too_many_rows" above 2^32 - 2, "memory_limit"; CANCELLED
/// "cancelled"; those of a HostNormaliser. Of given blocking keys, with pointers such as
/// "/blocking/0/1": NOT_FOUND "unknown_column"; INVALID_ARGUMENT "empty_key", "not_compared" (the
/// column), "unknown_part" (after the colon); LIMIT_EXCEEDED "too_many_keys",
/// "too_many_alternatives".
/// Columns of unknown meaning are left out with a warning. Expected O(n log n). Memory: about 600
/// bytes a row with seven fields.
[[nodiscard]] Result<Deduplication> deduplicate(const Table& table, const Options& options = {});

/// What link() found; as Deduplication.
class Linkage {
 public:
  [[nodiscard]] const Fields& fields() const;
  [[nodiscard]] const Fields& right_fields() const;
  /// Columns left, right, weight, probability: pairs at or above the threshold in input order.
  [[nodiscard]] const Table& pairs() const;
  [[nodiscard]] const Model& model() const;
  [[nodiscard]] const Report& report() const;
  [[nodiscard]] Result<Explanation> explain_rows(std::size_t left, std::size_t right) const;
  [[nodiscard]] Result<Explanation> explain(const ValueView& left, const ValueView& right) const;
  /// As Deduplication::completeness(); left and right are ids of their tables.
  [[nodiscard]] Result<Completeness> completeness(const Table& matches) const;

 private:
  friend Result<Linkage> link(const Table& left, const Table& right, const LinkOptions& options);
  explicit Linkage(std::shared_ptr<const detail::MatchState> state) : state_(std::move(state)) {}
  std::shared_ptr<const detail::MatchState> state_;
};

/// Finds rows of `right` that are rows of `left`. Errors as deduplicate().
[[nodiscard]] Result<Linkage> link(const Table& left, const Table& right,
                                   const LinkOptions& options = {});

/// The one comparison on two records alone, with built-in frequencies and the model's population:
/// field i of `fields` is read as number i of the rows.
[[nodiscard]] Explanation compare(const Model& model, const Fields& fields, const RowView& a,
                                  const RowView& b);

}  // namespace galena::match
