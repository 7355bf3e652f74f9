#include "galena/lifecycle/process_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lifecycle/sale.hpp"

namespace galena::lifecycle {
namespace {

using namespace testing;  // NOLINT: the small process of this room
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

template <class T>
std::vector<std::string> problems_of(const Result<T>& result) {
  std::vector<std::string> found;
  for (const Problem& problem : result.problems()) {
    found.push_back(problem.detail + " at " + problem.subject);
  }
  return found;
}

Definition everything() {
  Definition definition = sale_definition();
  definition.label = {"Sale \"one\"", {{"de", "Verkauf"}}};
  definition.version = 7;
  definition.field = "stage";
  definition.statuses[0].label = "New";
  definition.statuses[0].guidance = {"Call\n", {{"de", "Rufe an"}, {"pt-BR", "Ligue"}}};
  definition.statuses[1].key_fields = {"phone", "owner"};
  definition.statuses[2].probability = 0.25;
  definition.statuses[2].forecast = Forecast::best_case;
  definition.transitions[1].mode = Mode::advisory;
  definition.transitions[1].new_period = true;
  definition.transitions[1].from = {"*", "lost"};
  definition.transitions[0].guard =
      (criteria::field("phone") == "1" || !criteria::field("owner").is_blank()) &&
      criteria::field("budget").in({1, 2});
  definition.transitions[0].effects = {
      {.kind = EffectKind::notify,
       .recipient_field = "owner",
       .payload = {{.name = "text", .value = "a/b~c"},
                   {.name = "count", .value = 3},
                   {.name = "share", .value = 0.5},
                   {.name = "yes", .value = true},
                   {.name = "nothing"},
                   {.name = "phone", .field = "phone"}}},
      {.kind = EffectKind::create_task, .recipient = "queue:inbound"}};
  return definition;
}

TEST(ProcessJson, WhatIsWrittenReadsBackAsTheSame) {
  const Process process = Process::make(everything()).value();
  const auto again = parse_process(process.to_json());
  ASSERT_TRUE(again.ok()) << again.problems().to_text();
  EXPECT_EQ(again->definition(), process.definition());
  EXPECT_EQ(again->to_json(), process.to_json());
  EXPECT_EQ(again->hash(), process.hash());
}

TEST(ProcessJson, TheShortestProcessNeedsNoMoreThanThis) {
  const auto process = parse_process(
      R"({"name":"n","initial":"a","statuses":[{"id":"a","category":"open.new"}],"transitions":[]})");
  ASSERT_TRUE(process.ok()) << process.problems().to_text();
  EXPECT_EQ(process->version(), 1);
  EXPECT_EQ(process->field(), "status");
}

TEST(ProcessJson, TenMistakesAreTenProblemsWithTheirPointers) {
  const auto process = parse_process(R"({
    "name": "", "version": "one", "initial": "start", "colour": "red",
    "statuses": [
      {"id": "new", "category": "open"},
      {"id": "done", "category": "closed.positive", "key_fields": "phone", "probability": 40},
      {"id": "done"}],
    "transitions": [
      {"from": "new", "event": "go", "to": "gone", "mode": "strict"},
      {"from": "new", "to": "done", "roles": [7], "guard": {"criteria": [
        {"field": "phone", "op": "is_not_blank"}, {"field": "budget", "op": "over", "value": 5}]},
        "effects": [{"kind": "shout"}, {"recipient": "x", "payload": {"a": {"feld": "b"}}}]}]})");
  EXPECT_THAT(
      problems_of(process),
      UnorderedElementsAre(
          "missing_name at /name", "wrong_type at /version", "unknown_status at /initial",
          "unknown_key at /colour", "unknown_word at /statuses/0/category",
          "wrong_type at /statuses/1/key_fields", "bad_probability at /statuses/1/probability",
          "duplicate_status at /statuses/2/id", "missing_category at /statuses/2/category",
          "unknown_status at /transitions/0/to", "unknown_word at /transitions/0/mode",
          "missing_event at /transitions/1/event", "wrong_type at /transitions/1/roles/0",
          "unknown_word at /transitions/1/guard/criteria/1/op",
          "unknown_word at /transitions/1/effects/0/kind",
          "missing_kind at /transitions/1/effects/1/kind",
          "unknown_key at /transitions/1/effects/1/payload/a/feld",
          "missing_key at /transitions/1/effects/1/payload/a"));
}

TEST(ProcessJson, AMistakeOfTheFormIsNotReportedAgainAsOneOfTheContent) {
  EXPECT_THAT(
      problems_of(parse_process(R"({"name":5,"initial":"a","statuses":[3],"transitions":{}})")),
      UnorderedElementsAre("wrong_type at /name", "unknown_status at /initial",
                           "wrong_type at /statuses/0", "wrong_type at /transitions"));
  EXPECT_THAT(problems_of(parse_process("[]")), ElementsAre("wrong_type at "));
}

TEST(ProcessJson, TimersAreNeverIgnored) {
  const std::string start =
      R"({"name":"n","initial":"a","statuses":[{"id":"a","category":"open.new"}],"transitions":[],)";
  const auto process =
      parse_process(start + R"("timers":[{"id":"t","in":"a","after":{"days":5}}]})");
  EXPECT_EQ(process.code(), Code::unsupported);
  EXPECT_THAT(problems_of(process), ElementsAre("timers_unsupported at /timers"));
  EXPECT_EQ(parse_process(start + R"("timers":5})").code(), Code::unsupported);
  EXPECT_TRUE(parse_process(start + R"("timers":[]})").ok());
}

TEST(ProcessJson, TextThatIsNoJsonIsAParseError) {
  EXPECT_EQ(parse_process("").code(), Code::parse);
  EXPECT_EQ(parse_process("{\"name\":").code(), Code::parse);
  EXPECT_EQ(parse_process(R"({"name":"a","name":"b"})").code(), Code::invalid_argument);
  EXPECT_EQ(parse_process("{\"name\":\"\xFF\"}").code(), Code::bad_encoding);
}

TEST(ProcessJson, WithASchemaEveryFieldMustBeThere) {
  const auto schema = Schema::make("sale", {{.name = "phone"}, {.name = "budget"}});
  const Process process = Process::make(everything()).value();
  EXPECT_TRUE(parse_process(process.to_json(), schema_of<Sale>()).ok());
  EXPECT_THAT(problems_of(parse_process(process.to_json(), *schema)),
              UnorderedElementsAre("unknown_field at /statuses/1/key_fields/1",
                                   "unknown_field at /transitions/0/guard/criteria/1/field",
                                   "unknown_field at /transitions/0/effects/0/recipient/field",
                                   "unknown_field at /transitions/3/require/1"));
}

TEST(InstanceJson, WhatIsWrittenReadsBackAsTheSame) {
  const BoundProcess bound = bound_sale();
  const Sale sale{.phone = "1", .owner = "u1", .budget = 500};
  for (const Instance& instance : {sale_after(bound, sale), sale_after(bound, sale, "work", "win"),
                                   sale_after(bound, sale, "lose", "return")}) {
    const auto again = parse_instance(to_json(instance));
    ASSERT_TRUE(again.ok()) << again.problems().to_text();
    EXPECT_EQ(*again, instance);
    EXPECT_EQ(to_json(*again), to_json(instance));
  }
}

TEST(InstanceJson, EveryPlaceThatIsWrongIsReported) {
  const auto instance = parse_instance(
      R"({"process":"","process_version":0,"definition_hash":"x","status":4,"entered":"today",
          "version":-1,"started":"2026-11-22T00:00:00Z","last_step":"2026-11-22T00:00:00Z",
          "closed_at":null,"stat":"new"})");
  EXPECT_THAT(
      problems_of(instance),
      UnorderedElementsAre("empty_text at /process", "out_of_range at /process_version",
                           "wrong_type at /status", "bad_instant at /entered",
                           "out_of_range at /version", "missing_key at ", "unknown_key at /stat"));
}

}  // namespace
}  // namespace galena::lifecycle
