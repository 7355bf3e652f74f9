#include "galena/assign/batch.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "assign/lead.hpp"
#include "galena/assign/difference.hpp"

namespace galena::assign::test {
namespace {

Lead random_lead(std::mt19937& random) {
  const char* countries[] = {"DE", "de", "FR", "PL", "US", ""};
  const char* revenues[] = {"", "5", "2000", "n/a"};
  Lead lead{countries[random() % 6], {}, revenues[random() % 4], random() % 2 == 0 ? "" : "u7"};
  if (random() % 3 != 0) lead.employees = static_cast<int>(random() % 20);
  return lead;
}

Table table_of(const std::vector<Lead>& leads) {
  ColumnBuilder country("country", ColumnType::text);
  ColumnBuilder employees("employees", ColumnType::integer);
  ColumnBuilder revenue("revenue", ColumnType::text);
  ColumnBuilder owner("owner", ColumnType::text);
  for (const Lead& lead : leads) {
    country.append_text(lead.country);
    lead.employees ? employees.append_integer(*lead.employees) : employees.append_null();
    revenue.append_text(lead.revenue);
    owner.append_text(lead.owner);
  }
  return Table::make({country.finish(), employees.finish(), revenue.finish(), owner.finish()})
      .value();
}

std::vector<std::string> texts(const Table& table, const char* column) {
  std::vector<std::string> found;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    found.push_back(to_text(table[*table.find(column)][row]));
  }
  return found;
}

using Texts = std::vector<std::string>;

TEST(Batch, ColumnsAreAsDocumented) {
  const Table leads = table_of({{"DE", {}, "", ""},
                                {"FR", {}, "", "u7"},
                                {"FR", {}, "", ""},
                                {"US", {}, "", ""},
                                {"US", 50, "n/a", ""},
                                {"PL", {}, "", ""}});
  Router own = router();
  const auto assigned = assign(own, leads, kNow);
  ASSERT_TRUE(assigned) << assigned.problems().to_text();
  Texts names;
  for (const Column& column : assigned->columns()) names.push_back(column.name());
  EXPECT_EQ(names, (Texts{"id", "entry", "target_kind", "target", "owner", "reason"}));
  EXPECT_EQ(texts(*assigned, "id"), (Texts{"0", "1", "2", "3", "4", "5"}));
  EXPECT_EQ(texts(*assigned, "entry"), (Texts{"dach", "keep", "keep", "", "rich", "partner"}));
  EXPECT_EQ(texts(*assigned, "target_kind"),
            (Texts{"pool", "keep_owner", "keep_owner", "queue", "queue", "partner"}));
  EXPECT_EQ(texts(*assigned, "target"), (Texts{"dach", "", "", "unassigned", "unassigned", "p1"}));
  EXPECT_EQ(texts(*assigned, "owner"), (Texts{"u1", "u7", "", "unassigned", "unassigned", "p1"}));
  EXPECT_EQ(texts(*assigned, "reason"),
            (Texts{"assigned", "kept", "kept", "no_rule_matched", "evaluation_error", "assigned"}));
  EXPECT_TRUE((*assigned)[1].is_null(3));
  EXPECT_TRUE((*assigned)[4].is_null(2));
}

TEST(Batch, IdsComeBackAsTheyWent) {
  const Table leads = table_of({{"DE", {}, "", "x"}, {"FR", {}, "", "y"}});
  Router own = router();
  EXPECT_EQ(texts(*assign(own, leads, kNow, leads.find("owner")), "id"), (Texts{"x", "y"}));
  EXPECT_EQ(assign(own, leads, kNow, 4).problems().front().detail, "unknown_column");
}

TEST(Batch, IsExactlyOneByOne) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    std::vector<Lead> leads;
    for (std::uint32_t i = 0; i < random() % 80; ++i) leads.push_back(random_lead(random));
    const Table table = table_of(leads);
    Router one_by_one = router();
    std::vector<Assignment> expected;
    for (const Lead& lead : leads) expected.push_back(one_by_one.route(lead, kNow).assignment);
    Router batch = router();
    EXPECT_EQ(assign_rows(batch, table, kNow, 0, table.rows()), expected);
    EXPECT_EQ(batch.state(), one_by_one.state());
    Router whole = router();
    const Table assigned = assign(whole, table, kNow).value();
    const auto columns = columns_of(rules(), expected);
    for (std::size_t row = 0; row < leads.size(); ++row) {
      for (std::size_t column = 0; column < columns.size(); ++column) {
        ASSERT_EQ(to_text(assigned[column + 1][row]), to_text(columns[column][row]));
      }
    }
    EXPECT_EQ(whole.state(), one_by_one.state());
  }
}

