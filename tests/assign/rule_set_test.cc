#include "galena/assign/rule_set.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "assign/lead.hpp"
#include "galena/assign/json.hpp"
#include "galena/assign/lint.hpp"

namespace galena::assign::test {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

template <class T>
Found problems_of(const Result<T>& result) {
  Found found;
  for (const Problem& problem : result.problems()) {
    found.emplace_back(problem.detail, problem.subject);
  }
  return found;
}

/// The rule set of the Python guide.
constexpr const char* kInbound =
    R"({"name": "inbound", "entity": "lead", "default_owner": {"queue": "unassigned"},
 "entries": [{"id": "dach-enterprise",
              "when": {"criteria": [{"field": "country", "op": "in", "value": ["DE", "AT", "CH"]},
                                     {"field": "employees", "op": "greater_or_equal", "value": 500}]},
              "assign": {"pool": "dach"}},
             {"id": "rest", "when": {"match": "all"}, "assign": {"queue": "inbound"}}],
 "pools": [{"id": "dach", "method": "round_robin", "members": [{"id": "u1"}, {"id": "u2", "weight": 2, "capacity": 20}]}]})";

TEST(RuleSetJson, ReadsWhatTheBuilderMakes) {
  const auto read = parse_rule_set(kInbound, schema_of<Lead>());
  ASSERT_TRUE(read) << read.problems().to_text();
  RuleSetParts parts{.name = "inbound", .default_owner = Target::queue("unassigned")};
  parts.entries = {
      {"dach-enterprise",
       field<&Lead::country>().in({"DE", "AT", "CH"}) && field<&Lead::employees>() >= 500,
       Target::pool("dach")},
      {"rest", Expression::match_all(), Target::queue("inbound")}};
  parts.pools = {
      {.id = PoolId("dach"),
       .members = {{.id = UserId("u1")}, {.id = UserId("u2"), .weight = 2, .capacity = 20}}}};
  const auto made = RuleSet::make(parts);
  ASSERT_TRUE(made) << made.problems().to_text();
  EXPECT_EQ(read->to_json(), made->to_json());
  EXPECT_EQ(read->hash(), made->hash());
  EXPECT_EQ(*read, *made);
}

TEST(RuleSetJson, CanonicalFormComesBack) {
  RuleSetParts all = parts();
  all.zone = criteria::load_zone("Europe/Berlin").value();
  all.owner_field = "assigned_to";
  all.owner_kind_field = "assigned_kind";
  all.pools.push_back(pool("idle", {}));
  all.pools[0].members[1].active = false;
  const RuleSet made = RuleSet::make(all).value();
  const auto read = parse_rule_set(made.to_json());
  ASSERT_TRUE(read) << read.problems().to_text();
  EXPECT_EQ(read->to_json(), made.to_json());
  EXPECT_EQ(read->zone().name(), "Europe/Berlin");
  EXPECT_EQ(read->owner_kind_field(), "assigned_kind");
}

TEST(RuleSetJson, KeepOwnerInBothForms) {
  for (const char* form : {R"({"keep_owner":true})", R"("keep_owner")"}) {
    const auto read = parse_rule_set(R"({"name":"n","default_owner":{"user":"u"},"entries":[
        {"id":"e","when":{"match":"all"},"assign":)" +
                                     std::string(form) + "}]}");
    ASSERT_TRUE(read) << read.problems().to_text();
    EXPECT_EQ(read->entries()[0].assign, Target::keep_owner());
  }
}

TEST(RuleSetJson, TenMistakesAreTenProblems) {
  const auto read =
      parse_rule_set(R"({"name": 5, "default_owner": {"pool": "dach"}, "zone": "Europe/Atlantis",
      "entries": [
        {"id": "a", "when": {"criteria": [{"field": "land", "op": "equals", "value": 1}]}, "assign": {"user": "u"}},
        {"id": "a", "when": {"match": "all"}, "assign": {"pool": "nowhere"}},
        {"id": "c", "when": {"cel": "1 == 1"}, "assign": {"user": "u", "queue": "q"}},
        {"id": "d", "when": {"criteria": [{"field": "employees", "op": "more", "value": 1}]}, "assign": {"user": ""}}],
      "pools": [{"id": "dach", "method": "weighted", "members": [{"id": "u1", "capacity": -1}, {"id": "u1"}]}]})",
                     schema_of<Lead>());
  EXPECT_EQ(problems_of(read), (Found{{"wrong_type", "/name"},
                                      {"unknown_zone", "/zone"},
                                      {"unknown_field", "/entries/0/when/criteria/0/field"},
                                      {"cel", "/entries/2/when/cel"},
                                      {"bad_target", "/entries/2/assign"},
                                      {"unknown_word", "/entries/3/when/criteria/0/op"},
                                      {"empty_text", "/entries/3/assign/user"},
                                      {"wrong_default_owner", "/default_owner"},
                                      {"duplicate_id", "/entries/1/id"},
                                      {"unknown_pool", "/entries/1/assign/pool"},
                                      {"weighted_pool", "/pools/0/method"},
                                      {"duplicate_id", "/pools/0/members/1/id"},
                                      {"bad_capacity", "/pools/0/members/0/capacity"}}));
}

