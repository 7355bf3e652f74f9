// Matches drawn from the model: what they teach of those that are not sure.
#include "match/drawn_matches.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "match/match_state.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

/// Names alone, in which a name that is said in full is sure and one of which a part is left out is
/// not: half of the pairs of one person are such.
Table names_alone(int people) {
  std::mt19937 engine(7);
  const auto word = [&](int syllables) {
    static const std::string kOnset = "bdfgklmnprstvz";
    static const std::string kVowel = "aeiou";
    std::string text;
    for (int i = 0; i < syllables; ++i) {
      text += kOnset[engine() % kOnset.size()];
      text += kVowel[engine() % kVowel.size()];
    }
    return text;
  };
  std::vector<std::string> given;
  std::vector<std::string> family;
  for (int i = 0; i < 60; ++i) given.push_back(word(2));
  for (int i = 0; i < 600; ++i) family.push_back(word(3));
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const std::string& name) {
    rows.push_back({std::to_string(rows.size()), name});
  };
  for (int i = 0; i < people; ++i) {
    const std::string first = given[engine() % given.size()];
    const std::string middle = given[engine() % given.size()];
    const std::string last = family[engine() % family.size()];
    add(first + " " + middle + " " + last);
    if (i % 4 == 0) add(first + " " + middle + " " + last);
    if (i % 4 == 1) add(first + " " + last);
  }
  return test::text_table({"id", "name"}, rows);
}

struct Taught {
  double exact = 0;
  double contained = 0;
  double duplicates_per_record = 0;
};

Taught taught(const TrainingConstants& constants) {
  LinkOptions options;
  options.id_column = "id";
  options.fields = {{"name", Kind::full_name, {}}};
  const auto state =
      prepare_match(names_alone(2000), nullptr, options, nullptr, TrainWhat::presets, constants);
  if (!state) return {};
  const FieldModel* const names = (*state)->model.find(Comparison::full_name, "full_name");
  return {names->levels[0].m, names->levels[2].m, (*state)->report.duplicates_per_record};
}

TEST(DrawnMatches, TeachHowMatchesAgreeThatAreNotSure) {
  // Sure pairs alone teach that nearly all agree exactly; half do.
  const Taught by_sure_ones = taught({.unseen_most = 0});
  EXPECT_GT(by_sure_ones.exact, 0.75);
  const Taught by_all = taught({});
  EXPECT_GT(by_all.exact, 0.5);
  EXPECT_LT(by_all.exact, by_sure_ones.exact - 0.05);
  EXPECT_GT(by_all.contained, 1.2 * by_sure_ones.contained);
}

TEST(DrawnMatches, CountForThePriorWhereTheyAreNotSeen) {
  // 2 duplicates of 3 records.
  const Taught by_seen_ones = taught({.prior_seen = 1});
  EXPECT_GT(by_seen_ones.duplicates_per_record, 0.3);
  EXPECT_LT(by_seen_ones.duplicates_per_record, 0.45);
  const Taught by_all = taught({});
  EXPECT_GT(by_all.duplicates_per_record, 0.5);
  EXPECT_LT(by_all.duplicates_per_record, 0.7);
}

}  // namespace
}  // namespace galena::match
