// Similarities of texts as sets, Double Metaphone, distances of numbers.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <sstream>

#include "galena/match/similarity.hpp"

namespace galena::match {
namespace {

double set_jaccard(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() && b.empty()) return 1;
  std::size_t common = 0;
  for (const std::string& item : a) common += b.count(item);
  return static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common);
}

TEST(NgramJaccard, EqualsItsDefinition) {
  std::mt19937 engine(3);
  for (int round = 0; round < 5000; ++round) {
    std::string texts[2];
    for (std::string& text : texts) {
      for (std::size_t n = engine() % 12; n > 0; --n) text += static_cast<char>('a' + engine() % 3);
    }
    const std::size_t size = 1 + engine() % 4;
    std::set<std::string> grams[2];
    for (int i = 0; i < 2; ++i) {
      if (!texts[i].empty() && texts[i].size() < size) grams[i].insert(texts[i]);
      for (std::size_t at = 0; at + size <= texts[i].size(); ++at)
        grams[i].insert(texts[i].substr(at, size));
    }
    ASSERT_EQ(ngram_jaccard(texts[0], texts[1], size), set_jaccard(grams[0], grams[1]))
        << texts[0] << "/" << texts[1];
    const double minimum = static_cast<double>(engine() % 11) / 10;
    const double expected = set_jaccard(grams[0], grams[1]);
    ASSERT_EQ(ngram_jaccard(texts[0], texts[1], size, minimum), expected < minimum ? 0 : expected);
  }
  EXPECT_EQ(ngram_jaccard("night", "nacht", 2), 1.0 / 7);
}

TEST(TokenJaccard, EqualsItsDefinition) {
  std::mt19937 engine(4);
  for (int round = 0; round < 2000; ++round) {
    std::string texts[2];
    std::set<std::string> words[2];
    for (int i = 0; i < 2; ++i) {
      for (std::size_t n = engine() % 5; n > 0; --n) {
        const std::string word(1 + engine() % 2, static_cast<char>('a' + engine() % 3));
        words[i].insert(word);
        texts[i] += word + " ";
      }
    }
    ASSERT_EQ(token_jaccard(texts[0], texts[1]), set_jaccard(words[0], words[1]));
  }
}

TEST(TokenSet, AContainedTextIsTheSame) {
  EXPECT_EQ(token_set_similarity("acme holding", "holding acme international"), 1.0);
  EXPECT_EQ(token_set_similarity("john smith", "smith john"), 1.0);
  EXPECT_LT(token_set_similarity("alpha", "omega"), 0.5);
  EXPECT_EQ(token_set_similarity("", "x"), 0.0);
  EXPECT_EQ(token_set_similarity("", ""), 1.0);
}

TEST(SoftTokens, RareWordsWeighMore) {
  const WeightedToken a[] = {{"acme", 10}, {"services", 1}};
  const WeightedToken same_rare[] = {{"acme", 10}, {"systems", 1}};
  const WeightedToken same_common[] = {{"zenith", 10}, {"services", 1}};
  EXPECT_GT(soft_token_similarity(a, same_rare), 0.85);
  EXPECT_LT(soft_token_similarity(a, same_common), 0.15);
  EXPECT_DOUBLE_EQ(soft_token_similarity(a, a), 1.0);
  const WeightedToken mistyped[] = {{"acmee", 10}, {"services", 1}};
  EXPECT_GT(soft_token_similarity(a, mistyped), 0.9);
  EXPECT_DOUBLE_EQ(soft_token_similarity(a, mistyped), soft_token_similarity(mistyped, a));
}

TEST(TokenSimilarities, AreNothingBelowTheMinimumAndThemselvesAbove) {
  std::mt19937 engine(5);
  const auto words = [&] {
    std::string text;
    for (std::size_t n = engine() % 5; n > 0; --n) {
      for (std::size_t size = 1 + engine() % 6; size > 0; --size) {
        text += static_cast<char>('a' + engine() % 3);
      }
      text += ' ';
    }
    return text;
  };
  const auto weighted = [&](const std::string& text) {
    std::vector<WeightedToken> tokens;
    for (std::size_t begin = 0; begin < text.size(); begin = text.find(' ', begin) + 1) {
      const std::size_t end = text.find(' ', begin);
      tokens.push_back({std::string_view(text).substr(begin, end - begin), 1.0 + engine() % 9});
    }
    return tokens;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string a = words();
    const std::string b = words();
    const auto cut = [](double similarity, double minimum) {
      return similarity < minimum ? 0 : similarity;
    };
    const double minimum = static_cast<double>(engine() % 21) / 20;
    ASSERT_EQ(token_jaccard(a, b, minimum), cut(token_jaccard(a, b), minimum));
    const double set = token_set_similarity(a, b);
    ASSERT_EQ(token_set_similarity(a, b, minimum), cut(set, minimum)) << a << "/" << b;
    ASSERT_EQ(token_set_similarity(a, b, set), set) << a << "/" << b;
    const auto x = weighted(a);
    const auto y = weighted(b);
    const double soft = soft_token_similarity(x, y, 0.8);
    ASSERT_EQ(soft_token_similarity(x, y, 0.8, minimum), cut(soft, minimum)) << a << "/" << b;
    ASSERT_EQ(soft_token_similarity(x, y, 0.8, soft), soft) << a << "/" << b;
  }
}

TEST(DoubleMetaphone, KnowsThePublishedExamples) {
  const struct {
    const char* word;
    const char* primary;
    const char* alternate;
  } kCases[] = {
      {"Smith", "SM0", "XMT"},       {"Schmidt", "XMT", "SMT"},     {"Thompson", "TMPS", "TMPS"},
      {"Thumb", "0M", "TM"},         {"Michael", "MKL", "MXL"},     {"Knuth", "N0", "NT"},
      {"Wright", "RT", "RT"},        {"Philips", "FLPS", "FLPS"},   {"Xavier", "SF", "SFR"},
      {"Caesar", "SSR", "SSR"},      {"Gnome", "NM", "NM"},         {"Hugh", "H", "H"},
      {"Catherine", "K0RN", "KTRN"}, {"Katherine", "K0RN", "KTRN"}, {"Jose", "HS", "HS"}};
  for (const auto& example : kCases) {
    const MetaphoneCodes codes = double_metaphone(example.word);
    EXPECT_EQ(codes.primary, example.primary) << example.word;
    EXPECT_EQ(codes.alternate, example.alternate) << example.word;
  }
  EXPECT_EQ(double_metaphone("").primary, "");
  EXPECT_EQ(double_metaphone("\xFF\xFE 123").primary, "");
}

TEST(DoubleMetaphone, AnyTextEndsAndStaysWithinItsSize) {
  std::mt19937 engine(11);
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    for (std::size_t n = engine() % 12; n > 0; --n)
      word += static_cast<char>("ABCDEGHIJKLMNOPRSTUWXYZ \xC3\x87"[engine() % 26]);
    const MetaphoneCodes codes = double_metaphone(word, 6);
    ASSERT_LE(codes.primary.size(), 6U);
    ASSERT_LE(codes.alternate.size(), 6U);
  }
}

TEST(Distances, OfNumbersAndDays) {
  EXPECT_EQ(relative_difference(100, 90), 0.1);
  EXPECT_EQ(relative_difference(0, 0), 0.0);
  EXPECT_EQ(relative_difference(-1, 1), 2.0);
  EXPECT_EQ(day_distance(10, 3), 7);
  EXPECT_EQ(day_distance(3, 10), 7);
}

}  // namespace
}  // namespace galena::match
