// Models as data.
#include "galena/match/model.hpp"

#include <gtest/gtest.h>

#include <set>

#include "galena/match/deduplicate.hpp"
#include "galena/record/table.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

TEST(Model, PresetsSurviveJson) {
  std::set<std::string> hashes;
  for (const Preset preset : {Preset::person, Preset::lead, Preset::contact, Preset::account}) {
    const Model model = Model::preset(preset);
    const auto again = Model::from_json(model.to_json());
    ASSERT_TRUE(again) << again.problems().to_text();
    EXPECT_EQ(again->to_json(), model.to_json());
    EXPECT_EQ(again->hash(), model.hash());
    EXPECT_EQ(model.hash().size(), 64U);
    hashes.insert(model.hash());
  }
  EXPECT_EQ(hashes.size(), 4U);  // the preset's name is part of it
}

TEST(Model, LevelsAreMonotoneInTheirEvidence) {
  // The strongest level of every comparison is evidence for, the last one against.
  const Model model = Model::preset(Preset::lead);
  for (const FieldModel& field : model.data().fields) {
    const LevelModel& last = field.levels.back();
    EXPECT_LT(last.m, last.u) << comparison_name(field.comparison);
    const LevelModel& first = field.levels.front();
    EXPECT_TRUE(first.term_frequency || first.m > first.u) << comparison_name(field.comparison);
  }
}

TEST(Model, TenMistakesAreTenProblemsWithTheirPlaces) {
  const auto model = Model::from_json(R"({
    "galena_model": 1, "colour": "red",
    "prior": {"duplicates_per_record": "many"},
    "threshold": 0.5,
    "relations": [{"name": "household", "per_record": 0.3, "size": 2}],
    "changes": [{"share": 0.1}],
    "fields": [
      {"comparison": "website", "levels": [
        {"level": "exact", "m": true, "u": 0.001},
        {"level": "exact", "m": 0.9, "u": 0.1},
        {"level": "nearly", "m": 0.1, "u": 0.1, "related": {"tribe": 0.5}}]},
      {"comparison": "shoe_size", "levels": []},
      {"levels": []}
    ]})");
  ASSERT_FALSE(model);
  std::multiset<std::string> places;
  for (const Problem& problem : model.problems()) {
    places.insert(problem.detail + " " + problem.subject);
    EXPECT_FALSE(problem.message.empty());
  }
  for (const char* const expected :
       {"unknown_key /colour", "wrong_type /prior/duplicates_per_record",
        "unknown_key /relations/0/size", "missing_key /changes/0",
        "wrong_type /fields/0/levels/0/m", "repeated_level /fields/0/levels/1",
        "unknown_word /fields/0/levels/2/level",
        "unknown_relation /fields/0/levels/2/related/tribe", "missing_level /fields/0/levels",
        "unknown_word /fields/1/comparison", "missing_key /fields/2"}) {
    EXPECT_TRUE(places.contains(expected)) << expected << " not in\n" << model.problems().to_text();
  }
}

TEST(Model, ProbabilitiesOutOfRangeAreProblems) {
  ModelData data = Model::preset(Preset::person).data();
  data.fields[0].levels[0].m = 1.5;
  data.fields[1].levels[2].u = 0;
  data.threshold = 1;
  data.fields.push_back(data.fields[0]);
  const auto model = Model::make(data);
  ASSERT_FALSE(model);
  std::set<std::string> places;
  for (const Problem& problem : model.problems()) places.insert(problem.subject);
  EXPECT_TRUE(places.contains("/fields/0/levels/0/m"));
  EXPECT_TRUE(places.contains("/fields/1/levels/2/u"));
  EXPECT_TRUE(places.contains("/threshold"));
  EXPECT_TRUE(places.contains("/fields/" + std::to_string(data.fields.size() - 1)));
}

const Fields kPerson = {
    {"first", Kind::first_name, {}}, {"last", Kind::last_name, {}}, {"mail", Kind::email, {}}};

TEST(Compare, TwoRecordsAloneAreExplained) {
  const Table rows =
      text_table({"first", "last", "mail"}, {{"Robert", "Szczepanski", "rs@acme.com"},
                                             {"Bob", "Szczepański", "rs@acme.com"},
                                             {"Maria", "Lopez", ""}});
  const Model model = Model::preset(Preset::person);
  const Explanation same = compare(model, kPerson, rows.row(0), rows.row(1));
  EXPECT_GT(same.probability, 0.99);
  EXPECT_EQ(same.fields[0].level, "variant");
  EXPECT_EQ(same.fields[1].level, "exact");
  EXPECT_EQ(same.fields[1].left, "Szczepanski");
  EXPECT_EQ(same.fields[1].right, "Szczepański");
  const Explanation other = compare(model, kPerson, rows.row(0), rows.row(2));
  EXPECT_LT(other.probability, 0.001);
  EXPECT_NE(other.to_text().find("different"), std::string::npos);
}

