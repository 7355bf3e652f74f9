// Lists of leads as columns and as CSV.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "examples/leadgen_lists.hpp"
#include "generator/leadgen.hpp"

namespace galena::examples {
namespace {

std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1);
  rows.back().emplace_back();
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST(LeadColumns, HoldTheSameRows) {
  const LeadgenOptions options{.rows = 500, .seed = 5};
  const auto leads = make_list(options);
  const auto all = make_lead_columns(options);
  ASSERT_EQ(all.columns.size(), kLeadColumns.size());
  for (std::size_t row = 0; row < leads.size(); ++row) {
    ASSERT_EQ(all.true_id[row], leads[row].true_id);
    for (std::size_t i = 0; i < kLeadColumns.size(); ++i) {
      ASSERT_EQ(all.columns[i][row], leads[row].*kLeadColumns[i].value);
    }
  }
  const std::string_view names[] = {"email", "no such column"};
  const auto some = make_lead_columns(options, names);
  ASSERT_EQ(some.columns.size(), 2u);
  EXPECT_EQ(some.columns[0][7], leads[7].email);
  EXPECT_EQ(some.columns[1].size(), 500u);
  EXPECT_EQ(some.columns[1][7], "");
}

TEST(LeadCsv, GivesBackWhatWasWritten) {
  const LeadgenOptions options{.rows = 2000, .seed = 5};
  const auto leads = make_list(options);
  const auto rows = parse_csv(csv_of(options));
  ASSERT_EQ(rows.size(), leads.size() + 1);
  EXPECT_EQ(rows[0].front(), "id");
  EXPECT_EQ(rows[0].back(), "true_id");
  for (std::size_t row = 0; row < leads.size(); ++row) {
    ASSERT_EQ(rows[row + 1].size(), kLeadColumns.size() + 1);
    for (std::size_t i = 0; i < kLeadColumns.size(); ++i) {
      ASSERT_EQ(rows[row + 1][i], leads[row].*kLeadColumns[i].value);
    }
    ASSERT_EQ(rows[row + 1].back(), std::to_string(leads[row].true_id));
  }
}

}  // namespace
}  // namespace galena::examples
