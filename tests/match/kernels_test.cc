// Every fast kernel against the definition of its measure (kernel_pairs.hpp).
#include <gtest/gtest.h>

#include <stdexcept>

#include "match/kernel_pairs.hpp"

namespace galena::match {
namespace {

using test::PairSource;
using test::Text;

TEST(Kernels, EqualTheirDefinitionsOnShortTexts) {
  PairSource source(1);
  for (int round = 0; round < 150000 && !HasFatalFailure(); ++round) {
    const Text a = source.text(14);
    test::check_pair(a, round % 2 == 0 ? source.edited(a) : source.text(14), source);
  }
}

TEST(Kernels, EqualTheirDefinitionsAroundTheSizeOfAWord) {
  PairSource source(2);
  for (int round = 0; round < 3000 && !HasFatalFailure(); ++round) {
    const Text a = source.text(round % 3 == 0 ? 200 : 66);
    test::check_pair(a, round % 2 == 0 ? source.edited(a) : source.text(66), source);
  }
}

TEST(Kernels, EqualTheirDefinitionsAtEveryCutOff) {
  PairSource source(3);
  for (int round = 0; round < 1500; ++round) {
    const Text a = source.text(20);
    const Text b = round % 2 == 0 ? source.edited(a) : source.text(20);
    const std::string x = test::bytes_of(a);
    const std::string y = test::bytes_of(b);
    const test::Expected expected(a, b);
    const std::size_t damerau = test::reference_damerau(a, b);
    for (std::size_t limit = 0; limit <= 42; ++limit) {
      ASSERT_EQ(levenshtein(x, y, limit), test::cut(expected.levenshtein, limit));
      ASSERT_EQ(osa(x, y, limit), test::cut(expected.osa, limit));
      ASSERT_EQ(damerau_levenshtein(x, y, limit), test::cut(damerau, limit));
      ASSERT_EQ(indel(x, y, limit), test::cut(expected.indel, limit));
    }
    for (int hundredth = 0; hundredth <= 100; ++hundredth) {
      const double minimum = hundredth / 100.0;
      ASSERT_EQ(jaro(x, y, minimum), test::cut(expected.jaro, minimum)) << x << " / " << y;
      ASSERT_EQ(jaro_winkler(x, y, 0.25, minimum),
                test::cut(test::reference_winkler(a, b, 0.25), minimum));
    }
  }
}

TEST(Kernels, EqualTheirDefinitionsOnAllPairsOfTinyTexts) {
  PairSource source(4);
  std::vector<Text> texts = {U""};
  for (std::size_t i = 0; i < texts.size() && texts[i].size() < 5; ++i) {
    for (const char32_t c : {U'a', U'b', U'c'}) {
      if (texts[i].size() < 4 || c != U'c') texts.push_back(texts[i] + c);
    }
  }
  for (const Text& a : texts) {
    for (std::size_t i = 0; i < texts.size() && !HasFatalFailure(); i += 3) {
      test::check_pair(a, texts[i], source);
    }
  }
}

TEST(BatchKernels, OfEveryInstructionSetEqualTheDefinitions) {
  PairSource source(5);
  std::size_t checked = 0;
  for (int round = 0; round < 2500 && !HasFatalFailure(); ++round) {
    checked +=
        test::check_random_batch(source, round % 50 == 0 ? 70 : 16, round % 7 == 0 ? 130 : 40);
  }
  for (const std::size_t longest : {8U, 33U, 64U, 66U}) {
    for (int round = 0; round < 40 && !HasFatalFailure(); ++round) {
      checked += test::check_random_batch(source, longest, 70);
    }
  }
  EXPECT_GE(checked, 1000000U);
}

TEST(BatchKernels, TakeAlphabetsOfAnySize) {
  // 20, 31, 32, 63, 64 and 200 different characters: few codes, many, and texts left outside.
  PairSource source(6);
  for (const char32_t letters : {20U, 31U, 32U, 63U, 64U, 200U}) {
    std::vector<Text> texts;
    for (int i = 0; i < 300; ++i) {
      Text text;
      for (std::size_t n = source.number(0, 20); n > 0; --n) {
        text += static_cast<char32_t>(0x61 + source.number(0, letters - 1));
      }
      texts.push_back(text);
    }
    for (int i = 0; i < 20 && !HasFatalFailure(); ++i) test::check_batch(texts[i], texts, source);
    Text everything;
    for (char32_t c = 0; c < std::min<char32_t>(letters, 64); ++c) everything += U'a' + c;
    test::check_batch(everything, texts, source);
  }
}

TEST(BatchKernels, AtLeastThePlainOnesRun) {
  const auto all = kernels::all_lane_kernels();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.back().name, "plain");
  EXPECT_TRUE(all.back().supported());
  EXPECT_TRUE(kernels::lane_kernels().supported());
}

TEST(PackedTexts, KeepTheOrderOfTheTexts) {
  const std::vector<std::string_view> texts = {"meyer", "", "maier", "a very long name indeed",
                                               "m"};
  const PackedTexts packed(texts);
  EXPECT_EQ(packed.size(), texts.size());
  EXPECT_EQ(packed.unpacked(), 0U);
  const SimilarityQuery query("meier");
  std::vector<std::uint32_t> found(texts.size());
  query.levenshtein(packed, found);
  EXPECT_EQ(found, (std::vector<std::uint32_t>{1, 5, 1, 19, 4}));
  std::vector<std::uint32_t> listed(texts.size());
  query.levenshtein(texts, listed);
  EXPECT_EQ(listed, found);
  query.levenshtein(packed, found, 2);
  EXPECT_EQ(found, (std::vector<std::uint32_t>{1, 3, 1, 3, 3}));
}

TEST(PackedTexts, KeepLongTextsOutside) {
  const std::string text(65, 'x');
  const std::vector<std::string_view> texts = {text, "x"};
  const PackedTexts packed(texts);
  EXPECT_EQ(packed.unpacked(), 1U);
  std::vector<double> found(2);
  SimilarityQuery("x").jaro(packed, found);
  EXPECT_EQ(found[1], 1);
  EXPECT_EQ(found[0], jaro("x", text));
}

TEST(SimilarityQuery, RefusesTooFewPlaces) {
  const std::vector<std::string_view> texts = {"a", "b"};
  std::vector<std::uint32_t> distances(1);
  std::vector<double> similarities(1);
  const SimilarityQuery query("a");
  EXPECT_THROW(query.levenshtein(texts, distances), std::length_error);
  EXPECT_THROW(query.osa(PackedTexts(texts), distances), std::length_error);
  EXPECT_THROW(query.jaro(texts, similarities), std::length_error);
  EXPECT_THROW(query.jaro_winkler(PackedTexts(texts), similarities), std::length_error);
}

TEST(SimilarityQuery, TakesNoTexts) {
  const SimilarityQuery query("a");
  query.levenshtein(std::span<const std::string_view>(), {});
  query.jaro(PackedTexts({}), {});
  EXPECT_EQ(PackedTexts({}).size(), 0U);
}

}  // namespace
}  // namespace galena::match
