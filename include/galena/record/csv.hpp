// CSV: reading and writing tables, by RFC 4180 and as spreadsheets write it.
//
//   auto read = galena::read_csv_file("leads.csv");
//   if (read) std::cout << read->table.rows() << " rows, " << read->errors.size() << " bad rows";
//
// Every column is text unless `types` says otherwise: nothing is guessed, nothing is lost. A bad row
// never stops good ones: it is left out and reported with line and column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/result.hpp"
#include "galena/record/schema.hpp"
#include "galena/record/table.hpp"

namespace galena {

enum class CsvEncoding : std::uint8_t { detect, utf8, utf16_le, utf16_be, windows_1252 };

struct CsvOptions {
  /// Field separator; 0: detected from the `sep=` line or the first lines among , ; tab |
  char delimiter = 0;
  /// detect: by byte order mark, else UTF-8.
  CsvEncoding encoding = CsvEncoding::detect;
  /// Column name -> type; other columns are text. A value that is not of the type is an error of its
  /// row.
  std::map<std::string, FieldType, std::less<>> types = {};
  /// Called now and then with the fraction read (0..1); false cancels (CANCELLED).
  std::function<bool(double)> progress = {};
};

/// A row that was left out.
struct CsvError {
  std::uint64_t line = 0;    ///< of the file, from 1, where the fault is
  std::uint32_t column = 0;  ///< field number from 1; 0: the row as a whole
  std::string detail;        ///< closed identifier such as "too_many_fields"
  std::string message;
  friend bool operator==(const CsvError&, const CsvError&) = default;
};

struct CsvTable {
  Table table;
  std::vector<CsvError> errors;  ///< in file order
  char delimiter = ',';          ///< as detected or given
};

/// Reads CSV from memory or from a file, which is streamed in blocks. Whole failures: IO (no such
/// file, a directory), BAD_ENCODING (binary), PARSE (no header), LIMIT_EXCEEDED, CANCELLED.
/// Memory: the table plus one block. O(bytes).
Result<CsvTable> read_csv(std::string_view bytes, const CsvOptions& options = {});
Result<CsvTable> read_csv_file(const std::string& path, const CsvOptions& options = {});

/// Writes RFC 4180 CSV, UTF-8 without BOM, CRLF or LF line ends, header first, quoting only where
/// needed; null and empty text are both an empty field. Reading it back gives the same text.
std::string write_csv(const Table& table, std::string_view line_end = "\n");
Result<void> write_csv_file(const Table& table, const std::string& path,
                            std::string_view line_end = "\n");

}  // namespace galena
