// What clusters must not hold, and what explanations say of pairs that are not joined.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "galena/match/deduplicate.hpp"
#include "galena/record/csv.hpp"
#include "support/cluster_sets.hpp"
#include "support/generated_leads.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::Rows;
using test::text_table;

using test::clusters_of;
using test::Sets;

std::vector<std::string> names_with_source() {
  std::vector<std::string> names = test::kPeopleColumns;
  names.emplace_back("system");
  return names;
}

/// People, some of them three and more times in the very same words, each row of a system.
Rows people_of_systems(unsigned seed) {
  Rows rows = make_people(600, seed).rows;
  std::mt19937 engine(seed);
  const std::size_t once = rows.size();
  for (std::size_t i = 0; i < once; ++i) {
    for (std::size_t copies = i % 4 == 0 ? engine() % 5 : 0; copies > 0; --copies) {
      rows.push_back(rows[i]);
      rows.back()[0] = "x" + std::to_string(rows.size());
    }
  }
  const char* const systems[] = {"crm", "shop", "fair", ""};
  for (auto& row : rows) row.emplace_back(systems[engine() % 4]);
  return rows;
}

Options one_per_system() {
  Options options{.id_column = "id"};
  options.source_column = "system";
  return options;
}

TEST(Constraints, HoldForEveryClusterInAnyOrderOfRowsAndOnAnyThreads) {
  Rows rows = people_of_systems(31);
  std::map<std::string, std::string> system;
  for (const auto& row : rows) system[row[0]] = row.back();
  std::mt19937 engine(5);
  Options options = one_per_system();
  options.most_members = 4;
  for (int i = 0; i < 60; ++i) {
    options.not_duplicates.emplace_back(Value(std::string_view(rows[engine() % rows.size()][0])),
                                        Value(std::string_view(rows[engine() % rows.size()][0])));
  }
  for (std::size_t i = 600; i + 1 < rows.size(); i += 7)
    options.not_duplicates.emplace_back(Value(std::string_view(rows[i][0])),
                                        Value(std::string_view(rows[i + 1][0])));
  Sets first;
  std::size_t doubled = 0;  // clusters without constraints that break one
  for (int round = 0; round < 6; ++round) {
    options.threads = static_cast<unsigned>(1 + round % 4);
    const auto found = deduplicate(text_table(names_with_source(), rows), options);
    ASSERT_TRUE(found) << found.problems().to_text();
    const Sets sets = clusters_of(*found);
    if (round == 0) first = sets;
    EXPECT_EQ(sets, first) << round;
    std::map<std::string, const std::set<std::string>*> cluster_of;
    for (const std::set<std::string>& members : sets) {
      EXPECT_LE(members.size(), 4U);
      std::set<std::string> seen;
      for (const std::string& id : members) {
        EXPECT_TRUE(system[id].empty() || seen.insert(system[id]).second) << id;
        cluster_of[id] = &members;
      }
    }
    for (const auto& [a, b] : options.not_duplicates) {
      if (to_text(a) != to_text(b)) {
        EXPECT_NE(cluster_of[to_text(a)], cluster_of[to_text(b)]);
      }
    }
    std::shuffle(rows.begin(), rows.end(), engine);
  }
  const auto free = deduplicate(text_table(names_with_source(), rows),
                                {.id_column = "id", .never_compared = {"system"}});
  for (const std::set<std::string>& members : clusters_of(*free)) {
    std::set<std::string> seen;
    for (const std::string& id : members)
      doubled += system[id].empty() || seen.insert(system[id]).second ? 0 : 1;
  }
  EXPECT_GT(doubled, 100U);
}

TEST(Constraints, TheSourceIsNotComparedUnlessFieldsNameIt) {
  const Table table = text_table(names_with_source(), people_of_systems(32));
  const auto found = deduplicate(table, one_per_system());
  ASSERT_TRUE(found);
  for (const Field& field : found->fields()) {
    if (field.column == "system") {
      EXPECT_EQ(field.kind, Kind::ignore);
    }
  }
  Options wrong = one_per_system();
  wrong.source_column = "nowhere";
  EXPECT_EQ(deduplicate(table, wrong).problems()[0].detail, "unknown_column");
}

TEST(Constraints, NoSourceAndNoLimitChangeNothing) {
  const Rows rows = people_of_systems(33);
  const Options plain{.id_column = "id", .never_compared = {"system"}};
  Options blank = one_per_system();
  Rows without = rows;
  for (auto& row : without) row.back().clear();
  const auto before = deduplicate(text_table(names_with_source(), rows), plain);
  const auto after = deduplicate(text_table(names_with_source(), without), blank);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(write_csv(before->clusters()), write_csv(after->clusters()));
}

