#pragma once

// The tables, read once and ready to draw from.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/random.hpp"
#include "generator/text.hpp"

namespace galena::examples::generator {

/// Texts to choose from by weight.
class Choice {
 public:
  Choice() = default;
  /// From "word:5,other word,third:2"; a word without weight has weight 1.
  explicit Choice(std::string_view list);

  void add(std::string_view text, std::uint32_t weight);
  bool empty() const { return texts_.empty(); }
  std::size_t size() const { return texts_.size(); }
  const std::string& operator[](std::size_t index) const { return texts_[index]; }
  std::uint32_t weight(std::size_t index) const;
  std::uint32_t total() const { return cumulative_.empty() ? 0 : cumulative_.back(); }

  /// Index of the text that holds the number drawn. Requires number < total().
  std::size_t find(std::uint32_t number) const;
  std::size_t pick_index(Stream& stream) const { return find(stream.below(total())); }
  const std::string& pick(Stream& stream) const { return texts_[pick_index(stream)]; }

 private:
  std::vector<std::string> texts_;
  std::vector<std::uint32_t> cumulative_;
};

/// A word of trade and the industry it means.
struct Sector {
  std::string word;
  std::string industry;
};

struct Language {
  std::string_view code;
  Folding folding = Folding::kStrip;
  bool turkish = false;
  bool two_surnames = false;           // "García López"
  bool women_change_ending = false;    // "Kowalski", "Kowalska"
  std::string_view given_name_joiner;  // of compound first names: "-", " ", "" or none: "."
  Choice surnames;                     // weights are bearers of a million
  Choice male;
  Choice female;
  std::vector<std::string> stems;
  std::vector<std::string> endings;
  std::vector<Sector> sectors;
  Choice sector_index;  // weights of the sectors
  Choice adjectives;
  Choice nouns;
  Choice company_patterns;
  Choice titles;
  Choice mister;
  Choice madam;
  Choice academic;
  Choice streets;
  Choice street_patterns;
  std::vector<std::pair<std::string, std::string>> abbreviations;
  std::unordered_map<std::string, std::vector<std::string>> nicknames;  // looked up, never walked
  std::vector<std::string> remarks;
};

struct City {
  std::string name;
  std::string other_name;  // empty when there is none
  std::string region;
  std::string postal;  // pattern
  std::string area;
};

struct MobileNetwork {
  std::string area;
  std::string number;
};

struct Country {
  std::string_view code;
  std::string_view name;
  std::string_view domain;
  std::string_view calling;
  std::string_view trunk;
  std::uint32_t weight = 0;
  std::uint32_t digits = 0;
  Choice spellings;
  Choice languages;                      // texts are codes
  std::vector<std::size_t> language_of;  // index into Catalogue::languages for each of them
  std::vector<MobileNetwork> mobiles;
  Choice mobile_index;
  Choice phones;
  Choice legal_forms;
  std::vector<std::string> town_endings;
  std::vector<City> cities;
  Choice city_index;
  Choice free_mail;
};

struct Catalogue {
  std::vector<Language> languages;
  std::vector<Country> countries;

  /// Index of a language code, or languages.size().
  std::size_t language(std::string_view code) const;
};

/// The one catalogue; made at the first call, from any thread.
const Catalogue& catalogue();

}  // namespace galena::examples::generator
