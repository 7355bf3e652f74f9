// "Why not": the keys that an explanation tells are those that blocking went by.
#include "match/explain_keys.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <set>

#include "galena/match/deduplicate.hpp"
#include "galena/match/fields.hpp"
#include "match/candidates.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::People;
using test::text_table;

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// Encoded records of a table, and what blocking brings up among them.
struct Blocked {
  Blocked(const Table& table, std::size_t split) {
    const Fields fields = infer_fields(table, {"id"}).fields;
    const Layout layout = layout_of(table, fields).value();
    records = std::make_unique<EncodedRecords>(layout);
    records->add_table(table, layout, 1);
    records->set_rarities(records->size());
    Blocking blocking(*records, split, 1);
    basis = blocking.basis();
    for (std::size_t recipe = 0; recipe < blocking.recipes(); ++recipe) {
      KeyRanges keys;
      blocking.keys(recipe, 0, blocking.ranges(), 1, keys);
      Blocking::SortSpace space;
      for (std::size_t range = 0; range < blocking.ranges(); ++range)
        add_pairs(blocking, recipe, blocking.build(keys, range, space));
    }
  }

  void add_pairs(const Blocking& blocking, std::size_t recipe, const RecipeBlocks& built) {
    for (const Block& block : built.blocks) {
      for_each_pair(&built.members[block.begin], block, basis.window, basis.split,
                    [&](std::uint32_t a, std::uint32_t b) {
                      if (a != b && !blocking.left_out(recipe, a, b))
                        pairs.insert(std::minmax(a, b));
                    });
      windowed += block.windowed ? 1 : 0;
    }
  }

  template <class Use>
  static void for_each_pair(const std::uint32_t* members, const Block& block, std::size_t window,
                            std::size_t split, Use use) {
    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> right;
    for (std::size_t i = 0; i < block.size; ++i)
      (members[i] < split ? left : right).push_back(members[i]);
    if (split != 0) {
      const std::size_t reach = block.windowed ? std::min(right.size(), 2 * window) : right.size();
      for (std::size_t i = 0; i < left.size(); ++i) {
        const std::size_t first = block.windowed ? i * right.size() / left.size() : 0;
        for (std::size_t k = 0; k < reach; ++k) use(left[i], right[(first + k) % right.size()]);
      }
      return;
    }
    const std::size_t reach = block.windowed ? window : right.size();
    for (std::size_t i = 0; i < right.size(); ++i) {
      for (std::size_t j = i + 1; j <= std::min(right.size() - 1, i + reach); ++j)
        use(right[i], right[j]);
    }
  }

  std::unique_ptr<EncodedRecords> records;
  BlockingBasis basis;
  Pairs pairs;
  std::size_t windowed = 0;
};

/// People of one company, with blocks that are cut, and a row so often that nothing parts it.
Table crowded_table(std::size_t copies) {
  People people = make_people(900, 21, "Acme Worldwide Ltd");
  for (std::size_t i = 0; i < people.rows.size(); ++i) {
    if (i % 3 == 0) people.rows[i][2] = "Quistorp";  // a family name of hundreds
    if (i % 11 == 0) people.rows[i][1].clear();
  }
  for (std::size_t i = 0; i < copies; ++i) {
    people.rows.push_back({"c" + std::to_string(i), "Anna", "Berg", "Acme", "a.berg@acme.com",
                           "+49301234567", "Berlin"});
  }
  std::mt19937 engine(4);
  std::shuffle(people.rows.begin(), people.rows.end(), engine);
  return text_table(test::kPeopleColumns, people.rows);
}

bool brought_up(const std::vector<KeyEvidence>& keys) {
  return std::any_of(keys.begin(), keys.end(), [](const KeyEvidence& key) { return key.compared; });
}

