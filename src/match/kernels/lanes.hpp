// One query against 64 short texts at once, a lane of a vector each: the kernels of edit_words.hpp
// and jaro_words.hpp for vectors, built for several instruction sets and chosen at run time.
//
// The texts of a block stand side by side, character by character, as codes of up to 64 different
// characters. The query is the pattern: a table gives its mask for each code, a byte of the mask at
// a time, which one shuffle looks up for all lanes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace galena::match::kernels {

inline constexpr std::size_t kLanes = 64;
inline constexpr std::size_t kLongestLane = 64;  // characters of a text in a lane
inline constexpr std::uint8_t kPad = 0x80;       // the code after the end of a text

/// The query: where each code stands in it.
struct LaneQuery {
  alignas(64) std::uint8_t masks[8][64] = {};  // [byte of the mask][code]
  std::size_t size = 0;                        // characters, up to 64
  bool few_codes = false;                      // codes are below 32
  std::array<std::uint8_t, 4> prefix{};        // the codes of the first characters

  void put(std::uint8_t code, std::size_t position) {
    masks[position / 8][code] =
        static_cast<std::uint8_t>(masks[position / 8][code] | 1U << (position % 8));
  }
  /// Bytes of a mask that are in use: 1, 2, 4 or 8.
  [[nodiscard]] std::size_t width() const {
    return size <= 8 ? 1 : size <= 16 ? 2 : size <= 32 ? 4 : 8;
  }
};

/// Up to 64 texts; the lanes without one are as those of empty texts.
struct LaneBlock {
  const std::uint8_t* codes = nullptr;  // [character][lane], `longest` characters
  const std::uint8_t* sizes = nullptr;  // [lane]
  std::size_t used = kLanes;            // the first lanes have a text
  std::size_t shortest = 0;
  std::size_t longest = 0;
};

using LaneBytes = std::array<std::uint8_t, kLanes>;

/// What Jaro's formula takes, by lane.
struct LaneAgreement {
  LaneBytes common;
  LaneBytes transposed;
  LaneBytes prefix;
};

/// The kernels built for one instruction set.
struct LaneKernels {
  std::string_view name;
  bool (*supported)();
  /// Distances of the texts to the query.
  void (*levenshtein)(const LaneQuery&, const LaneBlock&, LaneBytes&);
  void (*osa)(const LaneQuery&, const LaneBlock&, LaneBytes&);
  void (*indel)(const LaneQuery&, const LaneBlock&, LaneBytes&);
  /// The query of at most 32 characters. Lanes with fewer common characters than `least` say
  /// nothing about transpositions when no lane of the vector has more.
  void (*jaro)(const LaneQuery&, const LaneBlock&, const LaneBytes& least, LaneAgreement&);
};

/// All that were built, best first; the last is plain C++ and runs everywhere.
std::span<const LaneKernels> all_lane_kernels();

/// The first of them that this machine supports.
const LaneKernels& lane_kernels();

}  // namespace galena::match::kernels
