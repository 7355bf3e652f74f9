// Guessing what a column means from its header: each word has a concept (header_vocabulary.cc), the
// rules here combine them. A rule that is not sure says nothing: a wrong guess harms more than
// none.
#include "galena/record/kind.hpp"

#include "record/header_subject.hpp"
#include "record/header_words.hpp"

namespace galena {
namespace {

using detail::Concept;
using detail::HeaderWords;

using Guess = std::optional<Kind>;

/// About the own staff, other people, permissions or machines: never the record's own data.
bool is_of_others(const HeaderWords& header) {
  using enum Concept;
  if (header.has(relative) && header.has(other_name)) return false;  // a mother's maiden name
  return header.has_any({owner, relative, by, consent, computer, picture, reading});
}

/// Dates and instants: "Date of birth", "Created Time", "updated_at".
Guess guess_date(const HeaderWords& header) {
  using enum Concept;
  if (header.has(birth)) {
    const bool whole = header.only({birth, date, time, year, person, lead});
    return whole ? Guess(Kind::birth_date) : std::nullopt;
  }
  if (header.has_any({period, year})) return std::nullopt;
  if (header.has(created) && header.only({created, date, time, at, person, lead, company, thing})) {
    return Kind::created;
  }
  if (header.has(date) && !header.has(category)) return Kind::date;
  if (header.has_any({event, keeping}) && header.has_any({time, at, last_of_name}) &&
      header.only(
          {event, keeping, time, at, last_of_name, first_of_name, person, lead, company, thing})) {
    return Kind::date;
  }
  return std::nullopt;
}

/// Words that decide whatever stands beside them: "Company Size" is a number, "Phone Type" is not a
/// phone.
Guess guess_measure(const HeaderWords& header) {
  using enum Concept;
  if (header.has(category)) return Kind::category;
  if (header.has(quantity) && !header.has_any({name, email, phone, web})) return Kind::number;
  if (header.has(text)) return Kind::text;
  return std::nullopt;
}

/// "Customer No.", "rec_id", "SSN", "VAT number".
Guess guess_identifier(const HeaderWords& header) {
  using enum Concept;
  if (header.has_any({country, land, state, region, place})) return std::nullopt;
  if (header.has(id)) return Kind::identifier;
  if (header.has(document) && header.only({document, number, code, name, person, lead, company})) {
    return Kind::identifier;
  }
  if (header.has(number) && header.only({number, person, lead, thing, company})) {
    return header.has_any({person, lead, thing, company}) ? Guess(Kind::identifier) : std::nullopt;
  }
  return std::nullopt;
}

/// E-mail, phone, website.
Guess guess_channel(const HeaderWords& header) {
  using enum Concept;
  if (header.has(email) && !header.has(domain)) return Kind::email;
  if (header.has(phone) && !header.has_any({email, domain})) {
    return header.has_any({extension, code}) ? std::nullopt : Guess(Kind::phone);
  }
  const bool web_page = header.has(web) || (header.has(domain) && !header.has(email));
  if (web_page && header.only({web, domain, site, address, company, person, lead, name})) {
    return Kind::website;
  }
  return std::nullopt;
}

/// House number, unit and second address line.
Guess guess_house(const HeaderWords& header) {
  using enum Concept;
  const bool address_line = header.has_any({street, address});
  if (header.has(street) && header.has(house)) return Kind::street;  // both in one column
  const bool of_address = address_line || !header.has(company);      // "Business Unit" is none
  if (header.has(unit) && of_address &&
      header.only({unit, number, address, street, company, person, lead})) {
    return Kind::unit;
  }
  const bool house_number =
      header.has(house) || (header.has(house_of_number) && header.has(number));
  if (house_number &&
      header.only({house, house_of_number, number, address, street, company, person, lead})) {
    return Kind::house_number;
  }
  if (address_line && header.has(number) && !header.has_any({city, country, postal})) {
    return Kind::house_number;
  }
  if (address_line && header.number >= 2 && header.only({street, address, company, person, lead})) {
    return Kind::unit;
  }
  return std::nullopt;
}

Guess guess_address(const HeaderWords& header) {
  using enum Concept;
  if (const Guess house_or_unit = guess_house(header)) return house_or_unit;
  if (header.has_any({unit, house, house_of_number})) return std::nullopt;
  // "State" is also what a process is in.
  const bool state_of_address =
      header.has(state) && header.only({state, region, code, address, name, company, person, city,
                                        postal, country, street, postal_of_code});
  const bool has_region = header.has(region) || state_of_address;
  const bool has_postal = header.has(postal) || header.only({postal_alone}) ||
                          (header.has(postal_of_code) &&
                           (header.has_any({code, number}) || header.only({postal_of_code})));
  const bool has_country =
      header.has(country) ||
      (header.has(land) && header.only({land, region, code, address, company, person, city, postal,
                                        street, postal_of_code}));
  const int parts = int{header.has(street)} + int{header.has(city)} + int{has_region} +
                    int{has_postal} + int{has_country};
  if (parts >= 3) return Kind::street;  // a whole address in one column
  if (parts == 2) {
    if (header.has(city) && has_region) return Kind::city;
    if (has_country && has_region) return Kind::country;
    return std::nullopt;
  }
  if (has_postal) return Kind::postal_code;
  if (header.has(city)) return Kind::city;
  if (has_region) return Kind::region;
  if (has_country) return Kind::country;
  if (header.has(street)) return Kind::street;
  if (header.has(address) && !header.has_any({thing, place, state})) return Kind::street;
  return std::nullopt;
}

Guess guess_name_part(const HeaderWords& header) {
  using enum Concept;
  const bool name_word = header.has_any({name, name_or_first, name_or_last});
  const bool bare = header.only({first_of_name, last_of_name, middle_of_name});
  const bool middle_part =
      header.has(middle) ||
      (header.has(middle_of_name) && (name_word || bare || header.has_any({first, number})));
  if (middle_part) return Kind::middle_name;
  const bool first_part = header.has(first) ||
                          (header.has(first_of_name) && (name_word || bare || header.has(last))) ||
                          (header.has(ordinal) && name_word);
  const bool last_part = header.has(last) || (header.has(last_of_name) && (name_word || bare));
  const bool both = (first_part && last_part) || (first_part && header.has(name_or_last)) ||
                    (last_part && header.has(name_or_first) && !header.has(last_of_name));
  if (both) return Kind::full_name;
  if (first_part) return Kind::first_name;
  if (last_part) return Kind::last_name;
  return std::nullopt;
}

/// Names of people and companies.
Guess guess_name(const HeaderWords& header) {
  using enum Concept;
  if (header.has(thing)) return std::nullopt;
  const bool name_word = header.has_any({name, name_or_first, name_or_last});
  if (header.has(company) &&
      header.only({company, name, name_or_first, name_or_last, full_of_name, person, lead})) {
    return Kind::company;
  }
  if (header.has(site) && name_word && header.only({site, name})) return Kind::company;
  if (header.has(company)) return std::nullopt;
  if (const Guess part = guess_name_part(header)) return part;
  if (header.has(contact_person) && header.only({contact_person, name, person})) {
    return Kind::full_name;
  }
  if (!name_word || !header.only({name, name_or_first, name_or_last, full_of_name, person, lead})) {
    return std::nullopt;
  }
  if (header.has_any({name, full_of_name, person, lead})) return Kind::full_name;
  if (header.has(name_or_first) && header.has(name_or_last)) return Kind::full_name;
  return header.has(name_or_first) ? Kind::first_name : Kind::last_name;
}

}  // namespace

std::optional<Kind> guess_kind(std::string_view column_name) {
  using enum Concept;
  const HeaderWords header = detail::read_header(column_name);
  if (header.words.empty()) return std::nullopt;
  if (is_of_others(header) || header.has(social_network)) return std::nullopt;
  if (const Guess date = guess_date(header)) return date;
  if (header.has(birth)) return std::nullopt;
  if (const Guess measure = guess_measure(header)) return measure;
  if (header.has_any({period, year, created})) return std::nullopt;
  if (const Guess channel = guess_channel(header)) return channel;
  if (header.has_any({email, phone, web, domain})) return std::nullopt;
  if (const Guess identifier = guess_identifier(header)) return identifier;
  if (header.has_any({document, id})) return std::nullopt;
  if (header.has(suffix)) {
    const bool of_name =
        header.only({suffix, name, name_or_first, name_or_last, code, person, lead});
    return of_name ? Guess(Kind::name_suffix) : std::nullopt;
  }
  if (const Guess address = guess_address(header)) return address;
  if (header.has(other_name)) return Kind::text;
  return guess_name(header);
}

namespace detail {

bool is_about_others(std::string_view header) {
  const HeaderWords words = read_header(header);
  return is_of_others(words) && !words.has(Concept::relative);
}

bool is_about_relatives(std::string_view header) {
  const HeaderWords words = read_header(header);
  return is_of_others(words) && words.has(Concept::relative);
}

bool is_profile(std::string_view header) {
  using enum Concept;
  const HeaderWords words = read_header(header);
  return words.has(social_network) && !is_of_others(words) &&
         words.only({social_network, web, id, name, number, person, company, lead, login, address});
}

bool is_key(std::string_view header) {
  using enum Concept;
  const HeaderWords words = read_header(header);
  return words.has(id) && !words.has_any({document, number});
}

bool is_state(std::string_view header) { return read_header(header).has(Concept::state); }

std::string address_of(std::string_view header) {
  using enum Concept;
  const HeaderWords words = read_header(header);
  std::string which;
  for (const std::string& word : words.words) {
    const auto about = concept_of(word);
    if (about == company || (about == qualifier && word.size() > 3)) which += word + " ";
  }
  // "Address 1: City", but not "Address Line 1".
  if (words.has(address) &&
      words.has_any({street, unit, city, region, state, postal, postal_of_code, country})) {
    const std::size_t digit = header.find_first_of("123456789");
    if (digit != std::string_view::npos) which += header[digit];
  }
  return which;
}

bool is_record_keeping(std::string_view header) {
  return read_header(header).has(Concept::keeping);
}

}  // namespace detail

}  // namespace galena
