// ShortTextIndex: numbers by texts of up to 15 bytes, which stand in the index themselves: one
// place in memory tells whether a text is there and which it is.
//
//   index.insert(ShortTextIndex::query(ShortText("Ada")), 7);
//   index.find(ShortTextIndex::query(ShortText("Ada")))   // 7
//
// Hashes are other ones in each process, so that nobody can choose texts that collide; nothing that
// is found depends on them.
#pragma once

#include <absl/hash/hash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "detail/open_places.hpp"

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
    return places_.find(tag_of(query.hash),
                        [&](const Place& place) { return place.text == query.text; });
  }
  void prefetch(const Query& query) const { places_.prefetch(tag_of(query.hash)); }
  /// Of a text that is not there, a number above 0. Throws std::bad_alloc, and then nothing has
  /// changed.
  void insert(const Query& query, std::uint32_t number) {
    places_.insert({query.text, number}, tag_of(query.hash));
  }

 private:
  struct Place {
    ShortText text;
    std::uint32_t number;
    [[nodiscard]] std::uint32_t tag() const { return tag_of(text.hash()); }
  };
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  OpenPlaces<Place> places_;
};

}  // namespace galena::detail
