// normalise(): one text for a value of any kind, and a host's own normaliser before it.
#include <gtest/gtest.h>

#include <random>

#include "galena/match/normalise.hpp"

namespace galena::match {
namespace {

TEST(Normalise, GivesTheFormOfTheKind) {
  EXPECT_EQ(normalise(Kind::full_name, "de la Cruz, Dr. Maria L."), "maria l cruz");
  EXPECT_EQ(normalise(Kind::first_name, "Mr. Jean-Paul"), "jean paul");
  EXPECT_EQ(normalise(Kind::last_name, "von der Leyen"), "leyen");
  EXPECT_EQ(normalise(Kind::company, "The Three Rivers Company, Inc."), "3 rivers");
  EXPECT_EQ(normalise(Kind::email, "Bob.Smith+crm@GoogleMail.com"), "bobsmith@gmail.com");
  EXPECT_EQ(normalise(Kind::phone, "030 1234567", {.country = "de"}), "+49301234567");
  EXPECT_EQ(normalise(Kind::website, "https://www.acme.co.uk/"), "acme.co.uk");
  EXPECT_EQ(normalise(Kind::street, "Suite 900, 1450 N City Rd"), "1450 north city road unit 900");
  EXPECT_EQ(normalise(Kind::street, "PO Box 12"), "box 12");
  EXPECT_EQ(normalise(Kind::region, "CA", {.country = "us"}), "california");
  EXPECT_EQ(normalise(Kind::birth_date, "12/11/78"), "1978-11-12");
  EXPECT_EQ(normalise(Kind::date, "12/11/2004", {.date_order = DateOrder::month_day_year}),
            "2004-12-11");
  EXPECT_EQ(normalise(Kind::date, "no day"), "");
  EXPECT_EQ(normalise(Kind::number, "+1.50 EUR"), "");
  EXPECT_EQ(normalise(Kind::number, "+1.50"), "1.5");
  EXPECT_EQ(normalise(Kind::text, "Hello, World!"), "hello world");
  EXPECT_EQ(normalise(Kind::ignore, "anything"), "");
}

TEST(Normalise, IsIdempotent) {
  static constexpr std::string_view kPieces[] = {
      "Dr. ", "md ",  "jr ",  "von ",  "de ",   "Maria ",  "Cruz", ",",    "12",  "/11/",
      "78",   "+49 ", "30 ",  "@",     "x.com", "Müller ", " & ",  "GmbH", "y",   "1",
      ".5",   "St. ", "Иван", "three", "-",     "Sr ",     "e",    "9",    " ext"};
  std::mt19937 engine(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = engine() % 8; n > 0; --n) text += kPieces[engine() % std::size(kPieces)];
    for (std::size_t kind = 0; kind < std::size(kKindNames); ++kind) {
      if (static_cast<Kind>(kind) == Kind::street) continue;
      const std::string once = normalise(static_cast<Kind>(kind), text);
      ASSERT_EQ(normalise(static_cast<Kind>(kind), once), once)
          << kKindNames[kind] << " of \"" << text << '"';
    }
  }
}

/// Article numbers lose their prefix, companies get an abbreviation spelled out; a count of calls.
HostForm own_rules(void* host, Kind kind, std::string_view text, std::string& out) {
  ++*static_cast<int*>(host);
  EXPECT_TRUE(out.empty());
  if (kind == Kind::identifier) {
    out = text.substr(std::min<std::size_t>(3, text.size()));
    return HostForm::final;
  }
  if (kind == Kind::company && text.starts_with("Intl ")) {
    out = std::string("International ").append(text.substr(5));
    return HostForm::rewritten;
  }
  return HostForm::unchanged;
}

TEST(Normalise, AsksTheHostFirst) {
  int calls = 0;
  const NormaliseOptions options{.host = {own_rules, &calls}};
  EXPECT_EQ(normalise(Kind::identifier, "AB-123", options), "123");
  EXPECT_EQ(normalise(Kind::company, "Intl Foods, Inc.", options), "international foods");
  EXPECT_EQ(normalise(Kind::company, "Other Foods Ltd", options), "other foods");
  EXPECT_EQ(calls, 3);
}

}  // namespace
}  // namespace galena::match
