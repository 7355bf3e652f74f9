#include "match/section_score.hpp"

#include <algorithm>

#include "galena/match/similarity.hpp"
#include "match/characters.hpp"
#include "match/text.hpp"

namespace galena::match {

namespace {

double edit_score(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(characters_of(a).size(), characters_of(b).size());
  if (longer == 0) return 100;
  return 100.0 * (1 - static_cast<double>(levenshtein(a, b)) / static_cast<double>(longer));
}

/// An acronym is kept beside the name that it may stand for.
bool is_acronym_of(const StoredValue& name, const StoredValue& acronym) {
  return name.second != 0 && name.second == acronym.hash;
}

double company_score(const ValueStore& store_a, const StoredValue& a, const ValueStore& store_b,
                     const StoredValue& b) {
  if (is_acronym_of(a, b) || is_acronym_of(b, a)) return 100;
  return edit_score(store_a.text(a), store_b.text(b));
}

double phone_score(std::string_view a, std::string_view b) {
  constexpr std::size_t kArea = 3;
  constexpr std::size_t kExchange = 6;
  constexpr std::size_t kDigits = 10;
  const auto national = [](std::string_view text) {
    return text.size() == kDigits + 1 && text[0] == '1' ? text.substr(1) : text;
  };
  a = national(a);
  b = national(b);
  if (a == b) return 100;
  if (a.size() != kDigits || b.size() != kDigits) return 0;
  const auto section = [&](std::size_t begin, std::size_t end, double weight) {
    return a.substr(begin, end - begin) == b.substr(begin, end - begin) ? weight : 0;
  };
  return 10 + section(0, kArea, 50) + section(kArea, kExchange, 30) +
         section(kExchange, kDigits, 10);
}

/// The words of a street: its name, and the suffix behind it.
struct StreetWords {
  std::string name;
  std::string_view suffix;
};
StreetWords street_words(const ValueStore& store, const StoredValue& value) {
  StreetWords words;
  const auto tokens = store.tokens(value);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = store.token_text(tokens[i]);
    if (i > 0 && i + 1 == tokens.size()) {
      words.suffix = word;
    } else {
      words.name.append(words.name.empty() ? "" : " ").append(word);
    }
  }
  return words;
}

double street_score(const ValueStore& store_a, const StoredValue& a, const ValueStore& store_b,
                    const StoredValue& b) {
  const StreetWords left = street_words(store_a, a);
  const StreetWords right = street_words(store_b, b);
  return edit_score(left.name, right.name) / 2 + (a.first == b.first ? 20 : 0) +
         (left.suffix == right.suffix ? 15 : 0) + (a.second == b.second ? 15 : 0);
}

}  // namespace

bool has_section_score(Comparison comparison) {
  return comparison == Comparison::company || comparison == Comparison::phone ||
         comparison == Comparison::street || comparison == Comparison::city ||
         comparison == Comparison::postal_code;
}

double section_score(Comparison comparison, const ValueStore& store_a, ValueId a,
                     const ValueStore& store_b, ValueId b) {
  const StoredValue& left = store_a[a];
  const StoredValue& right = store_b[b];
  switch (comparison) {
    case Comparison::company:
      return company_score(store_a, left, store_b, right);
    case Comparison::phone:
      return phone_score(store_a.text(left), store_b.text(right));
    case Comparison::street:
      return street_score(store_a, left, store_b, right);
    case Comparison::city:
      return edit_score(store_a.text(left), store_b.text(right));
    default:
      return store_a.text(left) == store_b.text(right) ? 100 : 0;
  }
}

}  // namespace galena::match