/// Ann three times in one system and once in another, and a stranger.
Table ann() {
  return text_table({"id", "name", "email", "phone", "system"},
                    {{"1", "Ann Quistorp", "ann@quistorp.org", "030 1234567", "crm"},
                     {"2", "Ann Quistorp", "ann@quistorp.org", "030 1234567", "crm"},
                     {"3", "Ann Quistorp", "ann@quistorp.org", "030 1234567", "shop"},
                     {"4", "Hugo Marlow", "hugo@marlow.net", "0171 9988776", "shop"}});
}

TEST(Outcome, TellsWhichRuleKeepsAPairApart) {
  const auto found = deduplicate(ann(), one_per_system());
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_EQ(clusters_of(*found), (Sets{{"1", "3"}, {"2"}, {"4"}}));
  const auto same = found->explain(Value("1"), Value("2"));
  EXPECT_GT(same->probability, 0.9);
  ASSERT_TRUE(same->outcome);
  EXPECT_FALSE(same->outcome->together);
  EXPECT_FALSE(same->outcome->would_join);
  EXPECT_EQ(same->outcome->obstacle, "one_per_source");
  EXPECT_EQ(same->outcome->words,
            "Not one: the two both have \"crm\" in system, of which a cluster holds each value "
            "once.");
  // 3 is with 1, which is of the same system as 2.
  const auto indirect = found->explain(Value("2"), Value("3"));
  EXPECT_EQ(indirect->outcome->obstacle, "one_per_source");
  EXPECT_EQ(indirect->outcome->words,
            "Not one: 2 and 1 of their clusters both have \"crm\" in system, of which a cluster "
            "holds each value once.");
  const auto joined = found->explain(Value("1"), Value("3"));
  EXPECT_TRUE(joined->outcome->together);
  EXPECT_EQ(joined->outcome->obstacle, "");
  EXPECT_NE(joined->to_text().find("One: both are in the cluster of 1."), std::string::npos);
  EXPECT_NE(joined->to_json().find(R"("outcome":{"together":true,"would_join":true)"),
            std::string::npos);
}

TEST(Outcome, TellsOfDeclarationsAndSizes) {
  Options declared{.id_column = "id", .never_compared = {"system"}};
  declared.not_duplicates = {{Value("1"), Value("2")}};
  const auto found = deduplicate(ann(), declared);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->explain(Value("2"), Value("1"))->outcome->obstacle, "declared_apart");
  EXPECT_EQ(found->explain(Value("2"), Value("3"))->outcome->words,
            "Not one: 2 and 1 of their clusters are declared not to be one.");
  Options small{.id_column = "id", .never_compared = {"system"}};
  small.most_members = 2;
  const auto limited = deduplicate(ann(), small);
  ASSERT_TRUE(limited);
  EXPECT_EQ(clusters_of(*limited), (Sets{{"1", "2"}, {"3"}, {"4"}}));
  EXPECT_EQ(limited->explain(Value("1"), Value("3"))->outcome->words,
            "Not one: their clusters have 2 and 1 members, and a cluster may have at most 2.");
  EXPECT_EQ(limited->explain(Value("1"), Value("4"))->outcome->obstacle, "too_weak");
}

TEST(Outcome, AgreesWithTheClustersForEveryPair) {
  Rows rows = people_of_systems(34);
  rows.resize(250);
  Options options = one_per_system();
  options.most_members = 3;
  const auto found = deduplicate(text_table(names_with_source(), rows), options);
  ASSERT_TRUE(found);
  std::map<std::string, int> told;
  for (std::size_t a = 0; a < rows.size(); ++a) {
    for (std::size_t b = a + 1; b < rows.size(); b += 1 + a % 3) {
      const auto pair = found->explain_rows(a, b);
      ASSERT_TRUE(pair && pair->outcome);
      const PairOutcome& outcome = *pair->outcome;
      EXPECT_EQ(outcome.together, identical(found->clusters()[1][a], found->clusters()[1][b]));
      EXPECT_EQ(outcome.together, outcome.obstacle.empty());
      EXPECT_EQ(outcome.would_join, outcome.together || outcome.obstacle == "not_compared");
      if (outcome.obstacle == "not_compared") {
        EXPECT_FALSE(pair->candidate);
      }
      ++told[outcome.obstacle];
    }
  }
  EXPECT_GT(told["one_per_source"], 0);
  EXPECT_GT(told["too_weak"], 0);
}

TEST(Outcome, AverageLinkStopsPairsThatAreStrongAlone) {
  const test::GeneratedLeads leads = test::generated_leads({.rows = 6000, .seed = 3});
  const auto found = deduplicate(leads.table, {.id_column = "id"});
  ASSERT_TRUE(found);
  std::map<std::string, int> told;
  const Table& pairs = found->pairs();
  for (std::size_t row = 0; row < pairs.rows(); ++row) {
    const auto pair = found->explain(pairs[0][row], pairs[1][row]);
    ASSERT_TRUE(pair && pair->outcome && pair->candidate);
    EXPECT_NE(pair->outcome->obstacle, "too_weak");
    EXPECT_NE(pair->outcome->obstacle, "not_compared");
    ++told[pair->outcome->obstacle];
    if (pair->outcome->obstacle == "average") {
      EXPECT_NE(pair->outcome->words.find("the pair alone would be"), std::string::npos);
    }
  }
  EXPECT_GT(told[""], 500);
  EXPECT_GT(told["average"], 0);
}

