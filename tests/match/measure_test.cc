// Measures by name, on texts and on columns.
#include <gtest/gtest.h>

#include "galena/match/measure.hpp"

namespace galena::match {
namespace {

constexpr std::string_view kMeasures[] = {
    "levenshtein",   "osa",       "damerau_levenshtein", "indel",
    "hamming",       "jaro",      "jaro_winkler",        "bigram_jaccard",
    "token_jaccard", "token_set", "ngram_jaccard",       "soft_tfidf"};

TEST(Measure, IsFoundByName) {
  EXPECT_EQ(measure_from("jaro_winkler").value(), Measure::jaro_winkler);
  EXPECT_EQ(measure_from("token_set").value(), Measure::token_set);
  const auto none = measure_from("soundalike");
  ASSERT_FALSE(none);
  EXPECT_NE(none.problems().to_text().find("token_jaccard"), std::string::npos);
}

TEST(Measure, IsOfTheLongerTextOrOfBoth) {
  EXPECT_DOUBLE_EQ(*similarity(Measure::levenshtein, "kitten", "sitting"), 1 - 3.0 / 7);
  EXPECT_DOUBLE_EQ(*similarity(Measure::indel, "kitten", "sitting"), 1 - 5.0 / 13);
  EXPECT_DOUBLE_EQ(*similarity(Measure::osa, "ca", "abc"), 0);
  EXPECT_DOUBLE_EQ(*similarity(Measure::damerau_levenshtein, "ca", "abc"), 1 - 2.0 / 3);
}

TEST(Measure, OfGramsOfAnySize) {
  EXPECT_DOUBLE_EQ(*similarity(Measure::ngram_jaccard, "night", "nacht"),
                   ngram_jaccard("night", "nacht", 2));
  EXPECT_DOUBLE_EQ(*similarity(Measure::ngram_jaccard, "abcd", "abce", {.size = 3}), 1.0 / 3);
}

TEST(Measure, OfWordsByTheirWeights) {
  const WeightedToken weights[] = {{"gmbh", 1}, {"acme", 6}};
  EXPECT_DOUBLE_EQ(*similarity(Measure::soft_tfidf, "acme gmbh", "gmbh"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(*similarity(Measure::soft_tfidf, "acme gmbh", "gmbh", {.weights = weights}),
                   2.0 / 8);
  // A word that is not known is as rare as the rarest.
  EXPECT_DOUBLE_EQ(*similarity(Measure::soft_tfidf, "zenith gmbh", "gmbh", {.weights = weights}),
                   2.0 / 8);
}

TEST(Measure, OfNumbersAndDays) {
  EXPECT_DOUBLE_EQ(*similarity(Measure::number, "100", "80.0"), 0.8);
  EXPECT_DOUBLE_EQ(*similarity(Measure::number, "-1", "1"), 0);
  EXPECT_DOUBLE_EQ(*similarity(Measure::number, "0", "0"), 1);
  EXPECT_DOUBLE_EQ(*similarity(Measure::date, "2026-11-23", "2026-11-13", {.days = 20}), 0.5);
  EXPECT_DOUBLE_EQ(*similarity(Measure::date, "2020-11-23", "2026-11-13"), 0);
  EXPECT_EQ(similarity(Measure::number, "ten", "10").problems().front().detail, "not_a_number");
  EXPECT_EQ(similarity(Measure::date, "2026-02-30", "2026-02-28").problems().front().detail,
            "not_a_date");
}

TEST(Measure, BelowTheCutoffIsNothing) {
  for (const std::string_view name : kMeasures) {
    const Measure measure = measure_from(name).value();
    for (const std::string_view other : {"meier", "maier", "mayr", "kitten", "meier meier", ""}) {
      const double whole = *similarity(measure, "meier", other);
      for (const double cutoff : {0.2, 0.5, 0.6, 0.8, 1.0}) {
        EXPECT_EQ(*similarity(measure, "meier", other, {.cutoff = cutoff}),
                  whole < cutoff ? 0 : whole)
            << name << ' ' << other << ' ' << cutoff;
      }
    }
  }
}

TEST(Measure, RefusesWhatItDoesNotTake) {
  EXPECT_EQ(similarity(Measure::jaro, "a", "b", {.size = 3}).problems().front().detail,
            "unused_option");
  EXPECT_EQ(similarity(Measure::ngram_jaccard, "a", "b", {.size = 9}).problems().front().detail,
            "out_of_range");
  EXPECT_FALSE(similarity(Measure::jaro, "a", "b", {.cutoff = 1.5}));
  const WeightedToken none[] = {{"a", 0}};
  EXPECT_FALSE(similarity(Measure::soft_tfidf, "a", "b", {.weights = none}));
}

TEST(Similarities, OfWhatIsNoNumberAreBlank) {
  ColumnBuilder builder("size", ColumnType::text);
  for (const std::string_view text : {"10", "ten"}) builder.append_text(text);
  const Column found = *similarities(Measure::number, "8", builder.finish());
  EXPECT_DOUBLE_EQ(found.data()->numbers[0], 0.8);
  EXPECT_TRUE(found.is_null(1));
}

TEST(Similarities, OfAColumnAreThoseOfItsTexts) {
  const std::string_view texts[] = {"meyer", "maier", "", "m\xC3\xBCller", "meyer", "schmidt"};
  ColumnBuilder builder("name", ColumnType::text);
  for (const std::string_view text : texts) builder.append_text(text);
  builder.append_null();
  const Column column = builder.finish();
  for (const std::string_view name : kMeasures) {
    const Measure measure = measure_from(name).value();
    const Column found = similarities(measure, "meier", column).value();
    ASSERT_EQ(found.size(), 7U);
    for (std::size_t row = 0; row < 6; ++row) {
      EXPECT_EQ(found.data()->numbers[row], *similarity(measure, "meier", texts[row])) << name;
    }
    EXPECT_TRUE(found.is_null(6));
  }
}

TEST(Similarities, AreOfTextOnly) {
  ColumnBuilder builder("n", ColumnType::integer);
  builder.append_integer(1);
  EXPECT_FALSE(similarities(Measure::jaro, "1", builder.finish()));
}

}  // namespace
}  // namespace galena::match
