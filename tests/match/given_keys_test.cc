// Blocking keys that the caller gives, and which share of known matches keys bring up.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "galena/match/train.hpp"
#include "match/candidates.hpp"
#include "match/pair_completeness.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::People;
using test::text_table;

const Fields kFields = {
    {"first", Kind::first_name, {}}, {"last", Kind::last_name, {}},  {"email", Kind::email, {}},
    {"work", Kind::email, {}},       {"phone", Kind::phone, {}},     {"company", Kind::company, {}},
    {"city", Kind::city, {}},        {"born", Kind::birth_date, {}}, {"notes", Kind::ignore, {}}};
const std::vector<std::string> kColumns = {"id",      "first", "last", "email", "work", "phone",
                                           "company", "city",  "born", "notes", "a:b"};

Table leads() {
  return text_table(kColumns, {{"a", "Jane", "Smith", "j@acme.com", "", "030 1234567",
                                "Quistorp Pumps Ltd", "Berlin", "1978-11-12", "x", "y"},
                               {"b", "Jane", "Smyth", "jane@zeta.org", "j@acme.com", "",
                                "Pumps by Quistorp", "Berlin", "1978-03-01", "x", "y"},
                               {"c", "Omar", "Smith", "omar@x.org", "", "0171 1234567", "Zeta AG",
                                "Rome", "1981-02-03", "x", "y"}});
}

Options with_keys(BlockingKeys keys) {
  Options options{.fields = kFields, .id_column = "id"};
  options.blocking = std::move(keys);
  return options;
}

Table pairs_of(const std::vector<std::vector<std::string>>& rows) {
  return text_table({"left", "right"}, rows);
}

/// Whether a key brings two leads up.
bool brings_up(const std::string& column, const char* a, const char* b) {
  const auto found = deduplicate(leads(), with_keys({{column}}));
  EXPECT_TRUE(found) << found.problems().to_text();
  return found && found->explain(Value(a), Value(b))->candidate;
}

TEST(GivenKeys, AreAllThatIsLookedUp) {
  const auto found = deduplicate(leads(), with_keys({{"email"}, {"last:sound", "city"}}));
  ASSERT_TRUE(found) << found.problems().to_text();
  const auto& blocking = found->report().blocking;
  ASSERT_EQ(blocking.size(), 2U);
  EXPECT_EQ(blocking[0].key, "email");
  EXPECT_EQ(blocking[1].key, "last:sound + city");
  EXPECT_EQ(blocking[0].compared, 1U);
  EXPECT_EQ(blocking[1].blocks, 1U);
  const auto why = found->explain(Value("a"), Value("c"));
  EXPECT_FALSE(why->candidate);
  ASSERT_EQ(why->keys.size(), 2U);
  EXPECT_EQ(why->keys[1].key, "last:sound + city");
  EXPECT_EQ(why->keys[1].left, "SM0|berlin");
  EXPECT_EQ(why->keys[1].right, "SM0|rome");
  EXPECT_FALSE(why->keys[1].shared);
}

TEST(GivenKeys, CompareWhatStandsBehindTheColon) {
  EXPECT_FALSE(brings_up("last", "a", "b"));
  EXPECT_TRUE(brings_up("last", "a", "c"));
  EXPECT_TRUE(brings_up("last:value", "a", "c"));
  EXPECT_TRUE(brings_up("last:sound", "a", "b"));
  EXPECT_TRUE(brings_up("last:initial", "b", "c"));
  EXPECT_TRUE(brings_up("last:two_letters", "b", "c"));
  EXPECT_TRUE(brings_up("first:formal", "a", "b"));
  EXPECT_FALSE(brings_up("first:formal", "a", "c"));
  EXPECT_TRUE(brings_up("company:words", "a", "b"));
  EXPECT_FALSE(brings_up("company", "a", "b"));
  EXPECT_FALSE(brings_up("company:words", "a", "c"));
  EXPECT_TRUE(brings_up("phone:tail", "a", "c"));
  EXPECT_FALSE(brings_up("phone", "a", "c"));
  EXPECT_TRUE(brings_up("born:year", "a", "b"));
  EXPECT_FALSE(brings_up("born:year_month", "a", "b"));
  EXPECT_TRUE(brings_up("city:beginning", "a", "b"));
}

