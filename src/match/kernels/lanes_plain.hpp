// The kernels of lanes.hpp without vectors: for machines that have none of the instruction sets.
#pragma once

#include "match/kernels/edit_words.hpp"
#include "match/kernels/jaro_words.hpp"
#include "match/kernels/lanes.hpp"

namespace galena::match::kernels::plain {

/// Masks of a query by code, as one word.
class CodeMasks {
 public:
  explicit CodeMasks(const LaneQuery& query) {
    for (std::size_t code = 0; code < 64; ++code) {
      for (std::size_t byte = 0; byte < query.width(); ++byte) {
        masks_[code] |= static_cast<std::uint64_t>(query.masks[byte][code]) << (8 * byte);
      }
    }
  }
  std::uint64_t operator[](std::uint8_t code) const { return masks_[code]; }

 private:
  std::array<std::uint64_t, 64> masks_{};
};

/// The text of one lane, brought together.
class LaneText {
 public:
  LaneText(const LaneBlock& block, std::size_t lane) : size_(block.sizes[lane]) {
    for (std::size_t i = 0; i < size_; ++i) codes_[i] = block.codes[i * kLanes + lane];
  }
  [[nodiscard]] std::span<const std::uint8_t> view() const { return {codes_, size_}; }

 private:
  std::size_t size_;
  std::uint8_t codes_[kLongestLane];
};

template <bool kSwaps>
void edit(const LaneQuery& query, const LaneBlock& block, LaneBytes& distances) {
  const CodeMasks masks(query);
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const LaneText text(block, lane);
    const std::size_t distance =
        query.size == 0 ? text.view().size() : edit_word<kSwaps>(masks, query.size, text.view());
    distances[lane] = static_cast<std::uint8_t>(distance);
  }
}

inline void indel(const LaneQuery& query, const LaneBlock& block, LaneBytes& distances) {
  const CodeMasks masks(query);
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const LaneText text(block, lane);
    const std::size_t common = subsequence_word<false>(masks, text.view(), 0);
    distances[lane] = static_cast<std::uint8_t>(query.size + text.view().size() - 2 * common);
  }
}

inline void jaro(const LaneQuery& query, const LaneBlock& block, const LaneBytes& least,
                 LaneAgreement& agreement) {
  const CodeMasks masks(query);
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const LaneText text(block, lane);
    Agreement found;
    if (!text.view().empty()) {
      found = agree_in_words<true>(masks, query.size, text.view(), least[lane]);
    }
    agreement.common[lane] = static_cast<std::uint8_t>(found.common);
    agreement.transposed[lane] = static_cast<std::uint8_t>(found.transposed);
    const std::size_t prefix = std::min(query.size, query.prefix.size());
    const std::span<const std::uint8_t> start(query.prefix.data(), prefix);
    agreement.prefix[lane] = static_cast<std::uint8_t>(common_prefix(start, text.view()));
  }
}

}  // namespace galena::match::kernels::plain
