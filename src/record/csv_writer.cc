#include "record/csv_writer.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <memory>
#include <system_error>

#include "galena/record/csv.hpp"

namespace galena::detail {

namespace {

/// Bytes that make quotes necessary. The separators that readers try are among them, so that no
/// text is taken for several fields by a reader that detects the separator.
constexpr std::array<bool, 256> make_quoted_bytes() {
  std::array<bool, 256> quoted{};
  for (const char c : {',', ';', '\t', '|', '"', '\n', '\r'})
    quoted[static_cast<unsigned char>(c)] = true;
  return quoted;
}
constexpr std::array<bool, 256> kQuotedBytes = make_quoted_bytes();

bool needs_quotes(std::string_view text) {
  for (const char c : text) {
    if (kQuotedBytes[static_cast<unsigned char>(c)]) return true;
  }
  return false;
}

void write_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (auto quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    out.append(text.substr(0, quote + 1)).append("\"");
    text.remove_prefix(quote + 1);
  }
  out.append(text).append("\"");
}

void write_text(std::string_view text, std::string& out) {
  if (needs_quotes(text)) {
    write_quoted(text, out);
  } else {
    out.append(text);
  }
}

/// At the start of a file these would be read as a `sep=` line or as a byte order mark.
bool misleads_as_first(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ||
         (text.size() >= 4 && (text[0] | 0x20) == 's' && (text[1] | 0x20) == 'e' &&
          (text[2] | 0x20) == 'p' && text[3] == '=');
}

}  // namespace

CsvWriter::CsvWriter(const Table& table, std::string_view line_end) : line_end_(line_end) {
  sources_.reserve(table.columns().size());
  for (const Column& column : table.columns()) {
    Source source{&column, {}, {}};
    if (column.is_dictionary()) {
      source.offsets.reserve(column.distinct_size() + 1);
      source.offsets.push_back(0);
      for (std::size_t i = 0; i < column.distinct_size(); ++i) {
        write_text(column.distinct(i), source.written);
        source.offsets.push_back(source.written.size());
      }
    }
    sources_.push_back(std::move(source));
  }
}

void CsvWriter::write_header(std::string& out) const {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const std::string& name = sources_[i].column->name();
    if (i > 0) out += ',';
    if (i == 0 && (misleads_as_first(name) || (name.empty() && sources_.size() == 1))) {
      write_quoted(name, out);
    } else {
      write_text(name, out);
    }
  }
  out.append(line_end_);
}

void CsvWriter::write_value(const Source& source, std::size_t row, std::string& out) const {
  const Column& column = *source.column;
  if (column.is_null(row)) return;
  switch (column.type()) {
    case ColumnType::text:
      if (column.is_dictionary()) {
        const auto code = static_cast<std::size_t>(column.codes()[row]);
        const std::size_t begin = source.offsets[code];
        out.append(source.written, begin, source.offsets[code + 1] - begin);
      } else {
        write_text(column.text(row), out);
      }
      break;
    case ColumnType::integer: {
      char digits[24];
      out.append(digits, std::to_chars(digits, digits + sizeof digits, column[row].integer()).ptr);
      break;
    }
    default: out.append(to_text(column[row])); break;
  }
}

void CsvWriter::write_row(std::size_t row, std::string& out) const {
  const std::size_t begin = out.size();
  bool first = true;
  for (const Source& source : sources_) {
    if (!first) out += ',';
    first = false;
    write_value(source, row, out);
  }
  // An empty line would be no row to many readers.
  if (out.size() == begin) out.append("\"\"");
  out.append(line_end_);
}

}  // namespace galena::detail

namespace galena {

std::string write_csv(const Table& table, std::string_view line_end) {
  std::string out;
  if (table.columns().empty()) return out;
  const detail::CsvWriter writer(table, line_end);
  writer.write_header(out);
  for (std::size_t row = 0; row < table.rows(); ++row) writer.write_row(row, out);
  return out;
}

Result<void> write_csv_file(const Table& table, const std::string& path,
                            std::string_view line_end) {
  const auto failed = [&](const char* what) {
    return Problem{Code::io, "not_writable", path,
                   "cannot " + std::string(what) + " '" + path +
                       "': " + std::generic_category().message(errno),
                   "check the path, the permission and the space left"};
  };
  const auto close = [](std::FILE* open) { std::fclose(open); };
  std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "wb"), close);
  if (!file) return failed("open");
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  constexpr std::size_t kBlock = std::size_t{256} << 10;
  std::string out;
  const auto flush = [&] {
    const bool written = std::fwrite(out.data(), 1, out.size(), file.get()) == out.size();
    out.clear();
    return written;
  };
  if (!table.columns().empty()) {
    const detail::CsvWriter writer(table, line_end);
    writer.write_header(out);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      writer.write_row(row, out);
      if (out.size() >= kBlock && !flush()) return failed("write");
    }
  }
  if (!flush()) return failed("write");
  if (std::fclose(file.release()) != 0) return failed("write");
  return {};
}

}  // namespace galena
