// Bad rows: reported with line and column, left out, and never in the way of good ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/record/csv.hpp"

namespace galena {
namespace {

struct Bad {
  std::uint64_t line;
  std::uint32_t column;
  std::string detail;
  friend bool operator==(const Bad&, const Bad&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Bad& bad) {
    return out << bad.line << ":" << bad.column << " " << bad.detail;
  }
};

/// The first column of the good rows, and where the bad ones are.
struct Outcome {
  std::vector<std::string> good;
  std::vector<Bad> bad;
};

Outcome read(std::string_view text, const CsvOptions& options = {}) {
  const auto csv = read_csv(text, options);
  EXPECT_TRUE(csv) << csv.problems().to_text();
  Outcome outcome;
  if (!csv) return outcome;
  for (std::size_t r = 0; r < csv->table.rows(); ++r) {
    outcome.good.emplace_back(csv->table[0].text(r));
  }
  for (const CsvError& error : csv->errors) {
    EXPECT_FALSE(error.message.empty());
    outcome.bad.push_back({error.line, error.column, error.detail});
  }
  return outcome;
}

using Good = std::vector<std::string>;
using AllBad = std::vector<Bad>;

TEST(CsvErrors, RowsOfAnotherLengthThanTheHeader) {
  const Outcome outcome = read("a,b,c\n1,2\n2,3,4\n3,4,5,6\n4,5,6\n5\n");
  EXPECT_EQ(outcome.good, (Good{"2", "4"}));
  EXPECT_EQ(
      outcome.bad,
      (AllBad{{2, 3, "too_few_fields"}, {4, 4, "too_many_fields"}, {6, 2, "too_few_fields"}}));
}

TEST(CsvErrors, LinesAreCountedThroughQuotedFields) {
  const Outcome outcome =
      read("a,b\n\"x\ny\r\nz\",1\n\"p\rq\",2\nshort\n\"m\nn\",\"o\n\",extra\nlast,3\n");
  EXPECT_EQ(outcome.good, (Good{"x\ny\r\nz", "p\rq", "last"}));
  EXPECT_EQ(outcome.bad, (AllBad{{7, 2, "too_few_fields"}, {8, 3, "too_many_fields"}}));
}

TEST(CsvErrors, TextAfterAClosingQuote) {
  const Outcome outcome = read("a,b,c\n1,\"Hey, I missed \" it\",3\n2,\"fine\",4\n");
  EXPECT_EQ(outcome.good, (Good{"2"}));
  EXPECT_EQ(outcome.bad, (AllBad{{2, 2, "text_after_quote"}}));
}

TEST(CsvErrors, UnclosedQuoteAtTheEndCostsOneRow) {
  const Outcome outcome = read("a,b\n1,x\n2,\"I forgot\n3,y\n4,z\n");
  EXPECT_EQ(outcome.good, (Good{"1", "3", "4"}));
  EXPECT_EQ(outcome.bad, (AllBad{{3, 2, "unclosed_quote"}}));
}

TEST(CsvErrors, UnclosedQuoteBeforeOtherQuotesCostsOneRow) {
  const Outcome outcome = read("a,b\n1,\"x\n2,\"y\"\n3,\"say \"\"z\"\"\"\n4,\"\"\n");
  EXPECT_EQ(outcome.good, (Good{"2", "3", "4"}));
  EXPECT_EQ(outcome.bad, (AllBad{{2, 2, "unclosed_quote"}}));
}

TEST(CsvErrors, UnclosedQuoteAfterAFieldOfSeveralLines) {
  const Outcome outcome = read("a,b\n\"1\n1\",\"x\n2,y\n");
  EXPECT_EQ(outcome.good, (Good{"2"}));
  EXPECT_EQ(outcome.bad, (AllBad{{3, 2, "unclosed_quote"}}));
}

TEST(CsvErrors, ManyUnclosedQuotesStayLinear) {
  std::string text = "a,b\n";
  for (int i = 0; i < 50000; ++i) text += "1,\"\"\"x\n";  // open to the end, each from its own line
  const Outcome outcome = read(text);
  EXPECT_EQ(outcome.good, Good());
  EXPECT_EQ(outcome.bad.size(), 50000U);
}

TEST(CsvErrors, TextThatIsNotUtf8NamesLineAndColumn) {
  const Outcome outcome =
      read("a,b\nok,1\nM\xFCller,2\nx,\"two\nlines \xE9\"\n\xC3\xBC,\xED\xA0\x80\nfine,3\n");
  EXPECT_EQ(outcome.good, (Good{"ok", "fine"}));
  EXPECT_EQ(outcome.bad,
            (AllBad{{3, 1, "bad_encoding"}, {5, 2, "bad_encoding"}, {6, 2, "bad_encoding"}}));
}

TEST(CsvErrors, NulBytes) {
  using namespace std::string_view_literals;
  const Outcome outcome = read(
      "a,b\n1,x\n2,y\0z\n3,\"\0\"\n4,these,too,\0,are,many\n5,w\n"
      "6,some more text so that this is no binary file\n"sv);
  EXPECT_EQ(outcome.good, (Good{"1", "5", "6"}));
  EXPECT_EQ(outcome.bad,
            (AllBad{{3, 2, "nul_byte"}, {4, 2, "nul_byte"}, {5, 3, "too_many_fields"}}));
}

TEST(CsvErrors, EveryCutOfAFileReadsOrReports) {
  // Whatever is lost at the end, no good row before it is.
  const std::string text = "a,b\n1,\"x\"\"y\"\n2,\"p\r\nq\"\r\n3,\xC3\xBC\n";
  for (std::size_t size = 4; size <= text.size(); ++size) {
    const Outcome outcome = read(std::string_view(text).substr(0, size));
    EXPECT_LE(outcome.bad.size(), 2U) << size;
    if (size >= 13) {
      ASSERT_FALSE(outcome.good.empty()) << size;
      EXPECT_EQ(outcome.good[0], "1");
    }
  }
}

TEST(CsvErrors, TooManyBadRowsEndTheReading) {
  std::string text = "a,b\n";
  for (int i = 0; i < 1000001; ++i) text += "1\n";
  const auto csv = read_csv(text, {.delimiter = ','});
  ASSERT_FALSE(csv);
  EXPECT_EQ(csv.code(), Code::limit_exceeded);
  EXPECT_EQ(csv.problems().front().subject, "line 2");
}

TEST(CsvErrors, WithoutAHeader) {
  EXPECT_EQ(read_csv("").code(), Code::parse);
  EXPECT_EQ(read_csv("").problems().front().detail, "no_header");
  EXPECT_EQ(read_csv("\xEF\xBB\xBF").problems().front().detail, "no_header");
  EXPECT_EQ(read_csv("sep=;\n").problems().front().detail, "no_header");
}

TEST(CsvErrors, ABrokenHeaderFailsWithItsPlace) {
  const auto unclosed = read_csv("a,\"b\n1,2\n");
  EXPECT_EQ(unclosed.code(), Code::parse);
  EXPECT_EQ(unclosed.problems().front().subject, "line 1, column 2");
  const auto junk = read_csv("\"a\"x,b\n1,2\n");
  EXPECT_EQ(junk.problems().front().detail, "text_after_quote");
  const auto latin = read_csv("Name,Stra\xDF" "e\nx,y\n");
  EXPECT_EQ(latin.code(), Code::bad_encoding);
  EXPECT_EQ(latin.problems().front().subject, "line 1, column 2");
  EXPECT_NE(latin.problems().front().hint.find("windows-1252"), std::string::npos);
}

TEST(CsvErrors, TooManyColumns) {
  const auto csv = read_csv(std::string(70000, ','));
  EXPECT_EQ(csv.code(), Code::limit_exceeded);
  EXPECT_EQ(csv.problems().front().detail, "too_many_columns");
}

}  // namespace
}  // namespace galena
