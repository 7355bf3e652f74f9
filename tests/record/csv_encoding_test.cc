#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "galena/record/csv.hpp"

namespace galena {
namespace {

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST(CsvEncoding, Utf8WithAByteOrderMark) {
  const auto csv = read_csv("\xEF\xBB\xBFname;n\nZoë;1\n");
  ASSERT_TRUE(csv);
  EXPECT_EQ(csv->table[0].name(), "name");
  EXPECT_EQ(csv->table[0].text(0), "Zoë");
  EXPECT_EQ(read_csv("\xEF\xBB\xBF\"a\",b\n1,2\n")->table[0].name(), "a");
  EXPECT_EQ(read_csv("\xEF\xBB\xBF"
                     "a,b\n1,2\n",
                     {.encoding = CsvEncoding::utf8})
                ->table[0]
                .name(),
            "a");
}

TEST(CsvEncoding, Utf16ByItsMarkOrGiven) {
  const std::u16string_view text =
      u"name\tn\r\nZo\u00EB \U0001F600\t\"1\n2\"\r\n\u6771\u4EAC\t3\r\n";
  for (const bool little : {true, false}) {
    const auto given = little ? CsvEncoding::utf16_le : CsvEncoding::utf16_be;
    const std::string plain = utf16(text, little);
    const std::string marked = utf16(u"\uFEFF", little) + plain;
    for (const auto& csv : {read_csv(marked), read_csv(marked, {.encoding = given}),
                            read_csv(plain, {.encoding = given})}) {
      ASSERT_TRUE(csv) << csv.problems().to_text();
      EXPECT_TRUE(csv->errors.empty());
      EXPECT_EQ(csv->delimiter, '\t');
      EXPECT_EQ(csv->table[0].name(), "name");
      EXPECT_EQ(csv->table[0].text(0), "Zoë 😀");
      EXPECT_EQ(csv->table[1].text(0), "1\n2");
      EXPECT_EQ(csv->table[0].text(1), "東京");
    }
  }
}

TEST(CsvEncoding, HalfCharactersOfUtf16AreErrorsOfTheirRow) {
  const char16_t lone[] = {0xFEFF, 'a', '\n', '1', '\n', 0xD83D, 'x', '\n', 0xDE00, '\n',
                           0xD83D, 0xD83D, 0xDE00, '\n', '2', '\n', '3'};
  const std::string bytes = utf16(std::u16string_view(lone, std::size(lone)), true) + "x";
  const auto csv = read_csv(bytes);
  ASSERT_TRUE(csv);
  ASSERT_EQ(csv->errors.size(), 4U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(csv->errors[i].line, i + 3);
    EXPECT_EQ(csv->errors[i].detail, "bad_encoding");
  }
  EXPECT_EQ(csv->errors[3].line, 7U);  // half a unit at the end
  ASSERT_EQ(csv->table.rows(), 2U);
  EXPECT_EQ(csv->table[0].text(1), "2");
}

TEST(CsvEncoding, Utf16AcrossBlocks) {
  // Characters of three sizes, long enough that blocks end in the middle of each.
  std::u16string text = u"\uFEFFa,b\n";
  std::string expected;
  for (int i = 0; i < 200000; ++i) text += u"x\U0001F600\u00FC\u6771,1\n";
  const auto csv = read_csv(utf16(text, true));
  ASSERT_TRUE(csv);
  ASSERT_TRUE(csv->errors.empty());
  ASSERT_EQ(csv->table.rows(), 200000U);
  ASSERT_TRUE(csv->table[0].is_dictionary());
  EXPECT_EQ(csv->table[0].distinct_size(), 1U);
  EXPECT_EQ(csv->table[0].text(0), "x😀ü東");
}

TEST(CsvEncoding, Windows1252OnlyWhenGiven) {
  const std::string_view text = "Name;Preis\nM\xFCller;5 \x80\n\x8A\x81;\xA0\n";
  const auto csv = read_csv(text, {.encoding = CsvEncoding::windows_1252});
  ASSERT_TRUE(csv);
  EXPECT_EQ(csv->table[0].text(0), "Müller");
  EXPECT_EQ(csv->table[1].text(0), "5 €");
  EXPECT_EQ(csv->table[0].text(1), "Š\xC2\x81");
  EXPECT_EQ(csv->table[1].text(1), "\xC2\xA0");
  EXPECT_EQ(read_csv(text)->errors.size(), 2U);
}

TEST(CsvEncoding, WhatIsNoTextIsRefusedByName) {
  const auto refused = [](std::string_view bytes, std::string_view word) {
    const auto csv = read_csv(bytes);
    ASSERT_FALSE(csv);
    EXPECT_EQ(csv.code(), Code::bad_encoding);
    EXPECT_EQ(csv.problems().front().detail, "binary");
    EXPECT_NE(csv.problems().front().message.find(word), std::string::npos);
  };
  refused(std::string_view("PK\x03\x04rest", 8), ".xlsx");
  refused("%PDF-1.7 and so on", "PDF");
  refused(std::string_view("\xFF\xFE\0\0a\0\0\0", 8), "UTF-32");
  refused(utf16(u"a,b\n1,2\n", true), "UTF-16");
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24);
  }
  refused(noise, "binary");
}

TEST(CsvEncoding, ControlCharactersAreText) {
  const auto csv = read_csv("a\n\x01\x02\x03\x1A\x1B\x7F\n");
  ASSERT_TRUE(csv);
  EXPECT_EQ(csv->table[0].text(0), "\x01\x02\x03\x1A\x1B\x7F");
}

}  // namespace
}  // namespace galena
