// The normalisers over memory that is used again: what encoding a million values calls. The public
// functions of normalise.hpp are thin layers over these.
//
// Texts returned are views into the lists and buffers given, valid until those change.
#pragma once

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
  std::string folded_;
  std::string address_;
};

/// As PhoneNumber, in buffers; `country` is of a constant table.
class PhoneReader {
 public:
  void read(std::string_view text, std::string_view default_country);
  std::string national;
  std::string_view country;
  std::string extension;

 private:
  std::string folded_;
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
void read_identifier(std::string_view text, std::string& out);
void read_postal_code(std::string_view text, std::string& out);

/// A number as people write it, signs of currency and spaces left out; nothing where there is none.
/// `whole`: nothing either where something that is no number follows ("12-15").
std::optional<double> read_number(std::string_view text, bool whole);

}  // namespace galena::match
