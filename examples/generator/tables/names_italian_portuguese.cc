// Names in order of how many people bear them, Italian, Portuguese. The law under each list gives
// how many of a million people bear the name of that rank; ranks between are interpolated. What the
// list leaves of the million are rare names, composed of the stems and endings. "_" stands for a
// space.
#include "generator/tables/names.hpp"

namespace galena::examples::generator {

const NameTable kItalianNames{
    "it",
    {"Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti "
     "De_Luca Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani "
     "Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra "
     "Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco "
     "Marini Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina "
     "Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone "
     "Giuliani Benedetti Barone Rossetti Caputo Montanari Guerra Palmieri Bernardi Martino "
     "Fiore De_Rosa Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri "
     "Costantini Milani Pagano Ruggiero Sorrentino D'Amico Orlando Damico Negri Mantovani "
     "Albanese Fusco Cirillo Bruni Poli Ferrero Longhi Barbato Pace Marchi Pugliese Rota Bassi "
     "Ventura Sacco Monaco Marra Cocco Olivieri Pinna Pepe Bernini Brambilla Colonna Castelli "
     "Tosi Zanetti Bertolini Basso Arena Grimaldi Piazza Melis Mele Antonelli Fumagalli Guidi "
     "Piva Stella Baldi Rocca Porcu Simonetti Perrone Ceccarelli Salvi Tedesco Aiello Catalano "
     "Lai Loi Meloni Muratori Napolitano Nicoletti Orsini Pagani Palma Pavan Perini Piccolo "
     "Pozzi Prato Raimondi Ravelli Re Righi Rosati Ruggeri Salerno Santini Sarti Schiavone "
     "Sforza Spada Spinelli Tomasi Toscano Trevisan Turco Valle Venturi Verdi Vezzoli Viola "
     "Viviani Volpe Zanella Zanini Zappa Zorzi Di_Stefano Di_Pietro Di_Marco Di_Maio De_Marco "
     "De_Simone Della_Valle Dal_Pozzo Lo_Presti La_Rosa Lo_Russo Furlan Visentin Moro Boscolo "
     "Biasi",
     "1:4500 2:3300 3:2500 10:1700 30:1100 100:520 180:290 250:190"},
    {"Giuseppe Marco Andrea Antonio Francesco Giovanni Luca Roberto Alessandro Stefano Mario "
     "Paolo Matteo Davide Luigi Massimo Fabio Salvatore Lorenzo Daniele Maurizio Claudio Simone "
     "Carlo Riccardo Federico Franco Vincenzo Domenico Giorgio Enrico Angelo Michele Alberto "
     "Sergio Pietro Giacomo Gabriele Gianluca Emanuele Filippo Bruno Nicola Mauro Cristian "
     "Alessio Edoardo Tommaso Raffaele Pasquale Fabrizio Dario Diego Valerio Leonardo Gianni "
     "Renato Aldo Renzo Ivan Manuel Mirko Samuele Nicolò Jacopo Gianfranco Gianpaolo Piero "
     "Sandro Silvio Umberto Ugo Vito Walter Rocco Rosario Ruggero Tiziano Vittorio Achille "
     "Adriano Agostino Alfredo Amedeo Armando Arturo Biagio Carmine Cesare Cosimo Damiano Elia "
     "Elio Emilio Ettore Eugenio Felice Fausto Gaetano Gennaro Gerardo Gino Giulio Guido Ignazio",
     "1:33000 3:27000 10:19000 30:9500 60:3400 110:700"},
    {"Maria Anna Francesca Laura Paola Giulia Chiara Elena Sara Silvia Alessandra Valentina "
     "Federica Roberta Cristina Daniela Barbara Simona Monica Patrizia Claudia Stefania Elisa "
     "Martina Angela Alessia Antonella Manuela Giovanna Sabrina Serena Rosa Sonia Michela "
     "Ilaria Marta Lucia Eleonora Raffaella Teresa Beatrice Lorena Cinzia Rita Nadia Debora "
     "Donatella Veronica Erika Marina Emanuela Caterina Gabriella Carla Luisa Giorgia Arianna "
     "Aurora Irene Camilla Sofia Alice Noemi Greta Ludovica Gaia Rossella Lidia Loredana "
     "Luciana Mara Margherita Miriam Mirella Nicoletta Ornella Rosanna Tiziana Vanessa Viola "
     "Viviana Wanda Agnese Ada Adriana Alba Amelia Assunta Benedetta Bianca Carmela Cecilia "
     "Concetta Costanza Diana Elisabetta Elvira Emma Enrica Fabiola Filomena Flavia Franca "
     "Grazia Ida Ines",
     "1:26000 3:18000 10:13500 30:8500 60:3600 110:700"},
    "Acc Agost Alb Ambr Ang Bald Barb Bas Bel Ben Bon Borg Bosc Bozz Brac Cal Camp Cap Car Cas "
    "Cav Cer Ciam Col Cor Cost Cres Don Fal Fant Fer Fil Fior For Fran Gal Gar Ghir Giac Giov "
    "Gran Gual Guer Lan Lav Lun Mac Mag Mal Man Marc Mas Mazz Mol Mont Mor Nan Nard Nov Pal Pan "
    "Pasq Per Pet Pic Pin Pol Ran Rav Ross Sal San Scar Ser Tad Tar Tas Tom Tor Val Van Vas Ven "
    "Ver Vic Zam Zan",
    "ini ino oni one etti etto ello elli acci accio aro ari ato ati ese esi olo oli otto otti "
    "ucci uzzi ante ente iero ieri olini occhi andri isi ardi aldi oldi"};

const NameTable kPortugueseNames{
    "pt",
    {"Silva Santos Oliveira Souza Pereira Lima Ferreira Costa Rodrigues Almeida Nascimento "
     "Alves Carvalho Araújo Ribeiro Gomes Martins Barbosa Rocha Dias Fernandes Lopes Soares "
     "Vieira Batista Cardoso Monteiro Mendes Freitas Moreira Ramos Nunes Marques Machado "
     "Teixeira Castro Correia Pinto Moura Cavalcanti Campos Andrade Barros Borges Cunha Reis "
     "Sousa Azevedo Melo Miranda Fonseca Nogueira Tavares Coelho Cruz Duarte Farias Guimarães "
     "Henriques Neves Pires Siqueira Xavier Antunes Amaral Bezerra Brito Camargo Coutinho "
     "Figueiredo Leite Macedo Magalhães Medeiros Mesquita Morais Mota Muniz Pacheco Paiva "
     "Peixoto Prado Queiroz Rezende Sá Sales Santana Simões Toledo Torres Trindade Valente "
     "Vasconcelos Viana Assunção Baptista Bastos Branco Caldeira Domingues Esteves Faria Franco "
     "Garcia Leal Lourenço Matos Maia Novais Pimentel Portela Quintela Rangel Rebelo Salgado "
     "Serrano Seixas",
     "1:62000 2:45000 3:35000 5:25000 10:13500 20:7000 40:3200 80:1200 120:500"},
    {"José João Antônio Carlos Paulo Pedro Lucas Luiz Marcos Gabriel Rafael Daniel Marcelo "
     "Bruno Eduardo Felipe Rodrigo Fernando Gustavo André Fábio Leonardo Ricardo Thiago Diego "
     "Roberto Sérgio Mateus Guilherme Francisco Jorge Alexandre Vinícius Leandro Renato Luís "
     "Rui Nuno Tiago Miguel Hugo Manuel Márcio Adriano Vítor Henrique Filipe Caio Cláudio "
     "Anderson Wagner Wellington Douglas Júlio César Mário Maurício Murilo Nelson Otávio Samuel "
     "Sandro Vicente Artur Augusto Bernardo Célio Cristiano Danilo Edson Fabrício Geraldo "
     "Gonçalo Heitor Igor Ivan Joaquim Renan Rogério Ruben",
     "1:38000 3:26000 10:15500 30:8000 60:3400 80:1500"},
    {"Maria Ana Juliana Patrícia Fernanda Adriana Márcia Camila Mariana Aline Bruna Amanda "
     "Jéssica Letícia Sandra Luciana Vanessa Gabriela Beatriz Larissa Carla Cristina Simone "
     "Daniela Renata Tatiana Priscila Rafaela Natália Paula Sônia Cláudia Andréia Débora Raquel "
     "Rosângela Rita Isabel Inês Joana Catarina Sofia Helena Teresa Marta Sílvia Mônica Eliane "
     "Elaine Fabiana Flávia Viviane Bianca Carolina Luana Marina Michele Milena Isabela Julia "
     "Laura Lorena Lúcia Margarida Matilde Nathalia Regina Roberta Rosa Sabrina Sara Solange "
     "Susana Tânia Teresinha Vera Alice Ângela Carmen Cecília",
     "1:48000 3:21000 10:12000 30:7500 60:3400 80:1500"},
    "Abr Alb Alenc Alv Amor And Arr Bal Bar Ben Bon Brag Cab Cald Camp Carr Cast Cav Cer Cord "
    "Cout Del Far Fer Fig Fram Gal Gand Gav Lac Lag Lam Lar Lob Mac Mal Mar Mat Men Mir Mon "
    "Mour Nab Oliv Our Pac Pal Pass Ped Pen Per Pir Por Quint Ram Reb Rez Rom Sab Sald Sam Sar "
    "Seab Ser Sob Tav Teix Tor Val Var Vel Ver Vil Zar",
    "al ares eira eiro elo ense ente inho ino ira ola oso uela ada adas anha ardo arte asco eda "
    "eiras enga eto ia ilha iz ota"};

}  // namespace galena::examples::generator
