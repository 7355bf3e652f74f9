// The built-in tables of the match room: look-ups over the generated strings in tables/.
//
// Each table is parsed once, at first use. Names and words are looked up in folded form.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace galena::match::tables {

// Generated: entries separated by line feeds.
extern const std::string_view kGivenNames;
extern const std::string_view kSurnames;
extern const std::string_view kNicknames;
extern const std::string_view kLegalForms;
extern const std::string_view kFreeMailDomains;
extern const std::string_view kCountries;
extern const std::string_view kRegions;
extern const std::string_view kTransliteration;
extern const std::string_view kPersonWords;
extern const std::string_view kNumberWords;
extern const std::string_view kCompanyWords;
extern const std::string_view kStreetWords;
extern const std::string_view kMailboxes;
extern const std::string_view kPhones;
extern const std::string_view kPlaceholders;
extern const std::string_view kSiteHosts;

/// What a word of a person's name may be besides a name.
struct PersonWord {
  bool title = false;       ///< in front
  bool degree = false;      ///< behind
  bool particle = false;    ///< of a family name
  bool joiner = false;      ///< between two titles
  std::string_view suffix;  ///< "jr", "sr", "2", ...: behind
};
const PersonWord& person_word(std::string_view word);

/// A letter above 0x7F, lower case and without marks, in Latin letters (some are silent: empty);
/// nothing for letters that are not in the table.
std::optional<std::string_view> latin_letters(char32_t letter);

/// People per million with this given or family name; 0 when the name is not in the table.
std::uint32_t given_name_per_million(std::string_view name);
std::uint32_t surname_per_million(std::string_view name);

/// Numbers of the formal names that `name` may stand for, ascending; empty when it is not known.
/// Two names are forms of one when their lists meet.
std::span<const std::uint16_t> formal_names(std::string_view name);

/// The most frequent formal name that `name` stands for, or `name` itself.
std::string_view usual_formal_name(std::string_view name);

/// What a word of a street line stands for.
struct StreetWord {
  std::string_view word;     ///< what it is spelled out as, or empty
  std::string_view first;    ///< the same, where it is the street's first word
  bool unit = false;         ///< before the number of a flat or office
  bool storey = false;       ///< a unit, also behind its number
  bool box = false;          ///< before the number of a post-office box
  bool number_sign = false;  ///< before a house number
};
const StreetWord& street_word(std::string_view word);

/// The class of a legal form given as words separated by one space ("LLC", "-"), or empty.
std::string_view legal_form_class(std::string_view form);

/// The most words that a legal form has which ends, or starts, with this word; 0 when none does.
std::size_t longest_form_ending(std::string_view word);
std::size_t longest_form_starting(std::string_view word);

/// The number that a word stands for in a company's name: "3" of "three", "1st" of "first"; or
/// empty.
std::string_view number_of_word(std::string_view word);

/// True for a word that many companies have in their names: "group", "handel".
bool is_common_company_word(std::string_view word);

/// What is known of a domain that mail goes to.
struct MailDomain {
  bool free = false;         ///< anybody gets a mailbox there
  std::string_view usual;    ///< the domain that this one is another name of, or empty
  std::string_view ignored;  ///< characters that the provider takes no notice of
};
/// By domain; an alias has what its usual domain has.
const MailDomain& mail_domain(std::string_view domain);

/// True for the mailbox of a desk: "info", "sales".
bool is_role_mailbox(std::string_view mailbox);

/// Whose page it is under a site's name that many share: what stands behind it tells
/// (facebook.com/acme), or in front of it (acme.github.io); none: it is of one owner.
enum class SiteHost : std::uint8_t { none, page, host };
SiteHost site_host(std::string_view host);
/// "company" in linkedin.com/company/acme.
bool is_before_page(std::string_view segment);

/// National numbers of a country.
struct PhonePlan {
  std::size_t fewest = 0;  ///< digits
  std::size_t most = 0;
  bool keeps_zero = false;                 ///< a zero in front is part of the number
  std::vector<std::string_view> prefixes;  ///< dialled in front inside the country; 0 is not listed
};
/// By calling code; null for countries that are not in the table.
const PhonePlan* phone_plan(std::string_view calling_code);

/// Two-letter code of a country's code, three-letter code or folded name, or empty.
std::string_view country_code(std::string_view name);
/// Calling code of a two-letter country code, or empty.
std::string_view calling_code(std::string_view country);
/// The calling code that `digits` starts with (longest that exists), or empty.
std::string_view calling_code_of(std::string_view digits);

/// Full name of a region by its abbreviation; `country` may be empty when the abbreviation is known
/// in one country only, or in the United States. Empty when it is not known.
std::string_view region_name(std::string_view abbreviation, std::string_view country);

}  // namespace galena::match::tables
