// Features: what is compared of a record. A feature is made of one or more columns (the street of
// its line, house number and unit), has its own normal form and its own comparison levels.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "galena/match/model.hpp"
#include "galena/match/normalise.hpp"
#include "match/value_store.hpp"

namespace galena::match {

/// The texts that a feature is made of, in the order of its columns.
using RawParts = std::span<const std::string_view>;

/// The comparison of features that hold a column as it is given, for conditions on columns
/// (column_rules.hpp); they stand behind all others and have no levels.
inline constexpr auto kRawText = static_cast<Comparison>(kComparisonCount);

/// The comparison of features whose texts a host's normaliser has read (host_forms.hpp), for the
/// encoder alone: their values are compared as those of `comparison`.
constexpr Comparison host_form_of(Comparison comparison) {
  return static_cast<Comparison>(static_cast<std::uint8_t>(comparison) | 0x80U);
}

/// Writes the normal form of `raw` to `out` (empty text: blank).
void encode(Comparison comparison, RawParts raw, DateOrder order, Encoded& out);
/// The same in two steps, of which a value that is known needs the first alone: the text, with its
/// words and what the text does not tell; then what follows from the text.
void encode_text(Comparison comparison, RawParts raw, DateOrder order, Encoded& out);
void encode_details(Comparison comparison, Encoded& out);

/// Takes the words of out.text from `begin` up to `end`, parted by spaces, for its tokens.
void split_spaces(std::size_t begin, std::size_t end, Encoded& out);

/// The built-in frequency rule of a feature; `alone`: nothing else is compared.
FrequencyRule frequency_rule(Comparison comparison, bool alone = false);

/// How two values agree: the level, 1 for the strongest, and for levels with term frequency how
/// rare the thing is that they agree on.
struct Agreement {
  std::uint8_t level = 0;
  Weight rarity = 0;
};

/// Compares two different values, each of its store (the same one, or that of a query and that of
/// an index); neither is blank. Equal values never come here.
Agreement compare_values(Comparison comparison, const ValueStore& store_a, ValueId a,
                         const ValueStore& store_b, ValueId b);

/// The last level of a comparison: nothing agrees.
std::uint8_t different_level(Comparison comparison);

// Flags of stored values.
inline constexpr std::uint8_t kAscii = 1;        ///< the text is plain ASCII
inline constexpr std::uint8_t kRoleMailbox = 2;  ///< e-mail: a desk, not a person
inline constexpr std::uint8_t kFreeMail = 4;     ///< e-mail: anybody gets a mailbox there
inline constexpr std::uint8_t kShortYear = 2;    ///< date: two-digit year

}  // namespace galena::match
