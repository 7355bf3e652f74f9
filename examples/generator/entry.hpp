#pragma once

// How a system's users write a person down: habits of the system, slips of people.

#include <cstdint>
#include <string>

#include "generator/leadgen.hpp"
#include "generator/people.hpp"
#include "generator/sources.hpp"

namespace galena::examples::generator {

/// What is true of a person when a row is written; the row may tell less.
struct Facts {
  const Person* person = nullptr;
  const Company* company = nullptr;
  const Place* place = nullptr;
  std::string last_name;
  std::string mail;
  Phone land_line;
  Phone mobile;
  bool knows_mail = false;    // the row has an address whatever the system asks for
  bool knows_mobile = false;  // the same for the mobile
  /// How careless: 100 for a row that repeats a person, less for a first one.
  std::uint32_t slips = 100;
};

/// Fills what concerns the person and the company; adds LeadChange bits.
void write_person(const Facts& facts, const Source& source, Stream& stream, Lead& lead);

/// The number as written in the country.
void append_phone(const Country& country, const Phone& phone, PhoneHabit habit, Stream& stream,
                  std::string& out);

}  // namespace galena::examples::generator
