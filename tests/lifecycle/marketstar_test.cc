// A real list: 43,033 leads of sales development are tracked by the stage that the export says.
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>

#include "galena/lifecycle/events_between.hpp"
#include "galena/lifecycle/process_json.hpp"
#include "galena/lifecycle/step.hpp"
#include "galena/record/csv.hpp"
#include "support/shared_data.hpp"

namespace galena::lifecycle {
namespace {

constexpr const char* kLeads = "leads/marketstar/Leads.csv";

/// The stages of that team. A disqualified lead says why; only what has an opportunity is
/// qualified.
constexpr const char* kProcess =
    R"x({"name": "sales_development", "initial": "New", "field": "Stage",
  "reason_field": "DisqualifiedReason",
  "statuses": [
    {"id": "New", "category": "open.new"},
    {"id": "Working", "category": "open.working"},
    {"id": "Gatekeeper", "category": "open.working"},
    {"id": "Decision Maker", "category": "open.working"},
    {"id": "Scheduled", "category": "open.waiting"},
    {"id": "Qualified", "category": "closed.converted"},
    {"id": "Disqualified", "category": "closed.negative"}],
  "transitions": [
    {"from": "New", "event": "work", "to": "Working"},
    {"from": "Working", "event": "reach_gatekeeper", "to": "Gatekeeper"},
    {"from": ["Working", "Gatekeeper"], "event": "reach_decision_maker", "to": "Decision Maker"},
    {"from": ["Working", "Gatekeeper", "Decision Maker"], "event": "schedule", "to": "Scheduled"},
    {"from": ["Decision Maker", "Scheduled"], "event": "qualify", "to": "Qualified",
      "require": ["ConvertedOpportunityId"]},
    {"from": "*", "event": "disqualify", "to": "Disqualified",
      "require": ["DisqualifiedReason"],
      "reasons": ["Abandoned", "Not Interested", "Unsubscribed/Do Not Call", "Wrong Contact", "Bad Email",
                  "No Need", "No Budget", "Bad Timing", "Competitor"]}]})x";

class TrackedByStage : public ::testing::Test {
 protected:
  /// Steps a new instance along the way to `stage`; the instance where it ends.
  Instance track(Stepper& stepper, const RowView& row, const std::string& stage,
                 std::string_view reason) {
    Instance instance = process_.start(RecordId("lead"), now_);
    const auto way = events_between(process_, "New", stage);
    EXPECT_TRUE(way) << stage;
    for (const std::string& event : way ? *way : std::vector<std::string>()) {
      const StepResult result = stepper.step(instance, row,
                                             {.event = event,
                                              .actor = actor_,
                                              .now = now_,
                                              .reason = reason,
                                              .expected_version = instance.version});
      if (!result.accepted) break;
      instance = result.instance;
    }
    return instance;
  }

  Process process_ = parse_process(kProcess).value();
  Actor actor_{.user = UserId("import")};
  Instant now_ = *parse_instant("2026-11-22T12:00:00Z");
};

TEST_F(TrackedByStage, EveryLeadReachesItsStage) {
  GALENA_REQUIRE_SHARED_DATA(kLeads);
  const Table table = read_csv_file(galena::test::shared_data(kLeads).string()).value().table;
  ASSERT_EQ(table.rows(), 43033U);
  Stepper stepper(bind(process_, schema_of(table)).value());
  const Column& stage = table[*table.find("Stage")];
  const Column& reason = table[*table.find("DisqualifiedReason")];
  std::map<std::string, std::int64_t> reached;
  std::size_t elsewhere = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string wanted(stage.text(row));
    const Instance instance = track(stepper, table.row(row), wanted, reason.text(row));
    elsewhere += instance.status == wanted ? 0 : 1;
    ++reached[instance.status];
  }
  EXPECT_EQ(elsewhere, 0U);
  EXPECT_EQ(reached, (std::map<std::string, std::int64_t>{{"New", 10466},
                                                          {"Working", 1520},
                                                          {"Gatekeeper", 96},
                                                          {"Decision Maker", 168},
                                                          {"Scheduled", 49},
                                                          {"Qualified", 1061},
                                                          {"Disqualified", 29673}}));
}

/// The list as it is, but the opportunity of the qualified and the reason of the disqualified gone:
/// exactly those leads stay before their stage.
TEST_F(TrackedByStage, WhatTheStageNeedsIsNotTakenFromBlanks) {
  GALENA_REQUIRE_SHARED_DATA(kLeads);
  const Table table = read_csv_file(galena::test::shared_data(kLeads).string()).value().table;
  Stepper stepper(bind(process_, schema_of(table)).value());
  const Column& stage = table[*table.find("Stage")];
  std::size_t stopped = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const RowView without(&table, row, [](const void* source, std::size_t at, std::uint32_t field) {
      const Table& leads = *static_cast<const Table*>(source);
      const std::string& name = leads[field].name();
      const bool taken = name == "ConvertedOpportunityId" || name == "DisqualifiedReason";
      return taken ? ValueView() : leads[field][at];
    });
    const std::string wanted(stage.text(row));
    const Instance instance = track(stepper, without, wanted, "Abandoned");
    stopped += instance.status == wanted ? 0 : 1;
  }
  EXPECT_EQ(stopped, 1061U + 29673U);
}

}  // namespace
}  // namespace galena::lifecycle
