// Criteria, rule sets and routers through the C API.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kRules = R"({"name":"inbound","entity":"lead",
  "default_owner":{"queue":"unassigned"},
  "entries":[
    {"id":"large","when":{"criteria":[{"field":"employees","op":"greater_or_equal","value":500}]},
     "assign":{"pool":"seniors"}},
    {"id":"dach","when":{"criteria":[{"field":"country","op":"in","value":["DE","AT","CH"]}]},
     "assign":{"user":"heidi"}}],
  "pools":[{"id":"seniors","method":"round_robin","members":[{"id":"u1"},{"id":"u2"}]}]})";
constexpr std::string_view kSchema = R"({"entity":"lead","fields":[{"name":"country","type":"text"},
  {"name":"employees","type":"integer"},{"name":"owner","type":"text"}]})";
constexpr int64_t kNow = 1700000000000000;

Handle<galena_rule_set> parse_rules(std::string_view json, const galena_schema* schema, Error& error) {
  galena_rule_set* rules = nullptr;
  galena_rule_set_parse(json.data(), json.size(), schema, &rules, error.out());
  return Handle<galena_rule_set>(rules);
}

class CRouter : public testing::Test {
 protected:
  void SetUp() override {
    const auto rules = parse_rules(kRules, schema_.get(), error_);
    ASSERT_NE(rules, nullptr) << error_.message();
    galena_router* router = nullptr;
    ASSERT_EQ(galena_router_create(rules.get(), schema_.get(), &router, nullptr), GALENA_OK);
    router_.reset(router);
  }

  Handle<galena_decision> decide(std::string_view json) {
    galena_decision* decision = nullptr;
    EXPECT_EQ(galena_router_decide(router_.get(), make_record(schema_.get(), json).get(), kNow,
                                   &decision, error_.out()),
              GALENA_OK);
    return Handle<galena_decision>(decision);
  }
  std::string owner(std::string_view json) {
    const auto decision = decide(json);  // from which the text is borrowed
    const char* owner = galena_decision_change(decision.get(), "owner", 5);
    return owner == nullptr ? "(unchanged)" : owner;
  }
  std::string state() {
    galena_buffer* buffer = nullptr;
    galena_router_state(router_.get(), &buffer, nullptr);
    return text_of(buffer);
  }

  Error error_;
  Handle<galena_schema> schema_ = parse_schema(kSchema);
  Handle<galena_router> router_;
};

TEST_F(CRouter, FirstMatchWinsAndNoMatchIsTheDefaultOwner) {
  EXPECT_EQ(owner(R"({"country":"AT"})"), "heidi");
  const auto none = decide(R"({"country":"FR"})");
  EXPECT_STREQ(galena_decision_change(none.get(), "owner", 5), "unassigned");
  EXPECT_STREQ(galena_decision_reason(none.get()), "no_rule_matched");
  EXPECT_STREQ(galena_decision_rule(none.get()), "");
}

TEST_F(CRouter, BlankSatisfiesNoRule) {
  EXPECT_STREQ(galena_decision_reason(decide("{}").get()), "no_rule_matched");
}

TEST_F(CRouter, PoolsTakeTurnsAndGoOnFromAStoredState) {
  EXPECT_EQ(owner(R"({"employees":500})"), "u1");
  const std::string after_one = state();
  EXPECT_EQ(owner(R"({"employees":500})"), "u2");
  EXPECT_EQ(owner(R"({"employees":500})"), "u1");
  ASSERT_EQ(galena_router_set_state(router_.get(), after_one.data(), after_one.size(), nullptr),
            GALENA_OK);
  EXPECT_EQ(owner(R"({"employees":500})"), "u2");
}

TEST_F(CRouter, ABadStateIsRefusedAndTheOldOneKept) {
  const std::string before = state();
  EXPECT_EQ(galena_router_set_state(router_.get(), "{", 1, nullptr), GALENA_PARSE);
  EXPECT_EQ(state(), before);
}

TEST_F(CRouter, ADecisionAppliesToTheRecord) {
  const auto lead = make_record(schema_.get(), R"({"country":"DE"})");
  galena_decision* raw = nullptr;
  ASSERT_EQ(galena_router_decide(router_.get(), lead.get(), kNow, &raw, nullptr), GALENA_OK);
  const Handle<galena_decision> decision(raw);
  ASSERT_EQ(galena_record_apply(lead.get(), raw, nullptr), GALENA_OK);
  galena_buffer* json = nullptr;
  galena_record_json(lead.get(), &json, nullptr);
  EXPECT_EQ(text_of(json), R"({"country":"DE","owner":"heidi"})");
}

