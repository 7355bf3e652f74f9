// ShortTextIndex: numbers by texts of up to 15 bytes, which stand in the index themselves: one
// place in memory tells whether a text is there and which it is.
//
//   index.insert(ShortText("Ada"), 7);
//   index.find(ShortText("Ada"))   // 7
//
// Open addressing in the order of hashes, at most two of three places taken, as HashIndex. Hashes
// are other ones in each process, so that nobody can choose texts that collide; nothing that is
// found depends on them.
#pragma once

#include <absl/hash/hash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "detail/prefetch.hpp"
#include "detail/zeroed_array.hpp"

namespace galena::detail {

/// A text of up to 15 bytes: these, zeros, and how many they are.
class ShortText {
 public:
  static constexpr std::size_t kMost = 15;

  ShortText() {}  // without initial values: of many, most are set at once
  explicit ShortText(std::string_view text) {
    Bytes bytes{};
    std::copy(text.begin(), text.end(), bytes.begin());
    bytes[kMost] = static_cast<unsigned char>(text.size());
    words_ = std::bit_cast<Words>(bytes);
  }
  /// Where 16 bytes can be read from the text's first on.
  static ShortText within_larger(const char* text, std::size_t size) {
    ShortText read;
    std::memcpy(read.words_.data(), text, sizeof read.words_);
    for (std::size_t i = 0; i < 2; ++i)
      read.words_[i] = (read.words_[i] & kMasks[size][i]) | kSizes[size][i];
    return read;
  }

  [[nodiscard]] std::uint64_t hash() const { return absl::HashOf(words_[0], words_[1]); }
  friend bool operator==(const ShortText& a, const ShortText& b) {
    return ((a.words_[0] ^ b.words_[0]) | (a.words_[1] ^ b.words_[1])) == 0;
  }

 private:
  using Bytes = std::array<unsigned char, kMost + 1>;
  using Words = std::array<std::uint64_t, 2>;
  using BySize = std::array<Words, kMost + 1>;

  /// What of 16 bytes belongs to a text of each size.
  static constexpr BySize kMasks = [] {
    BySize masks{};
    Bytes bytes{};
    for (std::size_t size = 0; size <= kMost; ++size) {
      masks[size] = std::bit_cast<Words>(bytes);
      bytes[size] = 0xFF;
    }
    return masks;
  }();
  /// The last byte, which tells the size.
  static constexpr BySize kSizes = [] {
    BySize sizes{};
    Bytes bytes{};
    for (std::size_t size = 0; size <= kMost; ++size) {
      bytes[kMost] = static_cast<unsigned char>(size);
      sizes[size] = std::bit_cast<Words>(bytes);
    }
    return sizes;
  }();

  Words words_;
};

class ShortTextIndex {
 public:
  /// A text with its hash, for which memory can be asked ahead.
  struct Query {
    ShortText text;
    std::uint64_t hash;
  };
  static Query query(const ShortText& text) { return {text, text.hash()}; }

  /// The number of the text; 0: it is not there. O(1).
  [[nodiscard]] std::uint32_t find(const Query& query) const {
    if (places_.size() == 0) return 0;
    for (std::size_t at = first_place(query.hash);; at = next_place(at)) {
      const Place& place = places_[at];
      if (place.number == 0 || place.text == query.text) return place.number;
    }
  }
  void prefetch(const Query& query) const {
    if (places_.size() != 0) galena::detail::prefetch(&places_[first_place(query.hash)]);
  }
  /// Of a text that is not there, a number above 0. Throws std::bad_alloc, and then nothing has
  /// changed.
  void insert(const Query& query, std::uint32_t number) {
    if ((used_ + 1) * 3 > places_.size() * 2) grow(used_ * 3);
    place({query.text, number}, query.hash);
    ++used_;
  }

 private:
  struct Place {  // all zeros: free
    ShortText text;
    std::uint32_t number;
  };

  [[nodiscard]] std::size_t first_place(std::uint64_t hash) const {
    return static_cast<std::size_t>((hash >> 32) * places_.size() >> 32);
  }
  [[nodiscard]] std::size_t next_place(std::size_t at) const {
    return at + 1 == places_.size() ? 0 : at + 1;
  }
  void place(const Place& entry, std::uint64_t hash) {
    std::size_t at = first_place(hash);
    while (places_[at].number != 0) at = next_place(at);
    places_[at] = entry;
  }
  void grow(std::size_t places) {
    constexpr std::size_t kFewest = 64;
    // Made before the old places go: where there is no memory for it nothing is lost.
    ZeroedArray<Place> old(std::max(kFewest, places));
    old.make_ready(0, old.size());
    std::swap(old, places_);
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (old[i].number != 0) place(old[i], old[i].text.hash());
    }
  }

  ZeroedArray<Place> places_;
  std::size_t used_ = 0;
};

}  // namespace galena::detail
