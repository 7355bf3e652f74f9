// Reading the generated tables: what the look-ups of names and those of contacts share.
#pragma once

#include <algorithm>
#include <bitset>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <string_view>
#include <utility>

#include "match/hash.hpp"

namespace galena::match::tables {

template <class T>
using TextMap = boost::unordered_flat_map<std::string_view, T, TextHash, TextEqual>;
/// A look-up of words of which few are in the table: most are told by their ends and size, without
/// a hash.
template <class T>
class WordTable {
 public:
  /// The entry of that word, made when new.
  T& operator[](std::string_view word) {
    if (!word.empty()) ends_.set(place_of(word));
    return entries_[word];
  }
  /// Null when the word is not in the table.
  [[nodiscard]] const T* find(std::string_view word) const {
    if (word.empty() || !ends_[place_of(word)]) return nullptr;
    const auto found = entries_.find(word);
    return found == entries_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] TextMap<T>& entries() { return entries_; }

 private:
  static constexpr std::size_t kPlaces = 1U << 14;
  static std::size_t place_of(std::string_view word) {
    const std::size_t first = static_cast<unsigned char>(word.front());
    const std::size_t middle = static_cast<unsigned char>(word[word.size() / 2]);
    const std::size_t last = static_cast<unsigned char>(word.back());
    return (first * 1667 + middle * 457 + last * 89 + word.size() * 7) % kPlaces;
  }
  std::bitset<kPlaces> ends_;
  TextMap<T> entries_;
};

using TextSet = boost::unordered_flat_set<std::string_view, TextHash, TextEqual>;

/// Calls `use` with every entry of a generated table.
template <class Use>
void for_each_entry(std::string_view table, Use use) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    if (end != 0) use(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
}

/// What is before the first separator, and what is behind it.
inline std::pair<std::string_view, std::string_view> split_first(std::string_view text,
                                                                 char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace galena::match::tables
