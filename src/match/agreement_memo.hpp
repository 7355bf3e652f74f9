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

namespace galena::match {

class AgreementMemo {
 public:
  AgreementMemo() : places_(kPlaces) {}

  /// The agreement of two different values of a feature, `compare()` where it is not known.
  template <class Compare>
  Agreement find(std::size_t feature, ValueId a, ValueId b, Compare compare) {
    const std::uint64_t pair = std::uint64_t{a} << 32 | b;
    Place& place = places_[hash_pair(pair, feature) % kPlaces];
    if (place.pair != pair || place.feature != feature) {
      place = {pair, static_cast<std::uint32_t>(feature), compare()};
    }
    return place.agreement;
  }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 15;
  struct Place {
    std::uint64_t pair = 0;  ///< 0: free, as no value is blank
    std::uint32_t feature = 0;
    Agreement agreement;
  };
  std::vector<Place> places_;
};

}  // namespace galena::match
