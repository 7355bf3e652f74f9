// Text of other encodings brought to UTF-8, block by block.
#pragma once

#include <cstddef>
#include <string_view>

#include "galena/record/csv.hpp"

namespace galena::detail {

/// The encoding that a byte order mark at the start of `bytes` names, and the mark's length.
struct ByteOrderMark {
  CsvEncoding encoding = CsvEncoding::detect;  ///< detect: there is none
  std::size_t length = 0;
};
ByteOrderMark byte_order_mark(std::string_view bytes);

/// Decodes a text that arrives in pieces. What is no text (half a surrogate pair, half a unit at
/// the end) becomes bytes that are no UTF-8 either, so that it is found and reported with its row.
class CsvDecoder {
 public:
  explicit CsvDecoder(CsvEncoding encoding) : encoding_(encoding) {}

  /// Bytes of output that one byte of input may need, at most.
  static constexpr std::size_t kGrowth = 3;
  /// Bytes that may come out beside those: what was held back from the piece before.
  static constexpr std::size_t kHeldBack = 8;

  /// Writes the UTF-8 of `piece` to `out`, which has room for kGrowth * size + kHeldBack bytes;
  /// returns the bytes written. `last`: no piece follows.
  std::size_t decode(std::string_view piece, bool last, char* out);

 private:
  char* decode_utf16(std::string_view piece, bool last, char* out);
  char* put_unit(char32_t unit, char* out);

  CsvEncoding encoding_;
  bool has_odd_byte_ = false;
  unsigned char odd_byte_ = 0;
  char32_t high_surrogate_ = 0;  ///< waiting for its other half
};

}  // namespace galena::detail
