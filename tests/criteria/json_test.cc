#include "galena/criteria/json.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/criteria/builder.hpp"

namespace galena::criteria {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

Found problems_of(std::string_view json) {
  Found found;
  const Result<Expression> parsed = parse_expression(json);
  for (const Problem& problem : parsed.problems())
    found.emplace_back(problem.detail, problem.subject);
  return found;
}

Expression read(std::string_view json) {
  Result<Expression> parsed = parse_expression(json);
  EXPECT_TRUE(parsed) << parsed.problems().to_text();
  return *std::move(parsed);
}

TEST(CriteriaJson, ReadsWhatTheBuildersMake) {
  EXPECT_EQ(read(R"x({"criteria":[{"field":"country","op":"in","value":["DE","FR"]},
                     {"field":"employees","op":"greater_or_equal","value":500},
                     {"field":"vip","op":"equals","value":true}],
                     "logic":"1 and (2 or not 3)"})x"),
            (field("country").in({"DE", "FR"}) &&
             (field("employees") >= 500 || !(field("vip") == true))));
  EXPECT_EQ(read(R"({"criteria":[{"field":"a","op":"is_blank"},{"field":"b","op":"today"}]})"),
            (field("a").is_blank() && field("b").today()));
  EXPECT_EQ(read(R"({"criteria":[{"field":"a","op":"not_in","value":["x"],"blank":"match"}]})"),
            (field("a").not_in({"x"}, Blank::match)));
  EXPECT_EQ(
      read(R"({"criteria":[{"fields":["lat","lon"],"op":"within_km","value":[52.5,13,100]}]})"),
      within_km(field("lat"), field("lon"), 52.5, 13, 100));
  EXPECT_EQ(read(R"({"match":"all"})"), Expression::match_all());
  EXPECT_EQ(read(R"({"match":"none"})"), Expression::match_none());
}

TEST(CriteriaJson, ACriterionMayBeUsedTwice) {
  const std::string json =
      R"x({"criteria":[{"field":"a","op":"is_blank"},{"field":"b","op":"is_blank"}],)x"
      R"x("logic":"(1 AND 2) OR NOT 1"})x";
  EXPECT_EQ(read(json).to_json(), json);
}

TEST(CriteriaJson, CountsMayBePartOfTheOperator) {
  EXPECT_EQ(read(R"({"criteria":[{"field":"a","op":"last_n_days:30"}]})"),
            field("a").last_n_days(30));
  EXPECT_EQ(problems_of(R"({"criteria":[{"field":"a","op":"last_n_days:x"}]})"),
            (Found{{"unknown_word", "/criteria/0/op"}}));
}

TEST(CriteriaJson, EveryMistakeIsReportedWithItsPointer) {
  EXPECT_EQ(problems_of(R"({"criteria":[
      {"field":"a","op":"equal","value":1},
      {"field":"","op":"equals","value":1},
      {"op":"equals","value":1},
      {"field":"a","op":"equals"},
      {"field":"a","op":"equals","value":null},
      {"field":"a","op":"in","value":"x"},
      {"field":"a","op":"is_blank","value":1},
      {"field":"a","op":"not_equals","value":1,"blank":"yes"},
      {"field":"a","op":"equals","value":1,"colour":"red"},
      {"fields":["a"],"op":"within_km","value":[1,2,3]},
      {"field":"a","op":"equals","value":[1]},
      "x"], "logic":"1"})"),
            (Found{{"unknown_word", "/criteria/0/op"},
                   {"empty_text", "/criteria/1/field"},
                   {"missing_key", "/criteria/2"},
                   {"missing_key", "/criteria/3"},
                   {"blank_operand", "/criteria/4/value"},
                   {"wrong_type", "/criteria/5/value"},
                   {"unexpected_operand", "/criteria/6/value"},
                   {"unknown_word", "/criteria/7/blank"},
                   {"unknown_key", "/criteria/8/colour"},
                   {"wrong_fields", "/criteria/9/fields"},
                   {"wrong_type", "/criteria/10/value"},
                   {"wrong_type", "/criteria/11"},
                   {"unused_criterion", "/criteria/1"},
                   {"unused_criterion", "/criteria/2"},
                   {"unused_criterion", "/criteria/3"},
                   {"unused_criterion", "/criteria/4"},
                   {"unused_criterion", "/criteria/5"},
                   {"unused_criterion", "/criteria/6"},
                   {"unused_criterion", "/criteria/7"},
                   {"unused_criterion", "/criteria/8"},
                   {"unused_criterion", "/criteria/9"},
                   {"unused_criterion", "/criteria/10"},
                   {"unused_criterion", "/criteria/11"}}));
}

TEST(CriteriaJson, AnEmptyListIsNotMatchAll) {
  EXPECT_EQ(problems_of(R"({"criteria":[]})"), (Found{{"no_criteria", "/criteria"}}));
  EXPECT_EQ(problems_of(R"({})"), (Found{{"missing_key", ""}}));
  EXPECT_EQ(problems_of(R"({"match":"some"})"), (Found{{"unknown_word", "/match"}}));
  EXPECT_EQ(problems_of(R"({"match":"all","criteria":[]})"), (Found{{"unknown_key", "/criteria"}}));
  EXPECT_EQ(problems_of(R"([])"), (Found{{"wrong_type", ""}}));
}

TEST(CriteriaJson, CelTextIsRefusedByName) {
  const auto parsed = parse_expression(R"({"cel":"employees > 500"})");
  EXPECT_EQ(parsed.code(), Code::unsupported);
  EXPECT_EQ(parsed.problems().front().subject, "/cel");
}

TEST(CriteriaJson, TextThatIsNoJsonIsAParseError) {
  EXPECT_EQ(parse_expression("{").code(), Code::parse);
  EXPECT_EQ(parse_expression("").code(), Code::parse);
}

}  // namespace
}  // namespace galena::criteria
