// Links between two tables through the C API: what they are compared by, why, and the report.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "capi/handle.hpp"

using namespace galena::test;

namespace {

constexpr std::string_view kLeads =
    "id,first_name,last_name,email\n"
    "7,Robert,Scholz,robert.scholz@acme.example\n"
    "8,Maria,Garcia,m.garcia@solar.example\n";
constexpr std::string_view kContacts =
    "contact,given,family,mail\n"
    "c1,Maria,Garcia,m.garcia@solar.example\n"
    "c2,Maria,Garcia,m.garcia@solar.example\n"
    "c3,Ida,Quist,ida@quist.example\n";
constexpr std::string_view kRightFields =
    R"({"given":"first_name","family":"last_name","mail":"email"})";

galena_match_options both_ids() {
  galena_match_options options = with_id();
  options.right_id = "contact";
  options.right_id_size = 7;
  options.right_fields = kRightFields.data();
  options.right_fields_size = kRightFields.size();
  return options;
}

Handle<galena_links> linked(const galena_match_options& options) {
  const Handle<galena_table> leads = parse_csv(kLeads);
  const Handle<galena_table> contacts = parse_csv(kContacts);
  galena_links* found = nullptr;
  Error error;
  EXPECT_EQ(galena_link(leads.get(), contacts.get(), &options, &found, error.out()), GALENA_OK)
      << error.message();
  return Handle<galena_links>(found);
}

/// "8-c1 8-c2", in the order of the table of pairs.
std::string pairs_of(const galena_links* links) {
  galena_table* raw = nullptr;
  EXPECT_EQ(galena_links_pairs(links, &raw, nullptr), GALENA_OK);
  const Handle<galena_table> pairs(raw);
  std::string text;
  for (std::size_t row = 0; row < galena_table_row_count(raw); ++row) {
    text += (row == 0 ? "" : " ") + cell(raw, row, "left") + "-" + cell(raw, row, "right");
  }
  return text;
}

TEST(CLinks, ColumnsOfOtherNamesAreComparedByKind) {
  galena_match_options options = both_ids();
  EXPECT_EQ(pairs_of(linked(options).get()), "8-c1 8-c2");
  options.one_to_one = 1;
  EXPECT_EQ(pairs_of(linked(options).get()), "8-c1");
  const std::string wrong = R"({"given":"forename"})";
  options.right_fields = wrong.data();
  options.right_fields_size = wrong.size();
  const Handle<galena_table> table = parse_csv(kLeads);
  galena_links* found = nullptr;
  Error error;
  EXPECT_EQ(galena_link(table.get(), table.get(), &options, &found, error.out()),
            GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(error.subject(), "/given");
  EXPECT_EQ(found, nullptr);
}

TEST(CLinks, PairsThatSomebodyDecidedAreLeftOut) {
  galena_match_options options = both_ids();
  const Handle<galena_table> apart = parse_csv("left,right\n8,c1\n");
  options.not_duplicates = apart.get();
  const Handle<galena_links> links = linked(options);
  EXPECT_EQ(pairs_of(links.get()), "8-c2");
  galena_explanation* raw = nullptr;
  ASSERT_EQ(galena_links_explain(links.get(), 1, 0, &raw, nullptr), GALENA_OK);
  const Handle<galena_explanation> why(raw);
  const std::string json = galena_explanation_json(raw);
  EXPECT_NE(json.find(R"("obstacle":"declared_apart")"), std::string::npos) << json;
}

TEST(CLinks, AnyTwoRowsAreExplained) {
  const Handle<galena_links> links = linked(both_ids());
  galena_explanation* raw = nullptr;
  Error error;
  ASSERT_EQ(galena_links_explain(links.get(), 1, 0, &raw, error.out()), GALENA_OK);
  const Handle<galena_explanation> same(raw);
  EXPECT_GT(galena_explanation_probability(raw), 0.5);
  EXPECT_GT(galena_explanation_weight(raw), 0);
  EXPECT_NE(std::string(galena_explanation_json(raw)).find(R"("together":true)"),
            std::string::npos);
  ASSERT_EQ(galena_links_explain(links.get(), 0, 2, &raw, error.out()), GALENA_OK);
  const Handle<galena_explanation> apart(raw);
  EXPECT_LT(galena_explanation_probability(raw), 0.5);
  EXPECT_NE(std::string(galena_explanation_json(raw)).find(R"("candidate":false)"),
            std::string::npos);
  for (const auto& [left, right] : {std::pair<std::size_t, std::size_t>{2, 0}, {0, 3}}) {
    EXPECT_EQ(galena_links_explain(links.get(), left, right, &raw, error.out()), GALENA_NOT_FOUND);
    EXPECT_EQ(error.detail(), "unknown_row");
    EXPECT_EQ(raw, nullptr);
  }
}

TEST(CLinks, TheReportCountsBothTables) {
  const Handle<galena_links> links = linked(both_ids());
  const std::string report = galena_links_report(links.get());
  EXPECT_NE(report.find(R"("records":5)"), std::string::npos) << report;
  EXPECT_NE(report.find(R"("clusters":2)"), std::string::npos) << report;    // pairs
  EXPECT_NE(report.find(R"("duplicates":1)"), std::string::npos) << report;  // left rows linked
}

TEST(CLinks, NothingIsNoHandle) {
  galena_table* table = nullptr;
  galena_explanation* explanation = nullptr;
  EXPECT_EQ(galena_links_pairs(nullptr, &table, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_EQ(galena_links_explain(nullptr, 0, 0, &explanation, nullptr), GALENA_INVALID_ARGUMENT);
  EXPECT_STREQ(galena_links_report(nullptr), "");
  galena_links_free(nullptr);
}

}  // namespace
