// A fixed 64-bit hash: the same on every machine and run, so that hashes may be stored and may
// decide orders. Not for hostile input. After wyhash (Wang Yi, public domain), with our own
// constants.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace galena::match {

namespace hash_detail {
inline constexpr std::uint64_t kA = 0x9e3779b97f4a7c15U;
inline constexpr std::uint64_t kB = 0xd6e8feb86659fd93U;

inline std::uint64_t fold_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// One to eight bytes, little end first whatever the machine. Loads of fixed sizes that overlap: a
/// copy of a size not known to the compiler is a call.
inline std::uint64_t load(const char* bytes, std::size_t count) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (count == 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    return word;
  }
  if (count >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, bytes, 4);
    std::memcpy(&high, bytes + count - 4, 4);
    return low | static_cast<std::uint64_t>(high) << (8 * (count - 4));
  }
#endif
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}
}  // namespace hash_detail

/// Mixes two words into one.
inline std::uint64_t hash_pair(std::uint64_t a, std::uint64_t b) {
  return hash_detail::fold_product(a ^ hash_detail::kA, b ^ hash_detail::kB);
}

/// Hash of bytes. O(bytes).
inline std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0) {
  std::uint64_t state =
      seed ^ hash_detail::fold_product(text.size() ^ hash_detail::kB, hash_detail::kA);
  const char* bytes = text.data();
  std::size_t left = text.size();
  for (; left > 8; left -= 8, bytes += 8) state = hash_pair(state, hash_detail::load(bytes, 8));
  if (left != 0) state = hash_pair(state, hash_detail::load(bytes, left));
  return hash_pair(state, text.size());
}

/// Transparent hash for tables keyed by text.
struct TextHash {
  using is_transparent = void;
  using is_avalanching = void;
  std::size_t operator()(std::string_view text) const {
    return static_cast<std::size_t>(hash_text(text));
  }
};
struct TextEqual {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return a == b; }
};

}  // namespace galena::match
