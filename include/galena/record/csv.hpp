// CSV: reading and writing tables, by RFC 4180 and as spreadsheets write it.
//
//   auto read = galena::read_csv_file("leads.csv");
//   if (read) std::cout << read->table.rows() << " rows, " << read->errors.size() << " bad rows";
//
// Every column is text unless `types` says otherwise: nothing is guessed, nothing is lost. A bad
// row never stops good ones: it is left out and reported with line and column.
//
// What is read, beyond RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180):
//   lines    end with \n, \r\n or \r; the last may end with nothing. Blank lines are passed over,
//            but in a file of one column each is a row.
//   quotes   count only at the start of a field; elsewhere they are ordinary characters (5" pipe).
//            Blanks behind a closing quote are passed over.
//   empty    an empty field is null, a quoted one ("") is empty text.
//   header   the first line, after a `sep=;` line, which names the separator. An empty name becomes
//            "column_<n>" (n its place from 1), a second "city" becomes "city_2".
//   unclosed quotes: the row is reported with the line where the quote was opened, and reading goes
//            on in the line after that, so that one stray quote costs one row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/progress.hpp"
#include "galena/base/result.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena {

enum class CsvEncoding : std::uint8_t { detect, utf8, utf16_le, utf16_be, windows_1252 };

struct CsvOptions {
  /// Field separator, one ASCII character; 0: from the `sep=` line, else the one of , ; tab | by
  /// which most of the first hundred records have as many fields as the header, more than one.
  char delimiter = 0;
  /// detect: by byte order mark, else UTF-8. The mark of a given encoding is passed over.
  CsvEncoding encoding = CsvEncoding::detect;
  /// Column name (as made distinct) -> type; other columns are text. A value that is not of the
  /// type is an error of its row. A money column has the currency of its first amount.
  std::map<std::string, FieldType, std::less<>> types = {};
  /// Called at most about a hundred times, phase "read"; the fraction is 1 at the end.
  Progress progress = {};
};

/// A row that was left out.
struct CsvError {
  std::uint64_t line = 0;    ///< of the file, from 1, where the fault is
  std::uint32_t column = 0;  ///< field number from 1; 0: the row as a whole
  /// "too_few_fields", "too_many_fields", "unclosed_quote", "text_after_quote", "bad_encoding",
  /// "nul_byte", "bad_value" or "too_long" (a row over 32 MiB)
  std::string detail;
  std::string message;
  friend bool operator==(const CsvError&, const CsvError&) = default;
};

struct CsvTable {
  Table table;
  std::vector<CsvError> errors;  ///< in file order
  char delimiter = ',';          ///< as detected or given
};

/// Reads CSV from memory or from a file, which is streamed in blocks. Whole failures, subject: the
/// path or the line: IO ("not_readable", "is_directory"), BAD_ENCODING ("binary"; a header that is
/// not UTF-8), PARSE ("no_header"; a broken quote in the header), LIMIT_EXCEEDED (a header over 32
/// MiB or of more than 65,536 columns, more than 1,000,000 bad rows), INVALID_ARGUMENT (a type for
/// a column that is not there, a separator that cannot be one), CANCELLED. Memory: the table, the
/// errors and one block, or the longest row. O(bytes). Any thread.
Result<CsvTable> read_csv(std::string_view bytes, const CsvOptions& options = {});
Result<CsvTable> read_csv_file(const std::string& path, const CsvOptions& options = {});

/// Writes RFC 4180 CSV, UTF-8 without BOM, CRLF or LF line ends, header first, quoting only where
/// needed (also around ; tab and |, so that a reader that detects the separator finds the comma);
/// null and empty text are both an empty field, an empty row of one column is "". Reading it back
/// gives the same text. Error of the file form: IO "not_writable"; what was written until then
/// stays.
std::string write_csv(const Table& table, std::string_view line_end = "\n");
Result<void> write_csv_file(const Table& table, const std::string& path,
                            std::string_view line_end = "\n");

}  // namespace galena
