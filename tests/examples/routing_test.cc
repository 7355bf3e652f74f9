// The rule set of the demonstration, on the list that it is shown with.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "galena/assign/batch.hpp"
#include "galena/assign/json.hpp"
#include "galena/assign/lint.hpp"
#include "galena/intake/import_formats.hpp"
#include "galena/intake/mapping.hpp"
#include "galena/record/conform.hpp"
#include "galena/record/csv.hpp"
#include "galena/record/schema_json.hpp"
#include "generator/leadgen.hpp"

namespace galena {
namespace {

std::string routing_json() {
  std::ifstream file(GALENA_SOURCE_DIR "/examples/definitions/routing.json", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The generated list as the programs import it: columns mapped by suggestion, words of picklists
/// turned into their values.
ConformedTable generated_leads(const Schema& schema) {
  std::ostringstream csv;
  EXPECT_TRUE(examples::write_leads(csv, {.rows = 5000, .seed = 1}));
  const auto read = read_csv(csv.str());
  EXPECT_TRUE(read && read->errors.empty());
  const ColumnMapping columns = suggest_mapping(read->table, schema).columns;
  const auto canonical = normalise_formats(read->table, schema, columns, {});
  EXPECT_TRUE(canonical) << canonical.problems().to_text();
  auto conformed = conform(canonical->table, schema, columns);
  EXPECT_TRUE(conformed) << conformed.problems().to_text();
  return *std::move(conformed);
}

TEST(Routing, RuleSetHasNothingToMend) {
  const auto schema = standard_schema("lead");
  ASSERT_TRUE(schema);
  const auto rules = assign::parse_rule_set(routing_json(), *schema);
  ASSERT_TRUE(rules) << rules.problems().to_text();
  // The industries and sources of the list are a company's own, so only errors count.
  for (const Finding& finding : assign::lint(*rules)) ADD_FAILURE() << finding.message;
}

TEST(Routing, EveryEntryTakesLeadsAndSomeLeadsRemain) {
  const auto schema = standard_schema("lead");
  ASSERT_TRUE(schema);
  const auto rules = assign::parse_rule_set(routing_json(), *schema);
  ASSERT_TRUE(rules);
  auto router = assign::Router::make(*rules, *schema);
  ASSERT_TRUE(router);
  const auto leads = generated_leads(*schema);
  for (const auto& problem : leads.problems) ADD_FAILURE() << problem.message;
  const auto assigned = assign::assign(*router, leads.table, Instant{});
  ASSERT_TRUE(assigned);
  std::map<std::string, std::size_t> by_entry;
  const auto column = assigned->find("entry");
  ASSERT_TRUE(column);
  for (std::size_t row = 0; row < assigned->rows(); ++row) {
    ++by_entry[std::string((*assigned)[*column].text(row))];
  }
  for (const assign::Entry& entry : rules->entries()) {
    EXPECT_GT(by_entry[entry.id], 5u) << entry.id;
  }
  EXPECT_GT(by_entry[""], 50u);  // those of the default owner
  EXPECT_EQ(by_entry.size(), rules->entries().size() + 1);
}

}  // namespace
}  // namespace galena
