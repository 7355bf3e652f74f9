// The live index.
#include "galena/match/index.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

const Fields kFields = {{"first", Kind::first_name, {}},
                        {"last", Kind::last_name, {}},
                        {"mail", Kind::email, {}},
                        {"phone", Kind::phone, {}},
                        {"company", Kind::company, {}}};
const std::vector<std::string> kNames = {"first", "last", "mail", "phone", "company"};

std::vector<std::string> person(unsigned number) {
  static const char* const kFirst[] = {"Anna", "Peter", "Maria", "John",
                                       "Eva",  "Karl",  "Lena",  "Omar"};
  static const char* const kParts[] = {"ber",  "man", "stein", "low",  "ski",
                                       "feld", "ham", "rup",   "wick", "den"};
  std::mt19937 engine(number);
  const std::string first = kFirst[engine() % 8];
  const std::string last =
      std::string(kParts[engine() % 10]) + kParts[engine() % 10] + kParts[engine() % 10];
  const std::string company = std::string(kParts[engine() % 10]) + kParts[engine() % 10] + " works";
  return {first, last,
          first + "." + last + std::to_string(number) + "@" + company.substr(0, 5) + ".com",
          "+4930" + std::to_string(1000000 + engine() % 8000000), company};
}

Table people(unsigned begin, unsigned end) {
  std::vector<std::vector<std::string>> rows;
  for (unsigned i = begin; i < end; ++i) rows.push_back(person(i));
  return text_table(kNames, rows);
}

TEST(Index, FindsWhatWasAddedBestFirst) {
  Index index(Model::preset(Preset::lead), kFields);
  ASSERT_TRUE(index.add_all(people(0, 3000)));
  EXPECT_EQ(index.size(), 3000U);
  std::size_t first_place = 0;
  for (unsigned i = 0; i < 3000; i += 30) {
    std::vector<std::string> draft = person(i);
    std::swap(draft[1][1], draft[1][2]);  // a slip in the family name
    draft[3].clear();
    const Table row = text_table(kNames, {draft});
    const auto found = index.find(row.row(0), 5);
    ASSERT_TRUE(found);
    for (std::size_t k = 1; k < found->size(); ++k)
      EXPECT_GE((*found)[k - 1].weight, (*found)[k].weight);
    first_place += !found->empty() && (*found)[0].id == Value(std::int64_t{i}) ? 1 : 0;
  }
  EXPECT_GE(first_place, 98U);
  const Table stranger = text_table(kNames, {{"Zoe", "Unheard", "zoe@nowhere.org", "", ""}});
  EXPECT_TRUE(index.find(stranger.row(0))->empty());
}

TEST(Index, LimitAndProbabilityAreKept) {
  Index index(Model::preset(Preset::lead), kFields);
  const Table row = people(1, 2);
  for (std::int64_t id = 0; id < 40; ++id) ASSERT_TRUE(index.add(id, row.row(0)));
  EXPECT_EQ(index.find(row.row(0), 7, 0)->size(), 7U);
  EXPECT_EQ(index.find(row.row(0), 100, 0)->size(), 40U);
  EXPECT_TRUE(index.find(row.row(0), 100, 1)->empty());
  EXPECT_EQ(index.find(row.row(0), 100, 1.5).code(), Code::invalid_argument);
  EXPECT_EQ((*index.find(row.row(0), 3, 0))[0].id, Value(std::int64_t{0}));  // ties by id
}

TEST(Index, RemovedAndUpdatedRecordsAreGoneAtOnce) {
  Index index(Model::preset(Preset::lead), kFields);
  ASSERT_TRUE(index.add_all(people(0, 500)));
  const Table rows = people(0, 500);
  ASSERT_TRUE(index.remove(ValueView(7)));
  EXPECT_FALSE(index.contains(ValueView(7)));
  const auto without = index.find(rows.row(7), 10, 0.5);
  ASSERT_TRUE(without);
  for (const Match& match : *without) EXPECT_NE(match.id, Value(std::int64_t{7}));
  ASSERT_TRUE(index.update(ValueView(8), rows.row(7)));
  const auto found = index.find(rows.row(7), 1);
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ((*found)[0].id, Value(std::int64_t{8}));
  EXPECT_EQ(index.remove(ValueView(7)).code(), Code::not_found);
  EXPECT_EQ(index.update(ValueView(7), rows.row(0)).code(), Code::not_found);
  EXPECT_EQ(index.add(ValueView(8), rows.row(0)).code(), Code::already_exists);
  EXPECT_EQ(index.add(ValueView(), rows.row(0)).code(), Code::invalid_argument);
  EXPECT_EQ(index.size(), 499U);
}

TEST(Index, SurvivesChurnThatLeavesMostRecordsDead) {
  Index index(Model::preset(Preset::lead), kFields);
  const Table rows = people(0, 3000);
  ASSERT_TRUE(index.add_all(rows));
  for (std::int64_t id = 0; id < 3000; ++id) {
    if (id % 10 == 0) continue;
    ASSERT_TRUE(index.remove(ValueView(id)));
  }
  EXPECT_EQ(index.size(), 300U);
  for (std::int64_t id = 0; id < 3000; id += 10) {
    const auto found = index.find(rows.row(static_cast<std::size_t>(id)), 1);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ((*found)[0].id, Value(id));
  }
}

