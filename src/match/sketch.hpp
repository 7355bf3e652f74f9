// Sketches: 64 bits of a value that tell, without reading it, that two values certainly differ.
//
// Most candidates are no pair at all. Their sketches lie side by side for each record, so that they
// are turned away without touching the texts. A sketch never turns away values that
// compare_values() would give another level than "different".
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/feature.hpp"

namespace galena::match {

/// How the sketches of a comparison are read.
enum class SketchTest : std::uint8_t {
  equal_only,  ///< different values are different
  given_name,  ///< NameSketch
  last_name,   ///< NameSketch
  place,       ///< PlaceSketch
  mailbox,     ///< MailboxSketch
  postcode,    ///< the first characters themselves
  number,      ///< NumberSketch
  words,       ///< company_sketch()
  day,         ///< year, month, day
  none,        ///< nothing can be told
};
SketchTest sketch_test(Comparison comparison);

/// The sketch of a stored value, not blank.
std::uint64_t sketch_of(Comparison comparison, const ValueStore& store, ValueId id);

/// What two different values may have in common, by their sketches. What a step means depends on
/// the comparison, see possible_levels().
enum class Likeness : std::uint8_t {
  different,  ///< certainly nothing
  weak,       ///< a weak level at most
  slip,       ///< also what one or two wrong letters leave
  any,        ///< any level
  special,    ///< any level; what they agree on may be rarer than the values
};
inline constexpr std::size_t kLikenesses = 5;

/// The levels below "exact" that two different values so alike may have: bits, by number of the
/// level. "Different" is always possible, and not among them.
std::uint8_t possible_levels(Comparison comparison, Likeness likeness);

/// Bits that are set, without the processor's instruction, which not every x86-64 has.
constexpr int count_bits(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<int>(bits * 0x0101010101010101U >> 56);
}

/// Bits that only one of two sets of 32 has.
struct OwnBits {
  int a;
  int b;
};
constexpr OwnBits own_bits(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kHalf = 0xFFFFFFFFU;
  std::uint64_t bits = (a & ~b & kHalf) | (b & ~a) << 32;
  bits -= bits >> 1 & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  bits += bits >> 8;
  bits += bits >> 16;
  return {static_cast<int>(bits & 63), static_cast<int>(bits >> 32 & 63)};
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
/// letter (5), sound (8), whether it is of several words, the first of one letter, or is a letter
/// itself, and the formal names that it may stand for (16).
struct NameSketch {
  static constexpr std::uint64_t kLetters = (std::uint64_t{1} << 26) - 1;
  /// Very long names, or with other characters than letters and spaces.
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 26;
  static constexpr int kLength = 27;
  static constexpr int kFirst = 32;
  static constexpr int kSound = 37;
  static constexpr std::uint64_t kWords = std::uint64_t{1} << 45;
  static constexpr std::uint64_t kInitial = std::uint64_t{1} << 46;
  static constexpr std::uint64_t kLetter = std::uint64_t{1} << 47;
  static constexpr std::uint64_t kUnusual = kSpecial | kWords | kLetter;
  static constexpr int kFormal = 48;
};

/// A bound on the Jaro similarity J of texts, from letters that only one of them has, which are
/// none in common: 100 (3 J - 1) <= bound / product.
struct JaroBound {
  constexpr JaroBound(int length_a, int length_b, const OwnBits& own)
      : score(100 * (length_a - own.a < length_b - own.b ? length_a - own.a : length_b - own.b) *
              (length_a + length_b)),
        product(length_a * length_b) {}
  /// `least`: 100 (3 J - 1).
  [[nodiscard]] constexpr bool reaches(int least) const { return score >= least * product; }

  int score;
  int product;
};

constexpr int name_length(std::uint64_t sketch) {
  return static_cast<int>(sketch >> NameSketch::kLength & 31);
}
constexpr bool same_first_letter(std::uint64_t a, std::uint64_t b) {
  return ((a ^ b) >> NameSketch::kFirst & 31) == 0;
}
constexpr bool same_sound(std::uint64_t a, std::uint64_t b) {
  return ((a ^ b) >> NameSketch::kSound & 255) == 0;
}

/// Whether names of several words, or one of one word and one of several, may share a word: then
/// the other name has all letters of the one word. Or begin with the other's initial.
constexpr bool may_share_word(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t words = (a | b) & NameSketch::kWords;
  if (words == 0) return false;
  if ((a & b & NameSketch::kWords) != 0) return true;
  if (((a | b) & NameSketch::kInitial) != 0 && same_first_letter(a, b)) return true;
  const std::uint64_t one = (a & NameSketch::kWords) == 0 ? a : b;
  const std::uint64_t several = one == a ? b : a;
  return (one & ~several & NameSketch::kLetters) == 0;
}

/// The least Jaro similarity J of a level of names, as 100 (3 J - 1), where they begin with the
/// same letter, where they do not: the level asks for Jaro-Winkler similarity, to which a common
/// beginning adds at most 0.4 (1 - J).
struct NamesAlike {
  int same_first;
  int other_first;
};
inline constexpr NamesAlike kGivenNameSlips = {160, 176};  // Jaro-Winkler similarity 0.92
inline constexpr NamesAlike kLastNameSlips = {175, 185};   // 0.95
inline constexpr NamesAlike kSwappedNames = {165, 179};    // 0.93
inline constexpr NamesAlike kSimilarNames = {110, 146};    // 0.82, and no name is below 0.7

/// By their letters alone.
constexpr Likeness likeness_by_letters(std::uint64_t a, std::uint64_t b, const OwnBits& own,
                                       const NamesAlike& slips) {
  const int apart = own.a + own.b;
  if (apart > kNamesApart) return Likeness::different;
  const bool same_first = same_first_letter(a, b);
  const int longer = name_length(a) - name_length(b);
  const JaroBound jaro(name_length(a), name_length(b), own);
  if ((apart <= 2 && longer >= -1 && longer <= 1) ||
      jaro.reaches(same_first ? slips.same_first : slips.other_first))
    return Likeness::slip;
  const bool low = same_first || same_sound(a, b);
  return jaro.reaches(low ? kSimilarNames.same_first : kSimilarNames.other_first)
             ? Likeness::weak
             : Likeness::different;
}

/// Where one is of several words, or of one letter, or needs a look itself.
constexpr Likeness likeness_of_unusual_names(std::uint64_t a, std::uint64_t b,
                                             const NamesAlike& slips) {
  const bool several = ((a | b) & NameSketch::kWords) != 0;
  const Likeness any = several ? Likeness::special : Likeness::any;
  if (((a | b) & NameSketch::kSpecial) != 0 || may_share_word(a, b)) return Likeness::special;
  if ((a & b) >> NameSketch::kFormal != 0) return any;
  if (((a | b) & NameSketch::kLetter) != 0) {
    if (same_first_letter(a, b)) return any;
    return same_sound(a, b) ? Likeness::weak : Likeness::different;
  }
  OwnBits own = own_bits(a & NameSketch::kLetters, b & NameSketch::kLetters);
  ++((a & NameSketch::kWords) != 0 ? own.a : own.b);  // the space
  return likeness_by_letters(a, b, own, slips);
}

constexpr Likeness likeness_of_names(std::uint64_t a, std::uint64_t b, const NamesAlike& slips) {
  if (((a | b) & NameSketch::kUnusual) != 0) return likeness_of_unusual_names(a, b, slips);
  if ((a & b) >> NameSketch::kFormal != 0) return Likeness::any;
  return likeness_by_letters(a, b, own_bits(a & NameSketch::kLetters, b & NameSketch::kLetters),
                             slips);
}

/// A place's sketch: classes of characters (32 bits), length (6), first character (8), whether it
/// needs a look itself: very long, or with other characters than ASCII.
struct PlaceSketch {
  static constexpr std::uint64_t kClasses = 0xFFFFFFFFU;
  static constexpr int kLength = 32;
  static constexpr int kFirst = 38;
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 63;
};

/// Different when Jaro-Winkler similarity is below 0.88.
constexpr Likeness likeness_of_places(std::uint64_t a, std::uint64_t b) {
  if (((a | b) & PlaceSketch::kSpecial) != 0) return Likeness::any;
  const OwnBits own = own_bits(a & PlaceSketch::kClasses, b & PlaceSketch::kClasses);
  if (own.a + own.b > kPlacesApart) return Likeness::different;
  const JaroBound jaro(static_cast<int>(a >> PlaceSketch::kLength & 63),
                       static_cast<int>(b >> PlaceSketch::kLength & 63), own);
  const bool same_first = ((a ^ b) >> PlaceSketch::kFirst & 0xFF) == 0;
  return jaro.reaches(same_first ? 140 : 164) ? Likeness::any : Likeness::different;
}

/// An address's sketch, from the lowest bit: hashes of the mailbox and of the domain that tells an
/// employer (10 bits each), of the mailbox's first and last characters (6 each), the address's
/// length (4, modulo 16), which classes of characters it has an odd number of (27), whether it
/// needs a look itself.
struct MailboxSketch {
  static constexpr int kDomain = 10;
  static constexpr std::uint64_t kHash = (1U << 10) - 1;  ///< of mailbox, of domain
  static constexpr int kBegin = 20;
  static constexpr int kEnd = 26;
  static constexpr std::uint64_t kEndHash = (1U << 6) - 1;
  static constexpr int kLength = 32;
  static constexpr int kCharacters = 36;
  static constexpr int kClasses = 27;
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 63;
};

/// Whether lengths modulo 16 may be `most` apart.
constexpr bool lengths_fit(std::uint64_t a, std::uint64_t b, unsigned most) {
  return ((a - b + most) & 15) <= 2 * most;
}

/// Weak: one domain, no more. Slips are two edits at most, at one domain or not, each of which
/// makes two characters odd or even at most.
constexpr Likeness likeness_of_mailboxes(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t apart = a ^ b;
  if (((a | b) & MailboxSketch::kSpecial) != 0 || (apart & MailboxSketch::kHash) == 0)
    return Likeness::any;
  const bool ends_fit = (apart >> MailboxSketch::kBegin & MailboxSketch::kEndHash) == 0 ||
                        (apart >> MailboxSketch::kEnd & MailboxSketch::kEndHash) == 0;
  if (ends_fit && lengths_fit(a >> MailboxSketch::kLength, b >> MailboxSketch::kLength, 2) &&
      count_bits(apart >> MailboxSketch::kCharacters) <= 4)
    return Likeness::slip;
  const bool one_domain = (apart >> MailboxSketch::kDomain & MailboxSketch::kHash) == 0;
  return one_domain ? Likeness::weak : Likeness::different;
}

/// A postcode's sketch: its first seven characters, and above them its length; kSpecial there when
/// it is very long or has other characters than ASCII.
struct PostcodeSketch {
  static constexpr int kCharacters = 7;
  static constexpr std::uint64_t kSpecial = 255;
};

/// Whether one edit may make one of the other; the first places, the length above them.
constexpr bool postcodes_may_be_edited(std::uint64_t a, std::uint64_t b) {
  constexpr int kLength = 8 * PostcodeSketch::kCharacters;
  constexpr std::uint64_t kCharacters = (std::uint64_t{1} << kLength) - 1;
  if ((a >> kLength) > (b >> kLength)) return postcodes_may_be_edited(b, a);
  const std::uint64_t longer = (b >> kLength) - (a >> kLength);
  if (longer > 1) return false;
  const std::uint64_t apart = (a ^ b) & kCharacters;
  if (apart == 0) return true;
  const int first = std::countr_zero(apart) / 8 * 8;
  if (longer == 0) {
    const std::uint64_t rest = apart >> first;  // of which the lowest character differs
    const bool swapped = (a >> first & 0xFF) == (b >> first >> 8 & 0xFF) &&
                         (b >> first & 0xFF) == (a >> first >> 8 & 0xFF);
    return rest <= 0xFF || (rest <= 0xFFFF && swapped);
  }
  // What stands from there on stands one place further in the longer one; what comes to the last
  // place is not known.
  return ((a ^ (b >> 8)) & (kCharacters >> 8)) >> first == 0;
}

/// Weak: they begin alike, no more.
constexpr Likeness likeness_of_postcodes(std::uint64_t a, std::uint64_t b) {
  constexpr int kLength = 8 * PostcodeSketch::kCharacters;
  const std::uint64_t length_a = a >> kLength;
  const std::uint64_t length_b = b >> kLength;
  if (length_a == PostcodeSketch::kSpecial || length_b == PostcodeSketch::kSpecial)
    return Likeness::any;
  if (postcodes_may_be_edited(a, b)) return Likeness::any;
  const bool is_short = length_a < 4 || length_b < 4;
  const bool one_area = ((a ^ b) & (is_short ? 0xFFFFU : 0xFFFFFFU)) == 0;
  return one_area ? Likeness::weak : Likeness::different;
}

/// Whether what stands as a given name may be the family name of another record: the same, or of a
/// Jaro-Winkler similarity of 0.93 at least, of a common word, or the initial.
constexpr bool may_be_swapped(std::uint64_t given, std::uint64_t family) {
  const std::uint64_t either = given | family;
  if ((either & NameSketch::kSpecial) != 0 || may_share_word(given, family)) return true;
  const bool same_first = same_first_letter(given, family);
  if ((either & NameSketch::kLetter) != 0) return same_first;
  if (count_bits((given ^ family) & NameSketch::kLetters) > kSwappedApart) return false;
  const OwnBits own = own_bits(given & NameSketch::kLetters, family & NameSketch::kLetters);
  return JaroBound(name_length(given), name_length(family), own)
      .reaches(same_first ? kSwappedNames.same_first : kSwappedNames.other_first);
}

/// A number's sketch, from the lowest bit: hashes of its beginning and of its end (20 bits each),
/// its length (4, modulo 16), which classes of characters it has an odd number of (20).
struct NumberSketch {
  static constexpr int kEnd = 20;
  static constexpr std::uint64_t kHash = (1U << 20) - 1;
  static constexpr int kLength = 40;
  static constexpr int kCharacters = 44;
  static constexpr int kClasses = 20;
};

/// Weak: one edit, which leaves the beginning or the end as it was. With a common tail they end
/// alike.
constexpr Likeness likeness_of_numbers(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t apart = a ^ b;
  if ((apart >> NumberSketch::kEnd & NumberSketch::kHash) == 0) return Likeness::any;
  const bool one_edit = (apart & NumberSketch::kHash) == 0 &&
                        lengths_fit(a >> NumberSketch::kLength, b >> NumberSketch::kLength, 1) &&
                        count_bits(apart >> NumberSketch::kCharacters) <= 2;
  return one_edit ? Likeness::weak : Likeness::different;
}

/// The sketch of a company's name, byte by byte from the lowest: hashes of the beginning and of the
/// end of each of its words (but for words that many companies have), then of the word or of the
/// initials, so that acronyms are found. Places that are left repeat the last word.
struct CompanySketch {
  static constexpr std::size_t kWords = 3;
  static constexpr std::uint64_t kEnds = (1ULL << 16 * kWords) - 1;
  static constexpr int kAcronym = 16 * kWords;  ///< 0: it has none
  /// It has more words than there are places.
  static constexpr std::uint64_t kSpecial = std::uint64_t{1} << 63;
};
std::uint64_t company_sketch(const std::vector<std::string_view>& words,
                             const std::vector<double>& frequencies);

/// Whether one of the lowest bytes, of so many words as a sketch has, is zero.
constexpr bool has_zero_end(std::uint64_t ends) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U & CompanySketch::kEnds;
  return ((ends - kOnes) & ~ends & kOnes << 7) != 0;
}

/// Companies with nothing of it in common are different: a slip leaves one end of a word as it was.
constexpr bool companies_may_agree(std::uint64_t a, std::uint64_t b) {
  if (((a | b) & CompanySketch::kSpecial) != 0) return true;
  const std::uint64_t acronym = a >> CompanySketch::kAcronym;
  if (acronym != 0 && acronym == b >> CompanySketch::kAcronym) return true;
  b &= CompanySketch::kEnds;
  bool found = false;
  for (std::size_t i = 0; i < CompanySketch::kWords; ++i) {  // each word beside each
    found = found || has_zero_end((a ^ b) & CompanySketch::kEnds);
    b = (b << 16 | b >> 16 * (CompanySketch::kWords - 1)) & CompanySketch::kEnds;
  }
  return found;
}

constexpr bool days_may_agree(std::uint64_t a, std::uint64_t b) {
  const auto year_a = static_cast<std::int64_t>(a >> 32);
  const auto year_b = static_cast<std::int64_t>(b >> 32);
  const bool short_year = ((a | b) & 0x8000) != 0;
  const std::int64_t years = year_a < year_b ? year_b - year_a : year_a - year_b;
  if (short_year || years <= 1) return true;
  const std::uint64_t apart = a ^ b;
  return (apart & 0xFF) == 0 || (apart & 0x7F00) == 0;
}

/// What is possible between two different values.
inline Likeness likeness_of(SketchTest test, std::uint64_t a, std::uint64_t b) {
  switch (test) {
    case SketchTest::equal_only:
      return Likeness::different;
    case SketchTest::given_name:
      return likeness_of_names(a, b, kGivenNameSlips);
    case SketchTest::last_name:
      return likeness_of_names(a, b, kLastNameSlips);
    case SketchTest::place:
      return likeness_of_places(a, b);
    case SketchTest::mailbox:
      return likeness_of_mailboxes(a, b);
    case SketchTest::postcode:
      return likeness_of_postcodes(a, b);
    case SketchTest::number:
      return likeness_of_numbers(a, b);
    case SketchTest::words:
      return companies_may_agree(a, b) ? Likeness::any : Likeness::different;
    case SketchTest::day:
      return days_may_agree(a, b) ? Likeness::any : Likeness::different;
    case SketchTest::none:
      return Likeness::any;
  }
  return Likeness::any;
}

}  // namespace galena::match
