// deduplicate() and link(): what holds for any data.
#include "galena/match/deduplicate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "galena/record/csv.hpp"
#include "support/cluster_sets.hpp"
#include "support/generated_leads.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::People;
using test::Rows;
using test::text_table;

const std::vector<std::string>& kNames = test::kPeopleColumns;

using test::clusters_of;
using test::Sets;

double recall_of(const Deduplication& found, const People& people) {
  double pairs = 0;
  double together = 0;
  for (std::size_t i = 1; i < people.rows.size(); ++i) {
    if (people.person[i] != people.person[i - 1]) continue;
    ++pairs;
    together += identical(found.clusters()[1][i], found.clusters()[1][i - 1]) ? 1 : 0;
  }
  return together / pairs;
}

TEST(Deduplicate, FindsSlipsAndTellsWhatColumnsWereTakenFor) {
  const People people = make_people(2000, 1);
  const auto found = deduplicate(text_table(kNames, people.rows), {.id_column = "id"});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_GE(recall_of(*found, people), 0.97);
  EXPECT_EQ(found->report().records, people.rows.size());
  EXPECT_GT(found->report().pairs_compared, 0U);
  // Some of the people have one name, one company and one mailbox.
  EXPECT_NEAR(static_cast<double>(found->report().duplicates), 400, 30);
  EXPECT_EQ(found->fields()[0].kind, Kind::ignore);
  EXPECT_EQ(found->fields()[2].kind, Kind::last_name);
  EXPECT_EQ(found->fields()[4].kind, Kind::email);
  EXPECT_EQ(found->pairs().columns().size(), 4U);
}

TEST(Deduplicate, AnyNumberOfThreadsGivesTheSameBytes) {
  const Table table = text_table(kNames, make_people(3000, 2).rows);
  std::string one;
  for (const unsigned threads : {1U, 2U, 4U, 8U}) {
    const auto found = deduplicate(table, {.id_column = "id", .threads = threads});
    ASSERT_TRUE(found);
    const std::string bytes = write_csv(found->clusters()) + write_csv(found->pairs());
    if (one.empty()) one = bytes;
    EXPECT_EQ(bytes, one) << threads;
  }
}

TEST(Deduplicate, AnyOrderOfRowsGivesTheSameSets) {
  People people = make_people(3000, 3);
  const auto first = deduplicate(text_table(kNames, people.rows), {.id_column = "id"});
  std::mt19937 engine(5);
  std::shuffle(people.rows.begin(), people.rows.end(), engine);
  const auto second = deduplicate(text_table(kNames, people.rows), {.id_column = "id"});
  ASSERT_TRUE(first && second);
  EXPECT_EQ(clusters_of(*first), clusters_of(*second));
  EXPECT_EQ(first->report().duplicates_per_record, second->report().duplicates_per_record);
}

/// Couples that share every key, alone with each other; few, and many enough for samples.
TEST(Deduplicate, ComparesAPairOnceHoweverManyKeysItHas) {
  for (const std::size_t couples : {20U, 12000U}) {
    std::mt19937 engine(11);
    Rows rows;
    for (std::size_t i = 0; i < couples; ++i) {
      std::string mailbox = "m" + std::to_string(i) + "x";
      for (int k = 0; k < 8; ++k) mailbox += static_cast<char>('a' + engine() % 26);
      const std::string phone = "+49 30 " + std::to_string(1000003 + i * 719 % 8000000);
      rows.insert(rows.end(), 2, {mailbox + "@" + mailbox + ".com", phone});
    }
    const auto found = deduplicate(
        text_table({"mail", "phone"}, rows),
        {.fields = Fields{{"mail", Kind::email}, {"phone", Kind::phone}}, .threads = 2});
    ASSERT_TRUE(found) << found.problems().to_text();
    EXPECT_EQ(found->report().pairs_compared, couples);
    EXPECT_EQ(found->report().clusters, couples);
  }
}

