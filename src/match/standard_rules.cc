// Salesforce's standard matching rules for leads, contacts and accounts, as its help documents them
// (help.salesforce.com: "Standard Contact Matching Rule and Standard Lead Matching Rule", "Standard
// Account Matching Rule", "Matching Criteria in Matching Rules").
//
// Leads and contacts (company: the lead's company, the contact's account name):
//   (First Name AND Last Name AND Title AND Company)
//   OR (First Name AND Last Name AND Email)
//   OR (First Name AND Last Name AND Phone AND Company)
//   OR (First Name AND Last Name AND Street AND (City OR ZIP OR Phone))
//   OR (First Name AND Last Name AND Street AND Title)
//   OR (First Name AND Last Name AND Title AND Email)
//   OR (First Name AND Last Name AND Phone)
// The last but one is left out: who fulfils it fulfils the second.
//
// Accounts:
//   (Account Name AND Billing Street) OR (Account Name AND City AND State)
//   OR (Account Name AND ZIP) OR (Account Name AND Phone)
//   OR (Website AND Phone) OR (Website AND Billing Street)
//
// A documented method and threshold becomes the weakest level of ours that does the same:
//   First Name  exact, initials, Jaro-Winkler, Metaphone 3, name variant; 85     similar
//   Last Name   exact, keyboard distance, Metaphone 3; 90                        close
//   both names crosswise ("transposed")                                          swapped
//   Title       exact, acronym, Kullback-Liebler; 50                             some_words
//   Company     exact, acronym, edit distance, legal forms dropped; 70           contained
//   Email, Website  exact; 100                                                   exact
//   Phone       exact by sections, weighted; 80                                  tail
//   Street      by sections, weighted; 80                                        close
//   City        exact, edit distance; 85                                         close
//   ZIP         exact by sections, the first five digits 90 %; 80                exact
//   State       exact                                                            same
// A blank does not match, but for the names beside an e-mail address, where it is ignored.
#include "match/standard_rules.hpp"

#include <algorithm>

namespace galena::match {

namespace {

using Conditions = std::vector<RuleCondition>;

RuleCondition reaches(Comparison comparison, std::string_view level) {
  const auto& names = level_names(comparison);
  RuleCondition condition{.comparison = comparison};
  condition.weakest =
      static_cast<std::size_t>(std::find(names.begin(), names.end(), level) - names.begin());
  return condition;
}

RuleCondition only(RuleCondition condition) {
  condition.only = true;
  return condition;
}

RuleCondition or_blank(RuleCondition condition) {
  condition.or_blank = true;
  return condition;
}

RuleCondition blank(Comparison comparison) { return {.comparison = comparison}; }

RuleCondition title(Comparison comparison, std::string_view level) {
  RuleCondition condition = reaches(comparison, level);
  condition.columns = {"title", "job title", "position", "role", "function", "job"};
  return condition;
}

Conditions operator+(Conditions a, const Conditions& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// First name and last name, as a record may have them.
struct Names {
  std::string suffix;
  Conditions all;
};

std::vector<Names> names() {
  return {
      {"", {reaches(Comparison::first_name, "similar"), reaches(Comparison::last_name, "close")}},
      {", names swapped",
       {only(reaches(Comparison::first_name, "swapped")),
        only(reaches(Comparison::last_name, "swapped"))}},
      {", full name", {reaches(Comparison::full_name, "close")}}};
}

void add_person_rules(std::vector<MatchRule>& rules) {
  const RuleCondition company = reaches(Comparison::company, "contained");
  const RuleCondition email = reaches(Comparison::email, "exact");
  const RuleCondition phone = reaches(Comparison::phone, "tail");
  const RuleCondition street = reaches(Comparison::street, "close");
  const std::vector<RuleCondition> titles = {title(Comparison::text, "some_words"),
                                             title(Comparison::category, "same")};
  for (const Names& who : names()) {
    const auto add = [&](const std::string& name, const Conditions& all) {
      rules.push_back({"name and " + name + who.suffix, who.all + all});
    };
    for (const RuleCondition& job : titles) add("title and company", {job, company});
    if (!who.suffix.empty()) add("email", {email});
    add("phone and company", {phone, company});
    add("street and city", {street, reaches(Comparison::city, "close")});
    add("street and zip", {street, reaches(Comparison::postal_code, "exact")});
    add("street and phone", {street, phone});
    for (const RuleCondition& job : titles) add("street and title", {street, job});
    add("phone", {phone});
  }
  rules.push_back({"name and email",
                   {or_blank(reaches(Comparison::first_name, "similar")),
                    or_blank(reaches(Comparison::last_name, "close")),
                    or_blank(reaches(Comparison::full_name, "close")), email}});
}

void add_account_rules(std::vector<MatchRule>& rules) {
  const RuleCondition company = reaches(Comparison::company, "contained");
  const RuleCondition website = reaches(Comparison::website, "exact");
  const RuleCondition phone = reaches(Comparison::phone, "tail");
  const RuleCondition street = reaches(Comparison::street, "close");
  const Conditions nobody = {blank(Comparison::first_name), blank(Comparison::last_name),
                             blank(Comparison::full_name)};
  const auto add = [&](const std::string& name, const Conditions& all) {
    rules.push_back({"account " + name, nobody + all});
  };
  add("name and street", {company, street});
  add("name, city and state",
      {company, reaches(Comparison::city, "close"), reaches(Comparison::region, "same")});
  add("name and zip", {company, reaches(Comparison::postal_code, "exact")});
  add("name and phone", {company, phone});
  add("website and phone", {website, phone});
  add("website and street", {website, street});
}

}  // namespace

std::vector<MatchRule> standard_rules() {
  std::vector<MatchRule> rules;
  add_person_rules(rules);
  add_account_rules(rules);
  return rules;
}

}  // namespace galena::match
