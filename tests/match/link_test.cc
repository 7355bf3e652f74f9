// link(): what holds for any two tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "galena/match/deduplicate.hpp"
#include "galena/record/csv.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::People;
using test::Rows;
using test::text_table;

const std::vector<std::string>& kNames = test::kPeopleColumns;
using Pairs = std::set<std::pair<std::string, std::string>>;

/// People's first rows on the left, their second ones on the right.
struct TwoLists {
  Rows left;
  Rows right;
  Pairs truth;
};
TwoLists split(const People& people) {
  TwoLists lists;
  for (std::size_t i = 0; i < people.rows.size(); ++i) {
    const bool second = i > 0 && people.person[i] == people.person[i - 1];
    (second ? lists.right : lists.left).push_back(people.rows[i]);
    if (second) lists.truth.insert({people.rows[i - 1][0], people.rows[i][0]});
  }
  return lists;
}

LinkOptions by_id() {
  LinkOptions options;
  options.id_column = options.right_id_column = "id";
  return options;
}

Pairs pairs_of(const Linkage& found) {
  Pairs pairs;
  for (std::size_t row = 0; row < found.pairs().rows(); ++row) {
    pairs.insert({to_text(found.pairs()[0][row]), to_text(found.pairs()[1][row])});
  }
  return pairs;
}

TEST(Link, FindsRowsOfOneTableInAnother) {
  const TwoLists lists = split(make_people(1500, 11));
  LinkOptions options = by_id();
  options.one_to_one = true;
  const auto found = link(text_table(kNames, lists.left), text_table(kNames, lists.right), options);
  ASSERT_TRUE(found) << found.problems().to_text();
  const Pairs pairs = pairs_of(*found);
  const auto right = static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [&](const auto& pair) { return lists.truth.contains(pair); }));
  EXPECT_GE(right, lists.truth.size() * 97 / 100);
  EXPECT_LE(pairs.size(), lists.truth.size() * 103 / 100);
}

TEST(Link, ThePriorCountsPartnersOfTheLeftTablesRowsWhateverTheirNumber) {
  const TwoLists lists = split(make_people(1500, 11));  // 300 of them are on the right too
  const Table many = text_table(kNames, lists.left);
  const Table few = text_table(kNames, lists.right);
  EXPECT_NEAR(link(many, few, by_id())->report().duplicates_per_record, 0.2, 0.04);
  EXPECT_NEAR(link(few, many, by_id())->report().duplicates_per_record, 1, 0.2);
}

TEST(Link, OneToOneUsesEveryRowAtMostOnceAndKeepsTheStrongestPair) {
  const Table left = text_table(
      kNames, {{"a", "Anna", "Quistorp", "Acme Ltd", "anna.q@acme.com", "+49301234567", "Berlin"}});
  const Table right = text_table(
      kNames, {{"x", "A.", "Quistorp", "", "anna.q@acme.com", "", ""},
               {"y", "Anna", "Quistorp", "Acme Ltd", "anna.q@acme.com", "+49301234567", "Berlin"}});
  const auto all = link(left, right, by_id());
  ASSERT_TRUE(all);
  EXPECT_EQ(pairs_of(*all), (Pairs{{"a", "x"}, {"a", "y"}}));
  LinkOptions single = by_id();
  single.one_to_one = true;
  const auto one = link(left, right, single);
  ASSERT_TRUE(one);
  EXPECT_EQ(pairs_of(*one), (Pairs{{"a", "y"}}));

  const TwoLists lists = split(make_people(1500, 11));
  const auto found = link(text_table(kNames, lists.left), text_table(kNames, lists.right), single);
  std::set<std::string> seen;
  for (const auto& [l, r] : pairs_of(*found))
    EXPECT_TRUE(seen.insert(l).second && seen.insert(r).second);
}

TEST(Link, PairsDeclaredDifferentAreNotLinked) {
  const Rows rows = {
      {"a", "Anna", "Quistorp", "Acme Ltd", "anna.q@acme.com", "+49301234567", "Berlin"}};
  const Rows others = {
      {"x", "A.", "Quistorp", "", "anna.q@acme.com", "", ""},
      {"y", "Anna", "Quistorp", "Acme Ltd", "anna.q@acme.com", "+49301234567", "Berlin"}};
  LinkOptions options = by_id();
  options.one_to_one = true;
  options.not_duplicates = {{Value("a"), Value("y")}};
  const auto found = link(text_table(kNames, rows), text_table(kNames, others), options);
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_EQ(pairs_of(*found), (Pairs{{"a", "x"}}));
  options.not_duplicates = {{Value("y"), Value("a")}};  // not in this order
  EXPECT_EQ(link(text_table(kNames, rows), text_table(kNames, others), options).code(),
            Code::not_found);
}

