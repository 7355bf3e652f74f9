#pragma once

// Persons: who they are, where they work, how they are reached. Everything follows from the seed
// and the number of the person, so any person can be made again at any time.

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/companies.hpp"

namespace galena::examples::generator {

struct Person {
  std::uint64_t number = 0;
  std::size_t language = 0;
  std::size_t country = 0;
  bool female = false;
  bool consumer = false;     // buys for himself: no employer, home address
  bool shared_line = false;  // the land line is a switchboard or a family's telephone
  std::string first_name;
  std::string last_name;
  std::uint32_t namesakes = 0;  // of a million people
  char middle_initial = 'A';
  std::string title;          // of the job
  std::string_view academic;  // "Dr."; mostly empty
  Company company;            // of a consumer: without a name
  Place place;
  Phone land_line;
  Phone mobile;
  bool private_box = false;  // gives his private address
  std::string mail;          // the address usually given
};

class People {
 public:
  /// `persons` is how many there are in the list; the numbers of companies follow from it.
  People(std::uint64_t seed, std::string_view language, std::uint64_t persons);

  const Market& market() const { return market_; }
  std::uint64_t seed() const { return seed_; }

  /// Makes the person in place, so that its strings are used again.
  void make(std::uint64_t number, Person& person) const;

  /// The company the person goes to next: most often in the same country.
  void next_employer(const Person& person, Company& company) const;
  /// Another surname, after a marriage: a new one, or both with a hyphen.
  std::string married_name(const Person& person) const;
  std::string private_mail(const Person& person) const;
  /// Another private address.
  std::string other_private_mail(const Person& person) const;

 private:
  void make_household_member(Person& person, Stream& household) const;
  void make_employee(Person& person, Stream& employer, bool sibling) const;
  std::uint64_t draw_employer(Stream& stream) const;
  void set_mail(Person& person, bool private_mail_first) const;

  std::uint64_t seed_;
  Market market_;
  std::uint64_t persons_;
  std::uint32_t small_companies_;
  std::uint32_t big_companies_;
};

/// The address a company gives a person.
std::string work_mail(const Person& person, const Company& company, MailStyle style);
/// "info@...": the address of the company itself.
std::string role_mail(const Company& company, Stream& stream);

}  // namespace galena::examples::generator
