// Blocking keys: which records are worth comparing.
//
// An atom is one aspect of one feature ("sound of the family name", "postal code", "rarest word of
// the company"). A key is one or more atoms; records that agree on a key are candidates. A recipe
// is a key with the atoms that refine it where too many records agree.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/hash.hpp"
#include "match/records.hpp"

namespace galena::match {

enum class AtomKind : std::uint8_t {
  value,        ///< the whole value
  formal_name,  ///< the formal name that the first word may stand for
  initial,      ///< first letter
  sound,        ///< pronunciation of the name
  last_sound,   ///< pronunciation of a full name's last word
  both_sounds,  ///< of a full name's first and last word, in any order
  rarest_word,
  second_word,  ///< second rarest
  two_words,    ///< the two rarest words
  beginning,    ///< first five letters without spaces, see beginning_of()
  tail,         ///< last seven digits
  mailbox,      ///< e-mail: the local part
  year_month,
  year,
  month_day,
  house,  ///< house number and the street's rarest word
  third_word,
  fourth_word,
  two_letters,  ///< first two letters, of a full name those of its last word
};

struct Atom {
  std::uint16_t feature = 0;
  AtomKind kind = AtomKind::value;
  std::uint8_t slot = 0;

  friend bool operator==(const Atom&, const Atom&) = default;
};

/// The 32 bits of an atom's hash that keys are made of; 0 stays what it is.
constexpr std::uint32_t short_atom(std::uint64_t atom) {
  const auto folded = static_cast<std::uint32_t>(atom ^ atom >> 32);
  return atom != 0 && folded == 0 ? 1 : folded;
}

/// Of which the highest bits are even, however atoms are (Knuth 6.4, multiplicative hashing).
constexpr std::uint32_t spread(std::uint32_t atom) { return atom * 0x9e3779b1U; }

/// The range of hashes that a key is in; `ranges` is a power of two.
constexpr std::size_t range_of_key(std::uint64_t key, std::size_t ranges) {
  return static_cast<std::size_t>((key >> 32) * ranges >> 32);
}

/// Which words of a value count as its rarest: by frequency in the store, or, where keys must not
/// change with the data (a live index), by length, everyday words last.
enum class WordOrder : std::uint8_t { by_rarity, by_length };

/// How words are ranked, with the rarities to go by where they are not the store's own.
struct WordRank {
  WordRank(WordOrder by) : order(by) {}
  WordRank(WordOrder by, const std::vector<Weight>* by_token) : order(by), rarities(by_token) {}
  WordOrder order;
  const std::vector<Weight>* rarities = nullptr;  ///< by token; null: the store's
};

/// Words of a value that atoms are made of: its rarest ones.
inline constexpr std::size_t kRankedWords = 4;

/// The atoms of one value, which is not blank: what several of them need is read once.
class ValueAtoms {
 public:
  ValueAtoms(Comparison comparison, const ValueStore& store, ValueId id, WordRank rank)
      : comparison_(comparison), store_(store), value_(store[id]), rank_(rank) {}
  /// The atom's hash; 0 when the value does not have it.
  std::uint64_t of(AtomKind kind);

 private:
  std::uint64_t rare_word(std::size_t place);
  std::uint64_t two_words();
  std::uint64_t house();

