// Words of English, Indian and Chinese business life.
#include "generator/tables/words.hpp"

namespace galena::examples::generator {

namespace {

constexpr std::string_view kEnglishSectors =
    "Software/Technology:3,Systems/Technology:4,Technologies/Technology:5,"
    "Solutions/Technology:5,Digital/Technology:2,Data/Technology,IT Services/Technology,"
    "Networks/Telecommunications,Telecom/Telecommunications,Manufacturing/Manufacturing:3,"
    "Industries/Manufacturing:4,Machine Works/Manufacturing,Tool & Die/Manufacturing,"
    "Plastics/Manufacturing,Packaging/Manufacturing,Precision/Manufacturing,"
    "Engineering/Engineering:4,Controls/Engineering,Automation/Engineering:2,"
    "Electric/Electronics:2,Electronics/Electronics:2,Semiconductor/Electronics,"
    "Instruments/Electronics,Construction/Construction:5,Builders/Construction:2,"
    "Contracting/Construction:2,Plumbing/Construction:3,Roofing/Construction:2,"
    "Heating & Cooling/Construction:2,Consulting/Consulting:5,Advisors/Consulting:2,"
    "Associates/Consulting:4,Partners/Finance:3,Capital/Finance:3,Financial/Finance:3,"
    "Bank/Finance,Accounting/Finance:2,Insurance/Insurance:3,Agency/Insurance,"
    "Realty/Real Estate:3,Properties/Real Estate:3,Logistics/Logistics:3,Transport/Logistics:2,"
    "Freight/Logistics,Trucking/Logistics:2,Medical/Healthcare:3,Health/Healthcare:3,"
    "Dental/Healthcare:2,Clinic/Healthcare,Pharma/Biotechnology,Biosciences/Biotechnology,"
    "Labs/Biotechnology:2,Energy/Energy:3,Solar/Energy:2,Power/Utilities,Water/Utilities,"
    "Foods/Food & Beverage:3,Brewing/Food & Beverage,Catering/Food & Beverage,"
    "Farms/Agriculture:2,Hotels/Hospitality,Hospitality/Hospitality,Media/Media:2,"
    "Design/Media:2,Marketing/Media:3,Communications/Media:2,Publishing/Media,"
    "Motors/Automotive:2,Auto Parts/Automotive:2,Automotive/Automotive:2,Chemicals/Chemicals,"
    "Coatings/Chemicals,Supply/Retail:3,Stores/Retail,Trading/Retail:2,Furniture/Retail,"
    "Academy/Education,Learning/Education,Training/Education,Security/Technology";

constexpr std::string_view kEnglishTitles =
    "Manager:6,Director:5,President:4,Owner:6,CEO:6,Chief Executive Officer:2,CFO:2,CTO:3,COO:2,"
    "Vice President:3,VP Sales:3,VP Operations:2,VP Engineering:2,VP of Marketing:2,"
    "IT Manager:4,IT Director:2,Director of IT,Operations Manager:4,Plant Manager:3,"
    "Purchasing Manager:4,Buyer:3,Senior Buyer,Procurement Manager:2,Project Manager:5,"
    "Product Manager:3,Engineer:4,Senior Engineer:3,Design Engineer:3,Software Engineer:3,"
    "Maintenance Manager:2,Quality Manager:2,Marketing Manager:4,Marketing Director:2,"
    "Sales Manager:4,Sales Representative:3,Account Manager:3,Office Manager:4,HR Manager:2,"
    "Consultant:3,Analyst:2,Business Analyst:2,General Manager:4,Managing Director:4,Founder:2,"
    "Co-Founder,Partner:2,Head of Procurement,Head of Operations,Supply Chain Manager:2,"
    "Technician:2,Administrator:2,Executive Assistant:2,Supervisor:2,Architect,Accountant:2,"
    "Controller,Facility Manager";

}  // namespace

const WordTable kEnglishWords{
    "en",
    kEnglishSectors,
    "Advanced,Allied,American,Applied,Atlantic,Blue,Bright,Central,Classic,Clear,Coastal,"
    "Continental,Creative,Crystal,Digital,Dynamic,Eastern,Elite,Empire,Evergreen,First,Global,"
    "Golden,Grand,Great,Green,Heritage,High,Imperial,Independent,Integrated,International,"
    "Liberty,Metro,Midwest,Modern,National,New,Noble,Northern,Pacific,Pioneer,Precision,Premier,"
    "Prime,Quality,Quantum,Rapid,Red,Reliable,Royal,Silver,Smart,Southern,Sterling,Summit,"
    "Superior,Swift,True,United,Universal,Urban,Valley,Vertical,Western,White",
    "Anchor,Arrow,Bay,Beacon,Bear,Bridge,Brook,Canyon,Cedar,Circle,Cliff,Compass,Creek,Crest,"
    "Crown,Eagle,Edge,Falcon,Field,Fox,Gate,Harbor,Hawk,Hill,Horizon,Island,Key,Lake,Lighthouse,"
    "Line,Lion,Maple,Mesa,Mountain,Oak,Ocean,Orchard,Path,Peak,Pine,Point,Prairie,Ridge,River,"
    "Rock,Sail,Shield,Sky,Spring,Spruce,Star,Stone,Stream,Sun,Tower,Trail,Tree,Valley,Wave,"
    "Willow,Wind,Wolf",
    "{S} {I}:26,{S} & {T}:7,{S} {T} {I}:3,{S} & Sons:3,{S} Brothers {I}:2,{S} Group:3,"
    "{F} {S} {I}:3,{S}'s {I}:2,{C}:12,{C} {I}:18,{P} {I}:9,{A} {I}:8,{A} {N} {I}:9,{A} {N}:5,"
    "{N} {I}:7,{X} {I}:5,{A} {P} {I}:1,{C} {N} {I}:3,{N} {N} {I}:2",
    kEnglishTitles,
    "Mr.:8,Mr:3",
    "Ms.:6,Mrs.:3,Ms:2,Mrs",
    "Dr.:10,Prof.:2",
    "Main:12,Church:5,Park:6,Oak:5,Maple:4,Washington:4,Lake:3,Hill:3,Elm:3,High:8,Station:5,"
    "Market:4,Mill:4,Cedar:2,Pine:3,View,Spring,River:3,Commerce:4,Industrial:5,Enterprise:3,"
    "Technology:2,Airport:2,Broad:2,Center:2,Court,Franklin:2,Jackson:2,Jefferson:2,King,"
    "Lincoln:2,Madison:2,Queen,School:2,Sunset,Union:2,Victoria:3,Walnut:2,West:2,North:2,"
    "South:2,Windsor,York,London,George,Chestnut,Highland,Meadow,Railroad,Canal,Corporate:3,"
    "Innovation:2",
    "{#} {N} Street:26,{#} {N} Road:16,{#} {N} Avenue:16,{#} {N} Drive:10,{#} {N} Lane:5,"
    "{#} {N} Boulevard:4,{#} {N} Way:5,{#} {N} Court:2,{#} {N} Parkway:4,{#} {S} Street:4,"
    "{#} {S} Road:6,{#} {S} Avenue:3,{#} {S} Drive:4",
    "Street>St,Street>St.,Road>Rd,Road>Rd.,Avenue>Ave,Avenue>Ave.,Drive>Dr,Drive>Dr.,Lane>Ln,"
    "Boulevard>Blvd,Boulevard>Blvd.,Parkway>Pkwy,Court>Ct,Suite>Ste,North>N,South>S,West>W"};

const WordTable kIndianWords{
    "hi",
    "Software/Technology:4,Infotech/Technology:4,Technologies/Technology:6,Systems/Technology:4,"
    "Infosystems/Technology:2,Solutions/Technology:5,Engineering/Engineering:4,"
    "Engineers/Engineering:2,Industries/Manufacturing:6,Enterprises/Retail:6,Traders/Retail:3,"
    "Exports/Retail:3,Textiles/Manufacturing:3,Pharma/Biotechnology:3,Chemicals/Chemicals:3,"
    "Constructions/Construction:3,Builders/Construction:2,Infra/Construction:2,"
    "Motors/Automotive:2,Auto Components/Automotive:2,Electricals/Electronics:3,"
    "Electronics/Electronics:2,Finance/Finance:2,Consultancy Services/Consulting:3,"
    "Logistics/Logistics:2,Foods/Food & Beverage:2,Agro/Agriculture:2,Hospitals/Healthcare:2,"
    "Steel/Manufacturing:2,Power/Energy:2,Solar/Energy,Hotels/Hospitality,Media/Media",
    "Bharat,Hind,Indo,New,National,Modern,Royal,Shree,Sri,Global,Universal,Prime,Supreme,Super,"
    "Star,Golden,Silver,Jai,Om,Maha",
    "Ganesh,Lakshmi,Sai,Krishna,Durga,Balaji,Surya,Shakti,Ganga,Vijay,Ananda,Ashoka,Chakra,"
    "Lotus,Diamond,Tiger,Peacock,Himalaya,Deccan,Malabar,Arya,Akash,Prithvi,Agni",
    "{S} {I}:25,{S} & Sons:5,{S} Brothers:3,{C} {I}:25,{A} {N} {I}:18,{N} {I}:14,{P} {I}:6,"
    "{X} {I}:5,{F} {I}:8",
    kEnglishTitles,
    "Mr.:8,Shri",
    "Ms.:5,Mrs.:3,Smt.",
    "Dr.:5,Prof.:2,Er.",
    "Mahatma Gandhi:5,Nehru:4,Station:4,Park:2,Lake:2,Temple:3,Market:3,Ring:4,Link:3,Hill,"
    "Residency:2,Brigade:2,Church:2,Ashok,Tilak:2,Subhash:2,Rajaji,Palace,Airport:2,"
    "Industrial Area:3",
    "{#} {N} Road:10,{#}/{#} {N} Road:5,Plot No. {#} {N} Road:3,{#} {S} Nagar:4,"
    "Flat {#} {S} Apartments:2,{#} {N} Main Road:3,{#} Sector {#}:3",
    "Road>Rd,Road>Rd.,Plot No.>Plot,Industrial Area>Indl Area,Apartments>Apts,Mahatma Gandhi>MG"};

const WordTable kChineseWords{
    "zh",
    "Technology/Technology:8,Electronics/Electronics:7,Electric/Electronics:2,"
    "Semiconductor/Electronics:2,Machinery/Manufacturing:5,Precision Industry/Manufacturing:2,"
    "Plastic Products/Manufacturing:3,Hardware/Manufacturing:3,Optoelectronics/Electronics:2,"
    "Auto Parts/Automotive:3,New Energy/Energy:3,Chemical/Chemicals:3,Biotech/Biotechnology:2,"
    "Trading/Retail:6,Import & Export/Retail:5,Textile/Manufacturing:3,Logistics/Logistics:3,"
    "Software/Technology:3,Network Technology/Technology:3,"
    "Construction Engineering/Construction:2,Medical Devices/Healthcare:2,"
    "Foods/Food & Beverage:2,Packaging/Manufacturing:2,Intelligent Control/Engineering:2,"
    "Instruments/Engineering:2,Investment/Finance",
    "Hua,Zhong,Xin,Da,Tian,Hai,Jin,Long,Feng,Sheng,Guang,Yuan,Heng,Chang,Ming,Tai,He,Bao,Fu,Kai,"
    "An,Xing,Rui,Jia,Hong,Kang",
    "wan,xin,tong,da,long,sheng,tai,yuan,feng,rui,hua,xing,te,li,ke,chen,kang,jia,jie,ding,ou,"
    "bo,an,neng,chi,ye",
    "{P} {A}{N} {I}:60,{A}{N} {I}:20,{P} {C} {I}:10,{C} {I}:5,{P} {X} {I}:5",
    kEnglishTitles,
    "Mr.:9,Mr",
    "Ms.:7,Miss:2,Mrs.",
    "Dr.:4",
    "Renmin:6,Jiefang:5,Zhongshan:6,Jianshe:5,Nanjing:3,Beijing:3,Huaihai:2,Xinhua:4,Heping:4,"
    "Gongye:4,Keji:4,Chuangye:3,Wenhua:2,Shengli:3,Changjiang:2,Huanghe:2,Tianhe:2,Longgang,"
    "Baoan:2,Fuxing:2",
    "No. {#} {N} Road:10,{#} {N} Road:5,No. {#} {N} East Road:2,No. {#} {N} West Road:2,"
    "Building {#} {N} Industrial Park:3,Room {#} No. {#} {N} Avenue:3",
    "Road>Rd,Road>Rd.,No. >,Building>Bldg,Avenue>Ave,Room>Rm"};

}  // namespace galena::examples::generator