TEST(Link, ProgressRisesToOne) {
  const TwoLists lists = split(make_people(300, 15));
  LinkOptions options = by_id();
  double last = -1;
  options.progress = [&](double fraction) {
    EXPECT_GE(fraction, last);
    last = fraction;
    return true;
  };
  ASSERT_TRUE(link(text_table(kNames, lists.left), text_table(kNames, lists.right), options));
  EXPECT_EQ(last, 1);
}

TEST(Link, RowsOfOneTableAreNeverPairedWithEachOther) {
  const Rows same = {
      {"a", "Anna", "Quistorp", "Acme Ltd", "anna.q@acme.com", "+49301234567", "Berlin"},
      {"b", "Anna", "Quistorp", "Acme Ltd", "anna.q@acme.com", "+49301234567", "Berlin"}};
  const Rows other = {{"c", "Hugo", "Marlow", "Zeta", "hm@zeta.com", "+49309999999", "Bonn"}};
  const auto found = link(text_table(kNames, same), text_table(kNames, other), by_id());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->pairs().rows(), 0U);
}

TEST(Link, ThreadsAndOrderOfRowsDecideNothing) {
  TwoLists lists = split(make_people(2000, 14));
  std::string one;
  for (const unsigned threads : {1U, 2U, 4U}) {
    LinkOptions options = by_id();
    options.threads = threads;
    const auto found =
        link(text_table(kNames, lists.left), text_table(kNames, lists.right), options);
    ASSERT_TRUE(found);
    if (one.empty()) one = write_csv(found->pairs());
    EXPECT_EQ(write_csv(found->pairs()), one) << threads;
  }
  const auto before =
      link(text_table(kNames, lists.left), text_table(kNames, lists.right), by_id());
  std::mt19937 engine(3);
  std::shuffle(lists.left.begin(), lists.left.end(), engine);
  std::shuffle(lists.right.begin(), lists.right.end(), engine);
  const auto after = link(text_table(kNames, lists.left), text_table(kNames, lists.right), by_id());
  EXPECT_EQ(pairs_of(*after), pairs_of(*before));
}

TEST(Link, EmptyTablesGiveNoPairs) {
  const Table some = text_table(kNames, make_people(10, 1).rows);
  const Table none = text_table(kNames, {});
  for (const auto& [left, right] :
       {std::pair(&some, &none), std::pair(&none, &some), std::pair(&none, &none)}) {
    const auto found = link(*left, *right, by_id());
    ASSERT_TRUE(found) << found.problems().to_text();
    EXPECT_EQ(found->pairs().rows(), 0U);
  }
}

TEST(Link, NumbersAreNotComparedWithNames) {
  // The right table names its companies by their numbers in another list.
  TwoLists lists = split(make_people(400, 15));
  const auto named = link(text_table(kNames, lists.left), text_table(kNames, lists.right), by_id());
  for (std::size_t i = 0; i < lists.right.size(); ++i) lists.right[i][3] = std::to_string(1000 + i);
  const auto numbered =
      link(text_table(kNames, lists.left), text_table(kNames, lists.right), by_id());
  ASSERT_TRUE(named && numbered);
  EXPECT_TRUE(named->report().warnings.empty());
  ASSERT_EQ(numbered->report().warnings.size(), 1U);
  EXPECT_NE(numbered->report().warnings[0].find("'company'"), std::string::npos);
  EXPECT_GE(numbered->pairs().rows(), lists.truth.size() * 95 / 100);
}

/// Two lists of people by name alone, each person once in either; the first names of some are
/// written differently on the right.
TwoLists of_names(std::size_t people) {
  static constexpr const char* kGiven[] = {"Anna", "Bruno", "Clara", "David", "Elena", "Franz"};
  static constexpr const char* kOther[] = {"Ana", "Brunno", "Klara", "Davide", "Helena", "Frans"};
  std::mt19937 engine(4);
  TwoLists lists;
  for (std::size_t i = 0; i < people; ++i) {
    std::string family(1, static_cast<char>('A' + i % 26));
    for (int letter = 0; letter < 7; ++letter)
      family += static_cast<char>(engine() % 2 == 0 ? 'a' + engine() % 26 : "aeiou"[engine() % 5]);
    const std::size_t given = engine() % 6;
    const std::string number = std::to_string(i);
    lists.left.push_back({"L" + number, kGiven[given], family});
    lists.right.push_back({"R" + number, (i % 4 == 0 ? kOther : kGiven)[given], family});
    lists.truth.insert({"L" + number, "R" + number});
  }
  return lists;
}

