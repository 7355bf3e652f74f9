// What a host's own normaliser (HostNormaliser) made of values, on its way to the encoder.
//
// The host is asked before anything is encoded, and its texts take the place of the values: of a
// table in columns of their own behind the others, of a live index behind the fields of a record. A
// layout with_host_forms() reads them there. Each begins with a mark that says whether the built-in
// normaliser is still to read it; an empty one is blank.
#pragma once

#include <string>
#include <string_view>

#include "match/layout.hpp"

namespace galena::match {

/// The comparison of whose values host_form_of() gives the texts; any other as it is.
constexpr Comparison without_host_form(Comparison comparison) {
  return static_cast<Comparison>(static_cast<std::uint8_t>(comparison) & 0x7FU);
}

/// encode_text() for a comparison of host_form_of().
void encode_host_text(Comparison comparison, RawParts marked, DateOrder order, Encoded& out);

/// Asks the host about a value of a field that is called `field`, and gives the marked text.
Result<std::string> host_form(const HostNormaliser& host, Kind kind, const std::string& field,
                              std::string_view text);

/// The layout that reads what the host made of column i in column `place_of[i]`; kNoColumn: it was
/// not asked. Features of raw texts stay as they are.
Layout with_host_forms(const Layout& layout, const std::vector<std::uint32_t>& place_of);

/// A table with the host's forms of the columns that `layout` reads, and the layout to encode it
/// by.
struct HostTable {
  Table table;
  Layout layout;
};

/// Asks the host once about each different text of a column, on up to `threads` threads. Errors:
/// those of host_form(), of every column the first value in the order of rows.
Result<HostTable> ask_host(const HostNormaliser& host, const Table& table, const Fields& fields,
                           const Layout& layout, unsigned threads);

}  // namespace galena::match
