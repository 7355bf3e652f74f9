// Names in order of how many people bear them, Swedish, Danish, Norwegian, Finnish. The law under
// each list gives how many of a million people bear the name of that rank; ranks between are
// interpolated. What the list leaves of the million are rare names, composed of the stems and
// endings. "_" stands for a space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kSwedishNames{
    "sv",
    {"Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson "
     "Pettersson Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson "
     "Lindström Olofsson Lindqvist Lindgren Berg Axelsson Bergström Lundberg Lind Lundgren "
     "Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Ali Forsberg Mohamed Sjöberg "
     "Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson Holm Wikström "
     "Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg "
     "Nyberg Blomqvist Claesson Nordström Mårtensson Lundström Viklund Björklund Eliasson "
     "Berggren Sandström Lund Nordin Ström Åberg Hermansson Ekström Holmgren Sundberg Hedlund "
     "Dahlberg Hellström Sjögren Falk Abrahamsson Martinsson Öberg Blom Ek Månsson Strömberg "
     "Åkesson Hansen Norberg Jonasson Lindholm Dahl Andreasson Ivarsson Sundström Åström "
     "Söderström Ågren Lindahl Friberg Malm Dahlgren Granberg Sundqvist Hedman Norling Ahlström "
     "Edlund Ekman Englund Frisk Gustavsson Hagström Hallberg Hägglund Höglund Jensen Josefsson "
     "Kjellberg Linde Ljungberg Moberg Molin Norén Rosén Skoglund Stenberg Sundin Svärd "
     "Sörensen Thorén Vikström Westerlund Wiklund Östlund",
     "1:23000 3:18000 6:11500 10:9500 20:3600 40:2100 80:1000 150:480"},
    {"Lars Mikael Anders Johan Erik Per Peter Karl Thomas Daniel Fredrik Jan Andreas Hans Mats "
     "Stefan Marcus Magnus Bengt Mattias Alexander Jonas Niklas Martin Bo Nils Björn Patrik "
     "Leif David Ulf Henrik Filip Viktor Sven Oskar Simon Joakim Christer Emil Göran Anton "
     "Robert Christian Gustav Håkan Johannes Tommy Rickard Kjell Sebastian William Rolf Claes "
     "Lennart Jesper Roger Linus Kenneth Stig Adam Jakob Lucas Elias Tobias Axel Rasmus Oliver "
     "Hugo Albin Kent Roland Ola Dan Conny Kurt Pontus Ludvig Gunnar Arne Åke Ove Jimmy "
     "Torbjörn Staffan Tomas Urban Viggo Jörgen Börje Isak Svante",
     "1:21000 3:18000 10:14500 30:9500 60:4200 95:1000"},
    {"Anna Eva Maria Karin Sara Kristina Lena Emma Kerstin Marie Malin Jenny Ingrid Hanna "
     "Cecilia Linda Annika Susanne Elin Monica Sofia Birgitta Johanna Inger Carina Elisabeth "
     "Ulla Julia Katarina Linnéa Emelie Ida Åsa Camilla Sandra Amanda Anita Helena Marianne Ann "
     "Gunilla Frida Matilda Jessica Ulrika Lisa Anette Barbro Siv Josefin Lovisa Ellen Helen "
     "Agneta Margareta Therese Victoria Alice Klara Moa Rebecka Pia Yvonne Britt Gun Caroline "
     "Charlotte Elsa Felicia Isabelle Maja Nathalie Louise Ebba Astrid Berit Agnes Åse Erika "
     "Eleonor Ewa Fanny Gudrun Hilda Irene Jennie Karolina Lina Lotta Mia Mona Nina Olivia "
     "Petra Veronica",
     "1:19000 3:16500 10:13000 30:9000 60:4200 95:1000"},
    "Alm Ahl Asp Back Berg Björk Blad Bo Borg Brand Dal Ed Ek Eng Fager Fält Fors Fur Gran Gren "
    "Gull Gyll Hag Hall Hed Hög Holm Hult Käll Kron Lager Lilj Lind Ljung Löf Lund Lång Mal "
    "Mell Mo Ner Nord Ny Oll Palm Ramn Ros Ryd Sand Sjö Skog Söder Sten Ström Stål Sund Svan "
    "Tall Tjärn Thor Ull Vall Väst Wester Wik Åker Äng Öst Öman",
    "gren kvist qvist ström berg lund man mark stedt dahl strand feldt löf borg holm blad én in "
    "ell ius roth sjö fors"};

