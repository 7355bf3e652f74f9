// How two writings of one thing, or of two things, are told: the level a pair of values falls into.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "galena/match/deduplicate.hpp"
#include "galena/match/model.hpp"
#include "galena/match/normalise.hpp"
#include "match/text.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

/// The level of two values of a kind, the order of which must not matter.
std::string level(Kind kind, const std::string& a, const std::string& b) {
  const Table table = text_table({"value"}, {{a}, {b}});
  const Model model = Model::preset(kind == Kind::company ? Preset::account : Preset::person);
  const Fields fields = {{"value", kind, {}}};
  const auto of = [&](std::size_t left, std::size_t right) {
    return compare(model, fields, table.row(left), table.row(right)).fields[0].level;
  };
  EXPECT_EQ(of(0, 1), of(1, 0)) << a << " / " << b;
  return of(0, 1);
}

TEST(CompanyLevels, AShortNameBesideALongWordIsNotMisspelt) {
  EXPECT_EQ(level(Kind::company, "SWN Elektrotechnik", "KFG Elektrotechnik"), "some_words");
  EXPECT_EQ(level(Kind::company, "TLL Hausverwaltung GmbH", "LFK Hausverwaltung KG"), "some_words");
  // A slip in the name or in the long word, words run together.
  EXPECT_EQ(level(Kind::company, "PN Logistik", "PNN Logistik"), "most_words");
  EXPECT_EQ(level(Kind::company, "Wernertz Hausverwaltung", "Wernetrz Hausverwaltung"),
            "most_words");
  EXPECT_EQ(level(Kind::company, "KFG Elektrotechnik", "KFG Elektrotecknik"), "most_words");
  EXPECT_EQ(level(Kind::company, "Media Markt", "MediaMarkt"), "same_words");
}

/// The text in Thai consonants, which take three bytes each, and have no sounds or names in tables.
std::string in_thai(const std::string& text) {
  std::string thai;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') {
      append_utf8(thai, static_cast<char32_t>(0x0E01 + (c - 'a')));
    } else {
      thai += c;
    }
  }
  return thai;
}

TEST(ValueLevels, CountLettersAndNotBytes) {
  std::mt19937 engine(9);
  const auto letter = [&] { return "bcdfghjklmnpqrstvwxz"[engine() % 20]; };
  const auto word = [&] {
    std::string text;
    for (std::size_t size = 4 + engine() % 8; text.size() < size;) text += letter();
    return text;
  };
  for (int round = 0; round < 1500; ++round) {
    std::string a = word();
    for (std::size_t more = engine() % 3; more > 0; --more) a += " " + word();
    std::string b = engine() % 4 == 0 ? word() + " " + word() : a;
    for (std::size_t edits = engine() % 5; edits > 0 && b.size() > 1; --edits) {
      const std::size_t at = engine() % b.size();
      if (b[at] != ' ' && engine() % 2 == 0)
        b.erase(at, 1);
      else if (b[at] != ' ')
        b[at] = letter();
    }
    // Some letters are a legal form.
    if (normalise_company(a).name != a || normalise_company(b).name != b) continue;
    for (const Kind kind : {Kind::company, Kind::city, Kind::text})
      EXPECT_EQ(level(kind, a, b), level(kind, in_thai(a), in_thai(b))) << a << " / " << b;
  }
}

TEST(CompanyLevels, ALegalFormJoinedToTheNameIsNoAgreement) {
  EXPECT_EQ(level(Kind::company, "有限会社清水運輸", "有限会社田中印刷"), "different");
  EXPECT_EQ(level(Kind::company, "清水運輸", "田中運輸"), "different");
  EXPECT_EQ(level(Kind::company, "七喜网络有限公司", "七喜网络"), "exact");
  EXPECT_EQ(level(Kind::company, "七喜网络有限公司", "七喜"), "some_words");
}

