// Tables of the C API: CSV, Arrow, cells.
#include <cmath>
#include <limits>

#include "galena/record/arrow.hpp"
#include "galena/record/csv.hpp"
#include "galena/record/table.hpp"
#include "guard.hpp"
#include "handles.hpp"
#include "table_options.hpp"

using namespace galena::capi;
using galena::Column;
using galena::ColumnType;

namespace {

galena_table* table_of(galena::CsvTable read) {
  return new galena_table{std::move(read.table), csv_errors_table(read.errors)};
}

/// The cell's column, checked to exist and to be of a type that `accepts`.
const Column& cell_column(const galena_table* table, size_t row, size_t column, auto accepts,
                          const char* wanted) {
  const galena::Table& source = need(table, "table").table;
  if (column >= source.columns().size() || row >= source.rows()) {
    refuse_argument("bad_cell", "row, column",
                    "no cell at row " + std::to_string(row) + ", column " + std::to_string(column));
  }
  if (!accepts(source[column].type())) {
    refuse_argument("wrong_type", source[column].name(),
                    "column '" + source[column].name() + "' holds " +
                        std::string(galena::column_type_name(source[column].type())) + ", not " +
                        wanted);
  }
  return source[column];
}

/// Releases a stream at the end, unless somebody did.
class ReleasedStream {
 public:
  explicit ReleasedStream(ArrowArrayStream& stream) : stream_(stream) {}
  ~ReleasedStream() {
    if (stream_.release != nullptr) stream_.release(&stream_);
  }
  ReleasedStream(const ReleasedStream&) = delete;
  ReleasedStream& operator=(const ReleasedStream&) = delete;

 private:
  ArrowArrayStream& stream_;
};

}  // namespace

extern "C" {

galena_status galena_table_read_csv(const char* path, size_t path_size,
                                    const galena_csv_options* options, galena_table** table,
                                    galena_error** error) noexcept {
  clear(table);
  return guarded(error, [&] {
    const galena::CsvOptions parsed = csv_options(options);
    need(table, "table");
    *table =
        table_of(take(galena::read_csv_file(std::string(text(path, path_size, "path")), parsed)));
  });
}

galena_status galena_table_parse_csv(const char* bytes, size_t bytes_size,
                                     const galena_csv_options* options, galena_table** table,
                                     galena_error** error) noexcept {
  clear(table);
  return guarded(error, [&] {
    const galena::CsvOptions parsed = csv_options(options);
    if (bytes == nullptr && bytes_size > 0) need(bytes, "bytes");
    need(table, "table");
    *table = table_of(take(galena::read_csv({bytes, bytes_size}, parsed)));
  });
}

galena_status galena_table_write_csv(const galena_table* table, const char* path, size_t path_size,
                                     galena_error** error) noexcept {
  return guarded(error, [&] {
    take(galena::write_csv_file(need(table, "table").table,
                                std::string(text(path, path_size, "path"))));
  });
}

galena_status galena_table_import_arrow(struct ArrowArrayStream* stream, galena_table** table,
                                        galena_error** error) noexcept {
  clear(table);
  return guarded(error, [&] {
    need(stream, "stream");
    galena::Table imported = take(galena::import_arrow(stream));  // releases it in any case
    need(table, "table");
    *table = new galena_table{std::move(imported), {}};
  });
}

galena_status galena_table_read_arrow(struct ArrowArrayStream* stream,
                                      const galena_arrow_options* options, galena_table** table,
                                      galena_error** error) noexcept {
  clear(table);
  return guarded(error, [&] {
    const ReleasedStream released(need(stream, "stream"));
    const galena_arrow_options given = options_of(options);
    if (given.reserved != 0) refuse_argument("reserved", "options", "options.reserved must be 0");
    need(table, "table");
    *table = new galena_table{take(galena::import_arrow(stream, given.threads)), {}};
  });
}

galena_status galena_table_export_arrow(const galena_table* table, struct ArrowArrayStream* stream,
                                        galena_error** error) noexcept {
  if (stream != nullptr) *stream = {};
  return guarded(
      error, [&] { galena::export_arrow(need(table, "table").table, &need(stream, "stream")); });
}

size_t galena_table_row_count(const galena_table* table) noexcept {
  return table == nullptr ? 0 : table->table.rows();
}

size_t galena_table_column_count(const galena_table* table) noexcept {
  return table == nullptr ? 0 : table->table.columns().size();
}

const char* galena_table_column_name(const galena_table* table, size_t column) noexcept {
  return column < galena_table_column_count(table) ? table->table[column].name().c_str() : "";
}

const char* galena_table_column_type(const galena_table* table, size_t column) noexcept {
  if (column >= galena_table_column_count(table)) return "";
  return galena::column_type_name(table->table[column].type()).data();
}

galena_status galena_table_find(const galena_table* table, const char* name, size_t name_size,
                                size_t* column, galena_error** error) noexcept {
  if (column != nullptr) *column = 0;
  return guarded(error, [&] {
    const std::string wanted(text(name, name_size, "name"));
    const auto found = need(table, "table").table.find(wanted);
    if (!found) {
      throw Refused{galena::Problem{galena::Code::not_found, "unknown_column", wanted,
                                    "the table has no column '" + wanted + "'", ""}};
    }
    need(column, "column") = *found;
  });
}

galena_status galena_table_text(const galena_table* table, size_t row, size_t column,
                                const char** value, size_t* size, galena_error** error) noexcept {
  clear(value);
  if (size != nullptr) *size = 0;
  return guarded(error, [&] {
    const auto is_text = [](ColumnType type) { return type == ColumnType::text; };
    const Column& source = cell_column(table, row, column, is_text, "text");
    need(value, "text"), need(size, "size");
    if (source.is_null(row)) return;
    const std::string_view cell = source.text(row);
    *value = cell.data();
    *size = cell.size();
  });
}

galena_status galena_table_int(const galena_table* table, size_t row, size_t column, int64_t* value,
                               int32_t* is_null, galena_error** error) noexcept {
  if (value != nullptr) *value = 0;
  if (is_null != nullptr) *is_null = 0;
  return guarded(error, [&] {
    const auto is_whole = [](ColumnType type) {
      return type == ColumnType::integer || type == ColumnType::boolean ||
             type == ColumnType::date || type == ColumnType::instant;
    };
    const Column& source = cell_column(table, row, column, is_whole, "whole numbers");
    need(value, "value");
    if (is_null != nullptr) *is_null = source.is_null(row) ? 1 : 0;
    if (!source.is_null(row)) *value = source.data()->integers[row];
  });
}

galena_status galena_table_number(const galena_table* table, size_t row, size_t column,
                                  double* value, galena_error** error) noexcept {
  if (value != nullptr) *value = 0;
  return guarded(error, [&] {
    const auto is_number = [](ColumnType type) { return type == ColumnType::number; };
    const Column& source = cell_column(table, row, column, is_number, "numbers");
    need(value, "value") = source.is_null(row) ? std::numeric_limits<double>::quiet_NaN()
                                               : source.data()->numbers[row];
  });
}

galena_status galena_table_errors(const galena_table* table, galena_table** errors,
                                  galena_error** error) noexcept {
  clear(errors);
  return guarded(error, [&] {
    need(errors, "errors");
    *errors = new galena_table{need(table, "table").errors, {}};
  });
}

void galena_table_free(galena_table* table) noexcept { delete table; }

}  // extern "C"
