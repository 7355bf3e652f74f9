#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "detail/json_reader.hpp"
#include "support/shared_data.hpp"

namespace galena::detail {
namespace {

namespace fs = std::filesystem;

std::string place(std::string_view text) {
  const auto parsed = parse_json(text);
  return parsed ? "accepted" : parsed.problems().front().subject;
}

std::string message(std::string_view text) {
  const auto parsed = parse_json(text);
  return parsed ? "accepted" : parsed.problems().front().message;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ParseJson, SaysWhereAndWhatWasExpected) {
  EXPECT_EQ(place("{\"a\":1\n \"b\":2}"), "line 2, column 2");
  EXPECT_EQ(message("{\"a\":1\n \"b\":2}"), "expected ',' or '}', found '\"'");
  EXPECT_EQ(message(""), "expected a value, found the end of the text");
  EXPECT_EQ(message("[1,]"), "expected a value, found ']'");
  EXPECT_EQ(message("{'a':1}"), "expected a key in double quotes, or '}', found '''");
  EXPECT_EQ(message("{\"a\" 1}"), "expected ':' after the key, found '1'");
  EXPECT_EQ(message("[1] 2"), "expected the end of the text, found '2'");
  EXPECT_EQ(message("[\"a"), "expected the closing quote of a string, found the end of the text");
  EXPECT_EQ(message("[1.]"), "expected a digit, found ']'");
  EXPECT_EQ(message("[\"\\x\"]"), "expected one of \"\\/bfnrtu after the backslash, found 'x'");
}

TEST(ParseJson, CountsColumnsInCharacters) {
  EXPECT_EQ(place("{\"größe\":\"ß\" x"), "line 1, column 14");
}

TEST(ParseJson, RefusesWhatIsNotUtf8) {
  const auto parsed = parse_json("{\"a\":\"\xFF\"}");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.code(), Code::bad_encoding);
  EXPECT_EQ(parsed.problems().front().subject, "line 1, column 7");
}

TEST(ParseJson, PassesOverAByteOrderMark) { EXPECT_TRUE(parse_json("\xEF\xBB\xBF{}")); }

TEST(ParseJson, LimitsNesting) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(parse_json(nested(kMaxJsonDepth)));
  const auto too_deep = parse_json(nested(kMaxJsonDepth + 1));
  ASSERT_FALSE(too_deep);
  EXPECT_EQ(too_deep.problems().front().detail, "too_deep");
  EXPECT_FALSE(parse_json(std::string(5000000, '[')));
}

TEST(ParseJson, ReportsEveryKeyThatComesTwice) {
  const auto parsed = parse_json(R"({"x":[{"y":1,"y":{"z":1,"z":2}}],"a/b":1,"a/b":2})");
  ASSERT_FALSE(parsed);
  std::vector<std::string> places;
  for (const Problem& problem : parsed.problems()) {
    EXPECT_EQ(problem.detail, "duplicate_key");
    places.push_back(problem.subject);
  }
  EXPECT_EQ(places, (std::vector<std::string>{"/x/0/y", "/x/0/y/z", "/a~1b"}));
}

TEST(ParseJson, TakesTheLastOfTwoKeysWhenToldTo) {
  const auto parsed = parse_json(R"({"a":1,"a":2})", DuplicateKeys::last_wins);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->at("a").as_int64(), 2);
}

TEST(ParseJson, ReadsNumbersAsTheNearestDouble) {
  for (const char* text :
       {"0.1", "123.456", "5e-324", "1.7976931348623157e308", "2.2250738585072011e-308",
        "9007199254740993.0", "0.30000000000000004", "-1e-7", "179.28"}) {
    const auto parsed = parse_json(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->as_double(), std::strtod(text, nullptr)) << text;
  }
  EXPECT_EQ(parse_json("9223372036854775807")->as_int64(), INT64_MAX);
  EXPECT_EQ(parse_json("-9223372036854775808")->as_int64(), INT64_MIN);
  EXPECT_EQ(parse_json("18446744073709551615")->as_uint64(), UINT64_MAX);
  EXPECT_FALSE(parse_json("1e999"));
}

TEST(ParseJson, AnySingleByteChangeOfADocumentIsAnsweredAndNeverCrashes) {
  const std::string text =
      R"({"entity":"lead","fields":[{"name":"e","n":-1.5e3,"t":[true,null,"ä\u00e9"]}]})";
  std::size_t refused = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = text;
      changed[i] = static_cast<char>(byte);
      const auto parsed = parse_json(changed);
      if (parsed) continue;
      ++refused;
      EXPECT_FALSE(parsed.problems().front().message.empty());
      EXPECT_FALSE(parsed.problems().front().subject.empty());
    }
  }
  EXPECT_GT(refused, text.size() * 100);
}

/// The files of the public JSON test suite whose names start with `prefix`.
std::vector<fs::path> suite(char prefix) {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(test::shared_data("conformance/json/test_parsing"))) {
    if (entry.path().filename().string().front() == prefix) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(JsonTestSuite, AcceptsEveryFileThatMustBeAccepted) {
  GALENA_REQUIRE_SHARED_DATA("conformance/json/test_parsing");
  const auto files = suite('y');
  ASSERT_GT(files.size(), 90U);
  for (const fs::path& file : files) {
    const auto parsed = parse_json(read_file(file), DuplicateKeys::last_wins);
    EXPECT_TRUE(parsed) << file << ": " << parsed.problems().to_text();
  }
}

TEST(JsonTestSuite, AKeyThatComesTwiceIsAMistakeOfTheDefinitionNotOfTheJson) {
  GALENA_REQUIRE_SHARED_DATA("conformance/json/test_parsing");
  std::vector<std::string> refused;
  for (const fs::path& file : suite('y')) {
    const auto parsed = parse_json(read_file(file));
    if (parsed) continue;
    refused.push_back(file.filename().string());
    EXPECT_EQ(parsed.code(), Code::invalid_argument) << file;
    EXPECT_EQ(parsed.problems().front().detail, "duplicate_key") << file;
  }
  EXPECT_EQ(refused, (std::vector<std::string>{"y_object_duplicated_key.json",
                                               "y_object_duplicated_key_and_value.json"}));
}

TEST(JsonTestSuite, RefusesEveryFileThatMustBeRefused) {
  GALENA_REQUIRE_SHARED_DATA("conformance/json/test_parsing");
  const auto files = suite('n');
  ASSERT_GT(files.size(), 180U);
  for (const fs::path& file : files) {
    const auto parsed = parse_json(read_file(file), DuplicateKeys::last_wins);
    EXPECT_FALSE(parsed) << file;
    EXPECT_TRUE(parsed.code() == Code::parse || parsed.code() == Code::bad_encoding) << file;
  }
}

TEST(JsonTestSuite, AnswersEveryFileThatMayGoEitherWay) {
  GALENA_REQUIRE_SHARED_DATA("conformance/json/test_parsing");
  const auto files = suite('i');
  ASSERT_GT(files.size(), 30U);
  for (const fs::path& file : files) {
    const auto parsed = parse_json(read_file(file));
    EXPECT_TRUE(parsed || !parsed.problems().front().subject.empty()) << file;
  }
}

}  // namespace
}  // namespace galena::detail
