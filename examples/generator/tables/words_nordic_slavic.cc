// Words of Polish, Turkish, Swedish, Danish, Norwegian and Finnish business life.
#include "generator/tables/words.hpp"

namespace galena::examples::generator {

const WordTable kPolishWords{
    "pl",
    "Budownictwo/Construction:5,Instalacje/Construction:4,Usługi Budowlane/Construction:4,"
    "Transport/Logistics:5,Spedycja/Logistics:3,Logistyka/Logistics:3,Handel/Retail:4,"
    "Hurtownia/Retail:4,Meble/Retail:3,Produkcja/Manufacturing:3,Metal/Manufacturing:4,"
    "Tworzywa/Manufacturing:2,Opakowania/Manufacturing:2,Elektronika/Electronics:3,"
    "Elektro/Electronics:3,Automatyka/Engineering:3,Inżynieria/Engineering:2,"
    "Software/Technology:4,Systemy/Technology:4,Informatyka/Technology:3,"
    "Technologie/Technology:3,Consulting/Consulting:4,Doradztwo/Consulting:3,"
    "Biuro Rachunkowe/Finance:3,Finanse/Finance:2,Ubezpieczenia/Insurance:2,"
    "Nieruchomości/Real Estate:3,Auto Serwis/Automotive:4,Chemia/Chemicals:2,"
    "Farmacja/Biotechnology:2,Medica/Healthcare:3,Energia/Energy:3,Piekarnia/Food & Beverage:2,"
    "Zakłady Mięsne/Food & Beverage:2,Hotel/Hospitality:2,Agro/Agriculture:3,Reklama/Media:3,"
    "Drukarnia/Media:2,Szkolenia/Education:2",
    "Nowy,Polski,Wielki,Pierwszy,Centralny,Nowoczesny,Zielony,Północ,Południe",
    "Bałtyk,Tatry,Wisła,Odra,Orzeł,Sokół,Zamek,Most,Słońce,Gwiazda,Dąb,Sosna,Mazovia,Silesia,"
    "Polonia,Karpaty,Delta,Omega,Alfa,Vega,Horyzont",
    "{C}:14,{C} {I}:22,{S} {I}:14,{I} {S}:12,{N} {I}:10,{X} {I}:8,{N}:3,P.H.U. {S}:6,"
    "F.H.U. {C}:4,{F} {S}:5,{A} {N}:2",
    "Prezes:8,Prezes Zarządu:5,Właściciel:8,Dyrektor:5,Dyrektor Handlowy:4,"
    "Dyrektor Techniczny:3,Kierownik:4,Kierownik Zakupów:4,Specjalista ds. zakupów:4,"
    "Kierownik IT:4,Kierownik Projektu:5,Kierownik Produkcji:3,Inżynier:4,Konstruktor:2,"
    "Specjalista ds. marketingu:3,Handlowiec:4,Główny Księgowy/Główna Księgowa:2,"
    "Asystent/Asystentka:2,Administrator IT:2,CEO:3,CTO:2,Członek Zarządu:3",
    "Pan:8,P.",
    "Pani:8,P.",
    "dr:4,mgr:3,inż.:5,mgr inż.:5,prof.",
    "Polna:5,Leśna:4,Słoneczna:4,Krótka:3,Szkolna:4,Ogrodowa:4,Lipowa:3,Łąkowa:3,Brzozowa:2,"
    "Kwiatowa:2,Kościelna:3,Zielona:3,Przemysłowa:5,Fabryczna:3,Warszawska:4,Krakowska:3,"
    "Mickiewicza:4,Kościuszki:4,Sienkiewicza:3,Słowackiego:3,Piłsudskiego:4,Jana Pawła II:5,"
    "3 Maja:4,Wojska Polskiego:3,Dworcowa:3,Główna:2,Rynek:2,Długa:2,Grunwaldzka:3",
    "ul. {N} {#}:70,ul. {N} {#}/{#}:15,al. {N} {#}:8,os. {N} {#}:3,{N} {#}:4",
    "ul. >:3,ul. >ul:1,al. >Al. ,Jana Pawła>J. Pawła"};

const WordTable kTurkishWords{
    "tr",
    "Makina/Manufacturing:6,Sanayi/Manufacturing:5,Plastik/Manufacturing:3,"
    "Tekstil/Manufacturing:6,Ambalaj/Manufacturing:2,Metal/Manufacturing:3,"
    "Elektrik/Electronics:4,Elektronik/Electronics:3,Mühendislik/Engineering:4,"
    "Otomasyon/Engineering:3,İnşaat/Construction:7,Yapı/Construction:4,Bilişim/Technology:4,"
    "Yazılım/Technology:4,Teknoloji/Technology:4,Danışmanlık/Consulting:4,Finans/Finance:2,"
    "Sigorta/Insurance:3,Gayrimenkul/Real Estate:2,Lojistik/Logistics:4,Nakliyat/Logistics:3,"
    "Otomotiv/Automotive:5,Kimya/Chemicals:3,İlaç/Biotechnology:2,Sağlık/Healthcare:3,"
    "Medikal/Healthcare:3,Enerji/Energy:4,Gıda/Food & Beverage:6,Turizm/Hospitality:5,"
    "Tarım/Agriculture:3,Dış Ticaret/Retail:5,Mobilya/Retail:3,Reklam/Media:2,Eğitim/Education:2",
    "Yeni,Büyük,Öz,Has,Anadolu,Doğu,Batı,Kuzey,Güney,Mavi,Yeşil,Altın",
    "Ege,Marmara,Toros,Bosfor,Yıldız,Güneş,Deniz,Kartal,Aslan,Çınar,Zirve,Umut,Işık,Kule,Köprü,"
    "Ufuk,Efes,Truva",
    "{S} {I}:24,{S} Kardeşler:3,{S}lar {I}:3,{C} {I}:18,{N} {I}:18,{A} {N} {I}:9,{A} {S} {I}:3,"
    "{X} {I}:6,{F} {I}:5",
    "Genel Müdür:8,Müdür:5,Satın Alma Müdürü:5,Satın Alma Uzmanı:3,Bilgi İşlem Müdürü:4,"
    "Satış Müdürü:5,Proje Müdürü:4,Üretim Müdürü:3,Mühendis:5,Makine Mühendisi:3,Firma Sahibi:6,"
    "Yönetim Kurulu Başkanı:3,Pazarlama Müdürü:3,Muhasebe Müdürü:2,Uzman:3,CEO:3,Koordinatör:2,"
    "Teknik Müdür:2",
    "Bay:6,Sn.:3",
    "Bayan:6,Sn.:3",
    "Dr.:5,Prof. Dr.:2,Av.:2",
    "Atatürk:10,Cumhuriyet:8,İstiklal:5,Gazi:4,Fatih:4,İnönü:4,Mimar Sinan:3,Barbaros:3,"
    "Bağdat:2,Menderes:3,Organize Sanayi:4,Lale:2,Gül:2,Çiçek:2,Okul:2,Cami:2,İstasyon:2,"
    "Mevlana:2,Yunus Emre:2,Fevzi Çakmak:2",
    "{N} Caddesi No: {#}:40,{N} Mahallesi {S} Sokak No: {#}:20,{N} Bulvarı No: {#}:12,"
    "{S} Sokak No: {#}:15,{N} Caddesi {#}/{#}:10",
    "Caddesi>Cad.:3,Caddesi>Cd.:2,Sokak>Sok.:2,Sokak>Sk.,Mahallesi>Mah.:3,Bulvarı>Blv.,No: >No:"};

const WordTable kSwedishWords{
    "sv",
    "Bygg/Construction:6,Byggnads/Construction:2,VVS/Construction:3,Måleri/Construction:2,"
    "El/Electronics:4,Elektronik/Electronics:2,Teknik/Engineering:5,Automation/Engineering:3,"
    "Mekaniska/Manufacturing:3,Industri/Manufacturing:4,Verkstad/Manufacturing:2,"
    "Plast/Manufacturing:2,Data/Technology:3,System/Technology:4,Software/Technology:2,"
    "Konsult/Consulting:6,Redovisning/Finance:3,Finans/Finance:2,Försäkring/Insurance,"
    "Fastigheter/Real Estate:4,Transport/Logistics:4,Åkeri/Logistics:3,Logistik/Logistics:2,"
    "Bil/Automotive:3,Kemi/Chemicals,Medical/Healthcare:2,Vård/Healthcare:2,Energi/Energy:3,"
    "Livs/Food & Beverage:2,Restaurang/Hospitality:2,Handel/Retail:4,Möbler/Retail:2,"
    "Media/Media:2,Reklam/Media:2,Utbildning/Education:2,Skog/Agriculture:3,"
    "Telekom/Telecommunications",
    "Svenska,Nya,Norra,Södra,Västra,Östra,Nordiska,Stora,Första,Allmänna",
    "Mälar,Vänern,Björn,Älg,Örn,Tall,Ek,Stjärn,Sol,Nord,Kust,Fjäll,Skärgård,Malm,Ström,Bro,Hamn,"
    "Delta,Viking",
    "{S} {I}:22,{S}s {I}:16,{S} & {T}:6,{P} {I}:12,{P}s {I}:5,{C}:10,{C} {I}:15,{N} {I}:8,"
    "{A} {I}:5,{X} {I}:5",
    "VD:10,Ägare:6,Inköpare:6,Inköpschef:4,IT-chef:5,Projektledare:7,Försäljningschef:3,"
    "Säljare:4,Marknadschef:3,Produktionschef:3,Platschef:3,Teknisk chef:3,Ingenjör:4,"
    "Konstruktör:3,Ekonomichef:3,Konsult:4,CEO:2,CTO:2,Account Manager:2,Administratör:2",
    "Herr:2,Hr",
    "Fru:2,Fröken",
    "Dr:2,Civ.ing.",
    "Stor:6,Kungs:5,Drottning:4,Skol:4,Kyrko:4,Järnvägs:4,Industri:6,Hamn:3,Björk:3,Strand:4,"
    "Park:3,Sveavägs,Odin,Tor,Linné:2,Vasa:3,Karl Johans:2,Nygård,Köpman:2,Verkstads:3,Ring:2,"
    "Södra Kungs",
    "{N}gatan {#}:50,{N}vägen {#}:35,{N}torget {#}:4,{N}allén {#}:3,{S}s väg {#}:5,{N}gränd {#}:3",
    "gatan>g.:2,gatan>gat.,vägen>v.:2,Södra>S.,torget>tg"};

const WordTable kDanishWords{
    "da",
    "Byg/Construction:5,Entreprise/Construction:3,Tømrer/Construction:3,VVS/Construction:3,"
    "El/Electronics:4,Teknik/Engineering:5,Automatik/Engineering:2,Maskinfabrik/Manufacturing:5,"
    "Industri/Manufacturing:4,Plast/Manufacturing:2,Data/Technology:4,Systemer/Technology:3,"
    "Software/Technology:3,Consult/Consulting:5,Revision/Finance:3,Finans/Finance:2,"
    "Forsikring/Insurance,Ejendomme/Real Estate:4,Transport/Logistics:5,Spedition/Logistics:3,"
    "Biler/Automotive:4,Kemi/Chemicals,Pharma/Biotechnology:2,Medical/Healthcare:2,"
    "Tandlæge/Healthcare,Energi/Energy:4,Fødevarer/Food & Beverage:2,Bageri/Food & Beverage:2,"
    "Hotel/Hospitality:2,Handel/Retail:4,Møbler/Retail:3,Reklame/Media:2,Tryk/Media,"
    "Landbrug/Agriculture:3,Kurser/Education",
    "Dansk,Danske,Nordisk,Ny,Nordjysk,Sydfynsk,Skandinavisk,Det Gamle,Øst,Vest",
    "Sol,Hav,Fjord,Bølge,Ravn,Svane,Viking,Dane,Klit,Bro,Havn,Storm,Delta,Stjerne,Egetræ,Kyst,"
    "Limfjord",
    "{S} {I}:24,{S}s {I}:14,{S} & {T}:7,{S} & Søn:5,Brdr. {S}:4,{P} {I}:10,{C}:10,{C} {I}:14,"
    "{N} {I}:7,{A} {I}:5,{X} {I}:5",
    "Direktør:10,Adm. direktør:5,Ejer:8,Indkøber:5,Indkøbschef:4,IT-chef:5,Projektleder:7,"
    "Salgschef:4,Sælger:3,Marketingchef:3,Produktionschef:3,Fabrikschef:2,Ingeniør:5,"
    "Økonomichef:3,Konsulent:4,CEO:3,CTO:2,Værkfører:2,Bogholder:2",
    "Hr.:5,Hr",
    "Fru:3,Fr.:2",
    "Dr.:2,Cand.polyt.",
    "Hoved:5,Kirke:5,Skole:5,Stations:4,Industri:7,Nørre:3,Vester:4,Øster:3,Sønder:3,Strand:4,"
    "Møl:3,Birke:2,Lærke:3,Havne:3,Erhvervs:3,Park:2,Søndre Ring,Kongens:2,Dronning,Bjerg:2,"
    "Ege:2",
    "{N}vej {#}:45,{N}gade {#}:30,{N}allé {#}:6,{N}parken {#}:4,{S}svej {#}:8,{N}torv {#}:3",
    "gade>g.:2,vej>v.:1,Søndre>Sdr.,Sønder>Sdr. "};

const WordTable kNorwegianWords{
    "no",
    "Bygg/Construction:6,Entreprenør/Construction:4,Rør/Construction:3,Elektro/Electronics:5,"
    "Teknikk/Engineering:4,Automasjon/Engineering:3,Mekaniske/Manufacturing:3,"
    "Industri/Manufacturing:4,Data/Technology:4,Systemer/Technology:3,Software/Technology:3,"
    "Rådgivning/Consulting:4,Consulting/Consulting:4,Regnskap/Finance:4,Finans/Finance:2,"
    "Eiendom/Real Estate:5,Transport/Logistics:5,Shipping/Logistics:4,Bil/Automotive:4,"
    "Helse/Healthcare:2,Energi/Energy:4,Offshore/Energy:4,Olje og Gass/Energy:2,"
    "Mat/Food & Beverage:2,Sjømat/Food & Beverage:3,Hotell/Hospitality:2,Handel/Retail:4,"
    "Møbler/Retail:2,Media/Media:2,Landbruk/Agriculture:2,Kurs/Education",
    "Norsk,Norske,Nordisk,Ny,Nord,Sør,Vest,Øst,Trønder,Store",
    "Fjord,Fjell,Hav,Ørn,Bjørn,Viking,Nordlys,Kyst,Sol,Stjerne,Foss,Bre,Skog,Skip,Anker,Delta,"
    "Polar,Arktis",
    "{S} {I}:24,{S}s {I}:6,{S} & {T}:7,Brødrene {S}:5,{P} {I}:14,{C}:10,{C} {I}:15,{N} {I}:8,"
    "{A} {I}:5,{X} {I}:5",
    "Daglig leder:12,Adm. direktør:5,Eier:6,Innkjøper:5,Innkjøpssjef:4,IT-sjef:5,"
    "Prosjektleder:7,Salgssjef:4,Selger:3,Markedssjef:3,Produksjonssjef:2,Driftsleder:4,"
    "Ingeniør:5,Økonomisjef:3,Konsulent:4,CEO:2,CTO:2,Styreleder:3",
    "Hr.:2,Herr",
    "Fru:2,Fr.",
    "Dr.:2,Siv.ing.",
    "Stor:5,Kirke:5,Skole:5,Stasjons:4,Industri:6,Strand:5,Kongens:3,Dronningens:2,"
    "Karl Johans:2,Sjø:3,Fjell:3,Bjørke:2,Havne:3,Nedre Stor,Øvre Slotts,Nygårds:2,Elve:2,Torg:2",
    "{N}veien {#}:40,{N}gata {#}:30,{N}gate {#}:10,{N}vegen {#}:8,{S}s vei {#}:8,{N}bakken {#}:3",
    "veien>v.:2,veien>vn.,gata>gt.:2,gate>gt.,Øvre>Ø."};

const WordTable kFinnishWords{
    "fi",
    "Rakennus/Construction:5,Rakennusliike/Construction:3,LVI/Construction:3,"
    "Sähkö/Electronics:4,Elektroniikka/Electronics:2,Tekniikka/Engineering:5,"
    "Automaatio/Engineering:3,Konepaja/Manufacturing:4,Metalli/Manufacturing:4,"
    "Teollisuus/Manufacturing:3,Muovi/Manufacturing:2,Data/Technology:3,"
    "Ohjelmistot/Technology:3,Systems/Technology:4,Konsultointi/Consulting:4,"
    "Consulting/Consulting:3,Tilitoimisto/Finance:4,Kiinteistöt/Real Estate:4,"
    "Kuljetus/Logistics:5,Logistiikka/Logistics:3,Auto/Automotive:4,Kemia/Chemicals,"
    "Terveys/Healthcare:2,Energia/Energy:3,Leipomo/Food & Beverage:2,Ravintolat/Hospitality:2,"
    "Kauppa/Retail:3,Kalusteet/Retail:2,Media/Media:2,Metsä/Agriculture:4,Koulutus/Education:2",
    "Uusi,Suomen,Pohjolan,Itä,Länsi,Etelä,Pohjois,Vanha,Suur",
    "Karhu,Hirvi,Kotka,Tähti,Aurinko,Revontuli,Saimaa,Lappi,Kaleva,Sampo,Otava,Meri,Honka,Koski,"
    "Ilmari,Väinö,Delta",
    "{S} {I}:10,{I} {S}:20,{S}n {I}:5,{P}n {I}:12,{C}:14,{C} {I}:20,{N} {I}:10,{A} {I}:4,{X} {I}:7",
    "Toimitusjohtaja:12,Yrittäjä:8,Ostopäällikkö:5,Ostaja:4,IT-päällikkö:5,Projektipäällikkö:7,"
    "Myyntipäällikkö:4,Myyntijohtaja:3,Markkinointipäällikkö:3,Tuotantopäällikkö:3,"
    "Tekninen johtaja:3,Insinööri:5,Suunnittelija:4,Talouspäällikkö:3,Asiantuntija:3,CEO:3,"
    "CTO:2,Työnjohtaja:2",
    "Hra:2,Herra",
    "Rva:2,Rouva",
    "TkT:2,DI:4,FT",
    "Koulu:5,Kirkko:5,Teollisuus:6,Asema:4,Ranta:4,Mannerheimin:4,Aleksanterin:3,Kauppa:3,"
    "Koivu:3,Kuusi:2,Mänty:2,Puisto:3,Satama:3,Sepän:3,Tehtaan:3,Keskus:3,Mylly:2,Pelto:2,"
    "Niitty:2,Hämeen:2",
    "{N}katu {#}:40,{N}tie {#}:40,{N}kuja {#}:8,{N}polku {#}:4,{S}ntie {#}:5",
    "katu>k.:2,tie>t."};

}  // namespace galena::examples::generator
