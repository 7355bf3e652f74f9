#include "galena/match/names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "match/normal_form.hpp"
#include "match/tables.hpp"
#include "match/text.hpp"
#include "match/token_agreement.hpp"

namespace galena::match {

namespace {

using Words = std::vector<std::string>;

Words to_words(const WordList& list) {
  Words words;
  for (std::size_t i = 0; i < list.size(); ++i) words.emplace_back(list[i]);
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

/// True when `both`, put together from the words [begin, begin + count), is one of `others`; one
/// slip may be in a long word, but not where a part alone is that word.
bool is_one_of_others(const Words& others, const Words& words, std::size_t begin, std::size_t count,
                      const std::string& both) {
  const auto is_part = [&](const std::string& other) {
    for (std::size_t i = begin; i < begin + count; ++i) {
      if (name_word_similarity(words[i], other) > 0) return true;
    }
    return false;
  };
  return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
    if (both == other) return true;
    return both.size() >= 8 && other.size() + 1 >= both.size() && other.size() <= both.size() + 1 &&
           name_word_similarity(both, other) >= 0.85 && !is_part(other);
  });
}

/// Writes up to four neighbours of `words` as one word where `others` has them as one: "van der
/// Berg" and "Vanderberg".
void join_as_in(const Words& others, Words& words) {
  for (std::size_t count = 4; count >= 2; --count) {
    for (std::size_t i = 0; i + count <= words.size(); ++i) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
      const auto end = begin + static_cast<std::ptrdiff_t>(count);
      const std::string both = joined(Words(begin, end));
      if (!is_one_of_others(others, words, i, count, both)) continue;
      words[i] = both;
      words.erase(begin + 1, end);
    }
  }
}

/// A word said twice is said once.
void drop_repeated(Words& words) {
  for (std::size_t i = words.size(); i-- > 1;) {
    const auto here = words.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(words.begin(), here, *here) != here) words.erase(here);
  }
}

using Weigh = Weight (*)(std::string_view);

std::vector<WeightedWord> weighed(const Words& words, Weigh weigh) {
  std::vector<WeightedWord> list;
  for (const std::string& word : words) list.emplace_back(word, weigh(word));
  return list;
}

/// What says little: an initial, a particle.
constexpr Weight kLight = kOneBit;

Weight letters_of(std::string_view word) {
  if (word.size() == 1 || tables::person_word(word).particle) return kLight;
  return static_cast<Weight>(std::clamp<std::size_t>(word.size(), 3, 12)) * kOneBit;
}

double ratio(WeightSum part, WeightSum whole) {
  return whole <= 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double person_similarity(std::string_view a, std::string_view b) {
  WordList list;
  const PersonWords name_a = read_person_name(a, list, Particles::kept);
  Words words_a = to_words(list);
  const PersonWords name_b = read_person_name(b, list, Particles::kept);
  Words words_b = to_words(list);
  if (words_a.empty() || words_b.empty()) return 0;
  drop_repeated(words_a);
  drop_repeated(words_b);
  join_as_in(words_a, words_b);
  join_as_in(words_b, words_a);
  const TokenAgreement words =
      agree_words(weighed(words_a, letters_of), weighed(words_b, letters_of), TokenMatch::names);
  const double close = ratio(words.paired_a + words.paired_b,
                             words.total_a + words.total_b - words.alone_a - words.alone_b);
  const bool a_has_more = words.alone_a > 2 * kLight;
  const bool b_has_more = words.alone_b > 2 * kLight;
  const bool generations =
      !name_a.suffix.empty() && !name_b.suffix.empty() && name_a.suffix != name_b.suffix;
  if ((a_has_more && b_has_more) || generations) return close / 2;
  if (!a_has_more && !b_has_more) return close;
  // One name lacks words of the other: two that agree may carry that, one does not.
  if (words.pairs < 2) return close * 0.6;
  const int missing = std::abs(words.count_a - words.count_b);
  return close * (1 - 0.03 * missing);
}

Weight weight_of_company_word(std::string_view word) {
  if (tables::is_common_company_word(word)) return kOneBit;
  if (has_digit(word) || (word.size() >= 4 && !tables::country_code(word).empty())) {
    return 2 * kOneBit;
  }
  return 4 * kOneBit;
}

/// Words that acronyms pass over.
bool is_small(std::string_view word) {
  constexpr std::string_view kSmall[] = {"and", "de", "der", "di", "du", "for", "in", "of", "the"};
  return std::find(std::begin(kSmall), std::end(kSmall), word) != std::end(kSmall);
}

bool is_acronym(const Words& words, const Words& other) {
  if (words.size() != 1 || words[0].size() < 3) return false;
  std::string all;
  std::string telling;
  for (const std::string& word : other) {
    all += word[0];
    if (!is_small(word)) telling += word[0];
  }
  return other.size() >= 3 && (words[0] == all || words[0] == telling);
}

double company_similarity(std::string_view a, std::string_view b) {
  WordList list;
  const std::string_view form_a = read_company(a, list);
  Words words_a = to_words(list);
  const std::string_view form_b = read_company(b, list);
  Words words_b = to_words(list);
  if (words_a.empty() || words_b.empty()) return 0;
  const bool two_forms = form_a.size() > 1 && form_b.size() > 1 && form_a != form_b;
  const double forms = two_forms ? 0.95 : 1;
  if (joined(words_a) == joined(words_b)) return forms;
  if (is_acronym(words_a, words_b) || is_acronym(words_b, words_a)) return 0.9 * forms;
  join_as_in(words_a, words_b);
  join_as_in(words_b, words_a);
  return forms * agree_words(weighed(words_a, weight_of_company_word),
                             weighed(words_b, weight_of_company_word), TokenMatch::words)
                     .similarity();
}

}  // namespace

double name_similarity(NameOf kind, std::string_view a, std::string_view b) {
  return kind == NameOf::person ? person_similarity(a, b) : company_similarity(a, b);
}

}  // namespace galena::match
