#pragma once

// Companies and places: everything follows from the seed and the number of the company.

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/catalogue.hpp"

namespace galena::examples::generator {

struct Place {
  std::string street;
  std::string city;
  std::string_view other_city;  // the city's other name; empty when there is none
  std::string_view region;
  std::string postal;
  std::string_view area;  // dialling code
};

struct Phone {
  std::string area;       // dialling code or mobile network
  std::string base;       // empty: no number
  std::string direct;     // digits behind the base of a land line
  std::string extension;  // to ask for at the switchboard
  bool mobile = false;

  bool empty() const { return base.empty(); }
};

/// How a company makes addresses from names.
enum class MailStyle : std::uint8_t {
  kFirstDotLast,
  kInitialLast,
  kFirst,
  kInitialDotLast,
  kLast,
  kFirstLast,
  kFirstInitial,
};

struct Company {
  std::uint64_t number = 0;
  std::size_t country = 0;
  std::size_t language = 0;
  std::string name;             // without legal form
  std::string_view legal_form;  // may be empty
  std::string domain;
  std::string family;  // surname of the owners of a family firm, else empty
  std::string_view industry;
  std::uint32_t employees = 0;
  std::uint64_t revenue = 0;
  MailStyle mail = MailStyle::kFirstDotLast;
  Place place;
  Phone switchboard;

  bool big() const { return employees >= 1000; }
  void clear();
};

/// Which countries and languages a list is drawn from.
class Market {
 public:
  /// "mix" or the code of one language; unknown codes give an empty market.
  explicit Market(std::string_view language);

  bool empty() const { return countries_.empty(); }
  std::size_t draw_country(Stream& stream) const;
  /// Language of a company of the country.
  std::size_t company_language(std::size_t country, Stream& stream) const;
  /// Language of a person's name at a company.
  std::size_t person_language(std::size_t country, std::size_t company_language,
                              Stream& stream) const;

 private:
  std::vector<std::size_t> countries_;
  Choice weights_;
  bool mixed_ = false;
  std::size_t language_ = 0;
};

/// Companies numbered from kBigCompanies up are large ones.
inline constexpr std::uint64_t kBigCompanies = std::uint64_t{1} << 40;

/// Makes the company in place, so that its strings are used again.
void make_company(std::uint64_t seed, const Market& market, std::uint64_t number, Company& company);

/// A place in the country: a city of the table or a small town, and a street with number.
void make_place(const Country& country, const Language& language, Stream& stream,
                std::uint32_t small_town_per_mille, Place& place);

Phone make_land_line(const Country& country, std::string_view area, Stream& stream);
Phone make_mobile(const Country& country, std::string_view area, Stream& stream);
/// The direct line of a person behind a switchboard.
Phone make_direct_line(const Country& country, const Phone& switchboard, Stream& stream);

}  // namespace galena::examples::generator
