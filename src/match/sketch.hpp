// Sketches: 64 bits of a value that tell, without reading it, that two values certainly differ.
//
// Most candidates are no pair at all. Their sketches lie side by side for each record, so that they
// are turned away without touching the texts. A sketch never turns away values that
// compare_values() would give another level than "different".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/feature.hpp"

namespace galena::match {

/// How the sketches of a comparison are read.
enum class SketchTest : std::uint8_t {
  equal_only,  ///< different values are different
  name,        ///< NameSketch
  place,       ///< PlaceSketch
  mailbox,     ///< MailboxSketch
  postcode,    ///< the first characters themselves
  lanes,       ///< four parts of the value; one of them must be the same
  words,       ///< company_sketch()
  day,         ///< year, month, day
  none,        ///< nothing can be told
};
SketchTest sketch_test(Comparison comparison);

/// The sketch of a stored value, not blank.
std::uint64_t sketch_of(Comparison comparison, const ValueStore& store, ValueId id);

/// Bits that are set, without the processor's instruction, which not every x86-64 has.
constexpr int count_bits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<int>(bits * 0x0101010101010101U >> 56);
}

/// Characters apart beyond which two names, or two places, are different.
inline constexpr int kNamesApart = 7;
inline constexpr int kPlacesApart = 8;
/// Beyond which two addresses are more than two edits apart.
inline constexpr int kAddressesApart = 4;
/// Beyond which a given name is not a misspelt family name.
inline constexpr int kSwappedApart = 4;
/// Mailboxes with a slip begin or end with the same characters, this many (or all they have).
inline constexpr std::size_t kMailboxEnds = 3;

/// A name's sketch: 26 bits of letters, whether it needs a look itself, its length (5 bits), first
/// letter (5), sound (8) and the formal names that it may stand for (16).
struct NameSketch {
  static constexpr std::uint64_t kLetters = (std::uint64_t{1} << 26) - 1;
  /// Names of several words, of one letter, very long or with other characters than letters.
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 26;
  static constexpr int kLength = 27;
  static constexpr int kFirst = 32;
  static constexpr int kSound = 37;
  static constexpr int kFormal = 48;
};

/// False when Jaro-Winkler similarity is below 0.7, or below 0.82 for names of other first letters:
/// letters that the other name has not are no common ones.
constexpr bool names_may_be_similar(std::uint64_t a, std::uint64_t b) {
  const auto field = [](std::uint64_t sketch, int at, std::uint64_t mask) {
    return static_cast<int>(sketch >> at & mask);
  };
  const int length_a = field(a, NameSketch::kLength, 31);
  const int length_b = field(b, NameSketch::kLength, 31);
  const int only_a = count_bits(a & ~b & NameSketch::kLetters);
  const int only_b = count_bits(b & ~a & NameSketch::kLetters);
  if (only_a + only_b <= 2) return true;  // one edit, perhaps
  if (only_a + only_b > kNamesApart) return false;
  const int common = length_a - only_a < length_b - only_b ? length_a - only_a : length_b - only_b;
  const bool low =
      field(a ^ b, NameSketch::kFirst, 31) == 0 || field(a ^ b, NameSketch::kSound, 255) == 0;
  // Jaro similarity J <= (common / length_a + common / length_b + 1) / 3; a common beginning adds
  // at most 0.4 (1 - J), so 0.82 needs J >= 0.7.
  const int least = low ? 110 : 146;  // 100 (3 J - 1)
  return 100 * common * (length_a + length_b) >= least * length_a * length_b;
}

constexpr bool names_may_agree(std::uint64_t a, std::uint64_t b) {
  return ((a | b) & NameSketch::kSpecial) != 0 || (a & b) >> NameSketch::kFormal != 0 ||
         names_may_be_similar(a, b);
}

/// A place's sketch: classes of characters (32 bits), length (6), first character (8), whether it
/// needs a look itself: very long, or with other characters than ASCII.
struct PlaceSketch {
  static constexpr int kLength = 32;
  static constexpr int kFirst = 38;
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 63;
};

/// False when Jaro-Winkler similarity is below 0.88: as names_may_be_similar(), without sounds.
constexpr bool places_may_agree(std::uint64_t a, std::uint64_t b) {
  if (((a | b) & PlaceSketch::kSpecial) != 0) return true;
  const auto only = [](std::uint64_t x, std::uint64_t y) {
    return count_bits(x & ~y & 0xFFFFFFFFU);
  };
  const int length_a = static_cast<int>(a >> PlaceSketch::kLength & 63);
  const int length_b = static_cast<int>(b >> PlaceSketch::kLength & 63);
  const int only_a = only(a, b);
  const int only_b = only(b, a);
  if (only_a + only_b > kPlacesApart) return false;
  const int common = length_a - only_a < length_b - only_b ? length_a - only_a : length_b - only_b;
  const int least = ((a ^ b) >> PlaceSketch::kFirst & 0xFF) == 0 ? 140 : 164;  // J 0.8, 0.88
  return 100 * common * (length_a + length_b) >= least * length_a * length_b;
}

