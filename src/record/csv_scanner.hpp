// Splits CSV text into records and fields, by RFC 4180, a record at a time.
//
// The text is looked at in chunks of 64 bytes: one bit for every byte that means something
// (separator, quote, line end, NUL); everything between two such bytes is passed over. After
// Langdale and Lemire, Parsing Gigabytes of JSON per Second (VLDB Journal 28, 2019), with SSE2,
// which every x86-64 has, or plain C++ elsewhere.
//
// Lines end with \n, \r\n or \r. A quote opens a quoted field only as its first byte; elsewhere in
// an unquoted field it is an ordinary character, as spreadsheets take it. Blanks behind a closing
// quote are passed over.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galena::detail {

struct CsvField {
  std::uint32_t begin = 0;  ///< in the scanned text, without quotes
  std::uint32_t end = 0;
  bool quoted = false;
  bool escaped = false;  ///< holds doubled quotes
};

class CsvScanner {
 public:
  enum class Outcome : std::uint8_t {
    record,
    need_more,         ///< the text ends within a record: reset() with more of it
    unclosed_quote,    ///< its end never came, or text follows it in a later line
    text_after_quote,  ///< text follows the closing quote in the line where the field began
    end,
  };

  explicit CsvScanner(char delimiter);

  /// The text from now on, less than 4 GiB and readable 64 bytes beyond; scanning goes on at
  /// `position`. `last`: nothing follows it.
  void reset(std::string_view text, std::size_t position, bool last);

  Outcome next();

  /// Gives up the record: goes on with the line after the one where its last quoted field began
  /// (its first line, when it has none). What an unclosed quote ran over is read again that way.
  /// False: the end of that line is not in the text; reset() with the text from position() on and
  /// skip_line().
  bool recover();
  /// Passes over the rest of the line at the position. False as for recover().
  bool skip_line();

  [[nodiscard]] const std::vector<CsvField>& fields() const { return fields_; }
  /// The field's text; doubled quotes are undone into `scratch`.
  [[nodiscard]] std::string_view text_of(const CsvField& field, std::string& scratch) const;

  [[nodiscard]] bool is_blank_line() const {
    return fields_.size() == 1 && fields_[0].begin == fields_[0].end && !fields_[0].quoted;
  }
  [[nodiscard]] bool has_nul() const { return has_nul_; }
  /// False: the record is plain ASCII. True: it may be not.
  [[nodiscard]] bool may_have_high_bytes() const {
    return last_high_ != kNone && last_high_ >= record_begin_;
  }
  [[nodiscard]] std::size_t record_begin() const { return record_begin_; }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] std::uint64_t record_line() const { return record_line_; }
  /// Of the quoted field that failed or is still open.
  [[nodiscard]] bool in_quotes() const { return in_quotes_; }
  [[nodiscard]] std::uint64_t open_line() const { return open_line_; }
  /// The line at byte `at` of the record.
  [[nodiscard]] std::uint64_t line_at(std::size_t at) const;

 private:
  static constexpr std::size_t kNone = SIZE_MAX;
  enum class FieldEnd : std::uint8_t { delimiter, line, need_more, unclosed, junk };

  std::size_t next_special();
  void load();
  void add_field(std::size_t begin, std::size_t end, bool quoted, bool escaped) {
    fields_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), quoted,
                       escaped});
  }
  FieldEnd quoted_field(std::size_t quote);
  FieldEnd after_quote(std::size_t begin, std::size_t quote, bool escaped);
  /// Ends the record with the line end at `at`; false: more text must tell whether it is \r\n.
  bool end_line(std::size_t at);

  char delimiter_;
  std::array<std::uint8_t, 256> special_{};  ///< of bytes, for machines without SSE2
  const char* text_ = nullptr;
  std::size_t size_ = 0;
  bool last_ = false;
  std::size_t chunk_ = 0;    ///< the 64 bytes that mask_ is of
  std::uint64_t mask_ = 0;   ///< special bytes of the chunk not yet seen
  std::size_t last_high_ = kNone;  ///< the last byte beyond ASCII so far

  std::size_t position_ = 0;  ///< the next record
  std::uint64_t line_ = 1;    ///< there
  std::size_t record_begin_ = 0;
  std::uint64_t record_line_ = 1;
  std::uint64_t newlines_ = 0;  ///< in quoted fields of the record so far
  std::vector<CsvField> fields_;
  bool has_nul_ = false;
  bool in_quotes_ = false;
  std::size_t open_at_ = 0;
  std::uint64_t open_line_ = 0;
  std::size_t next_field_ = 0;  ///< after a quoted field
};

}  // namespace galena::detail
