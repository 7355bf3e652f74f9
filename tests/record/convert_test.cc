#include "galena/record/convert.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace galena {
namespace {

TEST(ParseValue, ReadsCanonicalTextOfEveryType) {
  const std::vector<std::pair<FieldType, std::vector<std::string>>> canonical = {
      {FieldType::text, {"x", " padded ", "1"}},
      {FieldType::integer, {"0", "42", "-7", "9223372036854775807", "-9223372036854775808"}},
      {FieldType::number, {"0.5", "1e+100", "-3", "inf"}},
      {FieldType::decimal, {"12.50", "-0.001", "999999999999999999"}},
      {FieldType::money, {"12.50 EUR", "12.50", "-3 JPY"}},
      {FieldType::boolean, {"true", "false"}},
      {FieldType::date, {"2026-11-22", "0001-01-01", "9999-12-31"}},
      {FieldType::instant, {"2026-11-22T03:01:55Z", "2026-11-22T03:01:55.250000Z"}}};
  for (const auto& [type, texts] : canonical) {
    for (const std::string& text : texts) {
      const auto value = parse_value(type, text);
      ASSERT_TRUE(value) << text << ": " << value.problems().to_text();
      EXPECT_EQ(value->kind(), value_kind_of(type));
      EXPECT_EQ(to_text(*value), text);
    }
    EXPECT_TRUE(parse_value(type, "")->is_blank());
  }
}

TEST(ParseValue, ReadsSeveralWordsForTrueAndFalse) {
  for (const char* yes : {"true", "TRUE", "Yes", "1"})
    EXPECT_EQ(*parse_value(FieldType::boolean, yes), Value(true));
  for (const char* no : {"false", "No", "0"})
    EXPECT_EQ(*parse_value(FieldType::boolean, no), Value(false));
}

TEST(ParseValue, NamesTheExpectedForm) {
  const std::vector<std::pair<FieldType, const char*>> bad = {
      {FieldType::integer, "4.5"},        {FieldType::integer, " 4"},
      {FieldType::integer, "+4"},         {FieldType::integer, "9223372036854775808"},
      {FieldType::number, "1,5"},         {FieldType::number, "1.5x"},
      {FieldType::decimal, "1e3"},        {FieldType::decimal, "1."},
      {FieldType::money, "12.50 euro"},   {FieldType::money, "EUR 12.50"},
      {FieldType::money, "12.50 "},       {FieldType::boolean, "maybe"},
      {FieldType::date, "22.11.2026"},    {FieldType::date, "2026-02-30"},
      {FieldType::instant, "2026-11-22"}, {FieldType::instant, "2026-11-22T03:01:55"}};
  for (const auto& [type, text] : bad) {
    const auto value = parse_value(type, text, "the_field");
    ASSERT_FALSE(value) << text;
    EXPECT_EQ(value.problems().front().detail, "bad_value");
    EXPECT_EQ(value.problems().front().subject, "the_field");
    EXPECT_NE(value.problems().front().message.find(" is not "), std::string::npos);
  }
}

TEST(ConvertValue, WidensExactly) {
  EXPECT_EQ(*convert_value(FieldType::decimal, 5), Value(Decimal(5)));
  EXPECT_EQ(*convert_value(FieldType::number, 5), Value(5.0));
  EXPECT_EQ(*convert_value(FieldType::integer, 5.0), Value(5));
  EXPECT_EQ(*convert_value(FieldType::integer, 100000.0), Value(100000));
  EXPECT_EQ(*convert_value(FieldType::text, 100000.0), Value("100000"));
  EXPECT_EQ(*convert_value(FieldType::decimal, 0.5), Value(Decimal(5, 1)));
  EXPECT_EQ(to_text(*convert_value(FieldType::money, Decimal(125, 1))), "12.5");
  EXPECT_EQ(*convert_value(FieldType::text, 5), Value("5"));
  EXPECT_EQ(*convert_value(FieldType::text, true), Value("true"));
  EXPECT_EQ(*convert_value(FieldType::email, "a@b.org"), Value("a@b.org"));
  EXPECT_TRUE(convert_value(FieldType::integer, ValueView())->is_blank());
  EXPECT_TRUE(convert_value(FieldType::integer, std::nan(""))->is_blank());
}

TEST(ConvertValue, RefusesWhatWouldLoseSomething) {
  EXPECT_FALSE(convert_value(FieldType::integer, 5.5));
  EXPECT_FALSE(convert_value(FieldType::integer, 1e300));
  EXPECT_FALSE(convert_value(FieldType::integer, std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(convert_value(FieldType::integer, true));
  EXPECT_FALSE(convert_value(FieldType::boolean, 1));
  EXPECT_FALSE(convert_value(FieldType::date, 20261122));
  EXPECT_FALSE(convert_value(FieldType::instant, *parse_date("2026-11-22")));
  EXPECT_FALSE(convert_value(FieldType::decimal, Money{Decimal(1), *Currency::parse("EUR")}));
  EXPECT_EQ(convert_value(FieldType::date, true, "born").problems().front().subject, "born");
}

}  // namespace
}  // namespace galena
