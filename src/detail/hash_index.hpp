// HashIndex: numbers by the hashes of what they stand for, kept elsewhere.
//
//   index.insert(hash, 7);
//   index.find(hash, [&](std::uint32_t number) { return texts[number] == text; })   // 7, or 0
//
// Where many are looked up, prefetch() and candidate() ask for the memory of each while others are
// on their way.
#pragma once

#include <cstddef>
#include <cstdint>

#include "detail/open_places.hpp"

namespace galena::detail {

/// Looking up may be done by several threads at a time.
class HashIndex {
 public:
  /// The number with this hash of which `equal` is true; 0: none. O(1) of hashes that differ above.
  template <class Equal>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Equal equal) const {
    const std::uint32_t tag = tag_of(hash);
    return places_.find(
        tag, [&](const Place& place) { return place.upper == tag && equal(place.number); });
  }
  /// The first number whose hash begins alike, most likely the one; 0: none.
  [[nodiscard]] std::uint32_t candidate(std::uint64_t hash) const {
    return find(hash, [](std::uint32_t) { return true; });
  }
  void prefetch(std::uint64_t hash) const { places_.prefetch(tag_of(hash)); }

  /// Of a number above 0 that is not there. Throws std::bad_alloc, and then nothing has changed.
  void insert(std::uint64_t hash, std::uint32_t number) {
    places_.insert({tag_of(hash), number}, tag_of(hash));
  }
  /// Makes room for so many numbers in all.
  void reserve(std::size_t numbers) { places_.reserve(numbers); }
  /// Bytes.
  [[nodiscard]] std::size_t memory() const { return places_.memory(); }

 private:
  struct Place {
    std::uint32_t upper;  ///< half of the hash
    std::uint32_t number;
    [[nodiscard]] std::uint32_t tag() const { return upper; }
  };
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  OpenPlaces<Place> places_;
};

}  // namespace galena::detail
