// Short forms of first names, and remarks, by language.
#include "generator/tables/phrases.hpp"

namespace galena::examples::generator {

namespace {

constexpr std::string_view kEnglishNicknames =
    "Michael=Mike,Mick,Mickey James=Jim,Jimmy,Jamie David=Dave,Davy John=Johnny,Jack,Jon "
    "Robert=Bob,Rob,Bobby,Robbie William=Bill,Will,Billy,Willie Christopher=Chris,Kit "
    "Matthew=Matt Joseph=Joe,Joey Daniel=Dan,Danny Richard=Rick,Dick,Rich,Richie "
    "Thomas=Tom,Tommy Steven=Steve Stephen=Steve,Steph Brian=Bryan Joshua=Josh Andrew=Andy,Drew "
    "Kevin=Kev Timothy=Tim Jeffrey=Jeff Anthony=Tony Charles=Charlie,Chuck,Chas "
    "Kenneth=Ken,Kenny Gregory=Greg Nicholas=Nick,Nicky Jonathan=Jon,Jonny Benjamin=Ben,Benny "
    "Patrick=Pat,Paddy Edward=Ed,Eddie,Ted,Ned Peter=Pete Nathan=Nate Samuel=Sam,Sammy "
    "Jeremy=Jerry,Jem Donald=Don,Donnie Ronald=Ron,Ronnie Jacob=Jake Zachary=Zach,Zack "
    "Alexander=Alex,Al,Sandy Dennis=Den,Denny Douglas=Doug Raymond=Ray Philip=Phil,Pip "
    "Phillip=Phil Bradley=Brad Vincent=Vince,Vinny Lawrence=Larry,Laurie Albert=Al,Bert "
    "Arthur=Art Frank=Frankie Henry=Harry,Hank Walter=Walt,Wally Harold=Harry,Hal Eugene=Gene "
    "Louis=Lou Leonard=Len,Lenny Theodore=Ted,Teddy,Theo Frederick=Fred,Freddie Clifford=Cliff "
    "Ernest=Ernie Gerald=Gerry,Jerry Stuart=Stu Russell=Russ Curtis=Curt Clayton=Clay "
    "Mitchell=Mitch Gabriel=Gabe Randy=Randall Victor=Vic Norman=Norm Stanley=Stan Alan=Al "
    "Maxwell=Max Nathaniel=Nate,Nat Francis=Frank Cameron=Cam Terrence=Terry "
    "Jennifer=Jen,Jenny,Jenn Jessica=Jess,Jessie Elizabeth=Liz,Beth,Lizzie,Betty,Eliza "
    "Sarah=Sally Lisa=Liz Michelle=Shelly,Chelle Amanda=Mandy Melissa=Missy,Mel Susan=Sue,Susie "
    "Kimberly=Kim,Kimmy Patricia=Pat,Patty,Trish,Tricia Stephanie=Steph,Stevie Linda=Lin "
    "Rebecca=Becky,Becca Nicole=Nikki,Nicky Emily=Em,Emmy Angela=Angie Laura=Laurie "
    "Christine=Chris,Chrissy,Tina Deborah=Deb,Debbie Cynthia=Cindy Sandra=Sandy Samantha=Sam "
    "Katherine=Kate,Kathy,Katie,Kat Kathryn=Kathy,Kate,Katie Catherine=Cathy,Kate,Cath "
    "Julie=Jules Andrea=Andie Megan=Meg Christina=Tina,Chris Danielle=Dani Pamela=Pam "
    "Barbara=Barb,Babs Victoria=Vicky,Tori Teresa=Terri,Tess Theresa=Terri,Tess Diane=Di "
    "Kathleen=Kathy,Kath Debra=Deb,Debbie Margaret=Maggie,Peggy,Meg,Marge Jacqueline=Jackie "
    "Valerie=Val Alexandra=Alex,Sandra,Lexi Veronica=Ronnie Abigail=Abby Madison=Maddie "
    "Alison=Ali Allison=Ali Joanne=Jo Nicola=Nicky,Nic Charlotte=Charlie,Lottie Lucy=Lu "
    "Sophie=Soph Eleanor=Ellie,Nell Georgina=Georgie,Gina Philippa=Pippa,Pip Judith=Judy "
    "Virginia=Ginny Suzanne=Sue,Suzie Melanie=Mel Gillian=Gill,Jill Rosemary=Rose,Rosie "
    "Frances=Fran Dorothy=Dot,Dottie Evelyn=Evie Lillian=Lily Marilyn=Mary Beverly=Bev "
    "Felicia=Fel Natalie=Nat Vanessa=Nessa Harriet=Hattie Martha=Marty Josephine=Jo";

constexpr std::string_view kGermanNicknames =
    "Thomas=Tom,Tommy Michael=Micha,Michi Andreas=Andi,Andy Stefan=Steff Christian=Chris "
    "Klaus=Claus Markus=Marc Wolfgang=Wolf,Wolfi Jürgen=Jürg Matthias=Matze,Hias Alexander=Alex "
    "Daniel=Dani Sebastian=Basti,Bastian Tobias=Tobi Manfred=Manni,Fred Hans=Hansi Florian=Flo "
    "Philipp=Phil Günter=Günther Maximilian=Max,Maxi Dominik=Nick Benjamin=Ben,Benni "
    "Johannes=Hannes,Jo,Hans Robert=Rob Joachim=Jochen,Achim Gerhard=Gerd Ulrich=Uli "
    "Heinz=Heini Nikolaus=Niko Friedrich=Fritz Ludwig=Lutz Siegfried=Siggi "
    "Heinrich=Heinz,Heiner Josef=Sepp,Jupp Franz=Franzl Reinhard=Reiner Eberhard=Ebbi "
    "Konrad=Conny Wilhelm=Willi Albert=Bert Anton=Toni Konstantin=Kosta Raphael=Raffi "
    "Susanne=Susi,Sanne Petra=Peti Claudia=Claudi Nicole=Nicki Stefanie=Steffi Birgit=Biggi "
    "Christine=Tine,Christl Katrin=Kati Gabriele=Gabi Katharina=Kathi,Katja Ulrike=Uli,Rike "
    "Barbara=Babsi,Bärbel Daniela=Dani Angelika=Geli Simone=Moni Michaela=Michi "
    "Brigitte=Gitte,Gitti Ursula=Uschi,Ulla Elisabeth=Elli,Lisa,Sissi Alexandra=Alex,Sandra "
    "Franziska=Franzi Manuela=Manu Johanna=Hanna Cornelia=Conny,Nele Christiane=Tina,Christl "
    "Friederike=Rike,Fritzi Margarete=Gretel,Grete Magdalena=Lena,Leni Annette=Netti "
    "Veronika=Vroni Theresa=Resi Rosemarie=Rosi Hildegard=Hilde Sabine=Bine Antonia=Toni "
    "Charlotte=Lotte Viktoria=Vicky Jennifer=Jenny Jessica=Jessi Melanie=Mel Patricia=Patty";

constexpr std::string_view kRemarksEnglish =
    "Interested in {p}, please call back next week.|"
    "Met at the trade show, wants a quote for {n} units.|"
    "Asked for a price list and the \"{p}\" brochure.|Left voicemail.|"
    "Left voicemail twice, no answer.|"
    "Spoke with {f}; budget approved for Q3, decision in {n} weeks.|Do not call before 10 am|"
    "Existing customer of a competitor, contract ends soon|"
    "Wants a free trial of {p}.\nFollow up in {n} days.|Requested demo, {n} users|"
    "See e-mail from last month, attached quote #{n}|wrong number?|"
    "Referred by a colleague at {c}|Currently evaluating: {p}, and two others.|"
    "Needs delivery to several sites; asked about discount for {n}+|downloaded whitepaper|"
    "Out of office until Monday|Budget \"not before next year\", call again|Hot!|"
    "assistant: call {f} directly|Visited our booth.\nDiscussed {p}.\n\nNext step: send offer";

}  // namespace

const PhraseTable kPhrases[15] = {
    {"en", kEnglishNicknames, kRemarksEnglish},
    {"de", kGermanNicknames,
     "Interesse an {p}, bitte um Rückruf.|Messekontakt, wünscht Angebot über {n} Stück.|"
     "Rückruf ab Dienstag, vorher im Urlaub|Bittet um Zusendung der Broschüre \"{p}\"|"
     "Nicht erreicht, AB besprochen|Budget vorhanden, Entscheidung in {n} Wochen|"
     "Bestandskunde eines Wettbewerbers; Vertrag läuft aus|"
     "Testzugang für {p} gewünscht.\nIn {n} Tagen nachfassen.|"
     "Ansprechpartner gewechselt, jetzt {f}|Empfehlung von {c}|"
     "Preisliste per Mail geschickt, Angebot Nr. {n}|kein Bedarf, in einem Jahr wieder melden|"
     "Termin vor Ort vereinbart, Teilnehmer: {f}, Einkauf"},
    {"fr",
     "Philippe=Phil Nicolas=Nico Christophe=Chris Frédéric=Fred,Frédo Julien=Ju Stéphane=Steph "
     "Sébastien=Seb Michel=Mimi Thierry=Titi Olivier=Oliv Vincent=Vince Alexandre=Alex "
     "Guillaume=Guill François=Fanfan Antoine=Toine,Tony Maxime=Max Dominique=Dom Jérôme=Jé "
     "Benjamin=Ben Ludovic=Ludo Emmanuel=Manu Grégory=Greg Mathieu=Mat Valentin=Val "
     "Raphaël=Raph Jonathan=Jo Nathalie=Nath Isabelle=Isa Catherine=Cathy,Cat Stéphanie=Steph "
     "Valérie=Val Véronique=Véro Aurélie=Aurel Laurence=Lau Caroline=Caro Virginie=Ninie "
     "Florence=Flo Sandrine=Sandy Brigitte=Bri Mélanie=Mel Dominique=Dom Patricia=Pat "
     "Alexandra=Alex Christelle=Chris Élisabeth=Babeth Jacqueline=Jacquie",
     "Intéressé par {p}, rappeler la semaine prochaine.|"
     "Rencontré au salon, demande un devis pour {n} pièces.|Message laissé sur répondeur|"
     "Demande la documentation \"{p}\"|Budget validé, décision dans {n} semaines|"
     "Client d'un concurrent, contrat bientôt terminé|"
     "Souhaite une démonstration.\nRelancer dans {n} jours.|Recommandé par {c}|"
     "absent jusqu'à lundi|Devis n° {n} envoyé, en attente de réponse"},
    {"es",
     "José=Pepe,Chema Antonio=Toni,Toño Manuel=Manolo,Manu Francisco=Paco,Pancho,Fran "
     "Juan=Juanjo Javier=Javi Daniel=Dani Jesús=Chus,Chuy Alejandro=Álex,Jandro Miguel=Míchel "
     "Rafael=Rafa Pedro=Perico Ignacio=Nacho Enrique=Quique,Kike Fernando=Nando Alberto=Beto "
     "Eduardo=Edu,Lalo Roberto=Beto Santiago=Santi Guillermo=Guille,Memo Vicente=Vicen "
     "Alfonso=Poncho Salvador=Salva Gonzalo=Gonza Sebastián=Sebas Nicolás=Nico Jaime=Jimmy "
     "Joaquín=Quino María=Mari Dolores=Lola,Loli Isabel=Isa Cristina=Cris Teresa=Tere "
     "Mercedes=Merche Beatriz=Bea Patricia=Patri,Paty Montserrat=Montse Inmaculada=Inma "
     "Encarnación=Encarni Concepción=Concha,Conchi Francisca=Paca,Paqui Guadalupe=Lupe "
     "Rosario=Charo Pilar=Pili Susana=Susi Verónica=Vero Alejandra=Ale Victoria=Vicky Rocío=Ro "
     "Lourdes=Lulú",
     "Interesado en {p}, llamar la próxima semana.|"
     "Contacto de la feria, pide presupuesto de {n} unidades.|Se dejó mensaje en el contestador|"
     "Solicita catálogo \"{p}\"|Presupuesto aprobado, decide en {n} semanas|"
     "Quiere una demo.\nHacer seguimiento en {n} días.|Recomendado por {c}|"
     "No contesta, volver a llamar|Oferta nº {n} enviada"},
    {"it",
     "Giuseppe=Beppe,Pino,Peppe Francesco=Franco,Checco Giovanni=Gianni,Nanni "
     "Alessandro=Sandro,Ale Antonio=Toni,Tonino Salvatore=Totò,Salvo Domenico=Mimmo "
     "Vincenzo=Enzo Luigi=Gigi Lorenzo=Renzo Roberto=Robi Riccardo=Ricky Federico=Fede "
     "Matteo=Teo Stefano=Ste Raffaele=Lello Gaetano=Tano Pasquale=Lino Michele=Lele "
     "Emanuele=Manu Tommaso=Tommy Leonardo=Leo Massimo=Max Francesca=Franci,Checca "
     "Alessandra=Ale,Sandra Valentina=Vale Federica=Fede Elisabetta=Betta Antonella=Anto "
     "Giuseppina=Pina Caterina=Rina,Cate Eleonora=Ele Maria=Mariuccia Margherita=Rita",
     "Interessato a {p}, richiamare la prossima settimana.|"
     "Contatto fiera, chiede preventivo per {n} pezzi.|Lasciato messaggio in segreteria|"
     "Chiede il catalogo \"{p}\"|Budget approvato, decisione tra {n} settimane|"
     "Vuole una demo.\nRicontattare tra {n} giorni.|Segnalato da {c}|"
     "Inviata offerta n. {n}, in attesa"},
    {"pl",
     "Krzysztof=Krzysiek Andrzej=Andrzejek Tomasz=Tomek Paweł=Pawełek Jan=Janek,Jasiek "
     "Michał=Michałek Jakub=Kuba Stanisław=Staszek Grzegorz=Grzesiek Wojciech=Wojtek "
     "Dariusz=Darek Zbigniew=Zbyszek Maciej=Maciek Jerzy=Jurek Tadeusz=Tadek Ryszard=Rysiek "
     "Janusz=Januszek Józef=Józek Jarosław=Jarek Bartosz=Bartek Bartłomiej=Bartek "
     "Mirosław=Mirek Przemysław=Przemek Sławomir=Sławek Kazimierz=Kazik Aleksander=Olek "
     "Radosław=Radek Mateusz=Mati Katarzyna=Kasia Małgorzata=Gosia,Małgosia Agnieszka=Aga "
     "Barbara=Basia Magdalena=Magda Elżbieta=Ela Krystyna=Krysia Joanna=Asia Aleksandra=Ola "
     "Zofia=Zosia Danuta=Danka Dorota=Dorotka Anna=Ania Maria=Marysia Ewa=Ewka Karolina=Karola "
     "Zuzanna=Zuza Grażyna=Grażka Jolanta=Jola Teresa=Tereska Urszula=Ula Izabela=Iza "
     "Aneta=Anetka",
     "Zainteresowany {p}, oddzwonić w przyszłym tygodniu.|"
     "Kontakt z targów, prosi o ofertę na {n} szt.|Nie odbiera, zostawiono wiadomość|"
     "Prosi o katalog \"{p}\"|Decyzja za {n} tygodnie|Wysłano ofertę nr {n}|Polecenie od {c}"},
    {"tr",
     "Mehmet=Memo Mustafa=Mıstık İbrahim=İbo Hüseyin=Hüso Süleyman=Sülo Abdullah=Apo "
     "Fatma=Fatoş Ayşe=Ayşegül Hatice=Hatçe Zeynep=Zeyno",
     "{p} ile ilgileniyor, gelecek hafta aranacak.|"
     "Fuarda görüşüldü, {n} adet için teklif istiyor.|Ulaşılamadı, mesaj bırakıldı|"
     "Katalog gönderildi|{n} hafta sonra tekrar aranacak"},
    {"hi",
     "Rajesh=Raj,Raju Sanjay=Sanju Vijay=Viju Rakesh=Rocky Abhishek=Abhi Vikas=Vicky "
     "Sandeep=Sandy Siddharth=Sid Krishna=Kris Karthik=Karti Aditya=Adi Mohammed=Mohd "
     "Venkat=Venky Srinivas=Srini Priya=Pri Deepika=Deepa Aishwarya=Aish Lakshmi=Laxmi "
     "Nandini=Nandu",
     kRemarksEnglish},
    {"zh", "", kRemarksEnglish},
    {"sv",
     "Lars=Lasse Mikael=Micke Anders=Adde Johan=Jocke Erik=Erke Fredrik=Frille Stefan=Steffe "
     "Mattias=Matte Niklas=Nicke Joakim=Jocke Christer=Chrille Tomas=Tompa Karl=Kalle "
     "Gustav=Gurra Alexander=Alex Oskar=Ogge Göran=Jöran Rickard=Ricky Birgitta=Gittan "
     "Kristina=Stina Elisabeth=Lisa Katarina=Kattis Margareta=Greta Gunilla=Nilla Susanne=Sussi "
     "Josefin=Jossan",
     "Intresserad av {p}, ring tillbaka nästa vecka.|Mässkontakt, vill ha offert på {n} st.|"
     "Lämnade meddelande|Beslut om {n} veckor|Skickade broschyr \"{p}\"|"
     "Återkommer efter semestern"},
    {"da",
     "Michael=Mike Christian=Chris Frederik=Frede Rasmus=Ras Jørgen=Jørn Christoffer=Stoffer "
     "Alexander=Alex Nikolaj=Niko Kirsten=Kis Elisabeth=Lise Margrethe=Grethe Charlotte=Lotte "
     "Christina=Stina Mathilde=Tilde",
     "Interesseret i {p}, ring igen i næste uge.|Messekontakt, ønsker tilbud på {n} stk.|"
     "Lagt besked|Beslutning om {n} uger|Har fået tilsendt brochure"},
    {"no",
     "Alexander=Alex Kristoffer=Stoffer Fredrik=Fred Magnus=Mange Andreas=Andy "
     "Elisabeth=Lisa,Beth Margrethe=Grete Kristine=Stine Ingeborg=Inga Kristin=Kiki",
     "Interessert i {p}, ring tilbake neste uke.|Messekontakt, ønsker tilbud på {n} stk.|"
     "La igjen beskjed|Beslutning om {n} uker|Sendt brosjyre på \"{p}\""},
    {"fi",
     "Juha=Jussi Timo=Timppa Mikko=Miksu Pekka=Pena Markku=Make Heikki=Hessu Tuomas=Tume "
     "Johannes=Jussi Aleksi=Ale Tuula=Tutta Susanna=Sanna Johanna=Hanna Katariina=Kati "
     "Helena=Leena Karoliina=Karo Kristiina=Tiina",
     "Kiinnostunut: {p}, soitto ensi viikolla.|Messukontakti, pyytää tarjouksen {n} kpl.|"
     "Jätetty viesti vastaajaan|Päätös {n} viikon kuluttua"},
    {"nl",
     "Johannes=Hans,Jan,Johan Cornelis=Kees,Cor Willem=Wim Pieter=Piet Maarten=Martin "
     "Robert=Rob Bastiaan=Bas Alexander=Lex,Alex Gerard=Gerrit Hendrik=Henk Mark=Marc "
     "Thomas=Tom Richard=Ries Jeroen=Jer Matthijs=Thijs Sebastiaan=Bas Michel=Miel "
     "Maria=Marie,Ria Elisabeth=Els,Betty Johanna=Hanna,Annie Petra=Pet Suzanne=Suus "
     "Jacqueline=Jacq Margriet=Griet Marjolein=Jolein Nicole=Nico Jessica=Jess",
     "Interesse in {p}, volgende week terugbellen.|Beurscontact, wil offerte voor {n} stuks.|"
     "Voicemail ingesproken|Beslissing over {n} weken|Brochure \"{p}\" gestuurd|"
     "Doorverwezen door {c}"},
    {"pt",
     "José=Zé,Zeca João=Joãozinho Antônio=Toninho,Tonho Francisco=Chico Eduardo=Edu,Dudu "
     "Luiz=Lula Carlos=Carlinhos Rafael=Rafa Roberto=Beto Felipe=Lipe Gustavo=Guga "
     "Fernando=Nando Alexandre=Alê,Xande Rodrigo=Digo Guilherme=Gui Leonardo=Léo Henrique=Rique "
     "Gabriel=Biel Daniel=Dani Juliana=Ju Patrícia=Paty Fernanda=Nanda Mariana=Mari Camila=Mila "
     "Beatriz=Bia Gabriela=Gabi Luciana=Lu Daniela=Dani Natália=Nati Rafaela=Rafa Isabela=Bela "
     "Carolina=Carol Cristina=Cris",
     "Interessado em {p}, ligar na próxima semana.|"
     "Contato da feira, pediu orçamento de {n} peças.|Deixei recado|Decisão em {n} semanas|"
     "Enviado catálogo \"{p}\"|Indicação da {c}"}};

}  // namespace galena::examples::generator
