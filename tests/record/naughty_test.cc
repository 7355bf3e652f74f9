// Naughty strings: whatever people type comes back byte for byte through CSV -> Table -> Arrow ->
// CSV, or is an error with line and column.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/utf8.hpp"
#include "galena/record/arrow.hpp"
#include "galena/record/csv.hpp"
#include "support/shared_data.hpp"

namespace galena {
namespace {

constexpr const char* kList = "conformance/blns/blns.txt";
constexpr std::size_t kRows = 200000;
constexpr std::size_t kColumns = 3;

std::vector<std::string> naughty_strings() {
  using namespace std::string_literals;
  // What a list that is a text file cannot hold.
  std::vector<std::string> all = {"a\0b"s,    "\xFF", "M\xFCller", "\xED\xA0\x80",
                                  "\xC0\xAF", "\"",   "\"\"\"",    "\n",
                                  "\r",       "\r\n", "\"\r\n\"",  "line\nline\rline\r\n",
                                  ",",        ";;;",  "sep=;",     "\xEF\xBB\xBF",
                                  " ",        "\t",   "\x1A",      ""};
  std::ifstream in(test::shared_data(kList), std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) all.push_back(line);
  }
  return all;
}

bool is_bad(std::string_view text) {
  return text.find('\0') != std::string_view::npos || !is_valid_utf8(text);
}

std::uint64_t lines_in(std::string_view text) {
  std::uint64_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'))) ++lines;
  }
  return lines;
}

/// A CSV in which every field is quoted, what its good rows hold, and where its bad rows are.
struct Written {
  std::string csv = "a,b,c\n";
  std::vector<std::vector<std::string>> good;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> bad;  ///< line and column
};

Written write_rows(const std::vector<std::string>& strings) {
  Written written;
  std::uint64_t line = 2;
  std::uint64_t state = 1;
  for (std::size_t row = 0; row < kRows; ++row) {
    std::vector<std::string> values;
    std::uint32_t bad_column = 0;
    std::uint64_t bad_line = 0;
    for (std::uint32_t column = 1; column <= kColumns; ++column) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      // Every string once by itself, then any with any.
      const std::size_t pick = row < strings.size() ? row : static_cast<std::size_t>(state >> 33);
      const std::string& value = strings[pick % strings.size()];
      if (column > 1) written.csv += ',';
      written.csv += '"';
      for (const char c : value) written.csv.append(c == '"' ? 2 : 1, c);
      written.csv += '"';
      if (bad_column == 0 && is_bad(value)) {
        bad_column = column;
        bad_line = line;
      }
      line += lines_in(value);
      values.push_back(value);
    }
    written.csv += '\n';
    ++line;
    if (bad_column == 0) {
      written.good.push_back(std::move(values));
    } else {
      written.bad.emplace_back(bad_line, bad_column);
    }
  }
  return written;
}

void expect_rows(const Table& table, const std::vector<std::vector<std::string>>& expected) {
  ASSERT_EQ(table.rows(), expected.size());
  for (std::size_t row = 0; row < expected.size(); ++row) {
    for (std::size_t column = 0; column < kColumns; ++column) {
      ASSERT_EQ(table[column].text(row), expected[row][column]) << row << " " << column;
    }
  }
}

TEST(NaughtyStrings, ComeBackByteEqualOrAreErrorsWithTheirPlace) {
  GALENA_REQUIRE_SHARED_DATA(kList);
  const std::vector<std::string> strings = naughty_strings();
  ASSERT_GT(strings.size(), 500U);
  const Written written = write_rows(strings);
  ASSERT_GT(written.good.size(), 190000U);

  const auto read = read_csv(written.csv);
  ASSERT_TRUE(read) << read.problems().to_text();
  expect_rows(read->table, written.good);
  ASSERT_EQ(read->errors.size(), written.bad.size());
  for (std::size_t i = 0; i < written.bad.size(); ++i) {
    ASSERT_EQ(read->errors[i].line, written.bad[i].first);
    ASSERT_EQ(read->errors[i].column, written.bad[i].second);
    ASSERT_TRUE(read->errors[i].detail == "bad_encoding" || read->errors[i].detail == "nul_byte");
  }

  ArrowArrayStream stream;
  export_arrow(read->table, &stream);
  const auto imported = import_arrow(&stream);
  ASSERT_TRUE(imported) << imported.problems().to_text();
  expect_rows(*imported, written.good);

  for (const char* line_end : {"\n", "\r\n"}) {
    const auto again = read_csv(write_csv(*imported, line_end));
    ASSERT_TRUE(again) << again.problems().to_text();
    EXPECT_TRUE(again->errors.empty());
    expect_rows(again->table, written.good);
  }
}

TEST(NaughtyStrings, ComeBackAsHeadersAndAsTheOnlyColumn) {
  GALENA_REQUIRE_SHARED_DATA(kList);
  for (const std::string& name : naughty_strings()) {
    if (is_bad(name)) continue;
    ColumnBuilder builder(name, ColumnType::text);
    builder.append_text(name);
    builder.append_text("");
    builder.append_text(name);
    const auto table = Table::make({builder.finish()});
    const auto back = read_csv(write_csv(*table));
    ASSERT_TRUE(back) << name;
    ASSERT_EQ(back->table.columns().size(), 1U) << name;
    EXPECT_EQ(back->table[0].name(), name.empty() ? "column_1" : name);
    ASSERT_EQ(back->table.rows(), 3U) << name;
    EXPECT_EQ(back->table[0].text(0), name);
    EXPECT_EQ(back->table[0].text(2), name);
  }
}

}  // namespace
}  // namespace galena
