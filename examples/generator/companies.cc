#include "generator/companies.hpp"

#include <algorithm>
#include <array>

#include "generator/names.hpp"

namespace galena::examples::generator {

namespace {

// Syllables of invented names.
constexpr std::string_view kStarts =
    "Ab Ac Ad Aero Al Alt Am An Ap Aqua Ar Art As At Av Ax Bel Ben Bio Bon Bor Cal Cam Can Cap Car "
    "Cel Cen Cer "
    "Cit Clar Col Com Con Cor Cos Cren Cy Dal Dat Dec Del Den Dia Dom Dor Dyn Ec El Em En Ep Er Ev "
    "Ex Fal Fen "
    "Fer Fin Flex Flo For Fram Gal Gen Geo Gla Glo Gra Hal Hel Hex Hy Ib Im In Inter Io Ir Is Jan "
    "Jov Ka Kel "
    "Ken Kin Kor Lan Lat Lex Lib Lin Lo Lum Lux Ly Mac Mag Mar Max Med Mel Mer Met Micro Mon Mor "
    "Nav Neo Net "
    "Nex Nim Nor Nov Nu Oct Om Op Or Os Ova Pan Par Pax Per Plan Pol Port Prim Pro Pul Quan Qui "
    "Ran Rem Ren "
    "Res Rho Ros Sal San Sen Ser Sig Sil Sol Son Spec Star Stel Sun Syn Tal Tec Tel Ten Ter Tor "
    "Tran Tri Ul "
    "Un Ur Val Van Vec Ven Ver Vex Vid Vir Vis Vol Xan Xe Zan Zen Zeph Zir";
constexpr std::string_view kMiddles =
    "a e i o u ali ano ara ato eco ele era eti ica ico idi ilo ima ino ira iva ola omi one ora osi "
    "ula uni ori";
constexpr std::string_view kFinals =
    "bit co com con corp cy da data dex dia don dra dyne flow form gen go graph id ion is ium lab "
    "line link lis "
    "lo logic lon lux ma mat max media med mex mix na net nex nia nix nova ntis on ona onix ora "
    "pac path pharm "
    "plan plex point ra ran ria ric rix ron sat sec sense soft sol sys ta tec tech tek tel tera "
    "tex tia tic "
    "tin tis ton tor tra tran trix tron va vance vant vera vex via vis vita ware wave works x xis "
    "xo za zon";

struct Syllables {
  std::vector<std::string_view> starts = split(kStarts, ' ');
  std::vector<std::string_view> middles = split(kMiddles, ' ');
  std::vector<std::string_view> finals = split(kFinals, ' ');
};

void append_invented(Stream& stream, std::string& out) {
  static const Syllables kSyllables;
  const auto pick = [&](const std::vector<std::string_view>& list) {
    return list[stream.below(static_cast<std::uint32_t>(list.size()))];
  };
  out += pick(kSyllables.starts);
  if (stream.chance(550)) out += pick(kSyllables.middles);
  out += pick(kSyllables.finals);
}

void append_letters(Stream& stream, std::string& out) {
  const std::uint32_t count = 2 + std::min(stream.below(3), stream.below(3));
  for (std::uint32_t i = 0; i < count; ++i) out += stream.letter();
}

// What the pattern of a company's name gave besides the name.
struct NameParts {
  std::string invented;
  bool has_surname = false;
  bool has_city = false;
  std::size_t words = 1;
};

NameParts append_company_name(const Language& language, Stream& stream, Company& company) {
  NameParts parts;
  const Sector& sector = language.sectors[language.sector_index.pick_index(stream)];
  company.industry = sector.industry;
  const std::string& pattern = language.company_patterns.pick(stream);
  std::string& out = company.name;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      out += pattern[at];
      continue;
    }
    switch (pattern[at + 1]) {
      case 'S':
        draw_surname(language, stream, false, company.family);
        if (language.two_surnames)
          company.family.resize(std::min(company.family.find(' '), company.family.size()));
        out += company.family;
        parts.has_surname = true;
        break;
      case 'T':
        draw_surname(language, stream, false, out);
        break;
      case 'F':
        draw_first_name(language, stream, false, out);
        break;
      case 'C':
        append_invented(stream, parts.invented);
        out += parts.invented;
        break;
      case 'P':
        out += company.place.city;
        parts.has_city = true;
        break;
      case 'I':
        out += sector.word;
        break;
      case 'A':
        out += language.adjectives.pick(stream);
        break;
      case 'N':
        out += language.nouns.pick(stream);
        break;
      default:
        append_letters(stream, out);
        break;
    }
    at += 2;
  }
  parts.words = 1 + static_cast<std::size_t>(std::count(out.begin(), out.end(), ' '));
  return parts;
}

