// RowView: one record as the engines see it: field number in, value out. Borrowed, 24 bytes.
//
//   galena::RowView row = galena::row_of(my_lead);    // your struct, a Record, a row of a Table
//   row[2].text()
//
// Field numbers are those of the schema that goes with the source.
#pragma once

#include <cstddef>
#include <cstdint>

#include "galena/base/value.hpp"

namespace galena {

class RowView {
 public:
  /// Reads field `field` of row `row` of `source`. The view it returns lives as long as the source.
  using Read = ValueView (*)(const void* source, std::size_t row, std::uint32_t field);

  constexpr RowView(const void* source, std::size_t row, Read read)
      : source_(source), row_(row), read_(read) {}

  [[nodiscard]] ValueView operator[](std::uint32_t field) const {
    return read_(source_, row_, field);
  }

 private:
  const void* source_;
  std::size_t row_;
  Read read_;
};

}  // namespace galena
