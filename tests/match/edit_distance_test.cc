// Levenshtein and optimal string alignment against the recurrences that define them.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "galena/match/similarity.hpp"

namespace galena::match {
namespace {

using Text = std::u32string;

std::string utf8(const Text& text) {
  std::string out;
  for (const char32_t c : text) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
  }
  return out;
}

/// The definition, as a full table.
std::size_t reference(const Text& a, const Text& b, bool swaps) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

/// Random texts over few letters (so that they agree often), of lengths around the 64-letter word.
class TextSource {
 public:
  Text next(std::size_t longest) {
    const std::size_t size = number(0, longest);
    const auto letters = static_cast<char32_t>(number(1, 5));
    const bool wide = number(0, 4) == 0;
    Text text;
    for (std::size_t i = 0; i < size; ++i) {
      text += static_cast<char32_t>((wide && i % 3 == 0 ? 0x4E2D : U'a') + number(0, letters - 1));
    }
    return text;
  }
  /// The same text with a few edits.
  Text edited(Text text) {
    for (std::size_t edits = number(0, 4); edits > 0; --edits) {
      const std::size_t at = number(0, text.size());
      switch (number(0, 3)) {
        case 0:
          text.insert(at, 1, U'x');
          break;
        case 1:
          if (at < text.size()) text.erase(at, 1);
          break;
        case 2:
          if (at < text.size()) text[at] = U'y';
          break;
        default:
          if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
          break;
      }
    }
    return text;
  }
  std::size_t number(std::size_t low, std::size_t high) {
    return low + engine_() % (high - low + 1);
  }

 private:
  std::mt19937 engine_{20240229};
};

TEST(Levenshtein, EqualsItsRecurrence) {
  TextSource source;
  for (int round = 0; round < 20000; ++round) {
    const Text a = source.next(round % 10 == 0 ? 140 : 24);
    const Text b = round % 2 == 0 ? source.edited(a) : source.next(round % 10 == 0 ? 140 : 24);
    const std::size_t expected = reference(a, b, false);
    ASSERT_EQ(levenshtein(utf8(a), utf8(b)), expected) << utf8(a) << " / " << utf8(b);
    const std::size_t limit = source.number(0, 6);
    ASSERT_EQ(levenshtein(utf8(a), utf8(b), limit), expected > limit ? limit + 1 : expected);
  }
}

TEST(OptimalStringAlignment, EqualsItsRecurrence) {
  TextSource source;
  for (int round = 0; round < 20000; ++round) {
    const Text a = source.next(round % 10 == 0 ? 140 : 24);
    const Text b = round % 2 == 0 ? source.edited(a) : source.next(round % 10 == 0 ? 140 : 24);
    const std::size_t expected = reference(a, b, true);
    ASSERT_EQ(osa(utf8(a), utf8(b)), expected) << utf8(a) << " / " << utf8(b);
    const std::size_t limit = source.number(0, 6);
    ASSERT_EQ(osa(utf8(a), utf8(b), limit), expected > limit ? limit + 1 : expected);
  }
}

TEST(Levenshtein, EveryPairOfShortTexts) {
  // All texts of up to four letters over {a, b}: both distances, both ways round.
  std::vector<Text> texts = {U""};
  for (std::size_t i = 0; i < texts.size() && texts[i].size() < 4; ++i) {
    texts.push_back(texts[i] + U'a');
    texts.push_back(texts[i] + U'b');
  }
  for (const Text& a : texts) {
    for (const Text& b : texts) {
      ASSERT_EQ(levenshtein(utf8(a), utf8(b)), reference(a, b, false));
      ASSERT_EQ(osa(utf8(a), utf8(b)), reference(a, b, true));
    }
  }
}

TEST(Levenshtein, BytesThatAreNotUtf8CountAsCharacters) {
  EXPECT_EQ(levenshtein("a\xFF", "a"), 1U);
  EXPECT_EQ(levenshtein("\xC3\x28", "("), 1U);
  EXPECT_EQ(osa("\xFF\xFE", "\xFE\xFF"), 1U);
}

TEST(DamerauLevenshtein, EditsAPartAsOftenAsItTakes) {
  EXPECT_EQ(osa("ca", "abc"), 3U);
  EXPECT_EQ(damerau_levenshtein("ca", "abc"), 2U);
  EXPECT_EQ(damerau_levenshtein("cape sand", "cape snad"), 1U);
  EXPECT_EQ(damerau_levenshtein("\xFF\xFE", "\xFE\xFF"), 1U);
}

TEST(Indel, CountsASubstitutionTwice) {
  EXPECT_EQ(indel("kitten", "sitting"), 5U);
  EXPECT_DOUBLE_EQ(indel_similarity("this is a test", "this is a test!"), 1 - 1.0 / 29);
  EXPECT_EQ(indel_similarity("", ""), 1.0);
  EXPECT_EQ(indel_similarity("a", "b", 0.5), 0.0);
}

}  // namespace
}  // namespace galena::match
