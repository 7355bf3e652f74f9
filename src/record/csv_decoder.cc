#include "record/csv_decoder.hpp"

#include <cstring>
#include <iterator>
#include <utility>

namespace galena::detail {

namespace {

/// Windows-1252, 0x80 to 0x9F; the five bytes without a character stand for the control of their
/// number. Source: https://encoding.spec.whatwg.org/index-windows-1252.txt
constexpr char32_t kWindows1252[] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E, 0x178};
static_assert(std::size(kWindows1252) == 32);

/// Writes a character as UTF-8. A surrogate comes out in the form that UTF-8 forbids: on purpose.
char* put_character(char32_t code, char* out) {
  const auto put = [&](char32_t byte) {
    *out++ = static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  }
  return out;
}

char* decode_windows_1252(std::string_view piece, char* out) {
  for (const char c : piece) {
    const auto byte = static_cast<unsigned char>(c);
    out = put_character(byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte, out);
  }
  return out;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

ByteOrderMark byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {CsvEncoding::utf8, 3};
  if (bytes.starts_with("\xFF\xFE")) return {CsvEncoding::utf16_le, 2};
  if (bytes.starts_with("\xFE\xFF")) return {CsvEncoding::utf16_be, 2};
  return {};
}

char* CsvDecoder::put_unit(char32_t unit, char* out) {
  if (high_surrogate_ != 0) {
    const char32_t high = std::exchange(high_surrogate_, 0);
    if (is_low_surrogate(unit)) {
      return put_character(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), out);
    }
    out = put_character(high, out);
  }
  if (is_high_surrogate(unit)) {
    high_surrogate_ = unit;
    return out;
  }
  return put_character(unit, out);
}

char* CsvDecoder::decode_utf16(std::string_view piece, bool last, char* out) {
  const auto unit_of = [&](unsigned char first, unsigned char second) -> char32_t {
    return encoding_ == CsvEncoding::utf16_le ? first | static_cast<char32_t>(second) << 8
                                              : second | static_cast<char32_t>(first) << 8;
  };
  for (const char c : piece) {
    const auto byte = static_cast<unsigned char>(c);
    if (has_odd_byte_) out = put_unit(unit_of(odd_byte_, byte), out);
    odd_byte_ = byte;
    has_odd_byte_ = !has_odd_byte_;
  }
  if (last && high_surrogate_ != 0) out = put_character(std::exchange(high_surrogate_, 0), out);
  if (last && has_odd_byte_) *out++ = '\xFF';
  return out;
}

std::size_t CsvDecoder::decode(std::string_view piece, bool last, char* out) {
  char* end = out;
  switch (encoding_) {
    case CsvEncoding::utf16_le:
    case CsvEncoding::utf16_be: end = decode_utf16(piece, last, out); break;
    case CsvEncoding::windows_1252: end = decode_windows_1252(piece, out); break;
    default:
      if (!piece.empty()) std::memcpy(out, piece.data(), piece.size());
      end = out + piece.size();
      break;
  }
  return static_cast<std::size_t>(end - out);
}

}  // namespace galena::detail
