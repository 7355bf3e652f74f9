// Models as text through the C API: every kind of mistake has its documented name and pointer.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

std::string preset_json(std::string_view name) {
  galena_model* model = nullptr;
  EXPECT_EQ(galena_model_preset(name.data(), name.size(), &model, nullptr), GALENA_OK);
  const Handle<galena_model> owned(model);
  return galena_model_json(model);
}

/// The problems, "detail pointer", of a text in which the first `good` has become `bad`.
std::set<std::string> problems(std::string json, std::string_view good, std::string_view bad,
                               galena_status status = GALENA_INVALID_ARGUMENT) {
  const std::size_t place = json.find(good);
  EXPECT_NE(place, std::string::npos) << good;
  if (place == std::string::npos) return {};
  json.replace(place, good.size(), bad);
  galena_model* model = nullptr;
  Error error;
  EXPECT_EQ(galena_model_parse(json.data(), json.size(), &model, error.out()), status) << bad;
  EXPECT_EQ(model, nullptr);
  std::set<std::string> found;
  for (std::size_t i = 0; i < error.count(); ++i)
    found.insert(error.detail(i) + " " + error.subject(i));
  return found;
}

using Set = std::set<std::string>;

TEST(CModelText, MistakesOfWeightsHaveTheirNames) {
  const std::string json = preset_json("person");
  EXPECT_EQ(problems(json, R"("galena_model":1)", R"("galena_model":99)"),
            Set{"unsupported_version /galena_model"});
  EXPECT_EQ(problems(json, R"("threshold":0.5)", R"("threshold":1.5)"),
            Set{"probability_range /threshold"});
  EXPECT_EQ(problems(json, R"("m":0.64)", R"("m":64)"),
            Set{"probability_range /fields/0/levels/0/m"});
  EXPECT_EQ(problems(json, R"("name":"household","per_record":0.3)",
                     R"("name":"household","per_record":0.3,"share":0.1)"),
            Set{"relation_extent /relations/0"});
  EXPECT_EQ(problems(json, R"("household":0.01)", R"("houshold":0.01)"),
            Set{"unknown_relation /fields/0/levels/0/related/houshold"});
  const Set changed = problems(json, R"({"new employer":)", R"({"new employee":)");
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed.begin()->rfind("unknown_change /fields/", 0), 0U) << *changed.begin();
}

TEST(CModelText, AComparisonIsThereOnceAndWhole) {
  const std::string json = preset_json("person");
  EXPECT_EQ(problems(json, R"("comparison":"region")", R"("comparison":"country")"),
            Set{"repeated_field /fields/14"});
  EXPECT_EQ(problems(json, R"({"level":"family",)", R"({"level":"close",)"),
            (Set{"missing_level /fields/0/levels", "repeated_level /fields/0/levels/4"}));
}

TEST(CModelText, MistakesOfRulesHaveTheirNames) {
  const std::string json = preset_json("crm_standard_rules");
  EXPECT_EQ(problems(json, R"("rules":[)", R"("rules":[{"name":"x","all":[]},)"),
            Set{"empty_rule /rules/0"});
  EXPECT_EQ(problems(json, R"("level":"similar"},{"comparison":"last_name")",
                     R"("level":"alike"},{"comparison":"last_name")"),
            Set{"unknown_word /rules/0/all/0/level"});
  EXPECT_EQ(problems(json, R"("score":70)", R"("score":170)"), Set{"bad_condition /rules/0/all/3"});
}

TEST(CModelText, APresetIsNamed) {
  galena_model* model = nullptr;
  Error error;
  EXPECT_EQ(galena_model_preset("nobody", 6, &model, error.out()), GALENA_NOT_FOUND);
  EXPECT_EQ(error.detail(), "unknown_preset");
  EXPECT_EQ(error.subject(), "nobody");
}

TEST(CModelText, MistakesOfSplinkModelsHaveTheirNames) {
  const std::string good = R"({"probability_two_random_records_match": 0.1, "comparisons": [
      {"output_column_name": "name", "comparison_levels": [
        {"sql_condition": "name_l = name_r", "m_probability": 0.9, "u_probability": 0.01},
        {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.99}]}]})";
  const auto refused = [&](std::string_view from, std::string_view to) {
    std::string json = good;
    json.replace(json.find(from), from.size(), to);
    galena_model* model = nullptr;
    Error error;
    EXPECT_NE(galena_model_from_splink(json.data(), json.size(), &model, error.out()), GALENA_OK);
    return error.detail() + " " + error.subject();
  };
  EXPECT_EQ(refused("name_l = name_r", "soundex(name_l)"),
            "unsupported_condition /comparisons/0/comparison_levels/0/sql_condition");
  EXPECT_EQ(refused(R"({"probability_two)", R"({"sql_dialect": "cobol", "probability_two)"),
            "unsupported_dialect /sql_dialect");
}

TEST(CModelText, LevelsOfSplinkThatWereNotTrainedAreTaken) {
  const std::string json = R"({"probability_two_random_records_match": 0.5, "comparisons": [
      {"output_column_name": "name", "comparison_levels": [
        {"sql_condition": "name_l = name_r"}, {"sql_condition": "ELSE"}]}]})";
  galena_model* model = nullptr;
  ASSERT_EQ(galena_model_from_splink(json.data(), json.size(), &model, nullptr), GALENA_OK);
  const Handle<galena_model> taken(model);
  EXPECT_NE(std::string(galena_model_json(model)).find("0.95"), std::string::npos);
}

}  // namespace