TEST_F(CRouter, ADecisionIsExplainedFromItselfAlone) {
  const auto decision = decide(R"({"country":"DE"})");
  galena_buffer* raw = nullptr;
  ASSERT_EQ(galena_router_explain(router_.get(), decision.get(), &raw, nullptr), GALENA_OK);
  const std::string why = text_of(raw);
  EXPECT_NE(why.find(R"("id":"dach")"), std::string::npos) << why;
  EXPECT_NE(why.find("country"), std::string::npos) << why;
}

TEST_F(CRouter, WhyNotNamesTheCriterionThatFailed) {
  const auto lead = make_record(schema_.get(), R"({"employees":499})");
  galena_buffer* raw = nullptr;
  ASSERT_EQ(galena_router_why_not(router_.get(), lead.get(), kNow, "large", 5, &raw, nullptr),
            GALENA_OK);
  EXPECT_NE(text_of(raw).find("499"), std::string::npos);
  EXPECT_EQ(galena_router_why_not(router_.get(), lead.get(), kNow, "none", 4, &raw, nullptr),
            GALENA_NOT_FOUND);
}

TEST_F(CRouter, ARecordOfAnotherSchemaIsRefused) {
  const auto other = standard_schema("contact");
  galena_decision* decision = nullptr;
  EXPECT_EQ(galena_router_decide(router_.get(), make_record(other.get(), "{}").get(), kNow,
                                 &decision, nullptr),
            GALENA_INVALID_ARGUMENT);
}

TEST_F(CRouter, ATableIsAssignedAsOneByOne) {
  const auto csv = parse_csv("country,employees,owner\nDE,600,\nAT,,\nFR,,\nUS,900,\n");
  galena_table* raw = nullptr;
  ASSERT_EQ(galena_table_conform(csv.get(), schema_.get(), nullptr, &raw, nullptr), GALENA_OK);
  const Handle<galena_table> leads(raw);
  const std::string start = state();
  ASSERT_EQ(galena_router_assign(router_.get(), leads.get(), kNow, nullptr, 0, &raw, error_.out()),
            GALENA_OK)
      << error_.message();
  const Handle<galena_table> assigned(raw);
  std::vector<std::string> owners;
  for (std::size_t row = 0; row < 4; ++row) owners.push_back(cell(raw, row, "owner"));
  EXPECT_EQ(owners, (std::vector<std::string>{"u1", "heidi", "unassigned", "u2"}));
  galena_router_set_state(router_.get(), start.data(), start.size(), nullptr);
  EXPECT_EQ(owner(R"({"country":"DE","employees":600})"), "u1");
}

TEST(CRuleSet, EveryMistakeIsReported) {
  const auto schema = parse_schema(kSchema);
  Error error;
  const std::string_view json = R"({"name":"r","entity":"lead","entries":[
    {"id":"a","when":{"criteria":[{"field":"nobody","op":"equals","value":1}]},"assign":{"user":"u"}},
    {"id":"a","when":{"match":"all"},"assign":{"pool":"none"}}]})";
  EXPECT_EQ(parse_rules(json, schema.get(), error), nullptr);
  EXPECT_GE(error.count(), 3U);  // the unknown field, the repeated id, the pool, the default owner
}

TEST(CExpression, EvaluatesRecordsAndTables) {
  const auto schema = parse_schema(kSchema);
  const std::string_view json = R"({"criteria":[{"field":"country","op":"equals","value":"de"}]})";
  galena_expression* raw = nullptr;
  ASSERT_EQ(galena_expression_parse(json.data(), json.size(), schema.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_expression> expression(raw);
  int32_t matched = 0;
  EXPECT_EQ(galena_expression_evaluate(raw, make_record(schema.get(), R"({"country":"DE"})").get(),
                                       kNow, &matched, nullptr),
            GALENA_OK);
  EXPECT_EQ(matched, 1);

  const auto csv = parse_csv("country,employees,owner\nDE,1,\nFR,1,\n,,\n");
  galena_table* leads = nullptr;
  ASSERT_EQ(galena_table_conform(csv.get(), schema.get(), nullptr, &leads, nullptr), GALENA_OK);
  const Handle<galena_table> owned(leads);
  uint8_t rows[3] = {9, 9, 9};
  EXPECT_EQ(galena_expression_filter(raw, leads, kNow, rows, 3, nullptr), GALENA_OK);
  EXPECT_EQ(rows[0], 1);
  EXPECT_EQ(rows[1], 0);
  EXPECT_EQ(rows[2], 0);
  EXPECT_EQ(galena_expression_filter(raw, leads, kNow, rows, 2, nullptr), GALENA_INVALID_ARGUMENT);
}

}  // namespace
