#include "files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "cells.hpp"

namespace galena_command {

namespace {

std::string read_stream(std::FILE* file, std::string_view source) {
  std::string bytes;
  char chunk[1U << 16U];
  while (const std::size_t size = std::fread(chunk, 1, sizeof chunk, file)) {
    bytes.append(chunk, size);
  }
  if (std::ferror(file) != 0) fail_input(std::string(source) + ": cannot be read");
  return bytes;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::string source_name(const std::string& path) { return path == "-" ? "standard input" : path; }

std::string read_file(const std::string& path) {
  if (path == "-") return read_stream(stdin, source_name(path));
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    fail_input(path + ": is a directory, not a file");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) fail_input(path + ": cannot be opened: " + std::strerror(errno));
  return read_stream(file.get(), path);
}

Input read_table(const std::string& path, std::string_view encoding) {
  Input input{source_name(path), nullptr};
  galena_csv_options options{};
  options.struct_size = sizeof options;
  options.encoding = encoding.empty() ? nullptr : encoding.data();
  options.encoding_size = encoding.size();
  if (path == "-") {
    const std::string bytes = read_file(path);
    input.table =
        make<Table>(input.source, galena_table_parse_csv, bytes.data(), bytes.size(), &options);
  } else {
    input.table =
        make<Table>(input.source, galena_table_read_csv, path.data(), path.size(), &options);
  }
  input.complete = report_table_errors(input.table.get(), input.source);
  return input;
}

bool report_table_errors(const galena_table* table, std::string_view source) {
  const Table errors = make<Table>(source, galena_table_errors, table);
  const std::size_t rows = galena_table_row_count(errors.get());
  const std::string first(galena_table_column_name(errors.get(), 0));  // "line" or "row"
  for (std::size_t row = 0; row < rows; ++row) {
    std::string place = first + " " + cell_text(errors.get(), row, 0);
    const std::string column = cell_text(errors.get(), row, 1);
    if (!column.empty()) place += ", column " + column;
    print_message(
        std::string(source) + ": " +
        problem_line(cell_text(errors.get(), row, 2), place, cell_text(errors.get(), row, 3), ""));
  }
  return rows == 0;
}

Schema load_schema(std::string_view name) {
  if (ends_with(name, ".json")) {
    const std::string path(name);
    const std::string json = read_file(path);
    return make<Schema>(path, galena_schema_parse, json.data(), json.size());
  }
  return make<Schema>("schema", galena_schema_standard, name.data(), name.size());
}

}  // namespace galena_command
