// The format strings of the Arrow C data interface, as far as tables can hold them.
// Source:
// https://arrow.apache.org/docs/format/CDataInterface.html#data-type-description-format-strings
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "galena/record/column.hpp"

namespace galena::detail {

enum class ArrowKind : std::uint8_t {
  null,
  boolean,
  int8,
  uint8,
  int16,
  uint16,
  int32,
  uint32,
  int64,
  uint64,
  float16,
  float32,
  float64,
  decimal,
  date32,
  date64,
  timestamp,
  utf8,
  large_utf8,
  utf8_view,
};

struct ArrowType {
  ArrowKind kind = ArrowKind::null;
  int width = 0;  ///< bytes of a decimal
  int scale = 0;  ///< of a decimal, as given: may be negative or beyond what a column has
  char unit = 0;  ///< of a timestamp: s, m (milli), u (micro), n (nano)

  [[nodiscard]] bool is_integer() const {
    return kind >= ArrowKind::int8 && kind <= ArrowKind::uint64;
  }
};

/// The type of a format; nothing for what tables cannot hold.
std::optional<ArrowType> parse_arrow_format(std::string_view format);

/// What a format is in words, for messages: "a list (+l)".
std::string describe_arrow_format(std::string_view format);

ColumnType column_type_of(const ArrowType& type);
/// The scale of the column that holds decimals of this type: 0..18.
int column_scale_of(const ArrowType& type);

/// The buffers an array of this type has at least.
std::int64_t arrow_buffer_count(const ArrowType& type);

}  // namespace galena::detail