TEST(GivenKeys, SeveralColumnsOfAddressesAreOneList) {
  EXPECT_TRUE(brings_up("email", "a", "b"));
  EXPECT_TRUE(brings_up("work", "a", "b"));
}

TEST(GivenKeys, MistakesAreToldAllAtOnce) {
  const auto found =
      deduplicate(leads(), with_keys({{"emial"}, {}, {"last:sund"}, {"notes", "city:year"}}));
  ASSERT_FALSE(found);
  std::vector<std::string> told;
  for (const Problem& problem : found.problems())
    told.push_back(problem.detail + " " + problem.subject);
  EXPECT_EQ(told,
            (std::vector<std::string>{"unknown_column /blocking/0/0", "empty_key /blocking/1",
                                      "unknown_part /blocking/2/0", "not_compared /blocking/3/0",
                                      "unknown_part /blocking/3/1"}));
  const std::string text = found.problems().to_text();
  EXPECT_NE(text.find("did you mean 'email'?"), std::string::npos) << text;
  EXPECT_NE(text.find("did you mean 'sound'?"), std::string::npos) << text;
  EXPECT_NE(text.find("it has value, initial, two_letters, beginning"), std::string::npos) << text;
}

TEST(GivenKeys, AColumnMayHaveAColonInItsName) {
  const auto found = deduplicate(leads(), with_keys({{"a:b"}}));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.problems()[0].detail, "not_compared");
  Options options = with_keys({{"a:b"}});
  options.fields.push_back({"a:b", Kind::identifier, {}});
  const auto given = deduplicate(leads(), options);
  ASSERT_TRUE(given) << given.problems().to_text();
  EXPECT_EQ(given->report().blocking[0].compared, 3U);
}

TEST(GivenKeys, AreLimited) {
  const auto many = deduplicate(leads(), with_keys(BlockingKeys(33, {"email"})));
  ASSERT_FALSE(many);
  EXPECT_EQ(many.problems()[0].detail, "too_many_keys");
  const auto wide = deduplicate(leads(), with_keys({{"company:words", "company:words", "email"}}));
  ASSERT_FALSE(wide);
  EXPECT_EQ(wide.problems()[0].detail, "too_many_alternatives");
}

TEST(GivenKeys, GoWithoutWhatAllHaveInCommonAndLeaveOutWhatNobodyHas) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 60; ++i)
    rows.push_back({"r" + std::to_string(i), "Name" + std::to_string(i / 2), "DE", ""});
  Options options{.fields = {{"last", Kind::last_name, {}},
                             {"country", Kind::country, {}},
                             {"email", Kind::email, {}}},
                  .id_column = "id"};
  options.blocking = {{"last", "country"}, {"email"}, {"country"}};
  const auto found = deduplicate(text_table({"id", "last", "country", "email"}, rows), options);
  ASSERT_TRUE(found) << found.problems().to_text();
  ASSERT_EQ(found->report().blocking.size(), 1U);
  EXPECT_EQ(found->report().blocking[0].key, "last + country");
  EXPECT_EQ(found->report().blocking[0].compared, 30U);
  const auto& warnings = found->report().warnings;
  const auto warned = [&](const std::string& text) {
    return std::any_of(warnings.begin(), warnings.end(), [&](const std::string& warning) {
      return warning.find(text) != std::string::npos;
    });
  };
  EXPECT_TRUE(warned("'last + country' goes without the column 'country'"));
  EXPECT_TRUE(warned("'email' brings up nothing"));
}

