// The built-in tables of the match room: look-ups over the generated strings in tables/.
//
// Each table is parsed once, at first use. Names and words are looked up in folded form.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace galena::match::tables {

// Generated: entries separated by line feeds.
extern const std::string_view kGivenNames;
extern const std::string_view kSurnames;
extern const std::string_view kNicknames;
extern const std::string_view kLegalForms;
extern const std::string_view kFreeMailDomains;
extern const std::string_view kCountries;
extern const std::string_view kRegions;

/// People per million with this given or family name; 0 when the name is not in the table.
std::uint32_t given_name_per_million(std::string_view name);
std::uint32_t surname_per_million(std::string_view name);

/// Numbers of the formal names that `name` may stand for, ascending; empty when it is not known.
/// Two names are forms of one when their lists meet.
std::span<const std::uint16_t> formal_names(std::string_view name);

/// The most frequent formal name that `name` stands for, or `name` itself.
std::string_view usual_formal_name(std::string_view name);

/// The class of a legal form given as words separated by one space ("LLC", "-"), or empty.
std::string_view legal_form_class(std::string_view form);

bool is_free_mail(std::string_view domain);

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
