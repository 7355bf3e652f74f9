// Probabilities of single columns: learnt, written, read, and used as they were learnt.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "galena/match/match.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

const Fields kFields = {{"first_name", Kind::first_name, {}}, {"last_name", Kind::last_name, {}},
                        {"email", Kind::email, {}},           {"phone", Kind::phone, {}},
                        {"team", Kind::category, {}},         {"mood", Kind::category, {}}};

/// People with two categories: the team is one for all records of a person, the mood is any.
Table people() {
  const test::People list = test::make_people(1500, 8);
  std::mt19937 engine(5);
  test::Rows rows;
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    const std::vector<std::string>& row = list.rows[i];
    rows.push_back({row[0], row[1], row[2], row[4], row[5],
                    "team " + std::to_string(list.person[i] % 7),
                    "mood " + std::to_string(engine() % 5)});
  }
  return text_table({"id", "first_name", "last_name", "email", "phone", "team", "mood"}, rows);
}

const ColumnField* own(const Model& model, const std::string& column) {
  for (const ColumnField& field : model.data().by_column) {
    if (field.column == column) return &field;
  }
  return nullptr;
}

TEST(ColumnFields, ATrainedModelTellsColumnsOfOneKindApart) {
  const auto found = deduplicate(people(), {.fields = kFields, .id_column = "id"});
  ASSERT_TRUE(found) << found.problems().to_text();
  const Model& model = found->model();
  ASSERT_EQ(model.data().by_column.size(), 2U);
  ASSERT_TRUE(own(model, "team") && own(model, "mood"));
  EXPECT_GT(own(model, "team")->field.levels[0].m, own(model, "mood")->field.levels[0].m + 0.2);
  EXPECT_EQ(model.find(Comparison::category, "team"), &own(model, "team")->field);
  EXPECT_EQ(model.find(Comparison::category, "other"), model.find(Comparison::category));
  EXPECT_EQ(model.find(Comparison::email, "team"), model.find(Comparison::email));
}

TEST(ColumnFields, TheModelReadAgainWeighsPairsAsTheRunDid) {
  const Table table = people();
  const auto trained = deduplicate(table, {.fields = kFields, .id_column = "id"});
  ASSERT_TRUE(trained);
  const auto model = Model::from_json(trained->model().to_json());
  ASSERT_TRUE(model) << model.problems().to_text();
  EXPECT_EQ(*model, trained->model());
  const auto again = deduplicate(table, {.fields = kFields, .id_column = "id", .model = *model});
  ASSERT_TRUE(again);
  // Values are counted once for each entity that was found first, here by another model: pairs may
  // differ at the threshold.
  const double pairs = static_cast<double>(trained->pairs().rows());
  ASSERT_GT(pairs, 200);
  EXPECT_NEAR(static_cast<double>(again->pairs().rows()), pairs, pairs / 50);
  for (std::size_t row = 1; row < 200; ++row) {
    const auto first = trained->explain_rows(0, row);
    const auto second = again->explain_rows(0, row);
    ASSERT_EQ(first->fields.size(), second->fields.size());
    for (std::size_t f = 0; f < first->fields.size(); ++f) {
      EXPECT_EQ(first->fields[f].level, second->fields[f].level);
      EXPECT_NEAR(first->fields[f].base, second->fields[f].base, 0.001) << first->fields[f].field;
    }
  }
  // Without them every column has the probabilities of all.
  ModelData common = trained->model().data();
  common.by_column.clear();
  const auto without = deduplicate(
      table, {.fields = kFields, .id_column = "id", .model = Model::make(common).value()});
  std::size_t other = 0;
  const auto team_of = [](const Explanation& why) {
    return why.fields[why.fields.size() - 2].base;
  };
  for (std::size_t row = 1; row < 50; ++row)
    other += std::abs(team_of(*trained->explain_rows(0, row)) -
                      team_of(*without->explain_rows(0, row))) > 0.1;
  EXPECT_GT(other, 40U);
}

TEST(ColumnFields, AnIndexGoesByThemToo) {
  const Table table = people();
  const auto training = train(table, {.fields = kFields, .id_column = "id"});
  ASSERT_TRUE(training);
  ASSERT_TRUE(own(training->model, "mood"));
  Index index(training->model, training->fields);
  ASSERT_TRUE(index.add_all(table, "id"));
  const auto why = index.explain(Value("r0"), Value("r1"));
  ASSERT_TRUE(why);
  for (const FieldEvidence& field : why->fields) {
    const ColumnField* const column = own(training->model, field.field);
    if (column == nullptr || field.level == "blank") continue;
    const LevelModel& level = column->field.levels[field.level == "same" ? 0 : 1];
    EXPECT_NEAR(field.base, std::log2(level.m / level.u), 0.01) << field.field;
  }
}

TEST(ColumnFields, TrainingAgainKeepsOtherColumns) {
  ModelData data = Model::preset(Preset::lead).data();
  const FieldModel category = *Model::preset(Preset::lead).find(Comparison::category);
  data.by_column = {{"team", category}, {"elsewhere", category}};
  const auto training =
      train(people(), {.fields = kFields, .id_column = "id", .start = Model::make(data).value()});
  ASSERT_TRUE(training) << training.problems().to_text();
  ASSERT_EQ(training->model.data().by_column.size(), 3U);
  EXPECT_EQ(own(training->model, "elsewhere")->field.levels[0].m, category.levels[0].m);
  EXPECT_NE(own(training->model, "team")->field.levels[0].m, category.levels[0].m);
}

TEST(ColumnFields, MistakesInThemAreProblems) {
  ModelData data = Model::preset(Preset::lead).data();
  const FieldModel field = data.fields[0];
  data.by_column = {{"a", field}, {"a", field}, {"", field}};
  data.by_column[0].field.levels[1].m = 2;
  data.by_column[2].field.levels.pop_back();
  const auto model = Model::make(data);
  ASSERT_FALSE(model);
  std::vector<std::string> places;
  for (const Problem& problem : model.problems())
    places.push_back(problem.detail + " " + problem.subject);
  EXPECT_EQ(places, (std::vector<std::string>{
                        "probability_range /by_column/0/levels/1/m", "repeated_field /by_column/1",
                        "empty_column /by_column/2/column", "wrong_levels /by_column/2/levels"}));
  const auto text = Model::from_json(
      R"({"galena_model":1,"prior":{"duplicates_per_record":0.1},"fields":[],
          "by_column":[{"comparison":"email","levels":[],"size":1}]})");
  ASSERT_FALSE(text);
  EXPECT_NE(text.problems().to_text().find("/by_column/0"), std::string::npos);
}

}  // namespace
}  // namespace galena::match
