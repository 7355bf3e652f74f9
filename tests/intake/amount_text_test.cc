#include "intake/amount_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace galena::detail {
namespace {

std::string read(std::string_view text, DecimalMark mark = DecimalMark::point) {
  const auto amount = parse_amount(text, mark);
  return amount ? amount->to_text() : "nothing";
}

TEST(ParseAmount, ReadsGroupsAndDecimals) {
  EXPECT_EQ(read("1234.50"), "1234.50");
  EXPECT_EQ(read("1,234.50"), "1234.50");
  EXPECT_EQ(read("1,234,567"), "1234567");
  EXPECT_EQ(read("1 234 567.8"), "1234567.8");
  EXPECT_EQ(read("1\xC2\xA0"
                 "234"),
            "1234");
  EXPECT_EQ(read("1'234.50"), "1234.50");
  EXPECT_EQ(read("1\xE2\x80\x99"
                 "234.50"),
            "1234.50");
  EXPECT_EQ(read("1,00,000"), "100000");
  EXPECT_EQ(read(".5"), "0.5");
  EXPECT_EQ(read("1.234,50", DecimalMark::comma), "1234.50");
  EXPECT_EQ(read("12,5", DecimalMark::comma), "12.5");
  EXPECT_EQ(read("1.234", DecimalMark::comma), "1234");
  EXPECT_EQ(read("1.234", DecimalMark::point), "1.234");
}

TEST(ParseAmount, ReadsCurrencies) {
  EXPECT_EQ(read("$22,700.00"), "22700.00");
  EXPECT_EQ(read("US$ 5"), "5 USD");
  EXPECT_EQ(read("€5"), "5 EUR");
  EXPECT_EQ(read("12,50 €", DecimalMark::comma), "12.50 EUR");
  EXPECT_EQ(read("£1,000"), "1000 GBP");
  EXPECT_EQ(read("12.50 EUR"), "12.50 EUR");
  EXPECT_EQ(read("CHF 1'000"), "1000 CHF");
  EXPECT_EQ(read("R$ 5"), "5 BRL");
  EXPECT_EQ(read("$200,000 "), "200000");
}

TEST(ParseAmount, ReadsSignsAndSuffixes) {
  EXPECT_EQ(read("-5"), "-5");
  EXPECT_EQ(read("-$5.00"), "-5.00");
  EXPECT_EQ(read("$-5.00"), "-5.00");
  EXPECT_EQ(read("(5.00)"), "-5.00");
  EXPECT_EQ(read("5-"), "-5");
  EXPECT_EQ(read("+5"), "5");
  EXPECT_EQ(read("15%"), "15");
  EXPECT_EQ(read("$342.09K"), "342090");
  EXPECT_EQ(read("$1,117.10K"), "1117100");
  EXPECT_EQ(read("1.5M"), "1500000");
  EXPECT_EQ(read("1,5 Mio. EUR", DecimalMark::comma), "1500000 EUR");
  EXPECT_EQ(read("2 MRD"), "2000000000");
  EXPECT_EQ(read("0.0005k"), "0.5");
}

TEST(ParseAmount, RefusesWhatIsNoNumber) {
  for (const char* text : {"",
                           " ",
                           "-",
                           "$",
                           "EUR",
                           "n/a",
                           "1.2.3",
                           "12,34",
                           "1,2345",
                           "1,234,56",
                           "1,23,4",
                           "1234,567",
                           "1,234 567",
                           "5 apples",
                           "11-50",
                           "5.",
                           ".",
                           "1e5",
                           "0x10",
                           "١٢",
                           "12345678901234567890",
                           "9223372036854775807K",
                           "(5",
                           "5 EURO",
                           "--5"}) {
    EXPECT_EQ(read(text), "nothing") << text;
  }
}

}  // namespace
}  // namespace galena::detail
