// The seeded generator of lead lists: the same bytes everywhere, and the mess that it promises.
#include "generator/leadgen.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "examples/leadgen_lists.hpp"

namespace galena::examples {
namespace {

// FNV-1a, 64 bits.
std::uint64_t digest(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

constexpr std::uint64_t kRows = 20'000;

const std::vector<Lead>& list() {
  static const std::vector<Lead> leads = make_list({.rows = kRows, .seed = 1});
  return leads;
}

// Small letters of ASCII, single blanks.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// The address itself, of "Name <address>" too; empty when it is none.
std::string address(const Lead& lead) {
  std::string mail = folded(lead.email);
  if (const std::size_t open = mail.find('<'); open != std::string::npos) {
    mail = mail.substr(open + 1, mail.size() - open - 2);
  }
  return mail.find('@') == std::string::npos ? std::string() : mail;
}

std::string digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out.size() > 8 ? out.substr(out.size() - 8) : std::string();
}

using Clusters = std::map<std::uint64_t, std::vector<std::size_t>>;

const Clusters& clusters() {
  static const Clusters all = [] {
    Clusters found;
    for (std::size_t row = 0; row < list().size(); ++row) found[list()[row].true_id].push_back(row);
    return found;
  }();
  return all;
}

// How many persons share a value with somebody else.
template <typename Key>
std::size_t persons_sharing(Key key) {
  std::map<std::string, std::set<std::uint64_t>> holders;
  for (const Lead& lead : list()) {
    if (const std::string value = key(lead); !value.empty()) holders[value].insert(lead.true_id);
  }
  std::size_t count = 0;
  for (const auto& [value, persons] : holders) count += persons.size() > 1 ? persons.size() : 0;
  return count;
}

template <typename Holds>
double share_of_copies(Holds holds) {
  double copies = 0;
  double found = 0;
  for (const auto& [person, rows] : clusters()) {
    const auto first = std::find_if(rows.begin(), rows.end(),
                                    [](std::size_t row) { return list()[row].copy == 0; });
    for (const std::size_t row : rows) {
      if (list()[row].copy == 0) continue;
      copies += 1;
      found += holds(list()[*first], list()[row]) ? 1 : 0;
    }
  }
  return found / copies;
}

bool valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = byte(at) < 0x80       ? 1
                               : byte(at) >> 5 == 6  ? 2
                               : byte(at) >> 4 == 14 ? 3
                                                     : 0;
    if (length == 0 || at + length > text.size() || (length == 2 && byte(at) < 0xC2)) return false;
    for (std::size_t i = 1; i < length; ++i) {
      if (byte(at + i) >> 6 != 2) return false;
    }
    at += length;
  }
  return true;
}

