// The United States, Canada, Mexico and Brazil.
#include "generator/tables/countries.hpp"

namespace galena::examples::generator {

namespace {

constexpr std::string_view kNorthAmericanPhones =
    "({a}) {3-}:30,{a}-{3-}:28,{a}.{3.}:8,+1 {a} {3 }:3,+1 ({a}) {3-}:6,+1-{a}-{3-}:4,{a}{s}:8,"
    "1-{a}-{3-}:3,+{c}{a}{s}:8,{a} {3 }:3,({a}){3-}:2";

constexpr std::string_view kUnitedStatesCities =
    "New York|NY|100##|212|80|New York City;Brooklyn|NY|112##|718|12;"
    "Los Angeles|CA|900##|213|45|LA;Chicago|IL|606##|312|40;Houston|TX|770##|713|32;"
    "Phoenix|AZ|850##|602|20;Philadelphia|PA|191##|215|24|Phila;San Antonio|TX|782##|210|16;"
    "San Diego|CA|921##|619|20;Dallas|TX|752##|214|30;San Jose|CA|951##|408|18;"
    "Austin|TX|787##|512|24;Jacksonville|FL|322##|904|10;Fort Worth|TX|761##|817|10|Ft. Worth;"
    "Columbus|OH|432##|614|12;Charlotte|NC|282##|704|16;Indianapolis|IN|462##|317|12;"
    "San Francisco|CA|941##|415|36|SF;Seattle|WA|981##|206|24;Denver|CO|802##|303|22;"
    "Washington|DC|200##|202|24|Washington DC;Boston|MA|021##|617|28;Nashville|TN|372##|615|14;"
    "Oklahoma City|OK|731##|405|8|OKC;Portland|OR|972##|503|14;Las Vegas|NV|891##|702|12;"
    "Detroit|MI|482##|313|12;Memphis|TN|381##|901|7;Louisville|KY|402##|502|8;"
    "Baltimore|MD|212##|410|10;Milwaukee|WI|532##|414|10;Albuquerque|NM|871##|505|6;"
    "Tucson|AZ|857##|520|6;Sacramento|CA|958##|916|9;Kansas City|MO|641##|816|10;"
    "Atlanta|GA|303##|404|28;Miami|FL|331##|305|18;Raleigh|NC|276##|919|10;Omaha|NE|681##|402|7;"
    "Minneapolis|MN|554##|612|16;Tampa|FL|336##|813|12;Cleveland|OH|441##|216|10;"
    "Cincinnati|OH|452##|513|10;Pittsburgh|PA|152##|412|12;"
    "St. Louis|MO|631##|314|12|Saint Louis;Orlando|FL|328##|407|10;"
    "Salt Lake City|UT|841##|801|10|SLC;Richmond|VA|232##|804|7;Boise|ID|837##|208|5;"
    "Buffalo|NY|142##|716|6;Rochester|NY|146##|585|5;Hartford|CT|061##|860|6;"
    "Des Moines|IA|503##|515|5;Madison|WI|537##|608|5;Grand Rapids|MI|495##|616|5;"
    "Tulsa|OK|741##|918|5;Irvine|CA|926##|949|9;Plano|TX|750##|972|7;Scottsdale|AZ|852##|480|7;"
    "Naperville|IL|605##|630|5;Springfield|IL|627##|217|3;Springfield|MO|658##|417|3;"
    "Springfield|MA|011##|413|3;Columbia|SC|292##|803|4;Greenville|SC|296##|864|4;"
    "Birmingham|AL|352##|205|6;New Orleans|LA|701##|504|7;Honolulu|HI|968##|808|4;"
    "Anchorage|AK|995##|907|2;Newark|NJ|071##|973|7;Jersey City|NJ|073##|201|5;"
    "Wilmington|DE|198##|302|5;Providence|RI|029##|401|4;Manchester|NH|031##|603|3";

constexpr std::string_view kCanadianCities =
    "Toronto|ON|M#@ #@#|416|40;Montreal|QC|H#@ #@#|514|24|Montréal;Vancouver|BC|V#@ #@#|604|20;"
    "Calgary|AB|T2@ #@#|403|14;Edmonton|AB|T5@ #@#|780|10;Ottawa|ON|K1@ #@#|613|12;"
    "Winnipeg|MB|R3@ #@#|204|7;Mississauga|ON|L5@ #@#|905|9;Quebec|QC|G1@ #@#|418|6|Québec;"
    "Hamilton|ON|L8@ #@#|905|5;Halifax|NS|B3@ #@#|902|4;London|ON|N6@ #@#|519|4;"
    "Waterloo|ON|N2@ #@#|519|3;Victoria|BC|V8@ #@#|250|3;Saskatoon|SK|S7@ #@#|306|3;"
    "Burnaby|BC|V5@ #@#|604|3";

}  // namespace

const CountryTable kAmericanCountries[4] = {
    {"US", "United States",
     "United States:34,USA:30,US:24,United States of America:3,U.S.A.:3,U.S.:2,us:1,usa:2", "com",
     300, "en:79,es:9,hi:4,zh:4,it:2,de:1,pl:1", "1", "1", 10, "@|#######", kNorthAmericanPhones,
     "Inc.:20,Inc:16,LLC:30,Corp.:6,Corporation:4,Co.:4,Company:4,L.L.C.:2,Ltd.:1,LLP:2,PC:1,:25",
     "ville,ton,field,burg,wood,port,ford,dale,mont,view,_Springs,_Falls,_Grove,_Heights",
     kUnitedStatesCities},
    {"CA", "Canada", "Canada:70,CA:18,CAN:5,canada:3", "ca", 40, "en:76,fr:16,zh:4,hi:4", "1", "1",
     10, "@|#######", kNorthAmericanPhones,
     "Inc.:30,Inc:15,Ltd.:20,Ltd:10,Corp.:6,Corporation:3,:14",
     "ville,ton,wood,dale,port,_Falls,_Creek,_Lake", kCanadianCities},
    {"MX", "Mexico", "Mexico:50,México:25,MX:15,MEX:5", "com.mx", 30, "es:97,en:3", "52", "01", 10,
     "@|########",
     "({a}) {2 }:8,{a} {3 }:6,+{c} {a} {2 }:6,+{c}{a}{s}:5,+{c} {a} {3 }:4,{a}{s}:3,01 {a} {3 }:2",
     "S.A. de C.V.:40,SA de CV:20,S. de R.L. de C.V.:8,S. de R.L.:4,:20",
     "illo,tlán,eo,ango,oyo,_de Juárez,_de los Reyes",
     "Ciudad de México|CDMX|0####|55|50|Mexico City;Guadalajara|JAL|44###|33|16;"
     "Monterrey|NLE|64###|81|20;Puebla|PUE|72###|222|8;Tijuana|BCN|22###|664|8;"
     "León|GUA|37###|477|6|Leon;Querétaro|QUE|76###|442|7|Queretaro;Toluca|MEX|50###|722|5;"
     "Mérida|YUC|97###|999|4|Merida;Chihuahua|CHH|31###|614|4;San Luis Potosí|SLP|78###|444|4;"
     "Aguascalientes|AGU|20###|449|3;Saltillo|COA|25###|844|3;Hermosillo|SON|83###|662|3;"
     "Cancún|ROO|77###|998|3"},
    {"BR", "Brazil", "Brazil:45,Brasil:35,BR:14,BRA:2", "com.br", 35, "pt:95,it:2,de:3", "55", "0",
     10, "@|9########",
     "({a}) {4-}:16,+{c} {a} {4-}:6,+{c} ({a}) {4-}:4,{a} {s}:3,+{c}{a}{s}:5,(0{a}) {4-}:2,"
     "{a}-{4-}:2",
     "Ltda:30,Ltda.:15,S.A.:10,S/A:5,EIRELI:5,ME:6,EPP:2,:22",
     "ópolis,inho,ândia,al,_do Sul,_dos Campos,_da Serra",
     "São Paulo|SP|0####-###|11|50|Sao Paulo;Rio de Janeiro|RJ|2####-###|21|24|Rio;"
     "Belo Horizonte|MG|30###-###|31|12|BH;Curitiba|PR|80###-###|41|10;"
     "Porto Alegre|RS|90###-###|51|9;Brasília|DF|70###-###|61|8|Brasilia;"
     "Salvador|BA|40###-###|71|6;Recife|PE|50###-###|81|5;Fortaleza|CE|60###-###|85|5;"
     "Campinas|SP|130##-###|19|8;Goiânia|GO|74###-###|62|4;Joinville|SC|892##-###|47|4;"
     "Florianópolis|SC|880##-###|48|4;Manaus|AM|690##-###|92|3;Guarulhos|SP|07###-###|11|4;"
     "Caxias do Sul|RS|950##-###|54|3;Ribeirão Preto|SP|140##-###|16|3"}};

}  // namespace galena::examples::generator