TEST(Index, IdsMayBeTextsAndIntegersAndNeverMeet) {
  Index index(Model::preset(Preset::lead), kFields);
  const Table rows = people(0, 2);
  ASSERT_TRUE(index.add(ValueView(1), rows.row(0)));
  ASSERT_TRUE(index.add(ValueView("1"), rows.row(1)));
  EXPECT_EQ((*index.find(rows.row(0), 1))[0].id.kind(), ValueKind::integer);
  EXPECT_EQ((*index.find(rows.row(1), 1))[0].id.kind(), ValueKind::text);
}

TEST(Index, ClusterHoldsTheDuplicatesOfARecord) {
  Index index(Model::preset(Preset::lead), kFields);
  ASSERT_TRUE(index.add_all(people(0, 300)));
  std::vector<std::string> twin = person(42);
  twin[3].clear();
  const Table row = text_table(kNames, {twin});
  ASSERT_TRUE(index.add(ValueView(1000), row.row(0)));
  const auto cluster = index.cluster(ValueView(1000));
  ASSERT_TRUE(cluster);
  ASSERT_EQ(cluster->size(), 2U);
  EXPECT_EQ((*cluster)[0], Value(std::int64_t{42}));
  EXPECT_EQ(index.cluster(ValueView(43))->size(), 1U);
  EXPECT_EQ(index.cluster(ValueView(5000)).code(), Code::not_found);
}

TEST(Index, ExplainsWithTheWeightItFound) {
  Index index(Model::preset(Preset::lead), kFields);
  ASSERT_TRUE(index.add_all(people(0, 300)));
  const Table rows = people(0, 300);
  const auto found = index.find(rows.row(5), 1);
  const auto explained = index.explain(rows.row(5), ValueView(5));
  ASSERT_TRUE(explained);
  EXPECT_EQ(explained->weight, (*found)[0].weight);
  EXPECT_TRUE(explained->candidate);
  EXPECT_LT(index.explain(ValueView(5), ValueView(6))->probability, 0.5);
  EXPECT_EQ(index.explain(ValueView(5), ValueView(900)).code(), Code::not_found);
}

TEST(Index, IsTheSameAfterSavingAndOpening) {
  const std::string path =
      (std::filesystem::temp_directory_path() / "galena_index_test.idx").string();
  Index index(Model::preset(Preset::lead), kFields);
  const Table rows = people(0, 1000);
  ASSERT_TRUE(index.add_all(rows));
  ASSERT_TRUE(index.add(ValueView("text id"), rows.row(3)));
  ASSERT_TRUE(index.remove(ValueView(4)));
  ASSERT_TRUE(index.save(path));
  const auto opened = Index::open(path);
  ASSERT_TRUE(opened) << opened.problems().to_text();
  EXPECT_EQ(opened->size(), index.size());
  EXPECT_EQ(opened->model(), index.model());
  EXPECT_EQ(opened->fields(), index.fields());
  EXPECT_TRUE(opened->contains(ValueView("text id")));
  for (std::size_t row = 0; row < 1000; row += 50) {
    if (row == 4) continue;
    EXPECT_EQ((*opened->find(rows.row(row), 1))[0].id, (*index.find(rows.row(row), 1))[0].id);
  }
  std::string bytes;
  {
    std::ifstream file(path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  // Every kind of damage is an error, never a crash.
  std::mt19937 engine(1);
  for (int round = 0; round < 60; ++round) {
    std::string broken = bytes;
    if (round % 2 == 0) {
      broken.resize(engine() % bytes.size());
    } else {
      broken[engine() % bytes.size()] ^= static_cast<char>(1 + engine() % 255);
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(broken.data(), static_cast<std::streamsize>(broken.size()));
    EXPECT_FALSE(Index::open(path)) << round;
  }
  std::remove(path.c_str());
  EXPECT_EQ(Index::open(path).code(), Code::io);
  EXPECT_EQ(index.save("/no/such/folder/x").code(), Code::io);
}

TEST(Index, ManyThreadsReadWhileOneWrites) {
  Index index(Model::preset(Preset::lead), kFields);
  const Table rows = people(0, 1500);
  ASSERT_TRUE(index.add_all(people(0, 500)));
  std::atomic<bool> done = false;
  std::atomic<std::size_t> missed = 0;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&, t] {
      for (std::size_t i = static_cast<std::size_t>(t); !done; i = (i + 7) % 500) {
        const auto found = index.find(rows.row(i), 3, 0.1);
        if (!found || found->empty()) ++missed;
      }
    });
  }
  for (std::int64_t id = 500; id < 1500; ++id)
    ASSERT_TRUE(index.add(id, rows.row(static_cast<std::size_t>(id))));
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(missed, 0U);
}

}  // namespace
}  // namespace galena::match
