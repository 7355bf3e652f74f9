// A host's own normaliser in deduplicate(), link() and train().
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "galena/match/deduplicate.hpp"
#include "galena/match/train.hpp"
#include "support/hosts.hpp"
#include "support/people.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;

Options options_with(HostNormaliser normaliser, Fields fields = kFields) {
  Options options{.fields = std::move(fields), .preset = Preset::lead, .train = false};
  options.normaliser = normaliser;
  return options;
}

std::string bytes_of(const Deduplication& found) {
  std::string bytes;
  for (const Table* table : {&found.clusters(), &found.pairs()}) {
    for (std::size_t row = 0; row < table->rows(); ++row) {
      for (const Column& column : table->columns()) bytes += to_text(column[row]) + ",";
    }
  }
  return bytes;
}

TEST(HostNormaliser, DecidesWhatIsCompared) {
  OwnRules host;
  const Table table = text_table(kNames, kRows);
  const auto found = deduplicate(table, options_with(host.normaliser()));
  ASSERT_TRUE(found) << found.problems().to_text();
  const Explanation same = *found->explain_rows(0, 1);
  EXPECT_EQ(level_of(same, "company"), "exact");
  EXPECT_EQ(level_of(same, "number"), "exact");
  EXPECT_EQ(found->clusters()[1][1].integer(), 0);
  const Explanation blank = *found->explain_rows(2, 3);
  EXPECT_EQ(level_of(blank, "company"), level_of(blank, "number"));
  EXPECT_NE(level_of(blank, "number"), "exact");
  const auto without = deduplicate(table, options_with({}));
  EXPECT_NE(level_of(*without->explain_rows(0, 1), "number"), "exact");
  // "n/a" stands for nothing without the host's saying so.
  EXPECT_EQ(level_of(*without->explain_rows(2, 3), "number"), "not compared");
}

TEST(HostNormaliser, IsAskedOnceForEachDifferentValueByAnyThreads) {
  Host host;
  test::Rows rows;
  for (int i = 0; i < 3000; ++i) {
    rows.push_back({"Ann " + std::to_string(i % 3), i % 2 == 0 ? "Smith" : " Smith ",
                    "Firm " + std::to_string(i), i % 7 == 0 ? "" : "N" + std::to_string(i % 900),
                    "a" + std::to_string(i) + "@x.example"});
  }
  Options options = options_with(host.normaliser());
  options.threads = 2;
  ASSERT_TRUE(deduplicate(text_table(kNames, rows), options));
  EXPECT_EQ(host.asked.size(), 3U + 1 + 3000 + 900 + 3000);
  for (const auto& [what, times] : host.asked) {
    ASSERT_EQ(times, 1) << what.second;
    ASSERT_FALSE(what.second.empty());
  }
}

TEST(HostNormaliser, ThatChangesNothingChangesNothingOnAnyThreads) {
  const test::People people = test::make_people(800, 5);
  const Table table = text_table(test::kPeopleColumns, people.rows);
  Options plain;
  plain.id_column = "id";
  const auto expected = deduplicate(table, plain);
  ASSERT_TRUE(expected);
  for (const unsigned threads : {1U, 2U, 5U}) {
    Host host;
    Options asked = plain;
    asked.threads = threads;
    asked.normaliser = host.normaliser();
    const auto found = deduplicate(table, asked);
    ASSERT_TRUE(found);
    EXPECT_FALSE(host.asked.empty());
    EXPECT_EQ(bytes_of(*found), bytes_of(*expected)) << threads;
    EXPECT_EQ(found->model().to_json(), expected->model().to_json());
  }
}

/// Final forms that the built-in normaliser would give itself.
struct BuiltIn : Host {
  HostForm answer(Kind kind, std::string_view text, std::string& out) override {
    out = galena::match::normalise(kind, text);
    return HostForm::final;
  }
};

