// CSV: bytes or a file in, a table and the rows that were left out.
#include "bindings.hpp"

#include <pybind11/stl.h>

#include <map>
#include <optional>
#include <string>

#include "errors.hpp"
#include "galena/record/csv.hpp"
#include "progress.hpp"
#include "table.hpp"

namespace galena::python {

namespace {

CsvEncoding encoding_of(const std::optional<std::string>& name) {
  if (!name) return CsvEncoding::detect;
  if (*name == "utf-8") return CsvEncoding::utf8;
  if (*name == "utf-16-le") return CsvEncoding::utf16_le;
  if (*name == "utf-16-be") return CsvEncoding::utf16_be;
  if (*name == "windows-1252") return CsvEncoding::windows_1252;
  fail(Code::unsupported, "unknown_encoding", "encoding", "the encoding '" + *name + "' is unknown",
       "give utf-8, utf-16-le, utf-16-be, windows-1252, or None to detect it");
}

std::map<std::string, FieldType, std::less<>> types_of(
    const std::map<std::string, std::string>& names) {
  std::map<std::string, FieldType, std::less<>> types;
  Problems problems;
  for (const auto& [column, name] : names) {
    if (const auto type = field_type_from(name)) {
      types.emplace(column, *type);
    } else {
      problems.add(Code::invalid_argument, "unknown_type", "types/" + column,
                   "the type '" + name + "' of column '" + column + "' is unknown",
                   "give text, integer, number, decimal, money, boolean, date or instant");
    }
  }
  if (!problems.empty()) throw ProblemsError(problems);
  return types;
}

Table errors_table(const std::vector<CsvError>& errors) {
  ColumnBuilder line("line", ColumnType::integer);
  ColumnBuilder column("column", ColumnType::integer);
  ColumnBuilder message("message", ColumnType::text);
  for (const CsvError& error : errors) {
    line.append_integer(static_cast<std::int64_t>(error.line));
    column.append_integer(error.column);
    message.append_text(error.message);
  }
  return unwrap(Table::make({line.finish(), column.finish(), message.finish()}));
}

char delimiter_of(const std::optional<std::string>& text) {
  if (!text) return 0;
  if (text->size() != 1) {
    fail(Code::invalid_argument, "bad_delimiter", "delimiter",
         "the delimiter must be one ASCII character", "give for example ',' or ';' or '\\t'");
  }
  return text->front();
}

}  // namespace

void bind_csv(py::module_& module) {
  module.def(
      "read_csv",
      [](const std::optional<std::string>& path, const std::optional<py::bytes>& bytes,
         const std::optional<std::string>& delimiter, const std::optional<std::string>& encoding,
         const std::map<std::string, std::string>& types, py::object callback) {
        CsvOptions options;
        options.delimiter = delimiter_of(delimiter);
        options.encoding = encoding_of(encoding);
        options.types = types_of(types);
        Progress progress(std::move(callback));
        options.progress = [&](double fraction) { return progress(fraction, "read"); };
        const std::string_view content = bytes ? std::string_view(*bytes) : std::string_view();
        CsvTable read = progress.run([&] {
          return path ? read_csv_file(*path, options) : galena::read_csv(content, options);
        });
        return py::make_tuple(read.table, errors_table(read.errors),
                              std::string(1, read.delimiter));
      },
      py::arg("path"), py::arg("bytes"), py::arg("delimiter"), py::arg("encoding"),
      py::arg("types"), py::arg("progress"));
}

}  // namespace galena::python
