#include "record/csv_reader.hpp"

#include <algorithm>
#include <utility>

#include "galena/base/utf8.hpp"
#include "record/csv_dialect.hpp"

namespace galena::detail {

namespace {

using Outcome = CsvScanner::Outcome;

std::string place(std::uint64_t line, std::size_t column = 0) {
  std::string text = "line " + std::to_string(line);
  if (column > 0) text += ", column " + std::to_string(column);
  return text;
}

std::string fields_of(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " field" : " fields");
}

constexpr std::string_view kEncodingHint =
    "save the file as UTF-8, or read it as windows-1252 if that is what it is";

Problem no_header() {
  return {Code::parse, "no_header", "line 1", "the CSV is empty: it has no header",
          "give a file whose first line names the columns"};
}

}  // namespace

Result<void> CsvReader::report_progress() {
  // Every hundredth is enough for a bar, and rare enough to cost nothing.
  if (!options_.progress || window_.fraction() < reported_ + 0.01) return {};
  reported_ = window_.fraction();
  if (options_.progress(reported_, "read")) return {};
  return Problem{Code::cancelled, "cancelled", "", "reading the CSV was cancelled", ""};
}

Result<void> CsvReader::refill(std::size_t keep_from) {
  if (auto read = window_.refill(keep_from); !read) return read;
  scanner_.reset(window_.text(), 0, window_.last());
  return report_progress();
}

Result<Outcome> CsvReader::next() {
  for (;;) {
    const Outcome outcome = scanner_.next();
    if (outcome != Outcome::need_more) return outcome;
    if (scanner_.record_begin() == 0 && window_.full()) return outcome;
    if (auto read = refill(scanner_.record_begin()); !read) return read.problems();
  }
}

Result<void> CsvReader::recover() {
  bool found = scanner_.recover();
  while (!found) {
    if (auto read = refill(scanner_.position()); !read) return read;
    found = scanner_.skip_line();
  }
  return {};
}

Result<void> CsvReader::read_dialect() {
  // The window opens with one block, which may be all there is; only a second read can tell.
  if (auto read = window_.refill(0); !read) return read;
  const CsvDialect dialect =
      detect_csv_dialect(window_.text(), window_.last(), options_.delimiter);
  delimiter_ = dialect.delimiter;
  scanner_ = CsvScanner(delimiter_);
  scanner_.reset(window_.text(), 0, window_.last());
  for (std::uint64_t i = 0; i < dialect.lines_before; ++i) scanner_.skip_line();
  return {};
}

Problem CsvReader::header_problem(Outcome outcome) const {
  const std::size_t column = scanner_.fields().size() + 1;
  const std::string at = place(scanner_.open_line(), column);
  if (outcome == Outcome::need_more) {
    return {Code::limit_exceeded, "too_long", place(scanner_.record_line()),
            "the header is longer than " + std::to_string(CsvWindow::kMaxSize >> 20) + " MiB",
            "check that the file is a CSV"};
  }
  return {Code::parse, outcome == Outcome::unclosed_quote ? "unclosed_quote" : "text_after_quote",
          at, "the header has a broken quote at " + at,
          "close the quote, or double quotes inside text"};
}

Result<void> CsvReader::read_header() {
  const auto outcome = next();
  if (!outcome) return outcome.problems();
  if (*outcome == Outcome::end) return no_header();
  if (*outcome != Outcome::record) return header_problem(*outcome);
  std::vector<std::string> names;
  for (const CsvField& field : scanner_.fields()) {
    names.emplace_back(scanner_.text_of(field, scratch_));
    const bool nul = names.back().find('\0') != std::string::npos;
    if (nul || !is_valid_utf8(names.back())) {
      const std::string at = place(scanner_.line_at(field.begin), names.size());
      return Problem{Code::bad_encoding, nul ? "nul_byte" : "bad_encoding", at,
                     "the header at " + at + (nul ? " holds a NUL byte" : " is not UTF-8"),
                     std::string(kEncodingHint)};
    }
  }
  if (names.size() > kMaxColumns) {
    return Problem{Code::limit_exceeded, "too_many_columns", place(scanner_.record_line()),
                   "the header has " + fields_of(names.size()) + ", at most " +
                       std::to_string(kMaxColumns) + " are read",
                   "check the separator"};
  }
  return make_columns(unique_names(std::move(names)));
}

Result<void> CsvReader::make_columns(std::vector<std::string> names) {
  std::size_t typed = 0;
  for (const std::string& name : names) {
    const auto type = options_.types.find(name);
    if (type != options_.types.end()) ++typed;
    columns_.emplace_back(name, type == options_.types.end() ? FieldType::text : type->second);
    if (!columns_.back().is_text()) typed_.push_back(columns_.size() - 1);
  }
  if (typed == options_.types.size()) return {};
  Problems problems;
  for (const auto& [name, type] : options_.types) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    problems.add(Code::invalid_argument, "unknown_column", name,
                 "a type is given for '" + name + "', but the CSV has no such column",
                 "name a column of the header");
  }
  return problems;
}

void CsvReader::report(std::uint64_t line, std::size_t column, std::string detail,
                       std::string message) {
  errors_.push_back({line, static_cast<std::uint32_t>(column), std::move(detail),
                     std::move(message)});
}

