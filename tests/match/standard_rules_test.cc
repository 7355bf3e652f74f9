// The preset crm_standard_rules: every equation by a pair that fulfils it and no other, and the
// same pair with each of its fields spoilt.
#include <gtest/gtest.h>

#include <map>

#include "galena/match/deduplicate.hpp"
#include "support/tables.hpp"

namespace galena::match {
namespace {

using test::text_table;
using Record = std::map<std::string, std::string>;

const Fields& columns() {
  static const Fields kFields = {
      {"first", Kind::first_name}, {"last", Kind::last_name},  {"Job Title", Kind::text},
      {"company", Kind::company},  {"email", Kind::email},     {"phone", Kind::phone},
      {"street", Kind::street},    {"city", Kind::city},       {"zip", Kind::postal_code},
      {"state", Kind::region},     {"website", Kind::website}, {"full", Kind::full_name}};
  return kFields;
}

Explanation compared(const Record& a, const Record& b) {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows(2);
  Fields fields;
  for (const Field& field : columns()) {
    if (!a.contains(field.column) && !b.contains(field.column)) continue;
    fields.push_back(field);
    names.push_back(field.column);
    rows[0].push_back(a.contains(field.column) ? a.at(field.column) : "");
    rows[1].push_back(b.contains(field.column) ? b.at(field.column) : "");
  }
  const Table table = text_table(names, rows);
  return compare(Model::preset(Preset::crm_standard_rules), fields, table.row(0), table.row(1));
}

struct Equation {
  const char* rule;
  Record a;
  Record b;
};

/// Written as their documentation would let them differ.
const std::vector<Equation>& equations() {
  static const std::vector<Equation> kEquations = {
      {"name and title and company",
       {{"first", "Jon"},
        {"last", "Miller"},
        {"Job Title", "Head of Sales"},
        {"company", "Acme Inc"}},
       {{"first", "John"},
        {"last", "Miler"},
        {"Job Title", "Head of Sales EMEA"},
        {"company", "Acme"}}},
      {"name and email",
       {{"first", "J"}, {"last", "Miller"}, {"email", "j.miller@acme.com"}},
       {{"first", "John"}, {"last", "Miller"}, {"email", "J.Miller@acme.com"}}},
      {"name and street and city",
       {{"first", "Bob"},
        {"last", "Miller"},
        {"street", "12 Main Street"},
        {"city", "Springfield"}},
       {{"first", "Robert"}, {"last", "Miller"}, {"street", "12 Main St"}, {"city", "Springfild"}}},
      {"name and street and zip",
       {{"first", "Ann"}, {"last", "Miller"}, {"street", "12 Main Street"}, {"zip", "94105-1234"}},
       {{"first", "Ann"}, {"last", "Miller"}, {"street", "12 Main St"}, {"zip", "94105"}}},
      {"name and street and title",
       {{"first", "Ann"}, {"last", "Miller"}, {"street", "12 Main Street"}, {"Job Title", "Buyer"}},
       {{"first", "Ann"}, {"last", "Miller"}, {"street", "12 Main St"}, {"Job Title", "Buyer"}}},
      {"name and phone",
       {{"first", "Ann"}, {"last", "Miller"}, {"phone", "+1 415 555 0123"}},
       {{"first", "Anne"}, {"last", "Miller"}, {"phone", "(415) 555-0123"}}},
      {"name and phone, names swapped",
       {{"first", "George"}, {"last", "Michael"}, {"phone", "415 555 0123"}},
       {{"first", "Michael"}, {"last", "George"}, {"phone", "415 555 0123"}}},
      {"name and phone, full name",
       {{"full", "Ann Miller"}, {"phone", "415 555 0123"}},
       {{"full", "Miller, Ann"}, {"phone", "415 555 0123"}}},
      {"account name and street",
       {{"company", "Acme Tools Inc"}, {"street", "12 Main Street"}},
       {{"company", "Acme Tools"}, {"street", "12 Main St"}}},
      {"account name, city and state",
       {{"company", "Acme Tools"}, {"city", "Springfield"}, {"state", "Illinois"}},
       {{"company", "Acme Tools Ltd"}, {"city", "Springfield"}, {"state", "Illinois"}}},
      {"account name and zip",
       {{"company", "Acme Tools"}, {"zip", "94105"}},
       {{"company", "Acme Tools LLC"}, {"zip", "94105"}}},
      {"account name and phone",
       {{"company", "International Business Machines"}, {"phone", "415 555 0123"}},
       {{"company", "IBM"}, {"phone", "415 555 0123"}}},
      {"account website and phone",
       {{"website", "https://www.acme.com/"}, {"phone", "415 555 0123"}},
       {{"website", "acme.com"}, {"phone", "415 555 0123"}}},
      {"account website and street",
       {{"website", "acme.com"}, {"street", "12 Main Street"}},
       {{"website", "www.acme.com"}, {"street", "12 Main St"}}}};
  return kEquations;
}

/// Another value of the column, that nothing documented takes for the same.
std::string spoilt(const std::string& column) {
  static const Record kOther = {
      {"first", "Xavier"},      {"last", "Quigley"},    {"Job Title", "Nurse"},
      {"company", "Zenith"},    {"email", "x@zen.org"}, {"phone", "+1 212 777 9988"},
      {"street", "9 Elm Road"}, {"city", "Boston"},     {"zip", "02134"},
      {"state", "Ohio"},        {"website", "zen.org"}, {"full", "Xavier Quigley"}};
  return kOther.at(column);
}

TEST(StandardRules, EveryEquationMatchesItsExample) {
  for (const Equation& equation : equations()) {
    const Explanation explained = compared(equation.a, equation.b);
    EXPECT_EQ(explained.rule, equation.rule) << explained.to_text();
    EXPECT_GE(explained.probability, 0.5) << equation.rule;
  }
}

TEST(StandardRules, AFieldThatDiffersSpoilsIt) {
  for (const Equation& equation : equations()) {
    for (const auto& [column, value] : equation.b) {
      Record other = equation.b;
      other[column] = spoilt(column);
      const Explanation explained = compared(equation.a, other);
      EXPECT_LT(explained.probability, 0.5) << equation.rule << " without " << column << '\n'
                                            << explained.to_text();
      EXPECT_EQ(explained.rule.substr(0, 4), "none") << explained.rule;
    }
  }
}

TEST(StandardRules, ABlankDoesNotMatch) {
  for (const Equation& equation : equations()) {
    for (const auto& [column, value] : equation.b) {
      Record other = equation.b;
      other.erase(column);
      const bool ignored = std::string_view(equation.rule) == "name and email" && column != "email";
      EXPECT_EQ(compared(equation.a, other).probability >= 0.5, ignored)
          << equation.rule << " without " << column;
    }
  }
}

/// Whether two people of one name and these values beside it are one.
bool match_beside_name(const Record& a, const Record& b) {
  Record left = {{"first", "Ann"}, {"last", "Miller"}};
  Record right = left;
  left.insert(a.begin(), a.end());
  right.insert(b.begin(), b.end());
  return compared(left, right).probability >= 0.5;
}

TEST(StandardRules, PhonesAreComparedBySections) {
  const auto match = [](const char* a, const char* b) {
    return match_beside_name({{"phone", a}}, {{"phone", b}});
  };
  EXPECT_TRUE(match("1-415-555-1234", "1-415-555-5678"));  // the documented example: 90
  EXPECT_TRUE(match("+1 415 555 1234", "(415) 555-5678"));
  EXPECT_FALSE(match("415-555-1234", "415-556-1234"));  // 70
  EXPECT_FALSE(match("415-555-1234", "416-555-1234"));  // 50
  EXPECT_TRUE(match("+49 30 1234567", "030 1234567"));
  EXPECT_FALSE(match("+49 30 1234567", "+49 30 1234568"));  // no North American number
}

TEST(StandardRules, StreetsAreComparedBySections) {
  const auto match = [](const char* a, const char* b) {
    return match_beside_name({{"street", a}, {"city", "Boston"}},
                             {{"street", b}, {"city", "Boston"}});
  };
  EXPECT_TRUE(match("12 Main Street", "12 Main St"));                   // 100
  EXPECT_TRUE(match("12 Main Street Apt 5", "12 Main Street Apt 6"));   // 85
  EXPECT_TRUE(match("12 Main Street Apt 5", "12 Main Street"));         // 85
  EXPECT_TRUE(match("12 Main Street", "12 Main Avenue"));               // 85
  EXPECT_TRUE(match("12 Main Street", "14 Main Street"));               // 80
  EXPECT_FALSE(match("12 Main Street", "14 Main Avenue"));              // 65
  EXPECT_FALSE(match("12 Main Street Apt 5", "14 Main Street Apt 6"));  // 65
  EXPECT_TRUE(match("12 Franklin Street", "12 Franklyn Street"));       // 93.75
  EXPECT_FALSE(match("12 Main Street", "12 Sunset Street"));
}

TEST(StandardRules, TheVendorsExampleOfStreetsIsNoMatch) {
  // "Only the street number and street name match. The field has a match score of 70".
  const auto match = [](const char* a, const char* b) {
    return match_beside_name({{"street", a}, {"city", "San Francisco"}},
                             {{"street", b}, {"city", "San Francisco"}});
  };
  EXPECT_FALSE(match("123 Market St, Ste 100", "123 Market Dr, Ste 300"));  // 50 + 20
  EXPECT_TRUE(match("123 Market St, Ste 100", "123 Market St, Ste 300"));   // 50 + 20 + 15
  EXPECT_TRUE(match("123 Market St, Ste 100", "123 Market Dr, Ste 100"));   // 50 + 20 + 15
  EXPECT_TRUE(match("123 Market St, Ste 100", "125 Market St, Ste 100"));   // 50 + 15 + 15
}

TEST(StandardRules, CompaniesAreComparedByAcronymAndEditDistance) {
  const auto match = [](const char* a, const char* b) {
    const Record left = {{"company", a}, {"zip", "94105"}};
    const Record right = {{"company", b}, {"zip", "94105"}};
    return compared(left, right).probability >= 0.5;
  };
  EXPECT_TRUE(match("Advanced Micro Devices", "AMD"));  // the documented example: 100
  EXPECT_TRUE(match("AMD Inc", "Advanced Micro Devices Corp"));
  EXPECT_TRUE(match("Acme Inc", "Acme Corp"));
  EXPECT_TRUE(match("Northwind Traders", "Northwind Trading"));  // 14 of 17: 82
  EXPECT_TRUE(match("Acme Tools", "Acme Pools"));                // 90
  EXPECT_TRUE(match("Abcdefghij", "Abcdefgxyz"));                // 70: as high as asked
  EXPECT_FALSE(match("Abcdefghij", "Abcdefwxyz"));               // 60
  EXPECT_FALSE(match("Contoso", "Contoso Pharmaceuticals"));     // 7 of 23: 30
  EXPECT_FALSE(match("Acme Tools", "Acme Pumps"));               // 60
}

TEST(StandardRules, TheScoreOfEditDistanceIsTheVendors) {
  // VP Sales and VP of Sales: 73.
  ModelData data = Model::preset(Preset::crm_standard_rules).data();
  const auto reached = [&](double score) {
    RuleCondition company{.comparison = Comparison::company};
    company.score = score;
    data.rules = {{"alike", {company}}};
    const Table table = text_table({"company"}, {{"vp sales"}, {"vp of sales"}});
    return compare(Model::make(data).value(), {{"company", Kind::company}}, table.row(0),
                   table.row(1))
               .rule == "alike";
  };
  EXPECT_TRUE(reached(72.5));
  EXPECT_FALSE(reached(73.5));
}

TEST(StandardRules, CitiesAreComparedByEditDistance) {
  const auto match = [](const char* a, const char* b) {
    return match_beside_name({{"street", "12 Main St"}, {"city", a}},
                             {{"street", "12 Main St"}, {"city", b}});
  };
  EXPECT_TRUE(match("Springfield", "Springfild"));    // 91
  EXPECT_FALSE(match("Springfield", "Springfeild"));  // 82: a swap is two replacements
  EXPECT_FALSE(match("San Jose", "San Juan"));
}

TEST(StandardRules, AScoreOfSectionsIsReadAndChecked) {
  const Model model = Model::preset(Preset::crm_standard_rules);
  const auto again = Model::from_json(model.to_json());
  ASSERT_TRUE(again) << again.problems().to_text();
  EXPECT_EQ(again->to_json(), model.to_json());
  EXPECT_NE(model.to_json().find("\"score\":85"), std::string::npos);
  ModelData data = model.data();
  RuleCondition good{.comparison = Comparison::phone};
  good.score = 80;
  RuleCondition high = good;
  high.score = 101;
  RuleCondition both = good;
  both.weakest = 0;
  RuleCondition none = good;
  none.comparison = Comparison::email;
  data.rules = {{"good", {good}}};
  EXPECT_TRUE(Model::make(data));
  data.rules = {{"bad", {high, both, none}}};
  const auto refused = Model::make(data);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems().size(), 3U) << refused.problems().to_text();
  for (const Problem& problem : refused.problems()) EXPECT_EQ(problem.detail, "bad_condition");
}

TEST(StandardRules, AScoreMayLeaveBlanksAlone) {
  ModelData data = Model::preset(Preset::crm_standard_rules).data();
  RuleCondition phone{.comparison = Comparison::phone};
  phone.score = 80;
  phone.or_blank = true;
  RuleCondition mail{.comparison = Comparison::email, .weakest = 0};
  data.rules = {{"mail", {mail, phone}}};
  const Model model = Model::make(data).value();
  const Fields fields = {{"mail", Kind::email}, {"phone", Kind::phone}};
  const Table table =
      text_table({"mail", "phone"},
                 {{"ann@x.org", "415-555-1234"}, {"ann@x.org", ""}, {"ann@x.org", "212-555-1234"}});
  EXPECT_EQ(compare(model, fields, table.row(0), table.row(1)).rule, "mail");
  EXPECT_NE(compare(model, fields, table.row(0), table.row(2)).rule, "mail");
}

TEST(StandardRules, PhoneAndCompanyOrStreetAddNothingToPhone) {
  // (… Phone AND Company) and (… Street AND Phone) are fulfilled by who fulfils (… Phone).
  const Record a = {{"first", "Ann"},
                    {"last", "Miller"},
                    {"phone", "4155550123"},
                    {"company", "Acme"},
                    {"street", "12 Main St"}};
  const Explanation explained = compared(a, a);
  EXPECT_EQ(explained.rule, "name and phone and company");
  EXPECT_GE(explained.probability, 0.5);
}

TEST(StandardRules, TheAccountRuleIsForRecordsWithoutAPerson) {
  Record a = {{"company", "Acme Tools"}, {"phone", "4155550123"}};
  EXPECT_GE(compared(a, a).probability, 0.5);
  Record person = a;
  person["last"] = "Miller";
  EXPECT_LT(compared(a, person).probability, 0.5);
}

TEST(StandardRules, WeightsAddUpAndTheThresholdIsTheLine) {
  const Equation& equation = equations()[5];
  const Explanation held = compared(equation.a, equation.b);
  double sum = held.prior + held.related + held.changed + held.ruled;
  for (const FieldEvidence& field : held.fields) sum += field.weight;
  EXPECT_NEAR(sum, held.weight, 1e-9);
  EXPECT_GE(held.weight, 0);
  // However much agrees: without a rule it is no match.
  Record a = {{"last", "Featherstonehaugh"}, {"company", "Acme Tools"}, {"street", "12 Main St"},
              {"city", "Springfield"},       {"phone", "4155550123"},   {"zip", "94105"}};
  const Explanation none = compared(a, a);
  EXPECT_LT(none.weight, 0);
  EXPECT_LT(none.ruled, 0);
  EXPECT_NE(none.rule.find("first_name"), std::string::npos) << none.rule;
  EXPECT_NE(none.to_text().find("rule: none"), std::string::npos);
  EXPECT_NE(none.to_json().find("\"rule\":"), std::string::npos);
}

TEST(StandardRules, DecideClusters) {
  const Table table = text_table({"first_name", "last_name", "email", "phone", "city"},
                                 {{"Ann", "Miller", "ann@x.org", "4155550123", "Boston"},
                                  {"Anne", "Miller", "", "(415) 555-0123", "Boston"},
                                  {"Ann", "Miller", "", "2127779988", "Boston"},
                                  {"Bob", "Stone", "bob@x.org", "3035551111", "Denver"},
                                  {"", "", "BOB@x.org", "", "Denver"}});
  const auto found = deduplicate(table, {.preset = Preset::crm_standard_rules});
  ASSERT_TRUE(found) << found.problems().to_text();
  const Column& cluster = found->clusters()[1];
  std::string clusters;
  for (std::size_t row = 0; row < table.rows(); ++row) clusters += to_text(cluster[row]);
  EXPECT_EQ(clusters, "00233");
  EXPECT_EQ(found->explain_rows(0, 1)->rule, "name and phone");
}

TEST(StandardRules, SurviveJson) {
  const Model model = Model::preset(Preset::crm_standard_rules);
  ASSERT_FALSE(model.data().rules.empty());
  const auto again = Model::from_json(model.to_json());
  ASSERT_TRUE(again) << again.problems().to_text();
  EXPECT_EQ(again->to_json(), model.to_json());
}

TEST(MatchRules, MistakesAreProblemsWithTheirPlaces) {
  ModelData data = Model::preset(Preset::lead).data();
  data.rules = {{"", {}}, {"a", {{.comparison = Comparison::email, .weakest = 17}}}};
  std::erase_if(data.fields,
                [](const FieldModel& field) { return field.comparison == Comparison::phone; });
  data.rules.push_back({"b", {{.comparison = Comparison::phone, .weakest = 0}}});
  const auto model = Model::make(data);
  ASSERT_FALSE(model);
  std::map<std::string, std::string> places;
  for (const Problem& problem : model.problems()) places[problem.subject] = problem.detail;
  EXPECT_EQ(places, (std::map<std::string, std::string>{{"/rules/0", "empty_rule"},
                                                        {"/rules/1/all/0", "unknown_level"},
                                                        {"/rules/2/all/0", "bad_condition"}}));
}

}  // namespace
}  // namespace galena::match
