// Quick checks of text that is mostly ASCII.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "galena/base/utf8.hpp"

namespace galena::detail {

/// As is_valid_utf8(), eight bytes at a time where they are ASCII. O(bytes).
inline bool is_valid_text(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t word = 0;
    if (at + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & kHighBits) == 0) {
        at += sizeof word;
        continue;
      }
    }
    if (next_character(text, at) == kNoCharacter) return false;
  }
  return true;
}

/// Whether a byte begins a character of valid UTF-8.
constexpr bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace galena::detail
