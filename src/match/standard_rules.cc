// Salesforce's standard matching rules for leads, contacts and accounts, as its own pages document
// them:
//   "Standard Contact Matching Rule and Standard Lead Matching Rule", help.salesforce.com,
//   sales.matching_rules_standard_contact_rule.htm: the equation of leads and contacts, thresholds
//   "Matching Methods Used with Matching Rules", there: thresholds, sections of telephones
//   "Matching Algorithms Used with Matching Methods", there,
//   sales.matching_rules_matching_algorithms .htm: the score of edit distance (VP Sales and VP of
//   Sales: 73), acronyms (100) "Resolve and Prevent Duplicate Data in Salesforce",
//   trailhead.salesforce.com, sales_admin_duplicate_management_unit_2: sections of streets and
//   their weights, with the example 123 Market St, Ste 100 and 123 Market Dr, Ste 300: 70, no match
//   Knowledge articles 000247089 and 000386375: account name with ZIP, account name with city; only
//   US ZIP codes match
// The rest of the equation of accounts ("Standard Account Matching Rule",
// sales.matching_rules_standard_account_rule.htm) and the sections of ZIP codes are as that page
// and the one of methods are quoted elsewhere.
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
// A documented method and threshold becomes the weakest level of ours that does the same, or the
// documented score itself (section_score.hpp). A score that is as high as its threshold will do:
// the threshold of the fields that are to be exact is 100.
//   First Name  exact, initials, Jaro-Winkler, Metaphone 3, name variant; 85     similar
//   Last Name   exact, keyboard distance, Metaphone 3; 90                        close
//   both names crosswise ("transposed")                                          swapped
//   Title       exact, acronym, Kullback-Liebler; 50                             some_words
//   Company     exact, acronym, edit distance (where a rule is one's own:
//               syllable alignment), legal forms dropped; 70                     score 70
//   Email, Website  exact; 100                                                   exact
//   Phone       sections: international code 10 %, area code 50 %, next three
//               digits 30 %, last four digits 10 %; 80                           score 80
//   Street      sections: name by edit distance 50 %, number 20 %, suffix 15 %,
//               suite 15 %; 80                                                   score 80
//   City        exact, edit distance; 85                                         score 85
//   ZIP         sections: first five digits 90 %, next four 10 %; 80             score 80
//   State       exact                                                            same
// So 415-555-1234 and 415-555-5678 are one phone (the help's own example, with a score of 90), and
// neighbours of one street are of one street address. There only US ZIP codes match; here any that
// are the same do. A blank does not match, but for the names beside an e-mail address, where it is
// ignored.
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

RuleCondition scores(Comparison comparison, double score) {
  RuleCondition condition{.comparison = comparison};
  condition.score = score;
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
  const RuleCondition company = scores(Comparison::company, 70);
  const RuleCondition email = reaches(Comparison::email, "exact");
  const RuleCondition phone = scores(Comparison::phone, 80);
  const RuleCondition street = scores(Comparison::street, 80);
  const std::vector<RuleCondition> titles = {title(Comparison::text, "some_words"),
                                             title(Comparison::category, "same")};
  for (const Names& who : names()) {
    const auto add = [&](const std::string& name, const Conditions& all) {
      rules.push_back({"name and " + name + who.suffix, who.all + all});
    };
    for (const RuleCondition& job : titles) add("title and company", {job, company});
    if (!who.suffix.empty()) add("email", {email});
    add("phone and company", {phone, company});
    add("street and city", {street, scores(Comparison::city, 85)});
    add("street and zip", {street, scores(Comparison::postal_code, 80)});
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
  const RuleCondition company = scores(Comparison::company, 70);
  const RuleCondition website = reaches(Comparison::website, "exact");
  const RuleCondition phone = scores(Comparison::phone, 80);
  const RuleCondition street = scores(Comparison::street, 80);
  const Conditions nobody = {blank(Comparison::first_name), blank(Comparison::last_name),
                             blank(Comparison::full_name)};
  const auto add = [&](const std::string& name, const Conditions& all) {
    rules.push_back({"account " + name, nobody + all});
  };
  add("name and street", {company, street});
  add("name, city and state",
      {company, scores(Comparison::city, 85), reaches(Comparison::region, "same")});
  add("name and zip", {company, scores(Comparison::postal_code, 80)});
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
