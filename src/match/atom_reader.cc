#include "match/atom_reader.hpp"

#include <algorithm>

namespace galena::match {

WordRank AtomReader::rank_for(const Atom& atom) const {
  const bool kept = atom.feature < basis_.rarities.size() && reads_words(atom.kind);
  return {WordOrder::by_rarity, kept ? &basis_.rarities[atom.feature] : nullptr};
}

std::uint32_t AtomReader::hash_of(const Atom& atom, std::size_t record) const {
  return short_atom(atom_of_value(atom.kind, records_.layout().features[atom.feature].comparison,
                                  records_.store(atom.feature), value_of(atom, record),
                                  rank_for(atom)));
}

std::uint32_t AtomReader::hash_of_many(const Atom& atom, std::size_t record) const {
  const ValueId id = value_of(atom, record);
  if (id == kBlank) return 0;
  std::uint64_t& known = known_hashes(atom)[id];
  if (known == kUnknown) known = hash_of(atom, record);
  return static_cast<std::uint32_t>(known);
}

std::vector<std::uint64_t>& AtomReader::known_hashes(const Atom& atom) const {
  for (auto& [known, hashes] : known_) {
    if (known == atom) return hashes;
  }
  known_.emplace_back(atom,
                      std::vector<std::uint64_t>(records_.store(atom.feature).size(), kUnknown));
  return known_.back().second;
}

std::string AtomReader::text_of(const Atom& atom, std::size_t record) const {
  return atom_text(atom.kind, records_.layout().features[atom.feature].comparison,
                   records_.store(atom.feature), value_of(atom, record), rank_for(atom));
}

bool AtomReader::named(std::size_t record) const {
  return !naming_.empty() && std::all_of(naming_.begin(), naming_.end(), [&](const Atom& atom) {
    return hash_of(atom, record) != 0;
  });
}

namespace {

std::size_t place_of(std::span<const std::uint32_t> members, std::uint32_t record) {
  return static_cast<std::size_t>(std::lower_bound(members.begin(), members.end(), record) -
                                  members.begin());
}

}  // namespace

bool compared_in_window(const BlockingBasis& basis, std::span<const std::uint32_t> members,
                        std::uint32_t a, std::uint32_t b) {
  const std::size_t first = place_of(members, std::min(a, b));
  const std::size_t second = place_of(members, std::max(a, b));
  if (basis.split == 0) return second - first <= basis.window;
  // Each of the left table is compared with so many of the right one, beginning where it would be
  // among them, round and round.
  const std::size_t middle = place_of(members, static_cast<std::uint32_t>(basis.split));
  const std::size_t right = members.size() - middle;
  const std::size_t from = first * right / middle;
  const std::size_t reach = std::min(right, 2 * basis.window);
  return (second - middle + right - from) % right < reach;
}

}  // namespace galena::match