bool likes_hyphens(std::string_view language) {
  return language == "de" || language == "fr" || language == "nl" || language == "pl";
}

void append_top_level(const Country& country, Stream& stream, std::string& out) {
  const bool american = country.code == "US";
  const std::uint32_t draw = stream.below(100);
  out += '.';
  if (american) {
    out += draw < 84 ? "com" : draw < 91 ? "net" : draw < 95 ? "org" : draw < 97 ? "biz" : "io";
  } else if (draw < 66) {
    out += country.domain;
  } else {
    out += draw < 92 ? "com" : draw < 96 ? "net" : draw < 98 ? "eu" : "org";
  }
}

// What companies add to a name that is taken: the town, or what they are in law.
void append_distinction(const Language& language, const NameParts& parts, char joiner,
                        Company& company) {
  std::string& out = company.domain;
  if (joiner != 0) out += joiner;
  if (!parts.has_city) {
    append_slug(out, company.place.city, language.folding, '\0');
  } else {
    append_slug(out, company.legal_form.empty() ? "online" : company.legal_form, language.folding,
                '\0');
  }
}

void set_domain(const Country& country, const Language& language, const NameParts& parts,
                Stream& stream, Company& company) {
  const char joiner = stream.chance(likes_hyphens(language.code) ? 550 : 80) ? '-' : '\0';
  const bool invented = !parts.invented.empty();
  std::string& out = company.domain;
  append_slug(out, invented && stream.chance(600) ? std::string_view(parts.invented) : company.name,
              language.folding, joiner);
  const bool short_name = out.size() < 12;
  if (out.size() > 28) out.resize(28);
  if (!out.empty() && out.back() == '-') out.pop_back();
  // The more companies there are, the more short names are taken.
  const auto taken = static_cast<std::uint32_t>(
      company.big() ? 0 : std::min<std::uint64_t>(900, company.number / 250));
  const bool plain = !invented && parts.words < 2;
  const bool common = (short_name || (parts.has_surname && out.size() < 18)) && stream.chance(400);
  if (plain || common || stream.chance(taken)) {
    append_distinction(language, parts, joiner, company);
  }
  append_top_level(country, stream, out);
}

struct SizeClass {
  std::uint32_t weight;
  std::uint32_t low;
  std::uint32_t high;
};

constexpr std::array kSmallSizes = std::to_array<SizeClass>({{180, 1, 4},
                                                             {150, 5, 9},
                                                             {160, 10, 19},
                                                             {210, 20, 49},
                                                             {120, 50, 99},
                                                             {100, 100, 249},
                                                             {50, 250, 499},
                                                             {30, 500, 999}});
constexpr std::array kBigSizes = std::to_array<SizeClass>(
    {{550, 1000, 4999}, {200, 5000, 9999}, {180, 10000, 49999}, {70, 50000, 240000}});

template <std::size_t kSize>
std::uint32_t draw_size(const std::array<SizeClass, kSize>& classes, Stream& stream) {
  std::uint32_t number = stream.below(1000);
  for (const auto& size : classes) {
    if (number < size.weight) return stream.between(size.low, size.high);
    number -= size.weight;
  }
  return classes.back().low;
}

