// Normalisers: what one person, company, address... is called by different hands, brought to one
// form.
//
//   galena::match::normalise_email("Bob.Smith+crm@GoogleMail.com").address == "bobsmith@gmail.com"
//   galena::match::normalise_company("The Müller & Söhne GmbH").name == "muller and sohne"
//
// All are pure functions of their text: no locale, no clock. Each is idempotent: the normal form of
// a normal form is itself (for structures: of the name, the address, the E.164 number). Bytes that
// are not UTF-8 separate words and are dropped. Cost is linear in the text, plus one table look-up
// a word; the tables are parsed once, at first use, thread-safely. Thread rule: every function may
// be called from any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/record/date_order.hpp"
#include "galena/record/kind.hpp"

namespace galena::match {

/// Folded text: case folded (Unicode), compatibility forms resolved, diacritics off, Latin letters
/// without a decomposition spelled out (ß is ss, ø is o), Cyrillic and Greek letters in Latin ones.
/// Punctuation and space stay. O(text).
[[nodiscard]] std::string fold(std::string_view text);

/// The words of fold(text): maximal runs of letters and digits; apostrophes inside words vanish
/// (O'Hare is ohare) and runs of single letters are one word (S. A. is sa).
[[nodiscard]] std::vector<std::string> words(std::string_view text);

/// A person's name in its parts. All parts are folded words separated by one space; titles are
/// gone.
struct PersonName {
  std::string given;   ///< first given name
  std::string middle;  ///< further given names and initials
  std::string family;  ///< family name without its particles (von der Leyen is leyen)
  std::string suffix;  ///< "jr", "sr", "2", "3", "4", or empty
};

/// Reads "Dr. Maria Luisa de la Cruz", "Cruz, Maria L.", "Smith Sr, Robert E".
/// A single word is taken as the family name.
[[nodiscard]] PersonName parse_person_name(std::string_view full_name);

/// A given name as its column holds it: folded words, titles off ("Mr. Jean-Paul" is "jean paul").
[[nodiscard]] std::string normalise_given_name(std::string_view text);

/// A family name as its column holds it: folded words, particles and a generational suffix off.
[[nodiscard]] std::string normalise_family_name(std::string_view text);

/// "jr", "sr", "2", "3" or "4" when the name ends with a generational suffix, else empty.
[[nodiscard]] std::string generational_suffix(std::string_view text);

/// True when the two names are the same, or one is a short or pet form of the other, or both are of
/// one formal name (bob, rob: robert). Takes normal forms of single names.
[[nodiscard]] bool same_given_name(std::string_view a, std::string_view b);

/// A company's name: the words that distinguish it, and its legal form set apart. In scripts
/// without spaces the form may be joined to the name: 株式会社日立製作所.
struct CompanyName {
  std::string name;        ///< folded words; "the" in front and legal forms at the ends are off
  std::string legal_form;  ///< class of the legal form: "LLC", "JSC", "LP", ..., "-", or empty
};
[[nodiscard]] CompanyName normalise_company(std::string_view text);

/// An e-mail address. Takes "Name <address>" too, and the first of several ("a@x.org; b@y.org").
/// `address` is empty when there is no "@".
struct EmailAddress {
  std::string address;      ///< mailbox@domain, alias domains and sub-addresses resolved
  std::string mailbox;      ///< local part, folded, without "+tag"; Gmail's without dots
  std::string domain;       ///< lower case
  std::string registrable;  ///< the domain somebody registered: "acme.co.uk" of "mail.acme.co.uk"
  bool role = false;        ///< info@, sales@, ...: a desk, not a person
  bool free_mail = false;   ///< a domain where anybody gets a mailbox
};
[[nodiscard]] EmailAddress normalise_email(std::string_view text);

/// The registrable domain of a URL or host name: "https://www.Acme.co.uk/a" is "acme.co.uk". Where
/// many share one name, what tells them apart: "facebook.com/acme", "acme.github.io"; nothing when
/// that is missing. Empty when there is none. Uses the rule of second-level labels (co, com, org,
/// ...) under country domains, not the Public Suffix List.
[[nodiscard]] std::string normalise_website(std::string_view text);

/// A telephone number.
struct PhoneNumber {
  std::string national;   ///< national significant digits, no trunk prefix (Italy's 0 is none)
  std::string country;    ///< calling code when the number carried or implied one, else empty
  std::string extension;  ///< digits of the extension
  /// E.164 ("+4912345") when the country is known, else the national digits.
  [[nodiscard]] std::string e164() const {
    return country.empty() ? national : "+" + country + national;
  }
};
/// `default_country` is for numbers without a country: an ISO 3166 code ("DE", "de"), a country's
/// name, or empty; an unknown one is as none, see check_country(). A number
/// written with its country code ("+49", "0049") has no trunk prefix but one in brackets: "(0)". An
/// extension ("ext. 12", "x12", "#12") needs five digits before it. Of several numbers in one text,
/// of seven digits and more each, the first is read. Normalising e164() again, with
/// the same default country where the first found one, gives the same.
[[nodiscard]] PhoneNumber normalise_phone(std::string_view text,
                                          std::string_view default_country = {});

/// A street line in its parts. What stands behind a comma after number and street is a place, and
/// left out but for a unit and a postal code.
struct StreetAddress {
  std::string number;  ///< house number with its letter: "12", "12b"; of a range its beginning
  std::string name;    ///< words of the street, abbreviations spelled out ("main street")
  std::string unit;    ///< apartment, suite, floor, post-office box
  std::string postal_code{};  ///< of five digits, at the end of the line or behind a comma
};
[[nodiscard]] StreetAddress normalise_street(std::string_view text);

/// Letters and digits only, lower case: "sw1a1aa". A US ZIP+4 keeps its first five digits.
[[nodiscard]] std::string normalise_postal_code(std::string_view text);

/// City, region: folded words; "St." is "saint". A region is its full name when the abbreviation is
/// known for `country` (an ISO 3166 code or a name), or unambiguous.
[[nodiscard]] std::string normalise_city(std::string_view text);
[[nodiscard]] std::string normalise_region(std::string_view text, std::string_view country = {});

/// ISO 3166 two-letter code in lower case of a country's code or name in several languages; folded
/// words when it is not known.
[[nodiscard]] std::string normalise_country(std::string_view text);

/// Whether `country` is an ISO 3166 code in any case, or a country's name in one of several
/// languages, or empty: else invalid_argument "unknown_country".
[[nodiscard]] Result<void> check_country(std::string_view country);

/// Letters and digits only, folded; without the country's code in front of a VAT number (two
/// letters of a European country before eight digits and more) and without the zeros in front of
/// digits alone, which spreadsheets leave out. Empty for what only fills a field ("999-99-9999").
[[nodiscard]] std::string normalise_identifier(std::string_view text);

/// A calendar day as somebody wrote it.
struct CalendarDate {
  int year = 0;   ///< 0 to 99 when two_digit_year
  int month = 0;  ///< 1 to 12
  int day = 0;    ///< 1 to 31
  bool two_digit_year = false;
  bool order_unknown = false;  ///< day and month could be the other way round (both <= 12)
};

/// Reads 1978-11-12, 19781112, 12/11/1978, 12.11.78, 12-Nov-1978, Nov 12 1978 (month names of
/// English, German, French, Spanish, Italian, Dutch, Portuguese, Polish), 1978年11月12日, digits of
/// any script. `order` decides where the text does not: a year of four digits, a month's name or a
/// number above 12 tells by itself. With excel_serial a plain number is a day of the 1900 date
/// system. Nothing when the text is no day.
[[nodiscard]] std::optional<CalendarDate> parse_calendar_date(
    std::string_view text, DateOrder order = DateOrder::day_month_year);

/// The year of birth where nothing else is told: "1978", "1978.0" of a spreadsheet; four digits
/// from 1000 to 2999. Nothing for all else.
[[nodiscard]] std::optional<int> parse_birth_year(std::string_view text);

/// The year of a date in full; years of two digits are 1930 to 2029.
[[nodiscard]] int full_year(const CalendarDate& date);

/// What a host's own normaliser made of a value.
enum class HostForm : std::uint8_t {
  unchanged,  ///< nothing: the built-in normaliser reads the value as it is
  rewritten,  ///< `out` is what the built-in normaliser reads
  final,      ///< `out` is the normal form; empty: blank
  failed,     ///< no form could be made; `out` says why
};

/// A host's own normaliser: replaces the built-in one for a kind of field (a postal parser, a
/// customer's article numbers) or goes before it (a list of its own abbreviations). It must give
/// the same for the same text at all times, may be called from several threads at once, must not
/// throw, finds `out` empty and leaves UTF-8 there. It is not asked about blanks.
///
/// normalise() asks it once a call; a failure gives an empty form there. deduplicate(), link() and
/// train() ask once for each different text of a column, before anything is compared, from as many
/// threads as their options allow. A live index asks once for each value of a record that is added,
/// updated, looked up or explained, on the thread of that call and outside the index's lock, and
/// remembers what it was told. These end with INVALID_ARGUMENT "normaliser_failed" or
/// "bad_normal_form" when it fails or leaves what is no UTF-8, and nothing is changed.
///
/// What is compared of a final form: names, companies, e-mail addresses, websites, places,
/// identifiers, categories and texts as they are, words being what spaces part; telephone numbers,
/// streets, days and numbers by their parts, which the built-in normaliser reads from the form.
/// Where one column gives several values (a full name put together from its parts, the suffix of a
/// name) what the host made of it stands for it.
struct HostNormaliser {
  HostForm (*function)(void* host, Kind kind, std::string_view text, std::string& out) = nullptr;
  void* host = nullptr;  ///< handed to the function, not looked at
};

struct NormaliseOptions {
  std::string_view country{};  ///< for telephone numbers and regions without one: code or name
  DateOrder date_order = DateOrder::day_month_year;
  HostNormaliser host{};
};

/// The normal form of one value of a kind as one text, empty for what has none: names, companies,
/// cities, texts as folded words; e-mail addresses; telephone numbers as E.164 where the country is
/// known; websites as registrable domain; streets as "12 main street unit 5"; days as 1978-11-12
/// (two-digit years are 1930 to 2029), of a birth date the year alone where that is all there is;
/// numbers in their shortest digits. Kind::ignore has none. Idempotent but for streets, of which a
/// second reading may find another house number.
[[nodiscard]] std::string normalise(Kind kind, std::string_view text,
                                    const NormaliseOptions& options = {});

}  // namespace galena::match
