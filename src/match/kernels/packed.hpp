// Texts in blocks of 64 lanes, and one query against all of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/kernels/lanes.hpp"
#include "match/kernels/query.hpp"

namespace galena::match::kernels {

inline constexpr std::uint8_t kNoCode = 63;  // a character that no text of the blocks has

/// The codes of up to 63 characters.
class Alphabet {
 public:
  Alphabet() { ascii_.fill(kNoCode); }
  /// Adds a character that is not there; false when there is no room.
  bool add(char32_t c);
  [[nodiscard]] std::uint8_t code(char c) const { return ascii_[static_cast<unsigned char>(c)]; }
  [[nodiscard]] std::uint8_t code(char32_t c) const { return c < 128 ? ascii_[c] : wide_code(c); }
  [[nodiscard]] char32_t character(std::uint8_t code) const { return characters_[code]; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  [[nodiscard]] std::uint8_t wide_code(char32_t c) const;
  std::array<std::uint8_t, 256> ascii_;  // 128 and above: no character
  std::array<char32_t, 64> characters_{};
  std::vector<std::pair<char32_t, std::uint8_t>> others_;  // sorted
  std::size_t size_ = 0;
};

struct PackedBlock {
  std::size_t first_code = 0;  // in PackedState::codes
  std::uint8_t shortest = 0;
  std::uint8_t longest = 0;
};

struct PackedState {
  explicit PackedState(std::span<const std::string_view> texts);

  [[nodiscard]] LaneBlock block(std::size_t index) const {
    const PackedBlock& block = blocks[index];
    const std::size_t used = std::min(kLanes, places.size() - index * kLanes);
    return {codes.data() + block.first_code, sizes.data() + index * kLanes, used, block.shortest,
            block.longest};
  }

  std::size_t size = 0;
  Alphabet alphabet;
  std::vector<PackedBlock> blocks;
  std::vector<std::uint8_t> codes;
  std::vector<std::uint8_t> sizes;    // [block][lane]
  std::vector<std::uint32_t> places;  // [block][lane]: the number of the text
  std::vector<std::string> loose;     // texts that fit no lane
  std::vector<std::uint32_t> loose_places;
};

enum class EditKind { levenshtein, osa, indel };

void distances(const QueryState& query, const PackedState& texts, EditKind kind, std::size_t limit,
               std::span<std::uint32_t> out, const LaneKernels& kernels = lane_kernels());
void distances(const QueryState& query, std::span<const std::string_view> texts, EditKind kind,
               std::size_t limit, std::span<std::uint32_t> out,
               const LaneKernels& kernels = lane_kernels());
void similarities(const QueryState& query, const PackedState& texts, double prefix_weight,
                  double minimum, std::span<double> out,
                  const LaneKernels& kernels = lane_kernels());
void similarities(const QueryState& query, std::span<const std::string_view> texts,
                  double prefix_weight, double minimum, std::span<double> out,
                  const LaneKernels& kernels = lane_kernels());

}  // namespace galena::match::kernels
