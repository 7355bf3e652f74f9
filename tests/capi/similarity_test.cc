// Similarities of texts through the C API.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

galena_status compare(std::string_view measure, std::string_view a, std::string_view b,
                      double* similarity, Error& error,
                      const galena_similarity_options* options = nullptr) {
  return galena_similarity(measure.data(), measure.size(), a.data(), a.size(), b.data(), b.size(),
                           options, similarity, error.out());
}

Handle<galena_table> read(std::string_view csv) {
  galena_table* table = nullptr;
  EXPECT_EQ(galena_table_parse_csv(csv.data(), csv.size(), nullptr, &table, nullptr), GALENA_OK);
  return Handle<galena_table>(table);
}

galena_status compare_column(std::string_view measure, const galena_table* table,
                             std::string_view column, galena_table** out, Error& error) {
  return galena_similarities(measure.data(), measure.size(), "meyer", 5, table, column.data(),
                             column.size(), nullptr, out, error.out());
}

TEST(CSimilarity, OfTwoTexts) {
  Error error;
  double similarity = -1;
  ASSERT_EQ(compare("levenshtein", "meyer", "maier", &similarity, error), GALENA_OK);
  EXPECT_DOUBLE_EQ(similarity, 0.6);
  ASSERT_EQ(compare("indel", "", "", &similarity, error), GALENA_OK);
  EXPECT_EQ(similarity, 1);
}

TEST(CSimilarity, RefusesWhatItDoesNotKnow) {
  Error error;
  double similarity = -1;
  EXPECT_EQ(compare("soundalike", "a", "b", &similarity, error), GALENA_NOT_FOUND);
  EXPECT_EQ(error.detail(), "unknown_measure");
  EXPECT_EQ(similarity, 0);
  EXPECT_EQ(compare("jaro", "\xFF", "b", &similarity, error), GALENA_BAD_ENCODING);
  EXPECT_EQ(compare("jaro", "a", "b", nullptr, error), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "null_argument");
}

TEST(CSimilarity, TakesWhatAMeasureNeeds) {
  Error error;
  double similarity = -1;
  galena_similarity_options options = {};
  options.struct_size = sizeof options;
  options.cutoff = 0.7;
  ASSERT_EQ(compare("levenshtein", "meyer", "maier", &similarity, error, &options), GALENA_OK);
  EXPECT_EQ(similarity, 0);
  ASSERT_EQ(compare("number", "100", "80", &similarity, error, &options), GALENA_OK);
  EXPECT_DOUBLE_EQ(similarity, 0.8);
  options.cutoff = 0;
  options.size = 3;
  ASSERT_EQ(compare("ngram_jaccard", "abcd", "abce", &similarity, error, &options), GALENA_OK);
  EXPECT_DOUBLE_EQ(similarity, 1.0 / 3);
  EXPECT_EQ(compare("jaro", "a", "b", &similarity, error, &options), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "unused_option");
  options.size = 0;
  const std::string weights = R"({"acme": 6, "gmbh": 1})";
  options.weights = weights.data();
  options.weights_size = weights.size();
  ASSERT_EQ(compare("soft_tfidf", "acme gmbh", "acme", &similarity, error, &options), GALENA_OK);
  EXPECT_DOUBLE_EQ(similarity, 12.0 / 13);
}

TEST(CSimilarity, SoundsOfAWord) {
  Error error;
  galena_buffer* primary = nullptr;
  galena_buffer* alternate = nullptr;
  ASSERT_EQ(galena_double_metaphone("Schmidt", 7, 0, &primary, &alternate, error.out()), GALENA_OK);
  const Handle<galena_buffer> first(primary);
  const Handle<galena_buffer> second(alternate);
  EXPECT_STREQ(galena_buffer_data(first.get()), "XMT");
  EXPECT_STREQ(galena_buffer_data(second.get()), "SMT");
  EXPECT_EQ(galena_double_metaphone("a", 1, 0, nullptr, &alternate, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(alternate, nullptr);
}

TEST(CSimilarity, OfATextAndAColumn) {
  const auto table = read("name,n\nmeyer,1\n,2\nmaier,3\n");
  Error error;
  galena_table* raw = nullptr;
  ASSERT_EQ(compare_column("levenshtein", table.get(), "name", &raw, error), GALENA_OK);
  const Handle<galena_table> found(raw);
  ASSERT_EQ(galena_table_row_count(found.get()), 3U);
  EXPECT_STREQ(galena_table_column_name(found.get(), 0), "similarity");
  double value = -1;
  ASSERT_EQ(galena_table_number(found.get(), 2, 0, &value, nullptr), GALENA_OK);
  EXPECT_DOUBLE_EQ(value, 0.6);
  ASSERT_EQ(galena_table_number(found.get(), 0, 0, &value, nullptr), GALENA_OK);
  EXPECT_EQ(value, 1);
}

TEST(CSimilarity, RefusesColumnsThatAreNone) {
  const auto table = read("name\nmeyer\n");
  Error error;
  galena_table* out = nullptr;
  EXPECT_EQ(compare_column("jaro", table.get(), "other", &out, error), GALENA_NOT_FOUND);
  EXPECT_EQ(error.detail(), "unknown_column");
  EXPECT_EQ(compare_column("jaro", nullptr, "name", &out, error), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(compare_column("jaro", table.get(), "name", nullptr, error), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(out, nullptr);
}

}  // namespace