TEST(Outcome, OfALinkNamesThePairThatTookTheRecord) {
  const std::vector<std::string> names = {"id", "name", "email", "phone"};
  const Table left = text_table(names, {{"l1", "Ann Quistorp", "ann@quistorp.org", "030 1234567"},
                                        {"l2", "Hugo Marlow", "hugo@marlow.net", "0171 9988776"}});
  const Table right = text_table(names, {{"r1", "Ann Quistorp", "ann@quistorp.org", "030 1234567"},
                                         {"r2", "Ann Quistorp", "ann@quistorp.org", ""}});
  LinkOptions options;
  options.id_column = options.right_id_column = "id";
  options.one_to_one = true;
  const auto found = link(left, right, options);
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_TRUE(found->explain(Value("l1"), Value("r1"))->outcome->together);
  const auto second = found->explain(Value("l1"), Value("r2"));
  EXPECT_EQ(second->outcome->obstacle, "one_to_one");
  EXPECT_NE(second->outcome->words.find("l1 is linked to r1"), std::string::npos);
  EXPECT_EQ(found->explain(Value("l2"), Value("r1"))->outcome->obstacle, "too_weak");
  options.not_duplicates = {{Value("l1"), Value("r1")}};
  const auto declared = link(left, right, options);
  EXPECT_EQ(declared->explain(Value("l1"), Value("r1"))->outcome->obstacle, "declared_apart");
  EXPECT_TRUE(declared->explain(Value("l1"), Value("r2"))->outcome->together);
}

TEST(Constraints, OneToOneLinksDoNotDependOnTheOrderOfRows) {
  Rows left = people_of_systems(35);
  Rows right = people_of_systems(35);
  for (auto& row : right) row[0] = "right " + row[0];
  LinkOptions options;
  options.id_column = options.right_id_column = "id";
  options.never_compared = {"system"};
  options.one_to_one = true;
  std::set<std::string> first;
  std::mt19937 engine(6);
  for (int round = 0; round < 4; ++round) {
    const auto found = link(text_table(names_with_source(), left),
                            text_table(names_with_source(), right), options);
    ASSERT_TRUE(found) << found.problems().to_text();
    std::set<std::string> pairs;
    std::set<std::string> used;
    for (std::size_t row = 0; row < found->pairs().rows(); ++row) {
      const std::string a = to_text(found->pairs()[0][row]);
      const std::string b = to_text(found->pairs()[1][row]);
      pairs.insert(a + " " + b);
      EXPECT_TRUE(used.insert(a).second && used.insert(b).second);
    }
    if (round == 0) first = pairs;
    EXPECT_EQ(pairs, first) << round;
    std::shuffle(left.begin(), left.end(), engine);
    std::shuffle(right.begin(), right.end(), engine);
  }
}