TEST(HostNormaliser, TheBuiltInFormsAsFinalOnesAreComparedAlike) {
  const std::vector<std::string> names = {
      "full", "first", "middle", "last",    "firm", "mail", "phone",   "web",  "street", "unit",
      "city", "state", "zip",    "country", "born", "day",  "article", "rank", "size",   "notes"};
  const Fields fields = {
      {"full", Kind::full_name},  {"first", Kind::first_name},   {"middle", Kind::middle_name},
      {"last", Kind::last_name},  {"firm", Kind::company},       {"mail", Kind::email},
      {"phone", Kind::phone},     {"web", Kind::website},        {"street", Kind::street},
      {"unit", Kind::unit},       {"city", Kind::city},          {"state", Kind::region},
      {"zip", Kind::postal_code}, {"country", Kind::country},    {"born", Kind::birth_date},
      {"day", Kind::date},        {"article", Kind::identifier}, {"rank", Kind::category},
      {"size", Kind::number},     {"notes", Kind::text}};
  const Table table = text_table(names, {{"Dr. Ann Mary Smith",
                                          "Ann",
                                          "Mary",
                                          "von Smith",
                                          "The Forge & Sons Ltd.",
                                          "Ann@Mail.example",
                                          "+49 30 1234567",
                                          "https://www.forge.example/",
                                          "12 Main St. Apt 5",
                                          "5",
                                          "St. Gallen",
                                          "CA",
                                          "94105-1234",
                                          "Germany",
                                          "12.11.1978",
                                          "2020-01-02",
                                          "A-17",
                                          "Gold",
                                          "1,000",
                                          "Likes tea."},
                                         {"Anne Smyth",
                                          "Anne",
                                          "M",
                                          "Smyth",
                                          "Forge and Son",
                                          "ann@mial.example",
                                          "030 1234576",
                                          "forge.example",
                                          "12 Main Street",
                                          "6",
                                          "Saint Gallen",
                                          "California",
                                          "94105",
                                          "DE",
                                          "11.12.1978",
                                          "2020-02-01",
                                          "A 18",
                                          "gold",
                                          "1010",
                                          "likes Tea"}});
  BuiltIn host;
  const auto expected = deduplicate(table, options_with({}, fields));
  const auto found = deduplicate(table, options_with(host.normaliser(), fields));
  ASSERT_TRUE(expected);
  ASSERT_TRUE(found) << found.problems().to_text();
  for (const char* field : {"full_name", "first_name", "middle_name", "last_name", "company",
                            "email", "phone", "website", "street", "city", "region", "postal_code",
                            "country", "born", "day", "article", "rank", "notes"}) {
    EXPECT_EQ(level_of(*found->explain_rows(0, 1), field),
              level_of(*expected->explain_rows(0, 1), field))
        << field;
    EXPECT_NE(level_of(*expected->explain_rows(0, 1), field), "-") << field;
  }
}

TEST(HostNormaliser, FinalNamesAreComparedWordByWord) {
  struct Tagged : Host {
    HostForm answer(Kind kind, std::string_view text, std::string& out) override {
      if (kind != Kind::company) return HostForm::unchanged;
      out = std::string(text) + " gmbh";  // the built-in normaliser would drop the legal form
      return HostForm::final;
    }
  } host;
  const auto found =
      deduplicate(text_table({"firm"}, {{"forge"}, {"Forge"}, {"forge gmbh"}, {"gmbh forge"}}),
                  options_with(host.normaliser(), {{"firm", Kind::company}}));
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_NE(level_of(*found->explain_rows(0, 1), "company"), "exact");  // case is kept
  EXPECT_NE(level_of(*found->explain_rows(0, 2), "company"), "exact");
  EXPECT_EQ(level_of(*found->explain_rows(2, 3), "company"), "same_words");
}