  Comparison comparison_;
  const ValueStore& store_;
  const StoredValue& value_;
  WordRank rank_;
  bool words_known_ = false;
  std::array<std::uint64_t, kRankedWords> words_;  ///< hashes of the rarest
};

/// The atom's hash for a value; 0 when the value does not have it.
std::uint64_t atom_of_value(AtomKind kind, Comparison comparison, const ValueStore& store,
                            ValueId id, WordRank rank);
/// What that hash is of, to be read by people; empty when the value does not have the atom.
std::string atom_text(AtomKind kind, Comparison comparison, const ValueStore& store, ValueId id,
                      WordRank rank);
/// "family name", "rarest word of company": what an atom is of the feature with that name.
std::string atom_name(AtomKind kind, std::string_view feature);

/// The rarest words of a value that keys are made of, the rarest first.
std::vector<TokenId> rarest_words(const ValueStore& store, const StoredValue& value, WordRank rank);

struct Recipe {
  std::string name;                        ///< "last_name sound + city"
  std::vector<std::vector<Atom>> entries;  ///< alternatives; a record has a key for each
  bool any_order = false;  ///< the atoms of an entry may come in any order (swapped names)
  /// Two records that both have a given and a family name are left to the recipes with names: these
  /// come after them.
  bool unnamed_only = false;
};

/// Whether an atom depends on how rare words are.
bool reads_words(AtomKind kind);
/// How every token of a store ranks now: by rarity, those of one value alone last.
std::vector<Weight> token_rarities(const ValueStore& store);

/// What blocking went by when it cut large blocks, to tell later which block a record was in.
struct BlockingBasis {
  struct Refining {
    Atom atom;
    double chance = 1;  ///< that two records agree on it
    double blank = 0;   ///< share of records without it
  };
  std::size_t limit = 0;   ///< records of a block that is compared whole
  std::size_t window = 0;  ///< neighbours that are compared where nothing parts a block
  std::size_t split = 0;   ///< first record of the right table; 0: there is one table
  std::vector<Refining> refining;
  std::vector<Recipe> recipes;    ///< what keys were made by, in their order
  std::size_t ranges = 1;         ///< of hashes that the keys of a recipe are divided into
  std::vector<std::size_t> done;  ///< by recipe: ranges that were compared, the others were left
  /// By feature and token: how each word ranked; empty where words make no keys.
  std::vector<std::vector<Weight>> rarities;
};

/// The refining atom for a block of `size` records, of which `used` (bits) are refined by: the
/// least selective that brings it under the limit, else the most selective; -1: none parts it.
int choose_refining(const BlockingBasis& basis, std::size_t size, std::uint64_t used);

/// The refining atoms (by bits) that the keys of a recipe are made of already.
std::uint64_t refined_by(const BlockingBasis& basis, const Recipe& recipe);

/// The recipes for `records` records of this layout: more for a short list, where there is time.
inline constexpr std::size_t kLongList = ~std::size_t{0};
/// Up to so many records are compared more widely.
inline constexpr std::size_t kShortList = 30000;
std::vector<Recipe> recipes_for(const Layout& layout, std::size_t records = kLongList);

/// The atoms that may refine a block, for this layout.
std::vector<Atom> refining_atoms(const Layout& layout);

/// The atoms that say whether a record has a given and a family name; empty when no record can.
std::vector<Atom> naming_atoms(const Layout& layout);

/// The hash of an entry without atoms, and with one atom more, where atoms come in their order.
inline std::uint64_t first_hash(std::size_t recipe_number) { return recipe_number + 1; }
inline std::uint64_t next_hash(std::uint64_t hash, std::uint64_t atom) {
  return hash_pair(hash, atom);
}

/// A key: its range, and below that the hash of its atoms. The range is told by the sum of a byte
/// of each atom, so that where few ranges are wanted most keys need not be made. Those without
/// atoms are in the middle, out of a sample's way. The one key in 2^64 that is 0 by accident is
/// none.
inline constexpr std::size_t kKeyRanges = 64;  ///< that can be told apart at most
inline constexpr std::uint8_t kNoBytes = 0x80;
constexpr std::uint8_t range_byte(std::uint32_t atom) {
  return static_cast<std::uint8_t>(spread(atom) >> 24);
}
constexpr std::uint64_t key_from(std::uint64_t hash, std::uint8_t bytes) {
  constexpr std::uint64_t kPerRange = ~std::uint64_t{0} / kKeyRanges + 1;
  return hash / kKeyRanges | bytes / (256 / kKeyRanges) * kPerRange;
}

/// The key of an entry from its atoms' hashes; 0 when one is missing.
inline std::uint64_t key_of(const Recipe& recipe, std::size_t recipe_number,
                            std::span<const std::uint64_t> atoms) {
  std::uint64_t hash = first_hash(recipe_number);
  std::uint8_t bytes = kNoBytes;
  std::uint64_t low = ~std::uint64_t{0};
  std::uint64_t high = 0;
  for (const std::uint64_t atom : atoms) {
    if (atom == 0) return 0;
    if (!recipe.any_order) hash = next_hash(hash, atom);
    bytes += range_byte(static_cast<std::uint32_t>(atom));
    low = std::min(low, atom);
    high = std::max(high, atom);
  }
  if (recipe.any_order) hash = next_hash(next_hash(hash, low), high);
  return key_from(hash, bytes);
}

/// Calls use(key, entry) for each key that a record has by a recipe, one that two entries have
/// once; hash(atom) is that of the record's atom.
template <class Hash, class Use>
void for_each_key(const Recipe& recipe, std::size_t recipe_number, Hash hash, Use use) {
  std::vector<std::uint64_t> atoms;
  std::vector<std::uint64_t> keys;
  for (const std::vector<Atom>& entry : recipe.entries) {
    atoms.clear();
    for (const Atom& atom : entry) atoms.push_back(hash(atom));
    const std::uint64_t key = key_of(recipe, recipe_number, atoms);
    if (key == 0 || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    if (recipe.entries.size() > 1) keys.push_back(key);
    use(key, entry);
  }
}

}  // namespace galena::match
