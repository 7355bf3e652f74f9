// The part of a CSV that is in memory: UTF-8, one block after the other, rows never cut.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "record/csv_decoder.hpp"
#include "record/csv_source.hpp"

namespace galena::detail {

/// Reads a source through a decoder into one buffer. Whatever is not consumed is kept at its front;
/// the buffer grows while a row does not fit, up to kMaxSize.
class CsvWindow {
 public:
  static constexpr std::size_t kBlock = std::size_t{256} << 10;
  static constexpr std::size_t kMaxSize = std::size_t{32} << 20;
  /// Bytes behind the text that may be read (and mean nothing): scanners look at whole chunks.
  static constexpr std::size_t kPadding = 64;

  /// Detects the encoding where it is not given, and refuses what is no text: BAD_ENCODING "binary"
  /// with what it looks like. PARSE "no_header" for a source without a byte.
  static Result<CsvWindow> open(CsvSource source, CsvEncoding encoding);

  [[nodiscard]] std::string_view text() const { return {buffer_.get(), size_}; }
  /// No text follows the one in the window.
  [[nodiscard]] bool last() const { return last_; }
  [[nodiscard]] double fraction() const { return source_.fraction(); }

  /// Drops the text before `keep_from` and reads on behind the rest. Error: IO; LIMIT_EXCEEDED is
  /// not decided here: see full().
  Result<void> refill(std::size_t keep_from);
  /// refill(0) could not read anything: the buffer holds kMaxSize bytes already.
  [[nodiscard]] bool full() const { return size_ + kBlock > kMaxSize; }

 private:
  CsvWindow(CsvSource source, CsvEncoding encoding, std::string_view first);

  void reserve(std::size_t size);
  void append(std::string_view piece, bool last);

  CsvSource source_;
  CsvEncoding encoding_;
  CsvDecoder decoder_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;
  std::string raw_;  ///< a block before decoding; not used for UTF-8
  bool last_ = false;
};

}  // namespace galena::detail