/// Pairs of which some were compared and some were not, those that share a name among them.
std::vector<std::pair<std::uint32_t, std::uint32_t>> sample(const Blocked& blocked,
                                                            std::size_t split, std::size_t count) {
  std::mt19937 engine(7);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn;
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> known(blocked.pairs.begin(),
                                                                   blocked.pairs.end());
  const std::size_t size = blocked.records->size();
  while (drawn.size() < count) {
    if (drawn.size() % 3 == 0) {
      drawn.push_back(known[engine() % known.size()]);
      continue;
    }
    const auto a = static_cast<std::uint32_t>(engine() % (split != 0 ? split : size));
    const auto b = static_cast<std::uint32_t>(split != 0 ? split + engine() % (size - split)
                                                         : engine() % size);
    if (a != b) drawn.emplace_back(std::min(a, b), std::max(a, b));
  }
  return drawn;
}

class KeysOfPairs : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(OneTableOrTwo, KeysOfPairs, testing::Bool(),
                         [](const auto& two) { return std::string(two.param ? "Two" : "One"); });

TEST_P(KeysOfPairs, TellExactlyWhatBlockingBringsUp) {
  const Table table = crowded_table(400);
  const std::size_t split = GetParam() ? table.rows() / 2 : 0;
  Blocked blocked(table, split);
  EXPECT_GT(blocked.windowed, 0U);
  const auto pairs = sample(blocked, split, 900);
  std::vector<std::string> notes;
  std::size_t cut = 0;
  std::size_t apart = 0;
  for (const auto& [a, b] : pairs) {
    const auto keys = explain_keys(*blocked.records, blocked.basis, a, b, true);
    EXPECT_EQ(brought_up(keys), blocked.pairs.contains({a, b})) << a << ' ' << b;
    apart += brought_up(keys) ? 0 : 1;
    for (const KeyEvidence& key : keys) {
      EXPECT_FALSE(key.left.empty() && key.right.empty());
      EXPECT_EQ(key.shared, key.records > 0);
      cut += key.refined.empty() ? 0 : 1;
      notes.push_back(key.note);
    }
  }
  EXPECT_GT(cut, 50U);
  EXPECT_GT(apart, 100U);
  // Frequencies that were counted anew since do not change what is told of then.
  std::vector<std::uint32_t> one(blocked.records->size(), 0);
  blocked.records->count_once(one, 1);
  blocked.records->set_rarities(10);
  std::size_t at = 0;
  for (const auto& [a, b] : pairs) {
    for (const KeyEvidence& key : explain_keys(*blocked.records, blocked.basis, a, b, true))
      EXPECT_EQ(key.note, notes[at++]);
  }
}

const KeyEvidence* find_key(const Explanation& explanation, const std::string& name) {
  for (const KeyEvidence& key : explanation.keys) {
    if (key.key == name) return &key;
  }
  return nullptr;
}

const Fields kFields = {{"first", Kind::first_name, {}}, {"last", Kind::last_name, {}},
                        {"email", Kind::email, {}},      {"phone", Kind::phone, {}},
                        {"company", Kind::company, {}},  {"city", Kind::city, {}},
                        {"born", Kind::birth_date, {}}};
const std::vector<std::string> kNames = {"id",    "first",   "last", "email",
                                         "phone", "company", "city", "born"};

