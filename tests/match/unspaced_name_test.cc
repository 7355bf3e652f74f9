// Names of scripts that put no space where other scripts put one.
#include <gtest/gtest.h>

#include "galena/match/normalise.hpp"

namespace galena::match {
namespace {

void expect_name(const char* text, const char* given, const char* family) {
  SCOPED_TRACE(text);
  const PersonName name = parse_person_name(text);
  EXPECT_EQ(name.given, given);
  EXPECT_EQ(name.family, family);
}

TEST(UnspacedName, ChineseFamilyNamesStandInFront) {
  expect_name("李小明", "小明", "李");
  expect_name("李鹏", "鹏", "李");
  expect_name("欧阳娜", "娜", "欧阳");
}

TEST(UnspacedName, FourCharactersAreTwoAndTwo) { expect_name("山田太郎", "太郎", "山田"); }

TEST(UnspacedName, KoreanSyllablesAreParted) {
  // Folded words have Korean syllables in letters.
  const auto folded = [](const char* text) { return normalise_family_name(text); };
  expect_name("김민준", folded("민준").c_str(), folded("김").c_str());
  expect_name("남궁민수", folded("민수").c_str(), folded("남궁").c_str());
  expect_name("김민준님", folded("민준").c_str(), folded("김").c_str());
}

TEST(UnspacedName, TitlesBehindComeOff) {
  expect_name("王先生", "", "王");
  expect_name("王小明先生", "小明", "王");
}

TEST(UnspacedName, LongerOnesAndThoseWithSpacesStay) {
  expect_name("阿卜杜勒江", "", "阿卜杜勒江");
  EXPECT_EQ(parse_person_name("李 小明").family, "小明");
}

TEST(UnspacedName, ThaiTitlesComeOffTheGivenName) {
  const PersonName plain = parse_person_name("สมชาย ใจดี");
  EXPECT_EQ(plain.family, "ใจดี");
  for (const char* titled : {"นายสมชาย ใจดี", "คุณสมชาย ใจดี", "นาย สมชาย ใจดี"}) {
    expect_name(titled, plain.given.c_str(), plain.family.c_str());
  }
  EXPECT_EQ(normalise_given_name("นางสาวมาลี"), normalise_given_name("มาลี"));
}

TEST(UnspacedName, ATitleAloneIsAName) { EXPECT_EQ(parse_person_name("นาย").family, "นาย"); }

}  // namespace
}  // namespace galena::match