TEST(Deduplicate, OneCompanyOfAllIsRefinedNotDropped) {
  // Few enough that hardly two of them have one name by accident.
  const People spread = make_people(1000, 4);
  const People skewed = make_people(1000, 4, "Acme Worldwide Ltd");
  const auto even = deduplicate(text_table(kNames, spread.rows), {.id_column = "id"});
  const auto found = deduplicate(text_table(kNames, skewed.rows), {.id_column = "id"});
  ASSERT_TRUE(even && found);
  EXPECT_GT(found->report().refined_blocks, 0U);
  EXPECT_GE(recall_of(*found, skewed), 0.95 * recall_of(*even, spread));
  EXPECT_LE(found->report().pairs_compared, 10 * even->report().pairs_compared);
}

TEST(Deduplicate, TenThousandEqualRowsAreNotQuadratic) {
  const Rows rows(10000, {"", "Anna", "Berg", "Acme", "a.berg@acme.com", "+49301234567", "Berlin"});
  const auto found = deduplicate(text_table(kNames, rows), {.never_compared = {"id"}});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_LT(found->report().pairs_compared, 10000U * 600U);
  EXPECT_EQ(found->report().clusters, 1U);
}

TEST(Deduplicate, BlankRowsAreNoDuplicates) {
  Rows rows(50, std::vector<std::string>(kNames.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i][0] = std::to_string(i);
  const auto found = deduplicate(text_table(kNames, rows), {.id_column = "id"});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->report().duplicates, 0U);
  EXPECT_EQ(found->clusters().rows(), 50U);
}

TEST(Deduplicate, TheOldestMemberNamesTheClusterElseTheLeastId) {
  const std::vector<std::string> names = {"id", "created", "first_name", "last_name", "email"};
  Rows rows = {{"z", "2020-01-05", "Anna", "Quistorp", "aq@acme.com"},
               {"b", "2021-02-03", "Anna", "Quistorp", "aq@acme.com"},
               {"c", "", "Anna", "Quistorp", "aq@acme.com"},
               {"d", "2019-01-01", "Hugo", "Marlow", "hm@zeta.com"}};
  const auto dated = deduplicate(text_table(names, rows), {.id_column = "id"});
  ASSERT_TRUE(dated);
  EXPECT_EQ(dated->clusters()[1].text(0), "z");
  EXPECT_EQ(dated->clusters()[1].text(2), "z");
  EXPECT_EQ(dated->clusters()[1].text(3), "d");
  for (auto& row : rows) row[1].clear();
  const auto undated = deduplicate(text_table(names, rows), {.id_column = "id"});
  EXPECT_EQ(undated->clusters()[1].text(0), "b");
}

TEST(Deduplicate, PairsDeclaredDifferentAreNeverTogether) {
  const People people = make_people(500, 6);
  const Table table = text_table(kNames, people.rows);
  const auto before = deduplicate(table, {.id_column = "id"});
  ASSERT_TRUE(before);
  ASSERT_TRUE(identical(before->clusters()[1][0], before->clusters()[1][1]));
  Options options{.id_column = "id"};
  options.not_duplicates = {{Value("r0"), Value("r1")}};
  const auto after = deduplicate(table, options);
  ASSERT_TRUE(after);
  EXPECT_FALSE(identical(after->clusters()[1][0], after->clusters()[1][1]));
  options.not_duplicates = {{Value("r0"), Value("nobody")}};
  EXPECT_EQ(deduplicate(table, options).code(), Code::not_found);
}

