// Lists of any size and language, and options that make no list.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "examples/leadgen_lists.hpp"
#include "generator/leadgen.hpp"

namespace galena::examples {
namespace {

TEST(LeadgenOptions, OneLanguageStaysInItsCountries) {
  std::map<std::string, std::size_t> countries;
  for (const Lead& lead : make_list({.rows = 2000, .language = "pl"})) ++countries[lead.country];
  // The others are blank, or a word for it.
  EXPECT_GT(countries["Poland"] + countries["Polska"] + countries["PL"], 1500u);
  for (const std::string other : {"Germany", "United States", "US", "DE", "Deutschland"}) {
    EXPECT_EQ(countries.count(other), 0u) << other;
  }
}

TEST(LeadgenOptions, TenMillionRowsNeedNoMemory) {
  const LeadGenerator generator({.rows = 10'000'000, .seed = 9});
  EXPECT_EQ(generator.persons(), 9'000'000u);
  Lead first;
  Lead last;
  generator.make(0, first);
  generator.make(9'999'999, last);
  EXPECT_EQ(first.id, "L00000001");
  EXPECT_EQ(last.id, "L10000000");
  EXPECT_LE(last.true_id, 9'000'000u);
}

TEST(LeadgenOptions, BadOptionsAreNamed) {
  EXPECT_EQ(check({}), "");
  EXPECT_NE(check({.rows = 0}).find("rows"), std::string::npos);
  EXPECT_NE(check({.rows = 100'000'001}).find("rows"), std::string::npos);
  EXPECT_NE(check({.duplicates = 0.7}).find("duplicates"), std::string::npos);
  EXPECT_NE(check({.language = "xx"}).find("xx"), std::string::npos);
  LeadGenerator generator({.rows = 0});
  Lead lead;
  EXPECT_EQ(generator.rows(), 0u);
  EXPECT_FALSE(generator.next(lead));
}

TEST(LeadgenOptions, SmallListsWorkToo) {
  for (std::uint64_t rows = 1; rows <= 40; ++rows) {
    const auto leads = make_list({.rows = rows, .duplicates = 0.5});
    EXPECT_EQ(leads.size(), rows);
  }
}

}  // namespace
}  // namespace galena::examples