TEST(RuleSetJson, MissingPartsAreReportedOnce) {
  EXPECT_EQ(problems_of(parse_rule_set("{}")),
            (Found{{"missing_key", ""},
                   {"missing_name", "/name"},
                   {"missing_default_owner", "/default_owner"}}));
  EXPECT_EQ(problems_of(parse_rule_set("[]")), (Found{{"wrong_type", ""}}));
  EXPECT_EQ(
      problems_of(parse_rule_set(R"({"name":"n","default_owner":{"user":"u"},"entries":[{}]})")),
      (Found{{"missing_key", "/entries/0"},
             {"missing_key", "/entries/0"},
             {"missing_id", "/entries/0/id"}}));
  EXPECT_EQ(parse_rule_set("{").code(), Code::parse);
}

TEST(RuleSet, WeightedPoolsAreRefusedByName) {
  RuleSetParts weighted = parts();
  weighted.pools[0].method = PoolMethod::weighted;
  const auto made = RuleSet::make(weighted);
  EXPECT_EQ(made.code(), Code::unsupported);
  EXPECT_EQ(problems_of(made), (Found{{"weighted_pool", "/pools/0/method"}}));
}

TEST(RuleSet, LoadBalancedNeedsCapacities) {
  RuleSetParts balanced = parts();
  balanced.pools[0].method = PoolMethod::load_balanced;
  balanced.pools[0].members[1].capacity = 3;
  EXPECT_EQ(problems_of(RuleSet::make(balanced)),
            (Found{{"missing_capacity", "/pools/0/members/0/capacity"},
                   {"missing_capacity", "/pools/0/members/2/capacity"}}));
}

TEST(RuleSet, HashChangesWithEveryPart) {
  std::vector<std::string> hashes = {rules().hash()};
  const auto add = [&](auto change) {
    RuleSetParts changed = parts();
    change(changed);
    hashes.push_back(RuleSet::make(changed).value().hash());
  };
  add([](RuleSetParts& p) { p.name = "x"; });
  add([](RuleSetParts& p) { p.default_owner = Target::user("unassigned"); });
  add([](RuleSetParts& p) { std::swap(p.entries[0], p.entries[1]); });
  add([](RuleSetParts& p) { p.entries[1].when = !p.entries[1].when; });
  add([](RuleSetParts& p) { p.pools[0].members[0].active = false; });
  add([](RuleSetParts& p) { p.zone = criteria::load_zone("Asia/Tokyo").value(); });
  std::sort(hashes.begin(), hashes.end());
  EXPECT_EQ(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

TEST(BoundRules, ProblemsOfConditionsCarryTheEntry) {
  RuleSetParts wrong = parts();
  wrong.entries[2].when = criteria::field("contry") == "FR";
  const auto bound = BoundRules::bind(RuleSet::make(wrong).value(), schema_of<Lead>());
  EXPECT_EQ(problems_of(bound), (Found{{"unknown_field", "/entries/2/when/criteria/0/field"}}));
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> found;
  for (const Finding& finding : findings) found.push_back(finding.code + ' ' + finding.pointer);
  return found;
}

TEST(Lint, EntriesThatNeverDecide) {
  using criteria::field;
  RuleSetParts shadowed{.name = "n", .default_owner = Target::queue("q")};
  shadowed.entries = {{"a", field("x") == 1, Target::user("u")},
                      {"b", field("y") == 2 && field("x") == 1, Target::user("u")},
                      {"c", field("x") == 1, Target::user("v")},
                      {"d", field("x") == 1 || field("y") == 2, Target::user("u")},
                      {"e", field("y") == 1 && field("y") == 2, Target::user("u")},
                      {"f", Expression::match_none(), Target::user("u")},
                      {"g", Expression::match_all(), Target::user("u")},
                      {"h", field("z") == 3, Target::user("u")},
                      {"i", Expression::match_all(), Target::user("u")}};
  const auto findings = lint(RuleSet::make(shadowed).value());
  EXPECT_EQ(codes(findings),
            (std::vector<std::string>{"unreachable /entries/1", "duplicate /entries/2",
                                      "contradiction /entries/4/when/criteria/1",
                                      "contradiction /entries/5/when", "unreachable /entries/7",
                                      "duplicate /entries/8"}));
  EXPECT_EQ(findings[0].message,
            "'b' never decides: 'a' before it takes every record that it could");
}

TEST(Lint, PoolsAndPicklists) {
  const Schema schema =
      Schema::make("lead",
                   {{.name = "country", .type = FieldType::picklist, .values = {{.value = "DE"}}},
                    {.name = "employees", .type = FieldType::integer},
                    {.name = "revenue"}})
          .value();
  RuleSetParts some = parts();
  some.pools[0].members.clear();
  some.pools.push_back(pool("absent", {"u1"}));
  some.pools[1].members[0].active = false;
  EXPECT_EQ(codes(lint(RuleSet::make(some).value(), schema)),
            (std::vector<std::string>{"unknown_value /entries/2/when/criteria/0/value",
                                      "unknown_value /entries/3/when/criteria/0/value",
                                      "empty_pool /pools/0", "absent_pool /pools/1",
                                      "unused_pool /pools/1"}));
}

}  // namespace
}  // namespace galena::assign::test
