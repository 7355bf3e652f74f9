// Sixteen bytes of text at a time: what each of them is, and as one bit a byte.
//
//   const ByteVector bytes = lower_bytes(load_bytes("J.Smith@Acme.com"));
//   bits_of(bytes == '@') == 1 << 7;
//
// Vectors that every x86-64 and aarch64 has; a byte that is no ASCII is below all others.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace galena::match {

using ByteVector = signed char __attribute__((vector_size(16)));
inline constexpr std::size_t kVectorBytes = sizeof(ByteVector);

inline ByteVector load_bytes(const char* bytes) {
  ByteVector vector;
  std::memcpy(&vector, bytes, sizeof vector);
  return vector;
}
inline void store_bytes(ByteVector vector, char* bytes) {
  std::memcpy(bytes, &vector, sizeof vector);
}

/// All bits of the bytes from `first` to `last`, of which `first` is ASCII.
inline ByteVector bytes_between(ByteVector bytes, char first, char last) {
  return (bytes >= static_cast<signed char>(first)) & (bytes <= static_cast<signed char>(last));
}
inline ByteVector bytes_equal(ByteVector bytes, char c) {
  return bytes == static_cast<signed char>(c);
}
/// Capital ASCII letters made small.
inline ByteVector lower_bytes(ByteVector bytes) {
  constexpr signed char kBetweenCases = 'a' - 'A';
  return bytes | (bytes_between(bytes, 'A', 'Z') & kBetweenCases);
}

using VectorHalves = std::array<std::uint64_t, 2>;

/// Whether all bytes have all bits.
inline bool is_all(ByteVector told) {
  const auto halves = std::bit_cast<VectorHalves>(told);
  return (halves[0] & halves[1]) == ~std::uint64_t{0};
}
inline bool is_any(ByteVector told) {
  const auto halves = std::bit_cast<VectorHalves>(told);
  return (halves[0] | halves[1]) != 0;
}
/// One bit for each byte that has all bits, the first byte's the lowest.
inline std::uint64_t bits_of(ByteVector told) {
  constexpr std::uint64_t kLowest = 0x0101010101010101U;
  constexpr std::uint64_t kGather = 0x0102040810204080U;  // bit 8 i goes to bit 56 + i
  auto halves = std::bit_cast<VectorHalves>(told);
  if constexpr (std::endian::native == std::endian::big) {
    for (std::uint64_t& half : halves) half = __builtin_bswap64(half);
  }
  return (halves[0] & kLowest) * kGather >> 56 | ((halves[1] & kLowest) * kGather >> 56) << 8;
}

}  // namespace galena::match
