// Names in order of how many people bear them, German. The law under each list gives how many
// of a million people bear the name of that rank; ranks between are interpolated. What the list
// leaves of the million are rare names, composed of the stems and endings. "_" stands for a space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kGermanNames{
    "de",
    {"Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch "
     "Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann "
     "Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler "
     "Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn "
     "Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann "
     "Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt "
     "Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich "
     "Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer "
     "Beyer Ernst Lindner Hübner Kramer Jansen Franz Peter Hansen Wenzel Götz Paul Riedel Barth "
     "Kern Hermann Nagel Wilhelm Ott Bock Langer Grimm Ritter Haase Lutz Förster Mohr Kruse "
     "Schilling Thiel Schumann Böttcher Kohl Betz Geiger Kunz Marx Bachmann Eckert Dietz "
     "Fiedler Kaufmann Rieger Stephan Steiner Brunner Hirsch Schlüter Maurer Adam Heck Beckmann "
     "Gruber Seifert Reuter Büttner Kirchner Jahn Berg Bayer Ulrich Nowak Bender Schramm Ebert "
     "Hein Rudolph Behrens Unger Pfeifer Kremer Sander Ullrich Fritz Heinz Dörr Blum Wirth "
     "Nikolic Schütz Moser Michel Witt Kraft Scherer Volk Zander Buchholz Hesse Heller Wegner "
     "Burkhardt Fink Schade Heß Reinhardt Preuß Straub Gerlach Kessler Siebert Rau Runge Stark "
     "Bartsch Thomsen Noack Hauser Probst Merz Popp Ehlers Henkel Weiss Hagen Herbst Schlegel "
     "Kolb Ackermann Freitag Decker Baier Kiefer Schuler Eder Strauß Forster Wimmer Reiter "
     "Pichler Egger Wallner Aigner Auer Hofer Leitner Fuhrmann Steinbach Reich Stahl Petersen "
     "Christiansen Carstens Harms Janßen Lüders Claus Körner Wendt Gebhardt Brückner Rose "
     "Conrad Hammer Funk Wiese Linke Kurz Bischoff Timm Löffler Dreher Vetter Singer Schwab "
     "Ewald Metzger Hoppe Geyer Urban Krebs Röder Diehl Link Hinz Kuhlmann Rösch Trautmann "
     "Röhrig Stumpf Heine Wiedemann Lechner Stadler Bühler Frey Zimmer Steffen Wittmann Rapp "
     "Hermes Klose Böhme Reimann Kasper Nickel Herzog Sturm Kunze Oswald Opitz Zeller Bruns "
     "Kühne Heise Hecht Eichhorn Rothe Kraemer Ahrens Gärtner Bauch Holz Brehm Seitz Weidner "
     "Schick Neubauer Reichert Lindemann Menzel Held Bittner Esser Wolter Behrendt Kluge",
     "1:9500 2:6900 3:4200 10:2650 30:1300 60:900 100:650 200:340 330:190"},
    {"Thomas Michael Andreas Peter Stefan Christian Klaus Markus Wolfgang Martin Frank Jürgen "
     "Bernd Uwe Jörg Matthias Alexander Daniel Sebastian Ralf Jan Tobias Werner Manfred Hans "
     "Dieter Holger Oliver Florian Rainer Jens Sven Marcel Dirk Karl Philipp Patrick Felix "
     "Torsten Günter Heiko Helmut Horst Carsten Christoph Simon Maximilian Dominik Benjamin "
     "Johannes Marco Lukas Dennis Tim Kai Volker Norbert Robert Joachim Gerhard Ulrich Björn "
     "Heinz Lars Georg David Jonas Steffen Thorsten Marc Mario Nico Timo Fabian André Kevin "
     "Walter Ingo Olaf Franz Josef Rolf Robin Moritz Paul Julian Axel Ralph Erik Harald Roland "
     "Hartmut Detlef Reinhard Eberhard Friedrich Gunther Hubert Konrad Kurt Ludwig Max Niklas "
     "Leon Oskar Otto René Roman Rüdiger Sascha Silvio Siegfried Udo Ullrich Veit Viktor "
     "Wilhelm Achim Adrian Albert Alfred Anton Armin Arne Arno Benedikt Boris Burkhard Clemens "
     "Constantin Cornelius Edgar Elias Erich Ernst Ewald Falk Gregor Guido Gustav Heinrich "
     "Henning Henrik Herbert Hermann Jochen Jakob Kilian Lorenz Lothar Mathias Malte Maik Mirko "
     "Ole Raphael",
     "1:28000 3:23000 10:15000 30:9000 60:4800 100:2200 165:500"},
    {"Sabine Susanne Petra Andrea Claudia Nicole Julia Stefanie Birgit Anna Monika Christine "
     "Katrin Martina Heike Sandra Anja Gabriele Karin Silke Melanie Christina Katharina Ute "
     "Ulrike Barbara Daniela Sarah Kerstin Angelika Tanja Renate Simone Lisa Maria Nadine Laura "
     "Michaela Kathrin Brigitte Marion Ursula Anke Sonja Bettina Beate Jana Jessica Annette "
     "Manuela Nina Sophie Vanessa Lena Franziska Doris Johanna Regina Elke Cornelia Eva Heidi "
     "Ines Carina Yvonne Antje Dagmar Sylvia Christiane Elisabeth Alexandra Britta Ruth Bianca "
     "Carolin Theresa Maike Marie Anne Anett Astrid Ellen Friederike Gudrun Hannah Helga "
     "Hildegard Inge Ingrid Irene Iris Isabel Janina Jasmin Jennifer Judith Jutta Karla Kirsten "
     "Lea Luise Magdalena Maren Margit Margarete Marianne Marlies Marlene Miriam Mona Nadja "
     "Natalie Nora Olga Patricia Pauline Pia Ramona Rebecca Rita Rosemarie Sabrina Sigrid "
     "Silvia Steffi Svenja Tamara Tina Ulla Vera Verena Veronika Viktoria Wiebke Anita Antonia "
     "Carmen Charlotte Clara Constanze Edith Emilia Erika Gerda Gisela Hanna Helene Henrike Imke",
     "1:21000 3:18000 10:12000 30:8200 60:4700 100:2300 165:500"},
    "Acker Ader Alten Angel Auer Bach Baum Berg Bern Birken Blumen Boden Brand Breiten Buchen "
    "Burg Busch Dahl Danner Dorn Eber Ecken Eich Eisen Engel Erlen Esch Falken Feld Felden "
    "Fried Garten Geis Gold Grau Grün Haber Hagen Hasel Heiden Heim Hellen Hinter Hirsch Hoch "
    "Hof Holz Huben Immen Kalten Kirch Klein Korn Kreuz Lang Leim Linden Loh Mai Mitter Moos "
    "Mühl Neu Nieder Nuss Ober Oster Pfaff Quell Ram Reich Ried Ritten Rosen Roth Salz Sand "
    "Schell Schil Schön Seg See Silber Sonnen Stadt Stein Stern Straß Tannen Teich Tief Unter "
    "Wald Wasser Weiden Weiß Wies Winkel Wolf Ziegel Zwick",
    "mann meier müller bauer hofer bacher berger inger huber stein feld hausen acker berg bach "
    "brunner maier thal moser kamp brink horst rieder hauser eder schmied lechner mayr hagen"};

}  // namespace galena::examples::generator
