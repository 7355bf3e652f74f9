// Great Britain, Australia, Germany, Austria and Switzerland.
#include "generator/tables/countries.hpp"

namespace galena::examples::generator {

namespace {

constexpr std::string_view kGermanPhones =
    "+{c} {a} {b}-{e}:14,+{c} ({t}){a} {b}-{e}:9,+{c} ({t}) {a} {s}:4,{t}{a} {s}:10,"
    "{t}{a} {b}-{e}:8,{t}{a}/{s}:9,{t}{a} / {2 }:5,({t}{a}) {s}:6,{t}{a}-{s}:7,00{c} {a} {s}:4,"
    "+{c}{a}{s}:9,{t}{a} {2 }:4,{t}{a}{s}:4";

}  // namespace

const CountryTable kBritishCountries[2] = {
    {"GB", "United Kingdom",
     "United Kingdom:34,UK:30,GB:14,England:7,Great Britain:4,uk:2,U.K.:2,Scotland:1,GBR:2",
     "co.uk", 85, "en:85,hi:6,pl:3,it:1,es:1,fr:1,zh:1,tr:1,pt:1", "44", "0", 10, "7###|######",
     "{t}{a} {3 }:24,+{c} {a} {3 }:10,+{c} ({t}){a} {3 }:10,({t}{a}) {3 }:8,{t}{a}{s}:12,"
     "+{c}{a}{s}:10,{t}{a} {s}:10,{t}{a}-{3-}:3,00{c} {a} {s}:2",
     "Ltd:45,Ltd.:12,Limited:18,PLC:3,plc:2,LLP:4,:16",
     "ton,ham,ford,ley,bury,worth,mouth,by,stead,well",
     "London|Greater London|EC#A #@@|20|90;London|Greater London|SW## #@@|20|40;"
     "London|Greater London|W# #@@|20|30;Birmingham|West Midlands|B## #@@|121|22;"
     "Manchester|Greater Manchester|M## #@@|161|24;Leeds|West Yorkshire|LS## #@@|113|16;"
     "Glasgow|Scotland|G## #@@|141|16;Sheffield|South Yorkshire|S## #@@|114|9;"
     "Liverpool|Merseyside|L## #@@|151|10;Bristol|Avon|BS# #@@|117|14;"
     "Edinburgh|Scotland|EH## #@@|131|13;Leicester|Leicestershire|LE## #@@|116|7;"
     "Coventry|West Midlands|CV## #@@|24|7;Cardiff|Wales|CF## #@@|29|8;"
     "Belfast|Northern Ireland|BT## #@@|28|7;Nottingham|Nottinghamshire|NG## #@@|115|9;"
     "Newcastle upon Tyne|Tyne and Wear|NE## #@@|191|8|Newcastle;"
     "Southampton|Hampshire|SO## #@@|23|6;Reading|Berkshire|RG## #@@|118|10;"
     "Cambridge|Cambridgeshire|CB## #@@|1223|8;Oxford|Oxfordshire|OX## #@@|1865|7;"
     "Milton Keynes|Buckinghamshire|MK## #@@|1908|7;Derby|Derbyshire|DE## #@@|1332|5;"
     "Swindon|Wiltshire|SN# #@@|1793|4;Brighton|East Sussex|BN# #@@|1273|6;"
     "York|North Yorkshire|YO## #@@|1904|4;Norwich|Norfolk|NR# #@@|1603|4;"
     "Exeter|Devon|EX# #@@|1392|4;Aberdeen|Scotland|AB## #@@|1224|5;"
     "Guildford|Surrey|GU## #@@|1483|5"},
    {"AU", "Australia", "Australia:75,AU:14,AUS:6,australia:2", "com.au", 30,
     "en:84,zh:6,hi:5,it:3,fi:1,nl:1", "61", "0", 9, "4##|######",
     "({t}{a}) {4 }:14,{t}{a} {4 }:10,+{c} {a} {4 }:10,+{c}{a}{s}:5,{t}{a}{s}:4,"
     "+{c} ({t}){a} {4 }:3",
     "Pty Ltd:55,Pty. Ltd.:12,Pty Limited:5,Ltd:5,:22",
     "ton,ville,dale,vale,wood,brook,_Creek,_Bay,_Springs",
     "Sydney|NSW|20##|2|45;Melbourne|VIC|30##|3|42;Brisbane|QLD|40##|7|20;Perth|WA|60##|8|18;"
     "Adelaide|SA|50##|8|12;Canberra|ACT|26##|2|6;Gold Coast|QLD|42##|7|6;"
     "Newcastle|NSW|23##|2|5;Hobart|TAS|70##|3|3;Geelong|VIC|32##|3|3;Parramatta|NSW|21##|2|5;"
     "Wollongong|NSW|25##|2|3;Darwin|NT|08##|8|2;Ballarat|VIC|33##|3|2"}};

const CountryTable kGermanCountries[3] = {
    {"DE", "Germany",
     "Germany:34,Deutschland:38,DE:16,D:3,GERMANY:2,germany:2,deutschland:2,BRD:1,Allemagne:1",
     "de", 120, "de:87,tr:5,pl:4,it:2,es:1,en:1", "49", "0", 10,
     "15#|########,16#|#######,17#|#######:2", kGermanPhones,
     "GmbH:60,GmbH & Co. KG:14,AG:5,KG:3,e.K.:5,OHG:2,UG (haftungsbeschränkt):3,UG:2,mbH:1,"
     "GbR:3,SE:1,e.V.:1,:9",
     "hausen,heim,dorf,bach,berg,stadt,ingen,rode,feld,kirchen,au,brunn",
     "Berlin|Berlin|10###|30|50;Hamburg|Hamburg|20###|40|34;München|Bayern|80###|89|40|Munich;"
     "Köln|Nordrhein-Westfalen|50###|221|24|Cologne;"
     "Frankfurt am Main|Hessen|60###|69|26|Frankfurt;Stuttgart|Baden-Württemberg|70###|711|22;"
     "Düsseldorf|Nordrhein-Westfalen|40###|211|20|Duesseldorf;Leipzig|Sachsen|04###|341|10;"
     "Dortmund|Nordrhein-Westfalen|44###|231|11;Essen|Nordrhein-Westfalen|45###|201|11;"
     "Bremen|Bremen|28###|421|10;Dresden|Sachsen|01###|351|10;"
     "Hannover|Niedersachsen|30###|511|12|Hanover;Nürnberg|Bayern|90###|911|12|Nuremberg;"
     "Duisburg|Nordrhein-Westfalen|47###|203|6;Bochum|Nordrhein-Westfalen|44###|234|6;"
     "Wuppertal|Nordrhein-Westfalen|42###|202|6;Bielefeld|Nordrhein-Westfalen|33###|521|6;"
     "Bonn|Nordrhein-Westfalen|53###|228|6;Münster|Nordrhein-Westfalen|48###|251|6;"
     "Karlsruhe|Baden-Württemberg|76###|721|7;Mannheim|Baden-Württemberg|68###|621|7;"
     "Augsburg|Bayern|86###|821|6;Wiesbaden|Hessen|65###|611|5;"
     "Mönchengladbach|Nordrhein-Westfalen|41###|2161|4|M'gladbach;"
     "Braunschweig|Niedersachsen|38###|531|4|Brunswick;Kiel|Schleswig-Holstein|24###|431|4;"
     "Aachen|Nordrhein-Westfalen|52###|241|5;Chemnitz|Sachsen|09###|371|4;"
     "Magdeburg|Sachsen-Anhalt|39###|391|3;"
     "Freiburg im Breisgau|Baden-Württemberg|79###|761|4|Freiburg;"
     "Lübeck|Schleswig-Holstein|23###|451|3;Erfurt|Thüringen|99###|361|3;"
     "Mainz|Rheinland-Pfalz|55###|6131|4;Rostock|Mecklenburg-Vorpommern|18###|381|2;"
     "Kassel|Hessen|34###|561|3;Saarbrücken|Saarland|66###|681|3;"
     "Osnabrück|Niedersachsen|49###|541|3;Regensburg|Bayern|93###|941|4;"
     "Würzburg|Bayern|97###|931|3;Ulm|Baden-Württemberg|89###|731|4;"
     "Heilbronn|Baden-Württemberg|74###|7131|4;Ingolstadt|Bayern|85###|841|3;"
     "Paderborn|Nordrhein-Westfalen|33###|5251|3;Siegen|Nordrhein-Westfalen|57###|271|3;"
     "Koblenz|Rheinland-Pfalz|56###|261|3;Offenbach|Hessen|63###|69|3|Offenbach am Main;"
     "Jena|Thüringen|07###|3641|2"},
    {"AT", "Austria", "Österreich:45,Austria:32,AT:14,A:3,Oesterreich:3", "at", 25,
     "de:90,tr:5,pl:2,it:2,en:1", "43", "0", 9, "66#|#######,67#|#######,699|#######",
     kGermanPhones, "GmbH:50,Ges.m.b.H.:10,GesmbH:6,GmbH & Co KG:8,AG:5,KG:6,e.U.:8,OG:3,:8",
     "dorf,bach,berg,kirchen,hofen,stetten,ing",
     "Wien|Wien|1##0|1|50|Vienna;Graz|Steiermark|80##|316|12;Linz|Oberösterreich|40##|732|13;"
     "Salzburg|Salzburg|50##|662|10;Innsbruck|Tirol|60##|512|8;Klagenfurt|Kärnten|90##|463|5;"
     "Villach|Kärnten|95##|4242|3;Wels|Oberösterreich|46##|7242|4;"
     "St. Pölten|Niederösterreich|31##|2742|4|Sankt Pölten;Dornbirn|Vorarlberg|68##|5572|4;"
     "Steyr|Oberösterreich|44##|7252|2;Wiener Neustadt|Niederösterreich|27##|2622|3;"
     "Bregenz|Vorarlberg|69##|5574|2"},
    {"CH", "Switzerland", "Switzerland:30,Schweiz:38,CH:16,Suisse:9,Svizzera:2", "ch", 35,
     "de:62,fr:22,it:9,pt:3,en:2,tr:2", "41", "0", 9, "7#|#######",
     "+{c} {a} {7 }:16,{t}{a} {7 }:16,{t}{a}/{7 }:3,+{c} ({t}){a} {7 }:7,+{c}{a}{s}:8,"
     "00{c} {a} {7 }:3,{t}{a}{s}:3",
     "AG:45,GmbH:28,SA:12,Sàrl:6,SA.:1,& Co.:2,:10", "wil,ikon,dorf,ingen,berg,bach,au,ach",
     "Zürich|ZH|80##|44|40|Zurich;Basel|BS|40##|61|18|Bâle;Bern|BE|30##|31|15|Berne;"
     "Genève|GE|12##|22|20|Geneva;Lausanne|VD|10##|21|12;Winterthur|ZH|84##|52|8;"
     "Luzern|LU|60##|41|8|Lucerne;St. Gallen|SG|90##|71|8|Sankt Gallen;Lugano|TI|69##|91|6;"
     "Zug|ZG|63##|41|9;Biel|BE|25##|32|4|Bienne;Thun|BE|36##|33|3;Aarau|AG|50##|62|4;"
     "Neuchâtel|NE|20##|32|3|Neuenburg;Fribourg|FR|17##|26|3|Freiburg;Chur|GR|70##|81|2;"
     "Baden|AG|54##|56|4"}};

}  // namespace galena::examples::generator
