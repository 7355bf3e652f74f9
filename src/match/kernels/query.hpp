// A query prepared for comparison with one text after another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/characters.hpp"

namespace galena::match::kernels {

/// Masks of a query of up to 64 characters for texts of either kind.
class QueryMasks {
 public:
  void put(char32_t c, std::uint64_t bit) {
    if (c < 128) ascii_[c] |= bit;
  }
  void set_wide(std::span<const char32_t> pattern) { wide_.emplace_back(pattern); }
  [[nodiscard]] std::uint64_t operator[](char c) const {
    return ascii_[static_cast<unsigned char>(c)];
  }
  [[nodiscard]] std::uint64_t operator[](char32_t c) const {
    if (c < 128) return ascii_[c];
    return wide_.empty() ? 0 : wide_.front()[c];
  }

 private:
  std::array<std::uint64_t, 128> ascii_{};
  std::vector<WideMasks> wide_;  // one, when the query has other characters
};

struct QueryState {
  explicit QueryState(std::string_view query);

  std::string bytes;
  std::vector<char32_t> characters;
  bool ascii = false;
  QueryMasks masks;      // up to 64 characters
  LongMasks long_masks;  // beyond
};

/// The kernels for one text, given as characters.
using Wide = std::span<const char32_t>;
std::size_t edit_distance(const QueryState& query, bool swaps, std::string_view text,
                          std::size_t limit);
std::size_t edit_distance(const QueryState& query, bool swaps, Wide text, std::size_t limit);
std::size_t indel_distance(const QueryState& query, std::string_view text, std::size_t limit);
std::size_t indel_distance(const QueryState& query, Wide text, std::size_t limit);
double jaro_similarity(const QueryState& query, std::string_view text, double prefix_weight,
                       double minimum);
double jaro_similarity(const QueryState& query, Wide text, double prefix_weight, double minimum);

}  // namespace galena::match::kernels
