#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "galena/lifecycle/process_json.hpp"
#include "galena/lifecycle/step.hpp"
#include "galena/lifecycle/verify.hpp"
#include "galena/record/record.hpp"
#include "galena/record/schema_json.hpp"

namespace galena::lifecycle {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant at(int hours) { return *parse_instant("2026-11-22T08:00:00Z") + std::chrono::hours(hours); }

/// A lead of the standard schema on the shipped path.
class StandardLead : public ::testing::Test {
 protected:
  StandardLead() {
    set("last_name", "Kim");
    set("company", "Acme");
    set("email", "kim@acme.example");
  }

  void set(const char* field, const char* value) {
    ASSERT_TRUE(lead_.set(field, value).ok()) << field;
  }

  StepResult take(const char* event, const char* reason = "") {
    StepResult result =
        step(process_, instance_, lead_,
             {.event = event, .actor = actor_, .now = at(++hour_), .reason = reason});
    instance_ = result.instance;
    EXPECT_TRUE(apply(result.decision, lead_).ok());  // a rejected one changes nothing
    return result;
  }

  Process process_ = standard_process("lead").value();
  Record lead_ = Record(standard_schema("lead").value());
  Instance instance_ = process_.start(RecordId("l1"), at(0));
  Actor actor_{.user = UserId("u1"), .roles = {"rep"}};
  int hour_ = 0;
};

TEST(StandardProcesses, AreTheseByName) {
  EXPECT_THAT(standard_process_names(), ElementsAre("lead", "opportunity"));
  EXPECT_EQ(standard_process("leed").code(), Code::not_found);
  EXPECT_EQ(standard_process("leed").problems().front().hint, "did you mean 'lead'?");
}

TEST(StandardProcesses, FitTheirSchemasAndVerifyClean) {
  for (const std::string& name : standard_process_names()) {
    const Process process = standard_process(name).value();
    EXPECT_EQ(process.name(), name);
    const Schema schema = standard_schema(name).value();
    EXPECT_EQ(check_fields(process.definition(), schema).to_text(), "");
    EXPECT_TRUE(schema.find(process.field()).has_value());
    EXPECT_TRUE(schema.find(process.reason_field()).has_value());
    EXPECT_THAT(verify(process), IsEmpty());
  }
}

TEST(StandardProcesses, EveryStatusIsLabelledAndGuidedInEnglishAndGerman) {
  for (const std::string& name : standard_process_names()) {
    const Process process = standard_process(name).value();
    for (const Status& status : process.statuses()) {
      for (const LocalText& text : {status.label, status.guidance}) {
        EXPECT_FALSE(text.text.empty()) << name << ' ' << status.id;
        EXPECT_EQ(text.translations.count("de"), 1U) << name << ' ' << status.id;
      }
      EXPECT_FALSE(status.key_fields.empty()) << name << ' ' << status.id;
    }
  }
}

TEST(StandardProcesses, TheLeadPathKnowsEveryCategory) {
  std::set<Category> seen;
  const Process process = standard_process("lead").value();
  for (const Status& status : process.statuses()) seen.insert(status.category);
  EXPECT_EQ(seen.size(), std::size(kCategoryNames));
}

TEST_F(StandardLead, GoesThroughBothGatesToConversion) {
  EXPECT_TRUE(take("attempt").accepted);
  EXPECT_TRUE(take("contact").accepted);
  EXPECT_TRUE(take("qualify").accepted);
  const StepResult early = take("convert");
  ASSERT_FALSE(early.accepted) << "converted needs a conversion";
  EXPECT_THAT(early.rejection.attempts[0].obstacles[0].names, ElementsAre("contact", "account"));
  set("contact", "c1");
  set("account", "a1");
  EXPECT_TRUE(take("convert").accepted);
  EXPECT_EQ(lead_["status"].text(), "converted");
  EXPECT_TRUE(instance_.closed());
}

TEST_F(StandardLead, OnlyConvertedLeadsNeverReturn) {
  const auto& statuses = process_.statuses();
  for (std::uint32_t i = 0; i < statuses.size(); ++i) {
    if (statuses[i].open()) continue;
    const bool converted = statuses[i].category == Category::closed_converted;
    EXPECT_EQ(process_.events_from(i).empty(), converted) << statuses[i].id;
  }
}

TEST_F(StandardLead, AnAbandonedLeadNeedsAReasonAndReturnsInANewPeriod) {
  EXPECT_FALSE(take("abandon").accepted);
  EXPECT_FALSE(take("abandon", "because").accepted);
  const StepResult abandoned = take("abandon", "no_contact");
  ASSERT_TRUE(abandoned.accepted);
  EXPECT_EQ(lead_["status_reason"].text(), "no_contact");
  EXPECT_THAT(abandoned.decision.effects, ElementsAre(Effect{.kind = EffectKind::cancel_task,
                                                             .subject = "l1",
                                                             .payload = {{"which", "open"}}}));
  ASSERT_TRUE(take("return", "reply").accepted);
  EXPECT_EQ(instance_.period, 2);
  EXPECT_EQ(instance_.status, "attempted");
  EXPECT_FALSE(instance_.closed());
}

TEST_F(StandardLead, ANurturedLeadReturnsInANewPeriodToo) {
  ASSERT_TRUE(take("attempt").accepted);
  ASSERT_TRUE(take("nurture").accepted);
  ASSERT_TRUE(take("return", "revisit_date").accepted);
  EXPECT_EQ(instance_.period, 2);
  EXPECT_EQ(instance_.period_started, instance_.last_step);
}

TEST_F(StandardLead, PassingOnNeedsAPartnerAndMakesAnOffer) {
  EXPECT_FALSE(take("pass_on").accepted);
  set("partner", "p1");
  const StepResult passed = take("pass_on");
  ASSERT_TRUE(passed.accepted);
  ASSERT_EQ(passed.decision.effects.size(), 2U);
  EXPECT_EQ(passed.decision.effects[1].kind, EffectKind::create_record);
  EXPECT_EQ(passed.decision.effects[1].recipient, "p1");
}

TEST_F(StandardLead, WithoutAWayToReachThePersonAttemptsAreMadeAgainstAdviceOnly) {
  set("email", "");
  const StepResult attempt = take("attempt");
  EXPECT_TRUE(attempt.accepted);
  EXPECT_THAT(attempt.audit.warnings, ElementsAre("guard_failed"));
  ASSERT_TRUE(take("contact").accepted);
  EXPECT_FALSE(take("qualify").accepted) << "qualified is enforced";
}

TEST(StandardOpportunity, MovesBackAreAllowedAndCounted) {
  const Process process = standard_process("opportunity").value();
  Record sale(standard_schema("opportunity").value());
  const Actor actor{.user = UserId("u1")};
  Instance instance = process.start(RecordId("o1"), at(0));
  int hour = 0;
  for (const char* event : {"present", "propose", "present", "negotiate", "propose"}) {
    const StepResult result =
        step(process, instance, sale, {.event = event, .actor = actor, .now = at(++hour)});
    ASSERT_TRUE(result.accepted) << result.rejection.message;
    instance = result.instance;
  }
  EXPECT_EQ(instance.moved_back, 2);
  const StepResult lost =
      step(process, instance, sale,
           {.event = "lose", .actor = actor, .now = at(++hour), .reason = "price"});
  ASSERT_TRUE(lost.accepted);
  ASSERT_TRUE(apply(lost.decision, sale).ok());
  EXPECT_EQ(sale["stage"].text(), "lost");
  EXPECT_EQ(sale["loss_reason"].text(), "price");
}

TEST(StandardOpportunity, StagesCarryProbabilityAndForecast) {
  double before = -1;
  const Process process = standard_process("opportunity").value();
  for (const Status& stage : process.statuses()) {
    ASSERT_TRUE(stage.probability && stage.forecast) << stage.id;
    if (stage.category == Category::closed_negative) continue;
    EXPECT_GT(*stage.probability, before) << stage.id;
    before = *stage.probability;
  }
}

}  // namespace
}  // namespace galena::lifecycle
