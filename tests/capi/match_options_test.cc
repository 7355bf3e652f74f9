// Options of matching, models and reports through the C API: what each changes, and what is
// refused.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kLeads =
    "id,first_name,last_name,company,email,phone\n"
    "7,Robert,Scholz,Acme GmbH,robert.scholz@acme.example,+49 89 1234567\n"
    "8,Maria,Garcia,Solar SA,m.garcia@solar.example,+34 91 555 01 02\n"
    "9,Bob,Scholz,ACME,robert.scholz@acme.example,089 1234567\n";

struct Outcome {
  Handle<galena_duplicates> found;
  std::string clusters;  ///< "7 8 7"
  std::string report;
};

Outcome dedupe(const galena_match_options& options) {
  const Handle<galena_table> leads = parse_csv(kLeads);
  galena_duplicates* raw = nullptr;
  Error error;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &raw, error.out()), GALENA_OK) << error.message();
  Outcome outcome{Handle<galena_duplicates>(raw), "", galena_duplicates_report(raw)};
  galena_table* table = nullptr;
  EXPECT_EQ(galena_duplicates_clusters(raw, &table, nullptr), GALENA_OK);
  const Handle<galena_table> clusters(table);
  for (std::size_t row = 0; row < galena_table_row_count(table); ++row) {
    outcome.clusters += (row == 0 ? "" : " ") + cell(table, row, "cluster");
  }
  return outcome;
}

Handle<galena_model> preset(std::string_view name) {
  galena_model* model = nullptr;
  EXPECT_EQ(galena_model_preset(name.data(), name.size(), &model, nullptr), GALENA_OK);
  return Handle<galena_model>(model);
}

TEST(CMatchOptions, FieldsSayWhatIsCompared) {
  galena_match_options options = with_id();
  const std::string fields = R"({"phone":"phone","last_name":"last_name"})";
  options.fields = fields.data();
  options.fields_size = fields.size();
  const Outcome outcome = dedupe(options);
  const std::string taken = galena_duplicates_fields(outcome.found.get());
  EXPECT_NE(taken.find(R"("phone":"phone")"), std::string::npos) << taken;
  EXPECT_EQ(taken.find("email"), std::string::npos) << taken;
  EXPECT_STREQ(galena_duplicates_fields(nullptr), "");
}

TEST(CMatchOptions, AThresholdAboveEveryPairLeavesNone) {
  galena_match_options options = with_id();
  EXPECT_EQ(dedupe(options).clusters, "7 8 7");
  options.threshold = 0.999999999;
  EXPECT_EQ(dedupe(options).clusters, "7 8 9");
  options.threshold = 1.5;
  const Handle<galena_table> leads = parse_csv(kLeads);
  galena_duplicates* found = nullptr;
  Error error;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "probability_range");
}

TEST(CMatchOptions, BlockingKeysAreGivenAndWhatTheyBringUpIsMeasured) {
  galena_match_options options = with_id();
  const auto set_keys = [&](std::string_view keys) {
    options.blocking = keys.data();
    options.blocking_size = keys.size();
  };
  set_keys(R"([["email"],["last_name:sound","phone:tail"]])");
  const Outcome outcome = dedupe(options);
  EXPECT_EQ(outcome.clusters, "7 8 7");
  EXPECT_NE(outcome.report.find(R"("blocking":[{"key":"email",)"), std::string::npos);
  EXPECT_NE(outcome.report.find(R"({"key":"last_name:sound + phone:tail",)"), std::string::npos);

  const Handle<galena_table> truth = parse_csv("left,right\n7,9\n7,8\n");
  galena_buffer* raw = nullptr;
  Error error;
  ASSERT_EQ(galena_duplicates_completeness(outcome.found.get(), truth.get(), &raw, error.out()),
            GALENA_OK)
      << error.message();
  const Handle<galena_buffer> told(raw);
  EXPECT_EQ(
      std::string(galena_buffer_data(raw), galena_buffer_size(raw)),
      R"({"pairs":2,"brought_up":1,"share":0.5,"by_key":[{"key":"email","found":1,"alone":0},)"
      R"({"key":"last_name:sound + phone:tail","found":1,"alone":0}]})");
  const Handle<galena_table> unknown = parse_csv("left,right\n7,77\n");
  EXPECT_EQ(galena_duplicates_completeness(outcome.found.get(), unknown.get(), &raw, error.out()),
            GALENA_NOT_FOUND);
  EXPECT_EQ(raw, nullptr);
  EXPECT_EQ(error.detail(), "unknown_id");

  const Handle<galena_table> leads = parse_csv(kLeads);
  options.right_id = options.id;
  options.right_id_size = options.id_size;
  galena_links* links_raw = nullptr;
  ASSERT_EQ(galena_link(leads.get(), leads.get(), &options, &links_raw, nullptr), GALENA_OK);
  const Handle<galena_links> links(links_raw);
  galena_buffer* of_links = nullptr;
  ASSERT_EQ(galena_links_completeness(links_raw, truth.get(), &of_links, nullptr), GALENA_OK);
  galena_buffer_free(of_links);

  galena_duplicates* found = nullptr;
  set_keys(R"([["mail"]])");
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_NOT_FOUND);
  EXPECT_EQ(error.subject(), "/blocking/0/0");
  set_keys(R"([["email:year"]])");
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "unknown_part");
  set_keys(R"({"email":1})");
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_INVALID_ARGUMENT);
}

