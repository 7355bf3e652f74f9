// Quick checks of text that is mostly ASCII.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "galena/base/utf8.hpp"

namespace galena::detail {

/// Eight bytes at a time. O(bytes).
inline bool is_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint64_t seen = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    seen |= word;
  }
  for (; i < text.size(); ++i) seen |= static_cast<unsigned char>(text[i]);
  return (seen & kHighBits) == 0;
}

inline bool is_valid_text(std::string_view text) { return is_ascii(text) || is_valid_utf8(text); }

}  // namespace galena::detail