TEST(Deduplicate, TheRepresentativeIsTheEarliestByTheOrderThatTheColumnShows) {
  const std::vector<std::string> names = {"id", "name", "email", "created_at"};
  const auto first_of = [&](Rows rows, std::optional<DateOrder> order) {
    for (auto& row : rows) row.insert(row.begin() + 1, {"Anna Quistorp", "anna.q@acme.com"});
    rows.push_back({"other", "Hugo Marlow", "hugo@zeta.com", rows.back()[3]});
    rows.erase(rows.end() - 2);  // only its date was wanted
    const auto found =
        deduplicate(text_table(names, rows), {.fields = {{"name", Kind::full_name},
                                                         {"email", Kind::email},
                                                         {"created_at", Kind::created, order}},
                                              .id_column = "id"});
    EXPECT_TRUE(found);
    EXPECT_TRUE(identical(found->clusters()[1][0], found->clusters()[1][1]));
    return std::string(found->clusters()[1].text(0));
  };
  // 31 is no month, so that the column is month first.
  const Rows american = {{"feb", "02/01/2021"}, {"jan", "01/03/2021"}, {"", "12/31/2020"}};
  EXPECT_EQ(first_of(american, std::nullopt), "jan");
  EXPECT_EQ(first_of(american, DateOrder::day_month_year), "feb");
  const Rows short_years = {{"new", "05/02/21"}, {"old", "13/02/99"}, {"", "13/02/99"}};
  EXPECT_EQ(first_of(short_years, std::nullopt), "old");
  // Years of two digits turn at 1930, as in normalise().
  const Rows last_century = {{"new", "13/02/31"}, {"old", "13/02/30"}, {"", "13/02/29"}};
  EXPECT_EQ(first_of(last_century, std::nullopt), "old");
  const Rows turn = {{"new", "13/02/29"}, {"old", "13/02/45"}, {"", "13/02/29"}};
  EXPECT_EQ(first_of(turn, std::nullopt), "old");
}

TEST(Deduplicate, TheWritingOfANameThatCameFirstDecidesNothing) {
  const std::vector<std::string> names = {"id", "name"};
  Rows rows = {{"a", "Maria Garcia Lopez"}, {"b", "Garcia Lopez, Maria"}, {"c", "Ana Lopez"}};
  const Options options{.fields = {{"name", Kind::full_name}}, .id_column = "id"};
  const auto one = deduplicate(text_table(names, rows), options);
  std::swap(rows[0], rows[1]);
  const auto other = deduplicate(text_table(names, rows), options);
  for (const char* id : {"a", "b"}) {
    EXPECT_EQ(one->explain(Value(id), Value("c"))->weight,
              other->explain(Value(id), Value("c"))->weight);
  }
}

TEST(Deduplicate, MoreFieldsThanCanBeComparedAreRefused) {
  std::vector<std::string> names = {"id"};
  Fields fields;
  for (std::size_t i = 0; i <= kMostFields; ++i) {
    names.push_back("note " + std::to_string(i));
    fields.push_back({names.back(), Kind::text});
  }
  const Table table = text_table(names, {std::vector<std::string>(names.size(), "x"),
                                         std::vector<std::string>(names.size(), "y")});
  EXPECT_EQ(deduplicate(table, {.fields = fields}).code(), Code::limit_exceeded);
  EXPECT_EQ(link(table, table, {{.fields = fields}}).code(), Code::limit_exceeded);
  const Explanation left_out = compare(Model(), fields, table.row(0), table.row(1));
  EXPECT_LE(left_out.fields.size(), kMostFields);
  fields.back().kind = Kind::ignore;
  const auto found = deduplicate(table, {.fields = fields});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_TRUE(found->explain(Value(0), Value(1)));
}

TEST(Deduplicate, ExplainsAnyPairAndAnyCluster) {
  const People people = make_people(300, 7);
  const auto found = deduplicate(text_table(kNames, people.rows), {.id_column = "id"});
  ASSERT_TRUE(found);
  const auto pair = found->explain(ValueView("r0"), ValueView("r1"));
  ASSERT_TRUE(pair);
  EXPECT_GT(pair->probability, 0.5);
  const auto strangers = found->explain_rows(0, people.rows.size() - 1);
  ASSERT_TRUE(strangers);
  EXPECT_LT(strangers->probability, 0.5);
  EXPECT_EQ(found->explain_rows(0, 99999).code(), Code::not_found);
  EXPECT_EQ(found->explain(ValueView("r0"), ValueView("x")).code(), Code::not_found);
  const auto cluster = found->explain_cluster(ValueView("r1"));
  ASSERT_TRUE(cluster);
  EXPECT_EQ(cluster->members, (std::vector<std::string>{"r0", "r1"}));
  ASSERT_EQ(cluster->joins.size(), 1U);
  EXPECT_EQ(cluster->weakest, cluster->joins[0].weight);
  EXPECT_EQ(cluster->joins[0].weight, pair->weight);
}