TEST(WhyNot, SaysInPlainWordsWhichKeysTwoRecordsHave) {
  const Table table = text_table(
      kNames, {{"a", "Jane", "Smith", "j@acme.com", "030 1234567", "Acme Tools Ltd", "Berlin",
                "1978-11-12"},
               {"b", "Ruth", "Schmidt", "", "030 1234567 ", "Zeta Tools Ltd", "Paris", ""},
               {"c", "Omar", "Novak", "omar@x.org", "", "", "Rome", "1981-02-03"}});
  const auto found = deduplicate(table, {.fields = kFields, .id_column = "id"});
  ASSERT_TRUE(found) << found.problems().to_text();
  const auto strangers = found->explain(Value("a"), Value("c"));
  ASSERT_TRUE(strangers);
  EXPECT_FALSE(strangers->candidate);
  const KeyEvidence* const sounds = find_key(*strangers, "family name and city");
  ASSERT_NE(sounds, nullptr);
  EXPECT_EQ(sounds->left, "SM0|berlin");
  EXPECT_EQ(sounds->right, "NFK|rome");
  EXPECT_FALSE(sounds->shared);
  const KeyEvidence* const phone = find_key(*strangers, "phone");
  ASSERT_NE(phone, nullptr);
  EXPECT_EQ(phone->left, "1234567");
  EXPECT_EQ(phone->right, "");
  ASSERT_TRUE(strangers->outcome);
  EXPECT_FALSE(strangers->outcome->together);
  EXPECT_FALSE(strangers->outcome->would_join);
  EXPECT_EQ(strangers->outcome->obstacle, "too_weak");
  const std::string text = strangers->to_text();
  EXPECT_NE(text.find("never compared"), std::string::npos) << text;
  EXPECT_NE(text.find("family name and city: \"SM0|berlin\" and \"NFK|rome\""), std::string::npos)
      << text;
  EXPECT_NE(text.find("phone: only the left one has it: \"1234567\""), std::string::npos) << text;
  // One key that both have is enough.
  const auto switchboard = found->explain(Value("a"), Value("b"));
  EXPECT_TRUE(switchboard->candidate);
  const KeyEvidence* const shared = find_key(*switchboard, "phone");
  ASSERT_NE(shared, nullptr);
  EXPECT_TRUE(shared->shared);
  EXPECT_NE(switchboard->to_json().find(
                R"("key":"phone","left":"1234567","right":"1234567","shared":true)"),
            std::string::npos);
}

TEST(WhyNot, ColleaguesAreNotLookedUpByTheirCompanyAlone) {
  const Table table =
      text_table(kNames, {{"a", "Jane", "Smith", "", "", "Quistorp Pumps Ltd", "Berlin", ""},
                          {"b", "Omar", "Novak", "", "", "Quistorp Pumps Ltd", "Rome", ""},
                          {"c", "", "", "", "", "Quistorp Pumps Ltd", "Rome", ""}});
  const auto found = deduplicate(table, {.fields = kFields, .id_column = "id"});
  ASSERT_TRUE(found);
  const auto colleagues = found->explain(Value("a"), Value("b"));
  EXPECT_FALSE(colleagues->candidate);
  const KeyEvidence* const company = find_key(*colleagues, "company words");
  ASSERT_NE(company, nullptr);
  EXPECT_TRUE(company->shared);
  EXPECT_FALSE(company->compared);
  EXPECT_EQ(company->records, 3U);
  EXPECT_EQ(company->note,
            "3 records have it; of people with given and family names keys with those decide");
  EXPECT_TRUE(found->explain(Value("b"), Value("c"))->candidate);
}

TEST(WhyNot, APairThatIsTooWeakToKeepWasStillCompared) {
  const Table table = text_table(
      kNames,
      {{"a", "Jane", "Smith", "j@acme.com", "030 1234567", "Acme Ltd", "Berlin", "1978-11-12"},
       {"b", "Ruth", "Okafor", "ruth@zeta.org", "0171 999888", "Zeta AG", "Rome", "1950-10-03"}});
  const auto found = deduplicate(table, {.fields = kFields, .id_column = "id"});
  const auto unlike = found->explain(Value("a"), Value("b"));
  EXPECT_EQ(unlike->outcome->obstacle, "too_weak");
  EXPECT_FALSE(unlike->candidate);
  const auto with = [&](const char* born) {
    return text_table(
        kNames,
        {{"a", "Jane", "Smith", "j@acme.com", "030 1234567", "Acme Ltd", "Berlin", "1978-11-12"},
         {"b", "Jane", "Okafor", "ruth@zeta.org", "0171 999888", "Zeta AG", "Rome", born}});
  };
  const auto compared = deduplicate(with("1950-11-12"), {.fields = kFields, .id_column = "id"})
                            ->explain(Value("a"), Value("b"));
  EXPECT_TRUE(compared->candidate);
  EXPECT_EQ(compared->outcome->obstacle, "too_weak");
  EXPECT_NE(compared->outcome->words.find("Not one: the weight is below"), std::string::npos);
}

}  // namespace
}  // namespace galena::match
