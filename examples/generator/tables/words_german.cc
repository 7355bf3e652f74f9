// Words of German and Dutch business life.
#include "generator/tables/words.hpp"

namespace galena::examples::generator {

const WordTable kGermanWords{
    "de",
    "Maschinenbau/Manufacturing:6,Metallbau/Manufacturing:4,Werkzeugbau/Manufacturing:3,"
    "Kunststofftechnik/Manufacturing:3,Verpackungen/Manufacturing:2,"
    "Präzisionstechnik/Manufacturing:2,Anlagenbau/Engineering:3,Automation/Engineering:3,"
    "Ingenieurbüro/Engineering:3,Technik/Engineering:4,Antriebstechnik/Engineering:2,"
    "Messtechnik/Electronics:2,Elektrotechnik/Electronics:5,Elektro/Electronics:4,"
    "Elektronik/Electronics:3,Software/Technology:4,Systeme/Technology:4,"
    "IT-Systemhaus/Technology:2,Datentechnik/Technology:2,Solutions/Technology:3,"
    "Consulting/Consulting:4,Unternehmensberatung/Consulting:3,Steuerberatung/Finance:3,"
    "Vermögensverwaltung/Finance,Versicherungsmakler/Insurance:2,Immobilien/Real Estate:4,"
    "Hausverwaltung/Real Estate:2,Bau/Construction:5,Hoch- und Tiefbau/Construction:3,"
    "Bedachungen/Construction:2,Sanitär und Heizung/Construction:3,Holzbau/Construction:2,"
    "Malerbetrieb/Construction:2,Logistik/Logistics:4,Spedition/Logistics:4,"
    "Transporte/Logistics:3,Autohaus/Automotive:4,Fahrzeugtechnik/Automotive:2,"
    "Chemie/Chemicals:2,Lacke/Chemicals,Pharma/Biotechnology:2,Medizintechnik/Healthcare:3,"
    "Apotheke/Healthcare:2,Pflege/Healthcare,Energie/Energy:2,Solartechnik/Energy:2,"
    "Stadtwerke/Utilities:2,Bäckerei/Food & Beverage:3,Fleischerei/Food & Beverage:2,"
    "Brauerei/Food & Beverage:2,Lebensmittel/Food & Beverage:2,Gastronomie/Hospitality:2,"
    "Hotel/Hospitality:3,Landtechnik/Agriculture:2,Gartenbau/Agriculture:2,Großhandel/Retail:3,"
    "Handel/Retail:4,Möbel/Retail:2,Verlag/Media:2,Werbeagentur/Media:2,Druck/Media:2,"
    "Medien/Media:2,Akademie/Education,Telekommunikation/Telecommunications",
    "Nord,Süd,Ost,West,Neue,Deutsche,Vereinigte,Allgemeine,Erste,Bayerische,Rheinische,"
    "Hanseatische,Moderne,Zentrale,Mittel,Schwäbische,Sächsische,Fränkische",
    "Alpen,Rhein,Main,Elbe,Isar,Neckar,Donau,Hansa,Löwen,Adler,Stern,Sonnen,Kronen,Union,Merkur,"
    "Phönix,Orion,Titan,Delta,Omega,Alpha,Sigma,Terra,Aqua,Kontur,Impuls,Optima,Pro,Top,Eco",
    "{S} {I}:30,{I} {S}:14,{S} & {T}:6,{S} & {T} {I}:4,{F} {S}:4,{F} {S} {I}:5,{S} & Söhne:3,"
    "Gebr. {S}:3,{C}:8,{C} {I}:14,{N} {I}:9,{N}-{I}:3,{A} {I}:3,{I} {P}:6,{P}er {I}:1,{X} {I}:8,"
    "{S}-{I}:2",
    "Geschäftsführer/Geschäftsführerin:14,Inhaber/Inhaberin:7,Vorstand:2,"
    "Prokurist/Prokuristin:3,Einkäufer/Einkäuferin:5,Leiter Einkauf/Leiterin Einkauf:4,"
    "Einkaufsleiter/Einkaufsleiterin:2,IT-Leiter/IT-Leiterin:4,Leiter IT/Leiterin IT:2,"
    "Vertriebsleiter/Vertriebsleiterin:4,Leiter Vertrieb/Leiterin Vertrieb:2,"
    "Produktionsleiter/Produktionsleiterin:3,Betriebsleiter/Betriebsleiterin:3,"
    "Werkleiter/Werkleiterin:2,Projektleiter/Projektleiterin:5,"
    "Projektmanager/Projektmanagerin:3,Technischer Leiter/Technische Leiterin:3,"
    "Entwicklungsingenieur/Entwicklungsingenieurin:3,Konstrukteur/Konstrukteurin:2,"
    "Leiter Entwicklung/Leiterin Entwicklung:2,Marketingleiter/Marketingleiterin:3,"
    "Sachbearbeiter/Sachbearbeiterin:3,"
    "Assistent der Geschäftsführung/Assistentin der Geschäftsführung:2,"
    "Personalleiter/Personalleiterin:2,Buchhalter/Buchhalterin:2,"
    "Qualitätsmanager/Qualitätsmanagerin:2,Managing Director:3,CEO:3,CTO:2,CFO:2,"
    "Key Account Manager:2,Head of IT,Instandhaltung:2,Meister/Meisterin:2",
    "Herr:10,Hr.",
    "Frau:10,Fr.",
    "Dr.:20,Prof. Dr.:3,Dipl.-Ing.:8,Dr.-Ing.:4,Dipl.-Kfm.:2",
    "Haupt:10,Bahnhof:8,Schul:5,Garten:5,Dorf:4,Berg:4,Kirch:5,Wald:3,Ring:3,Wiesen:2,Linden:3,"
    "Birken:2,Industrie:8,Gewerbe:5,Goethe:4,Schiller:4,Mozart:2,Beethoven:2,Bismarck:2,"
    "Mühlen:3,Markt:2,Römer:2,Kaiser:2,König:3,Friedrich:3,Wilhelm:2,Luisen:2,Rosen:2,Sonnen:2,"
    "Post:2,Siemens:3,Daimler:2,Benz:2,Otto-Hahn-:3,Robert-Bosch-:4,Max-Planck-:2,Carl-Benz-:2,"
    "Münchner ,Berliner :2,Hamburger ,Frankfurter :2,Kölner ",
    "{N}straße {#}:60,{N}weg {#}:12,{N}allee {#}:4,{N}platz {#}:5,{N}gasse {#}:3,"
    "Am {S}berg {#}:2,{S}straße {#}:10,{S}weg {#}:4,Im {S}grund {#}:1,An der {N}mühle {#}:1",
    "straße>str.:4,straße>str:2,straße>strasse:3,platz>pl.,Straße>Str."};

const WordTable kDutchWords{
    "nl",
    "Techniek/Engineering:5,Installatietechniek/Engineering:4,Metaalbewerking/Manufacturing:3,"
    "Machinebouw/Manufacturing:3,Bouw/Construction:5,Bouwbedrijf/Construction:4,"
    "Schilderwerken/Construction:2,Transport/Logistics:5,Logistiek/Logistics:3,"
    "Automatisering/Technology:4,Software/Technology:4,IT Services/Technology:3,"
    "Advies/Consulting:4,Consultancy/Consulting:4,Administratie/Finance:2,"
    "Verzekeringen/Insurance:2,Vastgoed/Real Estate:3,Makelaardij/Real Estate:2,Handel/Retail:3,"
    "Groothandel/Retail:3,Foods/Food & Beverage:2,Bakkerij/Food & Beverage:2,"
    "Horeca/Hospitality:2,Zorg/Healthcare:3,Medical/Healthcare:2,Energie/Energy:2,"
    "Chemie/Chemicals:2,Elektrotechniek/Electronics:3,Autobedrijf/Automotive:4,"
    "Tuinbouw/Agriculture:3,Media/Media:2,Reclame/Media:2,Opleidingen/Education",
    "Nieuwe,Hollandse,Nederlandse,Koninklijke,Algemene,Eerste,Groene,Blauwe,Noord,Zuid,Oost,West",
    "Maas,Rijn,Delta,Oranje,Tulp,Molen,Haven,Anker,Kompas,Leeuw,Zwaan,Duin,Polder,Brug,Ster,Zon,"
    "Horizon",
    "{S} {I}:32,{I} {S}:14,Gebr. {S}:4,{S} & Zonen:4,{S} Groep:3,{C}:8,{C} {I}:15,{N} {I}:9,"
    "{A} {N} {I}:3,{X} {I}:6,{P}se {I}:2,{S} en {T}:4",
    "Directeur:10,Eigenaar:8,Inkoper:5,Hoofd Inkoop:3,Manager ICT:3,IT Manager:4,"
    "Projectleider:6,Bedrijfsleider:4,Accountmanager:4,Sales Manager:3,Marketing Manager:3,"
    "Technisch Manager:3,Productiemanager:2,Adviseur:3,Office Manager:3,CEO:3,CFO:2,Monteur,"
    "Planner:2",
    "Dhr.:8,de heer:2",
    "Mevr.:8,Mw.:2",
    "Dr.:4,Ir.:6,Drs.:6,Ing.:5,Mr.:2",
    "Dorps:6,Kerk:8,School:5,Molen:5,Stations:5,Hoofd:3,Nieuw:4,Linden:3,Industrie:5,"
    "Wilhelmina:4,Juliana:4,Beatrix:2,Oranje:3,Prins Hendrik:2,Haven:4,Markt:2,Water:2,Park:3,"
    "Beuken:2,Eiken:2,Kanaal:2,Raadhuis:2,Vondel,Rembrandt:2",
    "{N}straat {#}:40,{N}weg {#}:25,{N}laan {#}:18,{N}plein {#}:5,{N}kade {#}:4,{S}straat {#}:6",
    "straat>str.:2,straat>str,plein>pln"};

}  // namespace galena::examples::generator
