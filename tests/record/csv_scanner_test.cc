// The scanner against a slow and obvious one: all short texts, whole and cut in two anywhere.
#include "record/csv_scanner.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace galena::detail {
namespace {

/// What a text holds: records, and the places of records that are broken.
struct Seen {
  std::uint64_t line = 0;
  std::string error = {};  ///< "unclosed" or "junk"; else a record
  std::vector<std::string> fields = {};
  friend bool operator==(const Seen&, const Seen&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    out << seen.line << ' ' << seen.error << '[';
    for (const auto& field : seen.fields) out << '<' << field << '>';
    return out << ']';
  }
};

/// One character after the other, by the rules in csv.hpp.
class Reference {
 public:
  explicit Reference(std::string_view text) : text_(text) {}

  std::vector<Seen> read() {
    while (at_ < text_.size()) read_record();
    return seen_;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] bool at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  void pass_line_end() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  void read_record() {
    Seen record{line_};
    for (;;) {
      std::string field;
      if (!at_end() && text_[at_] == '"') {
        if (!read_quoted(field)) return;
      } else {
        while (!at_end() && text_[at_] != ',' && !at_line_end()) field += text_[at_++];
      }
      record.fields.push_back(field);
      if (!at_end() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      if (!at_end()) pass_line_end();
      seen_.push_back(record);
      return;
    }
  }

  bool read_quoted(std::string& field) {
    const std::size_t opened = at_++;
    const std::uint64_t open_line = line_;
    while (!at_end()) {
      if (text_[at_] == '"') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          field += '"';
          at_ += 2;
          continue;
        }
        ++at_;
        while (!at_end() && text_[at_] == ' ') ++at_;
        if (at_end() || text_[at_] == ',' || at_line_end()) return true;
        return give_up(opened, open_line, line_ == open_line ? "junk" : "unclosed");
      }
      if (at_line_end()) {
        const std::size_t before = at_;
        pass_line_end();
        field += text_.substr(before, at_ - before);
      } else {
        field += text_[at_++];
      }
    }
    return give_up(opened, open_line, "unclosed");
  }

  /// Reports the record and goes on after the line where the quote was opened.
  bool give_up(std::size_t opened, std::uint64_t open_line, std::string why) {
    seen_.push_back({open_line, std::move(why), {}});
    at_ = opened;
    line_ = open_line;
    while (!at_end() && !at_line_end()) ++at_;
    if (!at_end()) pass_line_end();
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::vector<Seen> seen_;
};

void recover(CsvScanner& scanner, std::string_view whole) {
  if (scanner.recover()) return;
  scanner.reset(whole, scanner.position(), true);
  EXPECT_TRUE(scanner.skip_line());
}

/// Scans a text of which at first only `visible` bytes are there.
std::vector<Seen> scan(const std::string& text, std::size_t visible) {
  const std::string padded = text + std::string(64, 'p');
  const std::string_view whole = std::string_view(padded).substr(0, text.size());
  CsvScanner scanner(',');
  scanner.reset(whole.substr(0, visible), 0, false);
  std::vector<Seen> seen;
  std::string scratch;
  for (;;) {
    switch (scanner.next()) {
      case CsvScanner::Outcome::end: return seen;
      case CsvScanner::Outcome::need_more:
        scanner.reset(whole, scanner.record_begin(), true);
        break;
      case CsvScanner::Outcome::record: {
        Seen record{scanner.record_line()};
        for (const CsvField& field : scanner.fields()) {
          record.fields.emplace_back(scanner.text_of(field, scratch));
        }
        seen.push_back(record);
        break;
      }
      case CsvScanner::Outcome::unclosed_quote:
        seen.push_back({scanner.open_line(), "unclosed", {}});
        recover(scanner, whole);
        break;
      case CsvScanner::Outcome::text_after_quote:
        seen.push_back({scanner.open_line(), "junk", {}});
        recover(scanner, whole);
        break;
    }
  }
}

void expect_as_reference(const std::string& text, std::size_t visible) {
  ASSERT_EQ(scan(text, visible), Reference(text).read())
      << testing::PrintToString(text) << " cut at " << visible;
}

TEST(CsvScanner, AllTextsUpToSevenCharacters) {
  constexpr std::string_view kAlphabet = "a,\"\n\r ";
  for (std::size_t length = 0; length <= 7; ++length) {
    std::vector<std::size_t> digits(length, 0);
    std::string text(length, kAlphabet[0]);
    for (bool more = true; more;) {
      expect_as_reference(text, text.size() / 2);
      if (HasFatalFailure()) return;
      more = false;
      for (std::size_t i = 0; i < length && !more; ++i) {
        digits[i] = (digits[i] + 1) % kAlphabet.size();
        text[i] = kAlphabet[digits[i]];
        more = digits[i] != 0;
      }
    }
  }
}

TEST(CsvScanner, LongTextsCutAnywhere) {
  // Three chunks of 64 bytes, so that everything also happens at their borders.
  std::uint64_t state = 7;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 170; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += "aaaaaaaa,,,\"\"\n\r "[state >> 60];
    }
    for (std::size_t visible = 0; visible <= text.size(); visible += 1 + (state >> 62)) {
      expect_as_reference(text, visible);
      if (HasFatalFailure()) return;
    }
  }
}

}  // namespace
}  // namespace galena::detail
