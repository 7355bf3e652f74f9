// The vectors of `conformance/strings`, which come from the test data of jellyfish.
//
// Not read, because there is no such function here: nysiis, soundex, match_rating_codex and
// match_rating_comparison (Double Metaphone is the phonetic code of this library), porter (a
// stemmer of English), wagner_fischer (gives the edits, whose choice among equals is arbitrary; its
// distances are those of levenshtein.csv), jaro_winkler_longtol (Winkler's adjustment for long
// texts), metaphone (Philips' first code of 1990, whose rules are not those of Double Metaphone).
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "galena/match/similarity.hpp"
#include "galena/record/csv.hpp"
#include "support/shared_data.hpp"

namespace galena::match {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& name, const std::string& header) {
  std::ifstream file(test::shared_data("conformance/strings/testdata") / name);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto read = read_csv(header + "\n" + text, {.delimiter = ','});
  EXPECT_TRUE(read) << name;
  std::vector<Row> rows;
  for (std::size_t i = 0; read && i < read->table.rows(); ++i) {
    Row row;
    for (std::size_t column = 0; column < read->table.columns().size(); ++column) {
      row.emplace_back(read->table[column].text(i));
    }
    rows.push_back(row);
  }
  return rows;
}

class StringVectors : public testing::Test {
 protected:
  void SetUp() override { GALENA_REQUIRE_SHARED_DATA("conformance/strings/testdata"); }

  void check_distances(const std::string& file, std::size_t least,
                       std::size_t (*distance)(std::string_view, std::string_view, std::size_t)) {
    const auto rows = rows_of(file, "a,b,distance");
    EXPECT_GE(rows.size(), least);
    for (const Row& row : rows) {
      const std::size_t expected = std::stoul(row[2]);
      EXPECT_EQ(distance(row[0], row[1], kNoLimit), expected) << row[0] << " / " << row[1];
      EXPECT_EQ(distance(row[0], row[1], expected), expected) << row[0] << " / " << row[1];
      if (expected > 0) {
        EXPECT_EQ(distance(row[0], row[1], expected - 1), expected) << row[0] << " / " << row[1];
      }
    }
  }
};

TEST_F(StringVectors, Levenshtein) { check_distances("levenshtein.csv", 6, levenshtein); }

TEST_F(StringVectors, DamerauLevenshtein) {
  check_distances("damerau_levenshtein.csv", 9, damerau_levenshtein);
}

TEST_F(StringVectors, Hamming) { check_distances("hamming.csv", 8, hamming); }

TEST_F(StringVectors, Jaro) {
  const auto rows = rows_of("jaro_distance.csv", "a,b,similarity");
  EXPECT_GE(rows.size(), 4U);
  for (const Row& row : rows)
    EXPECT_NEAR(jaro(row[0], row[1]), std::stod(row[2]), 5.01e-4) << row[0];
}

TEST_F(StringVectors, JaroWinkler) {
  const auto rows = rows_of("jaro_winkler.csv", "a,b,similarity");
  EXPECT_GE(rows.size(), 16U);
  for (const Row& row : rows) {
    EXPECT_NEAR(jaro_winkler(row[0], row[1]), std::stod(row[2]), 1.01e-3) << row[0];
  }
}

TEST_F(StringVectors, Jaccard) {
  // Without a size the sets are of words. With one they are of pieces cut one after another
  // (ni gh t); the n-grams of this library overlap (ni ig gh ht), so those two rows are left out.
  const auto rows = rows_of("jaccard.csv", "a,b,similarity,size");
  std::size_t checked = 0;
  for (const Row& row : rows) {
    if (!row[3].empty()) continue;
    EXPECT_NEAR(token_jaccard(row[0], row[1]), std::stod(row[2]), 5e-6)
        << row[0] << " / " << row[1];
    ++checked;
  }
  EXPECT_EQ(checked, 14U);
}

}  // namespace
}  // namespace galena::match
