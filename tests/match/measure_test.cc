// Measures by name, on texts and on columns.
#include <gtest/gtest.h>

#include "galena/match/measure.hpp"

namespace galena::match {
namespace {

constexpr std::string_view kMeasures[] = {
    "levenshtein", "osa",          "damerau_levenshtein", "indel",         "hamming",
    "jaro",        "jaro_winkler", "bigram_jaccard",      "token_jaccard", "token_set"};

TEST(Measure, IsFoundByName) {
  EXPECT_EQ(measure_from("jaro_winkler").value(), Measure::jaro_winkler);
  EXPECT_EQ(measure_from("token_set").value(), Measure::token_set);
  const auto none = measure_from("soundalike");
  ASSERT_FALSE(none);
  EXPECT_NE(none.problems().to_text().find("token_jaccard"), std::string::npos);
}

TEST(Measure, IsOfTheLongerTextOrOfBoth) {
  EXPECT_DOUBLE_EQ(similarity(Measure::levenshtein, "kitten", "sitting"), 1 - 3.0 / 7);
  EXPECT_DOUBLE_EQ(similarity(Measure::indel, "kitten", "sitting"), 1 - 5.0 / 13);
  EXPECT_DOUBLE_EQ(similarity(Measure::osa, "ca", "abc"), 0);
  EXPECT_DOUBLE_EQ(similarity(Measure::damerau_levenshtein, "ca", "abc"), 1 - 2.0 / 3);
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
      EXPECT_EQ(found.data()->numbers[row], similarity(measure, "meier", texts[row])) << name;
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
