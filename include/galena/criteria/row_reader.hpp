// RowReader: reads the fields of one record after the other, each field once a record however many
// criteria ask for it, and remembers which were read.
//
//   criteria::RowReader reader(schema.size());
//   for (std::size_t r = 0; r < table.rows(); ++r) {
//     reader.reset(table.row(r));
//     ... predicate.evaluate(reader, context) ...
//   }
//
// Keeps its buffers, so that evaluation allocates nothing once they have grown. One thread each.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/base/value.hpp"
#include "galena/record/row_view.hpp"

namespace galena::criteria {

namespace detail {

constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Calls `visit` with each item of multi-picklist text, spaces around it removed; empty items are
/// passed over. Stops and returns true when `visit` does.
template <class Visit>
constexpr bool any_item(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const std::string_view item = trimmed(text.substr(0, end));
    if (!item.empty() && visit(item)) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

/// The items in order of their bytes, each once, joined by ';' into `out`. `scratch` is memory to
/// use.
inline void write_item_set(std::string& out, std::string_view text,
                           std::vector<std::string_view>& scratch) {
  scratch.clear();
  any_item(text, [&](std::string_view item) { return scratch.push_back(item), false; });
  std::sort(scratch.begin(), scratch.end());
  scratch.erase(std::unique(scratch.begin(), scratch.end()), scratch.end());
  out.clear();
  for (const std::string_view item : scratch) {
    if (!out.empty()) out += ';';
    out += item;
  }
}

/// One of 64 bits for a text: different bits mean different texts. FNV-1a, so the same everywhere.
constexpr std::uint64_t text_bit(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15U;  // the last letters reach the high bits too
  return std::uint64_t{1} << (hash >> 58);
}

}  // namespace detail

class RowReader {
 public:
  /// For records with field numbers below `fields`; starts with a record whose fields are all
  /// blank.
  explicit RowReader(std::size_t fields) : slots_(fields) {}

  /// Goes on to another record, which must live as long as it is read.
  void reset(RowView row) {
    row_ = row;
    ++record_;
    read_.clear();
  }

  /// The value of a field; blank for a number that is not below the number of fields.
  [[nodiscard]] ValueView value(std::uint32_t field) {
    return field < slots_.size() ? slot(field).value : ValueView();
  }

  /// The case-folded text of a field (of its canonical text when it is no text).
  [[nodiscard]] std::string_view folded(std::uint32_t field) { return folded_slot(field).folded; }
  /// detail::text_bit of folded().
  [[nodiscard]] std::uint64_t folded_bit(std::uint32_t field) { return folded_slot(field).bit; }

  /// The folded items of a multi-picklist as a set: sorted, distinct, joined by ';'.
  [[nodiscard]] std::string_view item_set(std::uint32_t field) {
    Slot& slot = folded_slot(field);
    if (!slot.has_items) {
      detail::write_item_set(slot.items, slot.folded, scratch_);
      slot.has_items = true;
    }
    return slot.items;
  }

  /// The fields read since reset(), in the order in which they were first read.
  [[nodiscard]] std::span<const std::uint32_t> fields_read() const { return read_; }

 private:
  struct Slot {
    ValueView value;
    std::uint64_t record = 0;  ///< the record that the slot was filled for
    std::uint64_t bit = 0;
    bool has_folded = false;
    bool has_items = false;
    std::string folded;
    std::string items;
  };

  Slot& slot(std::uint32_t field) {
    Slot& slot = slots_[field];
    if (slot.record != record_) load(slot, field);
    return slot;
  }

  void load(Slot& slot, std::uint32_t field) {
    slot.value = row_[field];
    slot.record = record_;
    slot.has_folded = false;
    slot.has_items = false;
    read_.push_back(field);
  }

  Slot& folded_slot(std::uint32_t field) {
    Slot& target = slot(field);
    if (!target.has_folded) fold(target);
    return target;
  }

  static void fold(Slot& slot) {
    slot.folded.clear();
    if (slot.value.kind() == ValueKind::text) {
      fold_case_to(slot.folded, slot.value.text());
    } else {
      fold_case_to(slot.folded, to_text(slot.value));
    }
    slot.bit = detail::text_bit(slot.folded);
    slot.has_folded = true;
  }

  RowView row_{nullptr, 0, [](const void*, std::size_t, std::uint32_t) { return ValueView(); }};
  std::uint64_t record_ = 1;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> read_;
  std::vector<std::string_view> scratch_;
};

}  // namespace galena::criteria
