// The keys that explanations of a live index tell are those by which it finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "galena/match/index.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

const Fields kFields = {{"first_name", Kind::first_name, {}}, {"last_name", Kind::last_name, {}},
                        {"company", Kind::company, {}},       {"email", Kind::email, {}},
                        {"phone", Kind::phone, {}},           {"city", Kind::city, {}}};
const std::vector<std::string> kNames = {"first_name", "last_name", "company",
                                         "email",      "phone",     "city"};

const KeyEvidence* find_key(const Explanation& explanation, const std::string& name) {
  for (const KeyEvidence& key : explanation.keys) {
    if (key.key == name) return &key;
  }
  return nullptr;
}

bool compared(const Explanation& explanation) {
  return std::any_of(explanation.keys.begin(), explanation.keys.end(),
                     [](const KeyEvidence& key) { return key.compared; });
}

/// People of one company with a common family name and many copies of one row, so that blocks are
/// cut, and some cannot be.
Table crowd() {
  test::Rows rows;
  for (std::vector<std::string>& row : test::make_people(900, 21, "Acme Worldwide Ltd").rows) {
    row.erase(row.begin());
    if (rows.size() % 3 == 0) row[1] = "Quistorp";
    if (rows.size() % 11 == 0) row[0].clear();
    rows.push_back(row);
  }
  for (int i = 0; i < 300; ++i)
    rows.push_back({"Anna", "Berg", "Acme", "a.berg@acme.com", "+49301234567", "Berlin"});
  return text_table(kNames, rows);
}

TEST(KeysOfTheIndex, AreThoseByWhichItFinds) {
  const Table table = crowd();
  Index index(Model::preset(Preset::lead), kFields);
  ASSERT_TRUE(index.add_all(table));
  std::mt19937 engine(3);
  std::size_t together = 0;
  std::size_t apart = 0;
  std::size_t cut = 0;
  std::size_t older = 0;
  for (int i = 0; i < 40; ++i) {
    const std::size_t row = engine() % table.rows();
    const auto found = index.find(table.row(row), table.rows(), 0);
    ASSERT_TRUE(found);
    std::set<std::int64_t> reached;
    for (const Match& match : *found) reached.insert(match.id.view().integer());
    for (int k = 0; k < 40; ++k) {
      const auto other = static_cast<std::int64_t>(engine() % table.rows());
      const auto why = index.explain(table.row(row), Value(other));
      ASSERT_TRUE(why);
      ASSERT_EQ(compared(*why), reached.contains(other)) << row << ' ' << other;
      EXPECT_EQ(why->candidate, reached.contains(other));
      (why->candidate ? together : apart) += 1;
      for (const KeyEvidence& key : why->keys) {
        EXPECT_FALSE(key.left.empty() && key.right.empty());
        EXPECT_EQ(key.shared, !key.note.empty());
        EXPECT_TRUE(!key.compared || key.records > 0);
        cut += key.refined.empty() ? 0 : 1;
        older += key.note.find("this one is older") != std::string::npos ? 1 : 0;
      }
    }
  }
  EXPECT_GT(together, 20U);
  EXPECT_GT(apart, 200U);
  EXPECT_GT(cut, 100U);
  EXPECT_GT(older, 5U);
}

TEST(KeysOfTheIndex, AreToldInWords) {
  Index index(Model::preset(Preset::lead), kFields);
  ASSERT_TRUE(index.add_all(text_table(
      kNames, {{"Jane", "Smith", "Acme Tools Ltd", "j@acme.com", "030 1234567", "Berlin"},
               {"Omar", "Novak", "", "omar@x.org", "", "Rome"}})));
  const Table draft =
      text_table(kNames, {{"Ruth", "Schmidt", "Zeta Pumps Ltd", "", "030 1234567", "Paris"}});
  const auto strangers = index.explain(draft.row(0), Value(1));
  ASSERT_TRUE(strangers);
  EXPECT_FALSE(strangers->candidate);
  const KeyEvidence* const sounds = find_key(*strangers, "family name and city");
  ASSERT_NE(sounds, nullptr);
  EXPECT_EQ(sounds->right, "NFK|rome");
  EXPECT_FALSE(sounds->shared);
  EXPECT_NE(strangers->to_text().find("never compared"), std::string::npos);
  const auto same_line = index.explain(draft.row(0), Value(0));
  EXPECT_TRUE(same_line->candidate);
  const KeyEvidence* const phone = find_key(*same_line, "phone");
  ASSERT_NE(phone, nullptr);
  EXPECT_TRUE(phone->shared);
  EXPECT_TRUE(phone->compared);
  EXPECT_EQ(phone->left, "1234567");
  EXPECT_EQ(phone->records, 1U);
  EXPECT_EQ(phone->note, "1 records of the index have it, all of them looked at");
  EXPECT_FALSE(same_line->outcome);
  EXPECT_NE(same_line->to_json().find(R"("key":"phone","left":"1234567")"), std::string::npos);
}

TEST(KeysOfTheIndex, AreThoseOfNow) {
  Index index(Model::preset(Preset::lead), kFields);
  const Table rows = text_table(
      kNames, {{"Jane", "Smith", "", "", "030 1234567", ""}, {"Jane", "Okafor", "", "", "", ""}});
  ASSERT_TRUE(index.add(Value("a"), rows.row(0)));
  ASSERT_TRUE(index.add(Value("b"), rows.row(0)));
  EXPECT_EQ(find_key(*index.explain(Value("a"), Value("b")), "phone")->records, 2U);
  ASSERT_TRUE(index.update(Value("b"), rows.row(1)));
  const auto changed = index.explain(Value("a"), Value("b"));
  const KeyEvidence* const phone = find_key(*changed, "phone");
  ASSERT_NE(phone, nullptr);
  EXPECT_FALSE(phone->shared);
  EXPECT_EQ(phone->right, "");
}

}  // namespace
}  // namespace galena::match
