// Names alone: the ways in which one name is written, and names that only look alike.
#include <gtest/gtest.h>

#include "galena/match/names.hpp"
#include "match/name_sound.hpp"

namespace galena::match {
namespace {

std::string sound(std::string_view word) { return std::string(NameSound(word).text()); }

TEST(NameSound, IsOneForSpellingsOfOneName) {
  for (const auto& [one, other] : {
           std::pair("jakovlev", "yakovlev"),
           std::pair("mahmoud", "mahmood"),
           std::pair("hassan", "hasan"),
           std::pair("ivanova", "ivanov"),
           std::pair("kowalska", "kowalski"),
           std::pair("mueller", "muller"),
           std::pair("johnson", "jonson"),
           std::pair("tschaikowsky", "chaikovskiy"),
           std::pair("philipp", "filip"),
           std::pair("akhmedov", "ahmedov"),
       }) {
    EXPECT_EQ(sound(one), sound(other)) << one << ' ' << other;
  }
  EXPECT_NE(sound("martin"), sound("marten "));
  EXPECT_NE(sound("anna"), sound("hanna"));
  EXPECT_EQ(sound(""), "");
  EXPECT_EQ(sound("王杰"), "王杰");
  EXPECT_LE(sound(std::string(500, 'k') + std::string(500, 'a')).size(), 48U);
}

TEST(NameSimilarity, PersonsInManySpellings) {
  for (const auto& [one, other] : {
           std::pair("Dr. Nikolai Andreev", "Andreev, Nikolaj"),
           std::pair("Николай Андреев", "Nikolay Andreyev"),
           std::pair("Jan Vanderberg", "Jan van der Berg"),
           std::pair("Bob Taylor", "Robert Taylor"),
           std::pair("R. J. Taylor", "Robert James Taylor"),
           std::pair("Maria Garcia Lopez", "Maria Garcia"),
           std::pair("Khalid al-Rashid", "Halid Rashid"),
           std::pair("Taylor Robert", "Robert Taylor"),
       }) {
    EXPECT_TRUE(same_name(NameOf::person, one, other))
        << one << " | " << other << ' ' << name_similarity(NameOf::person, one, other);
  }
  for (const auto& [one, other] : {
           std::pair("Robert Taylor", "Robert Turner"),
           std::pair("Robert Taylor Jr", "Robert Taylor Sr"),
           std::pair("Anna Petrova", "Maria Petrova"),
           std::pair("Taylor", "Robert Taylor"),
           std::pair("", ""),
       }) {
    EXPECT_FALSE(same_name(NameOf::person, one, other))
        << one << " | " << other << ' ' << name_similarity(NameOf::person, one, other);
  }
  EXPECT_EQ(name_similarity(NameOf::person, "Robert Taylor", "robert TAYLOR"), 1);
}

TEST(NameSimilarity, CompaniesInManySpellings) {
  for (const auto& [one, other] : {
           std::pair("International Business Machines", "IBM Corp."),
           std::pair("Three Rivers Foods", "3 Rivers Foods Inc"),
           std::pair("The Müller & Söhne GmbH", "Muller und Sohne"),
           std::pair("Good Year Tyres", "Goodyear Tyres Ltd"),
           std::pair("Zenith Logistik GmbH", "Zenith Logistik Gruppe GmbH"),
       }) {
    EXPECT_TRUE(same_name(NameOf::company, one, other))
        << one << " | " << other << ' ' << name_similarity(NameOf::company, one, other);
  }
  for (const auto& [one, other] : {
           std::pair("Zenith Logistik GmbH", "Zephyr Logistik GmbH"),
           std::pair("Bank of Springfield", "Bank of Shelbyville"),
           std::pair("Holding Group", "Zenith Holding Group"),
           std::pair("Ltd", ""),
       }) {
    EXPECT_FALSE(same_name(NameOf::company, one, other))
        << one << " | " << other << ' ' << name_similarity(NameOf::company, one, other);
  }
}

}  // namespace
}  // namespace galena::match
