// HashIndex: numbers by the hashes of what they stand for, kept elsewhere.
//
//   index.insert(hash, 7);
//   index.find(hash, [&](std::uint32_t number) { return texts[number] == text; })   // 7, or 0
//
// Open addressing in the order of hashes, so that growing reads and writes from one end to the
// other; at most two of three places are taken. Where many are looked up, prefetch() and
// candidate() ask for the memory of each while others are on their way.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "detail/prefetch.hpp"
#include "detail/zeroed_array.hpp"

namespace galena::detail {

/// Looking up may be done by several threads at a time.
class HashIndex {
 public:
  /// The number with this hash of which `equal` is true; 0: none. O(1) of hashes that differ above.
  template <class Equal>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Equal equal) const {
    if (places_.size() == 0) return 0;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t at = first_place(tag);; at = next_place(at)) {
      const Place& place = places_[at];
      if (place.number == 0) return 0;
      if (place.tag == tag && equal(place.number)) return place.number;
    }
  }
  /// The first number whose hash begins alike, most likely the one; 0: none.
  [[nodiscard]] std::uint32_t candidate(std::uint64_t hash) const {
    return find(hash, [](std::uint32_t) { return true; });
  }
  void prefetch(std::uint64_t hash) const {
    if (places_.size() != 0)
      galena::detail::prefetch(&places_[first_place(static_cast<std::uint32_t>(hash >> 32))]);
  }

  /// Of a number above 0 that is not there. Throws std::bad_alloc, and then nothing has changed.
  void insert(std::uint64_t hash, std::uint32_t number) {
    if ((used_ + 1) * 3 > places_.size() * 2) grow(used_ * 3);
    place({static_cast<std::uint32_t>(hash >> 32), number});
    ++used_;
  }
  /// Makes room for so many numbers in all.
  void reserve(std::size_t numbers) {
    if (numbers * 3 > places_.size() * 2) grow(numbers * 3 / 2);
  }
  /// Bytes.
  [[nodiscard]] std::size_t memory() const { return places_.size() * sizeof(Place); }

 private:
  struct Place {  // all zeros: free
    std::uint32_t tag;
    std::uint32_t number;
  };

  [[nodiscard]] std::size_t first_place(std::uint32_t tag) const {
    return static_cast<std::size_t>(std::uint64_t{tag} * places_.size() >> 32);
  }
  [[nodiscard]] std::size_t next_place(std::size_t at) const {
    return at + 1 == places_.size() ? 0 : at + 1;
  }
  void place(Place entry) {
    std::size_t at = first_place(entry.tag);
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
      if (old[i].number != 0) place(old[i]);
    }
  }

  ZeroedArray<Place> places_;
  std::size_t used_ = 0;
};

}  // namespace galena::detail
