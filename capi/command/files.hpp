// What comes in: tables and definitions, from files or from standard input ("-").
#pragma once

#include <string>
#include <string_view>

#include "handles.hpp"

namespace galena_command {

/// "standard input" for "-", else the path: what messages call a file.
[[nodiscard]] std::string source_name(const std::string& path);

/// The bytes of a file. Throws an input failure: no such file, a directory, unreadable.
[[nodiscard]] std::string read_file(const std::string& path);

/// A table and whether all of its rows could be read.
struct Input {
  std::string source;
  Table table;
  bool complete = true;
};

/// Reads a CSV file; an empty `encoding` is found out. Rows that cannot be read are reported on
/// standard error and left out.
[[nodiscard]] Input read_table(const std::string& path, std::string_view encoding);

/// Writes what a table says about rows or values that were left out to standard error.
/// @returns whether there was none
bool report_table_errors(const galena_table* table, std::string_view source);

/// A shipped schema by its name, or one from a file when the name ends in ".json".
[[nodiscard]] Schema load_schema(std::string_view name);

}  // namespace galena_command
