// OpenPlaces: numbers in a table with open addressing, in the order of 32-bit tags, so that growing
// reads and writes from one end to the other; at most two of three places are taken.
//
// What else stands in a place, and so how it is told from others, is up to who uses it:
// HashIndex, ShortTextIndex.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "detail/prefetch.hpp"
#include "detail/zeroed_array.hpp"

namespace galena::detail {

/// A place has a `number`, 0 where it is free, which all zeros must be; Place::tag() is that of
/// what stands there. Looking up may be done by several threads at a time.
template <class Place>
class OpenPlaces {
 public:
  /// The number of the first place from the tag's on of which is_it(place) is true; 0: none. O(1)
  /// of tags that differ.
  template <class IsIt>
  [[nodiscard]] std::uint32_t find(std::uint32_t tag, IsIt is_it) const {
    if (places_.size() == 0) return 0;
    for (std::size_t at = first_place(tag);; at = next_place(at)) {
      const Place& place = places_[at];
      if (place.number == 0 || is_it(place)) return place.number;
    }
  }
  void prefetch(std::uint32_t tag) const {
    if (places_.size() != 0) galena::detail::prefetch(&places_[first_place(tag)]);
  }
  /// Of a number above 0 that is not there. Throws std::bad_alloc, and then nothing has changed.
  void insert(const Place& entry, std::uint32_t tag) {
    if ((used_ + 1) * 3 > places_.size() * 2) grow(used_ * 3);
    put(entry, tag);
    ++used_;
  }
  /// Makes room for so many numbers in all.
  void reserve(std::size_t numbers) {
    if (numbers * 3 > places_.size() * 2) grow(numbers * 3 / 2);
  }
  /// Bytes.
  [[nodiscard]] std::size_t memory() const { return places_.size() * sizeof(Place); }

 private:
  [[nodiscard]] std::size_t first_place(std::uint32_t tag) const {
    return static_cast<std::size_t>(std::uint64_t{tag} * places_.size() >> 32);
  }
  [[nodiscard]] std::size_t next_place(std::size_t at) const {
    return at + 1 == places_.size() ? 0 : at + 1;
  }
  void put(const Place& entry, std::uint32_t tag) {
    std::size_t at = first_place(tag);
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
      if (old[i].number != 0) put(old[i], old[i].tag());
    }
  }

  ZeroedArray<Place> places_;
  std::size_t used_ = 0;
};

}  // namespace galena::detail
