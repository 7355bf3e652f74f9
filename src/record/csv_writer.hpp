// Writes a table as CSV, row by row into a buffer that its owner empties.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galena/record/table.hpp"

namespace galena::detail {

class CsvWriter {
 public:
  CsvWriter(const Table& table, std::string_view line_end);

  void write_header(std::string& out) const;
  void write_row(std::size_t row, std::string& out) const;

 private:
  /// A column, with the distinct values of a dictionary written out once.
  struct Source {
    const Column* column;
    std::string written;                 ///< all distinct values as they appear in the CSV
    std::vector<std::size_t> offsets;    ///< value i is written[offsets[i], offsets[i + 1])
  };

  void write_value(const Source& source, std::size_t row, std::string& out) const;

  std::vector<Source> sources_;
  std::string line_end_;
};

}  // namespace galena::detail