const NameTable kDanishNames{
    "da",
    {"Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen "
     "Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen "
     "Knudsen Jakobsen Jacobsen Mikkelsen Frederiksen Olesen Laursen Henriksen Lund Schmidt "
     "Eriksen Holm Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Østergaard Jeppesen "
     "Nissen Vestergaard Mogensen Lauridsen Jespersen Frandsen Jepsen Kjær Søndergaard Nygaard "
     "Bertelsen Lassen Dahl Carlsen Gregersen Bech Bruun Berg Skov Friis Kjeldsen Thygesen "
     "Winther Ravn Steffensen Bak Lauritsen Damgaard Overgaard Krogh Toft Hermansen Michelsen "
     "Christoffersen Bonde Bjerregaard Markussen Villadsen Davidsen Thorsen Johannsen Danielsen "
     "Munk Mathiesen Mathiasen Lorentzen Ibsen Dam Juhl Kirkegaard Brandt Holst Hald Ottosen "
     "Nørgaard Bach Koch Enevoldsen Bang Riis Gade Lind Paulsen Skovgaard Birch Balle Aagaard "
     "Bisgaard Buch Dalsgaard Esbensen Fischer Hedegaard Højgaard Juul Klausen Lindberg Meyer",
     "1:42000 2:41000 3:35000 4:26500 6:18500 10:10500 14:7500 20:4300 40:1600 80:650 130:320"},
    {"Peter Jens Michael Lars Thomas Henrik Søren Christian Martin Jan Anders Morten Jesper "
     "Niels Mads Hans Rasmus Per Ole Kim Mikkel Erik Jørgen Brian Frederik Jacob Poul Claus "
     "Flemming Steen Torben Bo Kasper Allan Carsten Kenneth Daniel Simon Jonas Emil Mathias "
     "Finn Bent Kristian Alexander Nikolaj Oliver Rene Tommy Knud Leif Nicolai Svend Magnus "
     "Anton Sebastian Benjamin Steffen John Dennis Ulrik Jeppe Tobias Karsten Palle Johnny "
     "Oscar Lasse Mogens Bjarne Bjørn Asger Esben Troels Viggo Uffe Kjeld Gunnar Arne Aksel "
     "Villads Malthe Philip",
     "1:20000 3:18500 10:14500 30:9000 60:3800 85:1200"},
    {"Anne Mette Kirsten Hanne Anna Helle Susanne Lene Maria Marianne Inge Karen Lone Camilla "
     "Bente Pia Louise Charlotte Jette Tina Gitte Ida Emma Julie Lis Mathilde Laura Inger Sofie "
     "Christina Birgit Ulla Sara Kirstine Maja Trine Caroline Freja Birthe Heidi Signe Cecilie "
     "Line Rikke Annette Vibeke Dorthe Ellen Katrine Lise Ane Marie Gudrun Grethe Kristina "
     "Merete Malene Nanna Amalie Clara Johanne Josefine Stine Tove Victoria Winnie Astrid Bodil "
     "Britta Connie Ditte Else Emilie Gerda Henriette Jytte Karin Katja Lærke Margit Nina Rita "
     "Sanne",
     "1:19000 3:17000 10:12500 30:8500 60:3800 85:1200"},
    "Bæk Bjerre Borg Brand Bro Bund Dal Dam Eg Elle Eng Fred Frø Gam Grøn Haa Hav Hede Hol Hov "
    "Høj Kil Kirk Klit Krog Kvist Lau Led Lille Lund Lyng Mose Munk Nør Ny Over Raun Ris Rød "
    "Sand Skaar Skov Steen Storm Sønder Thor Toft Tved Ud Vad Vest Vind Øster Aa Ager",
    "gaard lund bjerg mark skov holm dal strup ager berg by bæk sted toft rup høj borg vang kær "
    "sen"};