TEST(Batch, PartsAreTheWhole) {
  std::mt19937 random(7);
  std::vector<Lead> leads;
  for (int i = 0; i < 60; ++i) leads.push_back(random_lead(random));
  const Table table = table_of(leads);
  Router whole = router();
  const auto expected = assign_rows(whole, table, kNow, 0, 60);
  Router parts = router();
  auto found = assign_rows(parts, table, kNow, 0, 25);
  for (Assignment& assignment : assign_rows(parts, table, kNow, 25, 35)) {
    found.push_back(std::move(assignment));
  }
  EXPECT_EQ(found, expected);
}

TEST(Match, ErrorsAreListedNotSilent) {
  const Table leads =
      table_of({{"US", {}, "", ""}, {"DE", {}, "", ""}, {"US", 50, "n/a", ""}, {"PL", {}, "", ""}});
  const Matches found = match(BoundRules::bind(rules(), schema_of<Lead>()).value(), leads, kNow);
  EXPECT_EQ(found.entries, (std::vector<std::int32_t>{Matches::kNone, 0, Matches::kError, 3}));
  EXPECT_EQ(found.errors,
            (std::vector<Matches::Error>{{2, 1, 0, criteria::EvaluationError::not_a_number}}));
}

TEST(Difference, SaysWhoWouldChangeHands) {
  const BoundRules before = BoundRules::bind(rules(), schema_of<Lead>()).value();
  RuleSetParts changed = parts();
  changed.entries[3].assign = Target::user("u9");
  changed.entries.push_back({"us", field<&Lead::country>() == "US", Target::queue("us")});
  const BoundRules after =
      BoundRules::bind(RuleSet::make(changed).value(), schema_of<Lead>()).value();
  const Table leads =
      table_of({{"DE", {}, "", ""}, {"PL", {}, "", ""}, {"US", {}, "", ""}, {"FR", {}, "", "u7"}});
  const Difference found = diff(before, after, leads, kNow);
  EXPECT_EQ(found.rows, 4U);
  ASSERT_EQ(found.changes.size(), 2U);
  EXPECT_EQ(found.changes[0].row, 1U);
  EXPECT_EQ(found.changes[0].before.owner, "p1");
  EXPECT_EQ(found.changes[0].after.owner, "u9");
  EXPECT_EQ(found.changes[1].after.target, Target::queue("us"));
  EXPECT_EQ(found.unassigned_before, 1);
  EXPECT_EQ(found.unassigned_after, 0);
  EXPECT_EQ(found.loads, (std::vector<Difference::Load>{{TargetKind::user, "u1", 1, 1},
                                                        {TargetKind::user, "u9", 0, 1},
                                                        {TargetKind::queue, "unassigned", 1, 0},
                                                        {TargetKind::queue, "us", 0, 1},
                                                        {TargetKind::partner, "p1", 1, 0},
                                                        {TargetKind::keep_owner, "u7", 1, 1}}));
  EXPECT_TRUE(diff(before, before, leads, kNow).changes.empty());
}

}  // namespace
}  // namespace galena::assign::test
