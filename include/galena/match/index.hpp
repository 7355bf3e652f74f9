// Index: the live form of duplicate detection: records come and go, and one is looked up while it
// is being typed or just before it is saved.
//
//   Index index(Model::preset(Preset::lead), {{"first_name", Kind::first_name}, {"email",
//   Kind::email}}); index.add("L-1", row);                       // field i of the list is number i
//   of the row for (const Match& match : *index.find(draft_row, 5)) show(match.id,
//   match.probability);
//
// Errors: add, update and remove change nothing when they fail, also when memory runs out
// (std::bad_alloc). Every call that takes a row or a table has those of a HostNormaliser too, where
// the index has one.
//
// Thread rule: one writer (add, update, remove, open) and any number of readers (everything const)
// at once; readers wait only while a writer changes the index.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/base/value.hpp"
#include "galena/match/deduplicate.hpp"
#include "galena/match/explanation.hpp"
#include "galena/match/fields.hpp"
#include "galena/match/model.hpp"
#include "galena/record/row_view.hpp"
#include "galena/record/table.hpp"

namespace galena::match {

/// A record of the index that may be the one asked for.
struct Match {
  Value id;
  double probability = 0;
  double weight = 0;  ///< bits, the prior included
};

class Index {
 public:
  /// An empty index of records with these fields: fields[i] is read as number i of every row.
  /// `normaliser`: the host's own; what it refers to must live as long as the index.
  Index(Model model, Fields fields, HostNormaliser normaliser = {});
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  [[nodiscard]] const Model& model() const;
  [[nodiscard]] const Fields& fields() const;
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] bool contains(const ValueView& id) const;

  /// Adds a record. ALREADY_EXISTS "repeated_id"; INVALID_ARGUMENT "blank_id" (blank, or neither an
  /// integer nor text). Values are copied. About 10 microseconds.
  Result<void> add(const ValueView& id, const RowView& row);
  /// Replaces a record's values; NOT_FOUND "unknown_id".
  Result<void> update(const ValueView& id, const RowView& row);
  /// NOT_FOUND "unknown_id". The record's values are gone from the index and from its frequencies.
  Result<void> remove(const ValueView& id);
  /// Adds all rows of a table by its columns of the fields' names; without `id_column` row numbers
  /// are ids. All or nothing for what can be known before (unknown columns, blank and repeated
  /// ids); CANCELLED leaves the rows added so far, and so does running out of memory.
  /// `progress` is called every 4096 rows without the index's lock: it may use the index, and other
  /// threads read it meanwhile with the rows added so far. Without `progress` readers see all rows
  /// or none. A row whose id the function itself has added meanwhile ends the run with
  /// "repeated_id".
  Result<void> add_all(const Table& table, std::string_view id_column = {},
                       const Progress& progress = {});

  /// The records most probably the same as `row`, best first, ties by id; at most `limit`, each
  /// with a probability of at least `min_probability` (0 to 1). Records that share no blocking key
  /// with the row are not found. INVALID_ARGUMENT "probability_range". O(candidates), typically
  /// tens of microseconds at a million records.
  [[nodiscard]] Result<std::vector<Match>> find(const RowView& row, std::size_t limit = 10,
                                                double min_probability = 0.5) const;

  /// The cluster that a record is in, as deduplicate() clusters, over the records near it: its
  /// members, least id first (numbers by value, text by bytes); the first names the cluster.
  /// NOT_FOUND "unknown_id". At most 200 records near it are read.
  [[nodiscard]] Result<std::vector<Value>> cluster(const ValueView& id) const;

  /// Why a row and a record, or two records, are or are not one. NOT_FOUND "unknown_id".
  [[nodiscard]] Result<Explanation> explain(const RowView& row, const ValueView& id) const;
  [[nodiscard]] Result<Explanation> explain(const ValueView& a, const ValueView& b) const;

  /// Writes the index to one file (model, fields, ids and values), replacing it as a whole: the old
  /// file stays until the new one is complete and on the disk. Several calls at once, also to one
  /// path and from several processes, are safe: the last one to end stays. Readers and writers of
  /// the index wait only while its bytes are copied (to_bytes()), not for the disk; the copy takes
  /// as much memory as the file. IO "not_writable" leaves the old file and nothing beside it.
  Result<void> save(const std::string& path) const;
  /// Reads what save() wrote. IO "not_readable"; CORRUPT "bad_index" for a file that is not one, is
  /// cut short or was changed; UNSUPPORTED "unsupported_version". O(records) at the cost of add().
  /// An index that was made with a normaliser of the host keeps what that made of its records and
  /// is opened with the same one, any other with none: INVALID_ARGUMENT "wrong_normaliser".
  [[nodiscard]] static Result<Index> open(const std::string& path, HostNormaliser normaliser = {});

  /// The bytes that save() writes, for a host that stores them itself. O(records).
  [[nodiscard]] std::string to_bytes() const;
  /// Reads such bytes; errors as open(), naming `name`.
  [[nodiscard]] static Result<Index> from_bytes(std::string_view bytes,
                                                const std::string& name = "bytes",
                                                HostNormaliser normaliser = {});

 private:
  struct Impl;
  class QueryRow;
  std::unique_ptr<Impl> impl_;
};

}  // namespace galena::match
