// AtomReader: the atoms of records after blocking, as blocking had them, to tell which keys a
// record had and which pairs a block brought up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "match/blocking_key.hpp"

namespace galena::match {

/// Not to be used by several threads at a time: hashes are remembered.
class AtomReader {
 public:
  /// Both are to last as long as this.
  AtomReader(const EncodedRecords& records, const BlockingBasis& basis)
      : records_(records), basis_(basis), naming_(naming_atoms(records.layout())) {}

  /// The atom's hash of a record as keys have it; 0: there is none.
  [[nodiscard]] std::uint32_t hash_of(const Atom& atom, std::size_t record) const;
  /// The same for one record of many: hashes are kept by value.
  [[nodiscard]] std::uint32_t hash_of_many(const Atom& atom, std::size_t record) const;
  /// What it is of, to be read by people.
  [[nodiscard]] std::string text_of(const Atom& atom, std::size_t record) const;
  /// Whether it has a given and a family name; false where none can.
  [[nodiscard]] bool named(std::size_t record) const;

 private:
  [[nodiscard]] ValueId value_of(const Atom& atom, std::size_t record) const {
    return records_[record][records_.layout().features[atom.feature].first_slot + atom.slot];
  }
  [[nodiscard]] WordRank rank_for(const Atom& atom) const;
  [[nodiscard]] std::vector<std::uint64_t>& known_hashes(const Atom& atom) const;

  static constexpr std::uint64_t kUnknown = ~std::uint64_t{0};
  const EncodedRecords& records_;
  const BlockingBasis& basis_;
  std::vector<Atom> naming_;
  /// By value: the atom's hash where it was asked for before.
  mutable std::vector<std::pair<Atom, std::vector<std::uint64_t>>> known_;
};

/// Whether two members (ascending record numbers) of a block that nothing parts are compared: those
/// within a window of neighbours are, as PairSearch goes through them. O(log members).
bool compared_in_window(const BlockingBasis& basis, std::span<const std::uint32_t> members,
                        std::uint32_t a, std::uint32_t b);

}  // namespace galena::match
