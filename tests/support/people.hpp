#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace galena::test {

using Rows = std::vector<std::vector<std::string>>;

inline const std::vector<std::string> kPeopleColumns = {
    "id", "first_name", "last_name", "company", "email", "phone", "city"};

/// People of some companies, every fifth of them twice with a slip; `person` is who each row is.
struct People {
  Rows rows;
  std::vector<int> person;
};
inline People make_people(int count, unsigned seed, const std::string& one_company = "") {
  static const char* const kFirst[] = {"Anna", "Peter", "Maria", "John", "Eva",  "Karl",
                                       "Lena", "Omar",  "Ines",  "Hugo", "Rosa", "Emil"};
  static const char* const kSyllables[] = {"ber", "man", "stein", "low", "ski", "feld",
                                           "ham", "rup", "wick",  "den", "mar", "tov"};
  std::mt19937 engine(seed);
  People people;
  const auto add = [&](const std::vector<std::string>& values, int person) {
    std::vector<std::string> row = {"r" + std::to_string(people.rows.size())};
    row.insert(row.end(), values.begin(), values.end());
    people.rows.push_back(std::move(row));
    people.person.push_back(person);
  };
  for (int i = 0; i < count; ++i) {
    std::string last;
    for (int n = 0; n < 3; ++n) last += kSyllables[engine() % 12];
    const std::string first = kFirst[engine() % 12];
    const std::string company = one_company.empty() ? std::string(kSyllables[engine() % 12]) +
                                                          kSyllables[engine() % 12] + " " +
                                                          kSyllables[engine() % 12] + " Ltd"
                                                    : one_company;
    const std::string mail = first + "." + last + "@" + company.substr(0, 6) +
                             std::to_string(one_company.empty() ? engine() % 50 : 0) + ".com";
    const std::string phone = "+4930" + std::to_string(1000000 + engine() % 8999999);
    const std::string city = std::string(kSyllables[engine() % 12]) + "burg";
    add({first, last, company, mail, phone, city}, i);
    if (i % 5 != 0) continue;
    std::string slip = last;
    std::swap(slip[2], slip[3]);
    switch (engine() % 3) {
      case 0:
        add({first, slip, company, mail, "", city}, i);
        break;
      case 1:
        add({first, last, "", "", phone, city}, i);
        break;
      default:
        add({first.substr(0, 1) + ".", last, company, mail, phone, ""}, i);
        break;
    }
  }
  return people;
}

}  // namespace galena::test
