#include "galena/base/decision.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace galena {
namespace {

Decision sample() {
  Decision decision;
  decision.engine = "assign";
  decision.definition = "inbound";
  decision.definition_hash = "abc";
  decision.rule = "dach";
  decision.reason = "assigned";
  decision.at = parse_instant("2026-11-22T03:01:55Z");
  decision.changes = {{"owner", Value(), "u1"}};
  decision.effects = {{.kind = EffectKind::notify,
                       .subject = "lead-1",
                       .recipient = "u1",
                       .due = parse_instant("2026-11-22T04:00:00Z"),
                       .payload = {{"template", "new_lead"}, {"count", 2}}},
                      {.kind = EffectKind::create_task}};
  decision.readings = {{"country", "DE"}, {"employees", Value()}};
  decision.counters = {{"u1", 3, 4}};
  decision.identify(DecisionId("d7"));
  return decision;
}

TEST(Decision, HasOneCanonicalForm) {
  EXPECT_EQ(
      to_json(sample()),
      R"({"engine":"assign","definition":"inbound","definition_hash":"abc","rule":"dach",)"
      R"("reason":"assigned","at":"2026-11-22T03:01:55Z",)"
      R"("changes":[{"field":"owner","before":null,"after":"u1"}],)"
      R"("effects":[{"kind":"notify","key":"d7/0","subject":"lead-1","recipient":"u1",)"
      R"("due":"2026-11-22T04:00:00Z","payload":{"template":"new_lead","count":2}},)"
      R"({"kind":"create_task","key":"d7/1","subject":"","recipient":"","due":null,"payload":{}}],)"
      R"("readings":{"country":"DE","employees":null},)"
      R"("counters":[{"name":"u1","before":3,"after":4}]})");
}

TEST(Decision, DigestIsTheHashOfTheCanonicalForm) {
  EXPECT_EQ(digest(sample()), sha256_hex(to_json(sample())));
  EXPECT_EQ(digest(sample()), digest(sample()));
}

TEST(Decision, EveryPartShowsInTheDigest) {
  const std::string base = digest(sample());
  std::vector<Decision> changed(11, sample());
  changed[0].engine = "x";
  changed[1].definition = "x";
  changed[2].definition_hash = "x";
  changed[3].rule = "x";
  changed[4].reason = "x";
  changed[5].at.reset();
  changed[6].changes[0].after = "u2";
  changed[7].effects[0].recipient = "u2";
  changed[8].effects[1].kind = EffectKind::publish;
  changed[9].readings[0].value = "FR";
  changed[10].counters[0].after = 5;
  for (std::size_t i = 0; i < changed.size(); ++i) EXPECT_NE(digest(changed[i]), base) << i;
}

TEST(Decision, EffectsAreNumberedFromZero) {
  Decision decision = sample();
  decision.identify(DecisionId("other"));
  EXPECT_EQ(decision.effects[0].key, "other/0");
  EXPECT_EQ(decision.effects[1].key, "other/1");
  EXPECT_NE(decision, sample());
}

TEST(EffectKind, IsAClosedListOfTwelve) {
  EXPECT_EQ(std::size(kEffectKindNames), 12U);
  for (std::size_t i = 0; i < std::size(kEffectKindNames); ++i) {
    const auto kind = static_cast<EffectKind>(i);
    EXPECT_EQ(effect_kind_from(effect_kind_name(kind)), kind);
  }
  EXPECT_EQ(effect_kind_name(EffectKind::publish), "publish");
  EXPECT_FALSE(effect_kind_from("send"));
}

TEST(Actor, HasRoles) {
  const Actor actor{.user = UserId("u1"), .roles = {"rep", "approver"}};
  EXPECT_TRUE(actor.has_role("approver"));
  EXPECT_FALSE(actor.has_role("manager"));
  EXPECT_TRUE(actor.partner.empty());
}

TEST(Id, OfDifferentKindsDoNotMix) {
  static_assert(!std::is_convertible_v<UserId, QueueId>);
  static_assert(!std::is_convertible_v<std::string, UserId>);
  static_assert(!std::equality_comparable_with<UserId, QueueId>);
  EXPECT_LT(UserId("a"), UserId("b"));
  EXPECT_EQ(std::hash<UserId>()(UserId("a")), std::hash<UserId>()(UserId("a")));
}

}  // namespace
}  // namespace galena
