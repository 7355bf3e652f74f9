// Duplicates, links, models and explanations through the C API.
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kLeads =
    "id,first_name,last_name,company,email,phone\n"
    "7,Robert,Scholz,Acme GmbH,robert.scholz@acme.example,+49 89 1234567\n"
    "8,Maria,Garcia,Solar SA,m.garcia@solar.example,+34 91 555 01 02\n"
    "9,Bob,Scholz,ACME,robert.scholz@acme.example,089 1234567\n";

class CDuplicates : public testing::Test {
 protected:
  void SetUp() override {
    const galena_match_options options = with_id();
    galena_duplicates* found = nullptr;
    ASSERT_EQ(galena_dedupe(leads_.get(), &options, &found, error_.out()), GALENA_OK)
        << error_.message();
    found_.reset(found);
  }
  Error error_;
  Handle<galena_table> leads_ = parse_csv(kLeads);
  Handle<galena_duplicates> found_;
};

TEST_F(CDuplicates, OnePersonIsOneClusterNamedByItsLeastId) {
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_duplicates_clusters(found_.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_table> clusters(raw);
  EXPECT_EQ(galena_table_row_count(raw), 3U);
  EXPECT_EQ(cell(raw, 0, "cluster"), "7");
  EXPECT_EQ(cell(raw, 1, "cluster"), "8");
  EXPECT_EQ(cell(raw, 2, "cluster"), "7");
}

TEST_F(CDuplicates, PairsCarryProbabilities) {
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_duplicates_pairs(found_.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_table> pairs(raw);
  ASSERT_EQ(galena_table_row_count(raw), 1U);
  EXPECT_EQ(cell(raw, 0, "left"), "7");
  EXPECT_EQ(cell(raw, 0, "right"), "9");
  double probability = 0;
  EXPECT_EQ(galena_table_number(raw, 0, 3, &probability, nullptr), GALENA_OK);
  EXPECT_GT(probability, 0.9);
}

TEST_F(CDuplicates, AnyPairIsExplained) {
  galena_explanation* raw = nullptr;
  ASSERT_EQ(galena_duplicates_explain(found_.get(), 0, 1, &raw, nullptr), GALENA_OK);
  const Handle<galena_explanation> apart(raw);
  EXPECT_LT(galena_explanation_probability(raw), 0.01);
  EXPECT_NE(std::string(galena_explanation_json(raw)).find("last_name"), std::string::npos);
  EXPECT_STRNE(galena_explanation_text(raw), "");
  EXPECT_EQ(galena_duplicates_explain(found_.get(), 0, 3, &raw, nullptr), GALENA_NOT_FOUND);
}

TEST_F(CDuplicates, APairThatWasNeverComparedNamesItsKeys) {
  galena_explanation* raw = nullptr;
  ASSERT_EQ(galena_duplicates_explain(found_.get(), 0, 1, &raw, nullptr), GALENA_OK);
  const Handle<galena_explanation> apart(raw);
  const std::string json = galena_explanation_json(raw);
  EXPECT_NE(json.find(R"("candidate":false)"), std::string::npos) << json;
  EXPECT_NE(
      json.find(R"("key":"mailbox","left":"robert.scholz","right":"m.garcia","shared":false)"),
      std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("obstacle":"too_weak")"), std::string::npos) << json;
}

TEST_F(CDuplicates, AClusterIsExplained) {
  galena_cluster_explanation* raw = nullptr;
  ASSERT_EQ(galena_duplicates_explain_cluster(found_.get(), 2, &raw, nullptr), GALENA_OK);
  const Handle<galena_cluster_explanation> cluster(raw);
  EXPECT_EQ(std::string(galena_cluster_explanation_text(raw)).rfind("cluster 7: 2 members\n", 0),
            0U);
  EXPECT_NE(std::string(galena_cluster_explanation_json(raw)).find(R"("joins":[{"left":)"),
            std::string::npos);
  EXPECT_EQ(galena_duplicates_explain_cluster(found_.get(), 3, &raw, nullptr), GALENA_NOT_FOUND);
  EXPECT_EQ(raw, nullptr);
  EXPECT_STREQ(galena_cluster_explanation_text(nullptr), "");
  EXPECT_STREQ(galena_cluster_explanation_json(nullptr), "");
}

/// The cluster of the last of kLeads under options.
std::string cluster_of_last(const galena_match_options& options) {
  const Handle<galena_table> leads = parse_csv(kLeads);
  galena_duplicates* found = nullptr;
  Error error;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_OK)
      << error.message();
  const Handle<galena_duplicates> owned(found);
  galena_table* raw = nullptr;
  EXPECT_EQ(galena_duplicates_clusters(found, &raw, nullptr), GALENA_OK);
  const Handle<galena_table> clusters(raw);
  return std::string(cell(raw, 2, "cluster"));
}

TEST(CMatch, ClustersKeepToTheirConstraints) {
  galena_match_options options = with_id();
  EXPECT_EQ(cluster_of_last(options), "7");
  options.most_members = 1;
  EXPECT_EQ(cluster_of_last(options), "9");
  options = with_id();
  const Handle<galena_table> apart = parse_csv("left,right\n9,7\n");
  options.not_duplicates = apart.get();
  EXPECT_EQ(cluster_of_last(options), "9");
  options = with_id();
  options.source = "phone";
  options.source_size = 5;
  EXPECT_EQ(cluster_of_last(options), "7");  // written differently
  galena_duplicates* found = nullptr;
  const Handle<galena_table> leads = parse_csv(kLeads);
  options.source = "system";
  options.source_size = 6;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, nullptr), GALENA_NOT_FOUND);
  options = with_id();
  const Handle<galena_table> nameless = parse_csv("a,b\n9,7\n");
  options.not_duplicates = nameless.get();
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, nullptr), GALENA_NOT_FOUND);
  const Handle<galena_table> strangers = parse_csv("left,right\n9,70\n");
  options.not_duplicates = strangers.get();
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, nullptr), GALENA_NOT_FOUND);
}

