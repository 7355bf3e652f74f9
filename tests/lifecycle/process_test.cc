#include "galena/lifecycle/process.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "galena/lifecycle/events_between.hpp"
#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// "detail at pointer" of every problem.
std::vector<std::string> problems_of(const Definition& definition) {
  std::vector<std::string> found;
  const auto process = Process::make(definition);
  for (const Problem& problem : process.problems()) {
    found.push_back(problem.detail + " at " + problem.subject);
    EXPECT_FALSE(problem.message.empty());
  }
  return found;
}

TEST(Process, KeepsWhatItWasMadeOfAndFindsIt) {
  const Process process = sale_process();
  EXPECT_EQ(process.definition(), sale_definition());
  EXPECT_EQ(process.find("waiting"), 2U);
  EXPECT_EQ(process.find("nowhere"), std::nullopt);
  EXPECT_THAT(process.events(), ElementsAre("lose", "resume", "return", "wait", "win", "work"));
  EXPECT_THAT(process.candidates(1, *process.find_event("win")), ElementsAre(3U));
  EXPECT_THAT(process.candidates(0, *process.find_event("win")), IsEmpty());
  EXPECT_THAT(process.events_from(4), ElementsAre("return"));
  EXPECT_THAT(process.transitions_from(1), ElementsAre(1U, 3U, 4U));
  EXPECT_EQ(process.target(5), 1U);
  EXPECT_THAT(process.fields_read(), ElementsAre("budget", "owner", "phone"));
}

TEST(Process, TheStarCoversOpenStatusesOnly) {
  const Process process = sale_process();
  const auto lose = *process.find_event("lose");
  for (std::uint32_t status = 0; status < process.statuses().size(); ++status) {
    EXPECT_EQ(process.candidates(status, lose).size(), process.statuses()[status].open() ? 1U : 0U);
  }
}

TEST(Process, TheHashIsThatOfTheContent) {
  EXPECT_EQ(sale_process().hash(), sale_process().hash());
  EXPECT_EQ(sale_process(), sale_process());
  Definition changed = sale_definition();
  changed.transitions[4].reasons.push_back("other");
  EXPECT_NE(Process::make(changed).value().hash(), sale_process().hash());
}

