// Lists whose entities have many records: what random records share is often one entity's.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "support/pairwise.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

struct Citations {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> truth;
};

std::string word(std::size_t which) {
  std::string letters;
  for (int letter = 0; letter < 3; ++letter, which /= 10)
    letters += std::string("bdfgklmnrs").substr(which % 10, 1) + "aeiou"[which % 5];
  return letters;
}

/// Papers cited from once to `most` times: a title, now and then without a word, and a family name.
Citations citations(std::size_t papers, std::size_t most) {
  std::mt19937 engine(11);
  Citations list;
  for (std::size_t paper = 0; paper < papers; ++paper) {
    std::vector<std::string> title;
    for (int i = 0; i < 7; ++i) title.push_back(word(engine() % 900));
    const std::string author = word(engine() % 900);
    for (std::size_t copy = 0; copy < 1 + (paper * 37) % most; ++copy) {
      const std::size_t missing = engine() % 10;
      std::string text;
      for (std::size_t i = 0; i < title.size(); ++i) text += i == missing ? "" : title[i] + " ";
      list.rows.push_back({text, engine() % 3 == 0 ? "" : author});
      list.truth.push_back(std::to_string(paper));
    }
  }
  return list;
}

TEST(LargeEntities, TextsOfManyCopiesAreFound) {
  const Citations list = citations(40, 80);
  const auto found =
      deduplicate(test::text_table({"title", "author"}, list.rows),
                  {.fields = {{"title", Kind::text, {}}, {"author", Kind::text, {}}}});
  ASSERT_TRUE(found) << found.problems().to_text();
  const test::Pairwise pairs = test::pairwise(found->clusters(), list.truth);
  EXPECT_GE(pairs.recall(), 0.95);
  EXPECT_GE(pairs.precision(), 0.95);
}

TEST(LargeEntities, ProgressNeverGoesBack) {
  const Citations list = citations(40, 80);
  double last = 0;
  bool back = false;
  const auto found = deduplicate(test::text_table({"title", "author"}, list.rows),
                                 {.fields = {{"title", Kind::text, {}}, {"author", Kind::text, {}}},
                                  .progress = [&](double fraction, std::string_view) {
                                    back = back || fraction < last;
                                    last = fraction;
                                    return true;
                                  }});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_FALSE(back);
}

}  // namespace
}  // namespace galena::match