TEST_F(CDuplicates, FieldsAndReportAreJson) {
  EXPECT_NE(std::string(galena_duplicates_fields(found_.get())).find(R"("email":"email")"),
            std::string::npos);
  EXPECT_NE(std::string(galena_duplicates_report(found_.get())).find(R"("records":3)"),
            std::string::npos);
}

TEST_F(CDuplicates, TheModelComesBackAsJson) {
  galena_model* raw = nullptr;
  ASSERT_EQ(galena_duplicates_model(found_.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_model> model(raw);
  galena_model* again = nullptr;
  const char* json = galena_model_json(raw);
  ASSERT_EQ(galena_model_parse(json, std::strlen(json), &again, nullptr), GALENA_OK);
  const Handle<galena_model> owned(again);
  EXPECT_STREQ(galena_model_hash(again), galena_model_hash(raw));
}

TEST(CMatch, ModelsCarryProbabilitiesOfSingleColumns) {
  std::string csv = "first_name,last_name,team,mood\n";
  for (int i = 0; i < 40; ++i) {
    csv += "Name" + std::to_string(i) + ",Ortega,red,good\n";
    csv += "Name" + std::to_string(i) + ",Ortega,blue,bad\n";
  }
  const std::string fields = R"({"first_name":"first_name","last_name":"last_name",
                                 "team":"category","mood":"category"})";
  galena_match_options options{};
  options.struct_size = sizeof options;
  options.fields = fields.data();
  options.fields_size = fields.size();
  const Handle<galena_table> table = parse_csv(csv);
  galena_duplicates* found = nullptr;
  ASSERT_EQ(galena_dedupe(table.get(), &options, &found, nullptr), GALENA_OK);
  const Handle<galena_duplicates> owned(found);
  galena_model* raw = nullptr;
  ASSERT_EQ(galena_duplicates_model(found, &raw, nullptr), GALENA_OK);
  const Handle<galena_model> model(raw);
  const std::string json = galena_model_json(raw);
  EXPECT_NE(json.find(R"("by_column":[{"column":"team","comparison":"category")"),
            std::string::npos);
  EXPECT_NE(json.find(R"({"column":"mood","comparison":"category")"), std::string::npos);
  galena_model* again = nullptr;
  ASSERT_EQ(galena_model_parse(json.data(), json.size(), &again, nullptr), GALENA_OK);
  const Handle<galena_model> read(again);
  EXPECT_EQ(json, galena_model_json(again));
}

