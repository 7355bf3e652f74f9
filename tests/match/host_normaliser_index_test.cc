// A host's own normaliser in the live index.
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "galena/match/index.hpp"
#include "support/hosts.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

class HostIndex : public ::testing::Test {
 protected:
  OwnRules host_;
  Table table_ = text_table(kNames, kRows);
  Index index_{Model::preset(Preset::lead), kFields, host_.normaliser()};
};

TEST_F(HostIndex, FindsByTheFormsOfTheHost) {
  ASSERT_TRUE(index_.add("a", table_.row(0)));
  ASSERT_TRUE(index_.add("b", table_.row(2)));
  EXPECT_EQ(host_.asked.size(), 5U + 5U);
  const auto found = index_.find(table_.row(1));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(to_text(found->front().id.view()), "a");
  EXPECT_EQ(level_of(*index_.explain(table_.row(1), "a"), "number"), "exact");
  ASSERT_TRUE(index_.update("a", table_.row(3)));
  EXPECT_TRUE(index_.find(table_.row(1))->empty());
  ASSERT_TRUE(index_.update("b", table_.row(1)));
  EXPECT_EQ(level_of(*index_.explain(table_.row(0), "b"), "company"), "exact");
}

TEST_F(HostIndex, IsWhatARowByRowIndexIs) {
  ASSERT_TRUE(index_.add_all(table_));
  Index other(Model::preset(Preset::lead), kFields, host_.normaliser());
  for (std::size_t row = 0; row < table_.rows(); ++row)
    ASSERT_TRUE(other.add(static_cast<std::int64_t>(row), table_.row(row)));
  EXPECT_EQ(index_.to_bytes(), other.to_bytes());
}

TEST_F(HostIndex, KeepsItsFormsInItsFile) {
  ASSERT_TRUE(index_.add_all(table_));
  const std::string bytes = index_.to_bytes();
  const auto asked = host_.asked;
  const auto again = Index::from_bytes(bytes, "kept", host_.normaliser());
  ASSERT_TRUE(again) << again.problems().to_text();
  EXPECT_EQ(host_.asked, asked);
  EXPECT_EQ(again->to_bytes(), bytes);
  EXPECT_EQ(again->find(table_.row(1), 10, 0)->size(), index_.find(table_.row(1), 10, 0)->size());
  EXPECT_EQ(level_of(*again->explain(table_.row(1), ValueView(std::int64_t{0})), "number"),
            "exact");

  const auto without = Index::from_bytes(bytes);
  ASSERT_FALSE(without);
  EXPECT_EQ(without.problems().front().detail, "wrong_normaliser");
  const Index plain(Model::preset(Preset::lead), kFields);
  const auto with = Index::from_bytes(plain.to_bytes(), "plain", host_.normaliser());
  ASSERT_FALSE(with);
  EXPECT_EQ(with.problems().front().code, Code::invalid_argument);
  EXPECT_EQ(with.problems().front().detail, "wrong_normaliser");
}

TEST_F(HostIndex, DoesNotAskAgainWhenItIsCompacted) {
  Host host;
  Index index(Model::preset(Preset::person), {{"mail", Kind::email}}, host.normaliser());
  for (std::int64_t i = 0; i < 2200; ++i) {
    const Table row = text_table({"mail"}, {{"m" + std::to_string(i) + "@x.example"}});
    ASSERT_TRUE(index.add(i, row.row(0)));
  }
  for (std::int64_t i = 0; i < 2000; ++i) ASSERT_TRUE(index.remove(i));
  for (const auto& [what, times] : host.asked) ASSERT_EQ(times, 1) << what.second;
  const Table kept = text_table({"mail"}, {{"m2100@x.example"}});
  ASSERT_EQ(index.find(kept.row(0), 1, 0)->size(), 1U);
}

TEST(HostNormaliserIndex, AFailureChangesNothing) {
  Failing host;
  Index index(Model::preset(Preset::account), {{"firm", Kind::company}}, host.normaliser());
  const Table table = text_table({"firm"}, {{"good works"}, {"bad luck"}});
  ASSERT_TRUE(index.add("a", table.row(0)));
  const std::string before = index.to_bytes();
  const auto failures = {index.add("b", table.row(1)), index.update("a", table.row(1)),
                         index.add_all(table)};
  for (const Result<void>& failed : failures) {
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.problems().front().detail, "normaliser_failed");
    EXPECT_EQ(failed.problems().front().subject, "firm");
  }
  EXPECT_EQ(index.find(table.row(1)).problems().front().detail, "normaliser_failed");
  EXPECT_EQ(index.explain(table.row(1), "a").problems().front().detail, "normaliser_failed");
  EXPECT_EQ(index.to_bytes(), before);
}

/// Asks the index it belongs to: no lock is held meanwhile.
struct Curious : Host {
  const Index* index = nullptr;
  std::size_t seen = 0;
  HostForm answer(Kind, std::string_view, std::string&) override {
    if (index != nullptr) seen += index->size();
    return HostForm::unchanged;
  }
};

TEST(HostNormaliserIndex, IsAskedWithoutTheLock) {
  Curious host;
  Index index(Model::preset(Preset::account), {{"firm", Kind::company}}, host.normaliser());
  host.index = &index;
  const Table table = text_table({"firm"}, {{"good works"}, {"other works"}});
  ASSERT_TRUE(index.add("a", table.row(0)));
  ASSERT_TRUE(index.add_all(table));
  ASSERT_TRUE(index.update("a", table.row(1)));
  ASSERT_TRUE(index.find(table.row(0)));
  EXPECT_EQ(host.seen, 0U + 1 + 1 + 3 + 3);
}

TEST(HostNormaliserIndex, ManyThreadsMayAskAtOnce) {
  OwnRules host;
  Index index(Model::preset(Preset::lead), kFields, host.normaliser());
  const Table table = text_table(kNames, kRows);
  ASSERT_TRUE(index.add_all(table));
  std::atomic<int> found{0};
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      for (int i = 0; i < 50; ++i) found += static_cast<int>(index.find(table.row(1))->size() >= 2);
    });
  }
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(index.update(ValueView(std::int64_t{3}), table.row(3)));
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(found, 150);
  EXPECT_GE(host.threads.size(), 4U);
}

}  // namespace
}  // namespace galena::match
