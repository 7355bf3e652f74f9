// Poland, Türkiye, India, China, Sweden, Denmark, Norway and Finland.
#include "generator/tables/countries.hpp"

namespace galena::examples::generator {

const CountryTable kEasternCountries[4] = {
    {"PL", "Poland", "Poland:34,Polska:44,PL:14,POLSKA:4,polska:2", "pl", 32,
     "pl:97,de:1,en:1,it:1", "48", "", 9,
     "50#|######,60#|######:2,66#|######,69#|######,79#|######,88#|######",
     "{a} {3 }:16,{a} {2 }:8,+{c} {a} {3 }:14,+{c} {a} {2 }:6,+{c}{a}{s}:10,({a}) {3 }:5,"
     "{a}-{3-}:3,{a}{s}:12,0048 {a}{s}:3",
     "Sp. z o.o.:50,sp. z o.o.:15,S.A.:10,Sp. j.:6,s.c.:6,Sp. k.:3,:14",
     "owo,ów,owice,yce,anki,ki,no,in,ewo,nica",
     "Warszawa|Mazowieckie|0#-###|22|50|Warsaw;Kraków|Małopolskie|30-###|12|24|Krakow;"
     "Łódź|Łódzkie|90-###|42|14|Lodz;Wrocław|Dolnośląskie|50-###|71|20|Wroclaw;"
     "Poznań|Wielkopolskie|60-###|61|18|Poznan;Gdańsk|Pomorskie|80-###|58|12|Gdansk;"
     "Szczecin|Zachodniopomorskie|70-###|91|7;Bydgoszcz|Kujawsko-Pomorskie|85-###|52|6;"
     "Lublin|Lubelskie|20-###|81|6;Katowice|Śląskie|40-###|32|14;"
     "Białystok|Podlaskie|15-###|85|5|Bialystok;Gdynia|Pomorskie|81-###|58|6;"
     "Częstochowa|Śląskie|42-###|34|4;Radom|Mazowieckie|26-###|48|3;"
     "Toruń|Kujawsko-Pomorskie|87-###|56|4;Rzeszów|Podkarpackie|35-###|17|6;"
     "Kielce|Świętokrzyskie|25-###|41|4;Gliwice|Śląskie|44-###|32|6;"
     "Olsztyn|Warmińsko-Mazurskie|10-###|89|3;Bielsko-Biała|Śląskie|43-###|33|5;"
     "Tychy|Śląskie|43-###|32|3"},
    {"TR", "Turkey", "Turkey:34,Türkiye:44,TR:12,Turkiye:6,TÜRKİYE:3", "com.tr", 24, "tr:98,en:2",
     "90", "0", 10, "53#|#######,54#|#######,50#|#######,55#|#######",
     "{t} ({a}) {7 }:8,{t}{a} {7 }:14,+{c} {a} {7 }:12,+{c} ({a}) {7 }:6,+{c}{a}{s}:8,"
     "{t}{a}{s}:7,({t}{a}) {7 }:4",
     "A.Ş.:25,Ltd. Şti.:35,San. ve Tic. Ltd. Şti.:14,San. ve Tic. A.Ş.:8,Tic. Ltd. Şti.:5,:14",
     "köy,hisar,pınar,ova,kent,dere,tepe,lı",
     "İstanbul|İstanbul|34###|212|60|Istanbul;İstanbul|İstanbul|34###|216|40|Istanbul;"
     "Ankara|Ankara|06###|312|26;İzmir|İzmir|35###|232|20|Izmir;Bursa|Bursa|16###|224|14;"
     "Antalya|Antalya|07###|242|8;Adana|Adana|01###|322|6;Konya|Konya|42###|332|7;"
     "Gaziantep|Gaziantep|27###|342|7;Kayseri|Kayseri|38###|352|5;"
     "Kocaeli|Kocaeli|41###|262|9|İzmit;Eskişehir|Eskişehir|26###|222|4;"
     "Denizli|Denizli|20###|258|4;Manisa|Manisa|45###|236|4;Mersin|Mersin|33###|324|4;"
     "Samsun|Samsun|55###|362|3;Tekirdağ|Tekirdağ|59###|282|3"},
    {"IN", "India", "India:78,IN:10,INDIA:6,india:3,Bharat:1", "in", 48, "hi:97,en:3", "91", "0",
     10, "98###|#####:3,99###|#####:2,97###|#####,96###|#####,90###|#####,88###|#####,70###|#####",
     "+{c} {a} {4 }:12,{t}{a}-{s}:8,+{c}-{a}-{s}:10,+{c} {a} {s}:8,{t}{a} {4 }:6,+{c}{a}{s}:10,"
     "({t}{a}) {s}:2,00{c} {a} {s}:2",
     "Pvt. Ltd.:35,Pvt Ltd:25,Private Limited:12,Limited:5,Ltd.:6,LLP:4,& Co.:3,:12",
     "pur,abad,garh,nagar,pet,puram,palli,giri,ganj",
     "Mumbai|Maharashtra|400###|22|50|Bombay;New Delhi|Delhi|110###|11|40|Delhi;"
     "Bengaluru|Karnataka|560###|80|40|Bangalore;Hyderabad|Telangana|500###|40|24;"
     "Chennai|Tamil Nadu|600###|44|24|Madras;Kolkata|West Bengal|700###|33|16|Calcutta;"
     "Pune|Maharashtra|411###|20|24;Ahmedabad|Gujarat|380###|79|16;Surat|Gujarat|395###|261|6;"
     "Jaipur|Rajasthan|302###|141|6;Lucknow|Uttar Pradesh|226###|522|4;"
     "Nagpur|Maharashtra|440###|712|4;Indore|Madhya Pradesh|452###|731|5;"
     "Gurugram|Haryana|122###|124|16|Gurgaon;Noida|Uttar Pradesh|201###|120|12;"
     "Coimbatore|Tamil Nadu|641###|422|7;Kochi|Kerala|682###|484|5|Cochin;"
     "Vadodara|Gujarat|390###|265|5|Baroda;Chandigarh|Chandigarh|160###|172|4;"
     "Ludhiana|Punjab|141###|161|4;Visakhapatnam|Andhra Pradesh|530###|891|3|Vizag;"
     "Thane|Maharashtra|400###|22|5"},
    {"CN", "China", "China:66,CN:16,P.R. China:8,PRC:4,PR China:3,CHINA:3", "cn", 34, "zh:98,en:2",
     "86", "0", 10, "13#|########:3,15#|########:2,18#|########:2,17#|########",
     "+{c} {a} {4 }:14,+{c}-{a}-{s}:18,{t}{a}-{s}:14,00{c}-{a}-{s}:6,+{c}{a}{s}:8,{a} {s}:3,"
     "{c}-{a}-{s}:4",
     "Co., Ltd.:60,Co.Ltd.:14,Co., Ltd:8,Group Co., Ltd.:3,Co. Ltd:5,:10",
     "zhou,shan,cheng,yang,jiang,he,kou,an",
     "Shanghai|Shanghai|20####|21|50;Beijing|Beijing|10####|10|40|Peking;"
     "Shenzhen|Guangdong|518###|755|50;Guangzhou|Guangdong|510###|20|30|Canton;"
     "Dongguan|Guangdong|523###|769|18;Suzhou|Jiangsu|215###|512|20;"
     "Hangzhou|Zhejiang|310###|571|18;Ningbo|Zhejiang|315###|574|14;"
     "Chengdu|Sichuan|610###|28|10;Wuhan|Hubei|430###|27|9;Nanjing|Jiangsu|210###|25|9;"
     "Tianjin|Tianjin|300###|22|8;Qingdao|Shandong|266###|532|8;Xiamen|Fujian|361###|592|8|Amoy;"
     "Wuxi|Jiangsu|214###|510|8;Foshan|Guangdong|528###|757|8;Chongqing|Chongqing|400###|23|6;"
     "Xi'an|Shaanxi|710###|29|6|Xian;Dalian|Liaoning|116###|411|4;Wenzhou|Zhejiang|325###|577|7;"
     "Jinan|Shandong|250###|531|4;Shenyang|Liaoning|110###|24|3"}};

const CountryTable kNordicCountries[4] = {
    {"SE", "Sweden", "Sweden:36,Sverige:44,SE:15,SVERIGE:2,sverige:2", "se", 30,
     "sv:93,fi:3,tr:2,en:2", "46", "0", 9, "70|#######:3,73|#######:2,72|#######,76|#######",
     "{t}{a}-{2 }:20,{t}{a}-{s}:14,+{c} {a} {2 }:10,+{c} ({t}){a} {2 }:6,+{c}{a}{s}:10,"
     "{t}{a} {s}:5,{t}{a}{s}:5,+{c} ({t}){a}-{2 }:4",
     "AB:85,HB:3,KB:2,:10", "köping,stad,torp,sund,ås,by,lund,hamn,berga",
     "Stockholm|Stockholm|1## ##|8|50;Göteborg|Västra Götaland|41# ##|31|26|Gothenburg;"
     "Malmö|Skåne|21# ##|40|16|Malmo;Uppsala|Uppsala|75# ##|18|9;"
     "Västerås|Västmanland|72# ##|21|8;Örebro|Örebro|70# ##|19|7;"
     "Linköping|Östergötland|58# ##|13|8;Helsingborg|Skåne|25# ##|42|8;"
     "Jönköping|Jönköping|55# ##|36|7;Norrköping|Östergötland|60# ##|11|6;"
     "Lund|Skåne|22# ##|46|6;Umeå|Västerbotten|90# ##|90|5;Gävle|Gävleborg|80# ##|26|4;"
     "Borås|Västra Götaland|50# ##|33|5;Sundsvall|Västernorrland|85# ##|60|4;"
     "Karlstad|Värmland|65# ##|54|4;Växjö|Kronoberg|35# ##|470|4;Halmstad|Halland|30# ##|35|4;"
     "Solna|Stockholm|17# ##|8|8;Luleå|Norrbotten|97# ##|920|3"},
    {"DK", "Denmark", "Denmark:38,Danmark:42,DK:15,DANMARK:2,danmark:2", "dk", 22,
     "da:95,sv:1,tr:2,en:2", "45", "", 8, "2#|######,3#|######,4#|######,5#|######",
     "{a} {2 }:20,{a}{s}:14,+{c} {a} {2 }:16,+{c}{a}{s}:10,(+{c}) {a} {2 }:3,00{c} {a}{s}:3,"
     "{a}-{2-}:1",
     "A/S:36,ApS:40,I/S:5,IVS:2,K/S:1,:14", "strup,rup,by,sted,bæk,borg,lev,inge,bjerg",
     "København K|Hovedstaden|1###|33|26|Copenhagen;"
     "København Ø|Hovedstaden|2100|35|12|Copenhagen;"
     "København S|Hovedstaden|2300|32|12|Copenhagen;Aarhus C|Midtjylland|8000|86|18|Århus;"
     "Odense|Syddanmark|50##|66|12;Aalborg|Nordjylland|90##|98|10|Ålborg;"
     "Esbjerg|Syddanmark|67##|75|6;Randers|Midtjylland|89##|86|4;Kolding|Syddanmark|60##|75|5;"
     "Horsens|Midtjylland|87##|75|4;Vejle|Syddanmark|71##|75|5;Roskilde|Sjælland|40##|46|4;"
     "Herning|Midtjylland|74##|97|4;Silkeborg|Midtjylland|86##|86|4;"
     "Hellerup|Hovedstaden|2900|39|4;Ballerup|Hovedstaden|2750|44|5;"
     "Viborg|Midtjylland|88##|86|3;Lyngby|Hovedstaden|2800|45|5|Kgs. Lyngby;"
     "Næstved|Sjælland|47##|55|2"},
    {"NO", "Norway", "Norway:38,Norge:42,NO:15,NORGE:2,norge:2", "no", 20, "no:94,sv:3,da:1,en:2",
     "47", "", 8, "4##|#####,9##|#####:2",
     "{a} {2 }:12,{a}{s}:12,+{c} {a} {2 }:16,+{c}{a}{s}:10,(+{c}) {a} {2 }:2,00{c} {a}{s}:3",
     "AS:82,ASA:3,A/S:3,ANS:2,DA:1,:9", "dal,vik,nes,fjord,sund,heim,stad,land,øy",
     "Oslo|Oslo|0###|22|50;Bergen|Vestland|50##|55|20;Trondheim|Trøndelag|70##|73|14;"
     "Stavanger|Rogaland|40##|51|15;Drammen|Viken|30##|32|6;Fredrikstad|Viken|16##|69|5;"
     "Kristiansand|Agder|46##|38|6;Sandnes|Rogaland|43##|51|5;Tromsø|Troms|90##|77|5|Tromso;"
     "Ålesund|Møre og Romsdal|60##|70|5|Aalesund;Lysaker|Viken|1366|67|5;"
     "Skien|Telemark|37##|35|3;Bodø|Nordland|80##|75|3|Bodo;Haugesund|Rogaland|55##|52|3;"
     "Hamar|Innlandet|23##|62|3;Lillestrøm|Viken|20##|63|3"},
    {"FI", "Finland", "Finland:46,Suomi:36,FI:14,FIN:2,SUOMI:1", "fi", 20, "fi:92,sv:7,en:1", "358",
     "0", 9, "40|#######:3,50|#######:2,44|#######,45|#######",
     "{t}{a} {3 }:20,+{c} {a} {3 }:18,+{c}{a}{s}:10,{t}{a}-{s}:7,{t}{a}{s}:8,"
     "+{c} ({t}){a} {3 }:3,({t}{a}) {3 }:3",
     "Oy:75,OY:5,Oyj:3,Ky:4,Tmi:4,Oy Ab:3,:9", "la,järvi,niemi,koski,salmi,lahti,mäki,joki",
     "Helsinki|Uusimaa|00##0|9|46|Helsingfors;Espoo|Uusimaa|02##0|9|20|Esbo;"
     "Tampere|Pirkanmaa|33##0|3|17|Tammerfors;Vantaa|Uusimaa|01##0|9|14|Vanda;"
     "Oulu|Pohjois-Pohjanmaa|90##0|8|10|Uleåborg;Turku|Varsinais-Suomi|20##0|2|13|Åbo;"
     "Jyväskylä|Keski-Suomi|40##0|14|7;Lahti|Päijät-Häme|15##0|3|7;"
     "Kuopio|Pohjois-Savo|70##0|17|6;Pori|Satakunta|28##0|2|4;Vaasa|Pohjanmaa|65##0|6|5|Vasa;"
     "Joensuu|Pohjois-Karjala|80##0|13|3;Lappeenranta|Etelä-Karjala|53##0|5|3;"
     "Seinäjoki|Etelä-Pohjanmaa|60##0|6|3;Rovaniemi|Lappi|96##0|16|3"}};

}  // namespace galena::examples::generator
