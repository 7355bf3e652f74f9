// The normalisers over memory that is used again: what encoding a million values calls. The public
// functions of normalise.hpp are thin layers over these.
//
// Texts returned are views into the lists and buffers given, valid until those change.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "galena/match/normalise.hpp"
#include "match/word_list.hpp"

namespace galena::match {

/// The words of a person's name in `words`: given names (the first `given_names`), then the family
/// name without its particles.
struct PersonWords {
  std::size_t given_names = 0;
  std::string_view suffix;  ///< of a constant table
};
enum class Particles : bool { dropped, kept };
PersonWords read_person_name(std::string_view full_name, WordList& words,
                             Particles particles = Particles::dropped);

/// A given name in `words`, titles off. A family name, particles off; returns its suffix.
void read_given_name(std::string_view text, WordList& words);
std::string_view read_family_name(std::string_view text, WordList& words);
/// The suffix behind a name, of a constant table; few names have one, and most are told by a look
/// at their last word.
std::string_view read_generational_suffix(std::string_view text);
/// The suffix that a column of suffixes says ("Jr.", "III, MD"), of a constant table or `text`.
std::string_view read_stated_suffix(std::string_view text);

/// All words of a company's name, "and" and numbers in one spelling.
void read_company_words(std::string_view text, WordList& words);
/// The words that distinguish a company in `words`; returns the class of its legal form.
std::string_view read_company(std::string_view text, WordList& words);

namespace tables {
struct MailDomain;
}

/// As EmailAddress, in one buffer.
class EmailReader {
 public:
  void read(std::string_view text);
  std::string_view address;
  std::string_view mailbox;
  std::string_view domain;
  std::string_view registrable;
  bool role = false;
  bool free_mail = false;

 private:
  /// An address as most are written: of up to 64 bytes, which are letters, digits, ".", "_", "-"
  /// and one "@" before its domain.
  class Plain {
   public:
    /// False when the text is no such address.
    bool read(std::string_view text);
    [[nodiscard]] std::string_view address() const { return {bytes_.data(), size_}; }
    [[nodiscard]] std::string_view mailbox() const { return address().substr(0, sign_); }
    [[nodiscard]] std::string_view domain() const { return address().substr(sign_ + 1); }
    [[nodiscard]] std::string_view registrable() const;

   private:
    std::array<char, 64> bytes_;  ///< lower case
    std::size_t size_ = 0;
    std::size_t sign_ = 0;    ///< where the "@" is
    std::uint64_t dots_ = 0;  ///< where dots are
  };
  struct Parts {
    std::string_view mailbox;
    std::string_view domain;
  };
  Parts read_any(std::string_view text);
  void write(const Parts& parts, const tables::MailDomain& provider);

  Plain plain_;
  std::string folded_;
  std::string address_;
};

/// As PhoneNumber, in buffers; `country` is of a constant table.
class PhoneReader {
 public:
  void read(std::string_view text, std::string_view default_country);
  std::string_view national;
  std::string_view country;
  std::string extension;

 private:
  /// Reads a number as most are written: up to 64 bytes of ASCII with no letter, no "(0)" and no
  /// "+" but in front. False when the text is none.
  bool read_plain(std::string_view text);
  void read_any(std::string_view text);

  std::array<char, 64> plain_;
  std::string folded_;
  std::string digits_;
  bool plus_ = false;  ///< a "+" is before the digits
};

/// The registrable domain of a website; a view into `folded`, which it overwrites.
std::string_view read_website(std::string_view text, std::string& folded);

/// A street line: the words of the street in `words`, house number and unit in their buffers.
struct StreetBuffers {
  std::string number;
  std::string unit;
  std::string postal_code;
  WordList words;
  WordList place;  ///< what is behind the street
};
void read_street(std::string_view text, StreetBuffers& street);

/// Cities and postal codes, written over `out`.
void read_city(std::string_view text, WordList& words);
/// Of a flat, an office, a house: without the words for it, "Suite 5", "Ste. 5" and "#5" are 5; a
/// letter behind a number is part of it, 12 b is 12b.
void read_unit(std::string_view text, WordList& words);
void read_identifier(std::string_view text, std::string& out);
void read_postal_code(std::string_view text, std::string& out);

/// A number as people write it, signs of currency and spaces left out; nothing where there is none.
/// `whole`: nothing either where something that is no number follows ("12-15").
std::optional<double> read_number(std::string_view text, bool whole);

}  // namespace galena::match