TEST(CMatch, SplinkModelsAreImported) {
  const std::string good = R"({"probability_two_random_records_match": 0.1, "comparisons": [
      {"output_column_name": "name", "comparison_levels": [
        {"sql_condition": "name_l = name_r", "m_probability": 0.9, "u_probability": 0.01},
        {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.99}]}]})";
  galena_model* model = nullptr;
  ASSERT_EQ(galena_model_from_splink(good.data(), good.size(), &model, nullptr), GALENA_OK);
  EXPECT_NE(std::string(galena_model_json(model)).find(R"("match_probability":0.1)"),
            std::string::npos);
  galena_model_free(model);
  std::string bad = good;
  bad.replace(bad.find("name_l = name_r"), 15, "soundex(name_l)");
  EXPECT_EQ(galena_model_from_splink(bad.data(), bad.size(), &model, nullptr), GALENA_UNSUPPORTED);
  EXPECT_EQ(model, nullptr);
}

TEST(CMatch, AModelIsTrainedOnJudgedPairs) {
  const Handle<galena_table> leads = parse_csv(kLeads);
  const Handle<galena_table> pairs = parse_csv("left,right,is_match\n7,9,true\n7,8,false\n");
  const galena_match_options options = with_id();
  Error error;
  galena_model* raw = nullptr;
  ASSERT_EQ(galena_model_train(leads.get(), &options, pairs.get(), &raw, error.out()), GALENA_OK)
      << error.message();
  const Handle<galena_model> trained(raw);
  galena_model* preset_raw = nullptr;
  ASSERT_EQ(galena_model_preset("lead", 4, &preset_raw, nullptr), GALENA_OK);
  const Handle<galena_model> preset(preset_raw);
  EXPECT_STRNE(galena_model_hash(trained.get()), galena_model_hash(preset.get()));

  const Handle<galena_table> unknown = parse_csv("left,right\n7,77\n");
  EXPECT_EQ(galena_model_train(leads.get(), &options, unknown.get(), &raw, error.out()),
            GALENA_NOT_FOUND);
  EXPECT_EQ(raw, nullptr);
  EXPECT_EQ(galena_model_train(nullptr, &options, nullptr, &raw, error.out()),
            GALENA_INVALID_ARGUMENT);
}

TEST(CMatch, MistakesAreNamed) {
  const auto repeated = parse_csv("id,last_name\n1,Smith\n1,Jones\n");
  galena_match_options options = with_id();
  galena_duplicates* found = nullptr;
  EXPECT_EQ(galena_dedupe(repeated.get(), &options, &found, nullptr), GALENA_INVALID_ARGUMENT);
  options.id = "no";
  EXPECT_EQ(galena_dedupe(repeated.get(), &options, &found, nullptr), GALENA_NOT_FOUND);
  galena_model* model = nullptr;
  EXPECT_EQ(galena_model_preset("nobody", 6, &model, nullptr), GALENA_NOT_FOUND);
}

/// Stops at a call, and sees that fractions never fall.
struct Stopper {
  int32_t at = 0;
  int32_t calls = 0;
  double last = 0;
  static int32_t call(void* self, double fraction, const char*) {
    auto& stopper = *static_cast<Stopper*>(self);
    EXPECT_GE(fraction, stopper.last);
    stopper.last = fraction;
    return ++stopper.calls == stopper.at ? 1 : 0;
  }
};

