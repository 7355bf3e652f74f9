#include "galena/criteria/builder.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "galena/criteria/bind.hpp"

namespace galena {
namespace {

struct Lead {
  std::string country;
  std::optional<int> employees;
  double score = 0;
  bool hot = false;
  Decimal discount;
  Money revenue;
  Date created{};
  std::optional<Instant> replied;
  std::string products;
  double latitude = 0;
  double longitude = 0;
};

}  // namespace

template <>
struct RecordTraits<Lead> {
  static constexpr auto fields = galena::fields(
      field("country", &Lead::country), field("staff", &Lead::employees),
      field("score", &Lead::score), field("hot", &Lead::hot), field("discount", &Lead::discount),
      field("revenue", &Lead::revenue), field("created", &Lead::created),
      field("replied", &Lead::replied), field("products", &Lead::products),
      field("latitude", &Lead::latitude), field("longitude", &Lead::longitude));
};

namespace {

using criteria::Blank;
using criteria::Context;
using criteria::Expression;

const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

bool matches(const Lead& lead, const Expression& expression) {
  const auto predicate = criteria::bind<Lead>(expression);
  EXPECT_TRUE(predicate) << predicate.problems().to_text();
  return predicate->evaluate(row_of(lead), Context(kNow)).state == criteria::Outcome::match;
}

template <auto Member, class Operand>
concept ComparesWith = requires(const Operand& operand) {
  field<Member>() == operand;
};
template <auto Member, class Operand>
concept OrdersWith = requires(const Operand& operand) {
  field<Member>() < operand;
};
template <auto Member>
concept Contains = requires {
  field<Member>().contains("x");
};
template <auto Member>
concept HasDays = requires {
  field<Member>().today();
};

// What does not fit does not compile; each beside one that does.
static_assert(ComparesWith<&Lead::country, const char*>);
static_assert(!ComparesWith<&Lead::country, int>);
static_assert(ComparesWith<&Lead::employees, int>);
static_assert(ComparesWith<&Lead::discount, Decimal> && !ComparesWith<&Lead::employees, Decimal>);
static_assert(!ComparesWith<&Lead::employees, const char*>);
static_assert(!ComparesWith<&Lead::employees, bool>);
static_assert(ComparesWith<&Lead::hot, bool> && !ComparesWith<&Lead::hot, int>);
static_assert(!OrdersWith<&Lead::hot, bool> && OrdersWith<&Lead::country, const char*>);
static_assert(ComparesWith<&Lead::revenue, Money> && !ComparesWith<&Lead::revenue, int>);
static_assert(ComparesWith<&Lead::created, Date> && !ComparesWith<&Lead::created, Instant>);
static_assert(ComparesWith<&Lead::replied, Date> && ComparesWith<&Lead::replied, Instant>);
static_assert(Contains<&Lead::country> && !Contains<&Lead::employees>);
static_assert(HasDays<&Lead::replied> && !HasDays<&Lead::country>);

TEST(Builder, NamesComeFromTheTraits) {
  EXPECT_EQ((field<&Lead::employees>() >= 500).to_json(),
            R"({"criteria":[{"field":"staff","op":"greater_or_equal","value":500}]})");
}

TEST(Builder, ByMemberAndByNameAreTheSame) {
  EXPECT_EQ(field<&Lead::country>() == "DE", criteria::field("country") == "DE");
  EXPECT_EQ((field<&Lead::country>().in({"DE", "FR"})),
            (criteria::field("country").in({"DE", "FR"})));
}

TEST(Builder, ReadsAsItEvaluates) {
  Lead lead;
  lead.country = "de";
  lead.employees = 500;
  EXPECT_TRUE(matches(lead, field<&Lead::country>() == "DE" && field<&Lead::employees>() >= 500));
  EXPECT_FALSE(matches(lead, field<&Lead::country>() != "DE"));
  EXPECT_TRUE(matches(lead, field<&Lead::country>() == "FR" || field<&Lead::employees>() < 501));
  EXPECT_TRUE(matches(lead, !(field<&Lead::country>() == "FR")));
  EXPECT_TRUE(matches(lead, field<&Lead::country>().in({"FR", "DE"})));
  const std::vector<std::string> list = {"AT", "CH"};
  EXPECT_TRUE(matches(lead, field<&Lead::country>().not_in(list)));
  EXPECT_TRUE(matches(lead, field<&Lead::country>().starts_with("D")));
  EXPECT_TRUE(matches(lead, field<&Lead::discount>() == Decimal(0, 1)));
}

TEST(Builder, BlanksMatchOnlyWhereTheySaySo) {
  const Lead lead;
  EXPECT_FALSE(matches(lead, field<&Lead::employees>() != 5));
  EXPECT_TRUE(matches(lead, field<&Lead::employees>().not_equals(5, Blank::match)));
  EXPECT_TRUE(matches(lead, field<&Lead::country>().not_contains("x", Blank::match)));
  EXPECT_TRUE(matches(lead, field<&Lead::country>().not_in({"x"}, Blank::match)));
  EXPECT_TRUE(matches(lead, field<&Lead::employees>().is_blank()));
  EXPECT_FALSE(matches(lead, !field<&Lead::employees>().is_blank()));
}

TEST(Builder, MoneyDatesItemsAndPlaces) {
  Lead lead;
  lead.revenue = {*Decimal::parse("10.50"), *Currency::parse("EUR")};
  lead.created = *parse_date("2026-11-22");
  lead.replied = *parse_instant("2026-11-21T10:00:00Z");
  lead.products = "chairs; Tables";
  lead.latitude = 53.551;  // Hamburg
  lead.longitude = 9.994;
  EXPECT_TRUE(matches(
      lead, field<&Lead::revenue>() > Money{*Decimal::parse("10.4"), *Currency::parse("EUR")}));
  EXPECT_TRUE(matches(lead, field<&Lead::created>().today()));
  EXPECT_TRUE(matches(lead, field<&Lead::replied>().last_n_days(1)));
  EXPECT_TRUE(matches(lead, field<&Lead::replied>().on(*parse_date("2026-11-21"))));
  EXPECT_TRUE(matches(lead, field<&Lead::replied>() < *parse_date("2026-11-22")));
  EXPECT_TRUE(matches(lead, field<&Lead::replied>().during(criteria::Operator::this_week)));
  EXPECT_TRUE(matches(lead, field<&Lead::products>().includes_all({"tables", "chairs"})));
  EXPECT_FALSE(matches(lead, field<&Lead::products>().excludes({"tables"})));
  const auto near_berlin = [](double km) {
    return criteria::within_km(field<&Lead::latitude>(), field<&Lead::longitude>(), 52.52, 13.405,
                               km);
  };
  EXPECT_TRUE(matches(lead, near_berlin(260)));
  EXPECT_FALSE(matches(lead, near_berlin(250)));
}

TEST(Expression, MatchAllAndNoneDecideOrVanish) {
  const Expression one = criteria::field("a") == 1;
  EXPECT_EQ(one && Expression::match_all(), one);
  EXPECT_EQ(one && Expression::match_none(), Expression::match_none());
  EXPECT_EQ(one || Expression::match_none(), one);
  EXPECT_EQ(one || Expression::match_all(), Expression::match_all());
  EXPECT_EQ(!Expression::match_all(), Expression::match_none());
  EXPECT_EQ(Expression::all({}), Expression::match_all());
  EXPECT_EQ(Expression::any({}), Expression::match_none());
  EXPECT_EQ(Expression::match_all().to_json(), R"({"match":"all"})");
  EXPECT_EQ(Expression::match_none().to_json(), R"({"match":"none"})");
}

TEST(Expression, LogicIsWrittenOnlyWhereItSaysSomething) {
  const auto a = criteria::field("a") == 1;
  const auto b = criteria::field("b").is_blank();
  const auto c = criteria::field("c").last_n_days(30);
  EXPECT_EQ((a && b && c).to_json(),
            R"({"criteria":[{"field":"a","op":"equals","value":1},{"field":"b","op":"is_blank"},)"
            R"({"field":"c","op":"last_n_days","value":30}]})");
  EXPECT_EQ((a && !(b || c)).to_json(),
            R"({"criteria":[{"field":"a","op":"equals","value":1},{"field":"b","op":"is_blank"},)"
            R"x({"field":"c","op":"last_n_days","value":30}],"logic":"1 AND NOT (2 OR 3)"})x");
}

TEST(Expression, OperandsAreWhatJsonWouldGiveBack) {
  EXPECT_EQ((criteria::field("a") == 500.0), (criteria::field("a") == 500));
  EXPECT_EQ((criteria::field("a") == Decimal(1250, 2)), (criteria::field("a") == "12.50"));
  EXPECT_EQ((criteria::field("a") == *parse_date("2026-11-22")),
            (criteria::field("a") == "2026-11-22"));
}

TEST(Expression, HashTellsDifferentConditionsApart) {
  const auto a = criteria::field("a") == 1;
  EXPECT_EQ(a.hash().size(), 64U);
  EXPECT_NE(a.hash(), (criteria::field("a") == "1").hash());
  EXPECT_NE(a.hash(), (!a).hash());
}

}  // namespace
}  // namespace galena
