// ValuePair: two different values of one feature, and what comparing them asks again and again.
#pragma once

#include <algorithm>
#include <bit>
#include <string_view>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/edit_distance.hpp"
#include "match/feature.hpp"
#include "match/value_store.hpp"

namespace galena::match {

struct ValuePair {
  const ValueStore& store_a;
  const StoredValue& a;
  const ValueStore& store_b;
  const StoredValue& b;

  [[nodiscard]] std::string_view text_a() const { return store_a.text(a); }
  [[nodiscard]] std::string_view text_b() const { return store_b.text(b); }
  [[nodiscard]] bool ascii() const { return (a.flags & b.flags & kAscii) != 0; }
  /// The commoner of the two: an agreement is at most as rare as it.
  [[nodiscard]] Weight rarity() const { return std::min(a.rarity, b.rarity); }

  /// Characters of the shorter text.
  [[nodiscard]] std::size_t shorter() const {
    return ascii() ? std::min(a.size, b.size) : std::min(length_of(text_a()), length_of(text_b()));
  }
  [[nodiscard]] std::size_t osa(std::size_t limit) const {
    return ascii() ? osa_ascii(text_a(), text_b(), limit)
                   : galena::match::osa(text_a(), text_b(), limit);
  }
  [[nodiscard]] double jaro_winkler() const {
    return ascii() ? jaro_winkler_ascii(text_a(), text_b())
                   : galena::match::jaro_winkler(text_a(), text_b());
  }
  /// Characters that only one text has: an edit changes at most two.
  [[nodiscard]] int characters_apart() const { return std::popcount(a.mask ^ b.mask); }
};

/// Several words together are at most as rare as a value can be.
inline Weight capped(const ValuePair& pair, WeightSum weight) {
  return static_cast<Weight>(std::clamp<WeightSum>(weight, 0, pair.store_a.most_rarity()));
}

/// The token of `value` with that hash, or null.
inline const Token* token_with(const ValueStore& store, const StoredValue& value,
                               std::uint64_t hash) {
  for (const TokenId id : store.tokens(value)) {
    if (store.token(id).hash == hash) return &store.token(id);
  }
  return nullptr;
}

/// Levels of names of persons, as compare_values() gives them.
Agreement compare_first_names(const ValuePair& pair);
Agreement compare_middle_names(const ValuePair& pair);
Agreement compare_last_names(const ValuePair& pair);
Agreement compare_full_names(const ValuePair& pair);

}  // namespace galena::match
