// France, Belgium, the Netherlands, Spain, Portugal and Italy.
#include "generator/tables/countries.hpp"

namespace galena::examples::generator {

const CountryTable kWesternCountries[6] = {
    {"FR", "France", "France:78,FR:13,FRANCE:4,france:3,FRA:1", "fr", 75,
     "fr:90,pt:3,it:3,es:2,tr:1,pl:1", "33", "0", 9, "6|########:3,7|########",
     "{t}{a} {2 }:30,{t}{a}.{2.}:12,{t}{a}-{2-}:4,{t}{a}{s}:12,+{c} {a} {2 }:14,"
     "+{c} ({t}){a} {2 }:6,+{c}{a}{s}:10,00{c} {a} {2 }:3",
     "SARL:30,SAS:30,SA:10,EURL:6,SASU:6,S.A.R.L.:4,S.A.S.:4,SCI:1,SNC:2,:12",
     "ville,court,ac,y,igny,-sur-Loire,-les-Bains,villiers,mont,eux",
     "Paris|Île-de-France|750##|1|80;Marseille|Provence-Alpes-Côte d'Azur|130##|4|16;"
     "Lyon|Auvergne-Rhône-Alpes|690##|4|26;Toulouse|Occitanie|310##|5|16;"
     "Nice|Provence-Alpes-Côte d'Azur|062##|4|9;Nantes|Pays de la Loire|440##|2|14;"
     "Montpellier|Occitanie|340##|4|8;Strasbourg|Grand Est|670##|3|10;"
     "Bordeaux|Nouvelle-Aquitaine|330##|5|13;Lille|Hauts-de-France|590##|3|14;"
     "Rennes|Bretagne|350##|2|10;Reims|Grand Est|511##|3|5;"
     "Saint-Étienne|Auvergne-Rhône-Alpes|420##|4|5|St Etienne;"
     "Toulon|Provence-Alpes-Côte d'Azur|830##|4|4;Le Havre|Normandie|766##|2|4;"
     "Grenoble|Auvergne-Rhône-Alpes|380##|4|9;Dijon|Bourgogne-Franche-Comté|210##|3|5;"
     "Angers|Pays de la Loire|490##|2|5;Nîmes|Occitanie|300##|4|3;"
     "Clermont-Ferrand|Auvergne-Rhône-Alpes|630##|4|5;Le Mans|Pays de la Loire|720##|2|3;"
     "Brest|Bretagne|292##|2|4;Tours|Centre-Val de Loire|370##|2|4;"
     "Limoges|Nouvelle-Aquitaine|870##|5|3;Metz|Grand Est|570##|3|4;Rouen|Normandie|760##|2|5;"
     "Caen|Normandie|140##|2|4;Boulogne-Billancourt|Île-de-France|92100|1|8;"
     "Nanterre|Île-de-France|92000|1|6;Orléans|Centre-Val de Loire|450##|2|4;"
     "Mulhouse|Grand Est|681##|3|4;Annecy|Auvergne-Rhône-Alpes|740##|4|4;"
     "Courbevoie|Île-de-France|92400|1|5"},
    {"BE", "Belgium", "Belgium:38,België:18,Belgique:20,BE:14,BELGIUM:2,Belgie:4", "be", 22,
     "nl:54,fr:38,it:3,tr:2,en:3", "32", "0", 8, "47#|######,48#|######,49#|######",
     "+{c} {a} {3 }:14,+{c} ({t}){a} {3 }:6,{t}{a} {3 }:8,{t}{a}/{2.}:9,{t}{a}/{3.}:5,"
     "+{c}{a}{s}:7,00{c} {a} {3 }:2",
     "NV:26,BVBA:22,BV:12,SA:18,SPRL:14,SRL:4,CVBA:2,:10", "gem,beek,hout,zele,kerke,ville,ies,em",
     "Bruxelles|Bruxelles|1##0|2|40|Brussel;Antwerpen|Antwerpen|20##|3|24|Antwerp;"
     "Gent|Oost-Vlaanderen|90##|9|15|Ghent;Charleroi|Hainaut|60##|71|7;"
     "Liège|Liège|40##|4|11|Luik;Brugge|West-Vlaanderen|80##|50|6|Bruges;Namur|Namur|50##|81|5;"
     "Leuven|Vlaams-Brabant|30##|16|8|Louvain;Mons|Hainaut|70##|65|3;"
     "Mechelen|Antwerpen|28##|15|5;Kortrijk|West-Vlaanderen|85##|56|5|Courtrai;"
     "Hasselt|Limburg|35##|11|5;Aalst|Oost-Vlaanderen|93##|53|3;"
     "Zaventem|Vlaams-Brabant|1930|2|5;Wavre|Brabant Wallon|13##|10|3"},
    {"NL", "Netherlands", "Netherlands:32,Nederland:34,NL:18,The Netherlands:10,Holland:4", "nl",
     40, "nl:90,tr:4,en:3,de:2,es:1", "31", "0", 9, "6|########",
     "{t}{a}-{s}:18,{t}{a} {s}:10,+{c} {a} {3 }:10,+{c} ({t}){a} {3 }:9,+{c}{a}{s}:9,"
     "({t}{a}) {s}:3,{t}{a}{s}:6,+{c}-{a}-{s}:2,00{c}{a}{s}:1",
     "B.V.:50,BV:25,N.V.:4,V.O.F.:6,VOF:3,:14",
     "dam,veen,hoven,drecht,wijk,horst,bergen,zijl,oord,um",
     "Amsterdam|Noord-Holland|10## @@|20|40;Rotterdam|Zuid-Holland|30## @@|10|28;"
     "Den Haag|Zuid-Holland|25## @@|70|18|The Hague;Utrecht|Utrecht|35## @@|30|18;"
     "Eindhoven|Noord-Brabant|56## @@|40|16;Groningen|Groningen|97## @@|50|8;"
     "Tilburg|Noord-Brabant|50## @@|13|7;Almere|Flevoland|13## @@|36|6;"
     "Breda|Noord-Brabant|48## @@|76|8;Nijmegen|Gelderland|65## @@|24|6;"
     "Apeldoorn|Gelderland|73## @@|55|5;Arnhem|Gelderland|68## @@|26|6;"
     "Enschede|Overijssel|75## @@|53|5;Haarlem|Noord-Holland|20## @@|23|5;"
     "Amersfoort|Utrecht|38## @@|33|6;'s-Hertogenbosch|Noord-Brabant|52## @@|73|6|Den Bosch;"
     "Zwolle|Overijssel|80## @@|38|5;Maastricht|Limburg|62## @@|43|4;"
     "Leiden|Zuid-Holland|23## @@|71|4;Delft|Zuid-Holland|26## @@|15|4;"
     "Venlo|Limburg|59## @@|77|4"},
    {"ES", "Spain", "Spain:36,España:42,ES:14,ESPAÑA:3,Espana:3", "es", 45,
     "es:93,it:2,pt:2,en:2,fr:1", "34", "", 9, "6##|######:5,7##|######",
     "{a} {2 }:16,{a} {3 }:18,{a}{s}:16,+{c} {a} {3 }:14,+{c} {a} {2 }:6,+{c}{a}{s}:12,"
     "(+{c}) {a} {3 }:4,0034 {a} {3 }:4,{a}-{3-}:3,{a}.{3.}:3",
     "S.L.:45,SL:20,S.A.:15,SA:5,S.L.U.:6,SLU:2,S.Coop.:1,:12",
     "illa,ejo,ar,uela,_del Río,_de la Frontera,osa,edo",
     "Madrid|Madrid|280##|91|60;Barcelona|Barcelona|080##|93|50;"
     "Valencia|Valencia|460##|96|18|València;Sevilla|Sevilla|410##|95|14|Seville;"
     "Zaragoza|Zaragoza|500##|976|12;Málaga|Málaga|290##|952|10|Malaga;"
     "Murcia|Murcia|300##|968|8;Palma|Illes Balears|070##|971|7|Palma de Mallorca;"
     "Bilbao|Vizcaya|480##|94|14;Alicante|Alicante|030##|965|8|Alacant;"
     "Córdoba|Córdoba|140##|957|4|Cordoba;Valladolid|Valladolid|470##|983|5;"
     "Vigo|Pontevedra|362##|986|6;Gijón|Asturias|332##|985|4|Gijon;"
     "A Coruña|A Coruña|150##|981|5|La Coruña;Granada|Granada|180##|958|4;"
     "Vitoria-Gasteiz|Álava|010##|945|4|Vitoria;Pamplona|Navarra|310##|948|5|Iruña;"
     "San Sebastián|Guipúzcoa|200##|943|5|Donostia;Las Palmas|Las Palmas|350##|928|5;"
     "Sabadell|Barcelona|082##|93|4;Terrassa|Barcelona|082##|93|4|Tarrasa;"
     "Elche|Alicante|032##|966|3|Elx;Santander|Cantabria|390##|942|3;Burgos|Burgos|090##|947|3;"
     "Girona|Girona|170##|972|3|Gerona;Tarragona|Tarragona|430##|977|3"},
    {"PT", "Portugal", "Portugal:76,PT:16,PORTUGAL:3,portugal:3", "pt", 14, "pt:96,fr:2,en:2",
     "351", "", 9, "91#|######,93#|######,96#|######",
     "{a} {3 }:14,{a}{s}:10,+{c} {a} {3 }:12,+{c}{a}{s}:8,00{c} {a} {s}:3",
     "Lda:30,Lda.:20,S.A.:16,SA:6,Unipessoal Lda:8,:12", "ais,eira,ões,elos,_de Baixo,_do Mar,inha",
     "Lisboa|Lisboa|1###-###|21|40|Lisbon;Porto|Porto|4###-###|22|26|Oporto;"
     "Braga|Braga|47##-###|253|9;Coimbra|Coimbra|30##-###|239|7;Aveiro|Aveiro|38##-###|234|7;"
     "Leiria|Leiria|24##-###|244|6;Setúbal|Setúbal|29##-###|265|5;Faro|Faro|80##-###|289|4;"
     "Guimarães|Braga|48##-###|253|5;Funchal|Madeira|90##-###|291|3;Viseu|Viseu|35##-###|232|3"},
    {"IT", "Italy", "Italy:32,Italia:46,IT:13,ITALIA:4,I:1,ITA:2", "it", 55,
     "it:95,de:1,en:1,es:1,fr:1,zh:1", "39", "", 9,
     "32#|#######,33#|#######:3,34#|#######:3,38#|#######",
     "{a} {s}:20,{a}{s}:14,+{c} {a} {s}:18,+{c}{a}{s}:10,{a}-{s}:5,{a}/{s}:8,{a}.{s}:4,"
     "+{c} {a} {3 }:5,0039 {a} {s}:4",
     "S.r.l.:40,Srl:22,SRL:8,S.p.A.:10,SpA:4,S.n.c.:6,Snc:2,S.a.s.:5,:12",
     "ano,ate,ella,ello,one,ara,ine,engo,ona",
     "Milano|MI|201##|02|60|Milan;Roma|RM|001##|06|40|Rome;Torino|TO|101##|011|24|Turin;"
     "Napoli|NA|801##|081|16|Naples;Bologna|BO|401##|051|16;Firenze|FI|501##|055|14|Florence;"
     "Genova|GE|161##|010|9|Genoa;Verona|VR|371##|045|9;Padova|PD|351##|049|9|Padua;"
     "Brescia|BS|251##|030|10;Bergamo|BG|241##|035|9;Modena|MO|411##|059|8;"
     "Parma|PR|431##|0521|6;Venezia|VE|301##|041|7|Venice;Vicenza|VI|361##|0444|7;"
     "Treviso|TV|311##|0422|6;Bari|BA|701##|080|6;Palermo|PA|901##|091|6;Catania|CT|951##|095|5;"
     "Reggio Emilia|RE|421##|0522|5|Reggio nell'Emilia;Monza|MB|209##|039|6;"
     "Udine|UD|331##|0432|4;Trento|TN|381##|0461|4;Bolzano|BZ|391##|0471|4|Bozen;"
     "Ancona|AN|601##|071|3;Perugia|PG|061##|075|3;Rimini|RN|479##|0541|3;"
     "Cagliari|CA|091##|070|3;Varese|VA|211##|0332|4;Como|CO|221##|031|4;Prato|PO|591##|0574|4"}};

}  // namespace galena::examples::generator
