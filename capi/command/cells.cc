#include "cells.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "failure.hpp"

namespace galena_command {

namespace {

template <class Number>
std::string number_text(Number number) {
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  return std::string(digits, end);
}

void append_cell(std::string& line, std::string_view cell) {
  // The separators that readers try are among these: no reader takes one text for several fields.
  if (cell.find_first_of(",;\t|\"\r\n") == std::string_view::npos) {
    line.append(cell);
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

std::string cell_text(const galena_table* table, std::size_t row, std::size_t column) {
  const std::string_view type = galena_table_column_type(table, column);
  if (type == "text") {
    const char* text = nullptr;
    std::size_t size = 0;
    call("table", galena_table_text, table, row, column, &text, &size);
    return text == nullptr ? std::string() : std::string(text, size);
  }
  if (type == "number") {
    double number = 0;
    call("table", galena_table_number, table, row, column, &number);
    return std::isnan(number) ? std::string() : number_text(number);
  }
  std::int64_t number = 0;
  std::int32_t is_null = 0;
  call("table", galena_table_int, table, row, column, &number, &is_null);
  return is_null != 0 ? std::string() : number_text(number);
}

std::size_t column_of(const galena_table* table, std::string_view name, std::string_view source) {
  std::size_t column = 0;
  call(source, galena_table_find, table, name.data(), name.size(), &column);
  return column;
}

void write_text(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    fail_input("standard output cannot be written");
  }
}

void finish_output() {
  if (std::fflush(stdout) != 0) fail_input("standard output cannot be written");
}

void write_row(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(line, cells[i]);
  }
  line += '\n';
  write_text(line);
}

void write_table(const galena_table* table) {
  const std::size_t columns = galena_table_column_count(table);
  std::vector<std::string> cells(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    cells[i] = galena_table_column_name(table, i);
  }
  write_row(cells);
  for (std::size_t row = 0; row < galena_table_row_count(table); ++row) {
    for (std::size_t i = 0; i < columns; ++i) {
      cells[i] = cell_text(table, row, i);
    }
    write_row(cells);
  }
}

}  // namespace galena_command
