// The conformance files of csv-spectrum (folders csvs/ and csv/) and what they mean (json/). A
// meaning is a list of objects, or a list of lists whose first is the header.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "galena/record/csv.hpp"
#include "support/shared_data.hpp"

namespace galena {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;
constexpr const char* kSuite = "conformance/csv-spectrum";

std::string file_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Header and rows as a meaning tells them; a list of objects without objects tells no header.
struct Meaning {
  Row header;
  std::vector<Row> rows;
};

Meaning meaning_of(const fs::path& path) {
  Meaning meaning;
  const boost::json::value parsed = boost::json::parse(file_text(path));
  // One object without a list around it is a list of one.
  const boost::json::array entries =
      parsed.is_array() ? parsed.as_array() : boost::json::array({parsed});
  for (const auto& entry : entries) {
    Row row;
    if (entry.is_object()) {
      meaning.header.clear();
      for (const auto& [name, value] : entry.as_object()) {
        meaning.header.emplace_back(name);
        row.emplace_back(value.as_string());
      }
      meaning.rows.push_back(row);
    } else {
      for (const auto& value : entry.as_array()) row.emplace_back(value.as_string());
      meaning.rows.push_back(row);
    }
  }
  if (meaning.header.empty() && !meaning.rows.empty()) {
    meaning.header = meaning.rows.front();
    meaning.rows.erase(meaning.rows.begin());
  }
  return meaning;
}

Meaning meaning_of(const Table& table) {
  Meaning meaning;
  for (const Column& column : table.columns()) meaning.header.push_back(column.name());
  for (std::size_t r = 0; r < table.rows(); ++r) {
    Row row;
    for (const Column& column : table.columns()) row.emplace_back(column.text(r));
    meaning.rows.push_back(row);
  }
  return meaning;
}

std::string with_crlf(const std::string& text) {
  std::string changed;
  for (const char c : text) {
    if (c == '\n' && (changed.empty() || changed.back() != '\r')) changed += '\r';
    changed += c;
  }
  return changed;
}

/// What the suite's own files get wrong.
void mend(const std::string& name, std::string& text, Meaning& expected) {
  // The files that are about \r\n came through a version control that made it \n.
  if (name.find("crlf") != std::string::npos) text = with_crlf(text);
  // json/utf8.json serves a file of either folder; this is the other one's meaning.
  if (name == "csvs/utf8") expected = {{"a", "b", "c"}, {{"1", "2", "3"}, {"4", "5", "ʤ"}}};
  // The meaning has another telephone number than the file.
  if (name == "csvs/location_coordinates") expected.rows[0][0] = "2095257564";
  // A header without a name gets one.
  if (name == "csv/all-empty") expected.header = {"column_1"};
  if (name == "csv/header-no-rows") expected.header = {"foo", "bar", "baz"};
}

TEST(CsvSpectrum, GoodFilesMeanWhatTheSuiteSays) {
  GALENA_REQUIRE_SHARED_DATA(kSuite);
  const fs::path suite = test::shared_data(kSuite);
  std::size_t read = 0;
  for (const char* folder : {"csvs", "csv"}) {
    for (const auto& entry : fs::directory_iterator(suite / folder)) {
      const std::string stem = entry.path().stem().string();
      if (stem.starts_with("bad-")) continue;
      SCOPED_TRACE(entry.path());
      std::string text = file_text(entry.path());
      Meaning expected = meaning_of(suite / "json" / (stem + ".json"));
      mend(std::string(folder) + "/" + stem, text, expected);
      const auto csv = read_csv(text);
      ASSERT_TRUE(csv) << csv.problems().to_text();
      EXPECT_TRUE(csv->errors.empty());
      const Meaning found = meaning_of(csv->table);
      EXPECT_EQ(found.header, expected.header);
      EXPECT_EQ(found.rows, expected.rows);
      // And written it means the same again.
      const auto again = read_csv(write_csv(csv->table, "\r\n"));
      ASSERT_TRUE(again);
      EXPECT_EQ(meaning_of(again->table).rows, expected.rows);
      ++read;
    }
  }
  EXPECT_EQ(read, 30U);
}

TEST(CsvSpectrum, BadFilesAreReported) {
  GALENA_REQUIRE_SHARED_DATA(kSuite);
  struct Expected {
    std::string failure;  ///< of the whole file
    std::vector<CsvError> errors;
    std::size_t rows = 0;
  };
  // A header that is wrong only to who expects another one is read, and so is a quote inside an
  // unquoted field, which csvs/location_coordinates.csv of the same suite takes for text.
  const std::map<std::string, Expected> expected = {
      {"bad-header-less-fields", {"", {{2, 3, "too_few_fields", ""}}}},
      {"bad-header-more-fields", {"", {{2, 4, "too_many_fields", ""}}}},
      {"bad-header-no-header", {"no_header", {}}},
      {"bad-header-wrong-header", {"", {}}},
      {"bad-missing-quote", {"", {{2, 2, "unclosed_quote", ""}}}},
      {"bad-quotes-with-unescaped-quote", {"", {{2, 2, "text_after_quote", ""}}}},
      {"bad-unescaped-quote", {"", {}, 1}},
  };
  std::set<std::string> seen;
  for (const auto& entry : fs::directory_iterator(test::shared_data(kSuite) / "csv")) {
    const std::string stem = entry.path().stem().string();
    if (!stem.starts_with("bad-")) continue;
    SCOPED_TRACE(stem);
    ASSERT_TRUE(expected.contains(stem));
    seen.insert(stem);
    const auto csv = read_csv_file(entry.path().string());
    if (!csv) {
      EXPECT_EQ(csv.problems().front().detail, expected.at(stem).failure);
      continue;
    }
    EXPECT_EQ(expected.at(stem).failure, "");
    std::vector<CsvError> errors = csv->errors;
    for (CsvError& error : errors) error.message.clear();
    EXPECT_EQ(errors, expected.at(stem).errors);
    EXPECT_EQ(csv->table.rows(), expected.at(stem).rows);
  }
  EXPECT_EQ(seen.size(), expected.size());
}

}  // namespace
}  // namespace galena
