// Blocking keys: which records are worth comparing.
//
// An atom is one aspect of one feature ("sound of the family name", "postal code", "rarest word of
// the company"). A key is one or more atoms; records that agree on a key are candidates. A recipe
// is a key with the atoms that refine it where too many records agree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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
  beginning,    ///< first five characters without spaces
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

/// Which words of a value count as its rarest: by frequency in the store, or, where keys must not
/// change with the data (a live index), by length, everyday words last.
enum class WordOrder : std::uint8_t { by_rarity, by_length };

/// The atom's hash for a value; 0 when the value does not have it.
std::uint64_t atom_of_value(AtomKind kind, Comparison comparison, const ValueStore& store,
                            ValueId id, WordOrder order);

struct Recipe {
  std::string name;                        ///< "last_name sound + city"
  std::vector<std::vector<Atom>> entries;  ///< alternatives; a record has a key for each
  bool any_order = false;  ///< the atoms of an entry may come in any order (swapped names)
  /// Two records that both have a given and a family name are left to the recipes with names: these
  /// come after them.
  bool unnamed_only = false;
};

/// The recipes for `records` records of this layout: more for a short list, where there is time.
inline constexpr std::size_t kLongList = ~std::size_t{0};
std::vector<Recipe> recipes_for(const Layout& layout, std::size_t records = kLongList);

/// The atoms that may refine a block, for this layout.
std::vector<Atom> refining_atoms(const Layout& layout);

/// The atoms that say whether a record has a given and a family name; empty when no record can.
std::vector<Atom> naming_atoms(const Layout& layout);

/// The key of an entry from its atoms' hashes; 0 when one is missing.
std::uint64_t key_of(const Recipe& recipe, std::size_t recipe_number,
                     const std::vector<std::uint64_t>& atoms);

}  // namespace galena::match
