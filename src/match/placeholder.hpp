// What people write where they have nothing to write: "n/a", "unbekannt", 000-00-0000,
// test@test.com. It is read as blank.
#pragma once

#include <string_view>

#include "galena/record/kind.hpp"

namespace galena::match {

/// Whether a value of the kind stands for nothing by its words ("unknown", "k.A."). Words that are
/// a name somewhere (Na, Null) do so in texts, streets and identifiers alone. O(1) for most texts.
bool is_placeholder(Kind kind, std::string_view text);

/// Whether an address stands for nothing: test@test.com, noemail@anything.
bool is_placeholder_address(std::string_view mailbox, std::string_view registrable);

/// Whether a number is one digit again and again (seven times and more), or 123456789 or the like.
bool is_placeholder_number(std::string_view digits);

/// The first or the last day of a calendar, and where those of spreadsheets begin.
bool is_placeholder_day(int year, int month, int day);

}  // namespace galena::match
