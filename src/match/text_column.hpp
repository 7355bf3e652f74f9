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
#include "match/memory.hpp"
#include "match/text.hpp"

namespace galena::match {

/// Remembers which value a raw text became, so that each different text is normalised once.
/// Open addressing on 64-bit hashes. The texts stay with their column.
class RawMemo {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    const char* text = nullptr;  ///< null: free
    std::uint32_t size = 0;
    ValueId value = kBlank;

    [[nodiscard]] bool is(std::string_view other) const {
      return std::string_view(text, size) == other;
    }
  };
  RawMemo() : entries_(1024) {}

  void prefetch(std::uint64_t hash) const {
    match::prefetch(&entries_[hash & (entries_.size() - 1)]);
  }
  /// The first entry with this hash; a free one when there is none.
  [[nodiscard]] Entry find(std::uint64_t hash) const {
    std::size_t at = hash & (entries_.size() - 1);
    while (entries_[at].text != nullptr && entries_[at].hash != hash)
      at = (at + 1) & (entries_.size() - 1);
    return entries_[at];
  }
  /// The value of a text, null when it is new.
  [[nodiscard]] const ValueId* find(std::uint64_t hash, std::string_view text) const {
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Entry& entry = entries_[at];
      if (entry.text == nullptr) return nullptr;
      if (entry.hash == hash && entry.is(text)) return &entry.value;
    }
  }
  /// Of a text that is not there. Texts of four gigabytes and more are not remembered.
  void add(std::uint64_t hash, std::string_view text, ValueId value) {
    if (text.size() > ~std::uint32_t{0}) return;
    if ((used_ + 1) * 2 > entries_.size()) grow();
    put({hash, text.data(), static_cast<std::uint32_t>(text.size()), value});
    ++used_;
  }

 private:
  void put(const Entry& entry) {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = entry.hash & mask;
    while (entries_[at].text != nullptr) at = (at + 1) & mask;
    entries_[at] = entry;
  }
  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.text != nullptr) put(entry);
    }
  }
  std::vector<Entry> entries_;
  std::size_t used_ = 0;
};

/// One text column: by dictionary code where there is one, else row by row, with a memo as long as
/// texts come again. Rows go through in blocks: what the next step of each needs is on its way
/// from memory while the others are worked on.
class TextColumnEncoder {
 public:
  /// The column is number `part` of the `parts` that a value is made of; the others are blank.
  TextColumnEncoder(const Column& column, std::size_t part, std::size_t parts,
                    const Feature& feature, ValueStore& store)
      : column_(column), part_(part), parts_(parts), feature_(feature), store_(store) {}

  /// `out.put(row, value)` is called in the order of the rows, after `out.prefetch(value)` where
  /// the value most likely is that of an earlier row.
  template <class Values>
  void run(Values& out) {
    if (column_.is_dictionary()) {
      DictionaryValues values(column_.distinct_size());
      run_blocks(
          column_.distinct_size(), [&](std::size_t i) { return column_.distinct(i); }, values,
          false);
      for (std::size_t row = 0; row < column_.size(); ++row) {
        if (column_.is_null(row)) continue;
        out.put(row, values.of[static_cast<std::size_t>(column_.codes()[row])]);
      }
    } else {
      run_blocks(
          column_.size(), [&](std::size_t row) { return column_.text(row); }, out, true);
    }
  }

 private:
  static constexpr std::size_t kBlock = 32;
  static constexpr std::size_t kTrial = 1U << 12;   // texts after which a memo must have paid
  static constexpr std::size_t kSurvey = 1U << 16;  // texts that tell how many values will come

  /// The values of a dictionary's texts.
  struct DictionaryValues {
    explicit DictionaryValues(std::size_t size) : of(size) {}
    void put(std::size_t number, ValueId value) { of[number] = value; }
    void prefetch(ValueId) const {}
    std::vector<ValueId> of;
  };