/// An address's sketch, from the lowest bit: hashes of the mailbox and of the domain that tells an
/// employer (12 bits each), of the mailbox's first and last characters (8 each), the address's
/// length (4, modulo 16), classes of characters (19), whether it needs a look itself.
struct MailboxSketch {
  static constexpr int kDomain = 12;
  static constexpr int kBegin = 24;
  static constexpr int kEnd = 32;
  static constexpr int kLength = 40;
  static constexpr int kCharacters = 44;
  static constexpr int kClasses = 19;
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 63;
};

/// False when neither mailbox nor domain is one, and the addresses are more than two edits apart.
constexpr bool mailboxes_may_agree(std::uint64_t a, std::uint64_t b) {
  if (((a | b) & MailboxSketch::kSpecial) != 0) return true;
  const std::uint64_t apart = a ^ b;
  if ((apart & 0xFFF) == 0 || (apart >> MailboxSketch::kDomain & 0xFFF) == 0) return true;
  if ((apart >> MailboxSketch::kBegin & 0xFF) != 0 && (apart >> MailboxSketch::kEnd & 0xFF) != 0)
    return false;
  const auto longer = ((a >> MailboxSketch::kLength) - (b >> MailboxSketch::kLength)) & 15;
  if (longer > 2 && longer < 14) return false;
  return count_bits(apart >> MailboxSketch::kCharacters) <= kAddressesApart;
}

/// A postcode's sketch: its first seven characters, and above them its length; kSpecial there when
/// it has other characters than ASCII.
struct PostcodeSketch {
  static constexpr int kCharacters = 7;
  static constexpr std::uint64_t kSpecial = 255;
};

/// False when the codes do not begin alike and are more than one edit apart.
constexpr bool postcodes_may_agree(std::uint64_t a, std::uint64_t b) {
  constexpr int kLength = 8 * PostcodeSketch::kCharacters;
  const std::uint64_t length_a = a >> kLength;
  const std::uint64_t length_b = b >> kLength;
  if (length_a == PostcodeSketch::kSpecial || length_b == PostcodeSketch::kSpecial) return true;
  const std::uint64_t apart = a ^ b;
  const bool is_short = length_a < 4 || length_b < 4;
  if ((apart & (is_short ? 0xFFFFU : 0xFFFFFFU)) == 0) return true;
  if (length_a != length_b) return length_a - length_b + 1 <= 2;
  int others = 0;  // an edit changes one character, or swaps two
  for (int at = 0; at < kLength; at += 8) others += (apart >> at & 0xFF) != 0 ? 1 : 0;
  return others <= 2;
}

/// Whether what stands as a given name may be the family name of another record.
constexpr bool may_be_swapped(std::uint64_t given, std::uint64_t family) {
  return ((given | family) & NameSketch::kSpecial) != 0 ||
         count_bits((given ^ family) & NameSketch::kLetters) <= kSwappedApart;
}

constexpr bool same_lane(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t apart = a ^ b;
  return ((apart - 0x0001000100010001U) & ~apart & 0x8000800080008000U) != 0;
}

/// The sketch of a company's name: the beginnings and the ends of its words (but for words that
/// many companies have), and the word or the initials, so that acronyms are found. Companies with
/// nothing of it in common are different: a slip leaves one end of a word as it was.
std::uint64_t company_sketch(const std::vector<std::string_view>& words,
                             const std::vector<double>& frequencies);

constexpr bool companies_may_agree(std::uint64_t a, std::uint64_t b) { return (a & b) != 0; }

constexpr bool days_may_agree(std::uint64_t a, std::uint64_t b) {
  const auto year_a = static_cast<std::int64_t>(a >> 32);
  const auto year_b = static_cast<std::int64_t>(b >> 32);
  const bool short_year = ((a | b) & 0x8000) != 0;
  const std::int64_t years = year_a < year_b ? year_b - year_a : year_a - year_b;
  if (short_year || years <= 1) return true;
  const std::uint64_t apart = a ^ b;
  return (apart & 0xFF) == 0 || (apart & 0x7F00) == 0;
}

/// False when two different values certainly are "different".
inline bool may_agree(SketchTest test, std::uint64_t a, std::uint64_t b) {
  switch (test) {
    case SketchTest::equal_only:
      return false;
    case SketchTest::name:
      return names_may_agree(a, b);
    case SketchTest::place:
      return places_may_agree(a, b);
    case SketchTest::mailbox:
      return mailboxes_may_agree(a, b);
    case SketchTest::postcode:
      return postcodes_may_agree(a, b);
    case SketchTest::lanes:
      return same_lane(a, b);
    case SketchTest::words:
      return companies_may_agree(a, b);
    case SketchTest::day:
      return days_may_agree(a, b);
    case SketchTest::none:
      return true;
  }
  return true;
}

}  // namespace galena::match
