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
#include "match/memory.hpp"

namespace galena::match {

class AgreementMemo {
 public:
  static constexpr std::size_t kMany = std::size_t{1} << 17;  ///< agreements, of a whole search
  static constexpr std::size_t kSome = std::size_t{1} << 13;  ///< of some ten thousand pairs

  /// Remembers so many, a power of two.
  explicit AgreementMemo(std::size_t places = kMany) : places_(places) {}

  /// Two different values of a feature, and where their agreement stands if it is known.
  struct Query {
    ValueId a = kBlank;
    ValueId b = kBlank;
    std::uint32_t feature = 0;
    std::uint32_t place = 0;
  };
  [[nodiscard]] Query query(std::size_t feature, ValueId a, ValueId b) const {
    return {a, b, static_cast<std::uint32_t>(feature),
            static_cast<std::uint32_t>(hash_pair(pair_of(a, b), feature) & (places_.size() - 1))};
  }
  void prefetch(const Query& query) const { galena::match::prefetch(&places_[query.place]); }
  /// Null where it is not known.
  [[nodiscard]] const Agreement* find(const Query& query) const {
    const Place& place = places_[query.place];
    const bool known = place.pair == pair_of(query.a, query.b) && place.feature == query.feature;
    return known ? &place.agreement : nullptr;
  }
  void put(const Query& query, const Agreement& agreement) {
    places_[query.place] = {pair_of(query.a, query.b), query.feature, agreement};
  }

 private:
  static std::uint64_t pair_of(ValueId a, ValueId b) { return std::uint64_t{a} << 32 | b; }
  struct Place {
    std::uint64_t pair = 0;  ///< 0: free, as no value is blank
    std::uint32_t feature = 0;
    Agreement agreement;
  };
  std::vector<Place> places_;
};

}  // namespace galena::match