TEST(Deduplicate, ReportsTheWeightThatItExplains) {
  const auto found = deduplicate(text_table(kNames, make_people(800, 8).rows), {.id_column = "id"});
  ASSERT_TRUE(found);
  const Table& pairs = found->pairs();
  ASSERT_GT(pairs.rows(), 100U);
  for (std::size_t row = 0; row < pairs.rows(); row += 7) {
    const auto explained = found->explain(pairs[0][row], pairs[1][row]);
    ASSERT_TRUE(explained);
    EXPECT_EQ(explained->weight, pairs[2][row].number());
    EXPECT_EQ(explained->probability, pairs[3][row].number());
    EXPECT_TRUE(explained->candidate);
  }
}

TEST(Deduplicate, RefusesWhatItCannotDo) {
  const Table table = text_table(kNames, make_people(20, 9).rows);
  EXPECT_EQ(deduplicate(table, {.id_column = "nope"}).problems()[0].detail, "unknown_column");
  EXPECT_EQ(deduplicate(table, {.fields = {{"no", Kind::email, {}}, {"nor", Kind::city, {}}}})
                .problems()
                .size(),
            2U);
  EXPECT_EQ(deduplicate(table, {.id_column = "first_name"}).problems()[0].detail, "repeated_id");
  EXPECT_EQ(deduplicate(table, {.threshold = 1.5}).code(), Code::invalid_argument);
}

TEST(Deduplicate, IdsMustBeThereAndUnique) {
  Rows rows = make_people(20, 9).rows;
  rows[3][0].clear();
  rows[5][0].clear();
  const auto blank = deduplicate(text_table(kNames, rows), {.id_column = "id"});
  ASSERT_EQ(blank.problems().size(), 2U);
  EXPECT_EQ(blank.problems()[0].detail, "blank_id");
  EXPECT_NE(blank.problems()[1].message.find("row 5"), std::string::npos);
  rows[3][0] = rows[5][0] = "twice";
  const auto repeated = deduplicate(text_table(kNames, rows), {.id_column = "id"});
  ASSERT_EQ(repeated.problems().size(), 1U);
  EXPECT_EQ(repeated.problems()[0].detail, "repeated_id");
}

TEST(Deduplicate, EmptyAndSingleRowTables) {
  for (const std::size_t rows : {std::size_t{0}, std::size_t{1}}) {
    Rows few = make_people(20, 9).rows;
    few.resize(rows);
    const auto found = deduplicate(text_table(kNames, few), {.id_column = "id"});
    ASSERT_TRUE(found) << found.problems().to_text();
    EXPECT_EQ(found->clusters().rows(), rows);
    EXPECT_EQ(found->pairs().rows(), 0U);
    EXPECT_EQ(found->report().duplicates, 0U);
  }
  EXPECT_EQ(deduplicate(Table()).value().clusters().rows(), 0U);
}

TEST(Deduplicate, ColumnsWithoutValuesChangeNothing) {
  const People people = make_people(600, 12);
  const auto plain = deduplicate(text_table(kNames, people.rows), {.id_column = "id"});
  std::vector<std::string> names = kNames;
  Rows rows = people.rows;
  for (const char* const name : {"street", "birth date", "website", "notes"}) {
    names.emplace_back(name);
    for (auto& row : rows) row.emplace_back();
  }
  const auto padded = deduplicate(text_table(names, rows), {.id_column = "id"});
  ASSERT_TRUE(plain && padded);
  EXPECT_EQ(clusters_of(*padded), clusters_of(*plain));
  EXPECT_EQ(write_csv(padded->pairs()), write_csv(plain->pairs()));
}

