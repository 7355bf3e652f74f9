// The keys of records, and what blocking goes by when it chooses among atoms.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "match/candidates.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

constexpr std::size_t kRows = 21000;  // enough that keys are divided into ranges

const Fields kFields = {
    {"first", Kind::first_name, {}}, {"last", Kind::last_name, {}}, {"company", Kind::company, {}},
    {"mail", Kind::email, {}},       {"mail 2", Kind::email, {}},   {"mail 3", Kind::email, {}},
    {"phone", Kind::phone, {}},      {"phone 2", Kind::phone, {}},  {"city", Kind::city, {}},
    {"zip", Kind::postal_code, {}},  {"born", Kind::birth_date, {}}};

/// Records of every kind of key, of which some miss a value, have one twice, or no value at all.
class Records : public testing::Test {
 protected:
  Records() {
    std::mt19937 engine(3);
    const auto one_of = [&](std::size_t count, const std::string& before) {
      return engine() % 8 == 0 ? std::string() : before + std::to_string(engine() % count);
    };
    const auto letters = [&](std::size_t count) {
      std::string word = "A";
      for (std::size_t n = engine() % count; n > 0; n /= 20) word += "bcdfghklmnprstvwxzae"[n % 20];
      return engine() % 8 == 0 ? std::string() : word + "o";
    };
    std::vector<std::vector<std::string>> rows(kRows);
    for (auto& row : rows) {
      const std::string mail = one_of(9000, "m") + "@x.org";
      row = {
          letters(300),
          letters(4000),
          letters(5000) + " trading " + letters(400),
          mail,
          one_of(3000, "n") + "@y.org",
          mail,
          one_of(8000, "+49301234"),
          one_of(8000, "+49301234"),
          letters(200),
          one_of(90000, "1"),
          "19" + std::to_string(10 + engine() % 80) + "-01-" + std::to_string(10 + engine() % 20)};
      if (engine() % 50 == 0) row.assign(row.size(), "");
    }
    std::vector<std::string> names;
    for (const Field& field : kFields) names.push_back(field.column);
    const Table table = test::text_table(names, rows);
    const Layout layout = layout_of(table, kFields).value();
    records = std::make_unique<EncodedRecords>(layout);
    records->add_table(table, layout, 2);
    records->set_rarities(records->size());
  }

  std::unique_ptr<EncodedRecords> records;
};

using BlockingKeys = Records;

std::vector<BlockingKey> keys_in(const KeyRanges& keys, std::size_t range) {
  const std::size_t base = keys.starts[keys.first];
  return {keys.keys.begin() + (keys.starts[range] - base),
          keys.keys.begin() + (keys.starts[range + 1] - base)};
}

TEST_F(BlockingKeys, ASampleIsTheKeysOfTheFirstRanges) {
  const Blocking blocking(*records, 0, 2);
  ASSERT_GT(blocking.ranges(), Blocking::kSample);
  std::size_t seen = 0;
  for (const unsigned threads : {1U, 3U}) {
    const std::vector<KeyRanges> samples = blocking.sample(0, Blocking::kSample, threads);
    ASSERT_EQ(samples.size(), blocking.recipes());
    for (std::size_t recipe = 0; recipe < blocking.recipes(); ++recipe) {
      KeyRanges all;
      blocking.keys(recipe, 0, blocking.ranges(), threads, all);
      ASSERT_EQ(samples[recipe].entries, all.entries);
      for (std::size_t range = 0; range < Blocking::kSample; ++range) {
        EXPECT_EQ(keys_in(samples[recipe], range), keys_in(all, range)) << blocking.name(recipe);
        seen += keys_in(all, range).size();
      }
    }
  }
  EXPECT_GT(seen, kRows);
}

TEST_F(BlockingKeys, KeysOfLaterRangesAreMadeAloneAsWell) {
  const Blocking blocking(*records, 0, 2);
  for (std::size_t recipe = 0; recipe < blocking.recipes(); ++recipe) {
    KeyRanges all;
    blocking.keys(recipe, 0, blocking.ranges(), 2, all);
    KeyRanges some;
    blocking.keys(recipe, 0, 2, 2, some);
    blocking.keys(recipe, 2, 40, 2, some);
    for (std::size_t range = 2; range < 40; ++range)
      ASSERT_EQ(keys_in(some, range), keys_in(all, range)) << blocking.name(recipe) << ' ' << range;
  }
}

TEST_F(BlockingKeys, FillTheRangesEvenlyAndTellARecordOnce) {
  const Blocking blocking(*records, 0, 2);
  for (std::size_t recipe = 0; recipe < blocking.recipes(); ++recipe) {
    KeyRanges all;
    blocking.keys(recipe, 0, blocking.ranges(), 1, all);
    std::map<std::uint64_t, std::size_t> hashes;  // different ones are even, however often each is
    for (const BlockingKey key : all.keys) ++hashes[key >> 32];
    std::vector<std::size_t> filled(blocking.ranges());
    for (const auto& [hash, count] : hashes) ++filled[range_of_key(hash << 32, filled.size())];
    const double share = static_cast<double>(hashes.size()) / static_cast<double>(filled.size());
    if (share < 50) continue;
    for (const std::size_t count : filled)
      EXPECT_NEAR(static_cast<double>(count), share, 6 * std::sqrt(share)) << blocking.name(recipe);
    // A mailbox that a record has in two columns is one key.
    std::set<std::pair<std::uint64_t, std::uint64_t>> told;
    for (const BlockingKey key : all.keys)
      EXPECT_TRUE(told.insert({key >> 32, (key & 0xFFFFFFFF) / all.entries}).second)
          << blocking.name(recipe);
  }
}

TEST_F(BlockingKeys, AtomsAreKnownByHowOftenTwoRecordsAgree) {
  const Blocking blocking(*records, 0, 2);
  std::size_t tested = 0;
  for (const BlockingBasis::Refining& refining : blocking.basis().refining) {
    if (refining.atom.kind != AtomKind::value) continue;
    const ValueStore& store = records->store(refining.atom.feature);
    double pairs = 0;
    double total = 0;
    for (ValueId id = 1; id < store.size(); ++id) {
      pairs += static_cast<double>(store[id].count) * store[id].count;
      total += store[id].count;
    }
    EXPECT_NEAR(refining.chance, pairs / (total * total), 0.01 * pairs / (total * total) + 1e-6);
    ++tested;
  }
  EXPECT_GE(tested, 2U);
}

}  // namespace
}  // namespace galena::match
