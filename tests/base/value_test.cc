#include "galena/base/value.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace galena {
namespace {

std::vector<Value> samples() {
  return {Value(),
          Value(false),
          Value(true),
          Value(0),
          Value(-7),
          Value(0.0),
          Value(2.5),
          Value(Decimal(0)),
          Value(Decimal(1250, 2)),
          Value(Money{Decimal(1250, 2), *Currency::parse("EUR")}),
          Value(Money{Decimal(1250, 2), {}}),
          Value(*parse_date("2026-11-22")),
          Value(*parse_instant("2026-11-22T03:01:55Z")),
          Value("x"),
          Value("1250")};
}

TEST(Value, IsIdenticalOnlyToItself) {
  const auto all = samples();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < all.size(); ++j) {
      EXPECT_EQ(all[i] == all[j], i == j) << to_text(all[i]) << ' ' << to_text(all[j]);
    }
  }
}

TEST(Value, KeepsItsKindAndContent) {
  EXPECT_EQ(Value(true).kind(), ValueKind::boolean);
  EXPECT_EQ(Value(7).kind(), ValueKind::integer);
  EXPECT_EQ(Value(std::uint8_t{7}).view().integer(), 7);
  EXPECT_EQ(Value(0.5F).kind(), ValueKind::number);
  EXPECT_EQ(Value("x").kind(), ValueKind::text);
  EXPECT_EQ(Value(std::string("x")).kind(), ValueKind::text);
  EXPECT_EQ(Value(Decimal(5, 1)).view().decimal().scale(), 1);
  EXPECT_EQ(Value(Money{Decimal(5, 1), *Currency::parse("USD")}).view().money().currency.code(),
            "USD");
}

TEST(Value, BlankHasThreeForms) {
  EXPECT_TRUE(Value().is_blank());
  EXPECT_TRUE(Value("").is_blank());
  EXPECT_TRUE(Value(std::nan("")).is_blank());
  EXPECT_EQ(Value(), Value(""));
  EXPECT_EQ(Value(""), Value(std::nan("")));
  EXPECT_FALSE(Value(" ").is_blank());
  EXPECT_FALSE(Value(0).is_blank());
  EXPECT_FALSE(Value(false).is_blank());
}

TEST(Value, OwnsItsText) {
  std::string text = "a text that does not fit in a small string";
  Value value = text;
  Value copy = value;
  const Value moved = std::move(value);
  text.assign(text.size(), '?');
  EXPECT_EQ(moved.view().text(), "a text that does not fit in a small string");
  copy = Value("other");
  EXPECT_EQ(copy.view().text(), "other");
  EXPECT_EQ(moved.view().text(), "a text that does not fit in a small string");
}

TEST(Value, DecimalsAreComparedByValue) {
  EXPECT_EQ(Value(Decimal(150, 2)), Value(Decimal(15, 1)));
  EXPECT_NE(Value(Decimal(150, 2)), Value(1.5));
}

TEST(ToText, IsCanonical) {
  EXPECT_EQ(to_text(Value()), "");
  EXPECT_EQ(to_text(Value(false)), "false");
  EXPECT_EQ(to_text(Value(std::numeric_limits<std::int64_t>::min())), "-9223372036854775808");
  EXPECT_EQ(to_text(Value(Decimal(1250, 2))), "12.50");
  EXPECT_EQ(to_text(Value(Money{Decimal(1250, 2), *Currency::parse("EUR")})), "12.50 EUR");
}

TEST(NumberToText, IsPlainWhereAPersonWouldWriteItSo) {
  EXPECT_EQ(number_to_text(100000.0), "100000");
  EXPECT_EQ(number_to_text(0.00001), "0.00001");
  EXPECT_EQ(number_to_text(123456789012345.0), "123456789012345");
  EXPECT_EQ(number_to_text(1e15), "1e+15");
  EXPECT_EQ(number_to_text(1e-6), "1e-06");
  EXPECT_EQ(number_to_text(-0.0), "0");
  EXPECT_EQ(number_to_text(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(number_to_text(std::nan("")), "");
  EXPECT_EQ(number_to_text(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST(NumberToText, ReadsBackTheSameNumber) {
  // A walk over all exponents with changing digits.
  for (int exponent = -1070; exponent < 1023; ++exponent) {
    for (const double digits : {1.0, 1.1, 1.9999999999999998, 1.3333333333333333}) {
      for (const double sign : {1.0, -1.0}) {
        const double number = sign * std::ldexp(digits, exponent);
        const std::string text = number_to_text(number);
        double read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        ASSERT_EQ(read, number) << text;
      }
    }
  }
}

}  // namespace
}  // namespace galena
