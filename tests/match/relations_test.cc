// Same person, same household, same workplace, strangers: what tells them apart.
#include <gtest/gtest.h>

#include "galena/match/deduplicate.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

const std::vector<std::string> kNames = {"first",   "last",   "email", "phone",
                                         "company", "street", "city"};
const Fields kFields = {{"first", Kind::first_name, {}}, {"last", Kind::last_name, {}},
                        {"email", Kind::email, {}},      {"phone", Kind::phone, {}},
                        {"company", Kind::company, {}},  {"street", Kind::street, {}},
                        {"city", Kind::city, {}}};
using Row = std::vector<std::string>;

/// Both presets of people must hold.
class Relations : public testing::TestWithParam<Preset> {
 protected:
  static Explanation compared(const Row& a, const Row& b) {
    const Table rows = text_table(kNames, {a, b});
    return compare(Model::preset(GetParam()), kFields, rows.row(0), rows.row(1));
  }
};
INSTANTIATE_TEST_SUITE_P(People, Relations,
                         testing::Values(Preset::person, Preset::lead, Preset::contact),
                         [](const auto& preset) { return std::string(preset_name(preset.param)); });

TEST_P(Relations, APersonalMailboxIsOnePersonsWhenNothingContradicts) {
  EXPECT_GT(
      compared({"", "", "aq@gmail.com", "", "", "", ""}, {"", "", "aq@gmail.com", "", "", "", ""})
          .probability,
      0.97);
  EXPECT_GT(compared({"Anna", "Quistorp", "aq@gmail.com", "", "", "", ""},
                     {"", "Quistorp", "aq@gmail.com", "", "", "", ""})
                .probability,
            0.98);
}

TEST_P(Relations, ABlankGivenNameIsNoEvidenceOfTwoPeople) {
  const Row with = {"Anna", "Quistorp", "aq@gmail.com", "818-892-2818", "", "", ""};
  const Row without = {"", "Quistorp", "aq@gmail.com", "818-892-2818", "", "", ""};
  EXPECT_GT(compared(with, without).probability, 0.98);
  EXPECT_GT(compared(without, without).probability, 0.98);
  EXPECT_GT(compared(with, with).probability, 0.999);
}

TEST_P(Relations, FamiliesStayApart) {
  const Row anna = {"Anna", "Quistorp",      "aq@gmail.com", "818-892-2818",
                    "",     "12 Oak Street", "Arlington"};
  const Row peter = {"Peter", "Quistorp",      "pq@gmail.com", "818-892-2818",
                     "",      "12 Oak Street", "Arlington"};
  const Explanation found = compared(anna, peter);
  EXPECT_LT(found.probability, 0.1);
  EXPECT_EQ(found.relation, "household");
  Row one_mailbox = peter;
  one_mailbox[2] = anna[2];
  EXPECT_LT(compared(anna, one_mailbox).probability, 0.5);
}

TEST_P(Relations, ColleaguesStayApart) {
  const Row anna = {"Anna",         "Quistorp",   "anna.quistorp@acme.com",
                    "818-892-2818", "Acme Tools", "12 Oak Street",
                    "Arlington"};
  Row peter = {"Peter",         "Marlow",   "peter.marlow@acme.com", "818-892-2818", "Acme Tools",
               "12 Oak Street", "Arlington"};
  EXPECT_LT(compared(anna, peter).probability, 0.001);
  peter[2] = anna[2];  // one mailbox for the department
  EXPECT_LT(compared(anna, peter).probability, 0.5);
}

TEST_P(Relations, RoleMailboxesAndSwitchboardsAreNobodysOwn) {
  const Row anna = {"Anna", "Quistorp", "info@acme.com", "818-892-2818", "Acme Tools", "", ""};
  const Row peter = {"Peter", "Marlow", "info@acme.com", "818-892-2818", "Acme Tools", "", ""};
  EXPECT_LT(compared(anna, peter).probability, 0.001);
  const Row unnamed = {"", "", "info@acme.com", "818-892-2818", "Acme Tools", "", ""};
  EXPECT_LT(compared(anna, unnamed).probability, 0.5);
}

TEST_P(Relations, AMailboxThatManyShareProvesLittle) {
  // Ten unlike people registered with one address; the last row names nobody.
  std::vector<Row> rows;
  const char* const first[] = {"Anna", "Peter", "Maria", "John", "Eva",
                               "Karl", "Lena",  "Omar",  "Ines", "Hugo"};
  const char* const last[] = {"Quistorp",  "Marlow", "Vogel", "Tanaka", "Okafor",
                              "Lindqvist", "Moreau", "Rossi", "Novak",  "Silva"};
  for (int i = 0; i < 10; ++i)
    rows.push_back({first[i], last[i], "office42@acme.com", "", "", "", ""});
  rows.push_back({"", "", "office42@acme.com", "", "", "", ""});
  const auto found = deduplicate(text_table(kNames, rows),
                                 {.fields = kFields, .model = Model::preset(GetParam())});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_EQ(found->report().duplicates, 0U);
}

/// Firms may share an address; where nothing but addresses is compared, nobody asks for the firm.
TEST(RelationsUntold, AddressesAloneAreWhatIsLookedFor) {
  static const char* const kStreets[] = {"Maple", "Harbour", "Quarry", "Juniper", "Weaver",
                                         "Abbot", "Tanner",  "Meadow", "Orchard", "Falcon"};
  std::vector<Row> rows;
  constexpr int kAddresses = 600;
  for (int i = 0; i < kAddresses; ++i) {
    const std::string house = std::to_string(10 + i * 7919 % 9000);
    const std::string name = std::string(kStreets[i % 10]) + kStreets[i / 10 % 10] + " ";
    rows.push_back({house + " " + name + "Street"});
    if (i % 4 == 0) rows.push_back({house + " " + name + "St."});
  }
  const auto found =
      deduplicate(text_table({"address"}, rows), {.fields = {{"address", Kind::street, {}}}});
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_GE(found->report().duplicates, kAddresses / 4U * 95 / 100);
  EXPECT_LE(found->report().duplicates, kAddresses / 4U * 105 / 100);
}

}  // namespace
}  // namespace galena::match