TEST(GivenKeys, OfLinksAreColumnsOfEitherTable) {
  const Table left = text_table({"first_name", "last_name", "mail"},
                                {{"Jane", "Smith", "j@acme.com"}, {"Omar", "Novak", ""}});
  const Table right =
      text_table({"name", "address"}, {{"Jane Smith", "jane@zeta.org"}, {"O. Novak", "o@x.org"}});
  LinkOptions options;
  options.fields = {{"first_name", Kind::first_name, {}},
                    {"last_name", Kind::last_name, {}},
                    {"mail", Kind::email, {}}};
  options.right_fields = {{"name", Kind::full_name, {}}, {"address", Kind::email, {}}};
  options.blocking = {{"name:last_sound"}};
  const auto links = link(left, right, options);
  ASSERT_TRUE(links) << links.problems().to_text();
  EXPECT_TRUE(links->explain_rows(0, 0)->candidate);
  EXPECT_TRUE(links->explain_rows(1, 1)->candidate);
  EXPECT_FALSE(links->explain_rows(0, 1)->candidate);
  const Table known = Table::make({[] {
                                     ColumnBuilder builder("left", ColumnType::integer);
                                     builder.append_integer(0);
                                     builder.append_integer(0);
                                     return builder.finish();
                                   }(),
                                   [] {
                                     ColumnBuilder builder("right", ColumnType::integer);
                                     builder.append_integer(0);
                                     builder.append_integer(1);
                                     return builder.finish();
                                   }()})
                          .value();
  const auto share = links->completeness(known);
  ASSERT_TRUE(share) << share.problems().to_text();
  EXPECT_EQ(share->pairs, 2U);
  EXPECT_EQ(share->brought_up, 1U);
  options.blocking = {{"first_name"}};
  const auto refused = link(left, right, options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems()[0].detail, "not_compared");
}

/// People in which one family name is hundreds of people's; more than are in one range.
Table crowd(int people) {
  People made = make_people(people, 21);
  for (std::size_t i = 0; i < made.rows.size(); i += 3) made.rows[i][2] = "Quistorp";
  return text_table(test::kPeopleColumns, made.rows);
}

TEST(GivenKeys, LargeBlocksAreRefinedAndNoneEndsWithASample) {
  Options options{.id_column = "id"};
  options.blocking = {
      {"email"}, {"last_name"}, {"last_name:sound", "first_name:initial"}, {"city"}};
  const auto found = deduplicate(crowd(20000), options);
  ASSERT_TRUE(found) << found.problems().to_text();
  ASSERT_EQ(found->report().blocking.size(), 4U);
  for (const BlockingSummary& key : found->report().blocking) EXPECT_EQ(key.share, 1) << key.key;
  EXPECT_GT(found->report().blocking[1].refined, 0U);
  EXPECT_GT(found->report().blocking[1].largest, 6000U);
  options.threads = 1;
  const auto alone = deduplicate(crowd(20000), options);
  EXPECT_EQ(alone->report().pairs_compared, found->report().pairs_compared);
  EXPECT_EQ(alone->report().clusters, found->report().clusters);
  EXPECT_EQ(alone->pairs().rows(), found->pairs().rows());
}

TEST(GivenKeys, TrainingTakesItsCandidatesFromThem) {
  TrainOptions options{.id_column = "id"};
  const auto chosen = train(crowd(500), options);
  options.blocking = {{"email"}};
  const auto given = train(crowd(500), options);
  ASSERT_TRUE(chosen);
  ASSERT_TRUE(given) << given.problems().to_text();
  EXPECT_NE(given->model.hash(), chosen->model.hash());
  options.blocking = {{"mail"}};
  EXPECT_FALSE(train(crowd(500), options));
}

