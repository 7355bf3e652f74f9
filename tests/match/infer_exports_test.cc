// What the columns of exports are taken for: the headers are those that the programs document for
// what they write (named at each), the values made up.
#include <gtest/gtest.h>

#include "galena/match/fields.hpp"
#include "support/export_columns.hpp"

namespace galena::match {
namespace {

using test::ExportColumn;
using test::Fill;

void expect_kinds(const std::vector<ExportColumn>& columns) {
  const Table table = test::export_table(columns);
  const InferredFields inferred = infer_fields(table);
  ASSERT_EQ(inferred.fields.size(), columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    EXPECT_EQ(kind_name(inferred.fields[i].kind), kind_name(columns[i].kind)) << columns[i].header;
  }
}

// developer.salesforce.com, field reference: labels of Contact, as reports and list views write
// them.
TEST(InferExports, SalesforceContacts) {
  expect_kinds({{"Salutation", Fill::salutation, Kind::category},
                {"First Name", Fill::given, Kind::first_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"Suffix", Fill::suffix, Kind::name_suffix},
                {"Title", Fill::job, Kind::ignore},
                {"Account Name", Fill::company, Kind::company},
                {"Account ID", Fill::shared_key, Kind::category},
                {"Contact ID", Fill::key, Kind::ignore},
                {"Mailing Street", Fill::street, Kind::street},
                {"Mailing City", Fill::city, Kind::city},
                {"Mailing State/Province", Fill::state, Kind::region},
                {"Mailing Zip/Postal Code", Fill::zip, Kind::postal_code},
                {"Mailing Country", Fill::country, Kind::country},
                {"Other Street", Fill::street, Kind::street},
                {"Other City", Fill::city, Kind::ignore},
                {"Phone", Fill::phone, Kind::phone},
                {"Business Fax", Fill::phone, Kind::phone},
                {"Mobile", Fill::phone, Kind::phone},
                {"Asst. Phone", Fill::phone, Kind::ignore},
                {"Assistant's Name", Fill::person, Kind::text},
                {"Reports To", Fill::person, Kind::text},
                {"Email", Fill::email, Kind::email},
                {"Email Opt Out", Fill::flag, Kind::ignore},
                {"Birthdate", Fill::birth_day, Kind::birth_date},
                {"Lead Source", Fill::word_of_few, Kind::category},
                {"Contact Owner", Fill::person, Kind::ignore},
                {"Created Date", Fill::day, Kind::created},
                {"Last Modified Date", Fill::instant, Kind::ignore},
                {"Last Activity", Fill::day, Kind::ignore}});
}

// The same reference: API names of Account, as Data Loader writes them.
TEST(InferExports, SalesforceAccounts) {
  expect_kinds({{"Id", Fill::key, Kind::ignore},
                {"Name", Fill::company, Kind::company},
                {"Type", Fill::word_of_few, Kind::category},
                {"BillingStreet", Fill::street, Kind::street},
                {"BillingCity", Fill::city, Kind::city},
                {"BillingState", Fill::state, Kind::region},
                {"BillingPostalCode", Fill::zip, Kind::postal_code},
                {"BillingCountry", Fill::country, Kind::country},
                {"ShippingStreet", Fill::street, Kind::street},
                {"ShippingCity", Fill::city, Kind::ignore},
                {"ShippingPostalCode", Fill::zip, Kind::ignore},
                {"Phone", Fill::phone, Kind::phone},
                {"Fax", Fill::phone, Kind::phone},
                {"AccountNumber", Fill::customer_number, Kind::identifier},
                {"Website", Fill::site, Kind::website},
                {"PhotoUrl", Fill::site, Kind::ignore},
                {"Industry", Fill::word_of_few, Kind::category},
                {"AnnualRevenue", Fill::amount, Kind::number},
                {"NumberOfEmployees", Fill::amount, Kind::number},
                {"DunsNumber", Fill::tax_number, Kind::identifier},
                {"OwnerId", Fill::shared_key, Kind::ignore},
                {"CreatedDate", Fill::instant, Kind::created},
                {"CreatedById", Fill::shared_key, Kind::ignore},
                {"LastModifiedDate", Fill::instant, Kind::ignore}});
}

// knowledge.hubspot.com, default contact properties and the columns of exported views.
TEST(InferExports, HubSpotContacts) {
  expect_kinds({{"Record ID - Contact", Fill::key, Kind::ignore},
                {"First Name", Fill::given, Kind::first_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"Email", Fill::email, Kind::email},
                {"Phone Number", Fill::phone, Kind::phone},
                {"Mobile Phone Number", Fill::phone, Kind::phone},
                {"Contact owner", Fill::person, Kind::ignore},
                {"Associated Company", Fill::company, Kind::company},
                {"Job Title", Fill::job, Kind::ignore},
                {"Street Address", Fill::street, Kind::street},
                {"City", Fill::city, Kind::city},
                {"State/Region", Fill::state, Kind::region},
                {"Postal Code", Fill::zip, Kind::postal_code},
                {"Country/Region", Fill::country, Kind::country},
                {"Website URL", Fill::site, Kind::website},
                {"LinkedIn URL", Fill::profile, Kind::identifier},
                {"Lifecycle Stage", Fill::word_of_few, Kind::category},
                {"Lead Status", Fill::word_of_few, Kind::category},
                {"Create Date", Fill::instant, Kind::created},
                {"Last Activity Date", Fill::day, Kind::ignore},
                {"Number of Employees", Fill::amount, Kind::number}});
}

// learn.microsoft.com, Dynamics 365: labels of leads and accounts in exported views.
TEST(InferExports, Dynamics) {
  expect_kinds({{"(Do Not Modify) Lead", Fill::key, Kind::ignore},
                {"(Do Not Modify) Modified On", Fill::instant, Kind::ignore},
                {"Name", Fill::person, Kind::full_name},
                {"Status Reason", Fill::word_of_few, Kind::category},
                {"Created On", Fill::instant, Kind::created},
                {"Company Name", Fill::company, Kind::company},
                {"Business Phone", Fill::phone, Kind::phone},
                {"Email", Fill::email, Kind::email},
                {"Address 1: Street 1", Fill::street, Kind::street},
                {"Address 1: City", Fill::city, Kind::city},
                {"Address 1: State/Province", Fill::state, Kind::region},
                {"Address 1: ZIP/Postal Code", Fill::zip, Kind::postal_code},
                {"Address 1: Country/Region", Fill::country, Kind::country},
                {"Address 2: City", Fill::city, Kind::ignore},
                {"Owner", Fill::person, Kind::ignore}});
  expect_kinds({{"Account Name", Fill::company, Kind::company},
                {"Main Phone", Fill::phone, Kind::phone},
                {"Primary Contact", Fill::person, Kind::full_name},
                {"Account Number", Fill::customer_number, Kind::identifier},
                {"Website", Fill::site, Kind::website}});
}

// support.pipedrive.com, exported people and organizations.
TEST(InferExports, Pipedrive) {
  expect_kinds({{"Person - ID", Fill::key, Kind::ignore},
                {"Person - Name", Fill::person, Kind::full_name},
                {"Person - Owner", Fill::person, Kind::ignore},
                {"Person - Organization", Fill::company, Kind::company},
                {"Person - Email - Work", Fill::email, Kind::email},
                {"Person - Phone - Work", Fill::phone, Kind::phone},
                {"Person - Phone - Mobile", Fill::phone, Kind::phone},
                {"Person - Update time", Fill::instant, Kind::ignore}});
  expect_kinds({{"Organization - Name", Fill::company, Kind::company},
                {"Organization - Street/road name of Address", Fill::street, Kind::street},
                {"Organization - Apartment/suite no of Address", Fill::flat, Kind::unit},
                {"Organization - House number of Address", Fill::house, Kind::house_number},
                {"Organization - City/town/village/locality of Address", Fill::city, Kind::city},
                {"Organization - State/county of Address", Fill::state, Kind::region},
                {"Organization - ZIP/Postal code of Address", Fill::zip, Kind::postal_code},
                {"Organization - Country of Address", Fill::country, Kind::country}});
}

// help.zoho.com, exported leads and contacts.
TEST(InferExports, Zoho) {
  expect_kinds({{"Record Id", Fill::key, Kind::ignore},
                {"Lead Owner", Fill::person, Kind::ignore},
                {"Lead Owner.id", Fill::shared_key, Kind::ignore},
                {"Company", Fill::company, Kind::company},
                {"First Name", Fill::given, Kind::first_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"Lead Name", Fill::person, Kind::ignore},
                {"Email", Fill::email, Kind::email},
                {"Secondary Email", Fill::email, Kind::email},
                {"Phone", Fill::phone, Kind::phone},
                {"Mobile", Fill::phone, Kind::phone},
                {"Website", Fill::site, Kind::website},
                {"Lead Source", Fill::word_of_few, Kind::category},
                {"No. of Employees", Fill::amount, Kind::number},
                {"Annual Revenue", Fill::amount, Kind::number},
                {"Modified Time", Fill::instant, Kind::ignore},
                {"Created Time", Fill::instant, Kind::created},
                {"Street", Fill::street, Kind::street},
                {"City", Fill::city, Kind::city},
                {"State", Fill::state, Kind::region},
                {"Zip Code", Fill::zip, Kind::postal_code},
                {"Country", Fill::country, Kind::country},
                {"Date of Birth", Fill::birth_day, Kind::birth_date},
                {"Skype ID", Fill::profile, Kind::identifier}});
}

// mailchimp.com/help, exported audience.
TEST(InferExports, Mailchimp) {
  expect_kinds({{"Email Address", Fill::email, Kind::email},
                {"First Name", Fill::given, Kind::first_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"Address", Fill::street, Kind::street},
                {"Phone Number", Fill::phone, Kind::phone},
                {"OPTIN_TIME", Fill::instant, Kind::ignore},
                {"CONFIRM_TIME", Fill::instant, Kind::ignore},
                {"LAST_CHANGED", Fill::instant, Kind::ignore},
                {"LEID", Fill::key, Kind::ignore},
                {"TAGS", Fill::word_of_few, Kind::category}});
}

// support.google.com/contacts, export as Google CSV, before and since 2024.
TEST(InferExports, GoogleContacts) {
  expect_kinds({{"First Name", Fill::given, Kind::first_name},
                {"Middle Name", Fill::given, Kind::middle_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"Phonetic First Name", Fill::given, Kind::ignore},
                {"Name Suffix", Fill::suffix, Kind::name_suffix},
                {"Nickname", Fill::given, Kind::text},
                {"Organization Name", Fill::company, Kind::company},
                {"Birthday", Fill::birth_day, Kind::birth_date},
                {"Photo", Fill::site, Kind::ignore},
                {"E-mail 1 - Label", Fill::word_of_few, Kind::category},
                {"E-mail 1 - Value", Fill::email, Kind::email},
                {"E-mail 2 - Value", Fill::email, Kind::email},
                {"Phone 1 - Label", Fill::word_of_few, Kind::category},
                {"Phone 1 - Value", Fill::phone, Kind::phone},
                {"Address 1 - Formatted", Fill::note, Kind::ignore},
                {"Address 1 - Street", Fill::street, Kind::street},
                {"Address 1 - City", Fill::city, Kind::city},
                {"Address 1 - Region", Fill::state, Kind::region},
                {"Address 1 - Postal Code", Fill::zip, Kind::postal_code},
                {"Address 1 - Country", Fill::country, Kind::country},
                {"Address 1 - Extended Address", Fill::flat, Kind::unit},
                {"Address 2 - City", Fill::city, Kind::ignore},
                {"Website 1 - Value", Fill::site, Kind::website}});
  expect_kinds({{"Name", Fill::person, Kind::ignore},
                {"Given Name", Fill::given, Kind::first_name},
                {"Family Name", Fill::family, Kind::last_name},
                {"Yomi Name", Fill::person, Kind::ignore},
                {"Organization 1 - Name", Fill::company, Kind::company}});
}

// support.microsoft.com, fields of a CSV file of Outlook's contacts.
TEST(InferExports, Outlook) {
  expect_kinds({{"First Name", Fill::given, Kind::first_name},
                {"Middle Name", Fill::given, Kind::middle_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"Suffix", Fill::suffix, Kind::name_suffix},
                {"Company", Fill::company, Kind::company},
                {"Job Title", Fill::job, Kind::ignore},
                {"Business Street", Fill::street, Kind::street},
                {"Business Street 2", Fill::flat, Kind::unit},
                {"Business City", Fill::city, Kind::city},
                {"Business State", Fill::state, Kind::region},
                {"Business Postal Code", Fill::zip, Kind::postal_code},
                {"Business Country/Region", Fill::country, Kind::country},
                {"Home Street", Fill::street, Kind::street},
                {"Home City", Fill::city, Kind::ignore},
                {"Assistant's Phone", Fill::phone, Kind::ignore},
                {"Business Fax", Fill::phone, Kind::phone},
                {"Business Phone", Fill::phone, Kind::phone},
                {"Mobile Phone", Fill::phone, Kind::phone},
                {"Birthday", Fill::birth_day, Kind::birth_date},
                {"E-mail Address", Fill::email, Kind::email},
                {"E-mail Type", Fill::word_of_few, Kind::category},
                {"E-mail 2 Address", Fill::email, Kind::email},
                {"Spouse", Fill::person, Kind::text},
                {"Manager's Name", Fill::person, Kind::text},
                {"Web Page", Fill::site, Kind::website},
                {"Notes", Fill::note, Kind::text}});
}

// linkedin.com/help, Connections.csv of the data export.
TEST(InferExports, LinkedIn) {
  expect_kinds({{"First Name", Fill::given, Kind::first_name},
                {"Last Name", Fill::family, Kind::last_name},
                {"URL", Fill::profile, Kind::identifier},
                {"Email Address", Fill::email, Kind::email},
                {"Company", Fill::company, Kind::company},
                {"Connected On", Fill::day, Kind::ignore}});
}

TEST(InferExports, ListsOfOtherLanguages) {
  expect_kinds({{"Kundennr.", Fill::customer_number, Kind::identifier},
                {"Anrede", Fill::salutation, Kind::category},
                {"Vorname", Fill::given, Kind::first_name},
                {"Nachname", Fill::family, Kind::last_name},
                {"Geburtsname", Fill::family, Kind::text},
                {"Geburtsjahr", Fill::birth_year, Kind::birth_date},
                {"Straße", Fill::street, Kind::street},
                {"Nr.", Fill::house, Kind::house_number},
                {"PLZ", Fill::zip, Kind::postal_code},
                {"Ort", Fill::city, Kind::city},
                {"Bundesland", Fill::state, Kind::region},
                {"Mobil", Fill::phone, Kind::phone},
                {"E-Mail-Adresse", Fill::email, Kind::email},
                {"USt-IdNr.", Fill::tax_number, Kind::identifier}});
  expect_kinds({{"prénom", Fill::given, Kind::first_name},
                {"nom", Fill::family, Kind::last_name},
                {"année de naissance", Fill::birth_year, Kind::birth_date},
                {"adresse", Fill::street, Kind::street},
                {"code postal", Fill::zip, Kind::postal_code},
                {"commune", Fill::city, Kind::city},
                {"pays", Fill::country, Kind::country},
                {"n° de téléphone", Fill::phone, Kind::phone},
                {"raison sociale", Fill::company, Kind::company},
                {"SIRET", Fill::tax_number, Kind::identifier}});
  expect_kinds({{"nome_completo", Fill::person, Kind::full_name},
                {"cpf", Fill::tax_number, Kind::identifier},
                {"data_nascimento", Fill::birth_day, Kind::birth_date},
                {"logradouro", Fill::street, Kind::street},
                {"numero", Fill::house, Kind::house_number},
                {"complemento", Fill::flat, Kind::unit},
                {"cidade", Fill::city, Kind::city},
                {"uf", Fill::state, Kind::region},
                {"cep", Fill::zip, Kind::postal_code},
                {"celular", Fill::phone, Kind::phone}});
  expect_kinds({{"Primer apellido", Fill::family, Kind::last_name},
                {"Primer nombre", Fill::given, Kind::first_name},
                {"Razón social", Fill::company, Kind::company},
                {"Código postal", Fill::zip, Kind::postal_code},
                {"Correo electrónico", Fill::email, Kind::email},
                {"NIF", Fill::tax_number, Kind::identifier}});
  expect_kinds({{"Ragione sociale", Fill::company, Kind::company},
                {"Partita IVA", Fill::tax_number, Kind::identifier},
                {"Indirizzo", Fill::street, Kind::street},
                {"CAP", Fill::zip, Kind::postal_code},
                {"Comune", Fill::city, Kind::city},
                {"Provincia", Fill::state, Kind::region}});
  expect_kinds({{"Bedrijfsnaam", Fill::company, Kind::company},
                {"KvK-nummer", Fill::tax_number, Kind::identifier},
                {"Straat", Fill::street, Kind::street},
                {"Huisnummer", Fill::house, Kind::house_number},
                {"Postcode", Fill::zip, Kind::postal_code},
                {"Plaats", Fill::city, Kind::city},
                {"Mobiel", Fill::phone, Kind::phone}});
  expect_kinds({{"Imię", Fill::given, Kind::first_name},
                {"Nazwisko", Fill::family, Kind::last_name},
                {"Rok urodzenia", Fill::birth_year, Kind::birth_date},
                {"Ulica", Fill::street, Kind::street},
                {"Kod pocztowy", Fill::zip, Kind::postal_code},
                {"Miejscowość", Fill::city, Kind::city},
                {"NIP", Fill::tax_number, Kind::identifier}});
  expect_kinds({{"Förnamn", Fill::given, Kind::first_name},
                {"Efternamn", Fill::family, Kind::last_name},
                {"Födelseår", Fill::birth_year, Kind::birth_date},
                {"Gatuadress", Fill::street, Kind::street},
                {"Postnummer", Fill::zip, Kind::postal_code},
                {"Postort", Fill::city, Kind::city},
                {"Organisationsnummer", Fill::tax_number, Kind::identifier}});
}

}  // namespace
}  // namespace galena::match
