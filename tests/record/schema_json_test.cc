#include "galena/record/schema_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/record/formats.hpp"
#include "galena/record/record.hpp"
#include "galena/record/validate.hpp"

namespace galena {
namespace {

using testing::ElementsAre;

std::vector<std::string> places(const Problems& problems) {
  std::vector<std::string> list;
  for (const Problem& problem : problems) list.push_back(problem.detail + " at " + problem.subject);
  return list;
}

TEST(ParseSchema, ReadsEverythingThatASchemaSays) {
  const auto schema = parse_schema(R"({"entity": "lead", "fields": [
    {"name": "last_name", "kind": "last_name", "required": true, "max_length": 80,
     "label": {"": "Last name", "de": "Nachname"}, "help": "Family name", "purpose": "Sales"},
    {"name": "rating", "type": "picklist",
     "values": ["hot", {"value": "cold", "label": {"": "Cold", "de": "Kalt"}}], "open_values": true},
    {"name": "revenue", "type": "money", "currency": "EUR"},
    {"name": "account", "type": "reference", "references": "account"}]})");
  ASSERT_TRUE(schema) << schema.problems().to_text();
  EXPECT_EQ(schema->name(), "lead");
  ASSERT_EQ(schema->size(), 4U);
  const Field& last_name = (*schema)[0];
  EXPECT_EQ(last_name.type, FieldType::text);
  EXPECT_EQ(last_name.kind, Kind::last_name);
  EXPECT_TRUE(last_name.required);
  EXPECT_EQ(last_name.max_length, 80U);
  EXPECT_EQ(last_name.label.in("de-AT"), "Nachname");
  EXPECT_EQ(last_name.purpose.text, "Sales");
  EXPECT_EQ((*schema)[1].values[1].label.in("de"), "Kalt");
  EXPECT_TRUE((*schema)[1].open_values);
  EXPECT_EQ((*schema)[2].currency.code(), "EUR");
  EXPECT_EQ((*schema)[3].references, "account");
}

TEST(ParseSchema, ItsCanonicalFormReadsBackTheSame) {
  for (const std::string& name : standard_schema_names()) {
    const Schema schema = *standard_schema(name);
    const auto again = parse_schema(schema.to_json());
    ASSERT_TRUE(again) << again.problems().to_text();
    EXPECT_EQ(again->fields(), schema.fields());
    EXPECT_EQ(again->hash(), schema.hash());
  }
}

TEST(ParseSchema, TenMistakesAreTenProblemsWithTheirPointers) {
  const auto schema = parse_schema(R"({"fields": [
    {"name": "a", "type": "txt"},
    {"type": "text"},
    {"name": "c", "kind": "surname"},
    {"name": "d", "required": "yes"},
    {"name": "e", "max_lenght": 10},
    {"name": "f", "max_length": 0},
    {"name": "g", "type": "picklist", "values": ["x", "x"]},
    {"name": "h", "type": "money", "currency": "euro"},
    {"name": "a"}]})");
  EXPECT_THAT(
      places(schema.problems()),
      ElementsAre("missing_key at ", "unknown_word at /fields/0/type", "missing_key at /fields/1",
                  "unknown_word at /fields/2/kind", "wrong_type at /fields/3/required",
                  "unknown_key at /fields/4/max_lenght", "out_of_range at /fields/5/max_length",
                  "duplicate_value at /fields/6/values/1", "bad_currency at /fields/7/currency",
                  "duplicate_field at /fields/8/name"));
  for (const Problem& problem : schema.problems()) EXPECT_FALSE(problem.message.empty());
}

TEST(ParseSchema, ReportsWhatDoesNotFitTheType) {
  const auto schema = parse_schema(R"({"entity": "x", "fields": [
    {"name": "a", "values": ["x"]},
    {"name": "b", "open_values": true},
    {"name": "c", "currency": "EUR"},
    {"name": "d", "references": "account"},
    {"name": "e", "type": "date", "max_length": 3},
    {"name": "f", "type": "multi_picklist", "values": ["a;b"]}]})");
  EXPECT_THAT(places(schema.problems()),
              testing::UnorderedElementsAre("values_without_picklist at /fields/0/values",
                                            "values_without_picklist at /fields/1/open_values",
                                            "currency_without_money at /fields/2/currency",
                                            "references_without_reference at /fields/3/references",
                                            "max_length_without_text at /fields/4/max_length",
                                            "separator_in_value at /fields/5/values/0"));
}

TEST(ParseSchema, TwoFieldsWithoutANameAreTwoProblems) {
  const auto schema = parse_schema(R"({"entity": "x", "fields": [{"name": ""}, {"name": ""}, 5]})");
  EXPECT_THAT(places(schema.problems()),
              ElementsAre("empty_text at /fields/0/name", "empty_text at /fields/1/name",
                          "wrong_type at /fields/2"));
}

TEST(ParseSchema, TextThatIsNoJsonIsAParseProblem) {
  EXPECT_EQ(parse_schema("{").code(), Code::parse);
  EXPECT_EQ(parse_schema("[]").code(), Code::invalid_argument);
}

