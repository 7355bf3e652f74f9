// Names in order of how many people bear them, Dutch. The law under each list gives how many
// of a million people bear the name of that rank; ranks between are interpolated. What the list
// leaves of the million are rare names, composed of the stems and endings. "_" stands for a space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kDutchNames{
    "nl",
    {"de_Jong Jansen de_Vries van_den_Berg Bakker van_Dijk Visser Janssen Smit Meijer de_Boer "
     "Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits "
     "de_Graaf van_der_Meer van_der_Linden Kok Jacobs de_Haan Vermeulen van_den_Heuvel "
     "van_der_Veen van_den_Broek de_Bruijn de_Bruin van_der_Heijden Schouten van_Beek Willems "
     "van_Vliet van_de_Ven Hoekstra Maas Verhoeven Koster van_Dam van_der_Wal Prins Blom "
     "Huisman Peeters de_Jonge Kuipers van_Veen Kuiper Veenstra Kramer van_den_Brink Scholten "
     "van_Wijk Postma Martens Vink Jonker Molenaar Bosch Evers Hermans Roos Gerritsen "
     "van_der_Velde Timmermans Schipper van_Doorn Koning Sanders van_Schaik Hofman Driessen "
     "Bosman Boer Wolters van_Dongen de_Leeuw van_Loon Verbeek Groen Boersma Aerts Claes "
     "Goossens Maes Mertens Wouters De_Smet Dubois Lambert Martin Claeys Verhaegen Vandenberghe "
     "Van_Damme Vermeersch Desmet De_Clercq Hendrickx Lemmens Segers Michiels Stevens Verlinden "
     "Verstraete Bogaert Cools Pauwels Lenaerts Yılmaz El_Amrani Bouali Bakkali van_Rijn "
     "Kuijpers Ruiter Sluis Tromp Verkerk Vonk Wiersma Zijlstra Zwart Hoogland Hoekman Kooistra "
     "Lammers Mol Nijhuis Oosterhuis Pronk",
     "1:5400 2:4600 3:4450 10:2400 30:1450 80:620 150:320"},
    {"Jan Peter Johan Hans Martijn Jeroen Erik Mark Rob Dennis Marcel Frank Bas Michel Paul Tim "
     "Thomas Robert Wouter Jeffrey Marco Kevin Stefan Ronald Henk Willem Edwin Bart Rick Sander "
     "Patrick Richard Koen Arjan Tom Daan Jasper Bram Ruud Gerard Kees Pieter Maarten Niels "
     "Joost Sjoerd Ruben Vincent Wim Theo Lars Luuk Sven Thijs Tijs Roel Cornelis Dirk Geert "
     "Gert Guus Harm Hugo Jelle Joris Jos Jurgen Karel Leon Lucas Luc Matthijs Mohamed Nico "
     "Olivier Pim Ralph Remco Rene Rik Rutger Sebastiaan Stijn Sjaak Teun Ton Tobias Victor "
     "Yannick Yves Piet Filip Dieter",
     "1:17000 3:14500 10:11000 30:8000 60:4200 95:1100"},
    {"Maria Anna Linda Marieke Petra Monique Sandra Ingrid Esther Anita Marjolein Wilma Marloes "
     "Laura Kim Sanne Lisa Judith Anja Karin Yvonne Mirjam Nicole Chantal Saskia Jolanda Manon "
     "Suzanne Eva Annemarie Anneke Astrid Barbara Bianca Carla Charlotte Daniëlle Diana Ellen "
     "Els Emma Femke Floor Fleur Hanneke Heleen Ilse Inge Iris Jessica Joke Julia Katrien "
     "Kirsten Lies Lieke Loes Lotte Maaike Margriet Marijke Marleen Martine Mieke Miranda Naomi "
     "Nathalie Nienke Patricia Renate Renske Rianne Roos Sabine Sara Sophie Susan Tessa Tineke "
     "Vera Wendy Annelies Ann An Griet Hilde Leen Liesbeth Sofie Veerle Greet",
     "1:16000 3:13500 10:10500 30:7800 60:4200 95:1100"},
    "Aker Ber Berken Blok Boeken Boom Brand Brink Broek Buiten Dal Dijk Doorn Draai Duin Eik "
    "Elzen Engel Es Geer Gouds Groen Haar Hage Hazel Heer Heg Heide Hoef Hof Holt Hoog Huis "
    "IJssel Kamp Kerk Klein Klomp Kools Kort Kraai Lange Leef Linden Loo Maas Meer Middel Mole "
    "Nieuw Noor Oever Olden Oost Over Peper Pol Rei Riet Rood Roozen Ruit Sluis Sprong Staal "
    "Steen Stok Tol Uiter Veen Velt Ven Voor Water Weste Wijn Wil Winter Zand Zee Zijde Zomer "
    "Zuid Zwane",
    "berg burg bos broek dam dijk donk hof horst hout huis huizen kamp laar land man meijer "
    "mans rode sma stra ting veld ven voort wijk zaal"};

}  // namespace galena::examples::generator
