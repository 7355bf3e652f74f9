// How a header and the values under it decide together what a column is.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "galena/match/match.hpp"
#include "support/export_columns.hpp"

namespace galena::match {
namespace {

using test::ExportColumn;
using test::Fill;

std::string kind_of(const ExportColumn& column, std::vector<ExportColumn> others = {}) {
  others.insert(others.begin(), column);
  return std::string(kind_name(infer_fields(test::export_table(others)).fields[0].kind));
}

std::string kind_of(const std::string& header, Fill fill, std::vector<ExportColumn> others = {}) {
  return kind_of({header, fill, {}}, std::move(others));
}

TEST(InferFields, NamesAreOfCompaniesOrOfPersonsByTheirValues) {
  for (const char* header : {"name", "Name", "legal_name", "Customer Name", "registered name",
                             "trading.name", "lead_name", "Nombre completo"}) {
    EXPECT_EQ(kind_of(header, Fill::company), "company") << header;
    EXPECT_EQ(kind_of(header, Fill::person), "full_name") << header;
  }
  // What else the list has of persons speaks for persons, but not against legal forms.
  const ExportColumn birth = {"dob", Fill::birth_day, {}};
  EXPECT_EQ(kind_of("name", Fill::person, {birth}), "full_name");
  EXPECT_EQ(kind_of("Name", Fill::company, {{"First Name", Fill::given, {}}}), "company");
  EXPECT_EQ(kind_of("Account Name", Fill::person), "full_name");
  EXPECT_EQ(kind_of("Account Name", Fill::person, {{"Contact Name", Fill::person, {}}}), "company");
}

TEST(InferFields, ARoleAloneIsANameWhereTheListHasNoOther) {
  for (const char* header : {"Customer", "Candidate", "cliente", "Patient", "Elector"}) {
    EXPECT_EQ(kind_of(header, Fill::person), "full_name") << header;
    EXPECT_EQ(kind_of(header, Fill::company), "company") << header;
    EXPECT_EQ(kind_of(header, Fill::word_of_few), "category") << header;
    EXPECT_NE(kind_of(header, Fill::person, {{"Last Name", Fill::family, {}}}), "full_name")
        << header;
  }
  // Names that no table has.
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 60; ++i)
    rows.push_back({"Xq" + std::string(1, static_cast<char>('a' + i % 26)) + "vu Zth" +
                    std::string(1 + i % 7, 'o') + "rb"});
  const auto of = [&](const std::string& header) {
    return infer_fields(test::text_table({header}, rows)).fields[0].kind;
  };
  EXPECT_EQ(of("Customer"), Kind::full_name);
  EXPECT_EQ(of("Motto"), Kind::text);
}

TEST(InferFields, ValuesOverruleHeaders) {
  EXPECT_EQ(kind_of("Mobile", Fill::flag), "category");
  EXPECT_EQ(kind_of("website", Fill::flag), "category");
  EXPECT_EQ(kind_of("zip", Fill::word_of_few), "category");
  EXPECT_EQ(kind_of("Website", Fill::profile), "identifier");
  EXPECT_EQ(kind_of("Suffix", Fill::word_of_few), "category");
  EXPECT_EQ(kind_of("State", Fill::word_of_few), "category");
  EXPECT_EQ(kind_of("State", Fill::state), "region");
  EXPECT_EQ(kind_of("dob", Fill::birth_year), "birth_date");
  EXPECT_EQ(kind_of("dob", Fill::word_of_few), "category");
}

TEST(InferFields, ValuesAloneTellWhereHeadersDoNot) {
  EXPECT_EQ(kind_of("c1", Fill::email), "email");
  EXPECT_EQ(kind_of("c1", Fill::phone), "phone");
  EXPECT_EQ(kind_of("c1", Fill::site), "website");
  EXPECT_EQ(kind_of("c1", Fill::profile), "identifier");
  EXPECT_EQ(kind_of("c1", Fill::person), "full_name");
  EXPECT_EQ(kind_of("c1", Fill::company), "company");
  EXPECT_EQ(kind_of("c1", Fill::key), "ignore");
  EXPECT_EQ(kind_of("c1", Fill::given, {{"c2", Fill::family, {}}}), "first_name");
  EXPECT_EQ(kind_of("c2", Fill::family, {{"c1", Fill::given, {}}}), "last_name");
  // One column of such words may be of anything.
  EXPECT_EQ(kind_of("c1", Fill::family), "category");
}

TEST(InferFields, DigitsOfOtherScriptsTellAsMuch) {
  std::vector<std::vector<std::string>> rows;
  const auto bengali = [](std::string digits) {
    std::string text;
    for (const char c : digits) {
      if (c >= '0' && c <= '9') {
        text += "\xE0\xA7";
        text += static_cast<char>(0xA6 + (c - '0'));
      } else {
        text += c;
      }
    }
    return text;
  };
  for (int i = 0; i < 60; ++i) {
    const std::string two = std::to_string(10 + i % 18);
    rows.push_back({bengali("01712-3456" + std::to_string(10 + i)), bengali("42" + two),
                    "19" + std::to_string(50 + i % 40) + "年5月" + two + "日",
                    bengali("19" + std::to_string(50 + i % 40))});
  }
  const InferredFields found =
      infer_fields(test::text_table({"col1", "postcode", "col3", "year of birth"}, rows));
  EXPECT_EQ(found.fields[0].kind, Kind::phone);
  EXPECT_EQ(found.fields[1].kind, Kind::postal_code);
  EXPECT_EQ(found.fields[2].kind, Kind::date);
  EXPECT_EQ(found.fields[3].kind, Kind::birth_date);
}

TEST(InferFields, KeysOfRowsAreLeftOutAndSharedKeysAreCategories) {
  EXPECT_EQ(kind_of("Record ID", Fill::key), "ignore");
  EXPECT_EQ(kind_of("uuid", Fill::key), "ignore");
  EXPECT_EQ(kind_of("company_id", Fill::shared_key), "category");
  EXPECT_EQ(kind_of("id", Fill::customer_number), "identifier");
  // Numbers that their holders know.
  EXPECT_EQ(kind_of("Customer No.", Fill::key), "identifier");
  EXPECT_EQ(kind_of("VAT ID", Fill::key), "identifier");
  for (const char* header :
       {"registration_number", "Company Registration No", "VAT", "tax number", "TIN", "EIN",
        "license number", "Handelsregisternummer", "Steuernummer", "CNPJ", "RFC", "ABN", "UEN"}) {
    EXPECT_EQ(kind_of(header, Fill::tax_number), "identifier") << header;
  }
}

TEST(InferFields, NumbersThatDifferentPlacesShareAreOfNoRecord) {
  const auto kind = [](bool one_place) {
    std::vector<std::vector<std::string>> rows;
    for (int row = 0; row < 120; ++row) {
      const std::string firm = std::to_string(row / 2);
      const std::string place = one_place ? firm : std::to_string(row);
      rows.push_back({"Acme " + firm + " GmbH", "DE 1000" + firm, "Town " + place});
    }
    const auto table = test::text_table({"company", "VAT No.", "city"}, rows);
    return infer_fields(table).fields[1].kind;
  };
  EXPECT_EQ(kind(true), Kind::identifier);
  EXPECT_EQ(kind(false), Kind::ignore);
}

TEST(InferFields, NamesAreComparedOnce) {
  const ExportColumn first = {"First Name", Fill::given, {}};
  const ExportColumn last = {"Last Name", Fill::family, {}};
  EXPECT_EQ(kind_of("Full Name", Fill::person, {first, last}), "ignore");
  EXPECT_EQ(kind_of("Full Name", Fill::person, {last}), "full_name");
  // A name under a header that says nothing gives way to one that says.
  EXPECT_EQ(kind_of("Responsible", Fill::person, {first, last}), "ignore");
}

TEST(InferFields, WhatIsLeftOutIsTold) {
  const InferredFields inferred = infer_fields(test::export_table(
      {{"Lead Owner", Fill::person, {}}, {"Record ID", Fill::key, {}}, {"x", Fill::amount, {}}}));
  ASSERT_EQ(inferred.warnings.size(), 3U);
  EXPECT_NE(inferred.warnings[0].find("'Lead Owner' is left out"), std::string::npos);
  EXPECT_NE(inferred.warnings[1].find("every row has its own"), std::string::npos);
}

/// A field's level between two records of these columns, by the built-in model.
std::string level(Kind kind, const std::string& a, const std::string& b) {
  const Fields fields = {{"last", Kind::last_name, {}}, {"x", kind, {}}};
  const auto table = test::text_table({"last", "x"}, {{"Smith", a}, {"Smith", b}});
  const auto found = deduplicate(table, {.fields = fields, .model = Model::preset(Preset::person)});
  const auto why = found->explain_rows(0, 1);
  for (const FieldEvidence& field : why->fields) {
    if (field.field == (kind == Kind::name_suffix ? "name_suffix" : "x") ||
        field.field == kind_name(kind)) {
      return field.level;
    }
  }
  return "not there";
}

TEST(InferFields, SuffixesInAColumnAreCompared) {
  EXPECT_EQ(level(Kind::name_suffix, "Jr.", "JR"), "same");
  EXPECT_EQ(level(Kind::name_suffix, "Junior", "jr"), "same");
  EXPECT_EQ(level(Kind::name_suffix, "III", "3rd"), "same");
  EXPECT_EQ(level(Kind::name_suffix, "Jr.", "Sr."), "different");
  EXPECT_EQ(level(Kind::name_suffix, "II", "III, MD"), "different");
  EXPECT_EQ(level(Kind::name_suffix, "Jr.", ""), "not compared");
  EXPECT_EQ(level(Kind::name_suffix, "Jr.", "PhD"), "not compared");
  EXPECT_EQ(level(Kind::name_suffix, "", ""), "blank");
}

TEST(InferFields, NamesWithoutASuffixSayNothingOfIt) {
  const auto table = test::text_table({"first", "last"},
                                      {{"John", "Smith"}, {"Jon", "Smith"}, {"John", "Smith Jr."}});
  const Fields fields = {{"first", Kind::first_name, {}}, {"last", Kind::last_name, {}}};
  const auto found = deduplicate(table, {.fields = fields, .model = Model::preset(Preset::person)});
  EXPECT_EQ(found->explain_rows(0, 1)->to_text().find("name_suffix"), std::string::npos);
  EXPECT_NE(found->explain_rows(0, 2)->to_text().find("name_suffix"), std::string::npos);
  EXPECT_NE(found->explain_rows(0, 1)->to_json().find("name_suffix"), std::string::npos);
}

TEST(InferFields, ASuffixInAColumnMeetsOneInTheName) {
  const Fields fields = {{"name", Kind::full_name, {}}, {"suffix", Kind::name_suffix, {}}};
  const auto table = test::text_table(
      {"name", "suffix"}, {{"John Smith Jr", ""}, {"John Smith", "Jr."}, {"John Smith", "Sr"}});
  const auto found = deduplicate(table, {.fields = fields, .model = Model::preset(Preset::person)});
  EXPECT_EQ(found->explain_rows(0, 1)->fields[1].level, "same");
  EXPECT_EQ(found->explain_rows(0, 2)->fields[1].level, "different");
  EXPECT_LT(found->explain_rows(0, 2)->fields[1].base, -3);
}

TEST(InferFields, YearsOfBirthAreCompared) {
  EXPECT_EQ(level(Kind::birth_date, "1978", "1978"), "exact");
  EXPECT_EQ(level(Kind::birth_date, "1978", "1979"), "near");
  EXPECT_EQ(level(Kind::birth_date, "1978", "1987"), "different");
  EXPECT_EQ(level(Kind::birth_date, "1978", "1968"), "different");
  EXPECT_EQ(level(Kind::birth_date, "1978", "1978-05-04"), "two_parts");
  EXPECT_EQ(level(Kind::birth_date, "1978", "1979-05-04"), "near");
  EXPECT_EQ(level(Kind::birth_date, "1978", "1985-05-04"), "different");
  EXPECT_EQ(level(Kind::birth_date, "1978.0", "1978"), "exact");
  EXPECT_EQ(level(Kind::birth_date, "197", "1978"), "not compared");
}

TEST(InferFields, NormalFormsOfYearsAndSuffixes) {
  EXPECT_EQ(normalise(Kind::birth_date, " 1978 "), "1978");
  EXPECT_EQ(normalise(Kind::birth_date, "1978-01-02"), "1978-01-02");
  EXPECT_EQ(normalise(Kind::date, "1978"), "");
  EXPECT_EQ(normalise(Kind::birth_date, "3978"), "");
  EXPECT_EQ(normalise(Kind::name_suffix, "Jr."), "jr");
  EXPECT_EQ(normalise(Kind::name_suffix, "3"), "3");
  EXPECT_EQ(normalise(Kind::name_suffix, "MD"), "");
  EXPECT_EQ(parse_birth_year("1978.5"), std::nullopt);
}

/// The kind of a column "x" with the value of each row beside three that say who somebody is.
Kind kind_of_values(std::size_t rows, const std::function<std::string(std::size_t)>& value) {
  std::vector<std::vector<std::string>> table;
  for (std::size_t i = 0; i < rows; ++i) table.push_back({value(i)});
  return infer_fields(test::text_table({"x"}, table)).fields[0].kind;
}

TEST(InferFields, CodesThatFewRowsShareAreIdentifiers) {
  const auto shared = [](std::size_t i) { return "AB" + std::to_string(1000000 + i % 180 * 7919); };
  EXPECT_EQ(kind_of_values(200, shared), Kind::identifier);
  EXPECT_EQ(kind_of_values(200, [&](std::size_t i) { return shared(i).substr(2); }),
            Kind::identifier);
  // Each row has its own: it may be the row's.
  EXPECT_EQ(kind_of_values(150, shared), Kind::ignore);
  // Many rows share each.
  EXPECT_NE(kind_of_values(900, shared), Kind::identifier);
}

TEST(InferFields, NumbersBehindWordsAreNoNumbers) {
  EXPECT_EQ(kind_of_values(
                200, [](std::size_t i) { return "Laugavegur " + std::to_string(i * 37 % 190); }),
            Kind::text);
}

TEST(InferFields, WithoutAnythingElseTheMostVariedCategoryIsLookedUp) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < 1000; ++i) {
    const std::string place(1, static_cast<char>('a' + i % 100 / 26));
    rows.push_back(
        {"Lake " + place + static_cast<char>('a' + i % 100 % 26), i % 2 ? "big" : "small"});
  }
  const InferredFields found = infer_fields(test::text_table({"label", "x"}, rows));
  EXPECT_EQ(found.fields[0].kind, Kind::text);
  EXPECT_EQ(found.fields[1].kind, Kind::category);
}

}  // namespace
}  // namespace galena::match
