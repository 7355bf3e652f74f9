// Names in order of how many people bear them, Polish, Turkish. The law under each list gives how
// many of a million people bear the name of that rank; ranks between are interpolated. What the
// list leaves of the million are rare names, composed of the stems and endings. "_" stands for a
// space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kPolishNames{
    "pl",
    {"Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański "
     "Woźniak Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek "
     "Piotrowski Grabowski Pawłowski Michalski Król Zając Wieczorek Jabłoński Wróbel Nowakowski "
     "Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski "
     "Witkowski Walczak Sikora Rutkowski Baran Michalak Szewczyk Ostrowski Tomaszewski Pietrzak "
     "Zalewski Wróblewski Marciniak Jasiński Sadowski Bąk Zawadzki Duda Jakubowski Wilk "
     "Chmielewski Borkowski Włodarczyk Sokołowski Szczepański Sawicki Kucharski Lis Maciejewski "
     "Kubiak Kalinowski Wysocki Mazurek Kołodziej Kaźmierczak Czarnecki Sobczak Konieczny "
     "Głowacki Urban Zakrzewski Wasilewski Sikorski Krajewski Gajewski Mróz Laskowski "
     "Ziółkowski Szulc Makowski Czerwiński Baranowski Brzeziński Szymczak Kaczmarczyk "
     "Przybylski Andrzejewski Cieślak Borowski Błaszczyk Górecki Kania Janik Leszczyński "
     "Mikołajczyk Chojnacki Kozak Urbański Tomczak Jarosz Lipiński Mucha Kowalewski Nawrocki "
     "Kołodziejczyk Domański Wierzbicki Kubicki Markowski Tomczyk Rogowski Musiał Cieślik Kurek "
     "Kopeć Zych Polak Stachowiak Żak Orłowski Markiewicz Pająk Wrona Kot Wolski Żurek Bielecki "
     "Sobolewski Rybak Stankiewicz Stefański Grzelak Milewski Karpiński Kasprzak Janicki "
     "Gołębiowski Bednarek Banaś Bednarczyk Nowacki Marek Dziedzic Kaczor Klimek Skiba Socha "
     "Madej Zięba Łuczak Kosiński Czaja Śliwiński Klimczak Bielak Bartczak Banach Filipek "
     "Gawron Góra Hajduk Iwański Janowski Kędzierski Kłos Krupa Kruk Kuczyński Kwiecień Lech "
     "Ligęza Łukasik Małecki Matuszewski Mielczarek Murawski Niemiec Olejniczak Pałka Piątek "
     "Piekarski Podgórski Różański Rudnicki Siwek Skowroński Sowa Staniszewski Stasiak "
     "Strzelecki Światek Szcześniak Szostak Szymczyk Świątek Tkaczyk Twardowski Wawrzyniak "
     "Wąsik Wnuk Zaremba Zimny Żukowski Żyła",
     "1:5300 2:3600 3:2850 10:2350 30:1300 100:640 200:340 250:270"},
    {"Piotr Krzysztof Andrzej Tomasz Paweł Jan Michał Marcin Jakub Adam Stanisław Marek Łukasz "
     "Grzegorz Mateusz Wojciech Mariusz Dariusz Zbigniew Maciej Jerzy Rafał Robert Kamil "
     "Tadeusz Jacek Dawid Ryszard Szymon Kacper Janusz Józef Jarosław Artur Bartosz Sebastian "
     "Damian Patryk Mirosław Przemysław Henryk Sławomir Daniel Kazimierz Karol Roman Filip "
     "Antoni Adrian Marian Aleksander Leszek Waldemar Dominik Bartłomiej Radosław Wiktor "
     "Krystian Konrad Bogdan Edward Zdzisław Hubert Władysław Czesław Arkadiusz Witold Lech "
     "Bogusław Cezary Ireneusz Kajetan Norbert Oskar Tymoteusz Wiesław Zenon Bernard Błażej "
     "Eryk Gabriel Igor Leon",
     "1:37000 3:29000 10:22000 30:9500 55:3000 85:900"},
    {"Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Magdalena Elżbieta Krystyna Joanna "
     "Aleksandra Monika Zofia Teresa Natalia Julia Danuta Karolina Marta Beata Dorota Alicja "
     "Halina Jadwiga Janina Iwona Grażyna Jolanta Justyna Paulina Zuzanna Hanna Wiktoria "
     "Patrycja Sylwia Renata Kinga Urszula Weronika Irena Izabela Oliwia Aneta Emilia Helena "
     "Bożena Ewelina Marzena Edyta Wanda Dominika Klaudia Lidia Martyna Milena Nikola "
     "Stanisława Kamila Angelika Lucyna Sandra Bogumiła Mariola Kazimiera Celina Daria Diana "
     "Elwira Gabriela Genowefa Honorata Ilona Jagoda Julita Kornelia Laura Liliana Malwina "
     "Mirosława Nina Olga Róża Sabina Wiesława",
     "1:30000 3:25000 10:18000 30:10500 55:3500 85:900"},
    "Adam Bab Bart Biał Biel Bielaw Bog Boro Brod Buc Budz Chmur Chrz Ciel Czech Czerni Dęb Dob "
    "Domin Drozd Fal Gac Gęs Głow Gnie Gołę Gór Grab Gron Grusz Jag Jasz Jel Kamie Karp Klon "
    "Kmie Kobyl Kon Kor Kos Krasz Kraw Krzy Kuj Lasz Leśni Lip Łab Łąc Łuk Mal Mich Miel Mod "
    "Mor Nied Nowi Ols Osi Ostr Pal Pastern Piech Pień Pod Pop Rad Rak Rog Rost Rud Sad Sik "
    "Sien Skal Skór Sob Star Straw Szyman Tarn Tom Trzc Wal War Węg Wierz Wiśni Wit Wol Zab Zag "
    "Zar Zdan Ziel Żar",
    "owski ewski ański iński owicz ewicz icki ecki czyk czak ak ek yk arz el asik uła ała ocha "
    "ura urski alski alik"};

