#include "galena/record/kind.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "galena/record/suggest_kind.hpp"
#include "record/header_words.hpp"

namespace galena {
namespace {

using Headers = std::vector<std::string>;

void expect_kind(Kind kind, const Headers& headers) {
  for (const std::string& header : headers) {
    const auto guess = guess_kind(header);
    EXPECT_EQ(guess ? kind_name(*guess) : "nothing", kind_name(kind)) << header;
  }
}

void expect_nothing(const Headers& headers) {
  for (const std::string& header : headers) {
    const auto guess = guess_kind(header);
    EXPECT_FALSE(guess) << header << " is taken for " << kind_name(*guess);
  }
}

TEST(GuessKind, KnowsNamesInManyLanguages) {
  expect_kind(Kind::last_name,
              {"Last Name",     "lastname",  "LAST_NAME",    "lastName",   "surname",
               "Family name",   "Nachname",  "Familienname", "Nom",        "Nom de famille",
               "Apellidos",     "Cognome",   "Sobrenome",    "Achternaam", "Nazwisko",
               "Efternavn",     "Efternamn", "Příjmení",     "фамилия",    "PRIMARY_NAME_LAST",
               "Lead Last Name"});
  expect_kind(Kind::first_name, {"First Name", "fname", "given_name", "Forename", "Vorname",
                                 "Prénom", "Nombre", "Nome", "Voornaam", "Imię", "Fornavn",
                                 "Förnamn", "Jméno", "firstName", "Contact: First Name"});
  expect_kind(Kind::middle_name,
              {"Middle Name", "MI", "Middle Initial", "Segundo nombre", "Zweiter Vorname"});
  expect_kind(Kind::full_name,
              {"Name", "Full Name", "fullname", "Contact Name", "Customer Name",
               "Vor- und Nachname", "Nom complet", "Nom et prénom", "Nombre y apellidos",
               "Imię i nazwisko", "Nome e cognome", "Ansprechpartner", "PRIMARY_NAME_FULL"});
}

TEST(GuessKind, KnowsCompanies) {
  expect_kind(Kind::company, {"Company",
                              "Company Name",
                              "companyname",
                              "Organisation",
                              "Organization Name",
                              "Account Name",
                              "Company / Account",
                              "Employer",
                              "Firma",
                              "Firmenname",
                              "Unternehmen",
                              "Raison sociale",
                              "Nom de l'entreprise",
                              "Empresa",
                              "Azienda",
                              "Ragione sociale",
                              "Razão social",
                              "Bedrijfsnaam",
                              "Nazwa firmy",
                              "Företag",
                              "Virksomhed",
                              "PRIMARY_NAME_ORG",
                              "Site name"});
}

TEST(GuessKind, KnowsChannels) {
  expect_kind(Kind::email,
              {"Email", "E-Mail", "E-Mail 1", "Lead Email Address", "EMAIL_ADDRESS", "emailaddress",
               "E-mail-Adresse", "Courriel", "Adresse e-mail", "Correo electrónico", "E-post",
               "Adres e-mail", "Email ID", "Company E-mail"});
  expect_kind(Kind::phone, {"Phone",
                            "Phone Number",
                            "Home Phone",
                            "Work Phone 2",
                            "Mobile",
                            "Cell",
                            "Fax",
                            "Tel.",
                            "Telefon (geschäftlich)",
                            "Mobiltelefon",
                            "Handynummer",
                            "Téléphone",
                            "N° de téléphone",
                            "Teléfono móvil",
                            "Cellulare",
                            "Celular",
                            "Mobiel",
                            "Numer telefonu",
                            "ltable_phone",
                            "Phone No"});
  expect_kind(Kind::website, {"Website", "Web site", "URL", "Homepage", "Sito web",
                              "Company Website", "Webseite", "Domain"});
}

TEST(GuessKind, KnowsAddresses) {
  expect_kind(Kind::street, {"Street",
                             "Billing Street",
                             "Address",
                             "Address Line 1",
                             "address_1",
                             "addr",
                             "ADDR_LINE1",
                             "Mailing Address",
                             "Postal address",
                             "Straße",
                             "Straße und Hausnummer",
                             "Anschrift",
                             "Rechnungsadresse",
                             "Adresse",
                             "Dirección",
                             "Indirizzo",
                             "Endereço",
                             "Ulica",
                             "Full Address",
                             "City, State, Zip"});
  expect_kind(Kind::house_number, {"House Number", "street_number", "Hausnummer", "Hausnr.",
                                   "Huisnummer", "Street No."});
  expect_kind(Kind::unit,
              {"Apt", "Suite", "Unit Number", "Address Line 2", "address2", "Adresszusatz"});
  expect_kind(Kind::city, {"City", "Town", "suburb", "MailingCity", "ADDR_CITY", "Ort", "Wohnort",
                           "Ville", "Ciudad", "Città", "Cidade", "Woonplaats", "Miasto", "Město"});
  expect_kind(Kind::region, {"State", "State/Province", "Province", "County", "Bundesland",
                             "Provincia", "ADDR_STATE", "Billing State"});
  expect_kind(
      Kind::postal_code,
      {"Zip", "Zip Code", "Zip/Postal Code", "postcode", "BillingPostalCode", "PLZ", "Postleitzahl",
       "Code postal", "Código Postal", "CAP", "CEP", "Kod pocztowy", "PSČ", "Postnummer"});
  expect_kind(Kind::country, {"Country", "Country Code", "ADDR_COUNTRY", "Country/Region", "Land",
                              "Pays", "País", "Paese", "Kraj"});
}

TEST(GuessKind, KnowsDates) {
  expect_kind(
      Kind::birth_date,
      {"dob", "Date of Birth", "DATE_OF_BIRTH", "Birthday", "Geburtsdatum", "Date de naissance",
       "Fecha de nacimiento", "Data di nascita", "Data urodzenia", "Geboortedatum", "Fødselsdato",
       "Birth Year", "Year of birth", "yob", "Geburtsjahr", "Année de naissance", "Födelseår"});
  expect_kind(Kind::name_suffix, {"Suffix", "name_suffix", "Generation", "Suffix Name"});
  expect_kind(Kind::created,
              {"Created", "created_at", "Created Time", "CreatedDate", "Date created", "Date Added",
               "Erstellt am", "Anlagedatum", "Date de création"});
  expect_kind(Kind::date,
              {"Date", "Due Date", "updated_at", "Modified Time", "Last Modified", "Closing Date"});
}

TEST(GuessKind, KnowsIdentifiers) {
  expect_kind(Kind::identifier, {"id",
                                 "ID",
                                 "rec_id",
                                 "LEADID",
                                 "account_id",
                                 "ContactId",
                                 "Customer No.",
                                 "Account Number",
                                 "Kundennummer",
                                 "ssn",
                                 "soc_sec_id",
                                 "VAT Number",
                                 "Tax ID",
                                 "Passport Number",
                                 "Codice fiscale",
                                 "NATIONAL_ID_NUMBER",
                                 "uuid",
                                 "registration_number",
                                 "KvK",
                                 "KvK-nummer",
                                 "Organisationsnummer",
                                 "CVR-nr"});
}

TEST(GuessKind, KnowsMeasuresCategoriesAndNotes) {
  expect_kind(Kind::number,
              {"Company Size", "Number of Employees", "Annual Revenue", "Amount", "Unit Price",
               "Age", "Mitarbeiterzahl", "Umsatz", "Probability", "Latitude"});
  expect_kind(Kind::category,
              {"Lead Source", "Lead Status", "Phone Type", "Company Type", "Industry", "Branche",
               "Gender", "Geschlecht", "Rating", "Is Lead Active?", "TAX_ID_TYPE"});
  expect_kind(Kind::text, {"Description", "Notes", "Comments", "Bemerkungen", "Commentaires",
                           "Company Description"});
}

TEST(GuessKind, SaysNothingAboutOtherPeopleAndThings) {
  expect_nothing({"Street Suffix", "Phonetic First Name", "PhotoUrl", "Do Not Call"});
  expect_nothing({"Lead Owner", "Owner Email", "Contact Owner Id", "Account Manager",
                  "Assistant Phone", "Emergency Contact Phone", "Spouse First Name", "Created By",
                  "created_by_id", "Besitzer"});
  expect_nothing({"Campaign Name", "Product Name", "File Name", "Price Book Name", "User Name",
                  "username", "Program Name"});
}

TEST(GuessKind, SaysNothingWhereAWordMeansSomethingElse) {
  expect_nothing({"Email Opt Out",   "Is Email Verified", "Email Domain",
                  "Phone Extension", "IP Address",        "LinkedIn URL",
                  "Birth Month",     "Place of Birth",    "Time Zone",
                  "Lead State",      "Market Cap",        "Land Area",
                  "Last Contact",    "First Contact",     "Contacted via",
                  "Business Unit",   "PASSPORT_COUNTRY",  "DRIVERS_LICENSE_STATE",
                  "PLZ/Ort",         "Security Level"});
  expect_nothing({"", " ", "---", "123", "x", "Column", "cluster", "Title", "\xFF\xFE"});
}

TEST(GuessKind, KnowsOtherScripts) {
  expect_kind(Kind::full_name, {"ФИО", "ПІБ", "이름", "नाम", "نام", "ชื่อ-นามสกุล", "שם מלא"});
  expect_kind(Kind::first_name, {"Име", "الاسم الأول", "שם פרטי", "ชื่อ"});
  expect_kind(Kind::last_name, {"Прізвище", "اسم العائلة", "นามสกุล"});
  expect_kind(Kind::phone, {"전화번호", "เบอร์โทร", "رقم الهاتف", "טלפון", "फ़ोन"});
  expect_kind(Kind::email, {"メールアドレス", "이메일", "อีเมล", "Ел. пошта"});
  expect_kind(Kind::birth_date, {"생년월일", "تاريخ الميلاد", "วันเกิด", "जन्म तिथि", "תאריך לידה"});
  expect_kind(Kind::city, {"Місто", "Град", "จังหวัด", "शहर", "עיר"});
  expect_kind(Kind::identifier, {"身份证号", "ИНН"});
}

TEST(GuessKind, KnowsLanguagesOfFewerLists) {
  expect_kind(Kind::full_name, {"Nama Lengkap", "Nafn", "Ime i prezime", "Ad Soyad"});
  expect_kind(Kind::first_name, {"Nama Depan", "Eesnimi", "Vardas", "Ime"});
  expect_kind(Kind::last_name, {"Nama Belakang", "Perekonnanimi", "Pavardė", "Prezime"});
  expect_kind(Kind::birth_date, {"Tgl Lahir", "Fæðingarár", "Data nașterii", "Datum rođenja"});
  expect_kind(Kind::street, {"Alamat", "Heimilisfang", "Lähiosoite"});
  expect_kind(Kind::phone, {"No HP", "Sími", "Telepon"});
  // As registers shorten them.
  expect_kind(Kind::middle_name, {"midl_name"});
  expect_kind(Kind::name_suffix, {"name_sufx_cd"});
}

TEST(GuessKind, IgnoresCasePunctuationAndSpace) {
  for (const char* header : {"Last Name", "LAST NAME", "last_name", "last-name", " lastName ",
                             "Last.Name", "\"Last Name\"", "Last  Name:", "lead.lastName"}) {
    EXPECT_EQ(guess_kind(header), Kind::last_name) << header;
  }
}

TEST(ReadHeader, TakesCompoundsApart) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(detail::read_header("Kundennummer").words, (Words{"kunden", "nummer"}));
  EXPECT_EQ(detail::read_header("mailAddress2").words, (Words{"mail", "address"}));
  EXPECT_EQ(detail::read_header("mailAddress2").number, 2);
  EXPECT_EQ(detail::read_header("emailAddress").words, (Words{"emailaddress"}));
  EXPECT_EQ(detail::read_header("KvK-nummer").words, (Words{"kvk", "nummer"}));
  EXPECT_EQ(detail::read_header("IDNumber").words, (Words{"id", "number"}));
  EXPECT_EQ(detail::read_header("Capital").words, (Words{"capital"}));
  EXPECT_EQ(detail::read_header("Straße").words, (Words{"strasse"}));
  EXPECT_EQ(detail::read_header("valid").unknown, 0);
  EXPECT_EQ(detail::read_header("Covid").unknown, 1);
}

TEST(ReadHeader, AnyBytesAreRead) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_FALSE(guess_kind(all + all));
  EXPECT_FALSE(guess_kind(std::string(1000000, 'a')));
  std::string long_compound;
  for (int i = 0; i < 1000; ++i) long_compound += "name";
  (void)guess_kind(long_compound);
}

