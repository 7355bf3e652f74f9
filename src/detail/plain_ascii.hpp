// is_plain_ascii: whether a text needs no look at its characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace galena::detail {

/// Eight bytes at a time: most texts are short, and this is asked of both texts of every pair.
inline bool is_plain_ascii(std::string_view text) {
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t any = 0;
  std::uint64_t word = 0;
  if (left >= 8) {
    for (; left > 8; left -= 8, at += 8) {
      std::memcpy(&word, at, 8);
      any |= word;
    }
    std::memcpy(&word, text.data() + text.size() - 8, 8);
    return ((any | word) & 0x8080808080808080U) == 0;
  }
  for (; left > 0; --left, ++at) any |= static_cast<unsigned char>(*at);
  return any < 0x80;
}

}  // namespace galena::detail