TEST(CMatchOptions, WhatIsReservedIsZero) {
  galena_match_options options = with_id();
  options.reserved = 1;
  const Handle<galena_table> leads = parse_csv(kLeads);
  galena_duplicates* found = nullptr;
  Error error;
  EXPECT_EQ(galena_dedupe(leads.get(), &options, &found, error.out()), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "reserved");
  EXPECT_EQ(error.subject(), "options");
}

TEST(CMatchOptions, ThreadsChangeNothing) {
  galena_match_options options = with_id();
  options.threads = 1;
  const Outcome one = dedupe(options);
  options.threads = 3;
  const Outcome three = dedupe(options);
  EXPECT_EQ(one.clusters, three.clusters);
  galena_model *a = nullptr, *b = nullptr;
  ASSERT_EQ(galena_duplicates_model(one.found.get(), &a, nullptr), GALENA_OK);
  ASSERT_EQ(galena_duplicates_model(three.found.get(), &b, nullptr), GALENA_OK);
  const Handle<galena_model> first(a), second(b);
  EXPECT_STREQ(galena_model_hash(a), galena_model_hash(b));
}

TEST(CMatchOptions, AModelIsUsedAsItIs) {
  const Handle<galena_model> rules = preset("crm_standard_rules");
  galena_match_options options = with_id();
  options.model = rules.get();
  const Outcome outcome = dedupe(options);
  galena_model* raw = nullptr;
  ASSERT_EQ(galena_duplicates_model(outcome.found.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_model> used(raw);
  EXPECT_STREQ(galena_model_hash(raw), galena_model_hash(rules.get()));
  EXPECT_NE(outcome.report.find(R"("training":{"rounds":0,)"), std::string::npos) << outcome.report;
  galena_explanation* why_raw = nullptr;
  ASSERT_EQ(galena_duplicates_explain(outcome.found.get(), 0, 2, &why_raw, nullptr), GALENA_OK);
  const Handle<galena_explanation> why(why_raw);
  EXPECT_NE(
      std::string(galena_explanation_json(why_raw)).find(R"("rule":"name and phone and company")"),
      std::string::npos);
}

TEST(CMatchOptions, TheReportTellsHowEachKeyDid) {
  const std::string report = dedupe(with_id()).report;
  const std::string email = R"({"key":"email","blocks":1,"refined":0,"largest":2,"compared":)";
  const std::size_t place = report.find(email);
  ASSERT_NE(place, std::string::npos) << report;
  const std::string rest = report.substr(place + email.size());
  EXPECT_EQ(rest.find(R"(,"found":)"), 1U) << rest;
  EXPECT_EQ(rest.find(R"(,"share":1})"), 11U) << rest;
  for (const char* name : {"records", "pairs_compared", "refined_blocks", "clusters", "duplicates",
                           "duplicates_per_record", "left_has_one", "right_has_one", "training",
                           "blocking", "seconds", "warnings"})
    EXPECT_NE(report.find('"' + std::string(name) + "\":"), std::string::npos) << name;
  EXPECT_STREQ(galena_duplicates_report(nullptr), "");
}

TEST(CModels, TextThatIsNoneIsRefused) {
  galena_model* model = nullptr;
  Error error;
  const auto parse = [&](std::string_view json) {
    return galena_model_parse(json.data(), json.size(), &model, error.out());
  };
  EXPECT_EQ(parse("{"), GALENA_PARSE);
  EXPECT_EQ(parse("{}"), GALENA_INVALID_ARGUMENT);
  EXPECT_GE(error.count(), 1U);
  const Handle<galena_model> rules = preset("crm_standard_rules");
  std::string json = galena_model_json(rules.get());
  const std::string score = R"("score":70)";
  ASSERT_NE(json.find(score), std::string::npos);
  json.replace(json.find(score), score.size(), R"("score":170)");
  EXPECT_EQ(parse(json), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "bad_condition");
  EXPECT_EQ(error.subject().rfind("/rules/", 0), 0U) << error.subject();
  EXPECT_EQ(model, nullptr);
  EXPECT_STREQ(galena_model_json(nullptr), "");
  EXPECT_STREQ(galena_model_hash(nullptr), "");
  galena_model_free(nullptr);
}

TEST(CModels, TrainingNeedsPairsThatAreSome) {
  const Handle<galena_table> leads = parse_csv(kLeads);
  const galena_match_options options = with_id();
  galena_model* raw = nullptr;
  Error error;
  const auto train = [&](std::string_view csv) {
    const Handle<galena_table> pairs = parse_csv(csv);
    return galena_model_train(leads.get(), &options, pairs.get(), &raw, error.out());
  };
  EXPECT_EQ(train("left,right,is_match\n7,9,perhaps\n"), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "wrong_type");
  EXPECT_EQ(train("left,right,is_match\n"), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.detail(), "no_pairs");
  EXPECT_EQ(train("one,right\n7,9\n"), GALENA_NOT_FOUND);
  EXPECT_EQ(error.detail(), "unknown_column");
  EXPECT_EQ(raw, nullptr);
  // Without pairs those that blocking finds teach it.
  ASSERT_EQ(galena_model_train(leads.get(), &options, nullptr, &raw, error.out()), GALENA_OK);
  const Handle<galena_model> trained(raw);
  EXPECT_STRNE(galena_model_json(raw), "");
}

constexpr std::string_view kTeamAndMood = R"({"team":"category","mood":"category"})";

/// A model of categories and nothing else; `own` goes into it as it is.
Handle<galena_model> model_of_categories(std::string_view own) {
  const std::string json =
      R"({"galena_model":1,"prior":{"duplicates_per_record":0.5,"population":1000},)"
      R"("threshold":0.5,"relations":[],"changes":[],"fields":[{"comparison":"category","levels":[)"
      R"({"level":"same","m":0.5,"u":0.25},{"level":"different","m":0.5,"u":0.75}]}])" +
      std::string(own) + "}";
  galena_model* model = nullptr;
  Error error;
  EXPECT_EQ(galena_model_parse(json.data(), json.size(), &model, error.out()), GALENA_OK)
      << error.message();
  return Handle<galena_model>(model);
}

/// Log2(0.8 / 0.1) and log2(0.1 / 0.8) for the team, where all categories have log2(0.5 / 0.25).
constexpr std::string_view kOwnOfTeam =
    R"(,"by_column":[{"column":"team","comparison":"category","levels":[)"
    R"({"level":"same","m":0.8,"u":0.1},{"level":"different","m":0.1,"u":0.8}]}])";

TEST(CModels, AColumnWeighsByItsOwnProbabilities) {
  const auto schema = parse_schema(
      R"({"entity":"x","fields":[{"name":"team","type":"text"},{"name":"mood","type":"text"}]})");
  const auto weight = [&](std::string_view own, std::string_view left, std::string_view right) {
    const auto a = make_record(schema.get(), left), b = make_record(schema.get(), right);
    galena_explanation* raw = nullptr;
    Error error;
    EXPECT_EQ(galena_model_compare(model_of_categories(own).get(), kTeamAndMood.data(),
                                   kTeamAndMood.size(), a.get(), b.get(), &raw, error.out()),
              GALENA_OK)
        << error.message();
    const Handle<galena_explanation> why(raw);
    return galena_explanation_weight(raw);
  };
  const char* const red = R"({"team":"red","mood":"good"})";
  const char* const blue = R"({"team":"blue","mood":"good"})";
  const double prior = weight("", "{}", "{}");
  EXPECT_NEAR(weight(kOwnOfTeam, "{}", "{}"), prior, 1e-9);
  EXPECT_NEAR(weight("", red, red) - prior, 1 + 1, 1e-4);
  EXPECT_NEAR(weight("", red, blue) - prior, std::log2(0.5 / 0.75) + 1, 1e-4);
  EXPECT_NEAR(weight(kOwnOfTeam, red, red) - prior, 3 + 1, 1e-4);
  EXPECT_NEAR(weight(kOwnOfTeam, red, blue) - prior, -3 + 1, 1e-4);
}

TEST(CModels, ASearchWeighsAColumnByItsOwnProbabilities) {
  const auto table = parse_csv("team,mood\nred,good\nred,good\nblue,good\n");
  const auto weight = [&](std::string_view own, std::size_t row) {
    const Handle<galena_model> model = model_of_categories(own);
    galena_match_options options{};
    options.struct_size = sizeof options;
    options.fields = kTeamAndMood.data();
    options.fields_size = kTeamAndMood.size();
    options.model = model.get();
    galena_duplicates* found = nullptr;
    Error error;
    EXPECT_EQ(galena_dedupe(table.get(), &options, &found, error.out()), GALENA_OK)
        << error.message();
    const Handle<galena_duplicates> owned(found);
    galena_explanation* raw = nullptr;
    EXPECT_EQ(galena_duplicates_explain(found, 0, row, &raw, nullptr), GALENA_OK);
    const Handle<galena_explanation> why(raw);
    return galena_explanation_weight(raw);
  };
  EXPECT_NEAR(weight(kOwnOfTeam, 1) - weight("", 1), 3 - 1, 1e-4);
  EXPECT_NEAR(weight(kOwnOfTeam, 2) - weight("", 2), -3 - std::log2(0.5 / 0.75), 1e-4);
}

class CCompare : public testing::Test {
 protected:
  galena_status compare(const galena_record* a, const galena_record* b, std::string_view fields) {
    galena_explanation* raw = nullptr;
    const galena_status status =
        galena_model_compare(model_.get(), fields.data(), fields.size(), a, b, &raw, error_.out());
    why_.reset(raw);
    return status;
  }

  Handle<galena_schema> schema_ = standard_schema("lead");
  Handle<galena_record> record_ =
      make_record(schema_.get(), R"({"last_name":"Scholz","email":"bob@acme.example"})");
  Handle<galena_model> model_ = preset("lead");
  Handle<galena_explanation> why_;
  Error error_;
};

TEST_F(CCompare, WeightAndProbabilityAreOneThing) {
  ASSERT_EQ(compare(record_.get(), record_.get(), R"({"email":"email"})"), GALENA_OK);
  const double weight = galena_explanation_weight(why_.get());
  EXPECT_NEAR(galena_explanation_probability(why_.get()), 1 / (1 + std::exp2(-weight)), 1e-6);
  EXPECT_NE(std::string(galena_explanation_text(why_.get())).find("bob@acme.example"),
            std::string::npos);
  EXPECT_NE(std::string(galena_explanation_json(why_.get())).find(R"("outcome":null)"),
            std::string::npos);
  EXPECT_EQ(galena_explanation_weight(nullptr), 0);
  EXPECT_EQ(galena_explanation_probability(nullptr), 0);
  EXPECT_STREQ(galena_explanation_text(nullptr), "");
  EXPECT_STREQ(galena_explanation_json(nullptr), "");
  galena_explanation_free(nullptr);
}

TEST_F(CCompare, WithoutFieldsNothingIsCompared) {
  ASSERT_EQ(compare(record_.get(), record_.get(), ""), GALENA_OK);
  EXPECT_LT(galena_explanation_probability(why_.get()), 0.5);
}

TEST_F(CCompare, WhatDoesNotFitIsNamed) {
  EXPECT_EQ(compare(record_.get(), record_.get(), R"({"mail":"email"})"), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.detail(), "unknown_field");
  EXPECT_EQ(error_.subject(), "mail");
  EXPECT_EQ(compare(record_.get(), record_.get(), R"({"email":"letter"})"),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.subject(), "/email");
  EXPECT_EQ(compare(record_.get(), record_.get(), "{"), GALENA_PARSE);
  const Handle<galena_schema> contacts = standard_schema("contact");
  const Handle<galena_record> contact = make_record(contacts.get(), R"({"last_name":"Scholz"})");
  EXPECT_EQ(compare(record_.get(), contact.get(), ""), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error_.detail(), "other_schema");
  EXPECT_EQ(compare(record_.get(), nullptr, ""), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(why_, nullptr);
}

}  // namespace
