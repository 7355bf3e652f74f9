// A real list with many blanks: 43,033 leads of sales development, routed by industry, size, time
// zone, title and source. No blank satisfies a rule on its field.
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "galena/assign/batch.hpp"
#include "galena/assign/json.hpp"
#include "galena/criteria/builder.hpp"
#include "galena/criteria/filter.hpp"
#include "galena/record/csv.hpp"
#include "support/shared_data.hpp"

namespace galena::assign::test {
namespace {

constexpr const char* kLeads = "leads/marketstar/Leads.csv";
const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

constexpr const char* kRules = R"x({"name": "sales-development", "entity": "lead",
  "default_owner": {"queue": "unassigned"},
  "entries": [
    {"id": "executives", "when": {"criteria": [
        {"field": "Title", "op": "in", "value": ["C - Level", "svp / vp"]},
        {"field": "Employees", "op": "greater_or_equal", "value": 150}]},
     "assign": {"user": "enterprise"}},
    {"id": "software", "when": {"criteria": [
        {"field": "Industry", "op": "contains", "value": "software"},
        {"field": "TimeZone", "op": "in", "value": ["PST", "MST"]}]},
     "assign": {"pool": "west"}},
    {"id": "small", "when": {"criteria": [
        {"field": "Employees", "op": "less", "value": 100},
        {"field": "Industry", "op": "not_equals", "value": "Retail"},
        {"field": "Title", "op": "not_contains", "value": "intern"}], "logic": "1 AND NOT (NOT 2 OR NOT 3)"},
     "assign": {"pool": "small"}},
    {"id": "events", "when": {"criteria": [
        {"field": "LeadSource", "op": "equals", "value": "Trade Shows and Events"}]},
     "assign": {"queue": "events"}}],
  "pools": [{"id": "west", "members": [{"id": "w1"}, {"id": "w2"}, {"id": "w3"}]},
            {"id": "small", "members": [{"id": "s1"}, {"id": "s2"}]}]})x";

Table leads() { return read_csv_file(galena::test::shared_data(kLeads).string()).value().table; }

std::size_t blanks(const Table& table, const char* column) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    count += table[*table.find(column)][row].is_blank() ? 1 : 0;
  }
  return count;
}

/// Rows that match, split by whether the column is blank there.
struct Split {
  std::size_t blank = 0;
  std::size_t filled = 0;
};

Split count(const Table& table, const char* column, const criteria::Expression& when) {
  const auto found = criteria::filter(table, when, criteria::Context(kNow));
  EXPECT_TRUE(found) << found.problems().to_text();
  EXPECT_TRUE(found->errors.empty());
  Split split;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (found->matches[row] == 0) continue;
    ++(table[*table.find(column)][row].is_blank() ? split.blank : split.filled);
  }
  return split;
}

TEST(MarketStar, NoBlankSatisfiesAConditionOnItsField) {
  GALENA_REQUIRE_SHARED_DATA(kLeads);
  const Table table = leads();
  ASSERT_EQ(table.rows(), 43033U);
  EXPECT_EQ(blanks(table, "Employees"), 15044U);
  EXPECT_EQ(blanks(table, "Industry"), 12440U);
  EXPECT_EQ(blanks(table, "Title"), 8034U);
  using criteria::field;
  for (const char* name : {"Employees", "Industry", "Title"}) {
    const auto column = field(name);
    const std::size_t filled = table.rows() - blanks(table, name);
    const bool numeric = std::string(name) == "Employees";
    const auto yes = numeric ? column >= 100 : column.contains("a");
    const auto no = numeric ? column < 100 : column.not_contains("a");
    const auto equal = numeric ? column == 50 : column == "Retail";
    const auto different = numeric ? column != 50 : column != "Retail";
    for (const auto& [one, other] : {std::pair(yes, no), {equal, different}, {yes, !yes}}) {
      const Split first = count(table, name, one);
      const Split second = count(table, name, other);
      EXPECT_EQ(first.blank + second.blank, 0U) << one.to_json() << other.to_json();
      EXPECT_EQ(first.filled + second.filled, filled) << one.to_json() << other.to_json();
    }
    EXPECT_EQ(count(table, name, column.is_blank()).blank, table.rows() - filled);
  }
}

TEST(MarketStar, RoutesByARuleFile) {
  GALENA_REQUIRE_SHARED_DATA(kLeads);
  const Table table = leads();
  const Schema schema = schema_of(table);
  const auto rules = parse_rule_set(kRules, schema);
  ASSERT_TRUE(rules) << rules.problems().to_text();
  auto router = Router::make(*rules, schema).value();
  const auto assignments = assign_rows(router, table, kNow, 0, table.rows());
  std::map<std::string, std::int64_t> owners;
  std::vector<std::int64_t> entries(rules->entries().size() + 1);
  std::size_t blank_by_rule = 0;
  const auto is_blank = [&](std::size_t row, const char* name) {
    return table[*table.find(name)][row].is_blank();
  };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    ++owners[assignments[row].owner];
    const auto entry = assignments[row].entry.value_or(rules->entries().size());
    ++entries[entry];
    const bool blank = (entry == 0 && (is_blank(row, "Title") || is_blank(row, "Employees"))) ||
                       (entry == 1 && (is_blank(row, "Industry") || is_blank(row, "TimeZone"))) ||
                       (entry == 2 && (is_blank(row, "Employees") || is_blank(row, "Industry") ||
                                       is_blank(row, "Title")));
    blank_by_rule += blank ? 1 : 0;
  }
  EXPECT_EQ(blank_by_rule, 0U);
  for (const std::int64_t count : entries) EXPECT_GT(count, 100);
  EXPECT_EQ(owners["w1"] + owners["w2"] + owners["w3"], entries[1]);
  EXPECT_LE(owners["w1"] - owners["w3"], 1);
  EXPECT_LE(owners["s1"] - owners["s2"], 1);
  EXPECT_EQ(owners["unassigned"], entries.back());
}

}  // namespace
}  // namespace galena::assign::test