void CsvReader::report_broken(Outcome outcome) {
  const std::size_t column = scanner_.fields().size() + 1;
  const std::uint64_t line = scanner_.open_line();
  switch (outcome) {
    case Outcome::text_after_quote:
      return report(line, column, "text_after_quote",
                    "text follows the closing quote; a quote inside quotes is written twice");
    case Outcome::unclosed_quote:
      return report(line, column, "unclosed_quote",
                    "the quote opened in line " + std::to_string(line) +
                        " is not closed; reading goes on in the next line");
    default:
      return report(line, scanner_.in_quotes() ? column : 0, "too_long",
                    std::string(scanner_.in_quotes() ? "the quoted field" : "the row") +
                        " is longer than " + std::to_string(CsvWindow::kMaxSize >> 20) +
                        " MiB, or a quote is not closed; reading goes on in the next line");
  }
}

bool CsvReader::check_text() {
  if (!scanner_.has_nul() && !scanner_.may_have_high_bytes()) return true;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const CsvField& field = scanner_.fields()[i];
    const std::string_view text =
        window_.text().substr(field.begin, field.end - field.begin);
    const auto nul = scanner_.has_nul() ? text.find('\0') : std::string_view::npos;
    const auto invalid = find_invalid_utf8(text);
    if (nul == std::string_view::npos && !invalid) continue;
    const std::uint64_t line = scanner_.line_at(field.begin + (invalid ? *invalid : nul));
    if (invalid) {
      report(line, i + 1, "bad_encoding", "the text is not UTF-8; " + std::string(kEncodingHint));
    } else {
      report(line, i + 1, "nul_byte", "the text holds a NUL byte");
    }
    return false;
  }
  return true;
}

bool CsvReader::check_record() {
  const std::size_t count = scanner_.fields().size();
  if (count != columns_.size()) {
    const bool few = count < columns_.size();
    report(scanner_.record_line(), few ? count + 1 : columns_.size() + 1,
           few ? "too_few_fields" : "too_many_fields",
           "the row has " + fields_of(count) + ", the header has " +
               std::to_string(columns_.size()));
    return false;
  }
  if (!check_text()) return false;
  for (const std::size_t i : typed_) {
    const CsvField& field = scanner_.fields()[i];
    if (auto wrong = columns_[i].accept(scanner_.text_of(field, scratch_))) {
      report(scanner_.line_at(field.begin), i + 1, "bad_value", *std::move(wrong));
      return false;
    }
  }
  return true;
}

void CsvReader::take_record() {
  if (scanner_.is_blank_line() && columns_.size() > 1) return;
  if (!check_record()) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const CsvField& field = scanner_.fields()[i];
    if (columns_[i].is_text()) {
      columns_[i].append_text(scanner_.text_of(field, scratch_), field.quoted);
    } else {
      columns_[i].append();
    }
  }
}

Result<void> CsvReader::read_rows() {
  for (;;) {
    const auto outcome = next();
    if (!outcome) return outcome.problems();
    if (*outcome == Outcome::end) return {};
    if (*outcome == Outcome::record) {
      take_record();
    } else {
      report_broken(*outcome);
      if (auto recovered = recover(); !recovered) return recovered;
    }
    if (errors_.size() > kMaxErrors) {
      return Problem{Code::limit_exceeded, "too_many_errors", place(errors_.front().line),
                     "more than " + std::to_string(kMaxErrors) + " bad rows, the first in " +
                         place(errors_.front().line) + ": " + errors_.front().message,
                     "check the separator and the encoding"};
    }
  }
}

Result<CsvTable> CsvReader::read() {
  for (const auto step :
       {&CsvReader::read_dialect, &CsvReader::read_header, &CsvReader::read_rows}) {
    if (auto done = (this->*step)(); !done) return done.problems();
  }
  std::vector<Column> columns;
  columns.reserve(columns_.size());
  for (CsvColumn& column : columns_) columns.push_back(column.finish());
  Result<Table> table = Table::make(std::move(columns));
  if (!table) return table.problems();
  if (options_.progress && !options_.progress(1, "read")) {
    return Problem{Code::cancelled, "cancelled", "", "reading the CSV was cancelled", ""};
  }
  return CsvTable{*std::move(table), std::move(errors_), delimiter_};
}

}  // namespace galena::detail

namespace galena {

namespace {

Result<CsvTable> read_from(detail::CsvSource source, const CsvOptions& options) {
  const char delimiter = options.delimiter;
  if (static_cast<unsigned char>(delimiter) >= 0x80 || delimiter == '"' || delimiter == '\n' ||
      delimiter == '\r') {
    return Problem{Code::invalid_argument, "bad_delimiter", "delimiter",
                   "a separator is one ASCII character other than a quote or a line end",
                   "give , ; tab | or nothing to detect it"};
  }
  auto window = detail::CsvWindow::open(std::move(source), options.encoding);
  if (!window) return window.problems();
  return detail::CsvReader(*std::move(window), options).read();
}

}  // namespace

Result<CsvTable> read_csv(std::string_view bytes, const CsvOptions& options) {
  return read_from(detail::CsvSource::of_memory(bytes), options);
}

Result<CsvTable> read_csv_file(const std::string& path, const CsvOptions& options) {
  auto source = detail::CsvSource::of_file(path);
  if (!source) return source.problems();
  return read_from(*std::move(source), options);
}

}  // namespace galena
