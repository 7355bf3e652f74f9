#include "record/csv_window.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "galena/base/utf8.hpp"

namespace galena::detail {

namespace {

/// What a file is by its first bytes, when that is something people take for a CSV.
std::string_view known_format(std::string_view bytes) {
  struct Format {
    std::string_view start;
    std::string_view name;
  };
  constexpr Format kFormats[] = {
      {std::string_view("PK\x03\x04", 4), "a ZIP archive or a workbook (.xlsx, .ods)"},
      {std::string_view("\xD0\xCF\x11\xE0", 4), "an old workbook (.xls)"},
      {std::string_view("\x1F\x8B", 2), "a gzip archive"},
      {std::string_view("%PDF-", 5), "a PDF document"},
      {std::string_view("\x89PNG", 4), "a PNG image"},
      {std::string_view("\xFF\xD8\xFF", 3), "a JPEG image"},
      {std::string_view("SQLite format 3", 15), "an SQLite database"},
      {std::string_view("PAR1", 4), "a Parquet file"},
      {std::string_view("ARROW1", 6), "an Arrow file"},
      {std::string_view("\xFF\xFE\0\0", 4), "UTF-32 text"},
      {std::string_view("\0\0\xFE\xFF", 4), "UTF-32 text"}};
  for (const Format& format : kFormats) {
    if (bytes.starts_with(format.start)) return format.name;
  }
  return {};
}

/// True when the bytes cannot be the start of a text: many NUL bytes, or some among much that is
/// not UTF-8. A stray NUL in a text is an error of its row only.
bool looks_binary(std::string_view bytes) {
  const auto nul = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nul == 0) return false;
  if (nul >= bytes.size() / 20) return true;
  std::size_t invalid = 0;
  for (std::size_t position = 0; position < bytes.size();) {
    if (next_character(bytes, position) == kNoCharacter) ++invalid;
  }
  return invalid >= bytes.size() / 10;
}

std::optional<Problem> refuse_binary(std::string_view bytes, const std::string& path) {
  constexpr std::size_t kSample = std::size_t{64} << 10;
  const std::string named = path.empty() ? "the text" : "'" + path + "'";
  if (const auto format = known_format(bytes); !format.empty()) {
    return Problem{Code::bad_encoding, "binary", path,
                   named + " is no CSV but " + std::string(format),
                   "save it as CSV in UTF-8 first"};
  }
  if (looks_binary(bytes.substr(0, kSample))) {
    return Problem{Code::bad_encoding, "binary", path,
                   named + " holds many NUL bytes: it is binary, or UTF-16 without a mark",
                   "save it as CSV in UTF-8, or give the encoding"};
  }
  return std::nullopt;
}

bool is_utf16(CsvEncoding encoding) {
  return encoding == CsvEncoding::utf16_le || encoding == CsvEncoding::utf16_be;
}

}  // namespace

CsvWindow::CsvWindow(CsvSource source, CsvEncoding encoding, std::string_view first)
    : source_(std::move(source)), encoding_(encoding), decoder_(encoding) {
  append(first, false);
}

Result<CsvWindow> CsvWindow::open(CsvSource source, CsvEncoding encoding) {
  std::string first(kBlock, '\0');
  std::size_t got = 0;
  // A pipe may give less than asked for; the mark and the sample want the first bytes together.
  while (got < first.size()) {
    const std::size_t more = source.read(first.data() + got, first.size() - got);
    if (more == 0) break;
    got += more;
  }
  first.resize(got);
  if (source.failed()) {
    return Problem{Code::io, "not_readable", source.path(),
                   "reading '" + source.path() + "' failed", "check the file"};
  }
  const ByteOrderMark mark = byte_order_mark(first);
  const CsvEncoding used = encoding != CsvEncoding::detect      ? encoding
                           : mark.encoding == CsvEncoding::detect ? CsvEncoding::utf8
                                                                  : mark.encoding;
  const bool utf32 = known_format(first) == "UTF-32 text";
  if (!is_utf16(used) || utf32) {
    if (auto refused = refuse_binary(first, source.path())) return *std::move(refused);
  }
  const std::size_t skipped = used == mark.encoding ? mark.length : 0;
  return CsvWindow(std::move(source), used, std::string_view(first).substr(skipped));
}

void CsvWindow::reserve(std::size_t size) {
  if (size + kPadding <= capacity_) return;
  capacity_ = std::max(size + kPadding, 2 * capacity_);
  std::unique_ptr<char[]> larger(new char[capacity_]);
  if (size_ > 0) std::memcpy(larger.get(), buffer_.get(), size_);
  buffer_ = std::move(larger);
}

void CsvWindow::append(std::string_view piece, bool last) {
  reserve(size_ + piece.size() * CsvDecoder::kGrowth + CsvDecoder::kHeldBack);
  size_ += decoder_.decode(piece, last, buffer_.get() + size_);
  std::memset(buffer_.get() + size_, 0, kPadding);
}

Result<void> CsvWindow::refill(std::size_t keep_from) {
  size_ -= keep_from;
  if (size_ > 0 && keep_from > 0) std::memmove(buffer_.get(), buffer_.get() + keep_from, size_);
  std::size_t got = 0;
  if (encoding_ == CsvEncoding::utf8) {
    // UTF-8 is read to where it is scanned.
    reserve(size_ + kBlock);
    got = source_.read(buffer_.get() + size_, kBlock);
    size_ += got;
    std::memset(buffer_.get() + size_, 0, kPadding);
  } else {
    raw_.resize(kBlock / CsvDecoder::kGrowth);
    got = source_.read(raw_.data(), raw_.size());
    append(std::string_view(raw_).substr(0, got), got == 0);
  }
  if (source_.failed()) {
    return Problem{Code::io, "not_readable", source_.path(),
                   "reading '" + source_.path() + "' failed", "check the file"};
  }
  last_ = got == 0;
  return {};
}

}  // namespace galena::detail
