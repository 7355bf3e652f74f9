// Text whose UTF-8 was read as Windows-1252 or Latin-1 on its way here: "FranÃ§ois".
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "detail/plain_ascii.hpp"

namespace galena::match {

/// Whether a text may be so damaged; false for most others.
inline bool may_be_mojibake(std::string_view text) {
  if (galena::detail::is_plain_ascii(text)) return false;
  // What became several letters begins with one from Â to ñ, two bytes of which this is the first;
  // those behind it are no ASCII either.
  constexpr char kLead = '\xC3';
  for (std::size_t at = text.find(kLead); at != std::string_view::npos;
       at = text.find(kLead, at + 1)) {
    if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0x80) return true;
  }
  return false;
}

/// Puts the letters of Latin, Greek, Cyrillic and Vietnamese and the signs of typography back that
/// such reading made two or three characters of, also where it was done twice. Greek and Cyrillic
/// only where two come together, since "Ñº" may be meant. Anything else stays as it is; repairing
/// again changes nothing. O(text).
std::string repair_mojibake(std::string_view text);

/// The same for the parts of a value; theirs until the thread's next call.
std::span<const std::string_view> repair_mojibake(std::span<const std::string_view> parts);

}  // namespace galena::match