TEST(Compare, TheStepsOfAnExplanationAddUp) {
  const Table rows = text_table({"first", "last", "mail"},
                                {{"Robert", "Smith", "rs@acme.com"}, {"R.", "Smith", "x@y.org"}});
  const Explanation found = compare(Model::preset(Preset::lead), kPerson, rows.row(0), rows.row(1));
  double sum = found.prior + found.changed + found.related;
  for (const FieldEvidence& field : found.fields) {
    EXPECT_EQ(field.weight, field.base + field.frequency);
    sum += field.weight;
  }
  EXPECT_EQ(sum, found.weight);  // whole multiples of 2^-20: exact
  EXPECT_NEAR(found.probability, 1 / (1 + std::exp2(-found.weight)), 1e-12);
  EXPECT_EQ(found.to_table().rows(), found.fields.size() + 3);
}

TEST(Compare, BlankNeverEqualsBlank) {
  const Table rows = text_table({"first", "last", "mail"}, {{"", "", ""}, {"", "", ""}});
  const Explanation found =
      compare(Model::preset(Preset::person), kPerson, rows.row(0), rows.row(1));
  for (const FieldEvidence& field : found.fields) {
    EXPECT_EQ(field.level, "blank");
    EXPECT_EQ(field.weight, 0);
  }
  EXPECT_LT(found.probability, 0.001);
}

TEST(Compare, RareValuesWeighMoreThanCommonOnes) {
  const Table rows = text_table({"first", "last", "mail"}, {{"John", "Smith", ""},
                                                            {"John", "Smith", ""},
                                                            {"Hildegard", "Szczepanski", ""},
                                                            {"Hildegard", "Szczepanski", ""}});
  const Model model = Model::preset(Preset::person);
  EXPECT_GT(compare(model, kPerson, rows.row(2), rows.row(3)).weight,
            compare(model, kPerson, rows.row(0), rows.row(1)).weight + 5);
}

TEST(Compare, SwappedNamesAreFound) {
  const Table rows = text_table({"first", "last", "mail"}, {{"Maria", "de Vries", "m@x.com"},
                                                            {"De Vries", "Maria", "m@x.com"}});
  const Explanation found =
      compare(Model::preset(Preset::person), kPerson, rows.row(0), rows.row(1));
  EXPECT_EQ(found.fields[0].level, "swapped");
  EXPECT_GT(found.probability, 0.9);
}

TEST(Compare, FatherAndSonAreTwo) {
  const Fields fields = {
      {"name", Kind::full_name, {}}, {"street", Kind::street, {}}, {"phone", Kind::phone, {}}};
  const Table rows = text_table({"name", "street", "phone"},
                                {{"David Dobbins Jr", "12 Oak Street", "818-892-2818"},
                                 {"David Dobbins Sr", "12 Oak Street", "818-892-2818"},
                                 {"Dave Dobbins", "12 Oak St.", "(818) 892 2818"}});
  const Model model = Model::preset(Preset::person);
  EXPECT_LT(compare(model, fields, rows.row(0), rows.row(1)).probability, 0.3);
  EXPECT_GT(compare(model, fields, rows.row(0), rows.row(2)).probability, 0.6);
}

TEST(Compare, AHouseholdDoesNotAddUpToAPerson) {
  const Fields fields = {{"first", Kind::first_name, {}},
                         {"last", Kind::last_name, {}},
                         {"street", Kind::street, {}},
                         {"phone", Kind::phone, {}},
                         {"city", Kind::city, {}}};
  const Table rows =
      text_table({"first", "last", "street", "phone", "city"},
                 {{"Anna", "Quistorp", "12 Oak Street", "818-892-2818", "Arlington"},
                  {"Peter", "Quistorp", "12 Oak Street", "818-892-2818", "Arlington"}});
  const Explanation found =
      compare(Model::preset(Preset::person), fields, rows.row(0), rows.row(1));
  EXPECT_LT(found.probability, 0.1);
  EXPECT_EQ(found.relation, "household");
}

}  // namespace
}  // namespace galena::match