const NameTable kNorwegianNames{
    "no",
    {"Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen "
     "Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen "
     "Henriksen Lund Halvorsen Sørensen Jakobsen Moen Gundersen Iversen Strand Solberg Svendsen "
     "Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie Amundsen Nguyen "
     "Rasmussen Lunde Solheim Berge Moe Nygård Bakke Kristensen Fredriksen Holm Lien Hauge "
     "Christensen Andresen Nielsen Knudsen Evensen Sæther Aas Myhre Haugland Ahmed Sivertsen "
     "Simonsen Danielsen Berntsen Sandvik Rønning Arnesen Antonsen Næss Vik Haug Ellingsen "
     "Thorsen Edvardsen Birkeland Isaksen Gulbrandsen Ruud Aasen Strøm Myklebust Tangen Ødegård "
     "Eliassen Helland Bøe Jenssen Aune Mikkelsen Tveit Brekke Abrahamsen Bråthen Engen Sunde "
     "Hermansen Madsen Christiansen Thomassen Wold Foss Ali Sørlie Nordby Fjeld Skaar Torgersen "
     "Hovland Kvam Opsahl Stene Bjerke Viken Vatne Grønli Furuseth Langseth Kjelsberg Tønnessen "
     "Aamodt Bye Dalen Egeland",
     "1:10200 3:9200 5:7200 10:4300 20:3000 40:1700 80:800 130:420"},
    {"Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Hans Geir Tor Morten Terje Odd Erik "
     "Martin Andreas John Anders Rune Trond Tore Daniel Jon Kristian Marius Stian Magnus Rolf "
     "Leif Henrik Harald Fredrik Espen Christian Jonas Alexander Kristoffer Stein Øyvind Gunnar "
     "Nils Eirik Øystein Helge Einar Håkon Roger Sindre Petter Frode Vegard Kenneth Dag Kåre "
     "Simon Jørgen Tommy Ola Sverre Tom Finn Steinar Olav Emil Karl Pål Asbjørn Torbjørn Markus "
     "Eivind Roar Jarle Mathias Lasse Reidar Sigurd Trygve Vidar",
     "1:21000 3:19500 10:14000 30:8500 60:3600 80:1300"},
    {"Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Marianne Solveig Randi "
     "Bente Nina Ida Hanne Tone Elisabeth Ingeborg Kristin Wenche Gerd Marie Silje Linda "
     "Kristine Maria Anita Tove Camilla Julie Heidi Grete Ragnhild Turid Kirsten Emma Else Hege "
     "Monica Siri Unni Mona Karin Ellen Aud Laila Trine Sissel Stine Lene Mari Gunn Sara Nora "
     "Torill Lise Emilie Elin Mette Jorunn Rita May Karen Cecilie Maren Vilde Thea Line Ruth "
     "Britt Sofie Åse Martine Tonje Synnøve Guro",
     "1:22000 3:18500 10:12500 30:8000 60:3600 80:1300"},
    "Aar Alv As Berg Bjør Bor Bra Bre Bru Dal Eik El Eng Fjell Fos Fure Gjer Gran Grim Grøn Haa "
    "Hagl Hal Hav Hei Hest Hol Hval Jor Kal Kjel Kleiv Krog Kval Lang Lauv Leir Lind Ljo Lyng "
    "Mar Mos Myr Nord Ny Os Rist Rog Rød Sand Skar Skog Sol Stav Stor Sve Sør Tor Tve Ud Vest "
    "Vik Vin Vold Ytre Ås Øst",
    "bakken berg bø dal eng eide fjord gård haug heim land lien lund moen nes rud seth stad "
    "stein strand sæter vik vold vatn åsen hus"};

