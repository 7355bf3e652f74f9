// The normalisers, one value at a time: what a record costs before anything is compared. The texts
// are those of generated leads; a street, a web site, a full name and a date are put together from
// their columns.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
#include <vector>

#include "galena/match/normalise.hpp"
#include "generator/leadgen.hpp"
#include "match/normal_form.hpp"

namespace {

using namespace galena::match;

/// Values of a column of generated leads, blanks left out.
std::vector<std::string> column(std::string_view name) {
  const auto columns = galena::examples::make_lead_columns({.rows = 8192, .seed = 1},
                                                           std::vector<std::string_view>{name});
  std::vector<std::string> list;
  for (std::size_t i = 0; i < columns.columns[0].size(); ++i) {
    if (!columns.columns[0][i].empty()) list.emplace_back(columns.columns[0][i]);
  }
  return list;
}

std::vector<std::string> full_names() {
  std::vector<std::string> list = column("first_name");
  const std::vector<std::string> family = column("last_name");
  for (std::size_t i = 0; i < list.size(); ++i) list[i] += " " + family[i % family.size()];
  return list;
}

std::vector<std::string> streets() {
  static constexpr std::string_view kForms[] = {" N Main St.", " Hauptstr.", ", rue de la Paix",
                                                " Oak Avenue Apt 5"};
  std::vector<std::string> list;
  for (std::size_t i = 0; i < 1024; ++i) {
    list.push_back(std::to_string(1 + i * 37 % 2000).append(kForms[i % std::size(kForms)]));
  }
  return list;
}

std::vector<std::string> sites() {
  std::vector<std::string> list = column("email");
  for (std::string& site : list) site = "https://www." + site.substr(site.find('@') + 1) + "/about";
  return list;
}

std::vector<std::string> dates() {
  std::vector<std::string> list;
  for (std::size_t i = 0; i < 1024; ++i) {
    list.push_back(std::to_string(1950 + i % 50) + (i % 2 == 0 ? "-1" : "-0") +
                   std::to_string(1 + i % 2) + "-" + std::to_string(10 + i % 18));
  }
  return list;
}

template <class Normalise>
void run(benchmark::State& state, const std::vector<std::string>& list, Normalise normalise) {
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(normalise(std::string_view(list[i])));
    if (++i == list.size()) i = 0;
  }
}

#define GALENA_NORMALISE(name, list, call)                        \
  void name(benchmark::State& state) {                            \
    run(state, list, [](std::string_view text) { return call; }); \
  }                                                               \
  BENCHMARK(name)

GALENA_NORMALISE(fold_ascii, column("company"), fold(text));
GALENA_NORMALISE(fold_accents, std::vector<std::string>({"Müller & Söhne", "Łódź", "José García"}),
                 fold(text));
GALENA_NORMALISE(fold_cyrillic, std::vector<std::string>({"Александр Пушкин", "Сергей Иванов"}),
                 fold(text));
GALENA_NORMALISE(split_into_words, column("company"), words(text));
GALENA_NORMALISE(given_name, column("first_name"), normalise_given_name(text));
GALENA_NORMALISE(family_name, column("last_name"), normalise_family_name(text));
GALENA_NORMALISE(person_name, full_names(), parse_person_name(text));
GALENA_NORMALISE(company, column("company"), normalise_company(text));
GALENA_NORMALISE(email, column("email"), normalise_email(text));
GALENA_NORMALISE(website, sites(), normalise_website(text));
GALENA_NORMALISE(phone, column("phone"), normalise_phone(text, "us"));
GALENA_NORMALISE(street, streets(), normalise_street(text));
GALENA_NORMALISE(city, column("city"), normalise_city(text));
GALENA_NORMALISE(postal_code, column("postal_code"), normalise_postal_code(text));
GALENA_NORMALISE(region, column("city"), normalise_region(text));
GALENA_NORMALISE(country, std::vector<std::string>({"Germany", "US", "United Kingdom"}),
                 normalise_country(text));
GALENA_NORMALISE(identifier, column("postal_code"), normalise_identifier(text));
GALENA_NORMALISE(date, dates(), parse_calendar_date(text));

// The same over memory that is used again, as encoding calls them.
WordList reused_words;
EmailReader reused_email;
PhoneReader reused_phone;
StreetBuffers reused_street;
std::string reused_text;

GALENA_NORMALISE(words_reused, column("company"),
                 (reused_words.read(text, WordReading::words), reused_words.size()));
GALENA_NORMALISE(given_name_reused, column("first_name"),
                 (read_given_name(text, reused_words), reused_words.size()));
GALENA_NORMALISE(family_name_reused, column("last_name"), read_family_name(text, reused_words));
GALENA_NORMALISE(person_name_reused, full_names(), read_person_name(text, reused_words));
GALENA_NORMALISE(company_reused, column("company"), read_company(text, reused_words));
GALENA_NORMALISE(email_reused, column("email"), (reused_email.read(text), reused_email.address));
GALENA_NORMALISE(website_reused, sites(), read_website(text, reused_text));
GALENA_NORMALISE(phone_reused, column("phone"),
                 (reused_phone.read(text, "us"), reused_phone.country));
GALENA_NORMALISE(street_reused, streets(),
                 (read_street(text, reused_street), reused_street.words.size()));
GALENA_NORMALISE(city_reused, column("city"), (read_city(text, reused_words), reused_words.size()));
GALENA_NORMALISE(postal_code_reused, column("postal_code"),
                 (read_postal_code(text, reused_text), reused_text.size()));

}  // namespace
