#include "record/csv_scanner.hpp"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace galena::detail {

namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvScanner::CsvScanner(char delimiter) : delimiter_(delimiter) {
  for (const char c : {delimiter, '"', '\n', '\r', '\0'})
    special_[static_cast<unsigned char>(c)] = 1;
}

void CsvScanner::reset(std::string_view text, std::size_t position, bool last) {
  text_ = text.data();
  size_ = text.size();
  last_ = last;
  position_ = position;
  last_high_ = kNone;
  chunk_ = position;
  mask_ = 0;
  if (chunk_ < size_) load();
}

void CsvScanner::load() {
  std::uint64_t mask = 0;
  std::uint64_t high = 0;
#if defined(__SSE2__)
  const __m128i delimiter = _mm_set1_epi8(delimiter_);
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i line_feed = _mm_set1_epi8('\n');
  const __m128i carriage_return = _mm_set1_epi8('\r');
  const __m128i nul = _mm_setzero_si128();
  for (int part = 0; part < 4; ++part) {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(text_ + chunk_ + 16 * part));
    __m128i found = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter), _mm_cmpeq_epi8(bytes, quote));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, line_feed));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, carriage_return));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, nul));
    mask |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(found))} << (16 * part);
    high |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(bytes))} << (16 * part);
  }
#else
  for (std::size_t i = 0; i < 64; ++i) {
    const auto byte = static_cast<unsigned char>(text_[chunk_ + i]);
    mask |= std::uint64_t{special_[byte]} << i;
    high |= std::uint64_t{byte >= 0x80} << i;
  }
#endif
  if (size_ - chunk_ < 64) {
    const std::uint64_t inside = (std::uint64_t{1} << (size_ - chunk_)) - 1;
    mask &= inside;
    high &= inside;
  }
  mask_ = mask;
  if (high != 0) last_high_ = chunk_ + 63 - static_cast<std::size_t>(std::countl_zero(high));
}

std::size_t CsvScanner::next_special() {
  while (mask_ == 0) {
    chunk_ += 64;
    if (chunk_ >= size_) {
      chunk_ = size_;
      return size_;
    }
    load();
  }
  const std::size_t at = chunk_ + static_cast<std::size_t>(std::countr_zero(mask_));
  mask_ &= mask_ - 1;
  return at;
}

bool CsvScanner::end_line(std::size_t at) {
  position_ = at + 1;
  if (text_[at] == '\r') {
    if (position_ == size_ && !last_) return false;
    if (position_ < size_ && text_[position_] == '\n') {
      next_special();
      ++position_;
    }
  }
  line_ += newlines_ + 1;
  return true;
}

CsvScanner::FieldEnd CsvScanner::after_quote(std::size_t begin, std::size_t quote, bool escaped) {
  std::size_t after = quote + 1;
  if (delimiter_ != ' ') {
    while (after < size_ && text_[after] == ' ') ++after;
  }
  if (after == size_) {
    if (!last_) return FieldEnd::need_more;
    add_field(begin, quote, true, escaped);
    position_ = size_;
    return FieldEnd::line;
  }
  if (text_[after] == delimiter_) {
    add_field(begin, quote, true, escaped);
    next_field_ = next_special() + 1;
    return FieldEnd::delimiter;
  }
  if (is_line_end(text_[after])) {
    add_field(begin, quote, true, escaped);
    return end_line(next_special()) ? FieldEnd::line : FieldEnd::need_more;
  }
  return FieldEnd::junk;
}

CsvScanner::FieldEnd CsvScanner::quoted_field(std::size_t quote) {
  in_quotes_ = true;
  open_at_ = quote;
  open_line_ = record_line_ + newlines_;
  bool escaped = false;
  for (;;) {
    const std::size_t at = next_special();
    if (at == size_) return last_ ? FieldEnd::unclosed : FieldEnd::need_more;
    const char c = text_[at];
    if (c == '"') {
      if (at + 1 < size_ && text_[at + 1] == '"') {
        escaped = true;
        next_special();
        continue;
      }
      const FieldEnd end = after_quote(quote + 1, at, escaped);
      if (end == FieldEnd::delimiter || end == FieldEnd::line) in_quotes_ = false;
      return end;
    }
    if (c == '\0') has_nul_ = true;
    if (c == '\n' || (c == '\r' && (at + 1 == size_ || text_[at + 1] != '\n'))) ++newlines_;
  }
}

CsvScanner::Outcome CsvScanner::next() {
  fields_.clear();
  newlines_ = 0;
  has_nul_ = false;
  in_quotes_ = false;
  record_begin_ = position_;
  record_line_ = line_;
  open_at_ = position_;
  open_line_ = line_;
  if (position_ >= size_) return last_ ? Outcome::end : Outcome::need_more;
  std::size_t field = position_;
  for (;;) {
    const std::size_t at = next_special();
    if (at == size_) {
      if (!last_) return Outcome::need_more;
      add_field(field, size_, false, false);
      position_ = size_;
      return Outcome::record;
    }
    const char c = text_[at];
    if (c == delimiter_) {
      add_field(field, at, false, false);
      field = at + 1;
    } else if (is_line_end(c)) {
      add_field(field, at, false, false);
      return end_line(at) ? Outcome::record : Outcome::need_more;
    } else if (c == '\0') {
      has_nul_ = true;
    } else if (at == field) {
      switch (quoted_field(at)) {
        case FieldEnd::delimiter: field = next_field_; break;
        case FieldEnd::line: return Outcome::record;
        case FieldEnd::need_more: return Outcome::need_more;
        case FieldEnd::unclosed: return Outcome::unclosed_quote;
        case FieldEnd::junk:
          return newlines_ + record_line_ > open_line_ ? Outcome::unclosed_quote
                                                       : Outcome::text_after_quote;
      }
    }
  }
}

bool CsvScanner::skip_line() {
  const char* const end = text_ + size_;
  const char* const found = std::find_if(text_ + position_, end, is_line_end);
  position_ = static_cast<std::size_t>(found - text_);
  if (found == end) return last_;
  if (*found == '\r' && found + 1 == end && !last_) return false;
  position_ += *found == '\r' && found + 1 < end && found[1] == '\n' ? 2 : 1;
  ++line_;
  reset({text_, size_}, position_, last_);
  return true;
}

bool CsvScanner::recover() {
  position_ = open_at_;
  line_ = open_line_;
  return skip_line();
}

std::string_view CsvScanner::text_of(const CsvField& field, std::string& scratch) const {
  std::string_view text(text_ + field.begin, field.end - field.begin);
  if (!field.escaped) return text;
  scratch.clear();
  for (;;) {
    const auto quote = text.find('"');
    if (quote == std::string_view::npos) break;
    scratch.append(text.substr(0, quote + 1));
    text.remove_prefix(quote + 2);
  }
  scratch.append(text);
  return scratch;
}

std::uint64_t CsvScanner::line_at(std::size_t at) const {
  std::uint64_t line = record_line_;
  for (std::size_t i = record_begin_; i < at; ++i) {
    if (text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n')) ++line;
  }
  return line;
}

}  // namespace galena::detail
