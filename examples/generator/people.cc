#include "generator/people.hpp"

#include <algorithm>

#include "generator/names.hpp"

namespace galena::examples::generator {

namespace {

constexpr std::uint32_t kHouseholdsPerMille = 75;  // of groups of four persons
constexpr std::uint32_t kSiblingsPerMille = 14;    // of pairs of persons
constexpr std::uint32_t kConsumersPerMille = 35;   // who live alone

bool same_initial(const std::string& a, const std::string& b) {
  return a.substr(0, 1) == b.substr(0, 1);
}

// Of a million people, from how many bear each of the two names.
std::uint32_t namesakes(std::uint64_t first, std::uint64_t last) {
  return static_cast<std::uint32_t>(first * last / 1'000'000);
}

std::string_view draw_academic(const Language& language, Stream& stream) {
  return stream.chance(45) ? std::string_view(language.academic.pick(stream)) : std::string_view();
}

}  // namespace

People::People(std::uint64_t seed, std::string_view language, std::uint64_t persons)
    : seed_(seed),
      market_(language),
      persons_(persons),
      small_companies_(static_cast<std::uint32_t>(std::max<std::uint64_t>(1, persons * 45 / 100))),
      big_companies_(static_cast<std::uint32_t>(std::max<std::uint64_t>(1, persons / 400))) {}

// One in seven works at a large company, where some have far more colleagues than others.
std::uint64_t People::draw_employer(Stream& stream) const {
  if (stream.chance(145)) {
    return kBigCompanies + std::min(stream.below(big_companies_), stream.below(big_companies_));
  }
  return stream.below(small_companies_);
}

void People::make(std::uint64_t number, Person& person) const {
  person.number = number;
  person.consumer = false;
  person.shared_line = false;
  person.first_name.clear();
  person.last_name.clear();
  person.title.clear();
  Stream household(seed_, Purpose::kHousehold, number / 4);
  if (household.chance(kHouseholdsPerMille) && number % 4 <= 1 + household.below(3)) {
    make_household_member(person, household);
    return;
  }
  Stream pair(seed_, Purpose::kPair, number / 2);
  const bool sibling = pair.chance(kSiblingsPerMille);
  Stream employer(seed_, Purpose::kEmployer,
                  sibling ? number / 2 : number + (std::uint64_t{1} << 48));
  person.consumer = !sibling && employer.chance(kConsumersPerMille);
  make_employee(person, employer, sibling);
}

// Parents, children, brothers: one surname, one address, one telephone.
void People::make_household_member(Person& person, Stream& household) const {
  person.consumer = true;
  person.shared_line = true;
  person.company.clear();
  person.country = market_.draw_country(household);
  const Country& country = catalogue().countries[person.country];
  const std::size_t home_language = market_.company_language(person.country, household);
  person.company.language = home_language;
  person.language = market_.person_language(person.country, home_language, household);
  const Language& language = catalogue().languages[person.language];
  make_place(country, catalogue().languages[home_language], household, 450, person.place);
  person.land_line = make_land_line(country, person.place.area, household);
  Stream own(seed_, Purpose::kPerson, person.number);
  person.female = own.chance(500);
  Stream surname = household;  // the same draw for all, with each one's ending
  const std::uint64_t last = draw_surname(language, surname, person.female, person.last_name);
  const std::uint64_t first = draw_first_name(language, own, person.female, person.first_name);
  person.middle_initial = own.letter();
  person.academic = draw_academic(language, own);
  person.mobile = make_mobile(country, person.place.area, own);
  person.namesakes = namesakes(first, last);
  set_mail(person, true);
}

void People::make_employee(Person& person, Stream& employer, bool sibling) const {
  if (!person.consumer) {
    make_company(seed_, market_, draw_employer(employer), person.company);
    person.country = person.company.country;
  } else {
    person.company.clear();
    person.country = market_.draw_country(employer);
    person.company.language = market_.company_language(person.country, employer);
  }
  const Country& country = catalogue().countries[person.country];
  person.language = market_.person_language(person.country, person.company.language, employer);
  const bool of_the_family = !person.company.family.empty() && employer.chance(550);
  if (of_the_family) person.language = person.company.language;
  const Language& language = catalogue().languages[person.language];
  Stream own(seed_, Purpose::kPerson, person.number);
  person.female = own.chance(420);

  Stream& names = sibling ? employer : own;
  std::uint64_t last = 2000;  // of a million: the owners of firms have usual names
  if (of_the_family) {
    person.last_name = person.company.family;
    if (person.female && language.women_change_ending && person.last_name.ends_with("ki")) {
      person.last_name.back() = 'a';
    }
  } else {
    last = draw_surname(language, names, person.female, person.last_name);
  }
  std::uint64_t first = draw_first_name(language, own, person.female, person.first_name);
  if (sibling && person.number % 2 == 1) {
    // Brothers and sisters at one company are hardest to tell apart by one initial.
    Person other;
    make(person.number - 1, other);
    const std::string& twin = other.first_name;
    for (int i = 0; i < 20 && (!same_initial(person.first_name, twin) || person.first_name == twin);
         ++i) {
      person.first_name.clear();
      first = draw_first_name(language, own, person.female, person.first_name);
    }
  }
  person.middle_initial = own.letter();
  person.academic = draw_academic(language, own);
  const bool local_title = own.chance(650);
  append_title(local_title ? language : catalogue().languages[0], person.female, own, person.title);

  if (person.consumer) {
    make_place(country, catalogue().languages[person.company.language], own, 450, person.place);
    person.land_line = make_land_line(country, person.place.area, own);
  } else if (own.chance(person.company.big() ? 400 : 60)) {
    Stream branch(seed_, Purpose::kBranch, person.company.number * 4 + own.below(4));
    make_place(country, catalogue().languages[person.company.language], branch, 200, person.place);
    person.land_line = make_land_line(country, person.place.area, branch);
    person.land_line = make_direct_line(country, person.land_line, own);
  } else {
    person.place = person.company.place;
    person.shared_line = own.chance(person.company.employees < 20 ? 550 : 220);
    person.land_line = person.shared_line
                           ? person.company.switchboard
                           : make_direct_line(country, person.company.switchboard, own);
  }
  person.mobile = make_mobile(country, person.place.area, own);
  // Where several have one surname the address tells them apart.
  if ((sibling || of_the_family) && person.company.mail != MailStyle::kFirst) {
    person.company.mail = MailStyle::kFirstDotLast;
  }
  person.namesakes = namesakes(first, last);
  set_mail(person, own.chance(person.company.employees < 10 ? 250 : 70));
}

void People::next_employer(const Person& person, Company& company) const {
  Stream stream(seed_, Purpose::kLaterLife, person.number * 4);
  for (int i = 0; i < 8; ++i) {
    make_company(seed_, market_, draw_employer(stream), company);
    if (company.country == person.country && company.number != person.company.number) break;
  }
}

std::string People::married_name(const Person& person) const {
  Stream stream(seed_, Purpose::kLaterLife, person.number * 4 + 1);
  const Language& language = catalogue().languages[person.language];
  std::string name;
  const bool both = stream.chance(300);
  draw_surname(language, stream, person.female, name);
  if (both)
    name = stream.chance(500) ? person.last_name + "-" + name : name + "-" + person.last_name;
  return name;
}

}  // namespace galena::examples::generator
