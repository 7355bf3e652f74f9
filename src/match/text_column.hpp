// TextColumnEncoder: a column of text to the numbers of its values.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "galena/record/column.hpp"
#include "match/hash.hpp"
#include "match/layout.hpp"
#include "match/prefetch.hpp"
#include "match/text.hpp"

namespace galena::match {

/// Remembers which value a raw text became, so that each different text is normalised once.
/// Open addressing on 64-bit hashes; two texts with one hash are told apart by comparing the rows'
/// texts, which the caller does through `same`.
class RawMemo {
 public:
  RawMemo() : places_(1024) {}

  void prefetch(std::uint64_t hash) const {
    match::prefetch(&places_[hash & (places_.size() - 1)]);
  }
  /// The value of a text, null when it is new.
  template <class Same>
  [[nodiscard]] const ValueId* find(std::uint64_t hash, Same same) const {
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Place& place = places_[at];
      if (place.next_row == 0) return nullptr;
      if (place.hash == hash && same(place.next_row - 1)) return &place.value;
    }
  }
  /// Of a text that is not there.
  void add(std::uint64_t hash, std::size_t row, ValueId value) {
    if ((used_ + 1) * 2 > places_.size()) grow();
    put({hash, static_cast<std::uint32_t>(row) + 1, value});
    ++used_;
  }

 private:
  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t next_row = 0;  ///< 0: free
    ValueId value = 0;
  };
  void put(const Place& place) {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = place.hash & mask;
    while (places_[at].next_row != 0) at = (at + 1) & mask;
    places_[at] = place;
  }
  void grow() {
    std::vector<Place> old(places_.size() * 2);
    old.swap(places_);
    for (const Place& place : old) {
      if (place.next_row != 0) put(place);
    }
  }
  std::vector<Place> places_;
  std::size_t used_ = 0;
};

/// One text column: by dictionary code where there is one, else row by row, with a memo as long as
/// texts come again. Rows go through in blocks: what the next step of each needs is on its way
/// from memory while the others are worked on.
class TextColumnEncoder {
 public:
  TextColumnEncoder(const Column& column, const Feature& feature, ValueStore& store)
      : column_(column), feature_(feature), store_(store) {}

  template <class Put>
  void run(Put put) {
    if (column_.is_dictionary()) {
      std::vector<ValueId> values(column_.distinct_size());
      run_blocks(
          values.size(), [&](std::size_t i) { return column_.distinct(i); },
          [&](std::size_t i, ValueId value) { values[i] = value; }, false);
      for (std::size_t row = 0; row < column_.size(); ++row) {
        if (column_.is_null(row)) continue;
        put(row, values[static_cast<std::size_t>(column_.codes()[row])]);
      }
    } else {
      run_blocks(
          column_.size(), [&](std::size_t row) { return column_.text(row); }, put, true);
    }
  }

 private:
  static constexpr std::size_t kBlock = 32;
  static constexpr std::size_t kTrial = 1U << 16;  // texts after which a memo must have paid

  /// A row on its way.
  struct Item {
    std::size_t row = 0;
    std::string_view text;
    std::uint64_t raw_hash = 0;
    std::uint64_t hash = 0;  ///< of the normal form
    bool known = false;      ///< the value was remembered
    ValueId value = kBlank;
    Encoded encoded;
  };

  template <class TextOf, class Put>
  void run_blocks(std::size_t rows, TextOf text_of, Put put, bool remembers) {
    remembers_ = remembers;
    const auto same = [&](const Item& item) {
      return [&, text = item.text](std::size_t row) { return text_of(row) == text; };
    };
    for (std::size_t row = 0; row < rows;) {
      std::size_t count = 0;
      for (; row < rows && count < kBlock; ++row) {
        const std::string_view text = text_of(row);
        if (!trim(text).empty()) start(items_[count++], row, text);
      }
      const std::span<Item> block(items_.data(), count);
      for (Item& item : block) normalise(item, same(item));
      for (Item& item : block) put(item.row, finish(item, same(item)));
      if (tried_ >= kTrial) judge_memo();
    }
  }

  void start(Item& item, std::size_t row, std::string_view text) {
    item.row = row;
    item.text = text;
    if (!remembers_) return;
    item.raw_hash = hash_text(text);
    memo_.prefetch(item.raw_hash);
  }

  template <class Same>
  void normalise(Item& item, Same same) {
    const ValueId* const known = remembers_ ? memo_.find(item.raw_hash, same) : nullptr;
    item.known = known != nullptr;
    if (item.known) {
      item.value = *known;
      return;
    }
    const std::string_view parts[] = {item.text};
    encode_text(feature_.comparison, parts, feature_.date_order, item.encoded);
    if (item.encoded.text.empty()) return;
    item.hash = ValueStore::hash_of(item.encoded);
    store_.prefetch(item.hash);
  }

  template <class Same>
  ValueId finish(Item& item, Same same) {
    if (!remembers_) return intern(item);
    ++tried_;
    if (item.known) {
      ++found_;
      return item.value;
    }
    // Looked for again: the block itself may have brought the text.
    if (const ValueId* const known = memo_.find(item.raw_hash, same)) return *known;
    const ValueId value = intern(item);
    memo_.add(item.raw_hash, item.row, value);
    return value;
  }

  ValueId intern(Item& item) {
    if (item.encoded.text.empty()) return kBlank;
    const ValueId known = store_.find(item.encoded, item.hash);
    if (known != kBlank) return known;
    encode_details(feature_.comparison, item.encoded);
    return store_.add(item.encoded, item.hash);
  }

  /// Where few texts come again, remembering them costs more than normalising them.
  void judge_memo() {
    if (found_ * 4 < tried_) {
      remembers_ = false;
      memo_ = RawMemo();
    }
    tried_ = found_ = 0;
  }

  const Column& column_;
  const Feature& feature_;
  ValueStore& store_;
  RawMemo memo_;
  bool remembers_ = false;
  std::size_t tried_ = 0;
  std::size_t found_ = 0;
  std::array<Item, kBlock> items_;
};

}  // namespace galena::match