TEST(NameLevels, AnInitialDoesNotStandForAnothersName) {
  EXPECT_EQ(level(Kind::full_name, "Chan, Monica", "Chan, Charlene M"), "family");
  EXPECT_EQ(level(Kind::full_name, "Robert J Smith", "James Smith"), "family");
  EXPECT_EQ(level(Kind::full_name, "Robert James Smith", "James Smith"), "contained");
  EXPECT_EQ(level(Kind::full_name, "R James Smith", "Robert Smith"), "family");
  EXPECT_EQ(level(Kind::full_name, "Robert J Smith", "R Smith"), "contained");
  EXPECT_EQ(level(Kind::full_name, "Robert J Smith", "Bob Smith"), "contained");
  EXPECT_EQ(level(Kind::full_name, "J Smith", "James Smith"), "close");
}

TEST(NameLevels, TheSameLettersPartedOtherwiseAreTheSameName) {
  EXPECT_EQ(level(Kind::full_name, "Li Bomin", "LI, Bo Min"), "same_words");
  EXPECT_EQ(level(Kind::full_name, "Wang Gang-Chao", "Gangchao Wang"), "same_words");
  EXPECT_EQ(level(Kind::full_name, "Annamaria Berg", "Anna Maria Berg"), "same_words");
  EXPECT_EQ(level(Kind::full_name, "Jan Mac Donald", "Jan MacDonald"), "same_words");
  // Words of others are no part of it.
  EXPECT_NE(level(Kind::full_name, "Li Bomin", "Li Bo Minh"), "same_words");
  EXPECT_NE(level(Kind::full_name, "Li Bomin", "Bo Min Li Wei"), "same_words");
  EXPECT_NE(level(Kind::full_name, "Li Minbo", "Li Bo Min"), "same_words");
}

TEST(NameLevels, NamesThatResembleOneAnotherAreSwappedToo) {
  const Table table = text_table({"first", "last"}, {{"Maria", "Garcia"},
                                                     {"Garcia", "Maria"},
                                                     {"Maria", "Garcio"},
                                                     {"Ivan", "Ivanov"},
                                                     {"Ivanov", "Ivan"}});
  const Fields fields = {{"first", Kind::first_name, {}}, {"last", Kind::last_name, {}}};
  const auto levels = [&](std::size_t a, std::size_t b) {
    const Explanation found =
        compare(Model::preset(Preset::person), fields, table.row(a), table.row(b));
    return std::pair(found.fields[0].level, found.fields[1].level);
  };
  EXPECT_EQ(levels(0, 1), std::pair(std::string("swapped"), std::string("swapped")));
  EXPECT_EQ(levels(3, 4), std::pair(std::string("swapped"), std::string("swapped")));
  EXPECT_EQ(levels(0, 2).first, "exact");
}

TEST(NameLevels, AParticleMayBeOneWordWithTheName) {
  EXPECT_EQ(level(Kind::full_name, "Mariam Alotaibi", "Mariam Al Otaibi"), "close");
  EXPECT_EQ(level(Kind::full_name, "Khaled Al Mansouri", "Khaled Elmansouri"), "close");
  EXPECT_EQ(level(Kind::full_name, "Jan van Dammeren", "Jan Vandammeren"), "close");
  EXPECT_EQ(level(Kind::full_name, "Mara Albert", "Mara Bert"), "close");  // two letters apart
  EXPECT_EQ(level(Kind::full_name, "Mara Wilbert", "Mara Bert"), "different");
}

TEST(NameLevels, OneNameAloneIsNeitherTheSameNorAnother) {
  EXPECT_EQ(level(Kind::full_name, "Noah", "Noah Sastry"), "family");
  EXPECT_EQ(level(Kind::full_name, "Sastry", "Noah Sastry"), "family");
  EXPECT_EQ(level(Kind::full_name, "N", "Noah Sastry"), "different");
  EXPECT_EQ(level(Kind::full_name, "Noah", "Jonas Sastry"), "different");
}

}  // namespace
}  // namespace galena::match
