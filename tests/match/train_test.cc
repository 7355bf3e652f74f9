// Training: what it learns, and what it does not depend on.
#include "galena/match/train.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "galena/match/index.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::People;
using test::text_table;

const std::vector<std::string>& kColumns = test::kPeopleColumns;
constexpr std::size_t kPhone = 5;

const LevelModel& level_of(const Model& model, Comparison comparison, std::size_t level) {
  return model.find(comparison)->levels[level];
}

/// People whose telephone number changes from one record to the next, as where it is that of a
/// desk.
People with_other_phones(int count) {
  People people = make_people(count, 11);
  std::mt19937 engine(12);
  for (auto& row : people.rows)
    row[kPhone] = "+4930" + std::to_string(1000000 + engine() % 8999999);
  return people;
}

TEST(Train, LearnsThatAFieldChanges) {
  const auto steady = train(text_table(kColumns, make_people(3000, 11).rows), {.id_column = "id"});
  const auto changing =
      train(text_table(kColumns, with_other_phones(3000).rows), {.id_column = "id"});
  ASSERT_TRUE(steady && changing) << steady.problems().to_text() << changing.problems().to_text();
  EXPECT_GT(changing->report.matches, 300);
  EXPECT_LT(level_of(changing->model, Comparison::phone, 0).m, 0.4);
  EXPECT_GT(level_of(steady->model, Comparison::phone, 0).m, 0.6);
}

TEST(Train, AHandfulOfRecordsChangesNextToNothing) {
  const auto learnt = train(text_table(kColumns, make_people(12, 1).rows),
                            {.id_column = "id", .preset = Preset::lead});
  ASSERT_TRUE(learnt);
  const Model preset = Model::preset(Preset::lead);
  for (const FieldModel& field : preset.data().fields) {
    for (std::size_t i = 0; i < field.levels.size(); ++i)
      EXPECT_NEAR(level_of(learnt->model, field.comparison, i).m, field.levels[i].m, 0.03);
  }
}

TEST(Train, ThreadsAndTheOrderOfRowsDecideNothing) {
  People people = make_people(2000, 3);
  const auto first = train(text_table(kColumns, people.rows), {.id_column = "id", .threads = 1});
  std::mt19937 engine(4);
  std::shuffle(people.rows.begin(), people.rows.end(), engine);
  const auto second = train(text_table(kColumns, people.rows), {.id_column = "id", .threads = 3});
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->model.hash(), second->model.hash());
}

TEST(Train, DeduplicationUsesTheModelThatTrainGives) {
  const Table table = text_table(kColumns, make_people(1000, 5).rows);
  const auto learnt = train(table, {.id_column = "id"});
  const auto found = deduplicate(table, {.id_column = "id"});
  ASSERT_TRUE(learnt && found);
  EXPECT_EQ(found->model().hash(), learnt->model.hash());
  EXPECT_GT(found->report().training.rounds, 0U);
  const auto as_it_is =
      deduplicate(table, {.id_column = "id", .preset = Preset::lead, .train = false});
  ASSERT_TRUE(as_it_is);
  EXPECT_EQ(as_it_is->model().hash(), Model::preset(Preset::lead).hash());
}

/// The true pairs of neighbours, and as many pairs of strangers.
Table judged_pairs(const People& people) {
  test::Rows rows;
  for (std::size_t i = 1; i < people.rows.size(); ++i) {
    const bool match = people.person[i] == people.person[i - 1];
    rows.push_back({people.rows[i - 1][0], people.rows[i][0], match ? "true" : "false"});
  }
  return text_table({"left", "right", "is_match"}, rows);
}

TEST(Train, CountsJudgedPairs) {
  const People people = with_other_phones(1500);
  const auto learnt =
      train(text_table(kColumns, people.rows), {.id_column = "id", .pairs = judged_pairs(people)});
  ASSERT_TRUE(learnt) << learnt.problems().to_text();
  EXPECT_NEAR(learnt->report.matches, 300, 1);
  // 300 pairs that never agree against 200 pairs' worth of trust in what the table teaches.
  const auto unjudged = train(text_table(kColumns, people.rows), {.id_column = "id"});
  ASSERT_TRUE(unjudged);
  const double taught = level_of(unjudged->model, Comparison::phone, 0).m;
  EXPECT_NEAR(level_of(learnt->model, Comparison::phone, 0).m, taught * 200 / 500, 0.01);
}

TEST(Train, AJudgedPairTakesNextToNothingBackOfWhatTheTableTeaches) {
  const People people = make_people(3000, 11);
  const Table table = text_table(kColumns, people.rows);
  const auto same = static_cast<std::size_t>(
      std::adjacent_find(people.person.begin(), people.person.end()) - people.person.begin());
  const Table one = text_table({"left", "right", "is_match"},
                               {{people.rows[same][0], people.rows[same + 1][0], "true"}});
  const auto unjudged = train(table, {.id_column = "id"});
  const auto judged = train(table, {.id_column = "id", .pairs = one});
  ASSERT_TRUE(unjudged && judged);
  double moved = 0;
  for (const FieldModel& field : unjudged->model.data().fields) {
    for (std::size_t i = 0; i < field.levels.size(); ++i)
      moved = std::max(
          moved, std::abs(level_of(judged->model, field.comparison, i).m - field.levels[i].m));
  }
  EXPECT_LE(moved, 1.0 / 201);
}

TEST(Train, TheProbabilitiesOfJudgedPairsAreRightOnAverage) {
  const People people = make_people(1500, 6);
  const Table table = text_table(kColumns, people.rows);
  const auto learnt = train(table, {.id_column = "id", .pairs = judged_pairs(people)});
  ASSERT_TRUE(learnt);
  const Index index = [&] {
    Index made(learnt->model, learnt->fields);
    EXPECT_TRUE(made.add_all(table, "id").ok());
    return made;
  }();
  double expected = 0;
  double matches = 0;
  for (std::size_t i = 1; i < people.rows.size(); ++i) {
    matches += people.person[i] == people.person[i - 1] ? 1 : 0;
    const auto pair = index.explain(ValueView(people.rows[i - 1][0]), ValueView(people.rows[i][0]));
    ASSERT_TRUE(pair);
    expected += pair->probability;
  }
  EXPECT_NEAR(expected / matches, 1, 0.1);
}

TEST(Train, RefusesPairsThatItCannotRead) {
  const Table table = text_table(kColumns, make_people(50, 7).rows);
  const auto wrong = [&](const Table& pairs) {
    const auto learnt = train(table, {.id_column = "id", .pairs = pairs});
    return learnt ? std::string("none") : learnt.problems()[0].detail;
  };
  EXPECT_EQ(wrong(text_table({"left"}, {{"r0"}})), "unknown_column");
  EXPECT_EQ(wrong(text_table({"left", "right"}, {{"r0", "nobody"}})), "unknown_id");
  EXPECT_EQ(wrong(text_table({"left", "right", "is_match"}, {{"r0", "r1", "maybe"}})),
            "wrong_type");
  EXPECT_EQ(wrong(text_table({"left", "right"}, {{"r0", "r0"}})), "no_pairs");
}

}  // namespace
}  // namespace galena::match