TEST(ClusterExplained, TellsTheOrderOfJoiningAndEachStrongestLink) {
  const Table table =
      text_table({"id", "name", "email", "phone", "city"},
                 {{"1", "Ann Quistorp", "ann@quistorp.org", "030 1234567", "Berlin"},
                  {"2", "Ann Quistorp", "ann@quistorp.org", "030 1234567", "Berlin"},
                  {"3", "A. Quistorp", "ann@quistorp.org", "", "Berlin"},
                  {"4", "Ann Quistorp", "", "030 1234567", ""},
                  {"5", "Hugo Marlow", "hugo@marlow.net", "0171 9988776", "Rome"}});
  const auto found = deduplicate(table, {.id_column = "id"});
  ASSERT_TRUE(found);
  const auto cluster = found->explain_cluster(Value("3"));
  ASSERT_TRUE(cluster);
  EXPECT_EQ(cluster->cluster, "1");
  EXPECT_EQ(cluster->members, (std::vector<std::string>{"1", "2", "3", "4"}));
  ASSERT_EQ(cluster->joins.size(), 3U);
  EXPECT_EQ(cluster->joins[0].left_members + cluster->joins[0].right_members, 2U);
  EXPECT_EQ(cluster->joins[2].left_members + cluster->joins[2].right_members, 4U);
  EXPECT_GE(cluster->joins[0].weight, cluster->joins[1].weight);
  EXPECT_GE(cluster->joins[1].weight, cluster->joins[2].weight);
  EXPECT_EQ(cluster->weakest, cluster->joins[2].weight);
  ASSERT_EQ(cluster->links.size(), 4U);
  double total = 0;
  for (const auto& link : cluster->links) {
    EXPECT_EQ(
        found->explain(Value(std::string_view(link.member)), Value(std::string_view(link.partner)))
            ->weight,
        link.weight);
    EXPECT_LE(link.average, link.weight);
    total += link.average;
  }
  EXPECT_NEAR(cluster->average, total / 4, 1e-9);
  EXPECT_EQ(found
                ->explain(Value(std::string_view(cluster->least_left)),
                          Value(std::string_view(cluster->least_right)))
                ->weight,
            cluster->least);
  EXPECT_EQ(cluster->links[0].partner, "2");
  const std::string text = cluster->to_text();
  EXPECT_NE(text.find("2 joins 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("in the order of joining"), std::string::npos);
  EXPECT_NE(cluster->to_json().find(R"("size":4)"), std::string::npos);
  const auto alone = found->explain_cluster(Value("5"));
  EXPECT_EQ(alone->to_text(), "cluster 5: 1 member\n");
  EXPECT_TRUE(alone->joins.empty() && alone->links.empty());
}

/// Couples of siblings, dozens of rows each, of which many name neither of the two.
Rows siblings() {
  static const char* const first[] = {"Anna", "Peter", "Maria", "John", "Eva",  "Karl",
                                      "Lena", "Omar",  "Ines",  "Hugo", "Rosa", "Emil"};
  static const char* const parts[] = {"ber", "man", "stein", "low", "ski", "feld",
                                      "ham", "rup", "wick",  "den", "mar", "tov"};
  std::mt19937 engine(8);
  Rows rows;
  std::string last;
  std::string phone;
  for (unsigned person = 0; person < 60; ++person) {
    if (person % 2 == 0) {
      last = "Q";  // one draw a statement: in a sum their order is the compiler's
      for (int part = 0; part < 3; ++part) last += parts[engine() % 12];
      phone = "+4930" + std::to_string(1000000 + engine() % 8999999);
    }
    const std::string name = first[(person * 5) % 12];
    const std::string mail = name + "." + last + "@acme.com";
    std::string born = std::to_string(1950 + engine() % 40);
    born += "-03-" + std::to_string(10 + engine() % 18);
    for (int i = 0; i < 35; ++i) {
      const auto some = [&](const std::string& value, unsigned percent) {
        std::string given = engine() % 100 < percent ? value : std::string();
        if (engine() % 8 == 0 && given.size() > 3) std::swap(given[1], given[2]);
        return given;
      };
      rows.push_back({"s" + std::to_string(rows.size()), some(name, 70), some(last, 90),
                      some(engine() % 4 == 0 ? last + "@gmx.de" : mail, 60), some(phone, 60),
                      some(born, 60)});
    }
  }
  return rows;
}

const std::vector<std::string> kSiblings = {"id",    "first_name", "last_name",
                                            "email", "phone",      "birth_date"};

TEST(Constraints, LargeClustersDoNotDependOnTheOrderOfRows) {
  Rows rows = siblings();
  const auto before = deduplicate(text_table(kSiblings, rows), {.id_column = "id"});
  std::mt19937 engine(9);
  std::shuffle(rows.begin(), rows.end(), engine);
  const auto after = deduplicate(text_table(kSiblings, rows), {.id_column = "id", .threads = 3});
  ASSERT_TRUE(before && after);
  EXPECT_EQ(clusters_of(*before), clusters_of(*after));
}

TEST(ClusterExplained, TellsWhoCameAndWhoLeft) {
  const Table table = text_table(kSiblings, siblings());
  const auto found = deduplicate(table, {.id_column = "id"});
  ASSERT_TRUE(found);
  std::map<std::string, int> came;
  std::map<std::string, int> left;
  for (const auto& members : clusters_of(*found)) {
    const auto cluster = found->explain_cluster(Value(std::string_view(*members.begin())));
    ASSERT_TRUE(cluster);
    for (const auto& move : cluster->moves) {
      EXPECT_GT(move.gain, 0);
      if (move.arrived) {
        EXPECT_TRUE(members.contains(move.member));
      }
      // Whom it was with may have come along: then no other cluster tells that it left.
      if (move.arrived && (move.other.empty() || members.contains(move.other))) continue;
      ++(move.arrived ? came : left)[move.member];
    }
    if (cluster->moves.empty()) continue;
    EXPECT_NE(cluster->to_text().find("then moved\n"), std::string::npos);
    EXPECT_NE(cluster->to_json().find(R"("moves":[{"member":)"), std::string::npos);
  }
  EXPECT_GE(came.size(), 2U);
  for (const auto& [member, times] : came) EXPECT_EQ(left.count(member), 1U) << member;
}

}  // namespace
}  // namespace galena::match
