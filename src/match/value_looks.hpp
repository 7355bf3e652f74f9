// What single values look like, whatever their column is called.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace galena::match {

/// The share of the values that pass; 0 of none.
template <class Test>
double share(const std::vector<std::string>& values, Test test) {
  if (values.empty()) return 0;
  return static_cast<double>(std::count_if(values.begin(), values.end(), test)) /
         static_cast<double>(values.size());
}

bool looks_like_email(const std::string& text);
/// Seven to fifteen digits, written as telephone numbers are; plain numbers are none by themselves.
bool looks_like_phone(const std::string& text);
bool looks_like_website(const std::string& text);
bool looks_like_date(const std::string& text);
/// A day or a year that somebody may be born in.
bool looks_like_birth(const std::string& text);
/// "12", "12b", "12-14".
bool looks_like_house_number(const std::string& text);

/// A first word that is a given name and a last one that may be a family name, nothing
/// businesslike.
bool looks_like_person(const std::string& text);
/// Both names are in the tables, and the text is no day.
bool is_surely_person(const std::string& text);
/// One word that is in the table of given (family) names.
bool is_given_name(const std::string& text);
bool is_family_name(const std::string& text);
/// A legal form, a number, "&", "Joe's", or a word that many companies have and no person has.
bool looks_like_company(const std::string& text);
bool has_legal_form(const std::string& text);

/// A number, perhaps with a unit or a currency of a few letters.
bool is_number(const std::string& text);
/// One word, most of it digits, as the numbers of papers and accounts are: "V-204117",
/// "08123456789".
bool looks_like_code(const std::string& text);

}  // namespace galena::match
