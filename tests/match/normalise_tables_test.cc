// Every entry of the built-in tables does what it is in the table for: it is found in the form in
// which the normalisers look for it, and they act on it.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/match/normalise.hpp"
#include "match/table_reading.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"

namespace galena::match {
namespace {

std::vector<std::string_view> entries(std::string_view table) {
  std::vector<std::string_view> list;
  tables::for_each_entry(table, [&](std::string_view entry) { list.push_back(entry); });
  return list;
}

std::vector<std::string> fields(std::string_view entry) {
  std::vector<std::string> list;
  while (!entry.empty()) {
    const auto [first, rest] = tables::split_first(entry, ' ');
    list.emplace_back(first);
    entry = rest;
  }
  return list;
}

TEST(Tables, OfLettersSpellThemInLatinLettersAndDigits) {
  for (const std::string_view entry : entries(tables::kTransliteration)) {
    const auto [letter, latin] = tables::split_first(entry, ' ');
    EXPECT_EQ(fold(letter), latin) << entry;
    EXPECT_EQ(fold(std::string("a").append(letter)), std::string("a").append(latin)) << entry;
    for (const char c : latin)
      EXPECT_TRUE((c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '\'') << entry;
  }
}

TEST(Tables, OfPersonsWordsTakeThemOff) {
  for (const std::string_view entry : entries(tables::kPersonWords)) {
    const std::vector<std::string> words = fields(entry);
    const PersonName before = parse_person_name(words[0] + " Anna Schmidt");
    const PersonName behind = parse_person_name("Anna Schmidt " + words[0]);
    if (words[1] == "title") {
      EXPECT_EQ(before.given, "anna") << entry;
      EXPECT_EQ(before.middle, "") << entry;
    } else if (words[1] == "degree") {
      EXPECT_EQ(behind.family, "schmidt") << entry;
    } else if (words[1] == "particle") {
      EXPECT_EQ(normalise_family_name(words[0] + " Schmidt"), "schmidt") << entry;
    } else if (words[1] == "joiner") {
      const PersonName joined = parse_person_name("Mr. " + words[0] + " Mrs. Anna Schmidt");
      EXPECT_EQ(joined.given, "anna") << entry;
      EXPECT_EQ(joined.middle, "") << entry;
    } else {
      ASSERT_EQ(words[1], "suffix") << entry;
      EXPECT_EQ(behind.suffix, words[2]) << entry;
      EXPECT_EQ(behind.family, "schmidt") << entry;
    }
  }
}

TEST(Tables, OfLegalFormsSetThemApart) {
  for (const std::string_view entry : entries(tables::kLegalForms)) {
    const auto [generic, form] = tables::split_first(entry, ' ');
    if (normalise_company(form).name == "and") continue;  // Bulgarian ET, in Latin letters
    const CompanyName company = normalise_company(std::string("Zyxwv ").append(form));
    EXPECT_FALSE(company.legal_form.empty()) << entry;
    EXPECT_TRUE(company.name.starts_with("zyxwv")) << entry << ": " << company.name;
    EXPECT_LE(company.name.size(), std::string("zyxwv ").size() + form.size()) << entry;
  }
}

TEST(Tables, OfNumbersAndCommonWordsAreReached) {
  for (const std::string_view entry : entries(tables::kNumberWords)) {
    const auto [word, number] = tables::split_first(entry, ' ');
    EXPECT_EQ(normalise_company("Zyxwv " + std::string(word) + " Zyxwv").name,
              "zyxwv " + std::string(number) + " zyxwv")
        << entry;
  }
  for (const std::string_view word : entries(tables::kCompanyWords)) {
    EXPECT_TRUE(tables::is_common_company_word(word)) << word;
    EXPECT_EQ(fold(word), word);
  }
  EXPECT_FALSE(tables::is_common_company_word("zyxwv"));
}

TEST(Tables, OfMailboxesAreReached) {
  for (const std::string_view domain : entries(tables::kFreeMailDomains)) {
    EXPECT_TRUE(normalise_email("someone@" + std::string(domain)).free_mail) << domain;
  }
  for (const std::string_view entry : entries(tables::kMailboxes)) {
    const std::vector<std::string> words = fields(entry);
    if (words[0] == "role") {
      EXPECT_TRUE(normalise_email(words[1] + "@acme.com").role) << entry;
    } else if (words[0] == "alias") {
      EXPECT_EQ(normalise_email("someone@" + words[1]).domain, words[2]) << entry;
    } else {
      ASSERT_EQ(words[0], "ignored") << entry;
      for (const char c : words[2]) {
        EXPECT_EQ(normalise_email(std::string("some") + c + "one@" + words[1]).mailbox, "someone")
            << entry;
      }
    }
  }
}

TEST(Tables, OfTelephonesAreReached) {
  for (const std::string_view entry : entries(tables::kPhones)) {
    const std::vector<std::string> words = fields(entry);
    const tables::PhonePlan* const plan = tables::phone_plan(words[0]);
    ASSERT_NE(plan, nullptr) << entry;
    EXPECT_LE(plan->fewest, plan->most) << entry;
    // The country code, with a sign, is read back whatever the number of digits.
    for (std::size_t size = std::max<std::size_t>(plan->fewest, 4); size <= plan->most; ++size) {
      const std::string number = "+" + words[0] + std::string(size - 1, '5') + "6";
      EXPECT_EQ(normalise_phone(number).e164(), number) << entry;
    }
  }
  for (const std::string_view entry : entries(tables::kCountries)) {
    const std::vector<std::string> words = fields(entry);
    if (words[1] == "0") continue;
    EXPECT_FALSE(normalise_phone("555 123 4567", words[0]).country.empty()) << entry;
  }
}

TEST(Tables, OfStreetsSpellWordsOut) {
  for (const std::string_view entry : entries(tables::kStreetWords)) {
    const std::vector<std::string> words = fields(entry);
    if (words[1] == "word") {
      // Some are read otherwise at the ends of a line: in the middle all are spelled out.
      EXPECT_EQ(normalise_street("7 Zyxwv " + words[0] + " Vwxyz").name,
                "zyxwv " + words[2] + " vwxyz")
          << entry;
    } else if (words[1] == "first") {
      EXPECT_EQ(normalise_street(words[0] + " Zyxwv 7").name, words[2] + " zyxwv") << entry;
    } else if (words[1] == "number") {
      EXPECT_EQ(normalise_street("Zyxwv Vwxyz " + words[0] + " 7").name, "zyxwv vwxyz") << entry;
    } else {
      const StreetAddress street = normalise_street("7 Zyxwv Road " + words[0] + " 9");
      EXPECT_EQ(street.unit, words[1] == "box" ? "box 9" : "9") << entry;
      EXPECT_EQ(street.name, "zyxwv road") << entry;
    }
  }
}

TEST(Tables, OfNamesOfCountriesAndNicknamesAreReached) {
  for (const std::string_view entry : entries(tables::kCountries)) {
    const std::vector<std::string> words = fields(entry);
    EXPECT_EQ(normalise_country(words[0]), words[0]);
  }
  for (const std::string_view entry : entries(tables::kNicknames)) {
    const std::vector<std::string> words = fields(entry);
    for (std::size_t i = 1; i < words.size(); ++i) {
      EXPECT_TRUE(same_given_name(words[0], words[i])) << words[0] << " " << words[i];
    }
  }
}

TEST(Tables, OfSitesTellPagesApart) {
  for (const std::string_view entry : entries(tables::kSiteHosts)) {
    const auto [kind, name] = tables::split_first(entry, ' ');
    const std::string site(name);
    const std::string written = kind == "page"   ? "www." + site + "/acme"
                                : kind == "host" ? "acme." + site + "/x"
                                                 : "vk.com/" + site + "/a/b";
    const std::string meant = kind == "page"   ? site + "/acme"
                              : kind == "host" ? "acme." + site
                                               : "vk.com/" + site + "/a";
    EXPECT_EQ(normalise_website(written), meant);
    EXPECT_TRUE(kind == "page" || kind == "host" || kind == "before") << entry;
  }
}

TEST(Tables, OfPlaceholdersStandForNothing) {
  for (const std::string_view entry : entries(tables::kPlaceholders)) {
    const auto [text, kind] = tables::split_first(entry, '\t');
    const std::string value(text);
    if (kind == "any") {
      for (const Kind any : {Kind::first_name, Kind::company, Kind::city, Kind::text})
        EXPECT_EQ(normalise(any, " " + value + " "), "") << entry;
    } else if (kind == "rest") {
      EXPECT_EQ(normalise(Kind::text, value), "") << entry;
      EXPECT_NE(normalise(Kind::last_name, value), "") << entry;
    } else if (kind == "mailbox") {
      EXPECT_EQ(normalise(Kind::email, value + "@" + value + ".com"), "") << entry;
      EXPECT_NE(normalise(Kind::email, value + "@acme.com"), "") << entry;
    } else {
      ASSERT_EQ(kind, "no mailbox") << entry;
      EXPECT_EQ(normalise(Kind::email, value + "@acme.com"), "") << entry;
    }
  }
}

}  // namespace
}  // namespace galena::match
