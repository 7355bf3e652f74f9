// The parts of a value that stand in several text columns, row by row.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "galena/record/table.hpp"
#include "match/layout.hpp"
#include "match/text.hpp"
#include "match/value_store.hpp"

namespace galena::match {

/// The parts of a slot, row by row, where all of them are text columns.
class TextParts {
 public:
  TextParts(const Table& table, const std::vector<std::uint32_t>& columns)
      : columns_(columns.size()), parts_(columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] == kNoColumn) continue;
      columns_[i] = &table[columns[i]];
      all_text_ = all_text_ && columns_[i]->type() == ColumnType::text;
    }
  }
  [[nodiscard]] bool all_text() const { return all_text_; }
  /// Valid until the next call; empty where all parts are blank.
  RawParts read(std::size_t row) {
    bool blank = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == nullptr) continue;
      parts_[i] = trim(columns_[i]->text(row));
      blank = blank && parts_[i].empty();
    }
    return blank ? RawParts() : RawParts(parts_);
  }

 private:
  std::vector<const Column*> columns_;
  std::vector<std::string_view> parts_;
  bool all_text_ = true;
};

/// The suffixes of names, row by row, where all parts are text columns: each part is read by
/// itself, and the first one that says a suffix counts. Of a dictionary each text is read once.
class SuffixColumns {
 public:
  SuffixColumns(const Table& table, const std::vector<std::uint32_t>& columns,
                const Feature& feature, ValueStore& store)
      : feature_(feature), store_(store), columns_(columns.size()), known_(columns.size()) {
    for (std::size_t part = 0; part < columns.size(); ++part) {
      if (columns[part] == kNoColumn) continue;
      columns_[part] = &table[columns[part]];
      if (columns_[part]->is_dictionary())
        known_[part].assign(columns_[part]->distinct_size(), kUnread);
    }
  }
  ValueId of(std::size_t row) {
    for (std::size_t part = 0; part < columns_.size(); ++part) {
      if (columns_[part] == nullptr || columns_[part]->is_null(row)) continue;
      if (const ValueId value = of(part, row); value != kBlank) return value;
    }
    return kBlank;
  }

 private:
  static constexpr ValueId kUnread = ~ValueId{0};

  ValueId of(std::size_t part, std::size_t row) {
    const Column& column = *columns_[part];
    if (!column.is_dictionary()) return read(part, column.text(row));
    const auto code = static_cast<std::size_t>(column.codes()[row]);
    ValueId& known = known_[part][code];
    if (known == kUnread) known = read(part, column.distinct(code));
    return known;
  }
  ValueId read(std::size_t part, std::string_view text) {
    parts_.assign(columns_.size(), {});
    parts_[part] = trim(text);
    encode(feature_.comparison, parts_, feature_.date_order, encoded_);
    return store_.intern(encoded_);
  }

  const Feature& feature_;
  ValueStore& store_;
  std::vector<const Column*> columns_;
  std::vector<std::vector<ValueId>> known_;  ///< by part, then by number in its dictionary
  std::vector<std::string_view> parts_;
  Encoded encoded_;
};

}  // namespace galena::match
