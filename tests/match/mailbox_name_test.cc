// Mailboxes that are a name written as one: what they say beside the name.
#include "match/mailbox_name.hpp"

#include <gtest/gtest.h>

#include "galena/match/match.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

bool spelt(std::string_view mailbox, std::vector<std::string_view> words) {
  return spelt_by_name(mailbox, words);
}

TEST(MailboxName, IsWordsAndInitialsInAnyOrder) {
  for (const char* const mailbox : {"jane.smith", "janesmith", "jsmith", "j.smith", "smith",
                                    "smith-jane", "smithj", "jane_s", "jane", "smith.j"})
    EXPECT_TRUE(spelt(mailbox, {"jane", "smith"})) << mailbox;
  for (const char* const mailbox : {"jane.smyth", "jane.smith2", "js", "sales", "j", "",
                                    "janesmithx", "jane.jane", "smithsmith", "m.smith"})
    EXPECT_FALSE(spelt(mailbox, {"jane", "smith"})) << mailbox;
}

TEST(MailboxName, TakesAllWordsOfAName) {
  EXPECT_TRUE(spelt("ana.garcia-lopez", {"ana", "garcia", "lopez"}));
  EXPECT_TRUE(spelt("agarcialopez", {"ana", "garcia", "lopez"}));
  EXPECT_TRUE(spelt("vanderberg", {"kim", "van", "der", "berg"}));
  EXPECT_TRUE(spelt("aobrien", {"ann", "o'brien"}));
  EXPECT_TRUE(spelt("ytao", {"yu", "tao"}));
  // A word begins like the initial of another.
  EXPECT_TRUE(spelt("jjones", {"jo", "jones"}));
  EXPECT_TRUE(spelt("jojones", {"jo", "jones"}));
  EXPECT_FALSE(spelt("jane", {}));
  EXPECT_FALSE(spelt("jane", {""}));
}

const Fields kFields = {{"first", Kind::first_name, {}},
                        {"last", Kind::last_name, {}},
                        {"company", Kind::company, {}},
                        {"email", Kind::email, {}}};

std::string email_level(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const Table table = test::text_table({"first", "last", "company", "email"}, {a, b});
  const auto found = deduplicate(table, {.fields = kFields});
  const auto why = found->explain_rows(0, 1);
  for (const FieldEvidence& field : why->fields) {
    if (field.field == "email") return field.level;
  }
  return "none";
}

TEST(MailboxName, MailboxesThatDifferAsTheNamesDoAreNotNearEachOther) {
  EXPECT_EQ(email_level({"Louise", "Martin", "Acme", "louise.martin@acme.com"},
                        {"Louise", "Martinez", "Acme", "louise.martines@acme.com"}),
            "close");
  EXPECT_EQ(email_level({"Linda", "Sanders", "Acme", "linda.sanders@acme.com"},
                        {"Linda", "Saunders", "Acme", "linda.saunders@acme.com"}),
            "domain");
  // Nor are two mailboxes that one name makes a slip of each other.
  EXPECT_EQ(
      email_level({"Jo", "Ng", "Acme", "jo.ng@acme.com"}, {"Jo", "Ng", "Acme", "j.ng@acme.com"}),
      "domain");
  // At a domain where anybody gets a mailbox it says nothing.
  EXPECT_EQ(email_level({"Jan", "Dornberg", "", "jan.dornberg@gmail.com"},
                        {"Jane", "Dornberg", "", "jane.dornberg@gmail.com"}),
            "different");
}

TEST(MailboxName, ASlipIsStillASlip) {
  EXPECT_EQ(email_level({"Linda", "Saunders", "Acme", "linda.sanders@acme.com"},
                        {"Linda", "Saunders", "Acme", "linda.saunders@acme.com"}),
            "close");
  EXPECT_EQ(email_level({"Linda", "Saunders", "Acme", "lsaunders7@acme.com"},
                        {"Linda", "Saunders", "Acme", "lsaunder7@acme.com"}),
            "close");
  // One of the two has no name to tell.
  EXPECT_EQ(email_level({"", "", "Acme", "linda.sanders@acme.com"},
                        {"Linda", "Saunders", "Acme", "linda.saunders@acme.com"}),
            "close");
}

TEST(MailboxName, TheLiveIndexSaysTheSame) {
  Index index(Model::preset(Preset::lead), kFields);
  const Table table = test::text_table({"first", "last", "company", "email"},
                                       {{"Linda", "Sanders", "Acme", "linda.sanders@acme.com"},
                                        {"Linda", "Saunders", "Acme", "linda.saunders@acme.com"}});
  ASSERT_TRUE(index.add_all(table));
  const auto why = index.explain(Value(0), Value(1));
  ASSERT_TRUE(why);
  EXPECT_EQ(why->fields.back().field, "email");
  EXPECT_EQ(why->fields.back().level, "domain");
}

}  // namespace
}  // namespace galena::match