const NameTable kTurkishNames{
    "tr",
    {"Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç "
     "Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar "
     "Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer Işık Kaplan Avcı "
     "Sarı Tekin Taş Köse Yüksel Ateş Aksoy Ceylan Çoban Coşkun Bayram Karaca Ekinci Sönmez "
     "Uysal Kocaman Duman Erdem Tunç Toprak Karataş Uzun Akın Ay Güven Bilgin Kaynak Baş "
     "Demirci Demirel Karakaya Esen Aydoğan Uçar Sezer Ergün Akbaş Altun Altın Durmaz Ersoy "
     "Eren Genç Gündüz Gürbüz Kahraman Karadağ Karagöz Kartal Koca Koçak Kuş Küçük Mutlu Oral "
     "Orhan Öz Özbek Özel Özgür Özmen Pehlivan Sağlam Soylu Şeker Tan Taşkın Temel Tosun Tuna "
     "Türk Türkmen Uğur Uslu Ünlü Vural Yaman Yaşar Yiğit Yurt Zengin Akgül Akkaya Akman Aksu "
     "Akyüz Alkan Ari Aygün Balcı Başaran Batur Baysal Bektaş Bilgiç Bostancı Candan Cengiz "
     "Çalışkan Çam Çiçek Çiftçi Dağ Dal Deniz Dinç Dursun Ekici Elmas Engin Erbaş Erkan Ertürk "
     "Gök Gökçe Göktaş Günay Güngör Gürsoy Hancı İnan İnce Kalkan Kandemir Karabulut Karahan "
     "Kırmızı Kuru Metin Okur Ocak Önal Önder Özden Parlak Savaş Sevim Soysal Tekeli Topal "
     "Topçu Ulusoy Uyar Varol Yazıcı Yeşil",
     "1:15500 2:12000 3:10500 10:6500 20:4500 50:2200 100:1050 190:420"},
    {"Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan "
     "Halil Süleyman Abdullah Mahmut Recep Salih Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir "
     "Musa Metin Serkan Burak Orhan Furkan Gökhan Bayram Yunus Cemal Uğur Onur Volkan Barış Cem "
     "Can Deniz Eren Tolga Serdar Sinan Selim Tuncay Erkan Ercan Erdal Ferhat Levent Özgür Okan "
     "Oğuz Ozan Umut Yavuz Yasin Zafer Bülent Cengiz Cihan Çağrı Engin Enes Ertuğrul Faruk "
     "Hamza İlker Kaan Koray Mert Mesut Muhammed Necati Nihat Rıza Sedat Suat Taner Tarık "
     "Tayfun Turgut Alper Arda Berk Berkay Caner Cüneyt Doğan Ender Haluk İlhan Kerem Kenan",
     "1:40000 3:29000 10:14000 30:7000 60:3200 100:900"},
    {"Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Merve Zehra Esra Sultan Hülya Sevgi "
     "Özlem Yasemin Büşra Kübra Melek Dilek Leyla Tuğba Gamze Ebru Songül Ayten Derya Serpil "
     "Filiz Aysel Hacer Sibel Gülsüm Pınar Aslı Burcu Ceren Deniz Didem Duygu Ece Eda Ela Funda "
     "Gizem Gonca Gül Gülay Gülşen Hande Havva İrem İpek Melike Meltem Meral Mine Müge Nalan "
     "Neslihan Nihal Nilgün Nur Nurcan Nuray Özge Rabia Seda Seher Selin Semra Sema Serap Sevda "
     "Sevim Sinem Şeyma Şule Tuba Tülay Ümmühan Vildan Yeliz Yıldız Aylin Aynur Bahar Banu "
     "Berna Beyza Betül Canan Cansu Çiğdem Damla Dilara Emel Esin Feride Figen",
     "1:37000 3:27000 10:9500 30:6000 60:3200 100:900"},
    "Ak Al Altın Arı Ay Bal Baş Bay Bil Boz Can Ces Çağ Çel Dağ Demir Der Doğ Dur Er Ert Gök "
    "Gün Güç Gür Güz Has İl Kar Kan Kara Kay Kılıç Kır Koç Kor Kök Kut Mut Ok Or Öz Pek Sağ "
    "Sarı Sav Ser Sön Şah Taş Tek Tok Top Tun Tür Ulu Yal Yar Yıl Yol Yüce Yük Zor",
    "oğlu gül kaya taş can er han demir türk kan doğan soy ay gün maz mez bulut tepe tekin "
    "çelik bay su göz alp köy lar öz baş dal baba"};

}  // namespace galena::examples::generator