TEST(HostNormaliser, AFailureIsAProblemOfEveryColumnItFailsIn) {
  const std::vector<std::vector<std::string>> rows = {
      {"good", "good"}, {"bad luck", "bad bytes"}, {"bad day", "good"}};
  const Table table = text_table({"firm", "owner"}, rows);
  for (const unsigned threads : {1U, 4U}) {
    Failing host;
    Options options = options_with(host.normaliser(),
                                   {{"firm", Kind::company, {}}, {"owner", Kind::company, {}}});
    options.threads = threads;
    const auto found = deduplicate(table, options);
    ASSERT_FALSE(found);
    ASSERT_EQ(found.problems().size(), 2U);
    const Problem& failed = found.problems()[0];
    EXPECT_EQ(failed.code, Code::invalid_argument);
    EXPECT_EQ(failed.detail, "normaliser_failed");
    EXPECT_EQ(failed.subject, "firm");
    EXPECT_NE(failed.message.find("'bad luck'"), std::string::npos) << failed.message;
    EXPECT_NE(failed.message.find("the list is closed"), std::string::npos);
    EXPECT_EQ(found.problems()[1].detail, "bad_normal_form");
    EXPECT_EQ(found.problems()[1].subject, "owner");
    const auto training =
        train(table, {.fields = options.fields, .normaliser = options.normaliser});
    EXPECT_FALSE(training);
    EXPECT_EQ(training.problems().front().detail, "normaliser_failed");
  }
}

/// Two values that it fails at, each at the time of the other; the later one fails last.
struct FailingTwice {
  std::atomic<bool> first{false};
  std::atomic<bool> second{false};

  static void wait_for(const std::atomic<bool>& other) {
    for (int i = 0; i < 1000 && !other; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  static HostForm read(void* host, Kind, std::string_view text, std::string&) {
    auto& self = *static_cast<FailingTwice*>(host);
    if (text == "firm 300") {
      self.first = true;
      wait_for(self.second);
      return HostForm::failed;
    }
    if (text != "firm 1500") return HostForm::unchanged;
    self.second = true;
    wait_for(self.first);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return HostForm::failed;
  }
};

TEST(HostNormaliser, TheFirstFailureIsToldWhicheverThreadComesToOneFirst) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 2000; ++i) rows.push_back({"firm " + std::to_string(i)});
  FailingTwice host;
  Options options = options_with({FailingTwice::read, &host}, {{"firm", Kind::company}});
  options.threads = 8;
  const auto found = deduplicate(text_table({"firm"}, rows), options);
  ASSERT_FALSE(found);
  ASSERT_EQ(found.problems().size(), 1U);
  EXPECT_NE(found.problems().front().message.find("'firm 300'"), std::string::npos)
      << found.problems().to_text();
  EXPECT_TRUE(host.second);
}

TEST(HostNormaliser, LinksTwoTables) {
  OwnRules host;
  LinkOptions options;
  options.fields = options.right_fields = kFields;
  options.preset = Preset::lead;
  options.train = false;
  const Table left = text_table(kNames, {kRows[0], kRows[2]});
  const Table right = text_table(kNames, {kRows[3], kRows[1]});
  options.normaliser = host.normaliser();
  const auto links = link(left, right, options);
  ASSERT_TRUE(links) << links.problems().to_text();
  ASSERT_EQ(links->pairs().rows(), 1U);
  EXPECT_EQ(level_of(*links->explain_rows(0, 1), "number"), "exact");
  EXPECT_EQ(host.asked.count({Kind::identifier, "X/1234"}), 1U);
}

TEST(HostNormaliser, ColumnsWithConditionsAreReadAsTheyAre) {
  // Numbers as columns of another type, and one column of a type that the host reads as text.
  ColumnBuilder numbers("number", ColumnType::integer);
  for (const std::int64_t number : {771234, 881234, 5}) numbers.append_integer(number);
  OwnRules host;
  const auto found = deduplicate(Table::make({numbers.finish()}).value(),
                                 options_with(host.normaliser(), {{"number", Kind::identifier}}));
  ASSERT_TRUE(found) << found.problems().to_text();
  EXPECT_EQ(level_of(*found->explain_rows(0, 1), "number"), "exact");
  EXPECT_NE(level_of(*found->explain_rows(0, 2), "number"), "exact");
  EXPECT_EQ(host.asked.count({Kind::identifier, "771234"}), 1U);
}

}  // namespace
}  // namespace galena::match
