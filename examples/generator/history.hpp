#pragma once

// What changed in a person's life between two rows: the reason why duplicates are hard to see.

#include <cstdint>
#include <string>

#include "generator/clusters.hpp"
#include "generator/entry.hpp"

namespace galena::examples::generator {

/// Why a later row has another address.
enum class MailReason : std::uint8_t {
  kNone,
  kNewEmployer,
  kOtherBox,
  kOtherStyle,
  kOtherDomain,
  kSlip,
  kRole
};

/// What a row beyond the first of its person differs in, drawn before the rows are written.
struct Changes {
  MailReason mail = MailReason::kNone;
  bool married = false;
  bool new_phone = false;
  bool new_mobile = false;
  bool moved_house = false;
  bool keeps_mobile = false;  // the mobile stands in this row and in the first one
};

/// The changes of one row; none for copy 0.
Changes draw_changes(const People& people, std::uint64_t person, std::uint32_t copy);

/// The facts of one row. `place` and `employer` hold what the facts point to and outlive them.
struct Situation {
  Facts facts;
  Company employer;
  Place place;
  std::uint32_t changes = 0;  // LeadChange bits
};

void set_situation(const People& people, const Person& person, const Member& member,
                   Situation& situation);

}  // namespace galena::examples::generator
