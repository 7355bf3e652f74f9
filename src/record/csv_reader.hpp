// Reads one CSV: window, scanner and columns put together.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "galena/record/csv.hpp"
#include "record/csv_columns.hpp"
#include "record/csv_scanner.hpp"
#include "record/csv_window.hpp"

namespace galena::detail {

class CsvReader {
 public:
  /// More bad rows than this end the reading: something is wrong with the file as a whole.
  static constexpr std::size_t kMaxErrors = 1000000;
  static constexpr std::size_t kMaxColumns = 65536;

  CsvReader(CsvWindow window, const CsvOptions& options)
      : window_(std::move(window)), options_(options), scanner_(',') {}

  Result<CsvTable> read();

 private:
  Result<void> read_dialect();
  Result<void> read_header();
  Result<void> make_columns(std::vector<std::string> names);
  Result<void> read_rows();

  /// The next record, with as much of the source in the window as it needs. `need_more` comes back
  /// only for a record that is larger than the window may be.
  Result<CsvScanner::Outcome> next();
  Result<void> refill(std::size_t keep_from);
  Result<void> recover();
  Result<void> report_progress();

  void take_record();
  bool check_record();
  bool check_text();
  void report_broken(CsvScanner::Outcome outcome);
  void report(std::uint64_t line, std::size_t column, std::string detail, std::string message);
  Problem header_problem(CsvScanner::Outcome outcome) const;

  CsvWindow window_;
  const CsvOptions& options_;
  CsvScanner scanner_;
  char delimiter_ = ',';
  std::vector<CsvColumn> columns_;
  std::vector<std::size_t> typed_;  ///< columns that are not text
  std::vector<CsvError> errors_;
  std::string scratch_;
  double reported_ = 0;
};

}  // namespace galena::detail
