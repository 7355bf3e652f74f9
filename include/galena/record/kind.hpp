// Kind: what a column means, independent of how it is stored: a family name, a phone number, the
// instant a record was created. Duplicate detection compares by kind; import maps columns by it.
//
//   guess_kind("Nachname") == Kind::last_name;   kind_name(Kind::last_name) == "last_name"
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace galena {

/// birth_date is a day or a year alone; name_suffix is Jr, Sr, II, III.
enum class Kind : std::uint8_t {
  full_name,
  first_name,
  middle_name,
  last_name,
  name_suffix,
  company,
  email,
  phone,
  website,
  street,
  house_number,
  unit,
  city,
  region,
  postal_code,
  country,
  birth_date,
  date,
  created,
  identifier,
  category,
  number,
  text,
  ignore,
};

inline constexpr std::string_view kKindNames[] = {
    "full_name", "first_name", "middle_name", "last_name", "name_suffix",  "company",
    "email",     "phone",      "website",     "street",    "house_number", "unit",
    "city",      "region",     "postal_code", "country",   "birth_date",   "date",
    "created",   "identifier", "category",    "number",    "text",         "ignore"};

constexpr std::string_view kind_name(Kind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

/// The kind of that name; nothing for a name that is not in the list.
constexpr std::optional<Kind> kind_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kKindNames); ++i) {
    if (kKindNames[i] == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

/// The kind a column of this header usually holds, from a table of header names in several
/// languages ("Surname", "E-mail address", "PLZ", "raison sociale"); nothing when the name says
/// nothing. Case, punctuation and white space do not matter. O(length). Compiled code.
std::optional<Kind> guess_kind(std::string_view header);

}  // namespace galena
