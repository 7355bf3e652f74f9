#include "galena/base/utf8.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace galena {
namespace {

/// The bytes of one character by RFC 3629, written out.
std::string encode(char32_t code) {
  std::string text;
  detail::append_character(text, code);
  return text;
}

constexpr bool is_scalar(char32_t code) {
  return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

TEST(Utf8, EveryCharacterReadsBack) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (!is_scalar(code)) continue;
    const std::string text = encode(code);
    std::size_t position = 0;
    ASSERT_EQ(detail::next_character(text, position), code);
    ASSERT_EQ(position, text.size());
    ASSERT_EQ(count_characters(text), 1U);
  }
}

TEST(Utf8, SurrogatesAndWhatIsTooLargeAreRefused) {
  for (char32_t code = 0xD800; code <= 0xDFFF; ++code) ASSERT_FALSE(is_valid_utf8(encode(code)));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
}

/// Well-formed UTF-8 by table 3-7 of the Unicode standard, independent of the code under test.
bool well_formed(std::string_view text) {
  const auto in = [&](std::size_t i, int low, int high) {
    return i < text.size() && static_cast<unsigned char>(text[i]) >= low &&
           static_cast<unsigned char>(text[i]) <= high;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (in(i, 0x00, 0x7F)) {
      i += 1;
    } else if (in(i, 0xC2, 0xDF) && in(i + 1, 0x80, 0xBF)) {
      i += 2;
    } else if (((in(i, 0xE0, 0xE0) && in(i + 1, 0xA0, 0xBF)) ||
                (in(i, 0xE1, 0xEC) && in(i + 1, 0x80, 0xBF)) ||
                (in(i, 0xED, 0xED) && in(i + 1, 0x80, 0x9F)) ||
                (in(i, 0xEE, 0xEF) && in(i + 1, 0x80, 0xBF))) &&
               in(i + 2, 0x80, 0xBF)) {
      i += 3;
    } else if (((in(i, 0xF0, 0xF0) && in(i + 1, 0x90, 0xBF)) ||
                (in(i, 0xF1, 0xF3) && in(i + 1, 0x80, 0xBF)) ||
                (in(i, 0xF4, 0xF4) && in(i + 1, 0x80, 0x8F))) &&
               in(i + 2, 0x80, 0xBF) && in(i + 3, 0x80, 0xBF)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

TEST(Utf8, AgreesWithTheStandardOnAllShortTexts) {
  std::string text(3, '\0');
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      text.resize(2);
      text[0] = static_cast<char>(a);
      text[1] = static_cast<char>(b);
      ASSERT_EQ(is_valid_utf8(text), well_formed(text)) << a << ' ' << b;
      // The third and fourth byte matter only at the borders of what may follow.
      for (const int c : {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF}) {
        text.resize(3);
        text[2] = static_cast<char>(c);
        ASSERT_EQ(is_valid_utf8(text), well_formed(text)) << a << ' ' << b << ' ' << c;
        for (const int d : {0x7F, 0x80, 0xBF, 0xC0}) {
          text.resize(4);
          text[3] = static_cast<char>(d);
          ASSERT_EQ(is_valid_utf8(text), well_formed(text))
              << a << ' ' << b << ' ' << c << ' ' << d;
        }
      }
    }
  }
}

TEST(Utf8, SaysWhereItBreaks) {
  EXPECT_EQ(find_invalid_utf8("abc\xFF"), 3U);
  EXPECT_EQ(find_invalid_utf8("ä\xC3"), 2U);
  EXPECT_EQ(find_invalid_utf8("ä"), std::nullopt);
  EXPECT_EQ(count_characters("ä\xFFö"), 3U);
}

TEST(FoldCase, IsIdempotentForEveryCharacter) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (!is_scalar(code)) continue;
    const std::string once = fold_case(encode(code));
    ASSERT_EQ(fold_case(once), once) << std::hex << static_cast<unsigned>(code);
    ASSERT_TRUE(is_valid_utf8(once));
  }
}

TEST(FoldCase, FoldsAsTheUnicodeStandardSays) {
  // From CaseFolding.txt: status C, F of several scripts; S and T entries are not used.
  EXPECT_EQ(fold_case("ABCXYZ[`"), "abcxyz[`");
  EXPECT_EQ(fold_case("ÄÖÜ"), "äöü");
  EXPECT_EQ(fold_case("Straße STRASSE ẞ"), "strasse strasse ss");
  EXPECT_EQ(fold_case("ΣΊΣΥΦΟΣ"), fold_case("Σίσυφος"));
  EXPECT_EQ(fold_case("ПРИВЕТ"), "привет");
  EXPECT_EQ(fold_case("İ"), "i\xCC\x87");
  EXPECT_EQ(fold_case("I"), "i");
  EXPECT_EQ(fold_case("ﬁ ﬃ"), "fi ffi");
  EXPECT_EQ(fold_case("\xE1\x82\xA0"), "\xE2\xB4\x80");          // Georgian U+10A0 -> U+2D00
  EXPECT_EQ(fold_case("\xEA\xAD\xB0"), "\xE1\x8E\xA0");          // Cherokee U+AB70 -> U+13A0
  EXPECT_EQ(fold_case("\xF0\x90\x90\x80"), "\xF0\x90\x90\xA8");  // Deseret U+10400 -> U+10428
  EXPECT_EQ(fold_case("日本語 123"), "日本語 123");
}

TEST(FoldCase, KeepsBytesThatAreNoText) {
  EXPECT_EQ(fold_case("A\xFF"
                      "B\xC3"),
            "a\xFF"
            "b\xC3");
  std::string all;
  for (int i = 128; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_EQ(fold_case(all), all);
}

TEST(FoldCase, DoesNotCombineCharacters) {
  EXPECT_FALSE(equal_folded("é", "e\xCC\x81"));
  EXPECT_TRUE(equal_folded("É", "é"));
  EXPECT_TRUE(equal_folded("", ""));
  EXPECT_FALSE(equal_folded("a", "ab"));
}

}  // namespace
}  // namespace galena
