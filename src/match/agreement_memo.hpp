// AgreementMemo: agreements of values that were compared lately.
//
// Names, cities and the like meet again and again; finding their agreement here costs less than
// reading the two values. It only repeats what compare_values() says, so it decides nothing. For
// one thread.
#pragma once

#include <cstdint>
#include <vector>

#include "match/feature.hpp"
#include "match/hash.hpp"
#include "match/prefetch.hpp"

namespace galena::match {

class AgreementMemo {
 public:
  AgreementMemo() : places_(kPlaces) {}

  /// The agreement of two different values of a feature, `compare()` where it is not known.
  template <class Compare>
  Agreement find(std::size_t feature, ValueId a, ValueId b, Compare compare) {
    Place& place = places_[place_of(feature, a, b)];
    if (!place.is(feature, a, b)) {
      place = {pair_of(a, b), static_cast<std::uint32_t>(feature), compare()};
    }
    return place.agreement;
  }
  [[nodiscard]] bool knows(std::size_t feature, ValueId a, ValueId b) const {
    return places_[place_of(feature, a, b)].is(feature, a, b);
  }
  void prefetch(std::size_t feature, ValueId a, ValueId b) const {
    galena::match::prefetch(&places_[place_of(feature, a, b)]);
  }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 15;
  static std::uint64_t pair_of(ValueId a, ValueId b) { return std::uint64_t{a} << 32 | b; }
  static std::size_t place_of(std::size_t feature, ValueId a, ValueId b) {
    return hash_pair(pair_of(a, b), feature) % kPlaces;
  }
  struct Place {
    std::uint64_t pair = 0;  ///< 0: free, as no value is blank
    std::uint32_t feature = 0;
    Agreement agreement;

    [[nodiscard]] bool is(std::size_t of, ValueId a, ValueId b) const {
      return pair == pair_of(a, b) && feature == of;
    }
  };
  std::vector<Place> places_;
};

}  // namespace galena::match