void set_size(bool big, Stream& stream, Company& company) {
  company.employees = big ? draw_size(kBigSizes, stream) : draw_size(kSmallSizes, stream);
  const std::uint64_t per_head = 60'000 + 1000 * std::uint64_t{stream.below(340)};
  const std::uint64_t revenue = company.employees * per_head;
  const std::uint64_t rounding = revenue > 50'000'000  ? 1'000'000
                                 : revenue > 1'000'000 ? 50'000
                                                       : 5'000;
  company.revenue = revenue / rounding * rounding;
}

MailStyle draw_mail_style(const Company& company, Stream& stream) {
  const std::uint32_t draw = stream.below(100);
  if (company.big()) return draw < 85 ? MailStyle::kFirstDotLast : MailStyle::kInitialDotLast;
  if (company.employees < 20) {
    return draw < 30   ? MailStyle::kFirst
           : draw < 62 ? MailStyle::kFirstDotLast
           : draw < 80 ? MailStyle::kInitialLast
           : draw < 90 ? MailStyle::kInitialDotLast
                       : MailStyle::kLast;
  }
  return draw < 55   ? MailStyle::kFirstDotLast
         : draw < 78 ? MailStyle::kInitialLast
         : draw < 90 ? MailStyle::kInitialDotLast
         : draw < 95 ? MailStyle::kFirstLast
                     : MailStyle::kFirstInitial;
}

}  // namespace

Market::Market(std::string_view language) : mixed_(language == "mix") {
  const Catalogue& all = catalogue();
  language_ = all.language(language);
  for (std::size_t i = 0; i < all.countries.size(); ++i) {
    const Country& country = all.countries[i];
    if (!mixed_ && country.language_of[0] != language_) continue;
    countries_.push_back(i);
    weights_.add(country.code, country.weight);
  }
}

std::size_t Market::draw_country(Stream& stream) const {
  return countries_[weights_.pick_index(stream)];
}

std::size_t Market::company_language(std::size_t country, Stream& stream) const {
  if (!mixed_) return language_;
  const Country& where = catalogue().countries[country];
  // Where several languages are spoken firms use each of them; elsewhere the first.
  if (where.languages.weight(0) * 100 >= where.languages.total() * 75) return where.language_of[0];
  const std::uint32_t first_two = where.languages.weight(0) + where.languages.weight(1);
  return where.language_of[where.languages.find(stream.below(first_two))];
}

std::size_t Market::person_language(std::size_t country, std::size_t company_language,
                                    Stream& stream) const {
  if (!mixed_) return language_;
  const Country& where = catalogue().countries[country];
  const bool one_language = where.languages.weight(0) * 100 >= where.languages.total() * 75;
  if (!one_language && stream.chance(800)) return company_language;
  return where.language_of[where.languages.pick_index(stream)];
}

void Company::clear() {
  for (std::string* text : {&name, &domain, &family, &place.street, &place.city, &place.postal}) {
    text->clear();
  }
  number = 0;
  country = 0;
  language = 0;
  legal_form = {};
  industry = {};
  employees = 0;
  revenue = 0;
  mail = MailStyle::kFirstDotLast;
  switchboard = Phone{};
}

void make_company(std::uint64_t seed, const Market& market, std::uint64_t number,
                  Company& company) {
  Stream stream(seed, Purpose::kCompany, number);
  company.clear();
  company.number = number;
  company.country = market.draw_country(stream);
  company.language = market.company_language(company.country, stream);
  const Country& country = catalogue().countries[company.country];
  const Language& language = catalogue().languages[company.language];
  make_place(country, language, stream, 330, company.place);
  set_size(number >= kBigCompanies, stream, company);
  const NameParts parts = append_company_name(language, stream, company);
  company.legal_form = country.legal_forms.pick(stream);
  set_domain(country, language, parts, stream, company);
  company.mail = draw_mail_style(company, stream);
  company.switchboard = make_land_line(country, company.place.area, stream);
  const bool owners_work_there = company.employees < 250 && stream.chance(600);
  if (!owners_work_there) company.family.clear();
}

}  // namespace galena::examples::generator