TEST(CMatch, EveryCallOfProgressMayCancel) {
  const auto leads = parse_csv(kLeads);
  galena_match_options options = with_id();
  options.right_id = "id";
  options.right_id_size = 2;
  options.progress = Stopper::call;
  for (const bool linking : {false, true}) {
    const auto run = [&](Stopper& stopper) {
      options.user_data = &stopper;
      galena_duplicates* found = nullptr;
      galena_links* links = nullptr;
      const galena_status status =
          linking ? galena_link(leads.get(), leads.get(), &options, &links, nullptr)
                  : galena_dedupe(leads.get(), &options, &found, nullptr);
      EXPECT_EQ(status == GALENA_OK, found != nullptr || links != nullptr);
      galena_duplicates_free(found);
      galena_links_free(links);
      return status;
    };
    Stopper whole;
    ASSERT_EQ(run(whole), GALENA_OK);
    EXPECT_GE(whole.calls, 9);
    EXPECT_GE(whole.last, 0.9);
    for (int32_t at = 1; at <= whole.calls; ++at) {
      Stopper stopper{.at = at};
      EXPECT_EQ(run(stopper), GALENA_CANCELLED) << at;
      EXPECT_EQ(stopper.calls, at);
    }
  }
}

TEST(CMatch, LinksTwoTables) {
  const auto leads = parse_csv(kLeads);
  const auto contacts =
      parse_csv("contact,first_name,last_name,email\nc1,Maria,Garcia,m.garcia@solar.example\n");
  galena_match_options options = with_id();
  options.right_id = "contact";
  options.right_id_size = 7;
  options.one_to_one = 1;
  galena_links* raw = nullptr;
  ASSERT_EQ(galena_link(leads.get(), contacts.get(), &options, &raw, nullptr), GALENA_OK);
  const Handle<galena_links> links(raw);
  galena_table* table = nullptr;
  ASSERT_EQ(galena_links_pairs(raw, &table, nullptr), GALENA_OK);
  const Handle<galena_table> pairs(table);
  ASSERT_EQ(galena_table_row_count(table), 1U);
  EXPECT_EQ(cell(table, 0, "left"), "8");
  EXPECT_EQ(cell(table, 0, "right"), "c1");
}

TEST(CMatch, TwoRecordsAreComparedByAModelAlone) {
  const auto schema = standard_schema("lead");
  const auto a = make_record(schema.get(), R"({"last_name":"Scholz","email":"bob@acme.example"})");
  const auto b = make_record(schema.get(), R"({"last_name":"Scholz","email":"bob@acme.example"})");
  galena_model* model_raw = nullptr;
  ASSERT_EQ(galena_model_preset("lead", 4, &model_raw, nullptr), GALENA_OK);
  const Handle<galena_model> model(model_raw);
  const std::string fields = R"({"last_name":"last_name","email":"email"})";
  galena_explanation* raw = nullptr;
  ASSERT_EQ(galena_model_compare(model_raw, fields.data(), fields.size(), a.get(), b.get(), &raw,
                                 nullptr),
            GALENA_OK);
  const Handle<galena_explanation> why(raw);
  EXPECT_GT(galena_explanation_weight(raw), 0);
}

TEST(CMatch, SaysHowMuchMemoryItNeeds) {
  const Handle<galena_table> leads = parse_csv(kLeads);
  galena_match_options options = with_id();
  options.memory_limit = 1;
  galena_duplicates* found = nullptr;
  Error error;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_LIMIT_EXCEEDED);
  EXPECT_EQ(found, nullptr);
  options.memory_limit = 1 << 24;
  EXPECT_EQ(cluster_of_last(options), "7");
}

static_assert(offsetof(galena_match_options, fields) == 8);
static_assert(offsetof(galena_match_options, right_id) == 56);
static_assert(offsetof(galena_match_options, model) == 72);
static_assert(offsetof(galena_match_options, threshold) == 80);
static_assert(offsetof(galena_match_options, progress) == 96);
static_assert(offsetof(galena_match_options, source) == 112);
static_assert(offsetof(galena_match_options, not_duplicates) == 128);
static_assert(offsetof(galena_match_options, most_members) == 136);
static_assert(offsetof(galena_match_options, memory_limit) == 144);
static_assert(offsetof(galena_match_options, normaliser) == 152);
static_assert(offsetof(galena_match_options, blocking) == 168);
static_assert(sizeof(galena_match_options) == 184);

}  // namespace
