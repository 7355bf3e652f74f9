// A column in which nobody has a value is as one that is not there: what is found is what the other
// columns find alone.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "galena/match/train.hpp"
#include "support/pairwise.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;
using Rows = std::vector<std::vector<std::string>>;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::size_t kEntities = 3000;

/// Telephone numbers of which one in ten is there twice, and `other` in a second column.
Rows phones_and(const std::string& other) {
  Rows rows;
  for (std::size_t i = 0; i < kEntities + kEntities / 10; ++i) {
    const std::size_t entity = i < kEntities ? i : (i - kEntities) * 7;
    rows.push_back({"+4930" + std::to_string(1000000 + entity * 7), other});
  }
  return rows;
}

std::vector<std::string> phone_truth() {
  std::vector<std::string> truth;
  for (const auto& row : phones_and("")) truth.push_back(row[0]);
  return truth;
}

Table phones_alone() {
  Rows rows = phones_and("");
  for (auto& row : rows) row.resize(1);
  return text_table({"phone"}, rows);
}

/// All cells of a table.
std::string cells(const Table& table) {
  std::string text;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (const Column& column : table.columns()) text += to_text(column[row]) + " ";
    text += "\n";
  }
  return text;
}

const Fields kPhoneAlone = {{"phone", Kind::phone, {}}};

Deduplication found_in(const Table& table, const Options& options) {
  auto found = deduplicate(table, options);
  EXPECT_TRUE(found) << found.problems().to_text();
  return std::move(*found);
}

class BlankColumn : public ::testing::TestWithParam<std::pair<Kind, std::string>> {};

TEST_P(BlankColumn, IsAsOneThatIsNotThere) {
  const auto& [kind, blank] = GetParam();
  const Table table = text_table({"phone", "other"}, phones_and(blank));
  const Fields fields = {{"phone", Kind::phone, {}}, {"other", kind, {}}};
  const Deduplication found = found_in(table, {.fields = fields, .preset = Preset::account});
  const Deduplication alone =
      found_in(phones_alone(), {.fields = kPhoneAlone, .preset = Preset::account});
  EXPECT_EQ(test::pairwise(alone.clusters(), phone_truth()).f1(), 1);
  EXPECT_EQ(test::pairwise(found.clusters(), phone_truth()).f1(), 1);
  EXPECT_EQ(cells(found.pairs()), cells(alone.pairs()));
  // What was given is shown; what says nothing is not in the way of an explanation.
  EXPECT_EQ(found.fields(), fields);
  const auto why = found.explain(ValueView(std::int64_t{0}), ValueView(std::int64_t{1}));
  ASSERT_TRUE(why);
  ASSERT_EQ(why->fields.size(), 1U);
  EXPECT_EQ(why->fields[0].field, "phone");
}

INSTANTIATE_TEST_SUITE_P(
    OfAnyKind, BlankColumn,
    ::testing::Values(std::pair(Kind::company, ""), std::pair(Kind::company, "  "),
                      std::pair(Kind::last_name, ""), std::pair(Kind::full_name, " "),
                      std::pair(Kind::name_suffix, ""), std::pair(Kind::phone, ""),
                      std::pair(Kind::birth_date, ""), std::pair(Kind::text, ""),
                      // Nothing of it is what the column holds.
                      std::pair(Kind::email, "-"), std::pair(Kind::birth_date, "unknown"),
                      std::pair(Kind::number, "n/a"), std::pair(Kind::company, "--"),
                      std::pair(Kind::name_suffix, "none")));

TEST(BlankColumns, AreToldWhereTheyHaveValuesOfAnotherKindAlone) {
  const auto warnings = [](const std::string& value, Kind kind) {
    return found_in(text_table({"phone", "other"}, phones_and(value)),
                    {.fields = {{"phone", Kind::phone, {}}, {"other", kind, {}}}})
        .report()
        .warnings;
  };
  EXPECT_THAT(warnings("", Kind::company), IsEmpty());
  EXPECT_THAT(warnings(" ", Kind::company), IsEmpty());
  EXPECT_THAT(warnings("-", Kind::email), ElementsAre(HasSubstr("column 'other' says nothing")));
  EXPECT_THAT(warnings("none", Kind::name_suffix),
              ElementsAre(HasSubstr("column 'other' says nothing")));
}