const NameTable kFinnishNames{
    "fi",
    {"Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen "
     "Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Salonen Kinnunen Turunen Salo "
     "Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala "
     "Leppänen Väisänen Hiltunen Kallio Miettinen Leinonen Pitkänen Aaltonen Manninen Koivisto "
     "Anttila Hakala Laaksonen Hirvonen Räsänen Lehto Laakso Toivonen Mustonen Rantala Aalto "
     "Nurmi Karppinen Lindholm Johansson Nurminen Peltonen Partanen Halonen Mikkonen Hänninen "
     "Kemppainen Seppälä Pulkkinen Oksanen Kokkonen Lappalainen Karlsson Vainio Niskanen "
     "Kettunen Rissanen Peltola Väänänen Lampinen Honkanen Moilanen Nyman Ikonen Vuorinen Ranta "
     "Kivelä Eskelinen Tikkanen Pelkonen Immonen Uusitalo Suominen Pesonen Mäki Lindqvist "
     "Andersson Kangas Parkkinen Ylönen Rautio Kauppinen Nylund Eriksson Tamminen Hyvönen "
     "Juntunen Sirén Kuusisto Helminen Mononen Pitkäranta Haapala Harju Hakkarainen Kärkkäinen "
     "Luoma Malinen Nevalainen Ollila Paananen Puustinen Rinne Sinisalo Toivanen Tolonen "
     "Vartiainen Vesterinen Viitanen Vuori Wikström Ylinen",
     "1:4150 3:3850 10:2900 30:1700 70:950 130:550"},
    {"Juha Mika Jari Timo Kari Antti Matti Jukka Mikko Pekka Markku Hannu Heikki Janne Marko "
     "Ari Sami Ville Seppo Petri Lauri Teemu Erkki Jussi Tuomas Harri Jani Tommi Pasi Risto "
     "Martti Tomi Esa Vesa Jarmo Ilkka Raimo Jouni Olli Veli Juho Eero Aleksi Kimmo Arto Henri "
     "Joni Jaakko Niko Henrik Tero Reijo Toni Pentti Mikael Juhani Kalle Tapio Samuli Otto "
     "Anssi Aki Eetu Esko Ismo Joonas Kai Kalevi Keijo Lasse Niklas Oskari Paavo Rauno",
     "1:27000 3:21000 10:16500 30:9500 60:3000 75:1500"},
    {"Tuula Anne Päivi Anna Ritva Leena Pirjo Sari Minna Marja Tiina Riitta Pirkko Tarja Seija "
     "Hanna Eija Maria Heidi Satu Laura Mari Elina Jaana Johanna Ulla Katja Kirsi Liisa "
     "Marjatta Raija Marika Merja Anneli Outi Susanna Helena Sirpa Nina Katri Eeva Sanna Jenni "
     "Irja Kaisa Mervi Arja Niina Virpi Eila Anita Maarit Kati Annika Piia Emilia Emma Essi "
     "Hilkka Inkeri Jonna Kaarina Karoliina Kristiina Linda Marjo Nea Noora Paula Pia Riikka "
     "Saara Salla Suvi Taina Terhi",
     "1:19000 3:17000 10:13000 30:8500 60:3500 75:1500"},
    "Aalto Aho Alho Ala Erä Haapa Haka Harju Hauta Heikki Hieta Hirvi Holo Ilvo Isa Jää Joki "
    "Kaar Kai Kala Kallio Kangas Kari Kaski Katai Keto Kivi Koivu Kor Koski Kuja Kukko Kuusi "
    "Laak Lahti Lam Lehmus Leppä Lehto Linna Lumi Maki Man Marja Mesi Metsä Muro Mylly Niini "
    "Niitty Nuor Oja Orava Palo Parta Pelto Perä Pihla Piippo Pulk Puro Rauta Reima Riihi Saar "
    "Salo Savo Silta Sorvo Suo Syrjä Taipa Talvi Tam Terva Tuomi Tyyne Vaara Vali Vesi Viita "
    "Virta Vuori Yli",
    "nen la mäki niemi järvi saari koski ranta maa oja lainen vaara aho lahti joki kangas salo "
    "vuo pää kivi"};

}  // namespace galena::examples::generator