TEST(FoldAccents, WritesLettersPlainly) {
  EXPECT_EQ(detail::fold_accents("Prénom ÄÖÜ Łódź Fødsel Œuvre"), "prenom aou lodz fodsel oeuvre");
  EXPECT_EQ(detail::fold_accents("\xFF"), "\xFF");
}

TEST(KindNames, AreTheirOwnInverse) {
  for (std::size_t i = 0; i < std::size(kKindNames); ++i) {
    const auto kind = static_cast<Kind>(i);
    EXPECT_EQ(kind_from(kind_name(kind)), kind);
  }
  EXPECT_FALSE(kind_from("surname"));
}

TEST(KindNames, ThatAreNoneAreAnsweredWithOneThatIs) {
  EXPECT_EQ(suggest_kind("emial"), "did you mean 'email'?");
  EXPECT_EQ(suggest_kind("Last_Name"), "did you mean 'last_name'?");
  const std::string all = suggest_kind("colour");
  for (const std::string_view name : kKindNames) EXPECT_NE(all.find(name), std::string::npos);
}

TEST(GuessKind, KnowsHeadersOfMoreLanguagesAndNumbersOfThings) {
  const std::pair<const char*, Kind> kHeaders[] = {{"Họ và tên", Kind::full_name},
                                                   {"Ngày sinh", Kind::birth_date},
                                                   {"Số điện thoại", Kind::phone},
                                                   {"Doğum Tarihi", Kind::birth_date},
                                                   {"Ονοματεπώνυμο", Kind::full_name},
                                                   {"Επώνυμο", Kind::last_name},
                                                   {"Όνομα", Kind::first_name},
                                                   {"Πόλη", Kind::city},
                                                   {"Κινητό", Kind::phone},
                                                   {"ΑΦΜ", Kind::identifier},
                                                   {"születési idő", Kind::birth_date},
                                                   {"Dénomination", Kind::company},
                                                   {"elector_name", Kind::full_name},
                                                   {"passenger_name", Kind::full_name},
                                                   {"VIN", Kind::identifier},
                                                   {"p_iva", Kind::identifier},
                                                   {"EAN", Kind::identifier},
                                                   {"Serial No.", Kind::identifier}};
  for (const auto& [header, kind] : kHeaders) EXPECT_EQ(guess_kind(header), kind) << header;
}

}  // namespace
}  // namespace galena
