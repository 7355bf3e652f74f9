// Counting and masking bits in one word.
#pragma once

#include <cstddef>
#include <cstdint>

namespace galena::match::kernels {

/// std::popcount() is a call into the compiler's library where the machine need not have the
/// instruction; this is the same in line.
constexpr std::size_t bit_count(std::uint64_t word) {
  word -= word >> 1 & 0x5555555555555555U;
  word = (word & 0x3333333333333333U) + (word >> 2 & 0x3333333333333333U);
  word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::size_t>(word * 0x0101010101010101U >> 56);
}

/// The lowest `count` bits, 0 to 64.
constexpr std::uint64_t low_bits(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

}  // namespace galena::match::kernels
