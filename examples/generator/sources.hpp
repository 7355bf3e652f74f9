#pragma once

// The systems that leads come from, each with fields it fills and habits of writing.

#include <cstdint>
#include <span>
#include <string_view>

namespace galena::examples::generator {

enum class Spelling : std::uint8_t { kAny, kCode, kEnglish };
enum class PhoneHabit : std::uint8_t { kAny, kPlain, kInternational };

/// Rates are per mille of the rows.
struct Source {
  std::string_view name;
  std::uint32_t share;

  // How often a field is filled.
  std::uint32_t salutation;
  std::uint32_t first_name;
  std::uint32_t title;
  std::uint32_t company;
  std::uint32_t email;
  std::uint32_t phone;
  std::uint32_t mobile;
  std::uint32_t website;
  std::uint32_t street;
  std::uint32_t city;
  std::uint32_t region;
  std::uint32_t postal_code;
  std::uint32_t country;
  std::uint32_t industry;
  std::uint32_t employees;
  std::uint32_t revenue;
  std::uint32_t product;
  std::uint32_t comments;

  // How values are written.
  std::uint32_t upper_case;
  std::uint32_t lower_case;
  std::uint32_t marks_lost;        // of texts beyond ASCII
  std::uint32_t last_comma_first;  // "Smith, John" in the field of the surname
  std::uint32_t nickname;
  std::uint32_t abbreviates;
  std::uint32_t drops_legal_form;
  std::uint32_t misread;  // of texts beyond ASCII
  Spelling country_spelling;
  PhoneHabit phone_habit;
  std::string_view lead_sources;
};

std::span<const Source> lead_systems();
/// The address book of the CRM.
const Source& contact_system();

}  // namespace galena::examples::generator
