#include "galena/base/decimal.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace galena {
namespace {

using Wide = detail::Int128;

/// The oracle: numbers as fractions over 10^6.
constexpr int kOracleScale = 6;

Wide power(int exponent) {
  Wide result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

Wide micro(Decimal decimal) {
  return Wide{decimal.coefficient()} * power(kOracleScale - decimal.scale());
}

/// Half-even by its definition: of the two neighbours the nearer, of two equally near the even one.
Wide round_half_even(Wide value, Wide unit) {
  Wide below = value / unit;
  if (value % unit < 0) --below;
  const Wide rest = value - below * unit;
  if (2 * rest < unit) return below;
  if (2 * rest > unit) return below + 1;
  return below % 2 == 0 ? below : below + 1;
}

/// All decimals of small coefficient with 0 to 3 decimals.
std::vector<Decimal> small_decimals() {
  std::vector<Decimal> all;
  for (int scale = 0; scale <= 3; ++scale) {
    for (int coefficient = -125; coefficient <= 125; ++coefficient)
      all.emplace_back(coefficient, scale);
  }
  return all;
}

TEST(Decimal, AgreesWithFractionsOnAllSmallNumbers) {
  const auto all = small_decimals();
  for (const Decimal a : all) {
    for (const Decimal b : all) {
      ASSERT_EQ(a == b, micro(a) == micro(b)) << a.to_text() << ' ' << b.to_text();
      ASSERT_EQ(a < b, micro(a) < micro(b)) << a.to_text() << ' ' << b.to_text();
      ASSERT_EQ(micro(*Decimal::add(a, b)), micro(a) + micro(b));
      ASSERT_EQ(micro(*Decimal::subtract(a, b)), micro(a) - micro(b));
      ASSERT_EQ(micro(*Decimal::multiply(a, b)) * power(kOracleScale), micro(a) * micro(b));
    }
  }
}

TEST(Decimal, RoundsHalfEvenOnAllSmallNumbers) {
  for (int coefficient = -2500; coefficient <= 2500; ++coefficient) {
    for (int from = 0; from <= 4; ++from) {
      for (int to = 0; to <= 5; ++to) {
        const Decimal decimal(coefficient, from);
        const auto rounded = decimal.rounded(to);
        ASSERT_TRUE(rounded);
        ASSERT_EQ(rounded->scale(), to);
        ASSERT_EQ(Wide{rounded->coefficient()},
                  round_half_even(micro(decimal), power(kOracleScale - to)))
            << decimal.to_text() << " to " << to;
      }
    }
  }
}

TEST(Decimal, ReadsBackWhatItWrites) {
  for (const Decimal decimal : small_decimals()) {
    const auto read = Decimal::parse(decimal.to_text());
    ASSERT_TRUE(read) << decimal.to_text();
    EXPECT_EQ(read->coefficient(), decimal.coefficient());
    EXPECT_EQ(read->scale(), decimal.scale());
  }
  EXPECT_EQ(Decimal(5, 18).to_text(), "0.000000000000000005");
  EXPECT_EQ(Decimal(INT64_MIN, 0).to_text(), "-9223372036854775808");
  EXPECT_EQ(Decimal(INT64_MIN, 18).to_text(), "-9.223372036854775808");
}

TEST(Decimal, ReadsOnlyPlainNumbers) {
  for (const char* text :
       {"", "+", "-", ".", "1.", "-.", "1e3", "1,5", " 1", "1 ", "0x1", "1.2.3", "--1", "1_0",
        "9223372036854775808", "0.0000000000000000001", "inf", "nan", "１"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
  EXPECT_EQ(Decimal::parse(".5"), Decimal(5, 1));
  EXPECT_EQ(Decimal::parse("+1.50")->to_text(), "1.50");
  EXPECT_EQ(Decimal::parse("-9223372036854775807"), Decimal(-INT64_MAX));
  EXPECT_EQ(Decimal::parse("000001"), Decimal(1));
}

TEST(Decimal, SaysWhenAResultDoesNotFit) {
  const Decimal largest(INT64_MAX);
  EXPECT_FALSE(Decimal::add(largest, Decimal(1)));
  EXPECT_FALSE(Decimal::add(largest, Decimal(1, 1)));
  EXPECT_FALSE(Decimal::subtract(Decimal(INT64_MIN), Decimal(1)));
  EXPECT_FALSE(Decimal::multiply(largest, Decimal(2)));
  EXPECT_FALSE(largest.rounded(1));
  EXPECT_FALSE(Decimal(1).rounded(19));
  EXPECT_FALSE(Decimal(1).rounded(-1));
  EXPECT_EQ(Decimal::add(largest, Decimal(-1)), Decimal(INT64_MAX - 1));
  EXPECT_EQ(Decimal::multiply(largest, Decimal(-1)), Decimal(-INT64_MAX));
}

TEST(Decimal, ComparesFarApartScalesExactly) {
  EXPECT_LT(Decimal(INT64_MAX, 18), Decimal(INT64_MAX, 0));
  EXPECT_GT(Decimal(INT64_MAX, 0), Decimal(INT64_MAX, 18));
  EXPECT_LT(Decimal(INT64_MIN, 0), Decimal(INT64_MIN, 18));
  EXPECT_EQ(Decimal(1, 0), Decimal(1000000000000000000, 18));
  EXPECT_NE(Decimal(1, 0), Decimal(1000000000000000001, 18));
}

TEST(Decimal, DropsTrailingZerosOnlyBehindThePoint) {
  EXPECT_EQ(Decimal(1500, 3).normalized().to_text(), "1.5");
  EXPECT_EQ(Decimal(1500, 0).normalized().to_text(), "1500");
  EXPECT_EQ(Decimal(0, 5).normalized().to_text(), "0");
}

TEST(Currency, IsThreeCapitalLetters) {
  EXPECT_EQ(Currency::parse("EUR")->code(), "EUR");
  for (const char* text : {"", "EU", "EURO", "eur", "E R", "€"})
    EXPECT_FALSE(Currency::parse(text)) << text;
  EXPECT_TRUE(Currency().empty());
  EXPECT_EQ(Currency().code(), "");
}

TEST(Money, OfAnotherCurrencyIsNeitherEqualNorOrdered) {
  const Money euros{Decimal(10), *Currency::parse("EUR")};
  const Money dollars{Decimal(10), *Currency::parse("USD")};
  EXPECT_NE(euros, dollars);
  EXPECT_FALSE(euros < dollars);
  EXPECT_FALSE(euros >= dollars);
  EXPECT_LT(euros, (Money{Decimal(101, 1), euros.currency}));
  EXPECT_EQ(euros, (Money{Decimal(100, 1), euros.currency}));
  EXPECT_EQ(euros.to_text(), "10 EUR");
  EXPECT_EQ((Money{Decimal(5, 1), {}}).to_text(), "0.5");
}

}  // namespace
}  // namespace galena
