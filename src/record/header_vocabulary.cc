// The words of column headers in several languages, by what they say. They are folded as headers
// are, so that Korean syllables and kana meet what is left of them. Compounds ("Kundennummer") need
// no entry when their parts have one.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/header_words.hpp"

namespace galena::detail {
namespace {

struct Group {
  Concept about;
  std::string_view words;  ///< separated by single spaces
};

constexpr std::array kGroups = {
    Group{Concept::qualifier,
          "primary secondary main default other alternate alternative alt additional native "
          "local home work office mailing billing shipping delivery invoice legal official "
          "trade registered current permanent principal haupt privat private geschaftlich "
          "geschaeftlich dienstlich professionnel professionnelle pro personnel personnelle "
          "particulier personal casa trabajo lavoro ufficio prive sluzbowy domowy prywatny "
          "ltable rtable left right e s d l m n o of the a an for and or und oder et ou y i de "
          "la le les du des del della dello di da do dos das van der die het af og och w z to "
          "in your my va p ihre ihr votre tu su line zeile ligne linea linha electronic "
          "elektronische elektronisch electronico electronique elettronica elettronico "
          "eletronico social sociale complementary optional required old new raw clean "
          "normalized normalised std national unique record rec rechnungs liefer associated "
          "value formatted combined trading residential residence po ship bill sold facturation "
          "livraison facturacion envio fatturazione spedizione consegna factuur bezorg cobranca "
          "faturamento entrega korespondencyjny fakturering leverans geschaftliche"},
    Group{Concept::name,
          "name names naam navn namn nazwa nev nimi isim nume nazov nazev bezeichnung 名前 "
          "姓名 氏名 이름 성명 名字 الاسم ten ονοματεπωνυμο"},
    Group{Concept::name_or_first, "nombre nombres nome nomi nomes jmeno meno имя ονομα adi"},
    Group{Concept::name_or_last, "nom noms"},
    Group{Concept::first_of_name, "first given fore christian vor pre pierwsze krestni"},
    Group{Concept::last_of_name,
          "last family famille familie familia famiglia rodzinne achter efter etter"},
    Group{Concept::middle_of_name,
          "middle second zweiter zwischen deuxieme segundo secondo tweede drugie initial "
          "initials"},
    Group{Concept::ordinal, "primer primo primeira"},
    Group{Concept::full_of_name,
          "full complete display ho voller vollstandiger vollstandig vollstaendiger komplett "
          "complet completo completa volledige pelne entire whole"},
    Group{Concept::first,
          "firstname forename forenames givenname fname vorname vornamen rufname prenom prenoms "
          "voornaam imie imiona fornavn fornamn etunimi utonev keresztnev prenume primeiro 名 "
          "prenome roepnaam tilltalsnamn"},
    Group{Concept::last,
          "surname surnames lastname lname nachname familienname zuname apellido apellidos "
          "cognome cognomi sobrenome apelido achternaam nazwisko efternavn etternavn efternamn "
          "sukunimi vezeteknev prijmeni priezvisko soyad soyadi επωνυμο фамилия 姓 apelidos 성"},
    Group{Concept::middle,
          "middlename mname mi patronymic mellomnavn mellannamn отчество additionalname"},
    Group{Concept::suffix, "suffix generation generational"},
    Group{Concept::other_name,
          "maiden nick nickname alias aka geburtsname madchenname maedchenname meisjesnaam "
          "rodowe panienskie"},
    Group{Concept::reading, "phonetic yomi kana furigana フリガナ"},
    Group{Concept::contact_person,
          "ansprechpartner ansprechpartnerin kontaktperson contactpersoon interlocuteur"},
    Group{Concept::company,
          "company companies firm firms corporation corporate corp enterprise organisation "
          "organization org organisatie organizacja organizacion organizzazione organizacao "
          "account accounts employer business agency institution institute vendor supplier "
          "merchant retailer manufacturer reseller brand firma firmen unternehmen unternehmens "
          "betrieb arbeitgeber gesellschaft entreprise societe employeur etablissement raison "
          "empresa compania razon azienda ditta societa ragione razao bedrijf bedrijfs "
          "organisasjon przedsiebiorstwo foretag virksomhed virksomhet selskap yritys "
          "spolecnost spolocnost ceg sirket restaurant hotel store shop school hospital clinic "
          "university facility компания организация 会社 公司 firmy "
          "spoleczno 会社名 企業名 公司名称 lieferant fournisseur proveedor fornitore "
          "fornecedor leverancier dostawca leverantor leverandor denomination επωνυμια kontrahent "
          "bolag tradestyle "
          "dba 회사 회사명 شركة"},
    Group{Concept::site, "site sitio sito"},
    Group{
        Concept::person,
        "contact contacts person people individual customer client buyer applicant patient "
        "member guest student subscriber recipient attendee participant candidate prospect "
        "respondent visitor donor tenant consumer passenger elector voter pupil resident citizen "
        "insured policyholder borrower taxpayer traveler traveller musteri hasta paciente paziente "
        "passager etudiant khach kontakt kontakte kunde kunden klient "
        "interessent mitglied teilnehmer gast bewerber contacto persona cliente contatto "
        "contato pessoa klant relatie osoba kunder asiakas zakaznik cust driver"},
    Group{Concept::login, "user"},
    Group{Concept::lead, "lead leads"},
    Group{Concept::thing,
          "campaign campagne kampagne campana campagna campanha product products produkt "
          "produkte produit producto prodotto produto item article artikel sku order orders "
          "auftrag commande pedido ordine task tasks aufgabe opportunity opportunities "
          "potential deal deals case cases ticket tickets event events veranstaltung call calls "
          "meeting activities file document datei project projekt projet proyecto progetto "
          "program programme programm course list liste lista book quote angebot rechnung "
          "facture factura fattura contract vertrag form formular page screen team department "
          "abteilung group gruppe queue channel kanal field column table database server device "
          "session application app model version job property asset vehicle car pet plan "
          "partner author"},
    Group{Concept::owner,
          "owner owners rep reps representative salesperson salesman seller agent assigned "
          "assignee creator modifier advisor besitzer inhaber eigentumer eigentuemer zustandig "
          "zustaendig bearbeiter betreuer verkaufer verkaeufer verantwortlich verantwortlicher "
          "proprietaire commercial responsable vendeur propietario vendedor proprietario "
          "responsabile responsavel eigenaar verantwoordelijke wlasciciel opiekun handlowiec "
          "sachbearbeiter"},
    Group{Concept::relative,
          "spouse husband wife mother father parent parents guardian child children kin "
          "emergency assistant secretary manager director supervisor boss referrer referral "
          "referred ehepartner mutter vater eltern notfall assistenz vorgesetzter "
          "geschaftsfuhrer geschaeftsfuehrer madre padre mere pere conjoint assistante reports "
          "reporting asst beneficiary"},
    Group{Concept::by, "by von durch par por"},
    Group{Concept::email,
          "email emails mail mails courriel correo mel posta epost eposta sahkoposti "
          "emailaddress почта メール 邮箱 メールアドレス 이메일 البريد"},
    Group{Concept::phone,
          "phone phones telephone tel telno mobile mobil mobiltelefon cell cellphone cellular "
          "handy handynummer gsm fax telefax landline whatsapp msisdn telefon telefonnummer "
          "telefono telefonos telefone telefoon movil celular cellulare telemovel portable fixe "
          "fisso fijo mobiel komorka komorkowy stacjonarny festnetz rufnummer durchwahl puhelin "
          "puh telefonszam telemobil телефон 電話 电话 telefonu telefonni "
          "komorkowego 電話番号 pager callback mob tfn thoai κινητο τηλεφωνο telefonnr mobilnr "
          "휴대폰 "
          "휴대전화 전화 전화번호 手机 手机号 手机号码 携帯 携帯電話 "
          "هاتف جوال"},
    Group{Concept::extension, "ext extension nebenstelle"},
    Group{Concept::web,
          "website webseite web url urls homepage www internet internetseite webadresse strona "
          "hjemmeside hemsida webpage uri 홈페이지 网站 ウェブサイト"},
    Group{Concept::domain, "domain domains domaene"},
    Group{Concept::social_network,
          "linkedin facebook twitter instagram youtube xing tiktok skype github telegram wechat"},
    Group{Concept::picture, "logo image photo picture avatar bild foto"},
    Group{Concept::computer, "ip mac wallet memory hostname utm gclid fbclid cookie landing"},
    Group{Concept::address,
          "address addresses addr adresse adressen anschrift direccion direcciones indirizzo "
          "endereco morada adres adress lakcim osoite adresa adrese domicilio domicile "
          "адрес 住所 地址 utdelningsadress 주소 العنوان"},
    Group{Concept::street,
          "street streets str strasse road avenue straat ulica ulice rue calle voie rua gata "
          "gatuadress katuosoite utca thoroughfare улица logradouro gatunamn strassenname"},
    Group{Concept::house,
          "hausnummer hausnr hnr дом будинок huisnummer housenumber civico domu husnummer husnr "
          "civic "
          "huisnr gatunummer"},
    Group{Concept::house_of_number, "house building gebaude gebaeude"},
    Group{Concept::unit,
          "unit apt apartment appartement apartamento appartamento suite flat floor wohnung "
          "etage adresszusatz zusatz complement complemento lokalu mieszkania toevoeging box "
          "pobox postfach extended lgh piso"},
    Group{Concept::city,
          "city cities town suburb locality municipality village ort stadt wohnort ortschaft "
          "gemeinde ville commune localite ciudad localidad poblacion municipio citta comune "
          "localita cidade localidade stad plaats woonplaats gemeente miasto miejscowosc "
          "poststed kaupunki mesto obec varos telepules sehir hometown πολη город 市区町村 "
          "城市 postort 도시 المدينة"},
    Group{Concept::region,
          "region province prefecture county counties bundesland kanton provinz departement "
          "provincia regione regiao provincie wojewodztwo landkreis bezirk distrito uf fylke "
          "oblast 都道府県 省 provins voivodeship governorate tinh emirate"},
    Group{Concept::state, "state states estado"},
    Group{Concept::postal,
          "zip zipcode postcode postcodes plz postleitzahl cep pincode eircode psc irsz "
          "postnummer postnr postinumero iranyitoszam postalcode cp индекс 郵便番号 "
          "邮编 우편번호 邮政编码"},
    Group{Concept::postal_of_code, "postal postale pocztowy post pin"},
    Group{Concept::postal_alone, "cap"},
    Group{Concept::code, "code codes kod codigo codice kode iso prefix vorwahl"},
    Group{Concept::country,
          "country countries lander laender pays pais paises paese nazione nation kraj staat "
          "zeme krajina orszag ulke страна 国 jurisdiction 국가 国家 البلد"},
    Group{Concept::land, "land"},
    Group{Concept::place,
          "place lieu lugar luogo miejsce location geburtsort neighborhood neighbourhood "
          "district sublocality bairro barrio colonia quartier stadtteil ortsteil wijk dzielnica"},
    Group{Concept::birth,
          "birth born dob birthdate birthday birthdat bday bdate geboren geburt geburts "
          "geburtsdatum geburtstag naissance nacimiento nascita nascimento geboorte urodzenia "
          "fodselsdato fodelsedatum narozeni narodenia szuletesi syntymaaika 生年月日 geb "
          "nasc nac naiss urodz fodelse fodsels dogum sinh γεννησης γεννηση fodsel fodt yob "
          "생년월일 出生日期 "
          "生日 الميلاد рождения fodelsear fodselsar fodselsaar"},
    Group{Concept::created,
          "created creation create added inserted entered angelegt anlage anlagedatum erstellt "
          "erstellung erstellungs erfasst eingang eingegangen cree creado creacion creato "
          "creazione criado criacao aangemaakt aanmaak utworzenia utworzono oprettet opprettet "
          "skapad luotu vytvoreno"},
    Group{Concept::event,
          "closed close closing due start started end ended expires expired expiry signed "
          "joined approved submitted geschlossen fallig faellig"},
    Group{Concept::keeping,
          "modified modify updated update changed contacted activity visited viewed login logon "
          "seen opened sent converted geandert geaendert modifie modificado modificato "
          "gewijzigd zmieniono synced sync imported import exported accessed checksum connected"},
    Group{Concept::date,
          "date dates datetime timestamp datum fecha dato pvm tarih tarihi ngay ido ημερομηνια "
          "дата 日付 日期"},
    Group{Concept::time, "time zeit heure hora ora tijd czas data"},
    Group{Concept::at, "at on am om"},
    Group{Concept::period,
          "month months week weeks day days quarter hour hours minutes seconds monat woche tag "
          "quartal mois mes"},
    Group{Concept::year, "year years yr jahr annee ano anno jaar rok roku ar aar 年"},
    Group{Concept::id,
          "id ids identifier identifiant identificador identificativo uuid guid key schlussel "
          "kennung uid rid recid pk"},
    Group{Concept::number, "number num nr no nummer numero numer numeri nro номер"},
    Group{Concept::document,
          "passport licence license ssn soc security vat tax ein tin nif cif cnpj cpf siret "
          "siren ust ustid steuernummer fiscale iva partita nip regon pesel duns lei iban bsn "
          "npi medicare ausweis reisepass personnummer registration reg register registry "
          "registernummer handelsregister firmenbuch hrb registro matricule crn kvk abn acn uen "
          "gstin tva mwst vatin utr cvr orgnr vin ean upc gtin isbn imei serial plate kennzeichen "
          "αφμ "
          "fiscal steuer rfc curp dni nie cuit cuil rut ruc "
          "oib krs bce inn ogrn kpp nino nhs policy charter insurance fein steuernr"},
    Group{Concept::quantity,
          "size employees headcount staff revenue revenues turnover amount price total sum "
          "count qty quantity score age percent percentage probability duration length budget "
          "cost costs salary income latitude longitude lat lon lng funding fund enrollment "
          "weight height rank discount visits visit clicks anzahl betrag preis umsatz "
          "jahresumsatz mitarbeiter mitarbeiterzahl mitarbeiteranzahl summe menge alter kosten "
          "breitengrad langengrad laengengrad effectif montant prix salaries ca cantidad "
          "importe precio empleados ingresos facturacion quantita importo prezzo fatturato "
          "dipendenti quantidade valor preco funcionarios aantal bedrag prijs omzet medewerkers "
          "werknemers kwota cena liczba pracownikow"},
    Group{Concept::category,
          "type typ types status stage source sources industry industries sector category "
          "categories segment rating priority class tier gender sex role reason language "
          "currency marital nationality active is has flag branche quelle herkunft kategorie "
          "phase geschlecht sprache wahrung waehrung grund secteur categorie genre sexe langue "
          "origine statut etape sectorial fuente etapa sexo idioma moneda settore fonte stato "
          "fase lingua setor origem bron taal geslacht zrodlo plec jezyk label labels tag tags "
          "salutation anrede civilite tratamiento tratamento aanhef lifecycle 성별"},
    Group{Concept::text,
          "description comment comments note notes remark remarks message subject details memo "
          "summary request bio bemerkung bemerkungen notiz notizen kommentar beschreibung "
          "betreff nachricht commentaire commentaires remarque remarques objet descripcion "
          "comentario comentarios observaciones descrizione commento commenti oggetto descricao "
          "observacoes opmerking opmerkingen omschrijving uwagi opis"},
    Group{Concept::consent,
          "consent opt optin optout opted unsubscribe unsubscribed subscribed bounce bounced "
          "valid invalid verified verification confirmed permission allowed preferred "
          "preference quality hash md5 sha256 einwilligung zustimmung newsletter gdpr dsgvo "
          "username loginname password click clicked open gultig gueltig confirm not"},
    // Languages and scripts whose words are no compounds of those above.
    Group{Concept::qualifier,
          "का की के от на по в я ел електронна электронная электронной الإلكتروني של lui ja"},
    Group{Concept::name, "nama nafn фио піб नाम שם نام اسم naziv pangalan jina 名称 名稱 nm neve"},
    Group{Concept::name_or_first, "ime ім име ชื่อ vardas ad"},
    Group{Concept::name_or_last, "นามสกุล"},
    Group{Concept::first_of_name, "depan פרטי الأول"},
    Group{Concept::last_of_name, "belakang משפחה خانوادگی العائلة الأخير"},
    Group{Concept::full_of_name, "lengkap penuh fullt पूरा מלא الكامل повне полное"},
    Group{Concept::first, "eesnimi vards taufling"},
    Group{Concept::last,
          "eftirnafn прізвище prezime priimek perekonnanimi perenimi uzvards pavarde उपनाम "
          "apelyido sname"},
    Group{Concept::middle, "батькові презиме"},
    Group{Concept::middle_of_name, "midl middl"},
    Group{Concept::suffix, "sufx sfx"},
    Group{Concept::contact_person, "联系人 聯絡人 担当者"},
    Group{Concept::company,
          "perusahaan syarikat fyrirtaeki фирма підприємство компанія tvrtka podjetje "
          "companie ettevote uznemums imone कंपनी חברה شرکت الشركة 企業 企业 企业名称 单位 单位名称 "
          "公司名稱 "
          "貴社名 บริษัท εταιρεια"},
    Group{Concept::person, "客户 顧客 お客様 клиент клієнт клиента pacient pelanggan ลูกค้า लाभार्थी"},
    Group{Concept::relative, "पिता माता bapa ayah ibu anyja mae pai батько мать отец"},
    Group{Concept::email,
          "имейл пошта netfang surel อีเมล ईमेल אימייל מייל ایمیل 电子邮件 电子邮箱 電子郵件 電郵 "
          "pastas "
          "epasts"},
    Group{Concept::phone,
          "telepon ponsel hp simi farsimi simanumer matkapuhelin talrunis telefonas "
          "мобильный мобільний мобилен мобильного เบอร์โทร เบอร์โทรศัพท์ โทรศัพท์ มือถือ "
          "फोन मोबाइल दूरभाष טלפון נייד تلفن موبایل همراه الهاتف الجوال 手機 联系电话 联系方式 "
          "电话号码 "
          "聯絡電話 연락처 핸드폰 simu"},
    Group{Concept::address,
          "alamat heimilisfang heimili адреса адресс lahiosoite aadress adresas ที่อยู่ पता "
          "כתובת آدرس نشانی عنوان διευθυνση"},
    Group{Concept::street, "вулиця jalan strada רחוב الشارع 街道 οδος ถนน"},
    Group{Concept::house_of_number, "मकान "},
    Group{Concept::unit, "квартира квартири"},
    Group{Concept::city,
          "kota bandar desa kelurahan stadur baer sveitarfelag місто град grad mjesto oras "
          "orasul localitate localitatea kotikunta paikkakunta kunta linn pilseta miestas "
          "helyseg गांव गाँव ग्राम शहर עיר شهر مدينة 市 จังหวัด"},
    Group{Concept::region,
          "kabupaten provinsi область област zupanija judet judetul megye जिला राज्य استان "
          "المنطقة 省份 maakond"},
    Group{Concept::place, "tempat kecamatan место місце ตำบล อำเภอ"},
    Group{Concept::postal, "poskod מיקוד 우편 postanski รหัสไปรษณีย์ ταχυδρομικος τκ"},
    Group{Concept::postal_of_code, "pos postna пощенски почтовый पिन پستی البريدي"},
    Group{Concept::code, "cd cod код कोड کد الرمز رمز"},
    Group{Concept::country,
          "negara країна държава drzava tara maa देश ประเทศ מדינה کشور الدولة χωρα"},
    Group{Concept::birth,
          "lahir faeding faedingarar faedingardagur faedingardagar народження раждане "
          "rodenja rojstva nasterii sunniaeg dzimsanas gimimo जन्म לידה تولد szul szuletes "
          "วันเกิด 出生 出生年月 syntymavuosi tauf baptism baptized baptised christening"},
    Group{Concept::date, "tanggal tgl tarikh datums तिथि तारीख วันที่ תאריך تاریخ تاريخ ημ dt"},
    Group{Concept::year, "tahun год рік година ปี वर्ष سال"},
    Group{Concept::number, "nomor broj संख्या מספר شماره رقم 番号 号码 號碼 หมายเลข"},
    Group{
        Concept::document,
        "ktp npwp kennitala isikukood henkilotunnus hetu matricola matricula mrn aadhaar "
        "isin cusip sedol инн паспорт снилс 身份证 身份证号 身份证号码 证件号 证件号码 身分證 ملی "
        "เลขประจำตัวประชาชน เลขบัตรประชาชน"},
    Group{Concept::quantity, "umur उम्र आयु возраст вік възраст อายุ ηλικια"},
    Group{Concept::category,
          "kelamin jenis jk пол стать लिंग เพศ מין الجنس 性别 性別 职位 職位 部署 役職 φυλο"},
};

using Entry = std::pair<std::string, Concept>;

std::vector<Entry> build() {
  std::vector<Entry> entries;
  for (const Group& group : kGroups) {
    std::string_view rest = group.words;
    while (!rest.empty()) {
      const auto space = rest.find(' ');
      entries.emplace_back(fold_accents(rest.substr(0, space)), group.about);
      if (space == std::string_view::npos) break;
      rest.remove_prefix(space + 1);
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.first < b.first; });
  return entries;
}

}  // namespace

std::optional<Concept> concept_of(std::string_view word) {
  static const std::vector<Entry> kEntries = build();
  const auto found = std::lower_bound(
      kEntries.begin(), kEntries.end(), word,
      [](const Entry& entry, std::string_view wanted) { return entry.first < wanted; });
  if (found == kEntries.end() || found->first != word) return std::nullopt;
  return found->second;
}

}  // namespace galena::detail
