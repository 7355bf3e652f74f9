// Names in order of how many people bear them, French, Spanish. The law under each list gives how
// many of a million people bear the name of that rank; ranks between are interpolated. What the
// list leaves of the million are rare names, composed of the stems and endings. "_" stands for a
// space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kFrenchNames{
    "fr",
    {"Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel "
     "Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine "
     "Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier "
     "François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu "
     "Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun "
     "Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche "
     "Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud "
     "Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq "
     "Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin "
     "Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier "
     "Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly "
     "Hervé Schneider Fernandez Le_Gall Collet Léger Bouvier Julien Prévost Millet Perrot "
     "Daniel Le_Roux Cousin Germain Breton Besson Langlois Rémy Le_Goff Pelletier Lévêque "
     "Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud "
     "Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin "
     "Da_Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret "
     "Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte Bailleul "
     "Besnard Camus Chartier Coulon Delattre Diallo Traoré Ferrand Gros Guilbert Hardy Imbert "
     "Jacquot Laroche Launay Lebon Leduc Legros Lelièvre Maurice Navarro Ollivier Parent "
     "Pasquet Paul Peltier Pons Pottier Prigent Raymond Regnier Rossi Sauvage Seguin Tanguy "
     "Thibault Toussaint Vallet Verdier Vaillant Voisin Wagner Benard Ben_Ali Haddad Cohen Levy "
     "Nguyen Bourdon Briand Chauvet Courtois Cros Devaux Didier Drouet Evrard Ferry Forestier "
     "Gaudin Georges Gomez Grenier Guillou Jourdan Lacombe Lagarde Launois Lefort",
     "1:3700 3:2700 10:2100 30:1500 100:750 200:420 300:260"},
    {"Philippe Nicolas Christophe Pierre Laurent Thomas Alain Frédéric Julien Patrick Stéphane "
     "Sébastien Éric Michel David Thierry Pascal Olivier Bruno Jean Vincent Alexandre Guillaume "
     "François Antoine Christian Maxime Didier Dominique Daniel Jérôme Franck Gilles Romain "
     "Bernard Marc Jérémy Mathieu Florian Arnaud Benjamin Hervé Cédric Ludovic Fabrice Gérard "
     "Serge Benoît Denis Yves Jacques Kevin Anthony Emmanuel Clément Xavier Fabien Quentin "
     "Damien Lionel Grégory Yann Hugo Lucas Louis Arthur Paul Robert Claude André Roger Samuel "
     "Simon Rémi Sylvain Tristan Valentin Yannick Mickaël Mehdi Karim Mohamed Rachid Nabil "
     "Raphaël Régis René Richard Rodolphe Sacha Théo Tony Adrien Alexis Aurélien Baptiste "
     "Bastien Bertrand Charles Corentin Cyril Dimitri Édouard Étienne Florent Gabriel Gaël "
     "Gauthier Georges Grégoire Guy Henri Jonathan Joël Jordan Léo Loïc Luc Marcel Martin "
     "Matthieu Maurice Nathan Noël Raymond Roland Steve Victor",
     "1:24000 3:19000 10:14500 30:9000 60:4500 100:1800 150:500"},
    {"Nathalie Isabelle Catherine Sylvie Céline Marie Christine Sandrine Stéphanie Valérie "
     "Véronique Sophie Julie Patricia Aurélie Martine Laurence Émilie Caroline Virginie Anne "
     "Audrey Élodie Camille Corinne Delphine Laura Florence Sandra Brigitte Pauline Marion "
     "Karine Laetitia Mélanie Sarah Claire Chantal Karima Françoise Hélène Mathilde Agnès Manon "
     "Charlotte Dominique Muriel Pascale Carole Annie Léa Marine Justine Nadia Fatima Lucie "
     "Alexandra Estelle Amandine Séverine Christelle Cécile Jessica Morgane Chloé Margaux Alice "
     "Juliette Anaïs Mélissa Ophélie Clara Emma Monique Nicole Jacqueline Michèle Évelyne "
     "Danielle Josiane Ghislaine Odile Béatrice Élisabeth Marianne Marguerite Louise Jeanne "
     "Geneviève Fabienne Fanny Gaëlle Ingrid Jennifer Johanna Lydie Magali Maud Myriam Nadège "
     "Noémie Océane Rachel Régine Sabine Samia Solène Sonia Sylviane Tiphaine Vanessa Vérane "
     "Yasmina Zoé Adèle Adeline Angélique Ariane Axelle Bénédicte Blandine",
     "1:23000 3:18500 10:13000 30:8000 60:4300 100:1800 150:500"},
    "Ab Alb Arch Bar Beau Bel Ber Bill Blanch Bois Bon Bour Bra Brous Cad Cail Cam Cant Char "
    "Chat Clav Cour Cous Dam Delor Des Dub Dug Fal Fav Font Fres Gal Gar Gir Gou Grand Gros "
    "Guill Hau Jar Jol Labor Lam Lang Lar Lav Mal Mar Maz Mont Mour Nou Pal Per Pin Plan Pois "
    "Pré Ram Ren Rich Riv Roq Rouss Sal Sav Ser Tail Thev Tour Val Vau Ver Vign Vill",
    "ard aud eau el elle ence eron et ette ier ière ieux in ine oin on ot oux ain ac as eux u "
    "al ault igny illon onnet ereau ouin ageot isson andier"};

