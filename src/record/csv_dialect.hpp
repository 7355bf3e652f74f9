// How a CSV is written: its separator, and where its header is.
#pragma once

#include <cstdint>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galena::detail {

struct CsvDialect {
  char delimiter = ',';
  std::size_t header_begin = 0;   ///< after a `sep=` line and blank lines
  std::uint64_t lines_before = 0; ///< the header
};

/// Looks at the first text of a file. `given`: the separator, or 0 to detect it: from a first line
/// `sep=;` as spreadsheets write and obey, else by a vote of the first hundred records among
/// , ; tab |, quotes honoured: the separator by which most records have as many fields as the
/// header, and more than one; among equals the one with more fields, then the first in that order.
/// A file whose data holds none of them has one column. `whole`: the sample is all there is. It is
/// readable 64 bytes beyond its end.
CsvDialect detect_csv_dialect(std::string_view sample, bool whole, char given);

/// The header's names made distinct and none empty: an empty one becomes "column_<n>" (n its place
/// from 1), the second "city" becomes "city_2"; a number that is taken is passed over.
std::vector<std::string> unique_names(std::vector<std::string> names);

}  // namespace galena::detail
