// The demonstration on a CRM export of leads and contacts: what is known about that export must
// come out.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "demo/job.hpp"
#include "galena/base/utf8.hpp"
#include "support/shared_data.hpp"

namespace demo {
namespace {

constexpr const char* kExport = "leads/zoho";

galena::Result<Job> run_on_export() {
  const auto folder = galena::test::shared_data(kExport);
  Options options;
  options.leads = (folder / "Leads.csv").string();
  options.contacts = (folder / "Contacts.csv").string();
  options.definitions = GALENA_SOURCE_DIR "/examples/definitions";
  return run(options);
}

std::string cell(const galena::Table& table, const char* column, std::size_t row) {
  return to_text(table[*table.find(column)][row]);
}

/// The row of each id.
std::map<std::string, std::size_t> rows_by_id(const galena::Table& table) {
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < table.rows(); ++row) rows[cell(table, "id", row)] = row;
  return rows;
}

TEST(CrmExport, LeadsAreLinkedToTheContactsTheyBecame) {
  GALENA_REQUIRE_SHARED_DATA(kExport);
  const auto job = run_on_export();
  ASSERT_TRUE(job) << job.problems().to_text();
  const galena::Table& leads = job->leads.conformed.table;
  const galena::Table& contacts = job->contacts.conformed.table;
  EXPECT_EQ(leads.rows(), 3900U);
  EXPECT_EQ(contacts.rows(), 1265U);

  const auto lead_rows = rows_by_id(leads);
  const auto contact_rows = rows_by_id(contacts);
  const galena::Table& links = job->links->pairs();
  std::set<std::string> by_mail;
  std::size_t others = 0;
  for (std::size_t row = 0; row < links.rows(); ++row) {
    const std::string lead = to_text(links[0][row]);
    const std::string mail = cell(leads, "email", lead_rows.at(lead));
    const std::string other = cell(contacts, "email", contact_rows.at(to_text(links[1][row])));
    if (galena::equal_folded(mail, other)) {
      by_mail.insert(lead);
    } else {
      ++others;
    }
  }
  EXPECT_EQ(by_mail.size(), 1265U);
  EXPECT_LE(others, 3U);  // a mailbox one letter off and the same family name
}

TEST(CrmExport, IdentifiersOfAccountsAreNotComparedWithNamesOfCompanies) {
  GALENA_REQUIRE_SHARED_DATA(kExport);
  const auto job = run_on_export();
  ASSERT_TRUE(job) << job.problems().to_text();
  const galena::Table& links = job->links->pairs();
  ASSERT_GT(links.rows(), 0U);
  const auto why = job->links->explain(links[0][0], links[1][0]);
  ASSERT_TRUE(why) << why.problems().to_text();
  for (const galena::match::FieldEvidence& field : why->fields) {
    if (field.field == "company") {
      EXPECT_EQ(field.level, "blank");
    }
  }
  ASSERT_EQ(job->links->report().warnings.size(), 1U);
  EXPECT_NE(job->links->report().warnings[0].find("'account'"), std::string::npos);
}

TEST(CrmExport, NoLeadIsThereTwice) {
  GALENA_REQUIRE_SHARED_DATA(kExport);
  const auto job = run_on_export();
  ASSERT_TRUE(job) << job.problems().to_text();
  std::set<std::string> mails;
  for (std::size_t row = 0; row < job->leads.conformed.table.rows(); ++row) {
    mails.insert(cell(job->leads.conformed.table, "email", row));
  }
  ASSERT_EQ(mails.size(), 3900U);  // the export has every address and number once
  EXPECT_LE(job->duplicates->report().duplicates, 3U);
}

TEST(CrmExport, ClosedLeadsThatTheExportCallsConvertedAreCounted) {
  GALENA_REQUIRE_SHARED_DATA(kExport);
  const auto job = run_on_export();
  ASSERT_TRUE(job) << job.problems().to_text();
  const galena::Table& raw = job->leads.csv.table;
  std::size_t contradictions = 0;
  for (std::size_t row = 0; row < raw.rows(); ++row) {
    const std::string status = cell(job->leads.conformed.table, "status", row);
    const bool given_up =
        galena::equal_folded(status, "Junk Lead") || galena::equal_folded(status, "Lost Lead");
    contradictions += given_up && cell(raw, "CONVERTED", row) == "Yes" ? 1 : 0;
  }
  EXPECT_EQ(contradictions, 737U);
}

}  // namespace
}  // namespace demo
