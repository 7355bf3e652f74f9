// Columns that say nothing and searches that compare nothing are told as warnings.
#include <gmock/gmock.h>

#include <limits>

#include "galena/match/deduplicate.hpp"
#include "galena/match/index.hpp"
#include "galena/record/csv.hpp"

namespace galena::match {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kLeads =
    "name,email,team,note\n"
    "Robert Scholz,r@acme.example,red,\n"
    "Maria Garcia,m@solar.example,blue,\n"
    "Bob Scholz,r@acme.example,red,\n";

Table table_of(std::string_view csv) { return read_csv(csv).value().table; }

std::vector<std::string> warnings(const Table& table, const Fields& fields) {
  const auto found = deduplicate(table, {.fields = fields});
  EXPECT_TRUE(found);
  return found ? found->report().warnings : std::vector<std::string>{"failed"};
}

TEST(Uncompared, AColumnOfWhichNoValueIsOfItsKindIsNamed) {
  const Table leads = table_of(kLeads);
  EXPECT_THAT(warnings(leads, {{"name", Kind::full_name}, {"email", Kind::birth_date}}),
              ElementsAre("column 'email' says nothing: none of its values is a birth_date"));
  EXPECT_THAT(warnings(leads, {{"name", Kind::full_name}, {"email", Kind::email}}), IsEmpty());
  // A blank column needs no words.
  EXPECT_THAT(warnings(leads, {{"name", Kind::full_name}, {"note", Kind::phone}}), IsEmpty());
}

TEST(Uncompared, NothingToLookUpByIsTold) {
  const Table leads = table_of(kLeads);
  for (const Fields& fields : {Fields{{"team", Kind::category}}, Fields{{"name", Kind::ignore}}}) {
    EXPECT_THAT(warnings(leads, fields),
                ElementsAre(HasSubstr("no two records were compared: there is no column")));
  }
  EXPECT_THAT(warnings(table_of("name,email\n,\n,\n"), {}),
              ElementsAre(HasSubstr("no two records were compared")));
  // One record, or none, has nobody to be compared with.
  EXPECT_THAT(warnings(table_of("name,email\nx,\n"), {{"name", Kind::ignore}}), IsEmpty());
  EXPECT_THAT(warnings(table_of("name,email\n"), {}), IsEmpty());
}

TEST(Uncompared, ColumnsThatAChosenModelLeavesOutAreNamed) {
  const Table leads = table_of(kLeads);
  const Fields fields = {{"name", Kind::full_name}, {"email", Kind::email}, {"note", Kind::phone}};
  const auto of_preset = [&](Preset preset) {
    return deduplicate(leads, {.fields = fields, .preset = preset})->report().warnings;
  };
  EXPECT_THAT(of_preset(Preset::account),
              Contains("column 'name' is left out: the model compares no full_name"));
  EXPECT_THAT(of_preset(Preset::lead), IsEmpty());
  const Model model = Model::preset(Preset::account);
  EXPECT_THAT(deduplicate(leads, {.fields = fields, .model = model})->report().warnings,
              Contains("column 'name' is left out: the model compares no full_name"));
}

TEST(Uncompared, TablesWithoutColumnsInCommonAreTold) {
  const Table left = table_of("name\nRobert Scholz\n");
  const Table right = table_of("email\nr@acme.example\n");
  const auto links = link(left, right, {});
  ASSERT_TRUE(links);
  EXPECT_THAT(links->report().warnings,
              ElementsAre(HasSubstr("the tables have no columns in common")));
  EXPECT_THAT(link(left, left, {})->report().warnings, IsEmpty());
  EXPECT_THAT(link(left, table_of("email\n"), {})->report().warnings, IsEmpty());
}

TEST(Uncompared, AColumnThatIsNotThereIsToldWithThoseThatAre) {
  const Table leads = table_of(kLeads);
  const auto hint = [&](const Options& options) {
    const auto found = deduplicate(leads, options);
    return found ? "found" : found.problems().front().hint;
  };
  EXPECT_EQ(hint({.id_column = "emial"}), "did you mean 'email'?");
  EXPECT_EQ(hint({.id_column = "id"}), "its columns are 'name', 'email', 'team', 'note'");
  EXPECT_EQ(hint({.source_column = "Email"}), "did you mean 'email'?");
  Index index(Model::preset(Preset::person), {{"email", Kind::email}});
  const auto added = index.add_all(leads, "emial");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.problems().front().hint, "did you mean 'email'?");
}

TEST(Uncompared, AThresholdThatIsNoNumberIsTold) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto found = deduplicate(table_of(kLeads), {.threshold = nan});
  ASSERT_FALSE(found);
  EXPECT_THAT(found.problems().to_text(), HasSubstr("the threshold NaN is no probability"));
  const Index index(Model::preset(Preset::person), {{"email", Kind::email}});
  const auto matches = index.find(table_of(kLeads).row(0), 5, nan);
  ASSERT_FALSE(matches);
  EXPECT_THAT(matches.problems().to_text(), HasSubstr("the probability NaN is not between"));
}

}  // namespace
}  // namespace galena::match
