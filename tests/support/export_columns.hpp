// Columns of values as programs export them, for tests of what columns are taken for.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "galena/record/kind.hpp"
#include "support/tables.hpp"

namespace galena::test {

/// What fills a column.
enum class Fill {
  given,
  family,
  person,
  company,
  email,
  phone,
  site,
  profile,
  street,
  house,
  flat,
  city,
  state,
  zip,
  country,
  day,
  instant,
  birth_day,
  birth_year,
  key,
  shared_key,
  customer_number,
  tax_number,
  word_of_few,
  flag,
  amount,
  job,
  note,
  suffix,
  salutation,
};

struct ExportColumn {
  std::string header;
  Fill fill;
  Kind kind;  ///< what it should be taken for
};

inline std::string export_value(Fill fill, std::size_t row) {
  using Words = std::vector<std::string>;
  static const Words kGiven = {"James", "Mary",  "Robert", "Linda", "Michael", "Susan",
                               "David", "Karen", "Thomas", "Nancy", "Daniel",  "Laura"};
  static const Words kFamily = {"Smith",  "Johnson", "Miller", "Davis",  "Wilson",
                                "Moore",  "Taylor",  "Harris", "Walker", "Young",
                                "Wright", "Adams",   "Baker"};
  static const Words kTrade = {"Logistics", "Software", "Foods", "Capital",
                               "Motors",    "Energy",   "Media"};
  static const Words kForm = {"Inc.", "LLC", "GmbH", "Ltd", "S.A."};
  static const Words kStreet = {"Main Street", "Oak Avenue", "Park Road", "Hill Lane",
                                "Mill Street"};
  static const Words kCity = {"Springfield", "Riverside", "Georgetown", "Fairview",
                              "Salem",       "Bristol",   "Dayton",     "Clinton"};
  static const Words kState = {"CA", "NY", "TX", "FL", "OH", "WA"};
  static const Words kCountry = {"United States", "Germany", "France", "US", "Italy"};
  static const Words kFew = {"Open", "New", "Warm", "Cold"};
  static const Words kJob = {"Sales Manager",           "Head of Marketing", "Software Engineer",
                             "Chief Financial Officer", "Account Executive", "Nurse"};
  static const Words kNote = {"met at the fair in spring", "asked for a call next week",
                              "wants a quote for ten seats", "no answer so far, try again"};
  const auto pick = [&](const Words& words, std::size_t step) {
    return words[(row * step + row / words.size()) % words.size()];
  };
  const std::string given = pick(kGiven, 1);
  const std::string family = pick(kFamily, 5);
  const std::string firm = pick(kFamily, 3) + " " + pick(kTrade, 2);
  const std::string n = std::to_string(row);
  const std::string two = std::to_string(10 + row % 18);
  switch (fill) {
    case Fill::given:
      return given;
    case Fill::family:
      return family;
    case Fill::person:
      return given + " " + family;
    case Fill::company:
      return firm + " " + pick(kForm, 1);
    case Fill::email:
      return given + "." + family + n + "@example.com";
    case Fill::phone:
      return "+1 555 " + std::to_string(1000000 + row * 7919);
    case Fill::site:
      return "https://www." + pick(kFamily, 3) + n + ".com";
    case Fill::profile:
      return "https://www.linkedin.com/in/" + given + "-" + family + n;
    case Fill::street:
      return std::to_string(row + 1) + " " + pick(kStreet, 1);
    case Fill::house:
      return std::to_string(row % 90 + 1) + (row % 7 == 0 ? "a" : "");
    case Fill::flat:
      return "Suite " + two;
    case Fill::city:
      return pick(kCity, 1);
    case Fill::state:
      return pick(kState, 1);
    case Fill::zip:
      return std::to_string(10000 + row * 613 % 80000);
    case Fill::country:
      return pick(kCountry, 1);
    case Fill::day:
      return "2025-03-" + two;
    case Fill::instant:
      return "2025-03-" + two + " 10:" + two;
    case Fill::birth_day:
      return std::to_string(1950 + row % 50) + "-04-" + two;
    case Fill::birth_year:
      return std::to_string(1950 + row % 50);
    case Fill::key:
      return std::to_string(5000000 + row * 31);
    case Fill::shared_key:
      return "001A" + std::to_string(row / 4);
    case Fill::customer_number:
      return "C-" + std::to_string(10000 + row % 70);
    case Fill::tax_number:
      return "DE" + std::to_string(123456789 + row % 70 * 1013);
    case Fill::word_of_few:
      return pick(kFew, 1);
    case Fill::flag:
      return row % 3 == 0 ? "true" : "false";
    case Fill::amount:
      return std::to_string(1000 + row * 37);
    case Fill::job:
      return pick(kJob, 1);
    case Fill::note:
      return pick(kNote, 1) + " (" + family + " " + n + ")";
    case Fill::suffix:
      return row % 5 == 0 ? "Jr." : row % 5 == 1 ? "III" : row % 5 == 2 ? "Sr" : "";
    case Fill::salutation:
      return row % 2 == 0 ? "Mr." : "Ms.";
  }
  return {};
}

/// 80 rows of an export.
inline Table export_table(const std::vector<ExportColumn>& columns) {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows(80);
  for (const ExportColumn& column : columns) {
    names.push_back(column.header);
    for (std::size_t row = 0; row < rows.size(); ++row)
      rows[row].push_back(export_value(column.fill, row));
  }
  return text_table(names, rows);
}

}  // namespace galena::test
