// CSV options of the C API, and the tables of what was left out while reading.
#include "table_options.hpp"

#include <algorithm>

#include "detail/json_reader.hpp"
#include "guard.hpp"

namespace galena::capi {
namespace {

CsvEncoding encoding_of(std::string_view name) {
  constexpr std::pair<std::string_view, CsvEncoding> kNames[] = {
      {"", CsvEncoding::detect},
      {"utf-8", CsvEncoding::utf8},
      {"utf-16le", CsvEncoding::utf16_le},
      {"utf-16be", CsvEncoding::utf16_be},
      {"windows-1252", CsvEncoding::windows_1252}};
  const std::string folded = fold_case(name);
  for (const auto& [known, encoding] : kNames) {
    if (known == folded) return encoding;
  }
  refuse_argument("unknown_encoding", "encoding",
                  "'" + std::string(name) + "' is none of utf-8, utf-16le, utf-16be, windows-1252");
}

std::map<std::string, FieldType, std::less<>> types_of(std::string_view json) {
  std::map<std::string, FieldType, std::less<>> types;
  if (json.empty()) return types;
  return take(detail::read_json(json, [](const detail::JsonNode& root) {
    std::map<std::string, FieldType, std::less<>> read;
    for (const auto& [column, node] : root.members()) {
      read.emplace(std::string(column), node.choice<FieldType>(kFieldTypeNames));
    }
    return read;
  }));
}

Table make_table(std::vector<ColumnBuilder>& builders) {
  std::vector<Column> columns;
  for (ColumnBuilder& builder : builders) columns.push_back(builder.finish());
  return take(Table::make(std::move(columns)));
}

std::vector<ColumnBuilder> problem_columns(const char* place, ColumnType column_type) {
  std::vector<ColumnBuilder> builders;
  builders.emplace_back(place, ColumnType::integer);
  builders.emplace_back("column", column_type);
  builders.emplace_back("detail", ColumnType::text);
  builders.emplace_back("message", ColumnType::text);
  return builders;
}

}  // namespace

CsvOptions csv_options(const galena_csv_options* given) {
  const galena_csv_options options = options_of(given);
  if (std::any_of(std::begin(options.reserved), std::end(options.reserved),
                  [](char byte) { return byte != 0; })) {
    refuse_argument("reserved", "options", "options.reserved must be 0");
  }
  CsvOptions parsed;
  parsed.delimiter = options.delimiter;
  parsed.encoding = encoding_of(text(options.encoding, options.encoding_size, "encoding"));
  parsed.types = types_of(text(options.types, options.types_size, "types"));
  if (options.progress != nullptr) {
    parsed.progress = [call = options.progress, data = options.user_data](double fraction) {
      return call(data, fraction, "read") == 0;
    };
  }
  return parsed;
}

Table csv_errors_table(const std::vector<CsvError>& errors) {
  auto builders = problem_columns("line", ColumnType::integer);
  for (const CsvError& error : errors) {
    builders[0].append_integer(static_cast<std::int64_t>(error.line));
    builders[1].append_integer(error.column);
    builders[2].append_text(error.detail);
    builders[3].append_text(error.message);
  }
  return make_table(builders);
}

Table cell_problems_table(const std::vector<CellProblem>& problems) {
  auto builders = problem_columns("row", ColumnType::text);
  for (const CellProblem& problem : problems) {
    builders[0].append_integer(static_cast<std::int64_t>(problem.row));
    builders[1].append_text(problem.column);
    builders[2].append_text(problem.detail);
    builders[3].append_text(problem.message);
  }
  return make_table(builders);
}

}  // namespace galena::capi
