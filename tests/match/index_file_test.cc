// The live index beside its file: saving from several threads, and reading while it is filled.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "galena/match/index.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

const Fields kFields = {{"mail", Kind::email, {}}};

Index index_of(std::size_t size) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < size; ++i) rows.push_back({"p" + std::to_string(i) + "@acme.com"});
  Index index(Model::preset(Preset::lead), kFields);
  EXPECT_TRUE(index.add_all(test::text_table({"mail"}, rows)));
  return index;
}

/// A folder that is there and empty until the test ends.
class IndexFile : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  [[nodiscard]] std::size_t files() const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
    return count;
  }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("galena_index_file_" +
       std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  const std::string path = (folder / "leads.idx").string();
};

TEST_F(IndexFile, IsSavedWholeByManyThreadsAtOnce) {
  const Index small = index_of(10);
  const Index large = index_of(3000);
  std::vector<std::string> problems(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < problems.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < 20; ++round) {
        const auto saved = (t % 2 == 0 ? small : large).save(path);
        if (!saved) problems[t] += saved.problems().to_text();
        const auto opened = Index::open(path);
        if (!opened) {
          problems[t] += opened.problems().to_text();
        } else if (opened->size() != 10 && opened->size() != 3000) {
          problems[t] += "another size";
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : problems) EXPECT_EQ(text, "");
  EXPECT_EQ(files(), 1U);
}

TEST_F(IndexFile, LeavesNothingBesideWhereItCannotBePut) {
  std::filesystem::create_directory(path);
  std::ofstream(path + "/file") << "a folder that is not empty is in the way";
  EXPECT_EQ(index_of(3).save(path).code(), Code::io);
  EXPECT_EQ(files(), 1U);
}

TEST(IndexProgress, MayUseTheIndex) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < 9000; ++i) rows.push_back({"p" + std::to_string(i) + "@acme.com"});
  const Table table = test::text_table({"mail"}, rows);
  Index index(Model::preset(Preset::lead), kFields);
  std::vector<std::size_t> sizes;
  ASSERT_TRUE(index.add_all(table, {}, [&](double, std::string_view) {
    sizes.push_back(index.size());
    return index.find(table.row(0), 1)->size() == 1;
  }));
  EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 4097, 8193}));
  EXPECT_EQ(index.size(), 9000U);
  Index stopped(Model::preset(Preset::lead), kFields);
  EXPECT_EQ(
      stopped.add_all(table, {}, [](double done, std::string_view) { return done < 0.4; }).code(),
      Code::cancelled);
  EXPECT_EQ(stopped.size(), 4097U);
}

}  // namespace
}  // namespace galena::match
