// Cells of tables as text, and tables as CSV.
#pragma once

#include <galena.h>

#include <string>
#include <string_view>
#include <vector>

namespace galena_command {

/// A cell of a text, integer, boolean or number column as it is written in CSV; empty for null.
[[nodiscard]] std::string cell_text(const galena_table* table, std::size_t row, std::size_t column);

/// The number of a column. Throws an input failure when the table has none of this name.
[[nodiscard]] std::size_t column_of(const galena_table* table, std::string_view name,
                                    std::string_view source);

/// Writes one row as RFC 4180 to standard output, with a line feed.
void write_row(const std::vector<std::string>& cells);

/// Writes the header and all rows to standard output.
void write_table(const galena_table* table);

/// Writes text to standard output. Throws an input failure when it cannot be written (a full disk).
void write_text(std::string_view text);

/// Sends out what is still held back; throws as write_text.
void finish_output();

}  // namespace galena_command