TEST(Process, EveryPartOfTheDefinitionIsInTheHash) {
  std::vector<Definition> all(20, sale_definition());
  all[1].name = "deal";
  all[2].label = "Sale";
  all[3].version = 2;
  all[4].initial = "working";
  all[5].field = "stage";
  all[6].reason_field = "";
  all[7].statuses[0].label.translations["de"] = "Neu";
  all[8].statuses[0].category = Category::open_waiting;
  all[9].statuses[0].guidance = "Call.";
  all[10].statuses[0].key_fields = {"phone"};
  all[11].statuses[0].probability = 0.5;
  all[12].statuses[0].forecast = Forecast::omitted;
  all[13].transitions[3].guard.reset();
  all[14].transitions[3].require.pop_back();
  all[15].transitions[3].roles.pop_back();
  all[16].transitions[3].mode = Mode::advisory;
  all[17].transitions[3].new_period = false;
  all[17].transitions[0].new_period = true;
  all[18].transitions[0].effects = {{.kind = EffectKind::publish}};
  all[19].transitions[0].from = {"new", "waiting"};
  std::vector<std::string> hashes;
  for (const Definition& definition : all) {
    const auto process = Process::make(definition);
    ASSERT_TRUE(process.ok()) << process.problems().to_text();
    hashes.push_back(process->hash());
  }
  std::sort(hashes.begin(), hashes.end());
  EXPECT_EQ(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

TEST(Process, ProcessesOfOneHashCarryTheSameValues) {
  Definition exact = sale_definition();
  exact.transitions[0].effects = {
      {.kind = EffectKind::notify,
       .recipient = "ignored",
       .recipient_field = "owner",
       .payload = {{.name = "limit", .value = Decimal(125, 1)},
                   {.name = "phone", .value = "ignored", .field = "phone"}}}};
  Definition stored = exact;
  stored.transitions[0].effects[0].recipient.clear();
  stored.transitions[0].effects[0].payload[0].value = "12.5";
  stored.transitions[0].effects[0].payload[1].value = Value();
  EXPECT_EQ(Process::make(exact).value(), Process::make(stored).value());
  EXPECT_EQ(Process::make(exact).value().definition(), Process::make(stored).value().definition());
}

TEST(ProcessMake, TenMistakesAreTenProblemsWithTheirPointers) {
  Definition wrong = sale_definition();
  wrong.name = "";
  wrong.version = 0;
  wrong.initial = "won";
  wrong.statuses[1].id = "new";  // "working" is gone: six transitions name it
  wrong.statuses[1].key_fields = {"a", "b", "c", "d", "e", "f"};
  wrong.statuses[2].guidance = std::string(1001, 'x');
  wrong.statuses[3].probability = 25;
  wrong.statuses[4].category = Category::closed_converted;
  EXPECT_THAT(
      problems_of(wrong),
      UnorderedElementsAre(
          "missing_name at /name", "bad_version at /version", "initial_closed at /initial",
          "duplicate_status at /statuses/1/id", "too_many_key_fields at /statuses/1/key_fields",
          "guidance_too_long at /statuses/2/guidance", "bad_probability at /statuses/3/probability",
          "unknown_status at /transitions/0/to", "unknown_status at /transitions/1/from",
          "unknown_status at /transitions/2/to", "unknown_status at /transitions/3/from",
          "leaves_converted at /transitions/5/from", "unknown_status at /transitions/5/to"));
}

TEST(ProcessMake, ChecksEveryPartOfATransition) {
  Definition wrong = sale_definition();
  Transition& transition = wrong.transitions[2];
  transition.from = {"waiting", "nowhere", "waiting"};
  transition.event = "";
  transition.to = "lost";
  transition.new_period = true;
  transition.require = {"phone", ""};
  transition.roles = {"rep", "rep"};
  transition.reasons = {"\xFF"};
  transition.effects = {{.payload = {{.name = "a/b", .value = 1}, {.name = "a/b", .value = 2}}}};
  wrong.transitions[1].from = {};
  EXPECT_THAT(
      problems_of(wrong),
      UnorderedElementsAre(
          "missing_from at /transitions/1/from", "duplicate_name at /transitions/2/from/2",
          "unknown_status at /transitions/2/from/1", "missing_event at /transitions/2/event",
          "period_into_closed at /transitions/2/new_period",
          "empty_name at /transitions/2/require/1", "duplicate_name at /transitions/2/roles/1",
          "bad_encoding at /transitions/2/reasons/0",
          "duplicate_payload at /transitions/2/effects/0/payload/a~1b"));
}

TEST(ProcessMake, WithoutStatusesOnlyThatIsReported) {
  Definition empty = sale_definition();
  empty.statuses.clear();
  EXPECT_THAT(problems_of(empty), ElementsAre("missing_statuses at /statuses"));
}

TEST(ProcessMake, GuidanceIsCountedInCharactersAndInEveryLanguage) {
  std::string umlauts;
  for (int i = 0; i < 1000; ++i) umlauts += "ü";
  Definition definition = sale_definition();
  definition.statuses[0].guidance = {"short", {{"de", umlauts}}};
  EXPECT_THAT(problems_of(definition), IsEmpty());
  definition.statuses[0].guidance.translations["de"] += "!";
  EXPECT_THAT(problems_of(definition), ElementsAre("guidance_too_long at /statuses/0/guidance/de"));
}

TEST(ProcessMake, TheStarIsNoIdAndARepeatedTransitionIsAMistake) {
  Definition wrong = sale_definition();
  wrong.statuses.push_back({.id = "*"});
  wrong.transitions.push_back(wrong.transitions[0]);
  EXPECT_THAT(problems_of(wrong), UnorderedElementsAre("reserved_id at /statuses/5/id",
                                                       "duplicate_transition at /transitions/6"));
}

TEST(Bind, AFieldThatTheSchemaLacksIsAProblemWhereverItIsNamed) {
  Definition definition = sale_definition();
  definition.statuses[0].key_fields = {"phone", "fax"};
  definition.transitions[0].effects = {
      {.recipient_field = "boss", .payload = {{.name = "x", .field = "y"}}}};
  const auto schema =
      Schema::make("sale", {{.name = "phone"}, {.name = "budget", .type = FieldType::boolean}});
  const auto bound = bind(Process::make(definition).value(), *schema);
  std::vector<std::string> found;
  for (const Problem& problem : bound.problems()) found.push_back(problem.subject);
  EXPECT_THAT(found, ElementsAre("/transitions/0/effects/0/recipient/field",
                                 "/transitions/0/effects/0/payload/x/field",
                                 "/transitions/3/guard/criteria/0/op", "/transitions/3/require/1"));
  // Key fields are only shown: they matter where the definition is written, not where it runs.
  EXPECT_EQ(check_fields(definition, *schema).front().subject, "/statuses/0/key_fields/1");
  EXPECT_EQ(check_fields(definition, *schema).size(), 5U);
}

TEST(EventsBetween, GivesAShortestWay) {
  const Process process = sale_process();
  EXPECT_THAT(events_between(process, "new", "won").value(), ElementsAre("work", "win"));
  EXPECT_THAT(events_between(process, "lost", "waiting").value(), ElementsAre("return", "wait"));
  EXPECT_THAT(events_between(process, "won", "won").value(), IsEmpty());
  EXPECT_EQ(events_between(process, "won", "new").problems().front().detail, "no_way");
  EXPECT_EQ(events_between(process, "won", "limbo").problems().front().detail, "unknown_status");
}

}  // namespace
}  // namespace galena::lifecycle