const NameTable kSpanishNames{
    "es",
    {"García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez "
     "Hernández Ruiz Díaz Moreno Álvarez Muñoz Romero Gutiérrez Alonso Torres Navarro Domínguez "
     "Ramos Gil Vázquez Ramírez Serrano Blanco Molina Castro Morales Suárez Ortega Delgado "
     "Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Santos Cortés Castillo Lozano "
     "Guerrero Cruz Cano Prieto Flores Méndez Herrera Peña León Márquez Cabrera Gallego Calvo "
     "Vidal Reyes Campos Vega Fuentes Carrasco Díez Aguilar Caballero Nieto Santana Vargas "
     "Pascual Giménez Herrero Hidalgo Lorenzo Montero Arias Santiago Benítez Ibáñez Durán "
     "Ferrer Carmona Mora Vicente Crespo Rojas Soto Román Pastor Velasco Parra Sáez Moya Bravo "
     "Rivera Gallardo Soler Silva Esteban Pardo Franco Rivas Merino Espinosa Lara Izquierdo "
     "Camacho Casado Mendoza Arroyo Redondo Vera Segura Luque Galán Otero Montes Rey Sierra "
     "Rivero Heredia Marcos Bernal Carrillo Ríos Contreras Guzmán Macías Bermúdez Robles "
     "Miranda Varela Exposito Aranda Roldán Menéndez Villar Mateo Benito Palacios Pereira "
     "Salazar Guerra Andrés Acosta Quintana Escudero Ávila Bueno Miguel Simón Estévez Valero "
     "Gracia Roca Aguirre Pacheco Beltrán Casas Salas Padilla Rico Mesa Trujillo Paredes Abad "
     "Quintero Villanueva Plaza Valencia Escobar Soriano Chávez Juárez Cervantes Zamora "
     "Maldonado Orozco Villarreal Ochoa Cárdenas Barrera Rangel Mejía Salinas Zavala Cisneros "
     "Valdez Treviño Cantú Elizondo Solís Meza Alvarado Galindo Arellano Bautista Figueroa Nava "
     "Sandoval Velázquez Montoya Murillo Tapia Zúñiga Zárate Echeverría Etxebarria Urrutia "
     "Goikoetxea Mendizábal Puig Serra Vila Bosch Ferrando Llorente Pons Riera Casals Costa "
     "Font Roig Sala Vives",
     "1:31000 2:19700 3:19600 6:18500 8:16500 10:10300 20:6200 40:3700 80:1800 140:900 220:450"},
    {"José Antonio Manuel Francisco David Juan Javier Daniel Carlos Jesús Alejandro Miguel "
     "Rafael Pedro Pablo Ángel Sergio Fernando Jorge Luis Alberto Álvaro Diego Adrián Raúl Iván "
     "Enrique Rubén Ramón Óscar Vicente Andrés Joaquín Santiago Eduardo Víctor Mario Roberto "
     "Jaime Ignacio Marcos Alfonso Salvador Jordi Ricardo Emilio Hugo Julián Guillermo Julio "
     "Tomás Agustín Gabriel Félix Gonzalo Martín Joan Ismael Mariano Nicolás Domingo Josep "
     "Alfredo Sebastián César Felipe Cristian Lucas Héctor Rodrigo Samuel Gregorio Lorenzo Marc "
     "Esteban Xavier Eugenio Arturo Borja Aitor Albert Iker Mateo Ernesto Gerardo Armando "
     "Leonardo Mauricio Omar Hernán Abraham Saúl Israel Benito Bernardo Camilo Cristóbal Damián "
     "Edgar Fabián Federico Gilberto Humberto Isaac Iñaki Íñigo Leandro Unai Valentín Kepa Pau "
     "Pere Rogelio",
     "1:33000 3:25000 10:17000 30:9000 60:3600 120:700"},
    {"María Carmen Ana Isabel Laura Cristina Marta Dolores Lucía Pilar Elena Sara Paula Raquel "
     "Teresa Mercedes Rosa Beatriz Nuria Silvia Julia Patricia Rocío Mónica Andrea Irene "
     "Montserrat Alba Sandra Sonia Ángela Yolanda Marina Natalia Encarnación Margarita Susana "
     "Eva Inmaculada Victoria Esther Alicia Claudia Verónica Manuela Ángeles Luisa Noelia "
     "Carolina Gloria Alejandra Lorena Inés Fátima Amparo Daniela Concepción Josefa Antonia "
     "Francisca Sofía Catalina Consuelo Nieves Lidia Milagros Olga Celia Aurora Esperanza "
     "Emilia Magdalena Virginia Gema Adriana Leticia Gabriela Guadalupe Araceli Fernanda "
     "Valeria Ximena Mariana Diana Miriam Tamara Vanesa Belén Ainhoa Nerea Leire Amaia Maite "
     "Begoña Itziar Blanca Clara Estela Elvira Ester Juana Mireia Núria Paloma Remedios Rebeca "
     "Vicenta Yesenia Jimena Karla",
     "1:38000 3:20000 10:13500 30:8000 60:3600 120:700"},
    "Agu Alarc Alb Alm Aran Arg Ball Barr Ben Bor Cab Calder Camp Cast Cerr Cord Esc Esp Fern "
    "Fig Gall Gand Guerr Hinoj Jar Ler Llan Madr Manz Med Mon Mont Morat Nav Oliv Oroz Pal Ped "
    "Pint Pomar Quir Rebol Ribad Rob Sald Sal Sant Segov Sot Tab Tor Ubed Urib Valder Valverd "
    "Veg Vill Zab Zar Zub",
    "era ero edo ano ares ega egos ena eño eda ella illo ido iaga ina ola ones osa ales anza ar "
    "arro azo encia ete uela ueta uño"};

}  // namespace galena::examples::generator
