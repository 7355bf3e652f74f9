// The live index says what the batch says of the same records.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <set>
#include <string>

#include "galena/match/deduplicate.hpp"
#include "galena/match/index.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::make_people;
using test::Rows;
using test::text_table;

const std::vector<std::string>& kNames = test::kPeopleColumns;
const Fields kFields = {{"first_name", Kind::first_name, {}}, {"last_name", Kind::last_name, {}},
                        {"company", Kind::company, {}},       {"email", Kind::email, {}},
                        {"phone", Kind::phone, {}},           {"city", Kind::city, {}}};
/// The index counts frequencies anew whenever it has grown by a tenth.
constexpr double kFrequencyBits = 0.5;

Index index_of(const Rows& rows) {
  Index index(Model::preset(Preset::lead), kFields);
  EXPECT_TRUE(index.add_all(text_table(kNames, rows), "id"));
  return index;
}

/// A row of text cells as the index reads it: the fields without the id.
Table draft(const std::vector<std::string>& row) {
  return text_table({kNames.begin() + 1, kNames.end()}, {{row.begin() + 1, row.end()}});
}

TEST(IndexAndBatch, AgreeOnTheLevelOfEveryField) {
  const auto people = make_people(1000, 21);
  const Index index = index_of(people.rows);
  const auto found =
      deduplicate(text_table(kNames, people.rows),
                  {.fields = kFields, .id_column = "id", .preset = Preset::lead, .train = false});
  ASSERT_TRUE(found);
  const Table& pairs = found->pairs();
  ASSERT_GT(pairs.rows(), 150U);
  for (std::size_t row = 0; row < pairs.rows(); ++row) {
    const auto batch = found->explain(pairs[0][row], pairs[1][row]);
    const auto live = index.explain(pairs[0][row], pairs[1][row]);
    ASSERT_TRUE(batch && live);
    ASSERT_EQ(batch->fields.size(), live->fields.size());
    for (std::size_t f = 0; f < batch->fields.size(); ++f) {
      EXPECT_EQ(live->fields[f].level, batch->fields[f].level);
      EXPECT_EQ(live->fields[f].base, batch->fields[f].base);
    }
  }
}

TEST(IndexAndBatch, WeighFieldsAlikeWhereNobodyIsThereTwice) {
  // The batch counts a value once for each person, the index for each record.
  const auto people = make_people(1000, 26);
  Rows single;
  for (std::size_t i = 0; i < people.rows.size(); ++i) {
    if (i == 0 || people.person[i] != people.person[i - 1]) single.push_back(people.rows[i]);
  }
  const Index index = index_of(single);
  const auto found =
      deduplicate(text_table(kNames, single),
                  {.fields = kFields, .id_column = "id", .preset = Preset::lead, .train = false});
  ASSERT_TRUE(found);
  std::size_t compared = 0;
  for (std::size_t a = 0; a < single.size(); a += 7) {
    for (std::size_t b = a + 1; b < single.size(); ++b) {
      if (single[a][1] != single[b][1] && single[a][2] != single[b][2] &&
          single[a][3] != single[b][3])
        continue;
      const auto batch = found->explain_rows(a, b);
      const auto live = index.explain(ValueView(single[a][0]), ValueView(single[b][0]));
      ASSERT_TRUE(batch && live);
      ++compared;
      for (std::size_t f = 0; f < batch->fields.size(); ++f) {
        EXPECT_NEAR(live->fields[f].weight, batch->fields[f].weight, kFrequencyBits)
            << batch->to_text() << live->to_text();
      }
    }
  }
  EXPECT_GT(compared, 1000U);
}

TEST(IndexAndBatch, EveryPairOfTheBatchIsFoundInTheIndex) {
  const auto people = make_people(1500, 22);
  const Index index = index_of(people.rows);
  const auto found =
      deduplicate(text_table(kNames, people.rows),
                  {.fields = kFields, .id_column = "id", .preset = Preset::lead, .train = false});
  ASSERT_TRUE(found);
  std::size_t wanted = 0;
  std::size_t missed = 0;
  for (std::size_t row = 0; row < found->pairs().rows(); ++row) {
    if (found->pairs()[3][row].number() < 0.99) continue;
    ++wanted;
    const std::string left(found->pairs()[0].text(row));
    const Table query = draft(people.rows[std::stoul(left.substr(1))]);
    bool there = false;
    const auto matches = index.find(query.row(0), 20, 0.5);
    ASSERT_TRUE(matches);
    for (const Match& match : *matches) {
      there = there || identical(match.id.view(), found->pairs()[1][row]);
    }
    missed += there ? 0 : 1;
  }
  ASSERT_GT(wanted, 200U);
  EXPECT_EQ(missed, 0U);
}

/// What find() says of every tenth row, without its own record: ids, and the weight of the best.
struct Findings {
  std::vector<std::set<std::string>> ids;
  std::vector<double> best;
};
Findings findings(const Index& index, const Rows& rows) {
  Findings result;
  for (std::size_t i = 0; i < rows.size(); i += 10) {
    const Table query = draft(rows[i]);
    const auto found = index.find(query.row(0), 10, 0.9);
    EXPECT_TRUE(found);
    std::set<std::string> ids;
    for (const Match& match : *found) ids.insert(to_text(match.id.view()));
    result.best.push_back(found->empty() ? 0 : found->front().weight);
    result.ids.push_back(std::move(ids));
  }
  return result;
}

TEST(IndexAndBatch, ChangesLeaveTheIndexAsIfItWereNew) {
  const Rows rows = make_people(1000, 23).rows;
  Rows other = make_people(1000, 24).rows;
  other.resize(rows.size());
  Index changed = index_of(rows);
  // Half of the records take another one's values and back, a quarter leaves and comes again.
  for (std::size_t i = 0; i < rows.size(); i += 2) {
    if (other[i].empty()) continue;
    ASSERT_TRUE(changed.update(ValueView(rows[i][0]), draft(other[i]).row(0)));
  }
  for (std::size_t i = 0; i < rows.size(); i += 2) {
    ASSERT_TRUE(changed.update(ValueView(rows[i][0]), draft(rows[i]).row(0)));
  }
  for (std::size_t i = 1; i < rows.size(); i += 4)
    ASSERT_TRUE(changed.remove(ValueView(rows[i][0])));
  for (std::size_t i = 1; i < rows.size(); i += 4) {
    ASSERT_TRUE(changed.add(ValueView(rows[i][0]), draft(rows[i]).row(0)));
  }
  const Findings now = findings(changed, rows);
  const Findings fresh = findings(index_of(rows), rows);
  EXPECT_EQ(now.ids, fresh.ids);
  for (std::size_t i = 0; i < now.best.size(); ++i)
    EXPECT_NEAR(now.best[i], fresh.best[i], kFrequencyBits);
}

TEST(IndexAndBatch, SavingAndOpeningKeepsEveryWeight) {
  const Rows rows = make_people(1000, 25).rows;
  const Index index = index_of(rows);
  const std::string path =
      (std::filesystem::temp_directory_path() / "galena_index_batch_test.idx").string();
  ASSERT_TRUE(index.save(path));
  const auto opened = Index::open(path);
  std::remove(path.c_str());
  ASSERT_TRUE(opened) << opened.problems().to_text();
  const Findings before = findings(index, rows);
  const Findings after = findings(*opened, rows);
  EXPECT_EQ(after.ids, before.ids);
  EXPECT_EQ(after.best, before.best);
}

}  // namespace
}  // namespace galena::match
