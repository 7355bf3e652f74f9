// Words of French, Spanish, Italian and Portuguese business life.
#include "generator/tables/words.hpp"

namespace galena::examples::generator {

const WordTable kFrenchWords{
    "fr",
    "Informatique/Technology:5,Conseil/Consulting:6,Services/Consulting:4,"
    "Solutions/Technology:3,Ingénierie/Engineering:4,Industrie/Manufacturing:4,"
    "Mécanique/Manufacturing:4,Plasturgie/Manufacturing:2,Emballages/Manufacturing:2,"
    "Électricité/Electronics:4,Électronique/Electronics:3,Automatismes/Engineering:2,"
    "Bâtiment/Construction:5,Construction/Construction:4,Travaux Publics/Construction:2,"
    "Plomberie/Construction:3,Menuiserie/Construction:3,Couverture/Construction:2,"
    "Transports/Logistics:5,Logistique/Logistics:3,Automobiles/Automotive:3,Garage/Automotive:3,"
    "Immobilier/Real Estate:4,Patrimoine/Finance:2,Finance/Finance:2,Assurances/Insurance:3,"
    "Chimie/Chemicals:2,Pharma/Biotechnology:2,Santé/Healthcare:3,Médical/Healthcare:3,"
    "Pharmacie/Healthcare:2,Énergie/Energy:3,Environnement/Utilities:2,"
    "Boulangerie/Food & Beverage:3,Alimentaire/Food & Beverage:2,Vins/Food & Beverage:2,"
    "Hôtel/Hospitality:3,Restauration/Hospitality:2,Distribution/Retail:4,Négoce/Retail:2,"
    "Meubles/Retail:2,Communication/Media:3,Éditions/Media:2,Imprimerie/Media:2,"
    "Formation/Education:2,Agricole/Agriculture:2,Télécom/Telecommunications:2",
    "Grand,Nouveau,Petit,Premier,Royal,National,Européen,Atlantique,Central,Bleu,Vert,Nord,Sud",
    "Alpes,Armor,Azur,Océan,Soleil,Étoile,Horizon,Rhône,Loire,Garonne,Provence,Bretagne,Phare,"
    "Lion,Aigle,Chêne,Cèdre,Olivier,Source,Pont,Tour,Vallée,Delta,Avenir,Progrès,Union",
    "{S} {I}:26,{I} {S}:18,Établissements {S}:5,{S} et Fils:5,{S} Frères:3,{S} & {T}:5,"
    "Groupe {S}:3,Cabinet {S}:4,{C}:10,{C} {I}:15,{N} {I}:9,{I} {N}:4,{A} {N}:2,{I} {P}:4,"
    "{X} {I}:4,{X}:2",
    "Directeur/Directrice:8,Gérant/Gérante:10,Président/Présidente:4,"
    "Directeur Général/Directrice Générale:5,Directeur Commercial/Directrice Commerciale:4,"
    "Directeur Technique/Directrice Technique:3,Directeur des Achats/Directrice des Achats:3,"
    "Responsable Achats:4,Acheteur/Acheteuse:5,DSI:3,Responsable Informatique:4,"
    "Chef de projet:6,Chef de produit:2,Responsable Marketing:3,Ingénieur/Ingénieure:4,"
    "Ingénieur Commercial/Ingénieure Commerciale:3,Responsable Production:3,"
    "Responsable Maintenance:2,Assistant de direction/Assistante de direction:4,Comptable:2,"
    "DAF:2,DRH:2,PDG:4,Consultant/Consultante:3,CEO:3,CTO:2,Technicien/Technicienne:2",
    "M.:8,Monsieur:3",
    "Mme:8,Madame:3",
    "Dr:5,Pr:2,Me:2",
    "de la Gare:6,de l'Église:5,de la République:6,Victor Hugo:5,Jean Jaurès:4,Pasteur:4,"
    "de la Paix:3,des Écoles:3,du Moulin:4,Jules Ferry:2,de Paris:3,de Lyon:2,de la Liberté:3,"
    "Gambetta:3,du Stade:2,des Lilas:2,des Acacias,des Tilleuls:2,du 8 Mai 1945:3,Émile Zola:2,"
    "Voltaire:2,de l'Industrie:4,des Frères Lumière:2,Nationale:2,de la Mairie:2,"
    "du Général de Gaulle:5,du Maréchal Foch:2,Saint-Martin:2,Saint-Jacques,du Château:3,"
    "de Verdun:2,des Vignes:2",
    "{#} rue {N}:50,{#} avenue {N}:20,{#} boulevard {N}:10,{#} place {N}:5,{#} chemin {N}:6,"
    "{#} impasse {N}:3,{#} allée {N}:4,{#} route {N}:6,{#} bis rue {N}:3,{#} rue {F} {S}:5",
    "avenue>av:2,avenue>av.:2,boulevard>bd:2,boulevard>bld,rue>r.,place>pl,chemin>ch.,Saint>St,"
    "Général>Gal,route>rte,allée>all."};

const WordTable kSpanishWords{
    "es",
    "Ingeniería/Engineering:5,Industrial/Manufacturing:5,Metalúrgica/Manufacturing:3,"
    "Plásticos/Manufacturing:3,Maquinaria/Manufacturing:3,Envases/Manufacturing:2,"
    "Instalaciones/Construction:5,Construcciones/Construction:6,Reformas/Construction:3,"
    "Obras/Construction:2,Sistemas/Technology:4,Informática/Technology:4,"
    "Tecnologías/Technology:4,Soluciones/Technology:3,Software/Technology:2,"
    "Consultores/Consulting:5,Asesores/Consulting:4,Gestión/Consulting:3,Inversiones/Finance:3,"
    "Seguros/Insurance:3,Inmobiliaria/Real Estate:4,Transportes/Logistics:5,"
    "Logística/Logistics:3,Automoción/Automotive:3,Talleres/Automotive:4,Química/Chemicals:2,"
    "Farma/Biotechnology:2,Clínica/Healthcare:3,Salud/Healthcare:2,Energía/Energy:3,"
    "Solar/Energy:2,Aguas/Utilities,Alimentación/Food & Beverage:3,Conservas/Food & Beverage:2,"
    "Bodegas/Food & Beverage:3,Hoteles/Hospitality:3,Restauración/Hospitality:2,"
    "Comercial/Retail:5,Distribuciones/Retail:4,Muebles/Retail:2,Publicidad/Media:2,"
    "Artes Gráficas/Media:2,Editorial/Media,Formación/Education:2,Agrícola/Agriculture:3,"
    "Electricidad/Electronics:3,Electrónica/Electronics:3,"
    "Telecomunicaciones/Telecommunications:2",
    "Nueva,Gran,Real,Nacional,Ibérica,Española,Central,Moderna,General,Mediterránea,Atlántica,"
    "Norte,Sur",
    "Sol,Mar,Luna,Estrella,Castilla,Levante,Cantábrico,Ebro,Duero,Sierra,Olivo,Roble,Puente,"
    "Faro,Águila,León,Delta,Alba,Costa,Valle,Fuente,Torre,Horizonte,Futuro,Progreso",
    "{I} {S}:24,{S} {I}:10,Hermanos {S}:4,{I} Hermanos {S}:2,{S} y {T}:6,{S} e Hijos:4,"
    "Grupo {S}:5,{C}:8,{C} {I}:14,{I} {N}:10,{N} {I}:5,{I} {P}:4,{I} {C}:4,{X} {I}:4,{A} {I}:2",
    "Gerente:10,Director/Directora:7,Director General/Directora General:6,"
    "Director Comercial/Directora Comercial:4,Director de Marketing/Directora de Marketing:3,"
    "Director Técnico/Directora Técnica:3,Director de Compras/Directora de Compras:3,"
    "Responsable de Compras:4,Comprador/Compradora:3,Jefe de Compras/Jefa de Compras:3,"
    "Responsable de Informática:4,Jefe de Proyecto/Jefa de Proyecto:5,"
    "Jefe de Producción/Jefa de Producción:3,Ingeniero/Ingeniera:5,"
    "Administrador/Administradora:4,Propietario/Propietaria:4,Consultor/Consultora:3,"
    "Comercial:3,Contable:2,Secretario/Secretaria:2,CEO:3,CTO:2,Responsable de Mantenimiento:2,"
    "Técnico/Técnica:2",
    "Sr.:8,D.:3",
    "Sra.:8,Dña.:2,Srta.",
    "Dr.:5,Ing.:3,Lic.:2",
    "Mayor:8,Real:4,Nueva:4,del Sol:3,de la Constitución:4,de España:3,San José:3,San Juan:3,"
    "Santa María:3,de la Iglesia:4,del Carmen:3,Cervantes:4,Colón:4,de Alcalá:2,de Aragón:2,"
    "Goya:2,Velázquez:2,del Pino:2,Gran Vía:3,de la Paz:2,Industria:4,de Europa:2,Andalucía:3,"
    "Madrid:3,Valencia:2,Barcelona:2,Mediterráneo,Juárez:2,Hidalgo:2,Reforma:3,Insurgentes:3",
    "Calle {N}, {#}:45,Avenida {N}, {#}:22,Plaza {N}, {#}:7,Paseo {N}, {#}:6,Calle {S}, {#}:10,"
    "Camino {N}, {#}:3,Carretera {N}, {#}:3,Polígono Industrial {N}, {#}:6",
    "Calle>C/:4,Calle>C.,Avenida>Avda.:2,Avenida>Av.:2,Plaza>Pza.,Plaza>Pl.,Paseo>Pº,"
    "Polígono Industrial>Pol. Ind.:2,Carretera>Ctra."};

const WordTable kItalianWords{
    "it",
    "Meccanica/Manufacturing:5,Officine Meccaniche/Manufacturing:3,Industrie/Manufacturing:4,"
    "Plastica/Manufacturing:2,Imballaggi/Manufacturing:2,Arredamenti/Retail:3,"
    "Costruzioni/Construction:5,Edilizia/Construction:4,Impianti/Construction:5,"
    "Serramenti/Construction:2,Elettronica/Electronics:4,Elettrica/Electronics:2,"
    "Automazioni/Engineering:3,Ingegneria/Engineering:3,Tecnica/Engineering:3,"
    "Informatica/Technology:5,Sistemi/Technology:4,Software/Technology:3,"
    "Tecnologie/Technology:3,Consulting/Consulting:4,Servizi/Consulting:4,Studio/Consulting:4,"
    "Finanziaria/Finance:2,Assicurazioni/Insurance:3,Immobiliare/Real Estate:4,"
    "Trasporti/Logistics:4,Logistica/Logistics:3,Autofficina/Automotive:3,Auto/Automotive:3,"
    "Chimica/Chemicals:2,Farmaceutici/Biotechnology:2,Medica/Healthcare:2,Farmacia/Healthcare:2,"
    "Energia/Energy:3,Alimentari/Food & Beverage:4,Vini/Food & Beverage:3,"
    "Pasticceria/Food & Beverage:2,Hotel/Hospitality:3,Ristorazione/Hospitality:2,"
    "Commerciale/Retail:3,Moda/Retail:3,Tessile/Manufacturing:3,Grafica/Media:3,"
    "Editoriale/Media:2,Formazione/Education:2,Agricola/Agriculture:4",
    "Nuova,Grande,Italiana,Nazionale,Generale,Moderna,Centrale,Europea,Adriatica,Lombarda,"
    "Veneta,Toscana",
    "Sole,Luna,Stella,Alpi,Adige,Arno,Tirreno,Adriatico,Ponte,Torre,Quercia,Ulivo,Leone,Aquila,"
    "Fenice,Faro,Orizzonte,Futura,Progetto,Delta,Omega,Idea",
    "{S} {I}:18,{I} {S}:24,{S} & Figli:4,F.lli {S}:7,{I} F.lli {S}:3,{S} & {T}:5,Gruppo {S}:4,"
    "{C}:9,{C} {I}:12,{N} {I}:7,{I} {N}:5,{X} {I}:5,{A} {I}:3,{I} {P}:3",
    "Titolare:9,Amministratore/Amministratrice:5,"
    "Amministratore Delegato/Amministratrice Delegata:5,Direttore/Direttrice:4,"
    "Direttore Generale/Direttrice Generale:4,Direttore Commerciale/Direttrice Commerciale:4,"
    "Direttore Tecnico/Direttrice Tecnica:3,Responsabile Acquisti:5,Ufficio Acquisti:4,Buyer:2,"
    "Responsabile IT:4,Responsabile Produzione:3,Responsabile Marketing:3,Project Manager:4,"
    "Ingegnere:4,Progettista:3,Responsabile Qualità:2,Responsabile Manutenzione:2,"
    "Impiegato/Impiegata:3,Segretario/Segretaria:2,Commercialista:2,Consulente:3,CEO:3,"
    "Socio/Socia:3",
    "Sig.:8,Signor",
    "Sig.ra:8,Signora",
    "Dott.:8,Dott.ssa:5,Ing.:8,Avv.:3,Arch.:3,Geom.:2",
    "Roma:8,Garibaldi:5,Mazzini:5,Marconi:5,Dante Alighieri:4,Verdi:4,Cavour:4,Milano:3,"
    "Torino:3,Matteotti:3,Vittorio Emanuele II:4,della Repubblica:3,XX Settembre:4,"
    "IV Novembre:3,Nazionale:3,Europa:3,San Rocco:2,San Francesco:2,dell'Industria:4,"
    "dell'Artigianato:4,Leonardo da Vinci:4,Galileo Galilei:3,Volta:3,Kennedy:2,dei Mille:2,"
    "Piave:3,Trento:3,Trieste:3,Gramsci:2,Puccini:2,Rossini",
    "Via {N}, {#}:45,Via {N} {#}:20,Viale {N}, {#}:9,Corso {N}, {#}:8,Piazza {N}, {#}:7,"
    "Via {F} {S}, {#}:5,Strada {N}, {#}:2,Via {S} {#}:5",
    "Via>V.,Viale>V.le:2,Corso>C.so:2,Piazza>P.za,Piazza>P.zza:2,San >S. ,"
    "Vittorio Emanuele>V. Emanuele"};

const WordTable kPortugueseWords{
    "pt",
    "Indústria/Manufacturing:4,Metalúrgica/Manufacturing:3,Plásticos/Manufacturing:3,"
    "Máquinas/Manufacturing:3,Engenharia/Engineering:5,Automação/Engineering:2,"
    "Construções/Construction:5,Construtora/Construction:4,"
    "Materiais de Construção/Construction:3,Tecnologia/Technology:5,Informática/Technology:4,"
    "Sistemas/Technology:4,Soluções/Technology:3,Consultoria/Consulting:5,Serviços/Consulting:4,"
    "Contabilidade/Finance:3,Investimentos/Finance:2,Seguros/Insurance:3,Imóveis/Real Estate:3,"
    "Transportes/Logistics:4,Logística/Logistics:3,Auto Peças/Automotive:4,"
    "Veículos/Automotive:2,Química/Chemicals:2,Farma/Biotechnology:2,Saúde/Healthcare:3,"
    "Odontologia/Healthcare:2,Energia/Energy:3,Alimentos/Food & Beverage:4,"
    "Bebidas/Food & Beverage:2,Hotelaria/Hospitality:2,Comércio/Retail:5,Distribuidora/Retail:4,"
    "Móveis/Retail:2,Comunicação/Media:3,Editora/Media,Gráfica/Media:2,Ensino/Education:2,"
    "Agropecuária/Agriculture:3,Eletrônica/Electronics:3,Elétrica/Electronics:2,"
    "Telecom/Telecommunications:2",
    "Nova,Grande,Nacional,Brasileira,Central,Geral,Moderna,Real,Sul,Norte,Primeira",
    "Sol,Mar,Lua,Estrela,Serra,Rio,Pampa,Atlântico,Ipê,Jatobá,Ponte,Farol,Águia,Leão,Delta,Alfa,"
    "Vale,Torre,Horizonte,Futuro,Progresso,União,Aliança,Cruzeiro",
    "{S} {I}:18,{I} {S}:16,Irmãos {S}:3,{S} & {T}:5,Grupo {S}:4,{S} e Filhos:2,{C}:9,{C} {I}:16,"
    "{N} {I}:12,{I} {N}:7,{A} {N} {I}:4,{X} {I}:5,{P} {I}:3",
    "Gerente:7,Gerente de Compras:5,Gerente de TI:5,Diretor/Diretora:8,"
    "Diretor Comercial/Diretora Comercial:4,Diretor Geral/Diretora Geral:3,Sócio/Sócia:6,"
    "Proprietário/Proprietária:5,Comprador/Compradora:5,Coordenador/Coordenadora:4,Analista:4,"
    "Engenheiro/Engenheira:4,Supervisor/Supervisora:3,Gerente de Projetos:3,"
    "Gerente de Marketing:3,Assistente:3,Contador/Contadora:2,CEO:3,CTO:2,"
    "Consultor/Consultora:3,Técnico/Técnica:2",
    "Sr.:9,Senhor",
    "Sra.:9,Senhora",
    "Dr.:6,Dra.:4,Eng.:4",
    "das Flores:5,da Paz:3,XV de Novembro:5,Sete de Setembro:5,Tiradentes:5,Dom Pedro II:4,"
    "Rui Barbosa:4,São José:3,São João:3,Santo Antônio:4,Brasil:5,Getúlio Vargas:5,"
    "Santos Dumont:4,da Liberdade:3,Marechal Deodoro:3,do Comércio:3,Paulista:3,"
    "das Indústrias:3,Castelo Branco:2,Presidente Kennedy:2",
    "Rua {N}, {#}:50,Avenida {N}, {#}:28,Travessa {N}, {#}:4,Praça {N}, {#}:5,"
    "Alameda {N}, {#}:4,Rua {F} {S}, {#}:8,Rodovia {N}, km {#}:2",
    "Rua>R.:3,Avenida>Av.:4,Avenida>Av:2,Travessa>Tv.,Praça>Pça.,Santo>Sto.,Presidente>Pres.,"
    "Marechal>Mal."};

}  // namespace galena::examples::generator
