// Processes, instances and steps through the C API.
#include <gtest/gtest.h>

#include <string>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr int64_t kNow = 1700000000000000;

class CProcess : public testing::Test {
 protected:
  void SetUp() override {
    galena_process* process = nullptr;
    ASSERT_EQ(galena_process_standard("lead", 4, nullptr, &process, error_.out()), GALENA_OK)
        << error_.message();
    process_.reset(process);
    galena_instance* instance = nullptr;
    ASSERT_EQ(galena_process_start(process, "l1", 2, kNow, &instance, nullptr), GALENA_OK);
    instance_.reset(instance);
    galena_actor* actor = nullptr;
    ASSERT_EQ(galena_actor_create("u1", 2, nullptr, 0, &actor, nullptr), GALENA_OK);
    actor_.reset(actor);
  }

  Handle<galena_step> step(std::string_view event, std::string_view reason = {}) {
    galena_step* step = nullptr;
    EXPECT_EQ(galena_process_step(process_.get(), instance_.get(), event.data(), event.size(),
                                  lead_.get(), actor_.get(), kNow, reason.data(), reason.size(),
                                  &step, error_.out()),
              GALENA_OK)
        << error_.message();
    return Handle<galena_step>(step);
  }
  bool go(std::string_view event, std::string_view reason = {}) {
    const auto made = step(event, reason);
    galena_instance* instance = nullptr;
    EXPECT_EQ(galena_step_instance(made.get(), &instance, nullptr), GALENA_OK);
    instance_.reset(instance);
    return galena_step_accepted(made.get()) == 1;
  }

  Error error_;
  Handle<galena_schema> schema_ = standard_schema("lead");
  Handle<galena_record> lead_ = make_record(
      schema_.get(), R"({"last_name":"Lovelace","company":"Engines","email":"ada@example.com"})");
  Handle<galena_process> process_;
  Handle<galena_instance> instance_;
  Handle<galena_actor> actor_;
};

TEST_F(CProcess, StepsLeadFromNewToQualified) {
  EXPECT_STREQ(galena_instance_status(instance_.get()), "new");
  EXPECT_TRUE(go("contact"));
  EXPECT_TRUE(go("qualify"));
  EXPECT_STREQ(galena_instance_status(instance_.get()), "qualified");
  EXPECT_EQ(galena_instance_version(instance_.get()), 2);
}

TEST_F(CProcess, ARefusedStepSaysWhyAndChangesNothing) {
  const auto refused = step("abandon");
  EXPECT_EQ(galena_step_accepted(refused.get()), 0);
  EXPECT_NE(std::string(galena_step_rejection(refused.get())).find("missing_reason"),
            std::string::npos);
  EXPECT_STREQ(galena_step_audit(refused.get()), "");
  EXPECT_FALSE(go("abandon"));
  EXPECT_STREQ(galena_instance_status(instance_.get()), "new");
}

TEST_F(CProcess, AnAcceptedStepCarriesDecisionAndAudit) {
  const auto made = step("abandon", "no_contact");
  ASSERT_EQ(galena_step_accepted(made.get()), 1);
  EXPECT_STREQ(galena_step_rejection(made.get()), "");
  EXPECT_NE(std::string(galena_step_audit(made.get())).find(R"("to":"abandoned")"), std::string::npos);
  galena_decision* raw = nullptr;
  ASSERT_EQ(galena_step_decision(made.get(), &raw, nullptr), GALENA_OK);
  const Handle<galena_decision> decision(raw);
  EXPECT_STREQ(galena_decision_change(raw, "status", 6), "abandoned");
  EXPECT_EQ(std::string(galena_decision_digest(raw)).size(), 64U);
}

TEST_F(CProcess, InstancesCrossAsJson) {
  ASSERT_TRUE(go("contact"));
  const std::string json = galena_instance_json(instance_.get());
  galena_instance* again = nullptr;
  ASSERT_EQ(galena_instance_parse(json.data(), json.size(), &again, nullptr), GALENA_OK);
  const Handle<galena_instance> owned(again);
  EXPECT_EQ(galena_instance_json(again), json);
}

TEST_F(CProcess, AvailableListsEventsWithWhatIsMissing) {
  galena_buffer* raw = nullptr;
  ASSERT_EQ(galena_process_available(process_.get(), instance_.get(), lead_.get(), actor_.get(), kNow,
                                     &raw, nullptr),
            GALENA_OK);
  const std::string events = text_of(raw);
  EXPECT_NE(events.find(R"("event":"contact","allowed":true)"), std::string::npos) << events;
  EXPECT_NE(events.find(R"("event":"pass_on","allowed":false)"), std::string::npos) << events;
}

TEST_F(CProcess, TheWayToAStatusIsAListOfEvents) {
  galena_buffer* raw = nullptr;
  ASSERT_EQ(galena_process_events_between(process_.get(), "new", 3, "qualified", 9, &raw, nullptr),
            GALENA_OK);
  EXPECT_EQ(text_of(raw), R"(["contact","qualify"])");
  EXPECT_EQ(galena_process_events_between(process_.get(), "converted", 9, "new", 3, &raw, nullptr),
            GALENA_NOT_FOUND);
  EXPECT_EQ(galena_process_events_between(process_.get(), "no", 2, "new", 3, &raw, nullptr),
            GALENA_NOT_FOUND);
}

TEST_F(CProcess, TheShippedPathsVerifyClean) {
  for (const std::string_view name : {"lead", "opportunity"}) {
    galena_process* raw = nullptr;
    ASSERT_EQ(galena_process_standard(name.data(), name.size(), nullptr, &raw, nullptr), GALENA_OK);
    const Handle<galena_process> process(raw);
    galena_buffer* findings = nullptr;
    ASSERT_EQ(galena_process_verify(raw, &findings, nullptr), GALENA_OK);
    EXPECT_EQ(text_of(findings), "[]") << name;
  }
}

TEST_F(CProcess, DrawsItself) {
  galena_buffer* raw = nullptr;
  ASSERT_EQ(galena_process_mermaid(process_.get(), &raw, nullptr), GALENA_OK);
  EXPECT_EQ(text_of(raw).rfind("stateDiagram-v2", 0), 0U);
  ASSERT_EQ(galena_process_dot(process_.get(), &raw, nullptr), GALENA_OK);
  EXPECT_EQ(text_of(raw).rfind("digraph", 0), 0U);
}

TEST(CProcessParse, EveryMistakeIsReported) {
  const auto schema = standard_schema("lead");
  const std::string_view json = R"({"name":"p","version":1,"initial":"nowhere",
    "statuses":[{"id":"a","category":"open.odd"},{"id":"a","category":"open.new"}],
    "transitions":[{"from":"a","event":"e","to":"b"}]})";
  Error error;
  galena_process* process = nullptr;
  EXPECT_EQ(galena_process_parse(json.data(), json.size(), schema.get(), &process, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_GE(error.count(), 1U);
}

}  // namespace
