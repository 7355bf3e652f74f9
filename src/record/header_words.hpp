// Header words: a column header taken apart into words, and what each word says.
//
// "E-Mail Adresse 2" -> {e, mail, adresse} and the number 2; "lastName" -> {last, name};
// "Kundennummer" -> {kunde, nummer}. Words are folded: lower case, without accents.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galena::detail {

/// What a word of a header is about. One word has one concept; the rules of kind.cc combine them.
enum class Concept : std::uint8_t {
  qualifier,  ///< says nothing about the kind: "primary", "home", "of"
  name,
  name_or_first,  ///< "nombre", "nome": a name, but the first name when it stands alone
  name_or_last,   ///< "nom": a name, but the last name when it stands alone
  first_of_name,  ///< "first", "given": with a word for name
  last_of_name,
  middle_of_name,
  ordinal,  ///< "primer": of a given name the first one, of family names too
  full_of_name,
  first,  ///< "vorname": a first name by itself
  last,
  middle,
  suffix,      ///< "suffix", "generation": Jr, Sr, III
  other_name,  ///< "maiden", "nickname": a name that one has besides
  reading,     ///< "phonetic", "yomi": how a name is said
  contact_person,
  company,
  site,
  person,  ///< "customer", "contact": whose data it is
  lead,
  login,     ///< "user": a person, but "user name" is no person's name
  thing,     ///< "campaign", "product": something that is no person and no company
  owner,     ///< "owner", "rep": somebody of the own house
  relative,  ///< "assistant", "spouse": a person beside the one in question
  by,
  email,
  phone,
  extension,
  web,
  domain,
  social_network,
  picture,
  computer,  ///< "ip", "mac", "cookie": of machines
  address,
  street,
  house,            ///< "hausnummer"
  house_of_number,  ///< "house": with a word for number
  unit,
  city,
  region,
  state,
  postal,          ///< "zip": a postal code by itself
  postal_alone,    ///< "cap": a postal code when it is the only word
  postal_of_code,  ///< "postal": with a word for code
  code,
  country,
  land,  ///< a country in several languages, soil in English
  place,
  birth,
  created,
  event,    ///< "closed", "signed": happens at an instant
  keeping,  ///< "modified", "viewed": an event of the record, not of what it is about
  date,
  time,
  at,
  period,  ///< "month", "week"
  year,
  id,
  number,    ///< "number", "nr"
  document,  ///< "passport", "vat": a numbered document
  quantity,
  category,
  text,
  consent,  ///< "verified", "opted": about a value, not the value
};

/// A header's concepts are bits of one word.
static_assert(static_cast<unsigned>(Concept::consent) < 64);

/// The concept of one folded word; nothing when the word is not known. O(log words).
std::optional<Concept> concept_of(std::string_view word);

/// A header, read.
struct HeaderWords {
  std::vector<std::string> words;  ///< folded, compounds taken apart, numbers left out
  int number = 0;                  ///< the last number in the header, at most 999
  std::uint64_t concepts = 0;      ///< bit c: a word of concept c occurs
  int unknown = 0;                 ///< words without a concept

  [[nodiscard]] bool has(Concept wanted) const {
    return (concepts >> static_cast<unsigned>(wanted) & 1U) != 0;
  }
  [[nodiscard]] bool has_any(std::initializer_list<Concept> wanted) const;
  /// No word is unknown or of a concept outside `allowed` (qualifiers always are).
  [[nodiscard]] bool only(std::initializer_list<Concept> allowed) const;
};

/// Takes a header apart. O(length^2) for long compounds, headers above 200 bytes are cut there.
HeaderWords read_header(std::string_view header);

/// Lower case without accents: "Straße" -> "strasse", "Prénom" -> "prenom". Not UTF-8: unchanged.
std::string fold_accents(std::string_view text);

}  // namespace galena::detail