TEST(StandardSchemas, AreAllThere) {
  EXPECT_THAT(standard_schema_names(), ElementsAre("account", "campaign", "contact", "lead",
                                                   "opportunity", "partner", "registration"));
  for (const std::string& name : standard_schema_names()) {
    const auto schema = standard_schema(name);
    ASSERT_TRUE(schema) << schema.problems().to_text();
    EXPECT_EQ(schema->name(), name);
  }
  const auto unknown = standard_schema("leed");
  EXPECT_EQ(unknown.code(), Code::not_found);
  EXPECT_NE(unknown.problems().front().hint.find("registration"), std::string::npos);
}

TEST(StandardSchemas, EveryFieldHasKindAndGermanTexts) {
  for (const std::string& name : standard_schema_names()) {
    const Schema schema = *standard_schema(name);
    for (const Field& field : schema.fields()) {
      EXPECT_TRUE(field.kind) << name << '.' << field.name;
      EXPECT_TRUE(field.label.translations.contains("de")) << name << '.' << field.name;
      EXPECT_TRUE(field.help.translations.contains("de")) << name << '.' << field.name;
      if (value_kind_of(field.type) == ValueKind::text) {
        EXPECT_GT(field.max_length, 0U) << name << '.' << field.name;
      }
      for (const PicklistValue& value : field.values) {
        EXPECT_TRUE(value.label.translations.contains("de")) << name << '.' << field.name;
      }
    }
  }
}

TEST(StandardSchemas, TheLinterHasNoWarning) {
  for (const std::string& name : standard_schema_names()) {
    for (const Finding& finding : lint(*standard_schema(name))) {
      EXPECT_EQ(finding.severity, "info") << name << finding.pointer << ": " << finding.message;
    }
  }
}

TEST(StandardSchemas, TextLimitsAreThoseOfTheCrmThatEverybodyExportsFrom) {
  const Schema lead = *standard_schema("lead");
  const std::vector<std::pair<std::string, std::size_t>> limits = {
      {"first_name", 40}, {"last_name", 80},   {"company", 255}, {"title", 128},    {"email", 80},
      {"phone", 40},      {"mobile", 40},      {"website", 255}, {"street", 255},   {"city", 40},
      {"region", 80},     {"postal_code", 20}, {"country", 80},  {"salutation", 40}};
  for (const auto& [name, limit] : limits) {
    ASSERT_TRUE(lead.find(name)) << name;
    EXPECT_EQ(lead[*lead.find(name)].max_length, limit) << name;
  }
}

TEST(StandardSchemas, ALeadNeedsLastNameCompanyAndStatus) {
  const Schema lead = *standard_schema("lead");
  std::vector<std::string> required;
  for (const Field& field : lead.fields()) {
    if (field.required) required.push_back(field.name);
  }
  EXPECT_THAT(required, ElementsAre("last_name", "company", "status"));
  Record record(lead);
  EXPECT_EQ(validate(row_of(record), lead).size(), 3U);
}

TEST(StandardSchemas, TheLeadKnowsItsSources) {
  const Schema lead = *standard_schema("lead");
  EXPECT_EQ(lead[*lead.find("lead_source")].values.size(), 19U);
  EXPECT_TRUE(lead[*lead.find("lead_source")].has_value("paid_search"));
  EXPECT_FALSE(lead[*lead.find("rating")].open_values);
  EXPECT_TRUE(lead[*lead.find("arrival")].has_value("organic"));
}

TEST(LintSchema, FindsWhatACarefulAuthorWouldMend) {
  const Schema schema =
      *Schema::make("x", {{.name = "a", .label = "A", .help = "h", .purpose = "p"},
                          {.name = "b", .type = FieldType::picklist},
                          {.name = "c", .type = FieldType::reference},
                          {.name = "d", .type = FieldType::money}});
  std::vector<std::string> found;
  for (const Finding& finding : lint(schema))
    found.push_back(finding.code + " at " + finding.pointer);
  EXPECT_THAT(found, ElementsAre("missing_label at /fields/1", "missing_help at /fields/1",
                                 "missing_purpose at /fields/1", "empty_picklist at /fields/1",
                                 "missing_label at /fields/2", "missing_help at /fields/2",
                                 "missing_purpose at /fields/2", "missing_references at /fields/2",
                                 "missing_label at /fields/3", "missing_help at /fields/3",
                                 "missing_purpose at /fields/3", "missing_currency at /fields/3"));
}

TEST(CheckFormats, FlagsMalformedContactData) {
  const Schema lead = *standard_schema("lead");
  Record record(lead);
  ASSERT_TRUE(record.set("email", "ada@@example.org"));
  ASSERT_TRUE(record.set("phone", "call me"));
  ASSERT_TRUE(record.set("mobile", "+49 (170) 1234567"));
  ASSERT_TRUE(record.set("website", "no site"));
  EXPECT_THAT(places(check_formats(row_of(record), lead)),
              ElementsAre("bad_email at email", "bad_phone at phone", "bad_url at website"));
}

}  // namespace
}  // namespace galena