TEST(BlankColumns, OrWithOneValueInAllRowsTellNobodyApart) {
  Rows rows = phones_and("CZ");
  rows[7][1] = "Czech Republic";
  rows[8][1] = "";
  const Deduplication found =
      found_in(text_table({"phone", "other"}, rows),
               {.fields = {{"phone", Kind::phone, {}}, {"other", Kind::country, {}}},
                .preset = Preset::account});
  const Deduplication alone =
      found_in(phones_alone(), {.fields = kPhoneAlone, .preset = Preset::account});
  EXPECT_EQ(cells(found.pairs()), cells(alone.pairs()));
  // Two are enough, and in a short list one may be chance.
  const auto fields_compared = [](const Rows& list) {
    const Deduplication found_there =
        found_in(text_table({"phone", "other"}, list),
                 {.fields = {{"phone", Kind::phone, {}}, {"other", Kind::country, {}}}});
    return found_there.explain(ValueView(std::int64_t{0}), ValueView(std::int64_t{1}))
        ->fields.size();
  };
  EXPECT_EQ(fields_compared(rows), 1U);
  EXPECT_EQ(fields_compared({rows.begin(), rows.begin() + 20}), 2U);
  rows[7][1] = "Poland";
  EXPECT_EQ(fields_compared(rows), 2U);
}

/// Rules ask for what agrees, and models that are given are used as they are.
TEST(BlankColumns, WithOneValueInAllRowsAreStillWhatRulesAndGivenModelsCompare) {
  Rows rows;
  for (int i = 0; i < 60; ++i) {
    std::string name = "Harbor";
    for (int letter = 0, rest = i; letter < 4; ++letter, rest = rest * 7 + i)
      name += std::string("bdfgklmnprstvz").substr(static_cast<std::size_t>(rest % 14), 1) + "a";
    rows.push_back({name, "Springfield", "Ohio"});
  }
  rows.push_back(rows[0]);
  const Table table = text_table({"company", "city", "region"}, rows);
  Options options{.fields = {{"company", Kind::company, {}},
                             {"city", Kind::city, {}},
                             {"region", Kind::region, {}}},
                  .preset = Preset::crm_standard_rules};
  EXPECT_GT(found_in(table, options).explain_rows(0, 60)->probability, 0.9);
  options.preset.reset();
  options.model = Model::preset(Preset::account);
  EXPECT_EQ(found_in(table, options).explain_rows(0, 60)->fields.size(), 3U);
}

TEST(BlankColumns, OneValueAmongManyRowsIsCompared) {
  Rows rows = phones_and("");
  rows.back()[1] = "Quistorp";
  const Deduplication found =
      found_in(text_table({"phone", "other"}, rows),
               {.fields = {{"phone", Kind::phone, {}}, {"other", Kind::last_name, {}}}});
  const auto why = found.explain(ValueView(std::int64_t{0}), ValueView(std::int64_t{1}));
  ASSERT_TRUE(why);
  EXPECT_EQ(why->fields.size(), 3U);  // the suffix that a name may have is one
}

TEST(BlankColumns, OfOneTableAreNotComparedWithAnother) {
  const Rows with_names = phones_and("Quistorp");
  const Table left = text_table({"phone", "name"}, with_names);
  const Table right = text_table({"phone", "name"}, phones_and(""));
  const Table without = phones_alone();
  const Fields both = {{"phone", Kind::phone, {}}, {"name", Kind::full_name, {}}};
  LinkOptions blank;
  blank.preset = Preset::person;
  blank.fields = blank.right_fields = both;
  const auto linked = link(left, right, blank);
  ASSERT_TRUE(linked);
  LinkOptions alone;
  alone.preset = Preset::person;
  alone.fields = alone.right_fields = kPhoneAlone;
  const auto by_phone = link(without, without, alone);
  ASSERT_TRUE(by_phone);
  EXPECT_GE(by_phone->pairs().rows(), kEntities);
  EXPECT_EQ(cells(linked->pairs()), cells(by_phone->pairs()));
  EXPECT_EQ(linked->right_fields(), both);
  // As one that the other table does not have.
  LinkOptions absent;
  absent.preset = Preset::person;
  absent.fields = both;
  absent.right_fields = kPhoneAlone;
  const auto without_name = link(left, without, absent);
  ASSERT_TRUE(without_name);
  EXPECT_EQ(cells(without_name->pairs()), cells(by_phone->pairs()));
}