TEST(LeadGenerator, SameSeedGivesTheSameBytesOnEveryMachine) {
  EXPECT_EQ(digest(csv_of({.rows = 10'000, .seed = 1})), 1455223743022758736u);
  std::ostringstream contacts;
  ASSERT_TRUE(write_contacts(contacts, {.rows = 10'000, .seed = 1}));
  EXPECT_EQ(digest(contacts.str()), 17272974136011976526u);
}

TEST(LeadGenerator, AnotherSeedGivesAnotherList) {
  EXPECT_NE(csv_of({.rows = 100, .seed = 1}), csv_of({.rows = 100, .seed = 2}));
}

TEST(LeadGenerator, RowsMadeInAnyOrderAreTheSame) {
  const LeadGenerator generator({.rows = kRows, .seed = 1});
  Lead lead;
  for (std::uint64_t row = kRows; row-- > 0;) {
    generator.make(row, lead);
    std::string expected;
    std::string got;
    append_lead_row(expected, list()[row]);
    append_lead_row(got, lead);
    ASSERT_EQ(got, expected) << "row " << row;
  }
}

TEST(LeadGenerator, OneRowInTenIsADuplicate) {
  EXPECT_EQ(list().size(), kRows);
  EXPECT_EQ(clusters().size(), kRows * 9 / 10);
  for (const double share : {0.0, 0.2, 0.5}) {
    const LeadGenerator generator({.rows = 1000, .duplicates = share});
    EXPECT_DOUBLE_EQ(static_cast<double>(1000 - generator.persons()), 1000 * share);
  }
}

TEST(LeadGenerator, ClustersHaveTwoToSixRows) {
  std::map<std::size_t, std::size_t> sizes;
  for (const auto& [person, rows] : clusters()) ++sizes[rows.size()];
  const std::map<std::size_t, std::size_t> expected = {{1, 16'640}, {2, 960}, {3, 240},
                                                       {4, 100},    {5, 40},  {6, 20}};
  EXPECT_EQ(sizes, expected);
}

TEST(LeadGenerator, EachPersonHasOneFirstRow) {
  for (const auto& [person, rows] : clusters()) {
    std::set<std::uint32_t> copies;
    for (const std::size_t row : rows) copies.insert(list()[row].copy);
    ASSERT_EQ(copies.size(), rows.size());
    ASSERT_EQ(*copies.begin(), 0u);
    ASSERT_EQ(*copies.rbegin(), rows.size() - 1);
  }
}

TEST(LeadGenerator, DuplicatesAreScatteredOverTheFile) {
  std::vector<std::size_t> distances;
  for (const auto& [person, rows] : clusters()) {
    for (std::size_t i = 1; i < rows.size(); ++i) distances.push_back(rows[i] - rows[i - 1]);
  }
  std::nth_element(distances.begin(),
                   distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2),
                   distances.end());
  EXPECT_GT(distances[distances.size() / 2], kRows / 8);
  EXPECT_LT(std::count(distances.begin(), distances.end(), 1u), 5);
}

TEST(LeadGenerator, AThirdOfTheDuplicatesHasAnotherAddress) {
  const double share = share_of_copies([](const Lead& first, const Lead& copy) {
    return !address(first).empty() && !address(copy).empty() && address(first) != address(copy);
  });
  EXPECT_GT(share, 0.30);
  EXPECT_LT(share, 0.37);
}

TEST(LeadGenerator, DuplicatesShowEveryKindOfChange) {
  const std::map<LeadChange, std::pair<double, double>> ranges = {
      {kOtherMail, {0.28, 0.38}},      {kNewEmployer, {0.05, 0.11}},  {kMarriedName, {0.001, 0.01}},
      {kNickname, {0.01, 0.08}},       {kSwappedNames, {0.01, 0.04}}, {kMistyped, {0.10, 0.25}},
      {kNewPhone, {0.15, 0.35}},       {kMovedHouse, {0.02, 0.07}},   {kInitialOnly, {0.01, 0.05}},
      {kCompanyChanged, {0.04, 0.15}}, {kMarksLost, {0.10, 0.30}}};
  for (const auto& [change, range] : ranges) {
    const double share = share_of_copies(
        [c = change](const Lead&, const Lead& copy) { return (copy.changes & c) != 0; });
    EXPECT_GT(share, range.first) << "change " << change;
    EXPECT_LT(share, range.second) << "change " << change;
  }
}

TEST(LeadGenerator, MostDuplicatesShareSomethingTelling) {
  const double share = share_of_copies([](const Lead& first, const Lead& copy) {
    const bool mail = !address(first).empty() && address(first) == address(copy);
    bool phone = false;
    for (const auto& a : {digits(first.phone), digits(first.mobile)}) {
      for (const auto& b : {digits(copy.phone), digits(copy.mobile)}) phone |= !a.empty() && a == b;
    }
    const bool name = folded(first.first_name) == folded(copy.first_name) &&
                      folded(first.last_name) == folded(copy.last_name);
    return mail || phone || name;
  });
  EXPECT_GT(share, 0.85);
  EXPECT_LT(share, 0.98);
}

TEST(LeadGenerator, FamiliesShareNameAndAddress) {
  EXPECT_GT(persons_sharing([](const Lead& lead) {
              return lead.street.size() < 8 || lead.city.empty()
                         ? std::string()
                         : folded(lead.last_name + "|" + lead.street + "|" + lead.city);
            }),
            kRows / 200);
}

TEST(LeadGenerator, ColleaguesShareTheDomain) {
  EXPECT_GT(persons_sharing([](const Lead& lead) {
              return lead.website.empty() ? std::string() : folded(lead.website);
            }),
            kRows / 20);
}

TEST(LeadGenerator, SwitchboardsAreShared) {
  EXPECT_GT(persons_sharing([](const Lead& lead) { return digits(lead.phone); }), kRows / 20);
}

TEST(LeadGenerator, RelativesWorkAtOneCompany) {
  EXPECT_GT(persons_sharing([](const Lead& lead) {
              return lead.company.size() < 8 ? std::string()
                                             : folded(lead.last_name + "|" + lead.company);
            }),
            kRows / 100);
}

TEST(LeadGenerator, CommonNamesAreBorneByMany) {
  EXPECT_GT(persons_sharing([](const Lead& lead) {
              return lead.first_name.size() < 3 ? std::string()
                                                : folded(lead.first_name + "|" + lead.last_name);
            }),
            kRows / 200);
}

TEST(LeadGenerator, RoleAddressesAreSharedAndPersonalOnesHardlyEver) {
  const auto role = [](const std::string& mail) {
    static const std::set<std::string> kRoles = {"info", "office", "contact", "sales", "mail"};
    return kRoles.count(mail.substr(0, mail.find('@'))) == 1;
  };
  std::size_t roles = 0;
  for (const Lead& lead : list()) roles += role(address(lead)) ? 1 : 0;
  EXPECT_GT(roles, kRows / 100);
  const std::set<std::string> placeholders = {"none@none.com",       "noemail@noemail.com",
                                              "test@test.com",       "no@email.com",
                                              "unknown@unknown.com", "na@na.com"};
  EXPECT_LT(persons_sharing([&](const Lead& lead) {
              const std::string mail = address(lead);
              return role(mail) || placeholders.count(mail) == 1 ? std::string() : mail;
            }),
            kRows / 250);
}

TEST(LeadGenerator, NamesHaveTheFrequenciesOfLife) {
  const auto leads = make_list({.rows = kRows, .seed = 3, .duplicates = 0, .language = "en"});
  std::map<std::string, std::size_t> surnames;
  for (const Lead& lead : leads) ++surnames[folded(lead.last_name)];
  // 2.0 % of the English-speaking persons are called Smith or Johnson, 0.1 % Hayes.
  EXPECT_NEAR(static_cast<double>(surnames["smith"]) / kRows, 0.0075, 0.0025);
  EXPECT_GT(surnames["smith"], 3 * surnames["hayes"]);
  std::size_t rare = 0;
  for (const auto& [name, count] : surnames) rare += count == 1 ? 1 : 0;
  EXPECT_GT(rare, kRows / 20);
}

TEST(LeadGenerator, FirstNamesDoNotFollowSurnames) {
  const auto leads = make_list({.rows = kRows, .seed = 3, .duplicates = 0, .language = "en"});
  std::map<std::string, std::size_t> first_names;
  std::size_t smiths = 0;
  for (const Lead& lead : leads) {
    if (folded(lead.last_name) != "smith" || lead.first_name.empty()) continue;
    ++smiths;
    ++first_names[folded(lead.first_name)];
  }
  ASSERT_GT(smiths, 80u);
  for (const auto& [name, count] : first_names) EXPECT_LT(count, smiths / 8) << name;
}

TEST(LeadGenerator, EveryTextIsUtf8AndManyAreNotAscii) {
  std::size_t beyond_ascii = 0;
  for (const Lead& lead : list()) {
    for (const auto& column : kLeadColumns) ASSERT_TRUE(valid_utf8(lead.*column.value)) << lead.id;
    beyond_ascii +=
        std::any_of(lead.last_name.begin(), lead.last_name.end(), [](char c) { return c < 0; });
  }
  EXPECT_GT(beyond_ascii, kRows / 25);
}

TEST(LeadGenerator, IdsAreUniqueAndNumbersAreNumbers) {
  std::set<std::string> ids;
  for (const Lead& lead : list()) {
    ids.insert(lead.id);
    for (const std::string& number : {lead.employees, lead.annual_revenue}) {
      ASSERT_TRUE(number.find_first_not_of("0123456789") == std::string::npos) << number;
    }
    ASSERT_EQ(lead.created.size(), 20u);
  }
  EXPECT_EQ(ids.size(), kRows);
}

TEST(LeadGenerator, ValuesAreAsMessyAsInLife) {
  std::size_t blanks = 0;
  std::size_t stray = 0;
  std::size_t lines = 0;
  std::size_t upper = 0;
  std::size_t both_names = 0;
  for (const Lead& lead : list()) {
    blanks += lead.title == "N/A" || lead.title == "-" || lead.title == "unknown";
    stray += !lead.company.empty() && (lead.company.front() == ' ' || lead.company.back() == ' ');
    lines += lead.comments.find('\n') != std::string::npos;
    upper += lead.company.size() > 6 &&
             lead.company.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
    both_names += lead.first_name.empty() && lead.last_name.find(", ") != std::string::npos;
  }
  EXPECT_GT(blanks, kRows / 1000);
  EXPECT_GT(stray, kRows / 500);
  EXPECT_GT(lines, kRows / 200);
  EXPECT_GT(upper, kRows / 20);
  EXPECT_GT(both_names, kRows / 200);
}

TEST(ContactGenerator, HalfOfTheContactsAreLeads) {
  ContactGenerator generator({.rows = kRows, .seed = 1});
  EXPECT_EQ(generator.rows(), kRows / 10);
  std::size_t known = 0;
  std::size_t same_name = 0;
  std::set<std::uint64_t> persons;
  for (Contact contact; generator.next(contact);) {
    persons.insert(contact.true_id);
    const auto found = clusters().find(contact.true_id);
    if (found == clusters().end()) continue;
    ++known;
    const bool same = std::any_of(found->second.begin(), found->second.end(), [&](std::size_t row) {
      return folded(list()[row].last_name) == folded(contact.last_name);
    });
    same_name += same ? 1 : 0;
  }
  EXPECT_EQ(persons.size(), kRows / 10);
  EXPECT_EQ(known, kRows / 20);
  EXPECT_GT(same_name, known * 7 / 10);
}

}  // namespace
}  // namespace galena::examples