TEST(Deduplicate, ATableOfWhichNothingIsComparedHasNoDuplicates) {
  const Table table = text_table({"id", "blob"}, {{"1", "x"}, {"2", "x"}, {"3", ""}});
  const auto found =
      deduplicate(table, {.fields = {{"blob", Kind::ignore, {}}}, .id_column = "id"});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_EQ(found->report().duplicates, 0U);
  EXPECT_EQ(found->clusters().rows(), 3U);
}

TEST(Deduplicate, TheSameListTwiceIsFoundTwice) {
  const Rows once = make_people(800, 13).rows;
  Rows twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  for (std::size_t i = 0; i < twice.size(); ++i) twice[i][0] = std::to_string(i);
  const auto found = deduplicate(text_table(kNames, twice), {.id_column = "id"});
  ASSERT_TRUE(found);
  std::size_t together = 0;
  for (std::size_t i = 0; i < once.size(); ++i) {
    together += identical(found->clusters()[1][i], found->clusters()[1][i + once.size()]) ? 1 : 0;
  }
  EXPECT_EQ(together, once.size());
}

TEST(Deduplicate, CanBeCancelledAndTellsHowFarItIs) {
  const Table table = text_table(kNames, make_people(500, 10).rows);
  double last = -1;
  bool monotone = true;
  const Progress watch = [&](double fraction, std::string_view) {
    monotone = monotone && fraction >= last;
    last = fraction;
    return true;
  };
  ASSERT_TRUE(deduplicate(table, {.id_column = "id", .progress = watch}));
  EXPECT_TRUE(monotone);
  EXPECT_EQ(last, 1);
  const Progress stop = [](double, std::string_view phase) { return phase != "compare"; };
  EXPECT_EQ(deduplicate(table, {.id_column = "id", .progress = stop}).code(), Code::cancelled);
}

/// The limit decides how, not what: passes over keys, no sketches, an error where nothing fits.
TEST(Deduplicate, StaysWithinMemory) {
  const test::GeneratedLeads leads = test::generated_leads({.rows = 21000, .seed = 3});
  const auto run = [&](std::size_t limit) {
    return deduplicate(leads.table, {.fields = {{"last_name", Kind::last_name, {}},
                                                {"phone", Kind::phone, {}},
                                                {"email", Kind::email, {}}},
                                     .id_column = "id",
                                     .memory_limit = limit});
  };
  const auto refused = run(1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems().front().code, Code::limit_exceeded);
  const std::string message = refused.problems().front().message;
  const std::size_t needed = std::stoull(message.substr(message.find("at least ") + 9));
  EXPECT_FALSE(run(needed - 1));
  const auto all = run(0);
  ASSERT_TRUE(all);
  for (const std::size_t limit : {needed, needed + needed / 8}) {
    const auto limited = run(limit);
    ASSERT_TRUE(limited) << limit;
    EXPECT_EQ(write_csv(limited->clusters()), write_csv(all->clusters())) << limit;
    EXPECT_EQ(write_csv(limited->pairs()), write_csv(all->pairs())) << limit;
  }
}

/// Keys that bring next to nothing are left after a sample, which the report says.
TEST(Deduplicate, LeavesKeysThatAreNotWorthIt) {
  const test::GeneratedLeads leads = test::generated_leads({.rows = 30000, .seed = 3});
  const auto found = deduplicate(leads.table, {.id_column = "id"});
  ASSERT_TRUE(found);
  std::uint64_t compared = 0;
  std::uint64_t brought = 0;
  std::size_t left = 0;
  for (const BlockingSummary& key : found->report().blocking) {
    compared += key.compared;
    EXPECT_GT(key.share, 0) << key.key;
    EXPECT_LE(key.share, 1) << key.key;
    EXPECT_LE(key.found, key.compared) << key.key;
    if (key.share < 1) {
      ++left;
      // With the three more that may be there where none was found.
      EXPECT_LT(static_cast<double>(key.found + 3) / key.share, static_cast<double>(brought) / 200)
          << key.key;
    }
    brought += key.found;
  }
  EXPECT_EQ(compared, found->report().pairs_compared);
  EXPECT_GE(left, 1U);
}

}  // namespace
}  // namespace galena::match