TEST(BlankColumns, LeaveNothingToCompareIsTold) {
  const Table left = text_table({"phone", "name"}, {{"+493012345678", ""}, {"+493012345679", ""}});
  const Table right = text_table({"phone", "name"}, {{"", "Ann Quistorp"}, {"", "Eva Storm"}});
  LinkOptions options;
  options.fields =
      options.right_fields = {{"phone", Kind::phone, {}}, {"name", Kind::full_name, {}}};
  const auto links = link(left, right, options);
  ASSERT_TRUE(links);
  EXPECT_THAT(links->report().warnings,
              ElementsAre(HasSubstr("no columns in common of which both have values")));
  EXPECT_EQ(links->pairs().rows(), 0U);
}

TEST(BlankColumns, AWholeNameThatIsBlankIsPutTogetherFromItsParts) {
  Rows rows;
  for (int i = 0; i < 40; ++i)
    rows.push_back({"", "Ann" + std::string(i % 20, 'a'), "Quistorp" + std::string(i % 20, 'b')});
  Rows parts = rows;
  for (auto& row : parts) row.erase(row.begin());
  const Deduplication found = found_in(text_table({"name", "first", "last"}, rows),
                                       {.fields = {{"name", Kind::full_name, {}},
                                                   {"first", Kind::first_name, {}},
                                                   {"last", Kind::last_name, {}}}});
  const Deduplication of_parts =
      found_in(text_table({"first", "last"}, parts),
               {.fields = {{"first", Kind::first_name, {}}, {"last", Kind::last_name, {}}}});
  EXPECT_GT(of_parts.pairs().rows(), 0U);
  EXPECT_EQ(cells(found.pairs()), cells(of_parts.pairs()));
}

TEST(BlankColumns, GoByWhatTheHostsNormaliserMakesOfThem) {
  const Table table = text_table({"phone", "other"}, phones_and("n/a"));
  Options options{.fields = {{"phone", Kind::phone, {}}, {"other", Kind::text, {}}}};
  options.normaliser.function = [](void*, Kind kind, std::string_view, std::string& out) {
    out.clear();
    return kind == Kind::text ? HostForm::final : HostForm::unchanged;
  };
  const Deduplication found = found_in(table, options);
  EXPECT_EQ(test::pairwise(found.clusters(), phone_truth()).f1(), 1);
  EXPECT_EQ(cells(found.pairs()), cells(found_in(phones_alone(), {.fields = kPhoneAlone}).pairs()));
}

TEST(BlankColumns, ChangeNeitherWhatIsLearntNorHowMuchMemoryIsNeeded) {
  const Table blank = text_table({"phone", "other"}, phones_and(""));
  const Fields fields = {{"phone", Kind::phone, {}}, {"other", Kind::company, {}}};
  const auto preset = Preset::account;
  const auto learnt = train(blank, {.fields = fields, .preset = preset});
  const auto of_alone = train(phones_alone(), {.fields = kPhoneAlone, .preset = preset});
  ASSERT_TRUE(learnt);
  ASSERT_TRUE(of_alone);
  EXPECT_EQ(learnt->model.to_json(), of_alone->model.to_json());
  const auto refused = deduplicate(blank, {.fields = fields, .preset = preset, .memory_limit = 1});
  const auto without =
      deduplicate(phones_alone(), {.fields = kPhoneAlone, .preset = preset, .memory_limit = 1});
  EXPECT_EQ(refused.problems().to_text(), without.problems().to_text());
}

TEST(BlankColumns, OfATableWithoutRowsAreKept) {
  const Table none = text_table({"phone", "name"}, {});
  const Deduplication found =
      found_in(none, {.fields = {{"phone", Kind::phone, {}}, {"name", Kind::full_name, {}}}});
  EXPECT_THAT(found.report().warnings, IsEmpty());
  EXPECT_EQ(found.clusters().rows(), 0U);
}

}  // namespace
}  // namespace galena::match
