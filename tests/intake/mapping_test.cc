#include "galena/intake/mapping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "galena/intake/import_formats.hpp"
#include "galena/record/csv.hpp"
#include "galena/record/schema_json.hpp"
#include "support/shared_data.hpp"

namespace galena {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

struct Source {
  std::string header;
  std::vector<std::string> values = {};
};

Table table_of(const std::vector<Source>& sources) {
  std::size_t rows = 0;
  for (const Source& source : sources) rows = std::max(rows, source.values.size());
  std::vector<Column> columns;
  for (const Source& source : sources) {
    ColumnBuilder builder(source.header, ColumnType::text);
    for (std::size_t i = 0; i < rows; ++i) {
      i < source.values.size() ? builder.append_text(source.values[i]) : builder.append_null();
    }
    columns.push_back(builder.finish());
  }
  return *Table::make(std::move(columns));
}

/// Header -> field of a suggestion for tables without values.
ColumnMapping suggested(const std::string& schema, const std::vector<std::string>& headers) {
  std::vector<Source> sources;
  for (const std::string& header : headers) sources.push_back({header});
  return suggest_mapping(table_of(sources), *standard_schema(schema)).columns;
}

TEST(SuggestMapping, TakesNamesAndLabelsInAnyLanguage) {
  EXPECT_THAT(suggested("lead", {"Last Name", "lead_source", "LeadId", "Lead Owner",
                                 "Annual Revenue", "Nachname"}),
              ElementsAre(Pair("Last Name", "last_name"), Pair("lead_source", "lead_source"),
                          Pair("LeadId", "id"), Pair("Lead Owner", "owner"),
                          Pair("Annual Revenue", "annual_revenue")));
  EXPECT_THAT(suggested("lead", {"Nachname", "Vorname", "Unternehmen", "Mitarbeiterzahl", "Branche",
                                 "Zuständig"}),
              ElementsAre(Pair("Nachname", "last_name"), Pair("Vorname", "first_name"),
                          Pair("Unternehmen", "company"), Pair("Mitarbeiterzahl", "employees"),
                          Pair("Branche", "industry"), Pair("Zuständig", "owner")));
}

TEST(SuggestMapping, TakesKindsWhereNamesDiffer) {
  EXPECT_THAT(
      suggested("lead", {"Surname", "given_name", "Firma", "Courriel", "Zip", "Town",
                         "State/Province", "Created Time", "Web site"}),
      ElementsAre(Pair("Surname", "last_name"), Pair("given_name", "first_name"),
                  Pair("Firma", "company"), Pair("Courriel", "email"), Pair("Zip", "postal_code"),
                  Pair("Town", "city"), Pair("State/Province", "region"),
                  Pair("Created Time", "created_at"), Pair("Web site", "website")));
}

TEST(SuggestMapping, TellsPhonesApart) {
  EXPECT_THAT(suggested("lead", {"Cell Phone", "Work Phone", "Fax Number"}),
              ElementsAre(Pair("Cell Phone", "mobile"), Pair("Work Phone", "phone"),
                          Pair("Fax Number", "fax")));
  EXPECT_THAT(suggested("lead", {"Handy", "Telefon"}),
              ElementsAre(Pair("Handy", "mobile"), Pair("Telefon", "phone")));
  EXPECT_THAT(suggested("lead", {"Phone 1", "Phone 2", "Phone 3"}),
              ElementsAre(Pair("Phone 1", "phone"), Pair("Phone 2", "mobile")));
}

TEST(SuggestMapping, KeepsAddressesApart) {
  EXPECT_THAT(
      suggested("account", {"Shipping City", "Billing City", "Billing Street", "Shipping Street"}),
      ElementsAre(Pair("Shipping City", "shipping_city"), Pair("Billing City", "city"),
                  Pair("Billing Street", "street"), Pair("Shipping Street", "shipping_street")));
}

TEST(SuggestMapping, KnowsCompaniesUnderSeveralNames) {
  EXPECT_THAT(suggested("lead", {"Company / Account"}),
              ElementsAre(Pair("Company / Account", "company")));
  EXPECT_THAT(suggested("lead", {"Account Name"}), ElementsAre(Pair("Account Name", "company")));
  EXPECT_THAT(suggested("account", {"Company"}), ElementsAre(Pair("Company", "name")));
  EXPECT_THAT(suggested("contact", {"Account Name", "Account Id"}),
              ElementsAre(Pair("Account Id", "account")));
}

TEST(SuggestMapping, LeavesOutWhatIsAboutSomethingElse) {
  EXPECT_THAT(suggested("lead", {"Owner Email", "Email Opt Out", "Phone Type", "Campaign Cost",
                                 "Created By", "Assistant Phone", "Company Size Band", "Time Zone",
                                 "Column 7"}),
              IsEmpty());
  EXPECT_THAT(suggested("opportunity", {"Lead Id", "Contact Owner Id"}), IsEmpty());
}

TEST(SuggestMapping, AFullNameGoesToTheLastNameWhenNothingElseDoes) {
  const Mapping mapping =
      suggest_mapping(table_of({{"Name"}, {"Email"}}), *standard_schema("lead"));
  ASSERT_EQ(mapping.columns.size(), 2U);
  EXPECT_EQ(mapping.reasons[0].field, "last_name");
  EXPECT_EQ(mapping.reasons[0].reason, MappingReason::next_best);
  EXPECT_THAT(suggested("lead", {"Name", "First Name", "Last Name"}),
              ElementsAre(Pair("First Name", "first_name"), Pair("Last Name", "last_name")));
}

TEST(SuggestMapping, ValuesCanRefuseAHeader) {
  const Mapping mapping =
      suggest_mapping(table_of({{"Email Address", {"10/01/15", "08/01/17", "04/30/15"}},
                                {"Website", {"No", "No", "b.org"}},
                                {"Employees", {"small", "large", "small"}},
                                {"Created", {"yesterday", "today", "n/a"}}}),
                      *standard_schema("lead"));
  EXPECT_THAT(mapping.columns, IsEmpty());
  EXPECT_THAT(mapping.unmapped, ElementsAre("Email Address", "Website", "Employees", "Created"));
}

TEST(SuggestMapping, ValuesSpeakWhereTheHeaderDoesNot) {
  const Mapping mapping = suggest_mapping(table_of({{"F7", {"a@b.org", "c@d.org", "e@f.org"}},
                                                    {"F8", {"b.org", "www.d.org", "http://f.org"}},
                                                    {"F9", {"x", "y", "z"}}}),
                                          *standard_schema("lead"));
  ASSERT_EQ(mapping.columns.size(), 2U);
  EXPECT_EQ(mapping.columns[0], std::pair(std::string("F7"), std::string("email")));
  EXPECT_EQ(mapping.reasons[0].reason, MappingReason::values);
  EXPECT_EQ(mapping.columns[1], std::pair(std::string("F8"), std::string("website")));
  EXPECT_THAT(mapping.unmapped, ElementsAre("F9"));
}

TEST(SuggestMapping, WhatIsGivenWins) {
  const Mapping mapping =
      suggest_mapping(table_of({{"Email"}, {"Email 2"}, {"Company"}}), *standard_schema("lead"),
                      {{"Email 2", "email"}, {"Company", "comments"}});
  EXPECT_THAT(mapping.columns, ElementsAre(Pair("Email 2", "email"), Pair("Company", "comments")));
  EXPECT_EQ(mapping.reasons[0].reason, MappingReason::given);
  EXPECT_THAT(mapping.unmapped, ElementsAre("Email"));
}

TEST(SuggestMapping, AHeaderThatIsTheWholeNameGoesFirst) {
  for (const auto& headers : {std::vector<std::string>{"source", "lead_source"},
                              std::vector<std::string>{"Lead Source", "Source"}}) {
    const Mapping mapping =
        suggest_mapping(table_of({{headers[0]}, {headers[1]}}), *standard_schema("lead"));
    ASSERT_EQ(mapping.columns.size(), 1U);
    EXPECT_EQ(mapping.columns[0].second, "lead_source");
    EXPECT_THAT(mapping.unmapped, ElementsAre(headers[0] == "source" ? "source" : "Source"));
  }
  EXPECT_THAT(suggested("lead", {"source"}), ElementsAre(Pair("source", "lead_source")));
}

TEST(SuggestMapping, EachColumnAndFieldIsUsedAtMostOnce) {
  const std::vector<std::string> headers = {
      "Email",     "E-mail",  "email",    "Mail",    "Phone",   "Telefon", "Mobile",
      "Last Name", "Surname", "Nachname", "Name",    "Company", "Firma",   "Account",
      "City",      "Ort",     "Street",   "Address", "Country", "Land",    "Status"};
  for (const std::string& schema : standard_schema_names()) {
    std::map<std::string, int> columns;
    std::map<std::string, int> fields;
    for (const auto& [column, field] : suggested(schema, headers)) {
      EXPECT_EQ(++columns[column], 1) << schema << ' ' << column;
      EXPECT_EQ(++fields[field], 1) << schema << ' ' << field;
    }
  }
}

TEST(SuggestMapping, ReadsItsOwnFieldNamesBack) {
  for (const std::string& name : standard_schema_names()) {
    const Schema schema = *standard_schema(name);
    std::vector<std::string> headers;
    for (const Field& field : schema.fields()) headers.push_back(field.name);
    for (const auto& [column, field] : suggested(name, headers)) EXPECT_EQ(column, field) << name;
    EXPECT_EQ(suggested(name, headers).size(), schema.size()) << name;
  }
}

/// Reads, maps, normalises and conforms a file; all of its times are taken as UTC.
ConformedTable import(const std::string& path, const std::string& schema_name) {
  const auto csv = read_csv_file(test::shared_data(path).string());
  EXPECT_TRUE(csv);
  const Schema schema = *standard_schema(schema_name);
  const Mapping mapping = suggest_mapping(csv->table, schema);
  const auto clean = normalise_formats(csv->table, schema, mapping.columns,
                                       {.utc_offset = std::chrono::minutes(0)});
  EXPECT_TRUE(clean) << clean.problems().to_text();
  auto conformed = conform(clean->table, schema, mapping.columns);
  EXPECT_TRUE(conformed);
  return *std::move(conformed);
}

TEST(SuggestMapping, ImportsARealExportWithoutAProblem) {
  GALENA_REQUIRE_SHARED_DATA("leads/zoho/Leads.csv");
  const ConformedTable leads = import("leads/zoho/Leads.csv", "lead");
  EXPECT_EQ(leads.table.rows(), 3900U);
  EXPECT_THAT(leads.problems, IsEmpty());
  const Schema schema = *standard_schema("lead");
  for (const char* field : {"id", "last_name", "company", "owner", "email", "mobile", "website",
                            "industry", "lead_source", "status", "created_at"}) {
    std::size_t filled = 0;
    for (std::size_t row = 0; row < leads.table.rows(); ++row) {
      filled += leads.table[*schema.find(field)][row].is_blank() ? 0U : 1U;
    }
    EXPECT_GT(filled, 1000U) << field;
  }
  EXPECT_EQ(to_text(leads.table[*schema.find("created_at")][0]), "2021-04-15T00:03:00Z");
}

TEST(SuggestMapping, ImportsAmountsAndDatesOfRealExports) {
  GALENA_REQUIRE_SHARED_DATA("leads/zoho/Potentials.csv");
  const ConformedTable deals = import("leads/zoho/Potentials.csv", "opportunity");
  const Schema schema = *standard_schema("opportunity");
  EXPECT_THAT(deals.problems, IsEmpty());
  EXPECT_EQ(to_text(deals.table[*schema.find("amount")][0]), "22700.00");
  EXPECT_EQ(to_text(deals.table[*schema.find("close_date")][0]), "2021-04-16");
  const ConformedTable accepted = import("leads/marketstar/Opportunities.csv", "opportunity");
  EXPECT_EQ(to_text(accepted.table[*schema.find("created_at")][0]), "2021-01-11T00:00:00Z");
}

}  // namespace
}  // namespace galena