  /// A row on its way.
  struct Item {
    std::size_t row = 0;
    std::string_view text;
    std::uint64_t raw_hash = 0;
    RawMemo::Entry memory;   ///< of a text of this hash
    std::uint64_t hash = 0;  ///< of the normal form
    bool known = false;      ///< the value was remembered
    bool described = false;  ///< it has its details
    ValueId value = kBlank;
    Encoded encoded;
  };

  template <class TextOf, class Values>
  void run_blocks(std::size_t rows, TextOf text_of, Values& out, bool remembers) {
    remembers_ = remembers;
    const std::size_t before = store_.size();
    bool surveyed = false;
    for (std::size_t row = 0; row < rows;) {
      if (row >= kSurvey && !surveyed) {
        surveyed = true;
        store_.expect(before + (store_.size() - before) * rows / row);
      }
      std::size_t count = 0;
      for (; row < rows && count < kBlock; ++row) {
        const std::string_view text = text_of(row);
        if (!trim(text).empty()) start(items_[count++], row, text);
      }
      const std::span<Item> block(items_.data(), count);
      for (Item& item : block) recall(item);
      for (Item& item : block) normalise(item);
      for (Item& item : block) look(item);
      for (Item& item : block) describe(item);
      for (const Item& item : block) {
        if (item.value != kBlank) out.prefetch(item.value);
      }
      for (Item& item : block) out.put(item.row, finish(item));
      if (tried_ >= kTrial) judge_memo();
    }
  }

  void start(Item& item, std::size_t row, std::string_view text) {
    item.row = row;
    item.text = text;
    item.memory = {};
    if (!remembers_) return;
    item.raw_hash = hash_text(text);
    memo_.prefetch(item.raw_hash);
  }

  void recall(Item& item) {
    if (!remembers_) return;
    item.memory = memo_.find(item.raw_hash);
    match::prefetch(item.memory.text);
  }

  void normalise(Item& item) {
    item.known = item.memory.text != nullptr && item.memory.is(item.text);
    item.described = false;
    item.value = item.memory.value;
    if (item.known) return;
    parts_[part_] = trim(item.text);
    encode_text(feature_.comparison, parts_, feature_.date_order, item.encoded);
    if (item.encoded.text.empty()) return;
    item.hash = ValueStore::hash_of(item.encoded);
    store_.prefetch(item.hash);
  }

  [[nodiscard]] static bool is_new(const Item& item) {
    return !item.known && !item.encoded.text.empty();
  }

  /// Asks for the value that this may be.
  void look(Item& item) {
    if (!is_new(item)) return;
    item.value = store_.candidate(item.hash);
    if (item.value != kBlank) match::prefetch(&store_[item.value]);
  }

  /// Asks for the text of that value, or gives a new one its details.
  void describe(Item& item) {
    if (!is_new(item)) return;
    if (item.value != kBlank) return store_.prefetch_text(item.value);
    encode_details(feature_.comparison, item.encoded);
    item.described = true;
    store_.prefetch_tokens(item.encoded);
  }

  ValueId finish(Item& item) {
    if (!remembers_) return intern(item);
    ++tried_;
    if (item.known) {
      ++found_;
      return item.value;
    }
    // Looked for again: the block itself may have brought the text.
    if (const ValueId* const known = memo_.find(item.raw_hash, item.text)) return *known;
    const ValueId value = intern(item);
    memo_.add(item.raw_hash, item.text, value);
    return value;
  }

  ValueId intern(Item& item) {
    if (item.encoded.text.empty()) return kBlank;
    const ValueId known = store_.find(item.encoded, item.hash);
    if (known != kBlank) return known;
    if (!item.described) encode_details(feature_.comparison, item.encoded);
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
  std::size_t part_;
  std::vector<std::string_view> parts_;
  const Feature& feature_;
  ValueStore& store_;
  RawMemo memo_;
  bool remembers_ = false;
  std::size_t tried_ = 0;
  std::size_t found_ = 0;
  std::array<Item, kBlock> items_;
};

}  // namespace galena::match
