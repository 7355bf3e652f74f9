// Values as forms, spreadsheets and imports leave them: placeholders, lost zeros, letters of
// another encoding, titles where names should be.
#include <gtest/gtest.h>

#include "galena/match/normalise.hpp"
#include "match/mojibake.hpp"

namespace galena::match {
namespace {

TEST(DamagedValues, TitlesOfTwoOrOfAFamilyAndThoseBehindANameAreNone) {
  for (const char* const text :
       {"Familie Ingrid Martin", "Mr. and Mrs. Ingrid Martin", "Herrn und Frau Dr. Ingrid Martin",
        "MARTIN/INGRID MRS", "Martin, Ingrid Dr.", "Martin, Dr. Ingrid", "Fam. Ingrid Martin"}) {
    const auto name = parse_person_name(text);
    const bool turned = name.given == "martin";  // an airline's, without a comma
    EXPECT_EQ(turned ? name.family : name.given, "ingrid") << text;
    EXPECT_EQ(turned ? name.given : name.family, "martin") << text;
  }
  // A word between two names is one of them.
  EXPECT_EQ(normalise(Kind::full_name, "Y. Et Martin"), "y et martin");
  EXPECT_EQ(parse_person_name("Fr. Martin").family, "martin");
  EXPECT_EQ(parse_person_name("Ingrid Familie").family, "familie");
  EXPECT_EQ(parse_person_name("Smith, MS PhD").family, "smith");
}

TEST(DamagedValues, NothingIsWrittenInManyWays) {
  for (const char* const text : {"N/A", "unknown", "UNBEKANNT", " k.A. ", "Inconnue", "-", "??",
                                 "НЕИЗВЕСТНО", "不明", "#N/A"}) {
    EXPECT_EQ(normalise(Kind::first_name, text), "") << text;
    EXPECT_EQ(normalise(Kind::city, text), "") << text;
  }
  // Names, where they are names.
  EXPECT_EQ(normalise(Kind::last_name, "Null"), "null");
  EXPECT_EQ(normalise(Kind::first_name, "Na"), "na");
  EXPECT_EQ(normalise(Kind::city, "None"), "none");
  EXPECT_EQ(normalise(Kind::text, "None"), "");
  EXPECT_EQ(normalise(Kind::category, "no"), "no");
  EXPECT_EQ(normalise(Kind::email, "test@test.com"), "");
  EXPECT_EQ(normalise(Kind::email, "test@acme.com"), "test@acme.com");
  EXPECT_EQ(normalise(Kind::phone, "(555) 555-5555"), "");
  EXPECT_EQ(normalise(Kind::phone, "0123456789"), "");
  EXPECT_EQ(normalise(Kind::phone, "+49 30 1234567"), "+49301234567");
  EXPECT_EQ(normalise(Kind::birth_date, "01/01/1900"), "");
  EXPECT_EQ(normalise(Kind::birth_date, "02/01/1900"), "1900-01-02");
  EXPECT_EQ(normalise(Kind::identifier, "999-99-9999"), "");
  EXPECT_EQ(normalise(Kind::identifier, "99999"), "99999");
}

TEST(DamagedValues, LettersReadAsAnotherEncodingArePutBack) {
  EXPECT_EQ(normalise(Kind::first_name, "FranÃ§ois"), "francois");
  EXPECT_EQ(normalise(Kind::first_name, "HÃƒÂ©lÃƒÂ¨ne"), "helene");  // twice
  EXPECT_EQ(normalise(Kind::last_name, "MÃ¼ller-LÃ¼denscheidt"), "muller ludenscheidt");
  EXPECT_EQ(normalise(Kind::city, "\u00C5\u0081\u00C3\u00B3d\u00C5\u00BA"), "lodz");
  EXPECT_EQ(normalise(Kind::last_name, "Ð˜Ð²Ð°Ð½Ð¾Ð²"), normalise(Kind::last_name, "Иванов"));
  EXPECT_EQ(normalise(Kind::last_name, "Nguyá»…n"), "nguyen");
  EXPECT_EQ(normalise(Kind::last_name, "Oâ€™Brien"), "obrien");
  // What is meant as it is stays.
  for (const char* const text :
       {"CAFÉ’S", "Ñº", "São João", "Âmbar", "Åse Ødegård", "Straß»", "À–Ö"})
    EXPECT_EQ(fold(text), fold(repair_mojibake(text))) << text;
}

TEST(DamagedValues, IdentifiersLoseWhatSpreadsheetsAndCountriesPutInFront) {
  EXPECT_EQ(normalise_identifier("0012-3456"), "123456");
  EXPECT_EQ(normalise_identifier("000"), "0");
  EXPECT_EQ(normalise_identifier("A0012"), "a0012");
  EXPECT_EQ(normalise_identifier("IT 1234 5678 903"), "12345678903");
  EXPECT_EQ(normalise_identifier("DE-123/45"), "de12345");  // too short for a VAT number
  EXPECT_EQ(normalise_identifier("XX123456789"), "xx123456789");
  EXPECT_EQ(normalise_postal_code("01234"), "01234");
}

TEST(DamagedValues, CodesOfArticlesAreOneWord) {
  EXPECT_EQ(normalise(Kind::text, "HP LL-700X white"), "hp ll700x white");
  EXPECT_EQ(normalise(Kind::text, "Sony XK-L679"), "sony xkl679");
  EXPECT_EQ(normalise(Kind::text, "4-in-1 grill, wi-fi, 24-inch"), "4 in 1 grill wi fi 24 inch");
  EXPECT_EQ(normalise(Kind::text, "pages 12-14"), "pages 12 14");
  EXPECT_EQ(normalise(Kind::text, "covid-19"), "covid 19");
  EXPECT_EQ(normalise(Kind::company, "A-1 Plumbing"), "a 1 plumbing");
}

}  // namespace
}  // namespace galena::match