TEST(Link, WhereRowsHaveOnePartnerTheirOtherPairsCount) {
  const std::vector<std::string> columns = {"id", "first_name", "last_name"};
  TwoLists lists = of_names(400);
  // A namesake of somebody who is on the right once.
  lists.left.push_back({"again", lists.left[1][1], lists.left[1][2] + "s"});
  const auto found =
      link(text_table(columns, lists.left), text_table(columns, lists.right), by_id());
  ASSERT_TRUE(found) << found.problems().to_text();
  ASSERT_TRUE(found->report().left_has_one && found->report().right_has_one);

  const Explanation taken = *found->explain(ValueView("again"), ValueView("R1"));
  EXPECT_LT(taken.partners, -3);
  EXPECT_EQ(taken.rival, "L1 and R1");
  EXPECT_NE(taken.to_text().find("one partner is usual here: L1 and R1 are a pair"),
            std::string::npos)
      << taken.to_text();
  const Explanation own = *found->explain(ValueView("L0"), ValueView("R0"));
  EXPECT_GT(own.partners, 0);
  EXPECT_EQ(own.rival, "");
  // The waterfall adds up, and the pair that is given back has the same weight.
  double sum = own.prior + own.related + own.changed + own.ruled + own.partners;
  for (const FieldEvidence& field : own.fields) sum += field.weight;
  EXPECT_DOUBLE_EQ(sum, own.weight);
  for (std::size_t row = 0; row < found->pairs().rows(); ++row) {
    const auto why = found->explain(found->pairs()[0][row], found->pairs()[1][row]);
    ASSERT_EQ(why->weight, found->pairs()[2][row].number()) << row;
  }
}

TEST(Link, WhereRowsHaveSeveralPartnersTheirOtherPairsDoNotCount) {
  const std::vector<std::string> columns = {"id", "first_name", "last_name"};
  TwoLists lists = of_names(400);
  for (std::size_t i = 0; i < 100; ++i) {
    lists.right.push_back(lists.right[i]);
    lists.right.back()[0] += "b";
  }
  const auto found =
      link(text_table(columns, lists.left), text_table(columns, lists.right), by_id());
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_FALSE(found->report().left_has_one);
  EXPECT_TRUE(found->report().right_has_one);
  const Explanation one_of_two = *found->explain(ValueView("L1"), ValueView("R1"));
  EXPECT_TRUE(one_of_two.outcome->together);
  EXPECT_GE(one_of_two.partners, 0);
}

TEST(Link, CanBeCancelledAndRefusesUnknownColumns) {
  const Table table = text_table(kNames, make_people(50, 2).rows);
  LinkOptions options = by_id();
  options.progress = [](double, std::string_view phase) { return phase != "compare"; };
  EXPECT_EQ(link(table, table, options).code(), Code::cancelled);
  LinkOptions unknown = by_id();
  unknown.right_id_column = "nope";
  EXPECT_EQ(link(table, table, unknown).problems()[0].detail, "unknown_column");
}

TEST(Link, NamesInPartsMeetFullNames) {
  const Table left = text_table({"first_name", "last_name", "email"},
                                {{"Anna", "Quistorp", ""}, {"Hugo", "Marlow", "hugo@marlow.net"}});
  const Table right = text_table(
      {"name", "mail"}, {{"Marlow, Hugo", "hugo@marlow.net"}, {"Eva Unknown", "eva@x.org"}});
  LinkOptions options;
  options.right_fields = {{"name", Kind::full_name, {}}, {"mail", Kind::email, {}}};
  options.preset = Preset::person;
  const auto found = link(left, right, options);
  ASSERT_TRUE(found) << found.problems().to_text();
  ASSERT_EQ(found->pairs().rows(), 1U);
  EXPECT_EQ(found->pairs()[0][0].integer(), 1);
  EXPECT_EQ(found->pairs()[1][0].integer(), 0);
  EXPECT_EQ(found->explain_rows(1, 0)->fields[0].field, "full_name");
}

}  // namespace
}  // namespace galena::match