TEST(PairCompleteness, CountsEachKeyAndWhatItAloneBringsUp) {
  const auto found = deduplicate(leads(), with_keys({{"email"}, {"last:sound"}, {"phone:tail"}}));
  ASSERT_TRUE(found);
  const auto all = found->completeness(pairs_of({{"a", "b"}, {"b", "a"}, {"c", "a"}, {"b", "c"}}));
  ASSERT_TRUE(all) << all.problems().to_text();
  EXPECT_EQ(all->pairs, 3U);  // one of them came twice
  EXPECT_EQ(all->brought_up, 3U);
  EXPECT_EQ(all->share(), 1);
  ASSERT_EQ(all->by_key.size(), 3U);
  EXPECT_EQ(all->by_key[0].found, 1U);
  EXPECT_EQ(all->by_key[0].alone, 0U);
  EXPECT_EQ(all->by_key[1].found, 3U);
  EXPECT_EQ(all->by_key[1].alone, 1U);  // b and c
  EXPECT_EQ(
      all->to_json(),
      R"({"pairs":3,"brought_up":3,"share":1,"by_key":[{"key":"email","found":1,"alone":0},)"
      R"({"key":"last:sound","found":3,"alone":1},{"key":"phone:tail","found":1,"alone":0}]})");
  EXPECT_EQ(all->to_table().rows(), 3U);
  const auto half =
      deduplicate(leads(), with_keys({{"last"}}))->completeness(pairs_of({{"a", "b"}, {"a", "c"}}));
  EXPECT_EQ(half->share(), 0.5);
}

TEST(PairCompleteness, IsOfTheRowsThatAreMatches) {
  const auto found = deduplicate(leads(), with_keys({{"last"}}));
  const Table judged = text_table({"left", "right", "is_match"},
                                  {{"a", "b", "true"}, {"a", "c", "false"}, {"b", "c", "0"}});
  const auto told = found->completeness(judged);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->pairs, 1U);
  EXPECT_EQ(told->brought_up, 0U);
}

TEST(PairCompleteness, MistakesAreNamed) {
  const auto found = deduplicate(leads(), with_keys({{"last"}}));
  const auto unknown = found->completeness(pairs_of({{"a", "nobody"}}));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.problems()[0].detail, "unknown_id");
  EXPECT_EQ(found->completeness(pairs_of({{"a", "a"}})).problems()[0].detail, "no_pairs");
  EXPECT_EQ(found->completeness(leads()).problems()[0].detail, "unknown_column");
}

/// What explanations tell of every pair is the reference: many pairs at a time give the same, for
/// keys that are chosen, of which blocks are cut and samples end some, and for given ones.
TEST(PairCompleteness, TellsWhatExplanationsTellOfEachPair) {
  const Table table = crowd(22000);
  Options given{.id_column = "id"};
  given.blocking = {{"last_name"}, {"city", "company:words"}};
  for (const Options& options : {Options{.id_column = "id"}, given}) {
    const auto found = deduplicate(table, options);
    ASSERT_TRUE(found);
    std::vector<std::vector<std::string>> rows;
    std::size_t brought_up = 0;
    for (std::size_t i = 0; i < 60; ++i) {
      const std::size_t a = 3 * 17 * i;  // every third has the name that hundreds have
      const std::size_t b = i % 2 == 0 ? a + 1 : a + 3;
      rows.push_back({"r" + std::to_string(a), "r" + std::to_string(b)});
      const auto why = found->explain_rows(a, b);
      brought_up += why->candidate ? 1 : 0;
    }
    const auto told = found->completeness(pairs_of(rows));
    ASSERT_TRUE(told) << told.problems().to_text();
    EXPECT_EQ(told->pairs, rows.size());
    EXPECT_EQ(told->brought_up, brought_up);
    EXPECT_EQ(told->by_key.size(), found->report().blocking.size());
    EXPECT_GT(brought_up, 0U);
    EXPECT_LT(brought_up, rows.size());
  }
}

}  // namespace
}  // namespace galena::match
